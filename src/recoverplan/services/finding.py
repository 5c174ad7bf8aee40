"""Finding listed meetings for a stretch of time and a place; never those of a group that felt
unsafe."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from recoverplan.data.type_codes import codes_of, names
from recoverplan.domain.group import Group
from recoverplan.domain.listing import Found, FoundAll, Source, parts_of
from recoverplan.domain.naming import folded
from recoverplan.domain.place import BETWEEN
from recoverplan.domain.span import Span
from recoverplan.domain.week_minutes import week_from
from recoverplan.errors import NotFoundError
from recoverplan.store import listings, listings_find, listings_where
from recoverplan.store.listings_find import Hit, Place
from recoverplan.store.listings_where import Filters
from recoverplan.store.opening import Store
from recoverplan.words import lists as words

SOME = 6  # places that are named where several could be meant
LEAST_BEGUN = 3  # letters with which a name of a type may begin; fewer must be all of it


class Wanted(NamedTuple):
    """What is looked for. `span` None: any time. `near`: degrees; `place`: a name as typed."""

    span: Span | None = None
    near: tuple[float, float] | None = None
    place: str | None = None
    within_km: float = 5.0
    online: bool = False
    types: tuple[str, ...] = ()
    text: str | None = None
    limit: int = 10


def find(
    store: Store, wanted: Wanted, groups: Iterable[Group], now: datetime, *, known: bool = True
) -> FoundAll:
    """Return the listed meetings that are wanted, the best first.

    `known` False leaves out what the person has tried, or left, already. Raises NotFoundError for
    a place that no list names.
    """
    sources = {source.id: source for source in listings.sources(store)}
    filters = filters_of(store, wanted, sources, tuple(groups), known=known)
    if wanted.span is None:
        total, hits = listings_find.find_any(store, week_from(now), filters, wanted.limit)
    else:
        total, hits = listings_find.find_running(store, wanted.span, filters, wanted.limit)
    return FoundAll(total, tuple(found(store, hits)))


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
    *,
    known: bool,
) -> Filters:
    """Return what is wanted as the store asks for it. Raises NotFoundError."""
    near, place = wanted.near, None
    if wanted.place is not None:
        there = place_named(store, wanted.place)
        place = there.id
        if there.lat is not None and there.lon is not None:
            near = (there.lat, there.lon)
    return Filters(
        near=near,
        within_km=wanted.within_km,
        place=place,
        online=wanted.online,
        types=tuple(types_named(store, typed, sources) for typed in wanted.types),
        text=wanted.text,
        without=tuple(sorted(never(store, groups, known=known))),
    )


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
    raise NotFoundError(message, hint)


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


def types_named(store: Store, typed: str, sources: dict[int, Source]) -> tuple[int, ...]:
    """Return the sets of codes in which a code, or its name, is what was typed."""
    said = {
        number: codes_of(each.programme, each.kind, each.codes) for number, each in sources.items()
    }
    return tuple(
        number
        for number, source, types in listings_find.type_sets(store)
        if any(means(code, said[source].get(code.upper(), ""), typed) for code in types.split())
    )


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
