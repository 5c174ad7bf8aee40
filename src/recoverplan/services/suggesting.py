"""What the lists have for open hours: a few meetings that nobody has to travel far for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from recoverplan.domain.group import Group
from recoverplan.domain.invitations import Invitation
from recoverplan.domain.listing import Found
from recoverplan.domain.span import Span
from recoverplan.errors import NotFoundError
from recoverplan.services.finding import Wanted, find, place_typed
from recoverplan.settings import Settings
from recoverplan.store.opened import Store
from recoverplan.value import NamedTuple


def preferred(
    wanted: Wanted,
    settings: Settings,
    *,
    formats: bool = False,
    near: bool = False,
    within: bool = False,
    types: bool = False,
    languages: bool = False,
) -> Wanted:
    """Return what is wanted, completed from the settings; the flags say what was typed.

    A place that was typed takes the place of a liking for online ones, and the other way round.
    What is online is as good as near, and needs no ramp, where both are preferred.
    """
    online = "online" in settings.find_formats
    if not near and settings.find_near is not None and "online" not in wanted.formats:
        point, place = place_typed(settings.find_near)
        distance = wanted.within_km if within else settings.find_within_km or wanted.within_km
        wanted = wanted._replace(near=point, place=place, within_km=distance)
        wanted = wanted._replace(or_online=online and not formats)
    elif not (near or formats):
        wanted = wanted._replace(formats=settings.find_formats)
    if settings.find_wheelchair and not wanted.wheelchair:
        wanted = wanted._replace(wheelchair=True, no_ramp_online=True)
    return wanted._replace(
        types=wanted.types if types else settings.find_types,
        languages=wanted.languages if languages else settings.find_languages,
        open=wanted.open or settings.find_open,
    )


def any_preferred(settings: Settings) -> bool:
    """Tell whether the person prefers anything."""
    return bool(
        settings.find_near
        or settings.find_formats
        or settings.find_types
        or settings.find_languages
        or settings.find_open
        or settings.find_wheelchair
    )


MOST_GAPS = 28  # a year ahead has hundreds; the first weeks are what can be acted on
LOOKED_AT = 24
FOR_EACH = 2
MOST_ROOMS = 2


class Suggested(NamedTuple):
    """Listed meetings for gaps, and rooms that are open for hours, which are said once for all."""

    for_gaps: Mapping[Span, tuple[Invitation, ...]] = {}
    rooms: tuple[Invitation, ...] = ()


class Asking(NamedTuple):
    """Who asks: what they have tried or left already, what they prefer, and when it is."""

    groups: tuple[Group, ...]
    settings: Settings
    now: datetime


def suggestions(
    store: Store, gaps: Sequence[Span], groups: Iterable[Group], settings: Settings, now: datetime
) -> Suggested:
    """Return a few listed meetings for each gap, online ones before those of the neighborhood.

    Never what the person has tried or left already, nothing that may not be every week, and no
    meeting's time for two gaps.
    """
    asking = Asking(tuple(groups), settings, now)
    found: dict[Span, tuple[Invitation, ...]] = {}
    rooms: dict[int, Invitation] = {}
    used: set[tuple[int, datetime | None]] = set()
    for gap in gaps[:MOST_GAPS]:
        rest = Span(max(gap.start, now.astimezone(UTC)), gap.end)
        invited = tuple(islice(invitations(store, rest, asking, used), FOR_EACH))
        if invited:
            found[gap] = invited
        if len(rooms) < MOST_ROOMS:
            open_then = islice(fitting(store, rest, asking, rooms=True), MOST_ROOMS - len(rooms))
            rooms |= {each.kept.id: invitation("room", each) for each in open_then}
    return Suggested(found, tuple(rooms.values()))


def invitations(
    store: Store, gap: Span, asking: Asking, used: set[tuple[int, datetime | None]]
) -> Iterator[Invitation]:
    """Yield what may be suggested for one gap, the best first; what is yielded is used."""
    for each in fitting(store, gap, asking):
        key = (each.kept.id, each.start)
        if key not in used:
            used.add(key)
            yield invitation("listed", each)


def fitting(store: Store, gap: Span, asking: Asking, *, rooms: bool = False) -> Iterator[Found]:
    """Yield what fits a gap: as the person prefers it, else, where nothing is so, whatever does."""
    first, now = True, asking.now
    wanted = Wanted(span=gap, attendable=True, rooms=rooms, limit=LOOKED_AT)
    liked = preferred(wanted, asking.settings)
    for each in (liked, liked._replace(types=(), languages=(), open=False)):
        found = []
        try:
            found = list(find(store, each, asking.groups, now, known=False).meetings)
        except NotFoundError:  # the place is in no list any more
            found = list(
                find(store, each._replace(place=None), asking.groups, now, known=False).meetings
            )
        near = liked.near is not None or liked.place is not None
        some = [one for one in found if one.start and (near or may_be_suggested(one, now))]
        some = [one for one in some if rooms or not one.is_room]
        if some:
            yield from sorted(some, key=lambda one: one.kept.listing.format == "in-person")
            return
        if first and each == liked._replace(types=(), languages=(), open=False):
            return
        first = False


def invitation(kind: str, found: Found) -> Invitation:
    """Return a found meeting as an invitation."""
    start, end = found.start, found.end
    assert start is not None  # noqa: S101 - only what has a time fits a gap
    assert end is not None  # noqa: S101
    return Invitation(kind, found.kept.listing.name, Span(start, end), found.kept.id)


def may_be_suggested(found: Found, now: datetime) -> bool:
    """Tell whether a meeting can be joined from where the person is, or is near.

    What is not online counts as near where its clocks show the person's own time.
    """
    if found.kept.listing.format != "in-person":
        return True
    zone = ZoneInfo(found.kept.listing.zone or "UTC")
    return now.astimezone(zone).utcoffset() == now.utcoffset()
