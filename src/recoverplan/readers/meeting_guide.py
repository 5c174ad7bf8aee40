"""Meeting Guide JSON (AA, Al-Anon, Recovery Dharma and others): one record to one listing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from recoverplan.data.type_codes import code_named, language_code
from recoverplan.domain.listing import HOUR, LONG, Listing
from recoverplan.domain.rhythm import DAYS, GERMAN_SHORT, SHORT_DAYS, without_accents
from recoverplan.readers.cautions import caution
from recoverplan.readers.listing_fields import (
    DAY,
    LONGEST_NAME,
    Noted,
    clock,
    day_of,
    from_midnight,
    in_one,
    often,
    on_the_map,
    text,
    truth,
    zone_said,
)
from recoverplan.words import reading as words

PAST_MIDNIGHT = 4 * HOUR  # an end before its start that is further away is a slip of the feed
KNOWN = {
    "name", "slug", "day", "time", "end_time", "types", "location", "formatted_address", "timezone",
    "attendance_option", "conference_url", "conference_phone", "region", "approximate",
}  # fmt: skip

BY_APPOINTMENT = words.NO_DAY_OR_TIME
NO_DAY = words.A_DAY_THAT_CANNOT
NO_TIME = words.A_TIME_THAT_CANNOT


def is_one(record: dict[str, Any]) -> bool:
    """Tell whether a record looks like a meeting of this format."""
    return "slug" in record or len(KNOWN & record.keys()) >= 3


def identity(record: dict[str, Any]) -> str | None:
    """Return what tells the meeting from the list's others: its slug, else its id."""
    return text(record.get("slug")) or text(record.get("id"))


def name(record: dict[str, Any]) -> str | None:
    """Return the meeting's name."""
    return text(record.get("name"), LONGEST_NAME)


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
    days, start, minutes, in_zone = times(record, place, called, feed_zone, noted)
    codes = all_codes(record)
    address, town, region = places(record)
    exact = is_exact(record, address)
    link, phone = text(get("conference_url")), text(get("conference_phone"))
    form, closed = attendance(record, codes, exact, place, called, noted, way=bool(link or phone))
    lat, lon = (None, None) if form == "online" else on_the_map(record, place, called, noted)
    venue, door = text(get("location")), text(get("location_notes"))
    notes, group_notes = text(get("notes")), text(get("group_notes"))
    return Listing(
        key,
        called,
        days,
        start,
        minutes,
        in_zone,
        form,
        venue,
        address,
        town,
        region,
        lat,
        lon,
        link,
        phone,
        " ".join(codes),
        notes,
        often(get("schedule")) or caution(called, notes, group_notes, door),
        int(closed),
        text(get("conference_url_notes")),
        text(get("conference_phone_notes")),
        door,
        often(get("group")),
        group_notes,
        often(get("url")) or often(get("website")),
        in_one(
            get("contact_1_name"),
            get("contact_1_phone") or get("phone"),
            get("contact_1_email") or get("email"),
        ),
        day_of(get("updated")) if type(get("updated")) is str else None,
        1 if form == "in-person" and not (exact or has_number(address) or venue) else None,
    )


def times(
    record: dict[str, Any], place: int, called: str, feed_zone: str | None, noted: Noted
) -> tuple[int, int | None, int, str | None]:
    """Return days, start, minutes and zone; no days and no start for what is by appointment."""
    get = record.get
    days, start = from_midnight(weekdays(get("day")), text_clock(get("time")))
    if not days or start is None:
        noted.add(why_no_time(record, days, start), place, called)
        return 0, None, HOUR, None
    minutes = length(start, get("end_time"), get("duration"), place, noted)
    in_zone = zone_said(get("timezone"), place, noted)
    return days, start, minutes, in_zone or feed_zone


# Numbers of days by their names, Sunday 0.
DAY_NAMES = {name: (number + 1) % 7 for name, number in DAYS.items()} | {"tu": 2, "we": 3, "th": 4}
DAY_NAMES |= {short: DAY_NAMES[name] for short, name in (SHORT_DAYS | GERMAN_SHORT).items()}
DAY_NAMES |= {str(number): number % 7 for number in range(8)}  # some write Sunday as 7


def weekdays(value: Any) -> int:
    """Return days as bits, Monday 1: numbers from 0 (Sunday) to 7 (Sunday again), or names.

    Several come in a list, or in one text: "1,5".
    """
    if type(value) is str:
        return days_named(value)
    if type(value) is list:
        bits = 0
        for each in value[:14]:
            bits |= weekdays(each) if type(each) is not list else 0
        return bits
    if type(value) is float and value.is_integer():
        value = int(value)
    return 1 << (value - 1) % 7 if type(value) is int and 0 <= value <= 7 else 0


@lru_cache(maxsize=1024)
def days_named(value: str) -> int:
    """Return the bits of days in a text, 0 where one of them is none."""
    bits = 0
    for each in re.split(
        r"\s*(?:[,;/&+]|\band\b|\by\b|\bet\b|\bund\b)\s*", without_accents(value[:200])
    ):
        number = DAY_NAMES.get(each.strip(" ."), DAY_NAMES.get(each.strip(" .").removesuffix("s")))
        if number is None:
            return 0
        bits |= 1 << (number - 1) % 7
    return bits


def text_clock(value: Any) -> int | None:
    """Return minutes after midnight of a text, None for anything else."""
    return clock(value) if type(value) is str and value else None


def why_no_time(record: dict[str, Any], days: int, start: int | None) -> str:
    """Return why a meeting is kept as by appointment."""
    if not days and record.get("day") not in (None, "", []):
        return NO_DAY
    if start is None and record.get("time") not in (None, ""):
        return NO_TIME
    return BY_APPOINTMENT


