"""How every run ends: an exit code, and one sentence on stderr for whatever went wrong.

Never a traceback. Without Typer, so that what goes straight ends here too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from recoverplan.cli.output import tell
from recoverplan.errors import RecoverplanError

INTERRUPTED = 130


def ended(work: Callable[[], object]) -> int:
    """Do the work of one command line and return its exit code; what goes wrong is said here."""
    open_what_is_closed()
    try:
        result = work()
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
    except RecoverplanError as error:
        complain(error.message, error.hint)
        code = error.exit_code
    except (KeyboardInterrupt, EOFError):
        tell()
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has gone (Typer makes a SystemExit of that, and of nothing else
        # here): what is left to print has nowhere to go, and the interpreter must not try again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        complain_of_the_system(error)
        code = 1
    except Exception as error:
        if os.environ.get("RECOVERPLAN_DEBUG"):
            raise
        # Its message may hold what the person typed, and errors are passed on to others.
        tell(f"recoverplan met an error of its own ({type(error).__name__}).")
        tell("`recoverplan now` still works. RECOVERPLAN_DEBUG=1 shows where it happened.")
        code = 1
    return code


def complain(message: str, hint: str | None) -> None:
    """Tell what went wrong and what to type instead; what was typed may be anything."""
    from recoverplan.domain.text import clean_note

    for text in (message, hint):
        if text:
            tell(clean_note(text))


def complain_of_the_system(error: OSError) -> None:
    """Tell what the system would not do: a name that is too long, an answer not written out."""
    import errno

    if error.errno == errno.ENAMETOOLONG and error.filename:
        from recoverplan.store.trouble import too_long

        said = too_long(error.filename)
        complain(said.message, said.hint)
    else:
        tell(f"The answer could not be written out: {error.strerror or error}.")


def open_what_is_closed() -> None:
    """Put a stream that leads nowhere where the caller closed one: Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
