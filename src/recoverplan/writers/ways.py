"""How one attends a meeting, in words: the place, the link, the number, with what one needs."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import FAR, NO_WAY, by_phone_alone
from recoverplan.domain.group import Group
from recoverplan.domain.text import clean
from recoverplan.domain.zone import city
from recoverplan.words import lists as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.listing import Listing
    from recoverplan.domain.plan import Tries
    from recoverplan.domain.trial import Trial


def ways(place: Group | Listing) -> Iterator[tuple[str, str]]:
    """Yield every way to attend as label and text: "Phone", "555-0142 (PIN 4321)"."""
    for label, way, notes in (
        ("Where", place.where, place.where_notes),
        ("Link", place.link, place.link_notes),
        ("Phone", place.phone, place.phone_notes),
    ):
        if way or notes:
            yield label, with_notes(way, notes)


def besides(listing: Listing) -> Iterator[tuple[str, str]]:
    """Yield what a list says of a meeting besides when and where, as label and text."""
    for label, said in (
        ("Group", listing.group_name),
        (words.OF_THE_GROUP, listing.group_notes),
        ("Notes", listing.notes),
        ("Page", listing.page),
        ("Contact", listing.contact),
    ):
        if said:
            yield label, clean(said)


def with_notes(way: str | None, notes: str | None) -> str:
    """Return a way and what one needs for it: "https://example.org (Passcode: lantern)"."""
    if way and notes:
        return f"{clean(way)} ({clean(notes)})"
    return clean(way or notes or "")


def joining(place: Group | Listing) -> list[str]:
    """Return how to join, the link first: "https://example.org (…)", "call 555-0142 (PIN 4321)"."""
    said = []
    for label, text in ways(place):
        if label != "Where":
            said.append(f"call {text}" if label == "Phone" and place.phone else text)
    return said


def to_attend(place: Group | Listing) -> list[str]:
    """Return what there is besides the place in short: how to join, and notes for the door.

    A number that stands in the place's stead is not said again, but for its notes.
    """
    said = joining(place)
    if by_phone_alone(place):
        said = [clean(place.phone_notes)] if place.phone_notes else []
    return [*said, *([clean(place.where_notes)] if place.where_notes else [])]


def as_sentence(said: str) -> str:
    """Return a way to attend as a sentence; an address stays as it is, apart from the full stop."""
    begin, _, last = said.rpartition(" ")
    if "://" in last or last.startswith("www."):
        return f"{said}." if last.endswith(")") else f"{said} ."
    address = begin.startswith(("http", "www."))
    return f"{said}." if address else f"{said[:1].upper()}{said[1:]}."


def zone_shown(one: Trial | Tries, zone: ZoneInfo) -> ZoneInfo:
    """Return the zone in which a next meeting is said: its own where it is too far to go."""
    return ZoneInfo(one.group.zone) if one.hindrance == FAR else zone


def against(hindrance: str | None, zone: str | None) -> str:
    """Return why a meeting cannot be attended, "" where it can or its times are in doubt."""
    if hindrance == NO_WAY:
        return words.NO_WAY
    if hindrance == FAR:
        return words.FAR.format(city=city(zone or ""))
    return ""
