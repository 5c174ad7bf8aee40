"""How every run ends: an exit code, and one sentence on stderr for whatever went wrong.

Never a traceback. Without Typer, so that what goes straight ends here too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from recoverplan.cli.output import tell
from recoverplan.errors import Back, CouldNotError, RecoverplanError, UnconfirmedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.store.ending import Ending

INTERRUPTED = 130


class Exit(Exception):  # noqa: N818 - no error: all is said
    """Ends the run with a code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def ended(work: Callable[[], object]) -> int:
    """Do the work of one command line and return its exit code; what goes wrong is said here."""
    open_what_is_closed()
    forget_the_last_run()
    try:
        result = with_going_back(work)
        flush()
        code = result if isinstance(result, int) else 0
        if code == INTERRUPTED:
            say_what_is_kept()
    except RecoverplanError as error:
        code = end_with(error)
    except (KeyboardInterrupt, EOFError):
        tell()
        say_what_is_kept()
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has gone; Typer makes a SystemExit of that, and of nothing else.
        code = 0
    except Exception as error:
        if os.environ.get("RECOVERPLAN_DEBUG") and not isinstance(error, OSError):
            raise
        code = end_with(last_words(error))
    code = say_the_rest(code)
    drop_what_is_left()
    return code


def drop_what_is_left() -> None:
    """Let go of what could not be printed: else Python tries again, and ends with its own code."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def with_going_back(work: Callable[[], object]) -> object:
    """Do the work, again from its beginning whenever a question is left for the one before."""
    while True:
        try:
            return work()
        except Exit as left:
            return left.code
        except Back:
            from recoverplan.cli.asking import tape
            from recoverplan.services.keeping import take_back_answers
            from recoverplan.store.unlocking import person

            take_back_answers()
            tape.rewind()
            person.again = True  # nobody gives a passphrase twice


def forget_the_last_run() -> None:
    """Begin with nothing: a test runs many in one process."""
    if earlier := this_run():
        earlier.forget()
    if last := sys.modules.get("recoverplan.cli.asking"):
        last.tape.forget()
        last.tape.held = b""
    if last := sys.modules.get("recoverplan.services.keeping"):
        last.answers.forget()


def say_what_is_kept() -> None:
    """Say, where a conversation was broken off, that its answers are saved, if any is."""
    keeping = sys.modules.get("recoverplan.services.keeping")
    last = sys.modules.get("recoverplan.cli.asking")
    if keeping and last and keeping.answers.step and not keeping.answers.told:
        last.tape.aloud()
        tell()
        from recoverplan.words.questions import SAVED_SO_FAR

        tell(SAVED_SO_FAR)


@contextmanager
def said_when_left(said: Callable[[], str]) -> Iterator[None]:
    """Say, where somebody leaves a conversation inside, what became of it, and end the run."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        from recoverplan.cli.asking import explain
        from recoverplan.services.keeping import answers

        tell()
        if line := said():
            explain(line)
        answers.told = True
        raise Exit(INTERRUPTED) from None


def this_run() -> Ending | None:
    """Return what this run has done; None where it never came to the store (help, a slip)."""
    return getattr(sys.modules.get("recoverplan.store.ending"), "ending", None)


def end_with(error: RecoverplanError) -> int:
    """Say what ended the run, after all that was done in it before, and return its exit code."""
    if run := this_run():
        error = run.told(error)
    complain(error.message, error.hint, several_lines=error.several_lines)
    return error.exit_code


def say_the_rest(code: int) -> int:
    """Say what else there is to say, once each: what is done but not confirmed last. Return the
    exit code of the run.
    """
    run = this_run()
    if run is None:
        return code
    said = [(note, None) for note in run.notes] + [(each.message, each.hint) for each in run.doubts]
    for message, hint in dict.fromkeys(said):
        complain(message, hint)
    return code or (UnconfirmedError.exit_code if run.doubts else 0)


def complain(message: str, hint: str | None, *, several_lines: bool = False) -> None:
    """Tell what went wrong and what to type instead; what was typed, and names of files, may be
    anything.
    """
    from recoverplan.domain.text import clean, clean_note

    for text in (message, hint):
        if text:
            with suppress(OSError):  # where nothing can be said, the exit code still says it
                tell(clean_note(text) if several_lines else clean(text))


def flush() -> None:
    """Bring the answer out. Raises CouldNotError."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_shown(error) from error


def not_shown(error: OSError) -> CouldNotError:
    """Return the error for an answer that could not be printed."""
    from recoverplan.words.files import NOT_SHOWN

    return CouldNotError(NOT_SHOWN.format(why=error.strerror or error))


def last_words(error: Exception) -> RecoverplanError:
    """Return what to say of an error that nothing below has put into words."""
    from recoverplan.store.trouble import said_of
    from recoverplan.words.files import (
        GO_ELSEWHERE,
        ITS_OWN,
        WHERE_IT_HAPPENED,
        WORKING_FOLDER_GONE,
    )

    if isinstance(error, OSError) and not error.filename:
        if isinstance(error, FileNotFoundError):  # none to write to, and none that has a name
            return CouldNotError(WORKING_FOLDER_GONE, GO_ELSEWHERE)
        return not_shown(error)
    if said := said_of(error):
        return said
    # Its message may hold what the person typed, and errors are passed on to others.
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return CouldNotError(ITS_OWN.format(name=name), WHERE_IT_HAPPENED)


def open_what_is_closed() -> None:
    """Put a stream that leads nowhere where the caller closed one: Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
