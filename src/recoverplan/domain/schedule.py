"""Recurrence: a schedule gives occurrences. python-dateutil's `rrule` works underneath.

A schedule is wall-clock time and knows no zone; the zone comes in when occurrences are asked for.
A wall time that does not exist takes the offset before the change (RFC 5545), one that occurs
twice means the first. What has no length left is dropped, and equal occurrences are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.trip import Leg

FIELDS = 8  # of a part, in `dump`
MOVES = ("before", "after", "night")
FURTHEST = datetime(9980, 1, 1, tzinfo=UTC)
EARLY = datetime(3, 1, 1, tzinfo=UTC)
EARLIEST, LATEST = date(2, 1, 1), date(9990, 1, 1)  # what zones and rules can be asked about
DAY = timedelta(days=1)


class Part(NamedTuple):
    """One recurrence (or one date), in wall-clock time, with its end or its length."""

    rule: str | None  # RFC 5545 RRULE value, DAILY or slower, no COUNT; None: only the date `first`
    first: date | None  # the anchor of the rule and its lower bound; None: any day
    start: int  # wall-clock minutes after midnight, 0 to 1439
    end: int | None = None  # wall-clock minutes after midnight of the day `end_days` later
    end_days: int = 0
    minutes: int | None = None  # a length in real minutes, instead of an end
    excluded: tuple[date, ...] = ()  # EXDATE, as dates
    # A day on a weekend moves: "before", to Friday; "after", to Monday. "night": every day is that
    # of a night whose hours past midnight these are, and moves to the next.
    weekend: str | None = None

    @property
    def days_long(self) -> int:
        """Return the most calendar days by which an occurrence can end after its start."""
        return self.end_days if self.minutes is None else self.minutes // 1440 + 2


class Schedule(NamedTuple):
    """One or more parts whose occurrences are taken together."""

    parts: tuple[Part, ...]


class Hours(NamedTuple):
    """What a person typed, made independent of the day it was typed on, and what it means."""

    phrase: str
    schedule: Schedule


def together(hours: Iterable[Hours]) -> Schedule:
    """Return the schedule of several hours, taken together."""
    return Schedule(tuple(part for each in hours for part in each.schedule.parts))


def occurrences(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> list[Span]:
    """Return the occurrences that overlap [start, end), whole (not cut), sorted, each once."""
    if start >= end:
        return []
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if type(zone) is not ZoneInfo and (legs := getattr(zone, "legs", None)):
        return travelled(schedule, legs, start, end)
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    return sorted(
        {
            span
            for part in schedule.parts
            # A day more on both sides: a zone may skip a day, or name an instant a day later.
            for day in start_days(part, first, last, slack=part.days_long + 1)
            if (span := stretch(part, day, zone)) is not None
            and span.start < end
            and span.end > start
        }
    )


def travelled(
    schedule: Schedule, legs: Sequence[Leg], start: datetime, end: datetime
) -> list[Span]:
    """Return the occurrences on the person's own clock, which trips set to other zones.

    Each zone gives what it has while it is in force; what goes on past such an edge by both its
    clocks is one occurrence.
    """
    wide = timedelta(days=2 + max((part.days_long for part in schedule.parts), default=0))
    first, last = max(start, EARLY + wide) - wide, min(end, FURTHEST - wide) + wide
    found: list[Span] = []
    open_ends: list[Span] = []
    for leg in legs[bisect_right(legs, first, key=lambda leg: leg.end) :]:
        low, high = max(leg.start, first), min(leg.end, last)
        if low >= high:
            break
        whole = occurrences(schedule, leg.zone, low, high)
        cut = [(Span(max(one.start, leg.start), min(one.end, leg.end)), one) for one in whole]
        going_on: list[Span] = []
        for span, one in cut:
            kept = span
            if one.start < leg.start and open_ends:
                kept = Span(open_ends.pop().start, span.end)
            if one.end > leg.end:
                going_on.append(kept)
            else:
                found.append(kept)
        found += open_ends
        open_ends = going_on
    return sorted({span for span in [*found, *open_ends] if span.start < end and span.end > start})


def following(schedule: Schedule, zone: ZoneInfo, now: datetime, count: int) -> list[Span]:
    """Return the first `count` occurrences whose end is after `now`; fewer where there are no more.

    Looks as far ahead as 45 years, in growing stretches: a 29 February that must be a Monday comes
    only every 28 or 40 years.
    """
    now = now.astimezone(UTC)
    found: list[Span] = []
    for days in (10, 100, 1000, 45 * 366):
        ahead = min(timedelta(days=days), FURTHEST - now)
        found = occurrences(schedule, zone, now, now + ahead)
        if len(found) >= count:
            break
    return found[:count]


def start_days(part: Part, first: date, last: date, *, slack: int) -> Iterator[date]:
    """Yield the days from `first` - slack to `last` + 1 on which the part starts."""
    low = max(first.toordinal() - slack, EARLIEST.toordinal())
    high = min(last.toordinal() + 1, LATEST.toordinal())
    moving = 2 if part.weekend else 0  # a moved day comes from as far outside
    if high < low:
        return
    for day in rule_days(part, date.fromordinal(low - moving), date.fromordinal(high + moving)):
        start = moved(day, part.weekend)
        if low <= start.toordinal() <= high and start not in part.excluded:
            yield start


def rule_days(part: Part, low: date, high: date) -> Iterator[date]:
    """Yield the days from low to high that the part's rule gives, before any of them moves."""
    if part.rule is None:
        if part.first is not None and low <= part.first <= high:
            yield part.first
        return
    from recoverplan.domain.schedule_rule import days

    if part.first is not None:
        low = max(low, part.first)
    yield from days(part.rule, part.first, low, high)


