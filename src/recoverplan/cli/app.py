"""The command line as a whole: the table of commands, the options of all of them, and one handler.

Whatever goes wrong ends here as one sentence on stderr and an exit code; never as a traceback.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from recoverplan.cli.lazy import Entry, LazyGroup
from recoverplan.errors import CouldNotError, RecoverplanError, UnconfirmedError, UsageError

if TYPE_CHECKING:
    from recoverplan.store.ending import Ending

HARD = "When it is hard"
DAILY = "Every day"
PEOPLE = "Your people and places"
SAFE = "Keep it safe"
HIDDEN = ""  # named in the line of a sibling, so that the help stays one screen


def entry(name: str, help: str, section: str) -> Entry:  # noqa: A002
    """Return the table's line for the command that lives in cli/<name>.py."""
    return Entry(name, f"recoverplan.cli.{name}", help, section)


COMMANDS = (
    entry("now", "Who to call and what to do, right now.", HARD),
    entry("urge", "Note an urge (also: lapse).", HARD),
    entry("lapse", "Log a lapse; what came before it.", HIDDEN),
    entry("care", "When peer support isn't enough: where to go (also: lines).", HARD),
    entry("lines", "Help lines: every one, what it costs, its languages.", HIDDEN),
    entry("plan", "The days ahead: people, meetings, steps (also: remind).", DAILY),
    entry("remind", "Notices ahead of the hour.", HIDDEN),
    entry("card", "The card to carry: screen, paper, phone (also: publish, family).", DAILY),
    entry("publish", "Your week and people, where your phone gets them.", HIDDEN),
    entry("family", "A page for the people close to you.", HIDDEN),
    entry("review", "Look back at the week.", DAILY),
    entry("setup", "Start here: a few questions, each may be skipped (also: config).", PEOPLE),
    entry("config", "How times are read and shown: clock 12 or 24.", HIDDEN),
    entry("risk", "Your hard hours (when tries a time phrase).", PEOPLE),
    entry("when", "Try a time phrase: what it means, when it is next.", HIDDEN),
    entry("contact", "People who can be reached, and help lines.", PEOPLE),
    entry("step", "Things to do when it is hard (also: reason).", PEOPLE),
    entry("reason", "Why you are doing this, shown where you choose.", HIDDEN),
    entry("group", "Groups you are trying.", PEOPLE),
    entry("meeting", "Meetings you went to.", PEOPLE),
    entry("support", "What you have, and what you need next.", PEOPLE),
    entry("undo", "Take back the last change (also: redo, history).", SAFE),
    entry("redo", "Bring back what was taken back.", HIDDEN),
    entry("history", "What was changed, newest first.", HIDDEN),
    entry("backup", "Everything in one file (also: restore, export, import).", SAFE),
    entry("restore", "Bring a backup back.", HIDDEN),
    entry("lock", "Set, change or remove a passphrase.", SAFE),
    entry("doctor", "Check that everything works.", SAFE),
    entry("export", "A file that anyone can read (import takes it back).", HIDDEN),
    Entry("import", "recoverplan.cli.import_export", "Read it all into an empty store.", HIDDEN),
    entry("help", "A topic in a few paragraphs, or what a command takes.", HIDDEN),
    entry("erase", "Remove everything that is kept here.", SAFE),
)


OPTIONS = "--store DIR, --plain, --version. More: help TOPIC, or COMMAND --help."


INTERRUPTED = 130


class Root(LazyGroup):
    """The root of the commands, one screen of help: at most 24 lines."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.fill(COMMANDS)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help: what it is, the commands by what a person wants, the options."""
        formatter.write_text(self.help)
        self.format_commands(ctx, formatter)
        formatter.write_text(f"Options: {OPTIONS}")


root = typer.Typer(
    cls=Root,
    name="recoverplan",
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@root.callback()
def recoverplan(
    ctx: typer.Context,
    store: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the data in this folder.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="One fact a line, no boxes.")] = False,
    passphrase_fd: Annotated[
        int | None, typer.Option(metavar="N", help="Read passphrases from this descriptor.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Say which version.")] = False,
) -> None:
    """A private recovery planner. recoverplan alone shows today in a few lines."""
    from recoverplan.cli.session import prepare

    ctx.obj = prepare(store, plain=plain, passphrase_fd=passphrase_fd)
    if version:
        from recoverplan import __version__
        from recoverplan.cli.output import say

        say(f"recoverplan {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from recoverplan.cli import today

        today.show(ctx)


def complain(message: str, hint: str | None, *, several_lines: bool = False) -> None:
    """Tell what went wrong and what to type instead; what was typed, and names of files, may be
    anything.
    """
    from recoverplan.cli.output import tell
    from recoverplan.domain.text import clean, clean_note

    for text in (message, hint):
        if text:
            tell(clean_note(text) if several_lines else clean(text))


def open_what_is_closed() -> None:
    """Put a stream that leads nowhere where the caller closed one: Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; everything that goes wrong is said here."""
    from recoverplan.cli.output import tell

    open_what_is_closed()
    if earlier := this_run():  # of a test, which runs many in one process
        earlier.forget()
    try:
        result = get_command(root).main(arguments, prog_name="recoverplan", standalone_mode=False)
        flush()
        code = result if isinstance(result, int) else 0
    except RecoverplanError as error:
        code = end_with(error)
    except TyperException as error:
        from recoverplan.cli.complaints import complaint, is_help

        complain(*complaint(error), several_lines=is_help(error))
        code = UsageError.exit_code
    except (typer.Abort, KeyboardInterrupt, EOFError):
        tell()
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has gone (Typer makes a SystemExit of that, and of nothing else
        # here): what is left to print has nowhere to go, and the interpreter must not try again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("RECOVERPLAN_DEBUG") and not isinstance(error, OSError):
            raise
        code = end_with(last_words(error))
    return say_the_rest(code)


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
    from recoverplan.words.ending import NOT_SHOWN

    return CouldNotError(NOT_SHOWN.format(why=error.strerror or error))


def last_words(error: Exception) -> RecoverplanError:
    """Return what to say of an error that nothing below has put into words."""
    from recoverplan.store.trouble import said_of

    if isinstance(error, OSError) and not error.filename:
        return not_shown(error)
    if said := said_of(error):
        return said
    # Its message may hold what the person typed, and errors are passed on to others.
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return CouldNotError(
        f"recoverplan met an error of its own ({name}).",
        "`recoverplan now` still works. RECOVERPLAN_DEBUG=1 shows where it happened.",
    )
