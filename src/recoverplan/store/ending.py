"""How a run of the program ends: nothing was changed; done; or done, but not confirmed.

A change stands from its commit on, a file from the moment when it has its name. Trouble that comes
later (a disk that does not confirm, an emergency card that cannot be written, an answer that cannot
be printed) undoes nothing, so it must not be told as "nothing was changed": it becomes a doubt, the
command goes on, and the run ends with exit code 7. This is the one place that knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from recoverplan.errors import (
    CouldNotError,
    FileUnconfirmedError,
    GoneError,
    RecoverplanError,
    UnconfirmedError,
)
from recoverplan.store.trouble import said_of
from recoverplan.words import files as words


class Ending:
    """What this run has done. `stands`: what its newest act did, once that is kept; "" while an act
    is under way. `earlier`: whether an act before that one stands.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin a run."""
        self.stands = ""
        self.earlier = False
        self.doubts: list[UnconfirmedError] = []
        self.notes: list[str] = []

    def begins(self) -> None:
        """Begin an act: until it stands, trouble means that it was not done."""
        self.earlier = self.earlier or bool(self.stands)
        self.stands = ""

    def done(self, stands: str) -> None:
        """Note that the act stands: from here on trouble means that it is not confirmed."""
        self.stands = stands

    def not_yet(self) -> None:
        """Note that what was done last is only a part of the act that is under way."""
        self.stands = ""

    def note(self, sentence: str) -> None:
        """Note what is to be said at the end besides; it changes nothing about how the run ends."""
        self.notes.append(sentence)

    def doubt(self, message: str, hint: str) -> None:
        """Note, to be said at the end, what is done but not confirmed."""
        self.doubts.append(UnconfirmedError(message, hint))

    @contextmanager
    def afterwards(self, message: str, hint: str = "{why}") -> Iterator[None]:
        """Go on after trouble inside, and say it at the end; "{why}" of the hint is the trouble."""
        try:
            yield
        except Exception as error:
            why = said_of(error)
            if why is None or isinstance(why, GoneError):
                raise
            if isinstance(why, UnconfirmedError):
                self.doubts.append(why)
            else:
                self.doubt(message, hint.format(why=after_the_fact(why)))

    @contextmanager
    def whether_confirmed(self) -> Iterator[None]:
        """Go on where something inside is done but not confirmed, and say so at the end."""
        try:
            yield
        except UnconfirmedError as error:
            self.doubts.append(error)

    def told(self, error: RecoverplanError) -> RecoverplanError:
        """Return what to say of an error that ends the run, after all that was done in it."""
        of_file = isinstance(error, FileUnconfirmedError)
        if isinstance(error, (GoneError, UnconfirmedError)) and not of_file:
            return error  # it says itself what stands
        if self.stands:
            return UnconfirmedError(f"{self.stands} {after_the_fact(error)}", error.hint)
        if isinstance(error, FileUnconfirmedError):  # of an act that was not done
            error = CouldNotError(f"{error.why} {words.NOTHING_CHANGED}")
        if self.earlier:
            message = error.message.replace(words.NOTHING_CHANGED, words.SAVED_BEFORE)
            hint = error.hint and error.hint.replace(words.NOTHING_CHANGED, words.SAVED_BEFORE)
            return type(error)(message, hint)
        return error


def after_the_fact(error: RecoverplanError) -> str:
    """Return what an error says, but for the claim that nothing was changed."""
    return error.message.replace(f" {words.NOTHING_CHANGED}", "")


ending = Ending()
