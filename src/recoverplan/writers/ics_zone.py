"""A time zone described in an iCalendar file, for readers who don't know its name.

icalendar's own description has the hour at which clocks go forward wrong (it gives the time after
the change, where RFC 5545 wants the one before), so the changes are looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

UNIVERSAL = frozenset({"UTC", "Etc/UTC"})
YEARS_AHEAD = 10
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


class Change(NamedTuple):
    """A moment at which a zone's clocks change. `wall` is what they showed just before."""

    before: timedelta
    after: timedelta
    name: str
    wall: datetime


def described(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """Return the changes of a zone from `first` to `last` (UTC), and what held before them."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    described = Timezone()
    described.add("tzid", zone.key)
    begins = offset_at(zone, first)
    start = Change(begins, begins, named_at(zone, first), (first + begins).replace(tzinfo=None))
    found = changes(zone, first, last)
    for (before, after, name), same in groupby([start, *found], key=lambda each: each[:3]):
        walls = [change.wall for change in same]
        forward = after > before
        observance = TimezoneDaylight() if forward else TimezoneStandard()
        observance.add("dtstart", walls[0])
        if walls[1:]:
            observance.add("rdate", walls[1:])
        observance.add("tzname", name)
        observance.add("tzoffsetfrom", before)
        observance.add("tzoffsetto", after)
        described.add_component(observance)
    return described


@lru_cache(maxsize=32)  # each published event describes its zone, and few zones serve them all
def changes(zone: ZoneInfo, first: datetime, last: datetime) -> tuple[Change, ...]:
    """Return the changes of a zone's offset in [first, last), sorted; never two within a day."""
    return tuple(sorted(each_change(zone, first, last)))


def each_change(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """Yield each change of a zone's offset, found by looking at every day."""
    low, before = first, offset_at(zone, first)
    while low < last:
        high = min(low + DAY, last)
        after = offset_at(zone, high)
        if after != before:
            at = moment_of_change(zone, low, high)
            yield Change(before, after, named_at(zone, at), (at + before).replace(tzinfo=None))
        low, before = high, after


def moment_of_change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first second of (low, high] that has the offset of `high`."""
    after = offset_at(zone, high)
    while high - low > SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if offset_at(zone, middle) == after:
            high = middle
        else:
            low = middle
    return high


def offset_at(zone: ZoneInfo, instant: datetime) -> timedelta:
    """Return how far a zone's clocks are ahead of UTC."""
    return instant.astimezone(zone).utcoffset() or timedelta()


def named_at(zone: ZoneInfo, instant: datetime) -> str:
    """Return what a zone calls its time: EST."""
    return instant.astimezone(zone).tzname() or zone.key


def in_utc(zone: ZoneInfo) -> bool:
    """Tell whether a zone is UTC itself, which iCalendar writes without a name."""
    return zone.key in UNIVERSAL


def years_around(now: datetime) -> tuple[datetime, datetime]:
    """Return the first moment of the year before, and of the year ten years ahead."""
    year = now.astimezone(UTC).year
    return datetime(year - 1, 1, 1, tzinfo=UTC), datetime(year + YEARS_AHEAD, 1, 1, tzinfo=UTC)
