"""Meeting Guide JSON (AA, Al-Anon, Recovery Dharma and others): one record to one listing."""

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
from recoverplan.readers.noted import Noted
from recoverplan.words import reading as words

PAST_MIDNIGHT = 4 * HOUR  # an end before its start that is further away is a slip of the feed
KNOWN = {
    "name", "slug", "day", "time", "end_time", "types", "location", "formatted_address", "timezone",
    "attendance_option", "conference_url", "conference_phone", "region", "approximate",
}  # fmt: skip

BY_APPOINTMENT = words.NO_DAY_OR_TIME
NO_DAY = words.A_DAY_THAT_CANNOT
NO_TIME = words.A_TIME_THAT_CANNOT
NO_ZONE = words.A_TIME_ZONE_THAT_IS_NOT_KNOWN


def is_one(record: dict[str, Any]) -> bool:
    """Tell whether a record looks like a meeting of this format."""
    return "slug" in record or len(KNOWN & record.keys()) >= 3


def identity(record: dict[str, Any]) -> str | None:
    """Return what tells the meeting from the list's others: its slug, else its id."""
    return text(record.get("slug")) or text(record.get("id"))


def name(record: dict[str, Any]) -> str | None:
    """Return the meeting's name."""
    return text(record.get("name"), LONGEST_NAME)


def listing(record: dict[str, Any], place: int, feed_zone: str | None, noted: Noted) -> Listing:
    """Return the listing of a record that has an identity and a name.

    Its `zone` is None where neither the record nor the list names one.
    """
    get = record.get
    days = weekdays(get("day"))
    start = text_clock(get("time"))
    called = name(record) or ""
    if days and start is not None and start < DAY:
        minutes = length(start, get("end_time"), place, noted)
        own = get("timezone")
        in_zone = zone(own) if type(own) is str and own else None
        if own and in_zone is None:
            noted.add(NO_ZONE, place, own)
        in_zone = in_zone or feed_zone
    else:
        noted.add(why_no_time(record, days, start), place, called)
        days, start, minutes, in_zone = 0, None, HOUR, None
    codes = type_codes(get("types"))
    form, closed = attendance(record, codes)
    lat, lon = on_the_map(record, place, called, noted)
    address, town, region = places(record)
    notes = text(get("notes"))
    return Listing(
        identity(record) or "",
        called,
        days,
        start,
        minutes,
        in_zone,
        form,
        text(get("location")),
        address,
        town,
        region,
        lat,
        lon,
        text(get("conference_url")),
        text(get("conference_phone")),
        " ".join(codes),
        notes,
        caution(notes),
        int(closed),
        text(get("conference_url_notes")),
        text(get("conference_phone_notes")),
        text(get("location_notes")),
    )


def weekdays(value: Any) -> int:
    """Return days as bits, Monday 1, from 0 (Sunday) to 6, alone or in a list, also as text."""
    if type(value) is list:
        bits = 0
        for each in value[:14]:
            bits |= weekdays(each) if type(each) is not list else 0
        return bits
    if type(value) is str:
        value = int(value) if value.strip() in set("0123456") else None
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int or not 0 <= value <= 6:
        return 0
    return 1 << (value - 1) % 7


def text_clock(value: Any) -> int | None:
    """Return minutes after midnight of a text, None for anything else."""
    return clock(value) if type(value) is str and value else None


def why_no_time(record: dict[str, Any], days: int, start: int | None) -> str:
    """Return why a meeting is kept as by appointment."""
    if not days and record.get("day") not in (None, "", []):
        return NO_DAY
    if start is None and record.get("time") not in (None, ""):
        return NO_TIME
    if start == DAY:
        return NO_TIME
    return BY_APPOINTMENT


def length(start: int, value: Any, place: int, noted: Noted) -> int:
    """Return how long a meeting lasts, in minutes, from its end; one hour where that is none."""
    if value is None or value == "":
        return HOUR
    end = text_clock(value)
    if end is None:
        noted.add(words.NO_END, place, value)
        return HOUR
    minutes = end - start
    if minutes < 0:
        minutes += DAY
        if minutes > PAST_MIDNIGHT:
            noted.add(words.END_TOO_FAR, place, f"{start // 60:02}:{start % 60:02} to {value}")
            return HOUR
    return minutes or HOUR


def type_codes(value: Any) -> list[str]:
    """Return the codes of a meeting, each once; a text such as "[open]" is one, or several."""
    if type(value) is str:
        value = value.strip("[] ").replace(",", " ").split()
    if type(value) is not list:
        return []
    codes = (often(each, 40) for each in value[:60])
    return list(dict.fromkeys(code.replace(" ", "-") for code in codes if code))


def attendance(record: dict[str, Any], codes: list[str]) -> tuple[str, bool]:
    """Return the format, and whether the meeting is closed for the time being."""
    get = record.get
    option = get("attendance_option")
    closed_place = "TC" in codes
    online = bool(
        text(get("conference_url"))
        or text(get("conference_phone"))
        or option in ("online", "hybrid")
        or "ONL" in codes
        or "onl" in codes
    )
    if option == "inactive" or (closed_place and not online):
        return ("online" if online else "in-person"), True
    if not online:
        return "in-person", False
    if option == "online" or closed_place:
        return "online", False
    somewhere = option in ("hybrid", "in_person") or (
        get("approximate") != "yes" and bool(text(get("address")) or text(get("formatted_address")))
    )
    return ("hybrid" if somewhere else "online"), False


def places(record: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
    """Return the address, the town and the region."""
    get = record.get
    whole = text(get("formatted_address"))
    street, town = text(get("address")), text(get("city"))
    if whole is None:
        parts = [street, town, text(get("state")), text(get("postal_code"))]
        if street and ", " in street:
            whole, parts = street, []
        else:
            whole = ", ".join(part for part in parts if part) or None
    if town is None and whole:
        split = whole.split(", ")
        # Street, town, state and code, country; without the street where it is not exact.
        town = split[-3] if len(split) >= 3 else split[0] if len(split) == 2 else None
        if len(split) >= 5:
            town = split[1]
    region = text(get("sub_region")) or text(get("region"))
    if region is None and type(get("regions")) is list and record["regions"]:
        region = text(record["regions"][-1])
    return whole, (town.strip() or None) if town else None, region
