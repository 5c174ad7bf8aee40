"""Lengths of time as people type them: 90, 30m, 1h30, half an hour, 1 week, two days."""

from __future__ import annotations

import re

from recoverplan.domain.phrase.tokens import NUMBERS
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple

MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440}
UNITS = {"m": "minute", "h": "hour", "d": "day", "w": "week", "f": "week"}
COUNTS = {**NUMBERS, "a": 1, "an": 1, "couple": 2, "half": 0.5}
PART = re.compile(
    r"(?:(?P<figure>[0-9]{1,4}(?:[.,][0-9]{1,2})?)|(?P<word>[a-z]+)) ?"
    r"(?P<unit>m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|fortnights?)?(?![a-z])[, ]*"
)
SAID = (  # how it is said, and in the order of PART
    (r"^(?:for|about|around|another|the next) ", ""),
    (r" (?:before|ahead|earlier)$", ""),
    (r"\b(\w+) (hour|day|week)s? and a half\b", r"half \2 \1 \2"),
    (r"\b(half|couple)(?: of)? an? ", r"\1 "),
    (r"\ba? ?couple(?: of)? ", "couple "),
    (r"\band\b", " "),
    (r"^([0-9]{1,2}):([0-5][0-9])$", r"\1h \2m"),
)


class Amount(NamedTuple):
    """A number of minutes, hours, days or weeks."""

    number: float
    unit: str


def amounts(typed: str) -> tuple[Amount, ...]:
    """Return the parts of a length, none where it can't be read; figures alone are minutes."""
    text = " ".join(clean(typed).casefold().split())
    for said, same in SAID:
        text = " ".join(re.sub(said, same, text).split())
    found: list[Amount] = []
    at = 0
    while at < len(text):
        part = PART.match(text, at)
        number = counted(part) if part else None
        if part is None or number is None or (part["word"] and not part["unit"]):
            return ()
        fortnights = (part["unit"] or "m").startswith("f")
        unit = UNITS[(part["unit"] or "m")[0]]
        found.append(Amount(number * (2 if fortnights else 1), unit))
        at = part.end()
    units = [one.unit for one in found]
    return tuple(found) if len(found) < 2 or "hour" in units or "day" in units else ()


def counted(part: re.Match[str]) -> float | None:
    """Return the number of a part, None for a word that is none."""
    if part["figure"]:
        return float(part["figure"].replace(",", "."))
    return COUNTS.get(part["word"])


def minutes_in(typed: str) -> int | None:
    """Return a length in whole minutes, None where it is no length or has seconds left over."""
    parts = amounts(typed)
    total = sum(one.number * MINUTES[one.unit] for one in parts)
    return int(total) if parts and total == int(total) else None