def moved(day: date, weekend: str | None) -> date:
    """Return the day, moved off a weekend to the Friday before or the Monday after, or by one."""
    if weekend == "night":
        return day + DAY
    over = day.weekday() - 4  # Saturday 1, Sunday 2
    if weekend is None or over <= 0:
        return day
    return day + timedelta(days=-over if weekend == "before" else 3 - over)


def stretch(part: Part, day: date, zone: ZoneInfo) -> Span | None:
    """Return the occurrence that starts on a day, or None where the clocks leave nothing of it."""
    start = instant(day, part.start, zone)
    if part.minutes is not None:
        end = start + timedelta(minutes=part.minutes)
    else:
        end = instant(day + timedelta(days=part.end_days), part.end or 0, zone)
    return Span(start, end) if start < end else None


def instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) of a wall-clock time; `fold=0` is exactly RFC 5545's two rules."""
    wall = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone)
    return wall.astimezone(UTC)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant of a day in `zone`, in UTC; at the ends of the calendar one near."""
    return instant(min(max(day, EARLIEST), LATEST + DAY), 0, zone)


def day_after(day: date) -> date:
    """Return the next day; at the end of the calendar one near."""
    return min(day, LATEST) + DAY


def pause(
    first: date | None, last: date | None, zone: ZoneInfo
) -> tuple[datetime, datetime | None] | None:
    """Return a pause of some days, the last one included, as instants; None without a first day.

    It ends at None where it has no last one.
    """
    if first is None:
        return None
    return midnight(first, zone), None if last is None else midnight(day_after(last), zone)


def dump(schedule: Schedule) -> str:
    """Return the schedule as one line of text for the store; `load` reads it back."""
    return " ".join(
        "|".join(
            (
                part.rule or "",
                part.first.isoformat() if part.first else "",
                str(part.start),
                "" if part.end is None else str(part.end),
                str(part.end_days),
                "" if part.minutes is None else str(part.minutes),
                ",".join(day.isoformat() for day in part.excluded),
                part.weekend or "",
            )
        )
        for part in schedule.parts
    )


def load(text: str) -> Schedule:
    """Read what `dump` wrote. Raises ValueError for anything else."""
    parts = tuple(load_part(written) for written in text.split(" "))
    schedule = Schedule(parts)
    if dump(schedule) != text:
        raise ValueError(text)
    return schedule


def load_part(text: str) -> Part:
    """Read one part of a dump; what it holds must fit together."""
    fields = text.split("|")
    if len(fields) != FIELDS:
        raise ValueError(text)
    rule, first, start, end, end_days, minutes, excluded, weekend = fields
    part = Part(
        rule or None,
        date.fromisoformat(first) if first else None,
        int(start),
        int(end) if end else None,
        int(end_days),
        int(minutes) if minutes else None,
        tuple(date.fromisoformat(day) for day in excluded.split(",")) if excluded else (),
        weekend or None,
    )
    if part.rule is not None:
        from recoverplan.domain.schedule_rule import check

        check(part.rule, part.first)
    fits = (
        (part.rule is not None or part.first is not None)
        and (part.end is None) != (part.minutes is None)
        and 0 <= part.start < 1440
        and (part.end is None or 0 <= part.end < 1440)
        and (part.end is None or part.end_days * 1440 + part.end > part.start)
        and 0 <= part.end_days <= 366
        and (part.minutes is None or 0 < part.minutes <= 366 * 1440)
        and part.weekend in {None, *MOVES}
    )
    if not fits:
        raise ValueError(text)
    return part
