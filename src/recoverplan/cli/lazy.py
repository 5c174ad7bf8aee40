"""Command groups that load when they are used: help and names come from one table.

Importing every command costs 1.7 times importing Typer alone; a table of names and one-line helps
costs nothing. `tests/cli/test_help.py` loads each of them and looks at its help.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import groupby
from typing import Any, NamedTuple

from typer.core import TyperCommand
from typer.main import get_command, get_command_from_info, get_command_name, get_group
from typer.models import CommandInfo

from recoverplan.cli.pages import SUMMARY, GroupPage, Page


class Entry(NamedTuple):
    """One line of the help: a command, the module that holds it, what it is for, its section.

    Without a section it works as the others do, and the help of all does not list it.
    """

    name: str
    module: str
    help: str
    section: str


class Stub(TyperCommand):
    """Stands in for a command until it is run or asked for its own help."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.name, help=entry.help, rich_help_panel=entry.section)
        self.entry = entry

    def load(self) -> Any:
        """Import the module and return the command it defines, under the table's name."""
        app = import_module(self.entry.module).app
        app.rich_markup_mode = None
        app.info.cls = GroupPage
        for registered in app.registered_commands:
            if registered.cls in {None, TyperCommand}:  # one of its own is a Page already
                registered.cls = Page
        several = app.registered_callback or len(app.registered_commands) > 1
        command: Any = with_commands(app) if several else get_command(app)
        command.name = self.entry.name
        command.help = self.entry.help
        return command


def with_commands(app: Any) -> Any:
    """Return a group whose commands are made when they are asked for: one of them is, as a rule.

    Typer reads the hints of every parameter of all of them, which takes longer than the command.
    """
    registered, app.registered_commands = app.registered_commands, []
    group = get_group(app)
    app.registered_commands = registered
    group.commands = Unmade(
        {each.name or get_command_name(each.callback.__name__): each for each in registered}
    )
    return group


class Unmade(dict[str, Any]):
    """Commands by name, each made of what is known of it when it is first asked for."""

    def __getitem__(self, name: str) -> Any:
        """Return a command. Raises KeyError."""
        found = super().__getitem__(name)
        if isinstance(found, CommandInfo):
            found = self[name] = get_command_from_info(
                found, pretty_exceptions_short=True, rich_markup_mode=None
            )
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
