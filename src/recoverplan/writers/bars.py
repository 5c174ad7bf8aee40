"""The map of the week as bars: for each day, where hard hours begin and how long they last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from recoverplan.domain.coverage import midnight
from recoverplan.domain.saying import clock, medium_day, short_day, time_range
from recoverplan.domain.span import Span, clip
from recoverplan.domain.weekmap import Stretch, WeekMap
from recoverplan.words import plan as words

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
    start, end = (moment.astimezone(found.zone) for moment in stretch.span)
    left = minutes(start)
    right = DAY_MINUTES if end.date() > day else minutes(end)
    return Bar(left, max(right - left, QUARTER), stretch.level, stretch.open)


def minutes(wall: datetime) -> int:
    """Return the minutes of the clock since midnight."""
    return wall.hour * 60 + wall.minute


def bar_words(stretch: Stretch, found: WeekMap, *, clock24: bool) -> str:
    """Return "9 to 11 pm: high, somebody is there"."""
    start, end = (moment.astimezone(found.zone) for moment in stretch.span)
    return words.BAR.format(
        hours=time_range(start, end, clock24=clock24),
        level=stretch.level,
        state=words.NOBODY_YET if stretch.open else words.THERE,
    )


def hours_named(*, clock24: bool) -> list[str]:
    """Return the names of the hours above the bars, a quarter of the day apart."""
    if clock24:
        return [str(hour) for hour in MARKED]
    return [clock(hour * 60, clock24=False).replace("midnight", "12 am") for hour in MARKED]
