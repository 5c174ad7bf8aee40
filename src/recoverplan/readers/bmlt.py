"""BMLT (NA): its JSON, the answer to GetSearchResults, where every value is a text and missing is
""; and NAWS CSV (NA World Services), as its servers export it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from recoverplan.domain.listing import HOUR, Listing
from recoverplan.readers.cautions import caution
from recoverplan.readers.listing_fields import (
    LONGEST_NAME,
    Noted,
    from_midnight,
    in_one,
    often,
    on_the_map,
    text,
    truth,
    zone_said,
)
from recoverplan.readers.meeting_guide import (
    BY_APPOINTMENT,
    NO_DAY,
    NO_TIME,
    duration,
    text_clock,
    type_codes,
)

KNOWN = {"id_bigint", "weekday_tinyint", "service_body_bigint", "meeting_name", "duration_time"}
CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
ONLINE = frozenset({"VM", "HY", "WEB"})
VENUES = {"1": "in-person", "2": "online", "3": "hybrid"}
WEEKDAYS = {str(number): 1 << (number + 5) % 7 for number in range(1, 8)}  # 1 is Sunday


def is_one(record: dict[str, Any]) -> bool:
    """Tell whether a record looks like a meeting of this format."""
    return bool(KNOWN & record.keys())


def of_api(meeting: dict[str, Any]) -> dict[str, Any]:
    """Return a meeting of the server's first API as GetSearchResults has it.

    Its formats are numbers, which the server's formats beside the meetings name.
    """
    # Names as those of other servers: locationText is location_text.
    found = {
        CAPITAL.sub(lambda each: f"_{each[0].casefold()}", key): value
        for key, value in meeting.items()
    }
    day, numbers = meeting.get("day"), meeting.get("formatIds")
    codes = (
        [str(each) for each in numbers[:60] if type(each) is int] if type(numbers) is list else []
    )
    found |= {
        "id_bigint": meeting.get("id"),
        "meeting_name": meeting.get("name"),
        "weekday_tinyint": day + 1 if type(day) is int else None,
        "start_time": meeting.get("startTime"),
        "duration_time": meeting.get("duration"),
        "time_zone": meeting.get("timeZone"),
        "venue_type": meeting.get("venueType"),
        "formats": ",".join(codes + ["TC"] * (meeting.get("temporarilyVirtual") is True)),
    }
    return found


def format_names(formats: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the names of formats by their codes, in English first: by their keys, or, as the
    server's first API has them, by their numbers."""
    found: dict[str, str] = {}
    for each in formats:
        said = each.get("translations")
        said = said if type(said) is list else [each]
        for one in filter(lambda one: type(one) is dict, said):
            code = text(one.get("key_string") or each.get("id"), 40)
            called = text(one.get("name_string") or one.get("name"), 80)
            english = "en" in (one.get("lang"), one.get("language"))
            if code and called and (code not in found or english):
                found[code] = called
    return found


def identity(record: dict[str, Any]) -> str | None:
    """Return what tells the meeting from the list's others."""
    return text(record.get("id_bigint"))


def name(record: dict[str, Any]) -> str | None:
    """Return the meeting's name."""
    return text(record.get("meeting_name"), LONGEST_NAME)


