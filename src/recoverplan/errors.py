"""One tree of exceptions. Each class carries its exit code; each instance its message and hint.

Exit codes: 0 done, 1 could not, 2 wrong usage, 3 no such thing, 4 locked or wrong passphrase,
5 damaged store, 6 store of a newer version, 7 done, but not confirmed on the disk, 130 interrupted.
"""

from __future__ import annotations


class RecoverplanError(Exception):
    """Something a person can be told in one sentence, and what to type instead.

    `message` is a whole sentence for a person. `hint`, where there is one, is shown on the
    next line: what to type instead.
    """

    exit_code = 1
    several_lines = False  # whether line breaks of the message are ours, not of a name in it

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class CouldNotError(RecoverplanError):
    """It was asked for rightly and could not be done: disk full, refused by a rule."""

    exit_code = 1


class UsageError(RecoverplanError):
    """What was typed cannot be taken as it is; nothing was written."""

    exit_code = 2


class NotFoundError(RecoverplanError):
    """Nothing has that name or id, or several things do."""

    exit_code = 3


class GoneError(NotFoundError):
    """The store was erased by another program while this one was at it."""


class LockedError(RecoverplanError):
    """A passphrase is needed, or the one given does not open the store."""

    exit_code = 4


class DamagedError(RecoverplanError):
    """The store or its keys cannot be read as what they should be."""

    exit_code = 5


class NewerStoreError(RecoverplanError):
    """The store was written by a newer version of recoverplan; it is left untouched."""

    exit_code = 6


class UnconfirmedError(RecoverplanError):
    """It is done, or may be, and the disk did not confirm it; what stands now is said."""

    exit_code = 7


class FileUnconfirmedError(UnconfirmedError):
    """A file has its new content, and the disk did not confirm it; `why` is what the disk said.

    It says nothing about the act that the file is a part of: how the run ends is decided by what
    that came to (`store.ending`).
    """

    def __init__(self, message: str, hint: str, why: str) -> None:
        super().__init__(message, hint)
        self.why = why


class BehindError(UnconfirmedError):
    """A change is kept, and a file that follows the store does not say so yet."""


class Back(BaseException):
    """Raised by a question that is left for the one before; the run begins again up to there."""
