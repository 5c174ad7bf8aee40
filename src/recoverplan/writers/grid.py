"""The map of the week as text: a row for each day, a letter for each hour or half hour.

A small letter: hard, and somebody is there. A capital: hard, and nobody is yet. So the map can be
read without colour and on any terminal.
"""

from __future__ import annotations

from typing import NamedTuple

from recoverplan.domain.saying import WEEKDAYS, clock
from recoverplan.domain.weekmap import HALF_HOUR, HOUR, Cell
from recoverplan.words.plan import CALM, LEVELS

DAY_COLUMN = 8  # "Mon 23  "
NARROW_DAY_COLUMN = 7
LABEL = 8  # the room of an hour's name above the grid: "midnight"
BLANK = "_"


class Look(NamedTuple):
    """How the grid fits a width: minutes of a cell, columns of a cell, columns before the first."""

    cell_minutes: int
    cell: int
    before: int


def look(width: int) -> Look:
    """Return the widest grid for so many columns: half hours, hours, or hours close together."""
    if width >= DAY_COLUMN + 48 * 2:
        return Look(HALF_HOUR, 2, DAY_COLUMN)
    if width >= DAY_COLUMN + 24 * 3 - 2:
        return Look(HOUR, 3, DAY_COLUMN)
    return Look(HOUR, 1, NARROW_DAY_COLUMN)


def letter(cell: Cell) -> str:
    """Return the letter of a cell: "." calm, "h" high and somebody is there, "H" high and open."""
    if cell.level is None:
        return CALM
    capital = LEVELS[cell.level]
    return capital if cell.open_minutes else capital.lower()


def hours_above(form: Look, *, clock24: bool) -> str:
    """Return the names of some hours, each above its column."""
    per_hour = 60 // form.cell_minutes * form.cell
    every = 3 if 3 * per_hour > LABEL else 6
    line = " " * form.before
    for hour in range(0, 24, every):
        said = str(hour) if clock24 else clock(hour * 60, clock24=False)
        if said == "midnight":
            said = "12 am"
        line += said.ljust(every * per_hour)
    return line.rstrip()


def weekdays_from(first: int) -> tuple[int, ...]:
    """Return the numbers of a week's days (Monday is 0) from that of its first day on."""
    return tuple((first + place) % 7 for place in range(7))


def blank_rows(form: Look, *, clock24: bool, first_day: int = 0) -> list[str]:
    """Return an empty week to fill in by hand."""
    cells = "".join(BLANK.ljust(form.cell) for _ in range(0, 24 * 60, form.cell_minutes))
    rows = [hours_above(form, clock24=clock24)]
    for day in weekdays_from(first_day):
        rows += ["", (WEEKDAYS[day][:3].ljust(form.before) + cells).rstrip()]
    return rows
