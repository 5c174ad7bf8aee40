"""Calm colours. Each only repeats what a word on the screen says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

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


class Screen:
    """Rows as they stand on a terminal: as wide as they are, neither wrapped nor cut, and without
    spaces at their ends.

    Rich takes it as any of its own; but loading Rich takes longer than most commands take in all,
    so that what is nothing but rows is written without it, byte for byte as Rich would.
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows = [
            [(part, "") if isinstance(part, str) else (part[0], in_use[part[1]]) for part in row]
            for row in map(trimmed, rows)
        ]

    def text(self, *, styled: bool, colored: bool) -> str:
        """Return the rows as text, each style as a terminal obeys it."""
        lines = (
            "".join(
                in_style(part, style, colored=colored) if styled else part for part, style in row
            )
            for row in self.rows
        )
        return "".join(f"{line}\n" for line in lines)

    def __rich_console__(self, console: object, options: object) -> Iterator[Text]:
        """Yield the rows as Rich's own texts."""
        from rich.text import Text

        for row in self.rows:
            yield Text.assemble(*row, no_wrap=True, overflow="ignore", end="\n")


CODES = {
    "bold": "1", "dim": "2", "green": "32", "yellow": "33", "blue": "34", "magenta": "35",
    "cyan": "36",
}  # fmt: skip
LOOKS = {"bold", "dim"}  # what stays without colors


def in_style(text: str, style: str, *, colored: bool) -> str:
    """Return a text between the codes of a style: words of CODES, in the order of the codes."""
    words = [word for word in style.split() if colored or word in LOOKS]
    codes = ";".join(CODES[word] for word in words)
    return f"\x1b[{codes}m{text}\x1b[0m" if text and codes else text


def rows_of(lines: Iterable[str], style: str = "") -> list[Row]:
    """Return lines of text as rows in one style."""
    return [[(line, style)] for line in lines]


BETWEEN = "  "  # two columns
LEAST = 8  # cells that a column keeps


def side_by_side(
    columns: Iterable[tuple[str | list[str], int, str]], indent: str = ""
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
            row += [(pad(line, width), style), BETWEEN]
        rows.append(row)
    return rows


def title_rows(title: str, days: str, width: int) -> list[Row]:
    """Return a title and the days that a screen is of: at both ends of a line that has room."""
    from recoverplan.domain.text import cells
    from recoverplan.writers.columns import pad

    if cells(title) + cells(days) + len(BETWEEN) > width:
        return [[(title, "title")], [days]]
    return [[(pad(title, width - cells(days)), "title"), days]]


def in_columns(table: Sequence[Sequence[tuple[str, str]]], width: int, most: int = 0) -> list[Row]:
    """Return rows of cells, each a text with its style, side by side in so many columns in all.

    A column is as wide as its widest cell, the first at most so wide; where all are too wide
    together, the widest gives way.
    """
    from recoverplan.domain.text import cells

    widths = [max(cells(text) for text, _ in column) for column in zip(*table, strict=True)]
    widths[0] = min(widths[0], most or width)
    gaps = len(BETWEEN) * (sum(map(bool, widths)) - 1)
    while sum(widths) + gaps > width and max(widths) > LEAST:
        widths[widths.index(max(widths))] -= 1
    return [
        row
        for said in table
        for row in side_by_side(
            (text, wide, style) for (text, style), wide in zip(said, widths, strict=True)
        )
    ]


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
