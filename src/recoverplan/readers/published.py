"""What an item of a calendar or an address book says, however it is written.

Servers and phones write items anew: in another order, with stamps and zones of their own, with an
alarm noted as dismissed. Two that say the same have the same digest here. What is left out:
stamps, CLASS and TRANSP (not every server keeps them), zone tables, what alarms remember.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

DIGITS = 16
ALARMED = "!"  # ends the digest of an item with an alarm
# Half a year on the clocks are other ones: whether a start that repeats has a zone shows there.
HALF_A_YEAR = timedelta(days=182)
USUAL_RULE = {"INTERVAL": "1", "WKST": "MO"}  # the same as not said
IN_CARDS = ("FN", "TEL", "EMAIL", "NOTE")


def digest(content: bytes, uid: str) -> str:
    """Return what an item says as a digest; "" where it is not the item of that UID."""
    text = re.sub(r"\r?\n[ \t]", "", content.decode("utf-8", "replace"))
    # An alarm may have a UID of its own (RFC 9074).
    if uid not in re.findall(r"(?mi)^UID(?:;[^:\n]*)?:(?:urn:uuid:)?(.*?)\s*$", text):
        return ""
    if "BEGIN:VCARD" in text.upper():
        return digest_of(sorted(card_lines(text)))
    with suppress(ValueError, TypeError, AttributeError, KeyError):
        return event_digest(content)
    return digest_of(sorted(text.split()))  # not to be read: it says something else than ours


def event_digest(content: bytes) -> str:
    """Return the digest of a calendar file. Raises what icalendar does for one it can't read."""
    from icalendar import Calendar

    said, alarmed = [], False
    for event in Calendar.from_ical(content).walk("VEVENT"):
        said.append("|".join(event_said(event)))
        alarmed = alarmed or bool(event.walk("VALARM"))
    return digest_of(sorted(said)) + (ALARMED if alarmed else "")


def event_said(event: Any) -> Iterator[str]:
    """Yield what one event says, in a fixed order."""
    start, end = event["DTSTART"].dt, event_end(event)
    rule = event.get("RRULE")
    yield instant(start)
    yield instant(end)
    if rule:
        yield instant(start + HALF_A_YEAR)
        named = {name: rule_value(value) for name, value in rule.items()}
        kept = {(name, value) for name, value in named.items() if USUAL_RULE.get(name) != value}
        yield repr(sorted(kept))
    yield repr(sorted(map(instant, listed(event.get("EXDATE")))))
    yield instant(event["RECURRENCE-ID"].dt) if "RECURRENCE-ID" in event else ""
    for name, usual in (("SUMMARY", ""), ("STATUS", "CONFIRMED"), ("LOCATION", "")):
        yield plain(event.get(name, usual))
    yield plain(event.get("DESCRIPTION", ""))


def event_end(event: Any) -> Any:
    """Return when an event ends, however that is said."""
    if "DTEND" in event:
        return event["DTEND"].dt
    length = event["DURATION"].dt if "DURATION" in event else timedelta()
    return event["DTSTART"].dt + length


def rule_value(values: Any) -> str:
    """Return the values of a part of a rule; where it ends as an instant."""
    values = values if isinstance(values, list) else [values]
    return ",".join(
        sorted(instant(each) if isinstance(each, date) else str(each).upper() for each in values)
    )


def listed(value: Any) -> Iterator[Any]:
    """Yield the times of one property, or of several."""
    for each in value if isinstance(value, list) else [value] if value is not None else []:
        yield from (one.dt for one in each.dts)


def instant(at: Any) -> str:
    """Return a time as an instant, or as it is where it floats or is a day."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, time())
    return f"{at.astimezone(UTC) if at.tzinfo else at:%Y%m%dT%H%M%S}{'Z' if at.tzinfo else ''}"


def plain(text: object) -> str:
    """Return a text without what programs add at the ends of its lines."""
    lines = str(text).replace("\r\n", "\n").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def card_lines(text: str) -> Iterator[str]:
    """Yield what a vCard says of a person: names, and numbers and addresses without their kinds."""
    for line in text.splitlines():
        name, _, value = line.partition(":")
        name = re.split(";", name.rpartition(".")[2], maxsplit=1)[0].upper()
        if name not in IN_CARDS or not value.strip():
            continue
        value = plain(value)
        if name == "TEL":
            value = re.sub(r"[^0-9a-z+,;]", "", value.lower().removeprefix("tel:"))
        elif name == "EMAIL":
            value = value.lower().removeprefix("mailto:")
        else:
            value = re.sub(r"\\(.)", r"\1", value.replace(r"\n", "\n").replace(r"\N", "\n"))
        yield f"{name}:{value}"


def digest_of(said: list[str]) -> str:
    """Return a digest of texts."""
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]


def same(ours: str, theirs: str) -> bool:
    """Tell whether an item there says what ours does. It may have an alarm more, not one less."""
    return theirs in {ours, f"{ours}{ALARMED}"}
