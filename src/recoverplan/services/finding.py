"""Finding listed meetings for a stretch of time and a place; never those of a group that felt
unsafe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from recoverplan.data.type_codes import (
    LANGUAGE_BIT,
    codes_of,
    flags_of,
    language_named,
    names,
    whom,
)
from recoverplan.domain.attendance import FAR_AWAY
from recoverplan.domain.group import Group
from recoverplan.domain.listing import Found, FoundAll, Source, parts_of
from recoverplan.domain.naming import folded
from recoverplan.domain.place import BETWEEN
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.domain.week_scan import week_from
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.store import listings, listings_find, listings_where, opening, profile
from recoverplan.store.listings_find import Hit, Place
from recoverplan.store.listings_where import Filters
from recoverplan.store.opened import Store
from recoverplan.value import NamedTuple
from recoverplan.words import lists as words

POINT = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?) ?[, ] ?([+-]?\d{1,3}(?:\.\d+)?)")
FORMAT_NUMBERS = {"in-person": 0, "online": 1, "hybrid": 2}
OPEN, WHEELCHAIR, ENGLISH = "open", "wheelchair access", "English"
SOME = 6  # places that are named where several could be meant
LEAST_BEGUN = 3  # letters with which a name of a type may begin; fewer must be all of it


class NoPlaceError(NotFoundError):
    """No list has a place of this name."""


class Wanted(NamedTuple):
    """What is looked for. `span` None: any time. `near`: degrees; `place`: a name as typed.

    `formats` are such as in person; () any. `attendable`: only what is known to be every week and
    can be attended. `or_online`: near, or online; `no_ramp_online`: what is online needs no
    wheelchair access. `rooms`: only what is open for hours.
    """

    span: Span | None = None
    near: tuple[float, float] | None = None
    place: str | None = None
    within_km: float = 5.0
    formats: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    open: bool = False
    wheelchair: bool = False
    or_online: bool = False
    no_ramp_online: bool = False
    attendable: bool = False
    rooms: bool = False
    text: str | None = None
    limit: int = 10

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the names of all kinds that are asked for, languages as kinds too."""
        spoken = tuple(map(language_named, self.languages))
        return (*self.types, *spoken, *([OPEN] if self.open else []))


def find(
    store: Store, wanted: Wanted, groups: Iterable[Group], now: datetime, *, known: bool = True
) -> FoundAll:
    """Return the listed meetings that are wanted, the best first.

    `known` False leaves out what the person has tried, or left, already. Raises NotFoundError for
    a place that no list names.
    """
    sources = {source.id: source for source in listings.sources(store)}
    unnamed = tuple(each for each in wanted.kinds if not named_somewhere(store, each, sources))
    filters = filters_of(store, wanted, sources, tuple(groups), now, known=known)
    if wanted.span is None:
        total, hits = listings_find.find_any(store, week_from(now), filters, wanted.limit)
    else:
        total, hits = listings_find.find_running(store, wanted.span, filters, wanted.limit)
    return FoundAll(total, tuple(found(store, hits)), unnamed)


def found(store: Store, hits: Iterable[Hit]) -> Iterable[Found]:
    """Yield what is known of the listings that are shown."""
    shown = list(hits)
    kept = listings.load(store, {hit.listing for hit in shown})
    for hit in shown:
        each = kept[hit.listing]
        source = each.source
        said = names(each.listing.types, codes_of(source.programme, source.kind, source.codes))
        start, end = hit.span or (None, None)
        yield Found(each, start, end, hit.km, said)


def filters_of(
    store: Store,
    wanted: Wanted,
    sources: dict[int, Source],
    groups: tuple[Group, ...],
    now: datetime,
    *,
    known: bool,
) -> Filters:
    """Return what is wanted as the store asks for it. Raises NotFoundError."""
    near, place = wanted.near, None
    if wanted.place is not None:
        near, place = point_or_place(store, wanted.place)
    types = [types_named(store, typed, sources) for typed in wanted.types]
    types += [types_named(store, said, sources, exact=True) for said in wanted.kinds[len(types) :]]
    if wanted.wheelchair:
        types.append(types_named(store, WHEELCHAIR, sources))
    whom_for = 0
    for each in wanted.kinds:
        whom_for |= whom(each) or whom(meant_by(each, sources))
    return Filters(
        near=near,
        within_km=wanted.within_km,
        place=place,
        formats=tuple(FORMAT_NUMBERS[each] for each in wanted.formats),
        types=tuple(types),
        or_online=wanted.or_online,
        but_online=wanted.no_ramp_online,
        rooms=wanted.rooms,
        text=wanted.text,
        attendable=wanted.attendable,
        far=far_zones(store, wanted.span, now) if wanted.attendable else (),
        whom=whom_for,
        without=tuple(sorted(never(store, groups, known=known))),
    )


