"""Calm colours. Each only repeats what a word on the screen says."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import Group

STYLES = {  # for a dark screen; the others differ in what they name
    "title": "bold",
    "heading": "bold cyan",
    "name": "bold",
    "high": "bold",
    "time": "cyan",
    "open": "yellow",
    "quiet": "dim",
    "command": "green",
    "": "",
}

THEMES: dict[str | None, dict[str, str]] = {
    "light": {"heading": "bold blue", "time": "blue", "open": "magenta"},
    "mono": {"heading": "bold", "time": "", "open": "", "command": ""},
}
in_use = STYLES

Part = str | tuple[str, str]  # text, or text with a key of STYLES
Row = list[Part]


def use(theme: str | None) -> None:
    """Take a theme, for all screens of this run; None: the usual one."""
    global in_use  # noqa: PLW0603 - the terminal has one look
    in_use = STYLES | THEMES.get(theme, {})


def screen(rows: list[Row]) -> Group:
    """Return rows as a screen. They are as wide as they are: Rich neither wraps nor cuts them."""
    from rich.console import Group
    from rich.text import Text

    def text(row: Row) -> Text:
        parts = [
            (part, "") if isinstance(part, str) else (part[0], in_use[part[1]]) for part in row
        ]
        return Text.assemble(*parts, no_wrap=True, overflow="ignore", end="\n")

    return Group(*(text(row) for row in rows))


def rows_of(lines: Iterable[str], style: str = "") -> list[Row]:
    """Return lines of text as rows in one style."""
    return [[(line, style)] for line in lines]


def side_by_side(
    columns: Iterable[tuple[str | list[str], int, str]], indent: str = "", between: str = "  "
) -> list[Row]:
    """Return texts in columns of these widths and styles, each wrapped below itself: none is cut.

    A column of no width is left out. Lists are lines that were broken before.
    """
    from recoverplan.writers.columns import pad, wrap  # a list has none

    shown = [column for column in columns if column[1]]
    found = [text if isinstance(text, list) else wrap(text, width) for text, width, _ in shown]
    rows: list[Row] = []
    for lines in zip_longest(*found, fillvalue=""):
        row: Row = [indent]
        for line, (_, width, style) in zip(lines, shown, strict=True):
            row += [(pad(line, width), style), between]
        rows.append(trimmed(row))
    return rows


def trimmed(row: Row) -> Row:
    """Return the row without the spaces at its end, which would wrap on a narrow terminal."""
    kept = list(row)
    while kept:
        part = kept.pop()
        said, role = (part, "") if isinstance(part, str) else part
        if said.rstrip():
            kept.append((said.rstrip(), role))
            break
    return kept