def listing(
    record: dict[str, Any],
    key: str,
    called: str,
    place: int,
    feed_zone: str | None,
    noted: Noted,
) -> Listing:
    """Return the listing of a record whose identity is `key`, and which is `called` so.

    Its `zone` is None where neither the record nor the list names one.
    """
    get = record.get
    days = WEEKDAYS.get(often(get("weekday_tinyint")) or "", 0)
    days, start = from_midnight(days, text_clock(get("start_time")))
    in_zone: str | None
    if days and start is not None:
        minutes = length(get("duration_time"), place, noted)
        in_zone = zone_said(often(get("time_zone")), place, noted) or feed_zone
    else:
        noted.add(why_no_time(record, days), place, called)
        days, start, minutes, in_zone = 0, None, HOUR, None
    codes = type_codes(get("formats"))
    link, phone = text(get("virtual_meeting_link")), text(get("phone_meeting_number"))
    form, closed = attendance(record, codes, way=bool(link or phone))
    lat, lon = (None, None) if form == "online" else on_the_map(record, place, called, noted)
    town = often(get("location_municipality"))
    parts = [
        text(get("location_street")), town,
        often(get("location_province")), text(get("location_postal_code_1")),
    ]  # fmt: skip
    street, venue = parts[0], text(get("location_text"))
    notes, door = text(get("comments")), text(get("location_info"))
    joining = text(get("virtual_meeting_additional_info"))
    return Listing(
        key,
        called,
        days,
        start,
        minutes,
        in_zone,
        form,
        venue,
        ", ".join(filter(None, parts)) or None,
        town,
        often(get("location_city_subsection")) or often(get("location_neighborhood")),
        lat,
        lon,
        link,
        phone,
        " ".join(codes),
        notes,
        caution(called, notes, door),
        int(closed),
        joining if link or not phone else None,
        joining if phone and not link else None,
        door,
        None,
        None,
        None,
        in_one(get("contact_name_1"), get("contact_phone_1"), get("contact_email_1")),
        None,
        1 if form == "in-person" and not (street or venue) else None,
    )


def why_no_time(record: dict[str, Any], days: int) -> str:
    """Return why a meeting is kept as by appointment."""
    if not days and record.get("weekday_tinyint") not in (None, "", "0"):
        return NO_DAY
    return NO_TIME if record.get("start_time") not in (None, "") else BY_APPOINTMENT


def length(value: Any, place: int, noted: Noted) -> int:
    """Return how long a meeting lasts, in minutes; one hour is the server's own default."""
    return HOUR if value is None or value == "" else duration(value, place, noted)


def attendance(record: dict[str, Any], codes: list[str], *, way: bool) -> tuple[str, bool]:
    """Return the format, and whether the meeting is closed for now; `way`: by link or number."""
    get = record.get
    venue = often(get("venue_type")) or ""
    online = way or venue in ("2", "3") or not ONLINE.isdisjoint(codes)
    closed_place = "TC" in codes
    if truth(get("published")) is False or (closed_place and not online):
        return ("online" if online else "in-person"), True
    if closed_place:
        return "online", False
    form = VENUES.get(venue)
    if form is None:
        form = "in-person"
        if online:
            only = "VM" in codes and "HY" not in codes
            form = "online" if only or not text(get("location_street")) else "hybrid"
    return form, False


NAWS_KNOWN = frozenset({"Committee", "CommitteeName", "Day", "Time"})
SAME = {
    "CommitteeName": "name", "Day": "day", "Place": "location", "Address": "address",
    "City": "city", "State": "state", "Zip": "postal_code", "Country": "country",
    "LocBorough": "sub_region", "PhoneMeetingNumber": "conference_phone",
    "VirtualMeetingLink": "conference_url", "VirtualMeetingInfo": "conference_url_notes",
    "Latitude": "latitude", "Longitude": "longitude", "TimeZone": "timezone",
    "LastChanged": "updated", "WholeTime": "duration",
}  # fmt: skip
FORMATS = ("Format1", "Format2", "Format3", "Format4", "Format5")


def record(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return a row as a record of Meeting Guide; None for one that is to be deleted."""
    if row.get("Delete", "").strip().upper() == "D":
        return None
    found = {field: row[column] for column, field in SAME.items() if row.get(column)}
    found["slug"] = row.get("Committee") or row.get("ComemID") or ""
    found["time"] = naws_clock(row.get("Time", ""))
    found["types"] = [code for column in FORMATS if (code := row.get(column))]
    closed = row.get("Closed", "").strip().upper()
    found["types"] += {"OPEN": ["O"], "CLOSED": ["C"]}.get(closed, [])
    if truth(row.get("WheelChr")):
        found["types"].append("WC")
    found["location_notes"] = "; ".join(filter(None, (row.get("Room"), row.get("Directions"))))
    if truth(row.get("unpublished") or row.get("Unpublished")):
        found["published"] = "0"
    return found


def naws_clock(said: str) -> str:
    """Return a time as lists write it: NAWS has "1930"."""
    figures = said.strip().zfill(4)
    return f"{figures[:2]}:{figures[2:]}" if figures.isdecimal() and len(figures) == 4 else said
