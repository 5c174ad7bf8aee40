"""What Typer is given: groups of commands that load when they are used, made of what they declare.

Help and names come from one table: importing every command costs 1.7 times importing Typer alone; a
table of names and one-line helps costs nothing. `tests/cli/test_help.py` loads each of them and
looks at its help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import Parameter as PyParameter
from inspect import Signature
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand
from typer.main import get_command_from_info, get_group
from typer.models import CommandInfo

from recoverplan.cli.commands import Entry
from recoverplan.cli.pages import SUMMARY, GroupPage, Page

if TYPE_CHECKING:
    from recoverplan.cli.declaring import App, Command


class Stub(TyperCommand):
    """Stands in for a command until it is run or asked for its own help."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.name, help=entry.help, rich_help_panel=entry.section)
        self.entry = entry

    def load(self) -> Any:
        """Import the module and return the command it defines, under the table's name."""
        command = made(self.entry.load())
        command.name = self.entry.name
        command.help = self.entry.help
        return command


def made(app: App) -> Any:
    """Return what Typer makes of an app: a command, or a group."""
    typers = typer.Typer(
        cls=GroupPage, add_completion=False, rich_markup_mode=None,
        no_args_is_help=app.no_args_is_help, invoke_without_command=app.invoke_without_command,
    )  # fmt: skip
    if app.before:
        typers.callback()(called(app.before))
    if not app.several:
        [command] = app.commands.values()
        return made_one("", command)
    group = get_group(typers)
    group.commands = Unmade(app.commands)
    return group


def made_one(name: str, command: Command) -> Any:
    """Return what Typer makes of a command."""
    from recoverplan.cli.declaring import Option

    info = CommandInfo(name, cls=Page, callback=called(command))
    found: Any = get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
    found.bare = {
        one.info.typed(one.name)[0]: one.info.bare
        for one in command.takes()
        if isinstance(one.info, Option) and one.info.bare
    }
    return found


def called(command: Command) -> Callable[..., object]:
    """Return a function as Typer takes them, which runs the command."""
    from recoverplan.cli.declaring import Option

    def run(ctx: typer.Context, **typed: Any) -> object:
        return command.run(ctx, typed)

    shown = [PyParameter("ctx", PyParameter.KEYWORD_ONLY, annotation=typer.Context)]
    for one in command.takes():
        info = one.info
        told: Any
        if isinstance(info, Option):
            told = typer.Option(
                *info.names, help=info.help, metavar=info.metavar, show_default=info.show_default
            )
        else:
            told = typer.Argument(help=info.help, metavar=info.metavar, hidden=info.hidden)
        default = PyParameter.empty if one.default is ... else one.default
        hint: Any = Annotated[one.kind, told]
        shown.append(
            PyParameter(one.name, PyParameter.KEYWORD_ONLY, default=default, annotation=hint)
        )
    run.__doc__, run.__name__ = command.function.__doc__, command.function.__name__
    run.__annotations__ = {}  # all is in the signature; Typer would look through them once more
    run.__signature__ = Signature(shown)  # type: ignore[attr-defined]
    return run


class Unmade(dict[str, Any]):
    """Commands by name, each made of what is declared when it is first asked for.

    Typer reads the hints of every parameter of all of them, which takes longer than the command.
    """

    def __getitem__(self, name: str) -> Any:
        """Return a command. Raises KeyError."""
        found = super().__getitem__(name)
        if not isinstance(found, TyperCommand):
            found = self[name] = made_one(name, found)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """Return a command, or `default` where there is none."""
        return default if name not in self else self[name]  # noqa: SIM401 - that would be this

    def values(self) -> Any:
        """Return all commands."""
        return [self[name] for name in self]

    def items(self) -> Any:
        """Return all commands with their names."""
        return [(name, self[name]) for name in self]


class LazyGroup(GroupPage):
    """A group whose commands are Stubs until one is wanted."""

    def fill(self, table: Iterable[Entry]) -> None:
        """Register the table's entries in its order, which is the order of the help."""
        self.commands.update({entry.name: Stub(entry) for entry in table})

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names in the table's order, not the alphabet's."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the real command for what was typed, loading it now."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, Stub) else command, rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the help's sections, close together: the whole help is one screen."""
        shown = [each for each in self.commands.values() if getattr(each, "rich_help_panel", "")]
        by_section = groupby(shown, key=lambda each: str(getattr(each, "rich_help_panel", "")))
        column = max((len(str(command.name)) for command in shown), default=0)
        for section, commands in by_section:
            formatter.write(f"{section}:\n")
            with formatter.indentation():
                formatter.write_dl(
                    [
                        (str(command.name).ljust(column), command.get_short_help_str(SUMMARY))
                        for command in commands
                    ]
                )
