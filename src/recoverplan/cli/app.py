"""The command line as a whole, as Typer reads it: the commands, and the options of all of them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from recoverplan.cli.commands import COMMANDS
from recoverplan.cli.ending import ended
from recoverplan.cli.lazy import LazyGroup
from recoverplan.errors import UsageError

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
