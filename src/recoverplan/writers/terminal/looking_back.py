"""A week or a month looked back at, on a terminal: one screen, calm, no score."""

from __future__ import annotations

from collections.abc import Iterable

from recoverplan.domain.text import cells
from recoverplan.writers.columns import joined, wrap
from recoverplan.writers.looking_back import Entry, Section
from recoverplan.writers.terminal.plan import WIDE, measured, titled
from recoverplan.writers.terminal.style import Row, Screen, rows_of, side_by_side

INDENT = "  "
WIDEST_LABEL = 28


def back_screen(
    title: tuple[str, str], sections: Iterable[Section], notes: Iterable[str], width: int
) -> Screen:
    """Return the screen for a terminal of `width` columns; `notes` stand at its end."""
    width = measured(width)
    whose, days = title
    rows = titled(whose, days, width)
    for section in sections:
        if section.entries:
            rows += [[], *section_rows(section, width)]
    said = [line for note in notes for line in wrap(note, width)]
    return Screen([*rows, [], *rows_of(said)] if said else rows)


def section_rows(section: Section, width: int) -> list[Row]:
    """Return a section: its title, then its entries in two columns, or below one another."""
    rows = rows_of([section.title.upper()], "heading") if section.title else []
    indent = INDENT if section.title else ""
    longest = max(cells(entry.label) for entry in section.entries)
    column = min(longest, WIDEST_LABEL) + cells(indent) + (2 if longest else 0)
    for entry in section.entries:
        rows += entry_rows(entry, indent, column, width, quiet=section.title is None)
    return rows


def entry_rows(entry: Entry, indent: str, column: int, width: int, *, quiet: bool) -> list[Row]:
    """Return one entry: its label, and beside or below it what is said."""
    style = "heading" if quiet else "name"
    if width < WIDE:
        below = indent + INDENT if entry.label else indent
        said = [line for part in entry.said for line in wrap(part, width - cells(below))]
        label = wrap(entry.label, width - cells(indent)) if entry.label else []
        rows = rows_of((indent + line for line in label), style)
        return rows + rows_of(below + line for line in said)
    lines = joined(entry.said, width - column)
    beside = (entry.label, max(column - cells(indent) - 2, 0), style)
    return side_by_side([beside, (lines, width - column, "")], indent)