def length(start: int, value: Any, lasts: Any, place: int, noted: Noted) -> int:
    """Return how long a meeting lasts, in minutes, from its end, else from its length `lasts`.

    One hour where neither can be.
    """
    if value is None or value == "":
        return HOUR if lasts in (None, "") else duration(lasts, place, noted)
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


def duration(value: Any, place: int, noted: Noted) -> int:
    """Return a length in minutes: 90, "90", "1:30", "01:30:00"; one hour where it is none.

    More than five hours is a slip, or a room that is open: one hour, and a note.
    """
    said = value.strip() if type(value) is str else value
    minutes: int | None = None
    if type(said) is int:
        minutes = said
    elif type(said) is str:
        minutes = int(said) if said.isdecimal() and len(said) < 5 else clock(said)
    if minutes is None or minutes < 0:
        noted.add(words.NO_LENGTH, place, value)
        return HOUR
    if minutes > LONG:
        noted.add(words.TOO_LONG, place, str(value))
        return HOUR
    return minutes or HOUR


def all_codes(record: dict[str, Any]) -> list[str]:
    """Return the codes of a meeting, those of its languages too."""
    codes = type_codes(record.get("types"))
    languages = record.get("languages")
    for each in languages[:10] if type(languages) is list else [languages]:
        code = language_code(each) if type(each) is str else None
        if code and code not in codes:
            codes.append(code)
    return codes


def type_codes(value: Any) -> list[str]:
    """Return the codes of a meeting, each once; a text such as "[open]" is one, or several.

    A text with commas may have names instead: "Open, Women, Wheelchair Access".
    """
    if type(value) is str:
        return list(codes_in(value))
    if type(value) is not list:
        return []
    codes = (coded(each) if type(each) is str else text(each, 40) for each in value[:60])
    return list(dict.fromkeys(code for code in codes if code))


@lru_cache(maxsize=4096)
def codes_in(said: str) -> tuple[str, ...]:
    """Return the codes in a text, remembered."""
    said = said.strip("[] ")
    parts = said.split(",") if "," in said or code_named(said) else said.split()
    return tuple(dict.fromkeys(code for each in parts[:60] if (code := coded(each))))


@lru_cache(maxsize=4096)
def coded(said: str) -> str | None:
    """Return the code of a text, of a name too, remembered."""
    code = text(said, 40)
    return code and (code_named(code) or code.replace(" ", "-"))


OPTIONS = {"in_person": "in-person", "online": "online", "hybrid": "hybrid"}


def attendance(
    record: dict[str, Any],
    codes: list[str],
    exact: bool,
    place: int,
    called: str,
    noted: Noted,
    *,
    way: bool,
) -> tuple[str, bool]:
    """Return the format, and whether the meeting is closed for the time being.

    A `way` to join makes it online; an address that is a place makes it in person; both, hybrid.
    What the list says besides only counts where nothing contradicts it, and is noted otherwise.
    """
    get = record.get
    option = often(get("attendance_option"))
    closed_place = "TC" in codes
    said = way or option in ("online", "hybrid") or "ONL" in codes or "onl" in codes
    said = said or no_place(get("location") or get("formatted_address") or get("address"))
    if truth(get("published")) is False or option == "inactive" or (closed_place and not said):
        return ("online" if said else "in-person"), True
    if closed_place or option == "online":
        form = "online"
    elif not said:
        form = "in-person"
    else:
        form = "hybrid" if exact else "online"
    if (said and not way) or (option in OPTIONS and OPTIONS[option] != form and not closed_place):
        noted.add(words.NOT_AS_SAID, place, called)
    return form, False


ONLINE_WORDS = re.compile(
    r"(?:(?:via|on|by|en|por|par|uber) )?(?:zoom|on-?line|virtual\w*|internet|skype|webex|jitsi"
    r"|google meet|teams|ligne|linea|visio\w*|web)(?: (?:only|meeting|room|platform|call))*"
)


def no_place(said: Any) -> bool:
    """Tell whether a list has "Zoom" or "en ligne" where a place should be."""
    return type(said) is str and len(said) < 40 and is_online(said)


@lru_cache(maxsize=1024)
def is_online(said: str) -> bool:
    """Tell whether a place is none but online, remembered."""
    return ONLINE_WORDS.fullmatch(without_accents(said).strip(" .!()*")) is not None


def is_exact(record: dict[str, Any], address: str | None) -> bool:
    """Tell whether an address is a place to go to, and no town or region.

    By the rule of the programs that show such lists: what the list says of it (`approximate`), or
    coordinates that are a point; else a street of its own, or four parts between commas.
    """
    said, both = truth(record.get("approximate")), record.get("coordinates")
    if said is not None or not address:
        return bool(address) and not said
    if type(both) is str and both.count(",") in (1, 3):
        return both.count(",") == 1
    street = record.get("address")
    if not record.get("formatted_address") and type(street) is str and street.strip():
        parts = street.count(",")
        return not no_place(street) and (parts == 0 or parts >= 3 or has_number(street))
    return address.count(",") >= 3


def has_number(address: str | None) -> bool:
    """Tell whether the first part of an address has a house number."""
    return any(map(str.isdigit, (address or "").partition(",")[0]))


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
        if len(split) >= 5 or (len(split) == 3 and has_number(whole)):
            town = split[1]
    region = text(get("sub_sub_region")) or text(get("sub_region")) or text(get("region"))
    many = get("regions")
    if region is None and type(many) is list and many:
        region = text(many[-1])
    elif region is None and type(many) is str:
        # A text goes from the largest to the smallest: "New York > Harlem".
        region = text(many.rpartition(">")[2].strip())
    return whole, (town.strip() or None) if town else None, region
