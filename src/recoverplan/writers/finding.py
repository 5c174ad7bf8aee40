"""Found meetings in words: what plain lines and the screen share, and the plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import by_phone_alone, has_way, is_remote
from recoverplan.domain.listing import Found, FoundAll
from recoverplan.domain.place import KM_PER_MILE
from recoverplan.domain.saying import long_day, medium_day, time_range
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.words import lists as words
from recoverplan.writers.ways import as_sentence, joining, with_notes
from recoverplan.writers.wording import capital


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


def why(found: Found, *, miles: bool) -> list[str]:
    """Return in a few words why a meeting is among what was found: its kinds, and how far it is."""
    said = [name for name in found.types if name != found.kept.listing.format]
    return [clean(", ".join(said))] * bool(said) + distance_of(found, miles=miles)


def distance_of(found: Found, *, miles: bool) -> list[str]:
    """Return how far a meeting is, if that was asked for and is known."""
    if found.distance_km is None:
        return []
    away, far = words.AWAY, found.distance_km
    if miles:
        away, far = words.AWAY_MILES, far / KM_PER_MILE
    return [away.format(far=f"{far:.1f}")]


def form_of(found: Found) -> str:
    """Return the format of a meeting; a number stands in its place where it is the only way."""
    listing = found.kept.listing
    form = listing.format.replace("-", " ")
    if not by_phone_alone(listing):
        return form
    by_phone = f"call {with_notes(listing.phone, listing.phone_notes)}"
    return by_phone if listing.format == "online" else f"{form}, {by_phone}"


def place_said(found: Found) -> str:
    """Return where a meeting is and what helps to find the door, "" for what is only online."""
    listing = found.kept.listing
    if listing.format == "online" or not (listing.where or listing.where_notes):
        return ""
    return with_notes(listing.where, listing.where_notes)


def facts_of(found: Found, *, miles: bool = False) -> list[str]:
    """Return where it is, how far, what kind it is, and whose."""
    listing = found.kept.listing
    facts = [form_of(found), place_said(found), *distance_of(found, miles=miles)]
    facts += why(found._replace(distance_km=None), miles=miles)
    if listing.group_name and clean(listing.group_name) != clean(listing.name):
        facts.append(words.OF_GROUP.format(group=clean(listing.group_name)))
    if listing.page:
        facts.append(clean(listing.page))
    return [fact for fact in facts if fact]


def nothing_found(result: FoundAll) -> str:
    """Say that nothing was found, and why where no list can tell."""
    if not result.unnamed:
        return words.NOTHING_FOUND
    kinds = ", ".join(map(clean, result.unnamed))
    return f"{words.NO_LIST_NAMES.format(kinds=kinds)} {words.NAME_THE_PROGRAM}"


def found_lines(
    result: FoundAll,
    span: Span | None,
    zone: ZoneInfo,
    now: datetime,
    *,
    clock24: bool,
    miles: bool = False,
) -> Iterator[str]:
    """Say how many there are, then each in a line, then how to try one."""
    yield f"{title(result, span, zone, clock24=clock24)}."
    if not result.meetings:
        yield nothing_found(result)
        return
    for each in result.meetings:
        yield line(each, zone, now, clock24=clock24, miles=miles)
    yield words.TO_TRY.format(id=result.meetings[0].kept.id)


def title(result: FoundAll, span: Span | None, zone: ZoneInfo, *, clock24: bool) -> str:
    """Say how many were found, for when, and how many are shown."""
    total = f"{result.total:,}"
    if span is None:
        said = words.FOUND.format(total=total)
    else:
        when = stretch_of(span, zone, clock24=clock24)
        said = words.FOUND_AT.format(total=total, when=when)
    if len(result.meetings) < result.total:
        said += f"; {words.SHOWN.format(shown=len(result.meetings), total=total)}"
    return said


def line(each: Found, zone: ZoneInfo, now: datetime, *, clock24: bool, miles: bool = False) -> str:
    """Say one meeting: number, name, when, what and where; what the list says against it."""
    listing = each.kept.listing
    sentences = [
        f"{each.kept.id}: {clean(listing.name)}.",
        f"{capital(when_of(each, zone, now, clock24=clock24))}.",
        *map(as_sentence, facts_of(each, miles=miles)),
    ]
    sentences += map(as_sentence, to_join(each))
    if not has_way(listing):
        sentences.append(f"{capital(words.NO_WAY)}.")
    if listing.caution:
        sentences.append(f"{words.THE_LIST_SAYS.format(caution=clean(listing.caution))}.")
        sentences.append(words.ASK_THEM)
    return " ".join(sentences)
