"""Fields that both formats of meeting lists have: text, clocks, coordinates, hints in notes."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isfinite
from typing import Any

from recoverplan.domain.text import clean
from recoverplan.domain.zone import known_zone
from recoverplan.readers.noted import Noted
from recoverplan.words import reading as words

LONGEST_NAME = 300
LONGEST_TEXT = 2000
LONGEST_CAUTION = 160
MARKUP = 8  # a text with its tags may be so many times as long
DAY = 1440
Point = tuple[float | None, float | None]  # latitude and longitude, in degrees
# 19:00, 19:00:00, 7:00, 8:00 PM, 8 pm
CLOCK = re.compile(
    r"(\d{1,2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE
)
ORDINAL = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?"
)
MORE = rf"(?:\s*(?:,|&|/|\+|and|or)\s*{ORDINAL})*"
NOT_WEEKLY = re.compile(
    rf"\b(?:{ORDINAL}{MORE}\s+(?:{WEEKDAY}|weeks?)\b"
    rf"|{ORDINAL}\s+of\s+(?:the|each|every)\s+month"
    r"|(?:once|twice)\s+(?:a|per|each)\s+month|(?:of\s+)?(?:the|each|every)\s+month"
    r"|(?:bi-?)?monthly|bi-?weekly"
    rf"|(?:every\s+other|every\s+(?:2nd|second)|alternat(?:e|ing))\s+(?:{WEEKDAY}|weeks?))\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.;!?](?:\s|$)")


def text(value: Any, longest: int = LONGEST_TEXT) -> str | None:
    """Return a text as one harmless line, numbers as text; None for anything else or nothing.

    Markup of the web page that it comes from is taken out.
    """
    if type(value) is str:
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


@lru_cache(maxsize=4096)
def clock(value: str) -> int | None:
    """Return minutes after midnight of "19:00" or "8:00 PM"; 1440 for "24:00"; else None."""
    match = CLOCK.fullmatch(value.strip()) if len(value) < 20 else None
    if match is None or (match[2] is None and match[3] is None):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= DAY else None


@lru_cache(maxsize=1024)
def zone(value: str) -> str | None:
    """Return the zone's name if there is one to rely on."""
    name = value.strip()
    return name if name and known_zone(name) is not None else None


def on_the_map(record: dict[str, Any], place: int, called: str, noted: Noted) -> Point:
    """Return a row's latitude and longitude; 0, 0 is no place, and is counted as that."""
    point = coordinates(record.get("latitude"), record.get("longitude"))
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


def caution(notes: str | None) -> str | None:
    """Return the sentence that says a meeting is not every week, or not the same every week."""
    match = NOT_WEEKLY.search(notes) if notes else None
    if notes is None or match is None:
        return None
    begin = max((end.end() for end in SENTENCE_END.finditer(notes, 0, match.start())), default=0)
    ending = SENTENCE_END.search(notes, match.end())
    end = ending.start() if ending else len(notes)
    said = notes[begin:end].strip()
    if len(said) <= LONGEST_CAUTION:
        return said
    start = max(0, match.start() - begin - 40)
    return said[start : start + LONGEST_CAUTION].strip()
