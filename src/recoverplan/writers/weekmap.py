"""The map of the week in text: as bars for each day, as rows of letters, and as a list of
stretches.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from recoverplan.domain.saying import WEEKDAYS, clock, long_day, medium_day, short_day, time_range
from recoverplan.domain.schedule import midnight
from recoverplan.domain.span import Span, clip
from recoverplan.domain.weekmap import HALF_HOUR, HOUR, Cell, Stretch, WeekMap
from recoverplan.value import NamedTuple
from recoverplan.words import plan as words
from recoverplan.words.plan import CALM, LEVELS
from recoverplan.writers.times import on_the_wall
from recoverplan.writers.wording import not_asked

DAY_MINUTES = 24 * 60
QUARTER = 15
MARKED = (0, 6, 12, 18)  # hours named above the bars


class Bar(NamedTuple):
    """A stretch of one level on one day: minutes of the clock from midnight, and how many."""

    left: int
    width: int
    level: str
    open: bool


class DayBars(NamedTuple):
    """A day: "Mon 23", its bars, and the same in words."""

    day: str
    bars: tuple[Bar, ...]
    said: str


def days_of(found: WeekMap, last: date, *, clock24: bool, months: bool) -> Iterator[DayBars]:
    """Yield the days of a map through `last`; `months`: each day is said with its month."""
    for number in range(7):
        day = found.first + timedelta(days=number)
        if day > last:
            return
        inside = list(on_day(found, day))
        said = "; ".join(bar_words(each, found, clock24=clock24) for each in inside)
        bars = tuple(bar(each, found, day) for each in inside)
        name = medium_day(day) if months else short_day(day)
        yield DayBars(name, bars, said or words.CALM_DAY)


def on_day(found: WeekMap, day: date) -> Iterator[Stretch]:
    """Yield the stretches of a day, cut to it."""
    frame = Span(midnight(day, found.zone), midnight(day + timedelta(days=1), found.zone))
    for each in found.stretches:
        for span in clip([each.span], frame):
            yield each._replace(span=span)


def bar(stretch: Stretch, found: WeekMap, day: date) -> Bar:
    """Return the bar of a stretch; where the clocks go back it is never less than a quarter."""
    start, end = on_the_wall(stretch.span, found.zone)
    left = minutes(start)
    right = DAY_MINUTES if end.date() > day else minutes(end)
    return Bar(left, max(right - left, QUARTER), stretch.level, stretch.open)


def minutes(wall: datetime) -> int:
    """Return the minutes of the clock since midnight."""
    return wall.hour * 60 + wall.minute


def bar_words(stretch: Stretch, found: WeekMap, *, clock24: bool) -> str:
    """Return "9 to 11 pm: high, somebody is there"."""
    start, end = on_the_wall(stretch.span, found.zone)
    return words.BAR.format(
        hours=time_range(start, end, clock24=clock24),
        level=stretch.level,
        state=words.NOBODY_YET if stretch.open else words.THERE,
    )


def hours_named(*, clock24: bool) -> list[str]:
    """Return the names of the hours above the bars, a quarter of the day apart."""
    return [hour_named(hour, clock24=clock24) for hour in MARKED]


def hour_named(hour: int, *, clock24: bool) -> str:
    """Return "6 am", "noon", "12 am" at both ends of the day; "6", "12", "24"."""
    if clock24:
        return str(hour)
    return clock(hour % 24 * 60, clock24=False).replace("midnight", "12 am")


# The map of the week as text: a row for each day, a letter for each hour or half hour.
#
# A small letter: hard, and somebody is there. A capital: hard, and nobody is yet. So the map can be
# read without colour and on any terminal.

DAY_COLUMN = 8  # "Mon 23  "
NARROW_DAY_COLUMN = 7
LABEL = 8  # the room of an hour's name above the grid: "midnight"
BLANK = "_"


def dates_said(found: WeekMap) -> str:
    """Return the days of a map: "Mon 23 to Sun 29 November"."""
    last = found.first + timedelta(days=6)
    weekday, _, rest = long_day(last).partition(" ")
    return f"{short_day(found.first)} to {weekday[:3]} {rest}"


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
        line += hour_named(hour, clock24=clock24).ljust(every * per_hour)
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


def map_lines(found: WeekMap, *, clock24: bool) -> Iterator[str]:
    """Yield "Monday 23 November, 9 to 11 pm: high, somebody is there."."""
    yield f"{words.MAP_TITLE}."
    for each in found.stretches:
        start, end = on_the_wall(each.span, found.zone)
        hours = time_range(start, end, clock24=clock24)
        state = words.NOBODY_YET if each.open else words.THERE
        yield f"{long_day(start.date())}, {hours}: {each.level}, {state}."
    yield from not_asked(found.not_asked)
    if not found.stretches:
        yield words.NOTHING
