"""The command line as a whole: the table of commands, and the options of all of them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from recoverplan.cli.ending import ended
from recoverplan.cli.lazy import Entry, LazyGroup
from recoverplan.errors import UsageError

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
    entry("plan", "The days ahead (also: remind, trip, treatment, workbook).", DAILY),
    entry("remind", "Notices ahead of the hour.", HIDDEN),
    entry("trip", "Days elsewhere: time zone, numbers, meetings there.", HIDDEN),
    entry("treatment", "Appointments, programs and medicine in your week.", HIDDEN),
    entry("card", "The card to carry: screen, paper, phone (also: publish, family).", DAILY),
    entry("publish", "Your week and people, where your phone gets them.", HIDDEN),
    entry("family", "A page for the people close to you.", HIDDEN),
    entry("review", "Look back at the week.", DAILY),
    entry("setup", "Start here; any question can wait (also: config, completion).", PEOPLE),
    entry("template", "A start to hand out: steps, if-thens, hard hours.", HIDDEN),
    entry("workbook", "Pages to fill in with a pen.", HIDDEN),
    entry("config", "How things are shown: clock, units, colors, what comes first.", HIDDEN),
    entry("risk", "Your hard hours (when tries a time phrase).", PEOPLE),
    entry("when", "Try a time phrase: what it means, when it is next.", HIDDEN),
    entry("contact", "People who can be reached, and help lines.", PEOPLE),
    entry("step", "Things to do when it is hard (also: reason, safety, template).", PEOPLE),
    entry("safety", "The whole safety plan on one page; takes one in.", HIDDEN),
    entry("reason", "Why you are doing this, shown where you choose.", HIDDEN),
    entry("group", "Groups you are trying.", PEOPLE),
    entry("meeting", "Meetings you went to.", PEOPLE),
    entry("support", "What you have, and need (also: give, treatment).", PEOPLE),
    entry("give", "What you do for others.", HIDDEN),
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
    entry("completion", "Tab finishes commands and names in your shell.", HIDDEN),
    entry("erase", "Remove everything that is kept here.", SAFE),
)


OPTIONS = "--store DIR, --plain, --version. More: help TOPIC, or COMMAND --help."


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
    color: Annotated[
        str, typer.Option(metavar="WHEN", help="always, never, or auto: on terminals.")
    ] = "auto",
    version: Annotated[bool, typer.Option("--version", "-V", help="Say which version.")] = False,
) -> None:
    """A private recovery planner. Type recoverplan by itself to see today."""
    from recoverplan.cli.output import use_color
    from recoverplan.cli.session import prepare

    use_color(color)
    ctx.obj = prepare(store, plain=plain, passphrase_fd=passphrase_fd)
    if version:
        from recoverplan import __version__
        from recoverplan.cli.output import say

        say(f"recoverplan {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from recoverplan.cli import today

        today.show(ctx.obj)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; everything that goes wrong is said."""
    return ended(lambda: obeyed(arguments))


def obeyed(arguments: list[str]) -> object:
    """Have Typer read the line and run its command; its own complaints become ours."""
    try:
        return get_command(root).main(arguments, prog_name="recoverplan", standalone_mode=False)
    except TyperException as error:
        from recoverplan.cli.complaints import complaint, is_help

        refused = UsageError(*complaint(error))
        refused.several_lines = is_help(error)
        raise refused from error
    except typer.Abort:
        raise KeyboardInterrupt from None
