"""Suggested hard hours as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from recoverplan.domain.saying import WEEKDAYS, time_of_day, time_range
from recoverplan.domain.suggest import Part, Suggestion
from recoverplan.words import urge as words

MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - any Monday, in wall time


def suggestion_lines(
    found: list[Suggestion],
    urges: int,
    lapses: int,
    part: Part | None,
    *,
    rough: int,
    fewest: int,
    clock24: bool,
) -> Iterator[str]:
    """Say what stands out, each with its number; or why there is nothing to say.

    `rough` of those logged were left out, since only about when is known.
    """
    logged, what = urges + lapses - rough, what_was_logged(urges, lapses)
    if found:
        for number, one in enumerate(found, 1):
            said = words.FELL.format(
                observed=one.observed,
                logged=logged,
                what=what,
                hours=hours_words(one, clock24=clock24),
                expected=expected_words(one.expected),
            )
            yield f"{number}: {said}"
        yield words.ONLY_A_LOOK
        yield words.ADD.format(number=1)
    elif not urges + lapses:
        yield words.NONE_LOGGED
        yield words.HOW_TO_GATHER
    elif logged < fewest:
        yield words.TOO_FEW.format(logged=logged, fewest=fewest)
    else:
        none = words.NONE_STANDS_OUT.format(logged=logged, what=what)
        yield f"{none} {part_said(part, logged, clock24=clock24)}".rstrip()
    if rough == 1:
        yield words.ONE_ROUGH
    elif rough:
        yield words.ROUGH.format(rough=rough)


def part_said(part: Part | None, logged: int, *, clock24: bool) -> str:
    """Say which part of the day most entries fell into; "" for none."""
    if part is None:
        return ""
    start = MONDAY + timedelta(hours=part.first)
    end = start + timedelta(hours=part.hours)
    first, last = (time_of_day(one, clock24=clock24) for one in (start, end))
    return words.PART.format(observed=part.observed, logged=logged, first=first, last=last)


def hours_words(one: Suggestion, *, clock24: bool) -> str:
    """Return the hours: "Sunday 4 to 6 pm"."""
    start = MONDAY + timedelta(hours=one.start)
    hours = time_range(start, start + timedelta(hours=one.hours), clock24=clock24)
    return f"{WEEKDAYS[start.weekday()]} {hours}"


def what_was_logged(urges: int, lapses: int) -> str:
    """Return what the log is made of."""
    if not lapses:
        return words.URGES
    return words.BOTH if urges else words.LAPSES


def expected_words(expected: float) -> str:
    """Return how many would have been expected, as a person says it."""
    if expected < 1:
        return words.FEWER_THAN_ONE
    return words.ABOUT.format(expected=round(expected))
