"""The map of the week as a list of stretches, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.saying import long_day, time_range
from recoverplan.domain.weekmap import WeekMap
from recoverplan.words import plan as words


def map_lines(found: WeekMap, *, clock24: bool) -> Iterator[str]:
    """Yield "Monday 23 November, 9 to 11 pm: high, somebody is there."."""
    yield f"{words.MAP_TITLE}."
    for each in found.stretches:
        start, end = (instant.astimezone(found.zone) for instant in each.span)
        hours = time_range(start, end, clock24=clock24)
        state = words.NOBODY_YET if each.open else words.THERE
        yield f"{long_day(start.date())}, {hours}: {each.level}, {state}."
    if not found.stretches:
        yield words.NOTHING
