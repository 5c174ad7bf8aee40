"""iCalendar: events that repeat, each as a record of Meeting Guide. No rule is ever worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO

from recoverplan.domain.zone import known_zone
from recoverplan.errors import UsageError
from recoverplan.words import reading as words
from recoverplan.words.lists import OF_THE_MONTH

MOST_BYTES = 24 << 20
DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
NAMES = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
NTH = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", -1: "Last"}
EVERY = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}
DAYS_OF = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}  # at most
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
MOST_DAYS_OFF = 5  # that are named
BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
PLACED = re.compile(r"(-?)(\d+)([A-Z]{2})")


def records(file: BinaryIO, today: date) -> Iterator[dict[str, Any]]:
    """Yield the events of a calendar that repeat; one that does not, or has ended, says so.

    `not_weekly` of a record is why it is no meeting to keep. Raises UsageError.
    """
    import icalendar

    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UsageError(words.CALENDAR_TOO_LARGE, words.NOTHING_WAS_IMPORTED)
    try:
        calendar: Any = icalendar.Calendar.from_ical(data)
    except BROKEN as error:
        raise UsageError(words.NO_CALENDAR, words.NOTHING_WAS_IMPORTED) from error
    zone = str(calendar.get("X-WR-TIMEZONE", "")) or None
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" not in event:
            try:
                yield record(event, zone, today)
            except BROKEN:  # icalendar says so when a line is looked at, not before
                named = {"slug": str(event.get("UID")), "name": str(event.get("SUMMARY"))}
                yield {**named, "not_weekly": words.BROKEN_EVENT}


def record(event: Any, calendars_zone: str | None, today: date) -> dict[str, Any]:
    """Return one event as a record."""
    found: dict[str, Any] = {
        "slug": str(event.get("UID", "")),
        "name": str(event.get("SUMMARY", "")),
    }
    found["notes"] = str(event.get("DESCRIPTION", ""))
    changed = moment(event, "LAST-MODIFIED")
    found["updated"] = changed.date().isoformat() if changed else ""
    found["formatted_address"] = str(event.get("LOCATION", ""))
    where_to_join(found, str(event.get("URL", "")))
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        found["published"] = "0"
    start = moment(event, "DTSTART")
    rule = event.get("RRULE")
    rule = rule[0] if isinstance(rule, list) else rule
    if start is None or not rule:
        return {**found, "not_weekly": words.ONCE_ONLY}
    said = {str(key).upper(): value for key, value in rule.items()}
    if ended(said, start.date(), today):
        return {**found, "not_weekly": words.HAS_ENDED}
    found["timezone"] = zone_of(start, calendars_zone)
    shown, end = start, moment(event, "DTEND")
    there = known_zone(calendars_zone or "") if str(start.tzinfo) == "UTC" else None
    if there is not None:
        shown, end = start.astimezone(there), end.astimezone(there) if end else None
    found |= when(shown, end, event.get("DURATION"))
    found |= how_often(said, shown, (shown.date() - start.date()).days)
    if "schedule" not in found and (off := days_off(event, today)):
        found["schedule"] = words.NOT_ON.format(dates=", ".join(off[:MOST_DAYS_OFF]))
    return found


def days_off(event: Any, today: date) -> list[str]:
    """Return the days to come on which what repeats is left out."""
    every = (one.dt for each in many(event.get("EXDATE")) for one in each.dts)
    days = {each.date() if isinstance(each, datetime) else each for each in every}
    return [day.isoformat() for day in sorted(days) if day >= today]


def moment(event: Any, name: str) -> datetime | None:
    """Return a time of an event, None for a whole day or none at all."""
    value = getattr(event.get(name), "dt", None)
    return value if isinstance(value, datetime) else None


def zone_of(start: datetime, calendars_zone: str | None) -> str | None:
    """Return the zone of a start; what is in UTC, or in none, is in that of the calendar."""
    name = getattr(start.tzinfo, "key", None) or getattr(start.tzinfo, "zone", None)
    return calendars_zone if name in (None, "UTC") else str(name)


def when(start: datetime, end: datetime | None, lasts: Any) -> dict[str, Any]:
    """Return the time of a start and its end, or its length."""
    length = getattr(lasts, "dt", None)
    if end is None and isinstance(length, timedelta):
        end = start + length
    found: dict[str, Any] = {"time": f"{start:%H:%M}"}
    return found if end is None else {**found, "end_time": f"{end:%H:%M}"}


def how_often(rule: dict[str, Any], start: datetime, later: int) -> dict[str, Any]:
    """Return the days of a rule, and in `schedule` what says that it is not every week.

    `later`: days by which its own are another date than those of the rule, in UTC.
    """
    often = str(first(rule.get("FREQ"), ""))
    step = first(rule.get("INTERVAL"), 1)
    placed = [str(each).upper() for each in many(rule.get("BYDAY"))]
    own = (start.weekday() + 1) % 7
    days = [(DAYS.index(each[-2:]) + later) % 7 for each in placed if each[-2:] in DAYS]
    if often == "DAILY" and not placed:
        days = list(range(7))
    found: dict[str, Any] = {"day": days or [own]}
    if often in {"WEEKLY", "DAILY"} and step == 1:
        return found
    if often == "MONTHLY" and step == 1:
        found["schedule"] = monthly(rule, placed) or words.MONTHLY
        return found
    every = EVERY.get(often)
    found["schedule"] = (
        words.EVERY_SO_MANY.format(step=step, every=every) if every and step != 1 else words.RARELY
    )
    return found


def monthly(rule: dict[str, Any], placed: list[str]) -> str | None:
    """Return a monthly rule in words: "First and Third Friday of the month"."""
    position = [int(each) for each in many(rule.get("BYSETPOS")) if str(each).lstrip("-").isdigit()]
    found = [match for each in placed if (match := PLACED.fullmatch(each.replace("+", "")))]
    nths = [int(match[1] + match[2]) for match in found] or position
    days = {match[3] for match in found} or {each[-2:] for each in placed}
    said = [NTH[nth] for nth in nths if nth in NTH]
    if len(days) != 1 or not said or len(said) != len(nths):
        return None
    return OF_THE_MONTH.format(nths=" and ".join(said), day=NAMES[DAYS.index(days.pop())])


def ended(rule: dict[str, Any], start: date, today: date) -> bool:
    """Tell whether a rule has an end that is surely past."""
    until = first(rule.get("UNTIL"), None)
    last = until.date() if isinstance(until, datetime) else until
    count, step = first(rule.get("COUNT"), None), first(rule.get("INTERVAL"), 1)
    days = DAYS_OF.get(str(first(rule.get("FREQ"), "")))
    if last is None and days and isinstance(count, int) and isinstance(step, int):
        last = start + timedelta(days=min(days * count * step, 36_500))
    return isinstance(last, date) and last < today


def many(value: Any) -> list[Any]:
    """Return the values of a part of a rule."""
    return value if isinstance(value, list) else [] if value is None else [value]


def first(value: Any, other: Any) -> Any:
    """Return the first value of a part of a rule."""
    return next(iter(many(value)), other)


def where_to_join(found: dict[str, Any], page: str) -> None:
    """Take a link in the place or in the notes as the way to join."""
    in_place = ADDRESS.search(found["formatted_address"])
    in_notes = ADDRESS.search(found["notes"])
    if in_place:
        found["conference_url"] = in_place[0]
        found["formatted_address"] = found["formatted_address"].replace(in_place[0], "").strip(" ,")
    elif in_notes and re.search(r"zoom|meet\.|teams|webex|jitsi|gotomeet", in_notes[0]):
        found["conference_url"] = in_notes[0]
    if page.startswith("http"):
        found["url"] = page
