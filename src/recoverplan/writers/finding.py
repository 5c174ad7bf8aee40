"""What plain lines and the screen of found meetings share."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import by_phone_alone, is_remote
from recoverplan.domain.listing import Found
from recoverplan.domain.place import KM_PER_MILE
from recoverplan.domain.saying import long_day, medium_day, time_range
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.words import lists as words
from recoverplan.writers.ways import joining, with_notes


def zone_of(found: Found, zone: ZoneInfo) -> ZoneInfo:
    """Return the zone to show a meeting in: the person's, but for what one goes to its own."""
    listing = found.kept.listing
    if listing.format == "in-person" and listing.zone is not None:
        return ZoneInfo(listing.zone)
    return zone


def stretch_of(span: Span, zone: ZoneInfo, *, clock24: bool) -> str:
    """Say a stretch with its day."""
    start, end = (instant.astimezone(zone) for instant in span)
    return f"{long_day(start.date())}, {time_range(start, end, clock24=clock24)}"


def when_of(found: Found, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say when a meeting is: "Tue 24 Nov, 7 to 8 pm"; with its zone where that is another."""
    if found.start is None or found.end is None:
        return words.BY_APPOINTMENT
    shown = zone_of(found, zone)
    start, end = found.start.astimezone(shown), found.end.astimezone(shown)
    elsewhere = ""
    if start.utcoffset() != found.start.astimezone(zone).utcoffset():
        elsewhere = f" ({shown.key} time)"
    day = medium_day(start.date()) + (f" {start.year}" if start.year != now.year else "")
    return f"{day}, {time_range(start, end, clock24=clock24)}{elsewhere}"


def to_join(found: Found) -> list[str]:
    """Return how to join, where that is not among the facts."""
    listing = found.kept.listing
    return joining(listing) if is_remote(listing) and not by_phone_alone(listing) else []


def facts_of(found: Found, *, miles: bool = False) -> list[str]:
    """Return where it is, how far, and what kind it is."""
    listing = found.kept.listing
    facts = [listing.format.replace("-", " ")]
    if by_phone_alone(listing):
        # The number stands where "online" would.
        by_phone = f"call {with_notes(listing.phone, listing.phone_notes)}"
        facts = [by_phone] if listing.format == "online" else [*facts, by_phone]
    if listing.format != "online" and (listing.where or listing.where_notes):
        facts.append(with_notes(listing.where, listing.where_notes))
    if found.distance_km is not None:
        away, far = words.AWAY, found.distance_km
        if miles:
            away, far = words.AWAY_MILES, far / KM_PER_MILE
        facts.append(away.format(far=f"{far:.1f}"))
    kinds = [name for name in found.types if name != listing.format]
    if kinds:
        facts.append(clean(", ".join(kinds)))
    return facts
