"""What urges have in common: the hours they come in, what sets them off, what was done.

Everything is a count of what was noted, or the mean of it: no trend, no score, no forecast. Hours
and days are those of the place where an urge was logged, because evenings are hard by the clock on
the wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from recoverplan.domain.naming import folded
from recoverplan.domain.urge import Urge
from recoverplan.domain.zone import known_zone

ENOUGH = 5  # answers with a strength before and after; the mean of fewer says too little


class Hour(NamedTuple):
    """One hour of a weekday (0 is Monday) in which urges began.

    `days` is on how many different days, `strength` the mean of those that were said.
    """

    weekday: int
    hour: int
    urges: int
    days: int
    strength: float | None


class Trigger(NamedTuple):
    """One thing that set urges off, as it was written last, None for those without any."""

    text: str | None
    urges: int
    days: int
    strength: float | None


class Did(NamedTuple):
    """One thing that was done, as it was written last.

    `both` of the `times` have a strength before and after; with ENOUGH of them `before` and
    `after` are the means of these.
    """

    text: str
    times: int
    both: int
    before: float | None
    after: float | None


class UrgeChart(NamedTuple):
    """The urges of the days from `first` on; `earlier` came before, the first of all on `since`.

    `hours` are those in which any began, in the order of the week; triggers and what was done come
    with the most frequent first.
    """

    first: date
    last: date
    urges: int
    days: int
    earlier: int
    since: date | None
    hours: tuple[Hour, ...]
    triggers: tuple[Trigger, ...]
    done: tuple[Did, ...]


def wall(urge: Urge) -> datetime:
    """Return when an urge was by the clocks where it was logged."""
    return urge.at.astimezone(known_zone(urge.zone) or UTC)


def day_of(urge: Urge) -> date:
    """Return the day of an urge by the clocks where it was logged."""
    return wall(urge).date()


def urge_chart(urges: Iterable[Urge], first: date, last: date) -> UrgeChart:
    """Chart the urges of the days from `first` to `last`, both included."""
    every = sorted(urges, key=lambda urge: (urge.at, urge.id))
    days = {urge.id: day_of(urge) for urge in every}
    within = [urge for urge in every if first <= days[urge.id] <= last]
    return UrgeChart(
        first=first,
        last=last,
        urges=len(within),
        days=days_in(within),
        earlier=sum(day < first for day in days.values()),
        since=min(days.values(), default=None),
        hours=hours_of(within),
        triggers=triggers_of(within),
        done=done_of(within),
    )


def days_in(urges: Iterable[Urge]) -> int:
    """Return on how many different days these urges were."""
    return len({day_of(urge) for urge in urges})


def mean(values: Iterable[int | None]) -> float | None:
    """Return the mean of the values that were said, None where none was."""
    said = [value for value in values if value is not None]
    return sum(said) / len(said) if said else None


def hours_of(urges: Sequence[Urge]) -> tuple[Hour, ...]:
    """Return the hours of the week in which urges began."""
    found: dict[tuple[int, int], list[Urge]] = {}
    for urge in urges:
        local = wall(urge)
        found.setdefault((local.weekday(), local.hour), []).append(urge)
    return tuple(
        Hour(*at, len(them), days_in(them), mean(urge.strength for urge in them))
        for at, them in sorted(found.items())
    )


def triggers_of(urges: Sequence[Urge]) -> tuple[Trigger, ...]:
    """Return what set urges off, those without a word on it last. One urge may have several."""
    found: dict[str, tuple[str, list[Urge]]] = {}
    for urge in urges:
        for key, text in {folded(text): text for text in urge.triggers}.items():
            found[key] = text, [*found.get(key, ("", []))[1], urge]
    counted = [
        Trigger(text, len(them), days_in(them), mean(urge.strength for urge in them))
        for text, them in found.values()
    ]
    counted.sort(key=lambda one: (-one.urges, folded(one.text or "")))
    rest = [urge for urge in urges if not urge.triggers]
    if rest:
        strength = mean(urge.strength for urge in rest)
        counted.append(Trigger(None, len(rest), days_in(rest), strength))
    return tuple(counted)


def done_of(urges: Sequence[Urge]) -> tuple[Did, ...]:
    """Return what was done about urges, and how strong they were before and after."""
    found: dict[str, tuple[str, list[Urge]]] = {}
    for urge in urges:
        if urge.did:
            key = folded(urge.did)
            found[key] = urge.did, [*found.get(key, ("", []))[1], urge]
    counted = [did(text, them) for text, them in found.values()]
    return tuple(sorted(counted, key=lambda one: (-one.times, folded(one.text))))


def did(text: str, urges: Sequence[Urge]) -> Did:
    """Return what is known of one thing that was done."""
    both = [urge for urge in urges if None not in (urge.strength, urge.after)]
    if len(both) < ENOUGH:
        return Did(text, len(urges), len(both), None, None)
    before = mean(urge.strength for urge in both)
    return Did(text, len(urges), len(both), before, mean(urge.after for urge in both))
