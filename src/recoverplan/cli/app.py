"""The command line as a whole: the table of commands, the options of all of them, and one handler.

Whatever goes wrong ends here as one sentence on stderr and an exit code; never as a traceback.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from recoverplan.cli.lazy import Entry, LazyGroup
from recoverplan.errors import RecoverplanError, UsageError

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
    entry("card", "The card to carry, on screen, paper or phone (also: family).", DAILY),
    entry("family", "A page for the people close to you.", HIDDEN),
    entry("review", "Look back at the week.", DAILY),
    entry("setup", "Start here: a few questions, each may be skipped.", PEOPLE),
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


def complain(message: str, hint: str | None) -> None:
    """Tell what went wrong and what to type instead; what was typed may be anything."""
    from recoverplan.cli.output import tell
    from recoverplan.domain.text import clean_note

    for text in (message, hint):
        if text:
            tell(clean_note(text))


def open_what_is_closed() -> None:
    """Put a stream that leads nowhere where the caller closed one: Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; everything that goes wrong is said here."""
    from recoverplan.cli.output import tell

    open_what_is_closed()
    try:
        result = get_command(root).main(arguments, prog_name="recoverplan", standalone_mode=False)
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
    except RecoverplanError as error:
        complain(error.message, error.hint)
        code = error.exit_code
    except TyperException as error:
        from recoverplan.cli.complaints import complaint

        complain(*complaint(error))
        code = UsageError.exit_code
    except (typer.Abort, KeyboardInterrupt, EOFError):
        tell()
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has gone (Typer makes a SystemExit of that, and of nothing else
        # here): what is left to print has nowhere to go, and the interpreter must not try again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG and error.filename:
            from recoverplan.store.trouble import too_long

            said = too_long(error.filename)
            complain(said.message, said.hint)
        else:
            tell(f"The answer could not be written out: {error.strerror or error}.")
        code = 1
    except Exception as error:
        if os.environ.get("RECOVERPLAN_DEBUG"):
            raise
        # Its message may hold what the person typed, and errors are passed on to others.
        tell(f"recoverplan met an error of its own ({type(error).__name__}).")
        tell("`recoverplan now` still works. RECOVERPLAN_DEBUG=1 shows where it happened.")
        code = 1
    return code
