"""Fields that all formats of meeting lists have: text, clocks, dates, coordinates."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any, Literal

from recoverplan.domain.listing import Reason
from recoverplan.domain.text import clean
from recoverplan.domain.zone import known_zone
from recoverplan.words import reading as words

EXAMPLES = 3
LONGEST = 60

# The formats of lists, told apart by their content (meeting_list).
Kind = Literal["meeting-guide", "bmlt", "sheet", "csv", "xlsx", "naws", "ics", "text"]


class Noted:
    """Counts reasons while a list is read; `one` is the word for one thing in it."""

    def __init__(self, one: str = "row") -> None:
        self.one = one
        self.counts: dict[str, int] = {}
        self.examples: dict[str, list[str]] = {}

    def add(self, reason: str, place: int, example: object = "") -> None:
        """Count one thing; the example names its place, and what stood there."""
        self.counts[reason] = self.counts.get(reason, 0) + 1
        some = self.examples.setdefault(reason, [])
        if len(some) < EXAMPLES:
            said = clean(example)[:LONGEST] if isinstance(example, str) else ""
            some.append(f"{self.one} {place}" + (f": {said}" if said else ""))

    @property
    def total(self) -> int:
        """Return how many were counted."""
        return sum(self.counts.values())

    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, the most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda each: -each[1])
        return tuple(Reason(name, count, tuple(self.examples[name])) for name, count in ordered)


LONGEST_NAME = 300
LONGEST_TEXT = 2000
MARKUP = 8  # a text with its tags may be so many times as long
DAY = 1440
Point = tuple[float | None, float | None]  # latitude and longitude, in degrees
# 19:00, 19:00:00, 7:00, 8:00 PM, 8 pm, 7.30pm, 7:30p, 19h30, 19.30 Uhr
CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?(?:\s?m)?\.?|(uhr|hrs?|h))?",
    re.IGNORECASE,
)
NOON_OR_MIDNIGHT = re.compile(r"(?:12(?::00)? ?)?(noon|midnight)", re.IGNORECASE)
UNDATED = re.compile(
    r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)"
)
YES = {"1", "yes", "true", "y", "t", "x", "on"}
NO = {"0", "no", "false", "n", "f", "off"}


def text(value: Any, longest: int = LONGEST_TEXT) -> str | None:
    """Return a text as one harmless line, numbers as text; None for anything else or nothing.

    Markup of the web page that it comes from is taken out.
    """
    if type(value) is str:
        if not value:
            return None
        if (
            len(value) <= longest
            and value.isascii()
            and value.isprintable()
            and not ("&" in value or "<" in value or "  " in value)
        ):  # as nearly all are: harmless as it is
            return value.strip() or None
        if "&" in value or "<" in value:
            from recoverplan.readers.markup import without_markup

            value = without_markup(value[: MARKUP * longest])
        return clean(value[: 2 * longest])[:longest].rstrip() or None if value else None
    if type(value) is int:
        return str(value)
    return None


def often(value: Any, longest: int = LONGEST_TEXT) -> str | None:
    """Return `text` of what comes again and again in a list: towns, states, codes."""
    return remembered(value, longest) if type(value) is str else text(value, longest)


@lru_cache(maxsize=4096)
def remembered(value: str, longest: int) -> str | None:
    """Return `text` of a text, remembered."""
    return text(value, longest)


def in_one(*values: Any) -> str | None:
    """Return several texts as one, what is none left out: whom to ask, and how."""
    return ", ".join(said for each in values if each and (said := text(each))) or None


def from_midnight(days: int, start: int | None) -> tuple[int, int | None]:
    """Return days and a start; the end of a day is the beginning of the next one."""
    return ((days << 1 | days >> 6) & 127, 0) if start == DAY else (days, start)


@lru_cache(maxsize=4096)
def clock(value: str) -> int | None:
    """Return minutes after midnight of "19:00", "8:00 PM" or "noon"; 1440 for "24:00"; else None.

    Midnight is the end of a day; a list that means its beginning writes 12:00 AM.
    """
    said = value.strip()
    match = CLOCK.fullmatch(said) if len(said) < 20 else None
    if match is None:
        named = NOON_OR_MIDNIGHT.fullmatch(said) if len(said) < 20 else None
        return None if named is None else DAY // 2 if named[1][0] in "nN" else DAY
    if match[2] is match[3] is match[4] is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= DAY else None


def truth(value: Any) -> bool | None:
    """Return what a list means by a yes or no in any spelling; None where it is neither."""
    said = str(value).strip().casefold() if type(value) in (str, int, bool) else ""
    return True if said in YES else False if said in NO else None


@lru_cache(maxsize=4096)
def day_of(value: str) -> str | None:
    """Return the date of "2025-04-04 16:50:58", "8/25/22" or "8/25/2022 11:17:07 AM", or None.

    In ISO 8601. Figures with the year last are read as lists write them, the month first.
    """
    match = UNDATED.match(value.strip())
    if match is None:
        return None
    one, two, three = map(int, filter(None, match.groups()))
    year, month, day = (one, two, three) if match[1] else (three, one, two)
    try:
        return date(year + 2000 * (year < 100), month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def zone(value: str) -> str | None:
    """Return the zone's name if there is one to rely on."""
    name = value.strip()
    return name if name and known_zone(name) is not None else None


def zone_said(said: Any, place: int, noted: Noted) -> str | None:
    """Return the zone that a row names; one that is not known is counted."""
    found = zone(said) if type(said) is str and said else None
    if said and found is None:
        noted.add(words.A_TIME_ZONE_THAT_IS_NOT_KNOWN, place, said)
    return found


def on_the_map(record: dict[str, Any], place: int, called: str, noted: Noted) -> Point:
    """Return a row's latitude and longitude; 0, 0 is no place, and is counted as that."""
    both = record.get("coordinates")
    lat, lon = record.get("latitude"), record.get("longitude")
    if type(both) is str and both.count(",") in (1, 3):
        lat, lon = both.split(",")[:2]
    point = coordinates(lat, lon)
    if point == (0.0, 0.0):
        noted.add(words.NO_PLACE, place, called)
        return None, None
    return point


def coordinates(lat: Any, lon: Any) -> Point:
    """Return latitude and longitude in degrees; (0.0, 0.0) as found, (None, None) for none."""
    if lat is None or lon is None or lat == "" or lon == "":
        return None, None
    if type(lat) is bool or type(lon) is bool:
        return None, None
    try:
        north, east = float(lat), float(lon)
    except (TypeError, ValueError, OverflowError):
        return None, None
    if not (isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        return None, None
    return north, east