def far_zones(store: Store, span: Span | None, now: datetime) -> tuple[int, ...]:
    """Return the zones whose halls are too far away to go to."""
    start = span.start if span else now
    here = start.astimezone(now.tzinfo).utcoffset()
    ahead = {
        number: start.astimezone(zone).utcoffset()
        for number, zone in listings_find.zones(store).items()
    }
    return tuple(
        number
        for number, there in ahead.items()
        if here is not None and there is not None and abs(there - here) >= FAR_AWAY
    )


def place_typed(typed: str | None) -> tuple[tuple[float, float] | None, str | None]:
    """Return coordinates, or the name of a place. Raises UsageError."""
    if typed is None:
        return None, None
    said = clean(typed)
    if not said:
        raise UsageError(words.NEAR_TAKES)
    match = POINT.fullmatch(said)
    if match is None:
        return None, said
    lat, lon = float(match[1]), float(match[2])
    if abs(lat) > 90 or abs(lon) > 180:
        raise UsageError(words.NO_PLACE_ON_EARTH.format(said=said), words.WRITE_A_POINT)
    return (lat, lon), None


def point_or_place(store: Store, typed: str) -> tuple[tuple[float, float] | None, int | None]:
    """Return the middle of a place of the lists and its number, or the middle of a postcode or a
    street, by the addresses in the lists. Raises NotFoundError."""
    try:
        there = place_named(store, typed)
    except NoPlaceError:
        point = listings_where.middle_of_address(store, typed)
        if point is None:
            raise
        return point, None
    if there.lat is None or there.lon is None:
        return None, there.id
    return (there.lat, there.lon), there.id


def known_place(store: Store, typed: str) -> bool:
    """Tell whether a name means just one place of the lists."""
    try:
        place_named(store, typed)
    except NotFoundError:
        return False
    return True


