"""What urges have in common: the hours they come in, what sets them off, what was done.

Everything is a count of what was noted, or the mean of it: no trend, no score, no forecast. Hours
and days are those of the place where an urge was logged, because evenings are hard by the clock on
the wall.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from operator import attrgetter

from recoverplan.domain.naming import folded
from recoverplan.domain.urge import Urge
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

PARTS = ("morning", "afternoon", "evening", "night")
MORNING, BEGIN = 6, (12, 17, 21)  # the hours at which the parts begin
ENOUGH = 5  # answers with both numbers; the mean of fewer says too little


class Hour(NamedTuple):
    """One hour of a weekday (0 is Monday) in which urges began.

    `days` is on how many different days, `strength` the mean of those that were said.
    """

    weekday: int
    hour: int
    urges: int
    days: int
    strength: float | None


class Part(NamedTuple):
    """One part of a weekday (0 is Monday) in which urges began of which only about when is known.

    `part` is morning, afternoon, evening or night; a night goes on past midnight.
    """

    weekday: int
    part: str
    urges: int


class Trigger(NamedTuple):
    """One thing that set urges off, as it was written last, None for those without any."""

    text: str | None
    urges: int
    days: int
    strength: float | None


class Did(NamedTuple):
    """One thing that was done, as it was written last.

    Of `both` of the `times` it is known how strong it was before and after; with ENOUGH of them
    `before` and `after` are the means of these.
    """

    text: str
    times: int
    both: int
    before: float | None
    after: float | None


class UrgeChart(NamedTuple):
    """The urges of the days from `first` on; `earlier` came before, the first of all on `since`.

    `hours` are those in which any began, in the order of the week, and `parts` the parts of days
    for those of which only about when is known; triggers and what was done come with the most
    frequent first.
    """

    first: date
    last: date
    urges: int
    days: int
    earlier: int
    since: date | None
    hours: tuple[Hour, ...]
    parts: tuple[Part, ...]
    triggers: tuple[Trigger, ...]
    done: tuple[Did, ...]


def wall(urge: Urge) -> datetime:
    """Return when an urge was by the clocks where it was logged."""
    return urge.at.astimezone(known_zone(urge.zone) or UTC)


def day_of(urge: Urge) -> date:
    """Return the day of an urge by the clocks where it was logged."""
    return wall(urge).date()


class Placed(NamedTuple):
    """An urge, and when it was by the clocks where it was logged."""

    urge: Urge
    local: datetime
    day: date


def placed(urge: Urge) -> Placed:
    """Return an urge with its local time, which is worked out once."""
    local = wall(urge)
    return Placed(urge, local, local.date())


def urge_chart(
    urges: Iterable[Urge], first: date, last: date, *, before: int = 0, since: date | None = None
) -> UrgeChart:
    """Chart the urges of the days from `first` to `last`, both included.

    Of earlier ones that are not among `urges` there were `before`, the first of them on `since`.
    """
    every = [placed(urge) for urge in sorted(urges, key=attrgetter("at"))]
    within = [each for each in every if first <= each.day <= last]
    return UrgeChart(
        first=first,
        last=last,
        urges=len(within),
        days=days_in(within),
        earlier=before + sum(each.day < first for each in every),
        since=since or min((each.day for each in every), default=None),
        hours=hours_of([each for each in within if not each.urge.rough]),
        parts=parts_of([each for each in within if each.urge.rough]),
        triggers=triggers_of(within),
        done=done_of([each.urge for each in within]),
    )


def days_in(urges: Iterable[Placed]) -> int:
    """Return on how many different days these urges were."""
    return len({each.day for each in urges})


def mean(values: Iterable[int | None]) -> float | None:
    """Return the mean of the values that were said, None where none was."""
    said = [value for value in values if value is not None]
    return sum(said) / len(said) if said else None


def hours_of(urges: Sequence[Placed]) -> tuple[Hour, ...]:
    """Return the hours of the week in which urges began."""
    found: dict[tuple[int, int], list[Placed]] = {}
    for each in urges:
        found.setdefault((each.day.weekday(), each.local.hour), []).append(each)
    return tuple(
        Hour(*at, len(them), days_in(them), strength_of(them)) for at, them in sorted(found.items())
    )


def parts_of(urges: Sequence[Placed]) -> tuple[Part, ...]:
    """Return the parts of the days of the week in which urges began, in their order."""
    found = Counter((evening_before(each), part_of(each.local.hour)) for each in urges)
    order = sorted(found, key=lambda at: (at[0], PARTS.index(at[1])))
    return tuple(Part(*at, found[at]) for at in order)


def part_of(hour: int) -> str:
    """Return the part of the day that an hour is in, as phrases have them."""
    return PARTS[3] if hour < MORNING else PARTS[bisect(BEGIN, hour)]


def evening_before(urge: Placed) -> int:
    """Return the weekday that an urge counts for: after midnight that of the night before."""
    return (urge.day.weekday() - (urge.local.hour < MORNING)) % 7


def strength_of(urges: Iterable[Placed]) -> float | None:
    """Return how strong urges were on average, None where none was said."""
    return mean(each.urge.strength for each in urges)


def by_text(said: Iterable[tuple[T, Sequence[str]]]) -> list[tuple[str, list[T]]]:
    """Gather things by the texts said of each, every text as it was written last."""
    found: dict[str, list[T]] = {}
    texts: dict[str, str] = {}
    key_of = cache(folded)
    for thing, several in said:
        once = {key_of(text): text for text in several}
        texts |= once
        for key in once:
            found.setdefault(key, []).append(thing)
    return [(texts[key], them) for key, them in found.items()]


def triggers_of(urges: Sequence[Placed]) -> tuple[Trigger, ...]:
    """Return what set urges off, those without a word on it last. One urge may have several."""
    counted = [
        Trigger(text, len(them), days_in(them), strength_of(them))
        for text, them in by_text((each, each.urge.triggers) for each in urges)
    ]
    counted.sort(key=lambda one: (-one.urges, folded(one.text or "")))
    rest = [each for each in urges if not each.urge.triggers]
    if rest:
        counted.append(Trigger(None, len(rest), days_in(rest), strength_of(rest)))
    return tuple(counted)


def done_of(urges: Sequence[Urge]) -> tuple[Did, ...]:
    """Return what was done about urges, and how strong they were before and after."""
    answered = ((urge, (urge.did,)) for urge in urges if urge.did)
    counted = [did(text, them) for text, them in by_text(answered)]
    return tuple(sorted(counted, key=lambda one: (-one.times, folded(one.text))))


def did(text: str, urges: Sequence[Urge]) -> Did:
    """Return what is known of one thing that was done."""
    both = [urge.change for urge in urges if urge.change]
    if len(both) < ENOUGH:
        return Did(text, len(urges), len(both), None, None)
    return Did(text, len(urges), len(both), *map(mean, zip(*both, strict=True)))
