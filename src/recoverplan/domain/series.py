"""A schedule as a calendar keeps it: events that repeat, days left out, and days that differ.

A calendar repeats wall-clock times. Where that alone gives something else than the schedule does
(a night on which the clocks change and a length in real minutes, a time that does not exist, a
payday that leaves its weekend, two rules that meet on one day), the day is left out or said by
itself. This is exact for HORIZON days; after them a calendar follows the rules alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import Part, Schedule, instant, start_days, stretch
from recoverplan.domain.schedule_rfc import Recurrence, recurrences, with_until
from recoverplan.domain.schedule_rule import Rule, rule_days
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple

HORIZON = 731  # days


class Stretch(NamedTuple):
    """A start and an end: both wall-clock times without a zone, or both instants in UTC.

    UTC only where the end is in the second of two equal hours, for which a clock has no words.
    """

    start: datetime
    end: datetime


class Differing(NamedTuple):
    """One day of a series that is not as the others: when it would start, and when it does."""

    at: datetime
    stretch: Stretch


class Series(NamedTuple):
    """One event of a calendar, that repeats where it has a rule.

    `place` tells the series of a schedule apart and stays when times change. `until` is in `rule`
    as a wall-clock time where the event floats, else in UTC. `single` marks a day for which
    there is no rule though the schedule has one.
    """

    place: str
    first: Stretch
    rule: str | None = None
    left_out: tuple[datetime, ...] = ()  # wall-clock starts
    differing: tuple[Differing, ...] = ()
    single: bool = False


def series_of(schedule: Schedule, zone: ZoneInfo, begin: date, *, floating: bool) -> list[Series]:
    """Return the events that give the occurrences of a schedule which start on `begin` or later.

    `zone` is the one in which occurrences are asked for; `floating` events are read in whatever
    zone the reader is in, and are exact in `zone`. An occurrence is given once, by one event.
    """
    found: list[Series] = []
    taken: set[Span] = set()
    for number, part in enumerate(schedule.parts):
        wanted = wanted_days(part, zone, begin, taken)
        whole = [each for each in recurrences(part) if each.whole]  # what RFC 5545 can say
        for place, each in enumerate(whole):
            one = repeating(part, each, wanted, zone, begin, floating=floating)
            if one is not None:
                found.append(one._replace(place=f"{number}.{place}"))
        for day, span in wanted.items():  # what no rule gave
            mark = f"{number}.0" if part.rule is None else f"{number} {day.isoformat()}"
            found.append(Series(mark, said(span, zone), single=part.rule is not None))
    return found


def wanted_days(part: Part, zone: ZoneInfo, begin: date, taken: set[Span]) -> dict[date, Span]:
    """Return the days on which the part starts and what it gives then, and add that to `taken`.

    Without days of which the clocks leave nothing, and what was taken already.
    """
    wanted: dict[date, Span] = {}
    for day in sorted(set(start_days(part, begin, begin + timedelta(days=HORIZON), slack=0))):
        span = stretch(part, day, zone)
        if span is not None and span not in taken:
            wanted[day] = span
            taken.add(span)
    return wanted


def repeating(
    part: Part,
    each: Recurrence,
    wanted: dict[date, Span],
    zone: ZoneInfo,
    begin: date,
    *,
    floating: bool,
) -> Series | None:
    """Return the event that a rule makes of the days wanted, and take these from `wanted`.

    None where it gives none of them.
    """
    given = list(days_given(each.days, part, begin))
    kept = [day for day in given if day in wanted]
    if not kept:
        return None
    first = kept[0]
    left_out = [day for day in given if day > first and day not in wanted]
    beyond = begin + timedelta(days=HORIZON + 1)
    left_out += [day for day in part.excluded if day > beyond]
    spans = {day: wanted.pop(day) for day in kept}
    differing = [
        Differing(wall(day, part.start), said(span, zone))
        for day, span in spans.items()
        if not as_on_the_wall(part, day, span, zone, floating=floating)
    ]
    return Series(
        place="",
        first=nominal(part, first),
        rule=each.rule if floating else until_in_utc(each, zone),
        left_out=tuple(wall(day, part.start) for day in left_out),
        differing=tuple(differing),
    )


def days_given(rule: Rule, part: Part, begin: date) -> Iterator[date]:
    """Yield the days within the horizon that a reader of the rule alone finds.

    A rule for days that leave their weekend has no first day: one may move to before it.
    """
    anchor = part.first if part.weekend is None else None
    low = max(begin, anchor) if anchor else begin
    # A day on either side, as `start_days` has it.
    return rule_days(rule, anchor, low, begin + timedelta(days=HORIZON + 1))


def until_in_utc(each: Recurrence, zone: ZoneInfo) -> str:
    """Return a rule whose UNTIL is an instant, as RFC 5545 wants it beside a start with a zone."""
    if each.days.until is None:
        return each.rule
    return with_until(each.days, f"{instant(each.days.until, each.start, zone):%Y%m%dT%H%M%SZ}")


def as_on_the_wall(part: Part, day: date, span: Span, zone: ZoneInfo, *, floating: bool) -> bool:
    """Tell whether a calendar that repeats wall-clock times has this occurrence right by itself.

    Where an event has a zone, some keep its end on the wall and some its length: both must do.
    """
    usual = nominal(part, day)
    if said(span, zone) != usual:
        return False
    return floating or span.end - span.start == usual.end - usual.start


def nominal(part: Part, day: date) -> Stretch:
    """Return what a part says of a day, had no clock ever been changed."""
    start = wall(day, part.start)
    if part.minutes is not None:
        return Stretch(start, start + timedelta(minutes=part.minutes))
    return Stretch(start, wall(day + timedelta(days=part.end_days), part.end or 0))


def said(span: Span, zone: ZoneInfo) -> Stretch:
    """Return an occurrence in wall-clock times, or in UTC where the wall has no words for it."""
    local = [each.astimezone(zone) for each in span]
    if any(each.fold for each in local):
        return Stretch(*span)
    start, end = (each.replace(tzinfo=None) for each in local)
    return Stretch(start, end)


def wall(day: date, minutes: int) -> datetime:
    """Return a wall-clock time, without a zone."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
