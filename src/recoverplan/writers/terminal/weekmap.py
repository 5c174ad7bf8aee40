"""The map of the week as a screen: letters tell everything, colour repeats it."""

from __future__ import annotations

from datetime import timedelta

from recoverplan.domain.saying import short_day
from recoverplan.domain.weekmap import Cell, WeekMap
from recoverplan.words import plan as words
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.terminal.style import Screen, rows_of, title_rows
from recoverplan.writers.weekmap import blank_rows, dates_said, hours_above, letter, look
from recoverplan.writers.wording import not_asked


def map_screen(found: WeekMap, width: int, *, clock24: bool) -> Screen:
    """Return the map, made for cells of the size that `look(width)` names."""
    form = look(width)
    across = form.before + len(found.days[0]) * form.cell
    rows = title_rows(words.MAP_TITLE, dates_said(found), min(across, width))
    rows += [[], [(hours_above(form, clock24=clock24), "quiet")]]
    for number, day in enumerate(found.days):
        name = short_day(found.first + timedelta(days=number))
        rows.append(
            [pad(name, form.before), *((letter(cell).ljust(form.cell), role(cell)) for cell in day)]
        )
    legend = [*(words.LEGEND if found.stretches else (words.NOTHING,)), *not_asked(found.not_asked)]
    return Screen([*rows, [], *rows_of(line for said in legend for line in wrap(said, width))])


def role(cell: Cell) -> str:
    """Return the style that repeats what a cell's letter says."""
    if cell.level is None:
        return "quiet"
    return "open" if cell.open_minutes else "time"


def blank_screen(width: int, *, clock24: bool, first_day: int = 0) -> Screen:
    """Return an empty map to fill in by hand."""
    lines = blank_lines(width, clock24=clock24, first_day=first_day)
    return Screen(rows_of(lines))


def blank_lines(width: int, *, clock24: bool, first_day: int = 0) -> list[str]:
    """Return the lines of an empty map: the question, the grid, how to fill it in."""
    legend = [line for said in words.BLANK_LEGEND for line in wrap(said, width)]
    return [
        *wrap(words.BLANK_TITLE, width),
        "",
        *blank_rows(look(width), clock24=clock24, first_day=first_day),
        "",
        *legend,
    ]
