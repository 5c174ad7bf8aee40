"""Whether a meeting can be attended: is there a way to it, and is it near enough to go.

What came out of a list says how one gets there, or nobody knows. What the person entered by hand
they know, whatever they wrote down. A hall is far away where its clocks show a time that is three
hours or more from the person's; what can be joined from anywhere never is.
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from recoverplan.domain.group import Group
from recoverplan.domain.trip import trip_at
from recoverplan.domain.zone import known_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Place(Protocol):
        """What a group and a listing have in common: where to go, and how to join."""

        @property
        def format(self) -> str | None: ...
        @property
        def where(self) -> str | None: ...
        @property
        def link(self) -> str | None: ...
        @property
        def phone(self) -> str | None: ...
        @property
        def zone(self) -> str | None: ...
        @property
        def caution(self) -> str | None: ...


NO_WAY, FAR, DOUBT = "no way", "far", "doubt"
FAR_AWAY = timedelta(hours=3)
FROM_ANYWHERE = ("online", "hybrid", "chat")


def hindrance(place: Place, start: datetime, here: tzinfo) -> str | None:
    """Return why a meeting that starts then cannot be attended; None if it can be.

    "no way" (its list names none), "far" (a hall, from the zone in force `here`), "doubt" (what
    its list notes against every week is not settled). `start` is aware.
    """
    if not has_way(place):
        return NO_WAY
    if is_far(place, start, here):
        return FAR
    return DOUBT if place.caution is not None else None


def has_way(place: Place) -> bool:
    """Tell whether one can know how to attend: by its list, or since it was entered by hand."""
    if isinstance(place, Group) and not place.listed:
        return True
    from_anywhere = bool(place.link or place.phone)
    hall = bool(place.where) and not getattr(place, "inexact", None)
    if place.format == "online":
        return from_anywhere
    return hall if place.format == "in-person" else hall or from_anywhere


def is_remote(place: Place) -> bool:
    """Tell whether one can join from anywhere; with no format said, by a link or a number."""
    if place.format is None:
        return bool(place.link or place.phone)
    return place.format in FROM_ANYWHERE


def is_far(place: Place, start: datetime, here: tzinfo) -> bool:
    """Tell whether a meeting is in a hall whose clocks are three hours or more from ours.

    On a trip a group's own hall is far, but for groups of that trip, which are there only then.
    """
    trip, wanted = trip_at(here, start), getattr(place, "trip", None)
    if wanted is not None:
        return trip is None or trip.id != wanted
    if trip is not None and isinstance(place, Group) and not is_remote(place):
        return True
    there = known_zone(place.zone) if place.zone else None
    if there is None or is_remote(place):
        return False
    ahead = start.astimezone(there).utcoffset()
    ours = start.astimezone(here).utcoffset()
    return ahead is not None and ours is not None and abs(ahead - ours) >= FAR_AWAY


def by_phone_alone(place: Place) -> bool:
    """Tell whether a number is the only way to join."""
    return is_remote(place) and bool(place.phone) and not place.link


def place_of(place: Place) -> str | None:
    """Return where to go, in short: "St Luke's hall", "online", "call 555-0142"; None: not known.

    A number stands where "online" would where it is the only way to join.
    """
    joining = None
    if is_remote(place):
        joining = f"call {place.phone}" if by_phone_alone(place) else "online"
    hall = place.where
    if place.format == "online":
        # The address that a list gives with it is nowhere to go.
        return joining if not isinstance(place, Group) or place.listed else hall or joining
    if hall and joining:
        return f"{hall} or {joining}"
    if place.format == "hybrid" and joining == "online":
        from recoverplan.words import lists as words

        return words.ONLINE_OR_IN_PERSON
    return hall or joining
