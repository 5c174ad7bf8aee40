"""A calendar file as a phone shows it, by an independent library: events at real instants."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ical.calendar_stream import IcsCalendarStream


class Seen(NamedTuple):
    """One event as a phone shows it; instants in UTC."""

    start: datetime
    end: datetime
    title: str
    uid: str


def seen(content: bytes, zone: ZoneInfo, start: datetime, end: datetime) -> list[Seen]:
    """Return what a phone whose clock is in `zone` shows for [start, end), in order.

    A floating time is that time on the phone's clock.
    """
    calendar = IcsCalendarStream.calendar_from_ics(content.decode("utf-8"))
    found = [
        Seen(
            instant(event.dtstart, zone),
            instant(event.dtend, zone),
            event.summary or "",
            event.uid or "",
        )
        for event in calendar.timeline_tz(zone).overlapping(start, end)
    ]
    return sorted(each for each in found if each.start < end and each.end > start)


def instant(at: object, zone: ZoneInfo) -> datetime:
    """Return the instant that a phone takes a time for."""
    assert isinstance(at, datetime)
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def properties(content: bytes) -> list[str]:
    """Return the lines of a file, unfolded; each must be short and end as it should."""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # folded between letters, never within one
    return content.decode("utf-8").replace("\r\n ", "").splitlines()
