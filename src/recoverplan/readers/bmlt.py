"""BMLT JSON (NA), the answer to GetSearchResults: every value a text, missing is ""."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.listing import HOUR, Listing
from recoverplan.readers.listing_fields import (
    DAY,
    LONGEST_NAME,
    caution,
    clock,
    often,
    on_the_map,
    text,
    zone,
)
from recoverplan.readers.meeting_guide import (
    BY_APPOINTMENT,
    NO_DAY,
    NO_TIME,
    NO_ZONE,
    type_codes,
)
from recoverplan.readers.noted import Noted
from recoverplan.words import reading as words

KNOWN = {"id_bigint", "weekday_tinyint", "service_body_bigint", "meeting_name", "duration_time"}
VENUES = {"1": "in-person", "2": "online", "3": "hybrid"}
WEEKDAYS = {str(number): 1 << (number + 5) % 7 for number in range(1, 8)}  # 1 is Sunday


def is_one(record: dict[str, Any]) -> bool:
    """Tell whether a record looks like a meeting of this format."""
    return bool(KNOWN & record.keys())


def identity(record: dict[str, Any]) -> str | None:
    """Return what tells the meeting from the list's others."""
    return text(record.get("id_bigint"))


def name(record: dict[str, Any]) -> str | None:
    """Return the meeting's name."""
    return text(record.get("meeting_name"), LONGEST_NAME)


def listing(record: dict[str, Any], place: int, feed_zone: str | None, noted: Noted) -> Listing:
    """Return the listing of a record that has an identity and a name.

    Its `zone` is None where neither the record nor the list names one.
    """
    get = record.get
    called = name(record) or ""
    days = WEEKDAYS.get(often(get("weekday_tinyint")) or "", 0)
    said = get("start_time")
    start = clock(said) if type(said) is str and said else None
    in_zone: str | None
    if days and start is not None and start < DAY:
        minutes = length(get("duration_time"), place, noted)
        own = often(get("time_zone"))
        in_zone = zone(own) if own else None
        if own and in_zone is None:
            noted.add(NO_ZONE, place, own)
        in_zone = in_zone or feed_zone
    else:
        noted.add(why_no_time(record, days), place, called)
        days, start, minutes, in_zone = 0, None, HOUR, None
    codes = type_codes(get("formats"))
    form, closed = attendance(record, codes)
    lat, lon = on_the_map(record, place, called, noted)
    town = often(get("location_municipality"))
    parts = [
        text(get("location_street")), town,
        often(get("location_province")), text(get("location_postal_code_1")),
    ]  # fmt: skip
    notes, door = text(get("comments")), text(get("location_info"))
    link, phone = text(get("virtual_meeting_link")), text(get("phone_meeting_number"))
    joining = text(get("virtual_meeting_additional_info"))
    return Listing(
        identity(record) or "",
        called,
        days,
        start,
        minutes,
        in_zone,
        form,
        text(get("location_text")),
        ", ".join(part for part in parts if part) or None,
        town,
        often(get("location_city_subsection")) or often(get("location_neighborhood")),
        lat,
        lon,
        link,
        phone,
        " ".join(codes),
        notes,
        caution(" ".join(filter(None, (notes, door)))),
        int(closed),
        joining if link or not phone else None,
        joining if phone and not link else None,
        door,
    )


def why_no_time(record: dict[str, Any], days: int) -> str:
    """Return why a meeting is kept as by appointment."""
    if not days and record.get("weekday_tinyint") not in (None, "", "0"):
        return NO_DAY
    return NO_TIME if record.get("start_time") not in (None, "") else BY_APPOINTMENT


def length(value: Any, place: int, noted: Noted) -> int:
    """Return how long a meeting lasts, in minutes; one hour is the server's own default."""
    if value is None or value == "":
        return HOUR
    minutes = clock(value) if type(value) is str else None
    if minutes is None:
        noted.add(words.NO_LENGTH, place, value)
        return HOUR
    return minutes or HOUR


def attendance(record: dict[str, Any], codes: list[str]) -> tuple[str, bool]:
    """Return the format, and whether the meeting is closed for the time being."""
    get = record.get
    online = bool(
        text(get("virtual_meeting_link"))
        or text(get("phone_meeting_number"))
        or {"VM", "HY", "WEB"} & set(codes)
        or get("venue_type") in ("2", "3")
    )
    closed_place = "TC" in codes
    if get("published") == "0" or (closed_place and not online):
        return ("online" if online else "in-person"), True
    if closed_place:
        return "online", False
    form = VENUES.get(often(get("venue_type")) or "")
    if form is None:
        form = "in-person"
        if online:
            only = "VM" in codes and "HY" not in codes
            form = "online" if only or not text(get("location_street")) else "hybrid"
    return form, False
