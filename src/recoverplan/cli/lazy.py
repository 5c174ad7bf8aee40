"""What Typer is given: groups of commands that load when they are used, made of what they declare.

Help and names come from one table: importing every command costs 1.7 times importing Typer alone; a
table of names and one-line helps costs nothing. `tests/cli/test_help.py` loads each of them and
looks at its help.

Help is a plain page: as wide as the terminal at most, sentences whole, names as they are typed.
Typer's own would be 50 columns wide on a terminal of 40, cut a summary short with dots, and put
what must be given in braces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from inspect import Parameter as PyParameter
from inspect import Signature
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info, get_group
from typer.models import CommandInfo

from recoverplan.cli.commands import Entry

if TYPE_CHECKING:
    from recoverplan.cli.declaring import App, Command


WIDEST, NARROWEST, NARROW = 78, 20, 60
SUMMARY = 200  # characters; long enough for the first sentence of any help


class Page(TyperCommand):
    """A command whose help is a plain page; some options of it may stand `bare`, without a text."""

    bare: Mapping[str, str] = {}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give an option that stands bare its usual text."""
        given = list(args)
        for place, argument in enumerate(args):
            following = args[place + 1 : place + 2]
            if argument in self.bare and (not following or following[0].startswith("--")):
                given[place] = f"{argument}={self.bare[argument]}"
        return super().parse_args(ctx, given)

    def get_help(self, ctx: Any) -> str:
        """Return the help, no wider than the terminal."""
        return page(self, ctx)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the parts of the usage line; what must be given stands bare."""
        return [bare(piece) for piece in super().collect_usage_pieces(ctx)]


class GroupPage(TyperGroup):
    """A group of commands whose help is a plain page."""

    def get_help(self, ctx: Any) -> str:
        """Return the help, no wider than the terminal."""
        return page(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that was typed, in any case: phones begin a line with a capital."""
        return super().resolve_command(ctx, [args[0].lower(), *args[1:]])

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, each with the whole first sentence of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, one.get_short_help_str(SUMMARY)) for name, one in commands if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def page(command: Any, ctx: Any) -> str:
    """Return the help of a command, no wider than the terminal; no word of it is broken."""
    from shutil import get_terminal_size

    width = max(min(get_terminal_size().columns - 2, WIDEST), NARROWEST)
    formatter = ctx.formatter_class(width=width)
    if width < NARROW:  # the right column needs room for the longest word
        formatter.write_dl = partial(formatter.write_dl, col_max=width // 3)
    command.format_help(ctx, formatter)
    return str(formatter.getvalue()).rstrip("\n")


def bare(piece: str) -> str:
    """Return a part of a usage line without the braces around what must be given."""
    return piece[1:-1] if piece.startswith("{") and piece.endswith("}") else piece


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
