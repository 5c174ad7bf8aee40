"""Help as plain pages: as wide as the terminal at most, sentences whole, names as they are typed.

Typer's own would be 50 columns wide on a terminal of 40, cut a summary short with dots, and put
what must be given in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup

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
