"""Where a passphrase comes from: typed on the terminal, unseen, or a line of `--passphrase-fd N`.

Never from an argument or an environment variable, which other programs can read.
"""

from __future__ import annotations

import os
import sys

from recoverplan.cli.output import tell
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.store.dumps import keep_out_of_dumps
from recoverplan.store.unlocking import person

LEAST = 8  # characters
LONGEST = 4096  # bytes
NEW = "New passphrase: "


def new_passphrase(question: str = NEW) -> str:
    """Ask for a new passphrase: twice on a terminal, once from a descriptor.

    Raises UsageError for one that is too short or nothing but spaces, or where nobody can be asked.
    """
    from recoverplan.words import safekeeping as words

    given = person.asker
    too_short = words.TOO_SHORT.format(least=LEAST)
    while True:
        first = given.ask(question)
        if first is None:
            raise UsageError(words.NEEDS_NEW, words.WITH_FD)
        if len(first) < LEAST or not first.strip():
            too_weak = too_short if len(first) < LEAST else words.SPACES_ALONE
            if given.tries == 1:
                raise UsageError(too_weak)
            tell(too_weak)
        elif given.tries == 1 or given.ask(words.TYPE_AGAIN) == first:
            return first
        else:
            tell(words.NO_MATCH)


def typed(question: str) -> str | None:
    """Ask on the terminal, without showing what is typed; None where there is none."""
    if not (sys.stdin.isatty() or sys.stderr.isatty()):
        return None
    from getpass import getpass

    keep_out_of_dumps(secret=True)
    try:
        return getpass(question)
    except OSError:
        return None
    except UnicodeError:
        return ""  # bytes that are no text: a wrong passphrase


def line_of(descriptor: int) -> str:
    """Return the next line of a descriptor; what follows is left for the next question.

    Raises UsageError for one that is not open, CouldNotError at its end.
    """
    from recoverplan.words import safekeeping as words

    keep_out_of_dumps(secret=True)
    line = bytearray()
    try:
        while (byte := os.read(descriptor, 1)) and byte != b"\n" and len(line) < LONGEST:
            line += byte
    except OSError as error:
        message = words.FD_CLOSED.format(number=descriptor)
        raise UsageError(message, words.FD_LIKE) from error
    if not byte and not line:
        message = words.FD_ENDED.format(number=descriptor)
        raise CouldNotError(message, words.FD_LINES)
    try:
        return bytes(line).removesuffix(b"\r").decode()
    except UnicodeDecodeError as error:
        message = words.FD_NO_TEXT.format(number=descriptor)
        raise UsageError(message) from error
