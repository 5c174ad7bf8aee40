"""Stretches of real time as minutes of a zone's own week, Monday 0:00 first; and back.

Lists of meetings are weekly and in wall-clock time: a stretch that is asked for becomes minutes of
the week once for each zone, and only what is shown becomes instants again.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import instant
from recoverplan.domain.span import Span

DAY = 1440
WEEK = 7 * DAY
LOOKS = 60  # at the offset of a zone, within a long stretch
SLACK = timedelta(days=1, hours=3)


class Window(NamedTuple):
    """A stretch in minutes since Monday 0:00 of the week in which it starts: start < end."""

    monday: date
    start: int
    end: int


def window(span: Span, zone: ZoneInfo) -> Window:
    """Return the stretch by the clocks of `zone`; parts of minutes are taken in whole."""
    first = span.start.astimezone(zone).replace(tzinfo=None)
    last = span.end.astimezone(zone).replace(tzinfo=None)
    monday = first.date() - timedelta(days=first.weekday())
    midnight = datetime.combine(monday, datetime.min.time())
    start = (first - midnight) // timedelta(minutes=1)
    end = -((midnight - last) // timedelta(minutes=1))
    return Window(monday, start, max(end, start + 1))


def steady(span: Span, zone: ZoneInfo) -> bool:
    """Tell whether no clock changes in or about the stretch, so that minutes are enough."""
    start, end = span.start - SLACK, span.end + SLACK
    step = max(timedelta(hours=6), (end - start) / LOOKS)
    offset = start.astimezone(zone).utcoffset()
    look = start
    while look < end:
        look = min(look + step, end)
        if look.astimezone(zone).utcoffset() != offset:
            return False
    return True


def at(monday: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) of minutes after a Monday's 0:00, by the clocks of `zone`."""
    days, minute = divmod(minutes, DAY)
    return instant(monday + timedelta(days=days), minute, zone)


def as_span(monday: date, start: int, end: int, zone: ZoneInfo) -> Span | None:
    """Return the real stretch; None where the clocks leave nothing of it."""
    first, last = at(monday, start, zone), at(monday, end, zone)
    return Span(first, last) if first < last else None


def week_from(now: datetime) -> Span:
    """Return the seven days from now on."""
    start = now.astimezone(UTC)
    return Span(start, start + timedelta(days=7))