def place_named(store: Store, typed: str) -> Place:
    """Return the place that a name means: "Springfield, IL", a name that only one place has, or
    how the name of just one begins. Raises NotFoundError."""
    key = folded(typed)
    found = listings_find.places(store, key) or [
        place
        for place in listings_find.places(store, key.rpartition(",")[0])
        if key in called(place)
    ]
    every = [] if found else listings_find.places(store)
    found = found or [
        place for place in every if key and any(one.startswith(key) for one in called(place))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise several_places(typed, found)
    message = words.NO_LIST_HAS_A_PLACE.format(typed=typed)
    from difflib import get_close_matches

    name = folded(typed.partition(",")[0])
    near = get_close_matches(name, {place.folded for place in every}, n=3, cutoff=0.7)
    meant = [f'"{to_type(place)}"' for one in near for place in every if place.folded == one]
    hint = (
        words.DID_YOU_MEAN.format(meant=" or ".join(meant[:SOME]))
        if meant
        else words.USE_A_TOWN_OF_THE_LISTS
    )
    raise NoPlaceError(message, hint)


def called(place: Place) -> set[str]:
    """Return what a place may be called, folded: its name, and its name with a state."""
    whole = folded(place.name)
    states = whole.removeprefix(place.folded).removeprefix(", ")
    return {place.folded, whole, *(f"{place.folded}, {one}" for one in states.split(BETWEEN))}


def to_type(place: Place) -> str:
    """Return what means this place and no other: its name and state, else where it is."""
    if folded(place.name) == place.folded and place.lat is not None:
        return f"{place.lat:.2f},{place.lon:.2f}"
    return place.name.partition(BETWEEN)[0]


def several_places(typed: str, found: list[Place]) -> NotFoundError:
    """Return what says that several places have this name, and what to type for each."""
    most = sorted(found, key=lambda place: -place.listings)[:SOME]
    meant = ", ".join(f'"{to_type(place)}" ({place.listings:,})' for place in most)
    more = f", and {len(found) - SOME:,} more" if len(found) > SOME else ""
    message = words.COULD_BE_ONE_OF_SEVERAL.format(typed=typed, meant=meant, more=more)
    return NotFoundError(message, words.SAY_WHICH_NEAR.format(most=to_type(most[0])))


def codes_said(sources: dict[int, Source]) -> dict[int, dict[str, str]]:
    """Return what the codes of each list mean."""
    return {
        number: codes_of(each.programme, each.kind, each.codes) for number, each in sources.items()
    }


def types_named(
    store: Store, typed: str, sources: dict[int, Source], *, exact: bool = False
) -> tuple[int, ...]:
    """Return the sets of codes in which a code, or its name, is what was typed; `exact`: its name.

    What names no language is in English.
    """
    said = codes_said(sources)
    english = exact and typed == ENGLISH

    @cache  # most sets of codes are made of the same few
    def meant(source: int, code: str) -> bool:
        name = said[source].get(code.upper(), "")
        return (name or code) == typed if exact else means(code, name, typed)

    return tuple(
        number
        for number, source, types in listings_find.type_sets(store)
        if any(meant(source, code) for code in types.split())
        or (english and not flags_of(types, said[source]) >> (LANGUAGE_BIT + 1) & 1)
    )


def named_somewhere(store: Store, typed: str, sources: dict[int, Source]) -> bool:
    """Tell whether some list has, or could have, a code of this name."""
    said = codes_said(sources)
    if typed == ENGLISH or any(
        means(code, name, typed) for codes in said.values() for code, name in codes.items()
    ):
        return True
    return any(
        means(code, "", typed)
        for _, _, types in listings_find.type_sets(store)
        for code in types.split()
    )


def meant_by(typed: str, sources: dict[int, Source]) -> str:
    """Return the name of a code that was typed: "W" is women."""
    names_of_it = (codes.get(typed.upper()) for codes in codes_said(sources).values())
    return next(filter(None, names_of_it), typed)


def means(code: str, name: str, typed: str) -> bool:
    """Tell whether a code, or its name, is what was typed: "W", "women", "step"."""
    key = folded(typed).replace("-", " ")
    called = folded(name).replace("-", " ")
    if key in (folded(code).replace("-", " "), called):
        return True
    return len(key) >= LEAST_BEGUN and f" {key}" in f" {called}"


def never(store: Store, groups: Iterable[Group], *, known: bool) -> set[int]:
    """Return the listings never to suggest: those of groups that felt unsafe, by whatever day.

    A group from a list is told by its key, and by its name in that list; one that was entered by
    hand by its name. With `known` False every group that the person has is left out, by its key.
    """
    ids: set[int] = set()
    for group in groups:
        if not group.unsafe and known:
            continue
        keys = [parts_of(key) for key in group.listed]
        own = {
            number
            for source, identity in keys
            for number in listings_find.ids_of_key(store, source, identity)
        }
        ids |= own
        if not group.unsafe:
            continue
        of_lists = {source for source, _ in keys}
        for name in {folded(group.name), *names_by_key(store, own)}:
            candidates = listings_where.named(store, name)
            ids |= {
                number
                for number, source, other in listings_find.names_of(store, candidates)
                if folded(other) == name and (not of_lists or source in of_lists)
            }
    return ids


def names_by_key(store: Store, ids: Iterable[int]) -> set[str]:
    """Return the names, folded, of listings."""
    return {folded(name) for _, _, name in listings_find.names_of(store, ids)}


# What was shown last: `group try 2` means the second of it. Kept in the store, so that nobody else
# reads what was looked for; never part of the history or of an export, and good for a day. Where
# it can't be kept at once, it is not: finding goes on.
GOOD_FOR = timedelta(days=1)


def remember(home: Path, now: datetime, shown: list[int]) -> None:
    """Keep the numbers of the listings that were shown, in their order, if that can be done."""
    with suppress(Exception), opening.open_to_write(home) as store:
        store.execute("PRAGMA busy_timeout=0")
        store.execute("BEGIN IMMEDIATE")
        profile.keep_found(store, now, shown)
        store.execute("COMMIT")


def listing_at(store: Store, place: int, now: datetime) -> int | None:
    """Return the listing that was shown at a place, 1 the first; None if none was, or long ago."""
    found = profile.last_found(store)
    if found is None:
        return None
    at, shown = found
    in_time = timedelta(0) <= now - at <= GOOD_FOR
    return shown[place - 1] if in_time and 0 < place <= len(shown) else None
