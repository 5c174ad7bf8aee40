"""A calendar as an iCalendar file (RFC 5545), by way of icalendar, which escapes and folds.

It names no program, and every event asks to be kept private. Zones are described in the file for
those who don't know them, ten years ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from recoverplan.domain.calendar import Calendar, Entry
from recoverplan.domain.series import Stretch
from recoverplan.domain.text import clean, clean_note
from recoverplan.writers.ics_zone import described, in_utc, years_around

if TYPE_CHECKING:
    import icalendar

MADE_BY = "-//plan//plan//EN"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
MOST = 2**31 - 1


def ics(calendar: Calendar) -> bytes:
    """Return the whole file."""
    file = begun()
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", calendar.name)
    add_entries(file, calendar.entries, calendar.now, sequence_at(calendar.now))
    return bytes(file.to_ical())


def sequence_at(now: datetime) -> int:
    """Return the SEQUENCE of what is made at a moment, in seconds: of two that were made apart,
    and know nothing of each other, the later one holds (RFC 5545, 3.8.7.4). At most what an INTEGER
    may be there (3.3.8), which is reached in 2094.
    """
    return min(max(0, int((now - EPOCH).total_seconds())), MOST)


def ics_item(entry: Entry, now: datetime, sequence: int) -> bytes:
    """Return one entry as a file of its own, as calendar servers keep them (RFC 4791, 4.1)."""
    file = begun()
    add_entries(file, [entry], now, sequence)
    return bytes(file.to_ical())


def begun() -> icalendar.Calendar:
    """Return a file without events."""
    from icalendar import Calendar as Component

    file = Component()
    file.add("prodid", MADE_BY)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    return file


def add_entries(
    file: icalendar.Calendar, entries: Sequence[Entry], now: datetime, sequence: int
) -> None:
    """Add the zones that events have, then the events."""
    first, last = years_around(now)
    for name in sorted({entry.zone for entry in entries if entry.zone}):
        if not in_utc(ZoneInfo(name)):
            file.add_component(described(ZoneInfo(name), first, last))
    for entry in entries:
        for event in events(entry, now):
            event.add("sequence", sequence)
            file.add_component(event)


def events(entry: Entry, now: datetime) -> Iterator[icalendar.Event]:
    """Yield the event, then one more for each of its days that is not as the others."""
    from icalendar import vRecur

    zone = ZoneInfo(entry.zone) if entry.zone else None
    series = entry.series
    event = event_at(entry, series.first, zone, now)
    if series.rule:
        event.add("rrule", vRecur.from_ical(series.rule))
    if series.left_out:
        event.add("exdate", [written(at, zone) for at in series.left_out])
    yield event
    for differing in series.differing:
        event = event_at(entry, differing.stretch, zone, now)
        event.add("recurrence-id", written(differing.at, zone))
        yield event


def event_at(
    entry: Entry, stretch: Stretch, zone: ZoneInfo | None, now: datetime
) -> icalendar.Event:
    """Return an event without what makes it repeat."""
    from icalendar import Event

    stamp = now.astimezone(UTC)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("summary", clean(entry.title))
    event.add("dtstart", written(stretch.start, zone))
    event.add("dtend", written(stretch.end, zone))
    if entry.note:
        event.add("description", clean_note(entry.note))
    if entry.where:
        event.add("location", clean(entry.where))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    if entry.alarm:
        event.add_component(alarm(entry))
    return event


def alarm(entry: Entry) -> icalendar.Alarm:
    """Return an alarm that shows the title when the event begins."""
    from icalendar import Alarm

    rings = Alarm()
    rings.add("action", "DISPLAY")
    rings.add("description", clean(entry.title))
    rings.add("trigger", "PT0S", encode=False)  # icalendar writes P0D, which fewer readers know
    return rings


def written(at: datetime, zone: ZoneInfo | None) -> datetime:
    """Return a time as icalendar takes it: in a zone, in UTC, or floating."""
    if at.tzinfo is not None or zone is None:
        return at
    return at.replace(tzinfo=UTC if in_utc(zone) else zone)
