"""What a listing must be, as SQL on the table of slots.

What must hold of a listing as a whole is settled before, for all of them at once: each filter is a
set of listings, kept as a byte for each number in one large whole number, so that sets are put
together and counted in one step each. Slots are only asked whether their listing is in the set.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import deque
from collections.abc import Iterable
from functools import cache, reduce
from itertools import repeat
from math import cos, radians
from operator import and_, or_
from typing import Any, NamedTuple

from recoverplan.data.type_codes import NEWCOMERS
from recoverplan.domain.naming import folded
from recoverplan.domain.place import km_between, middle_of
from recoverplan.store.listings_derived import (
    DAYS,
    DOUBT,
    FACTS,
    FORMAT,
    PLACELESS,
    ROOM,
    TIMELESS,
    numbers_in,
)
from recoverplan.store.opened import Store

LEAST_OF_ADDRESS = 3  # letters or figures of an address that can be looked for
DEGREE_KM = 111.0  # of latitude, a little less than it is
WORDS = re.compile(r"[^\W_]+")
IN_PERSON, ONLINE = 0, 1
ANY_NARROW = (1 << 16) - 1 - NEWCOMERS  # all bits of whom a meeting may be for
NOT_MEASURED = "NULL"
ALL_BITS = 255
AMONG = "(substr(:wanted, listing + 1, 1) IS x'01')"


class Filters(NamedTuple):
    """What a meeting must be. `formats`: one of these; () any. `types`: one of each set of ids.

    `or_online`: what is online need neither be near nor, with `but_online`, of the last of the
    sets. `attendable`: every week, with a way to attend, and not in a hall of one of the zones
    `far`; `rooms`: open for hours. `whom`: bits of those for whom a meeting may be without coming
    after the others. `without`: never these.
    """

    near: tuple[float, float] | None = None
    within_km: float = 0.0
    place: int | None = None
    formats: tuple[int, ...] = ()
    types: tuple[tuple[int, ...], ...] = ()
    or_online: bool = False
    but_online: bool = False
    text: str | None = None
    attendable: bool = False
    rooms: bool = False
    far: tuple[int, ...] = ()
    whom: int = 0
    without: tuple[int, ...] = ()


Marks = int  # a set of listings: a byte for each number, little ends first, 1 for those in it


class Counted(NamedTuple):
    """How many times there are, which rooms (open for hours), and how many without a time."""

    times: int
    rooms: Marks
    timeless: int

    @property
    def total(self) -> int:
        """Return how many there are in all, each room once."""
        return self.times + self.rooms.bit_count() + self.timeless


class Facts(NamedTuple):
    """A byte of days, and one of facts, for each number of a listing."""

    days: int
    facts: int
    every: Marks
    size: int

    def of(self, fact: int, among: Marks | None = None) -> Marks:
        """Return the listings of which a fact is known."""
        return self.facts >> (fact.bit_length() - 1) & (self.every if among is None else among)


def facts_of(store: Store) -> Facts:
    """Return what is known of every listing."""
    kept = dict(map(tuple, store.execute("SELECT name, bytes FROM listing_bytes")))
    days, facts = (int.from_bytes(kept.get(name, b""), "little") for name in (DAYS, FACTS))
    size = len(kept.get(FACTS, b""))
    return Facts(days, facts, int.from_bytes(b"\1" * size, "little"), size)


class Query(NamedTuple):
    """Filters as SQL on slots: more conditions, what is filled in, the distance, and which
    listings are meant, None for all."""

    where: str
    values: dict[str, Any]
    km: str
    wanted: Marks | None

    def counted(self, facts: Facts) -> Counted:
        """Return how many times and rooms there are, and how many without a time."""
        ours = facts.every if self.wanted is None else self.wanted
        return Counted(
            (facts.days & ours * ALL_BITS).bit_count(),
            facts.of(ROOM, ours),
            facts.of(TIMELESS, ours).bit_count(),
        )


def condition(store: Store, filters: Filters, facts: Facts) -> Query:
    """Return the filters as SQL on slots."""
    values: dict[str, Any] = {"narrow": ANY_NARROW & ~filters.whom}
    km, where = NOT_MEASURED, ""
    if filters.near is not None:
        km = f"CASE WHEN format <> {ONLINE} THEN km(lat, lon) END"
        register_distance(store, filters.near)
    wanted = wanted_of(store, filters, facts)
    if wanted is not None:
        where = f" AND {AMONG}"
        values["wanted"] = wanted.to_bytes(facts.size, "little")
    if filters.attendable:
        too_far = "zone IN (SELECT value FROM json_each(:far))"
        where += f" AND NOT (format = {IN_PERSON} AND {too_far})"
        values["far"] = json.dumps(filters.far)
    return Query(where, values, km, wanted)


def wanted_of(store: Store, filters: Filters, facts: Facts) -> Marks | None:
    """Return which listings are meant, but for halls that are too far; None: all of them."""
    every: list[Marks] = []
    online = facts.of(FORMAT << ONLINE)
    if filters.formats:
        every.append(reduce(or_, (facts.of(FORMAT << form) for form in filters.formats)))
    if filters.near is not None or filters.place is not None:
        near = there(store, filters, facts) & ~online
        every.append(near | online if filters.or_online else near)
    if filters.rooms:
        every.append(facts.of(ROOM))
    if filters.attendable:
        every.append(~facts.of(DOUBT))
    for number, one_of in enumerate(filters.types):
        last = filters.but_online and number == len(filters.types) - 1
        every.append(of_types(store, one_of) | (online if last else 0))
    if filters.text is not None:
        every.append(marked(search(store, filters.text)))
    if filters.without:
        every.append(~marked(filters.without))
    return reduce(and_, every, facts.every) if every else None


def of_types(store: Store, ids: Iterable[int]) -> Marks:
    """Return the listings that have one of these sets of codes."""
    found = store.execute(
        "SELECT listings FROM list_types WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return marked(numbers_in(b"".join(row[0] for row in found)))


def marked(ids: Iterable[int]) -> Marks:
    """Return a set of listings as a byte for each number up to the largest, 1 for those in it."""
    numbers = ids if isinstance(ids, array) else list(ids)
    marks = bytearray(max(numbers, default=0) + 1)
    deque(map(marks.__setitem__, numbers, repeat(1)), 0)  # faster than a loop
    return int.from_bytes(marks, "little")


def numbers_of(marks: Marks) -> list[int]:
    """Return the listings of a set, which should be small."""
    row = marks.to_bytes(marks.bit_length() // 8 + 1, "little")
    found, at = [], row.find(1)
    while at >= 0:
        found.append(at)
        at = row.find(1, at + 1)
    return found


def there(store: Store, filters: Filters, facts: Facts) -> Marks:
    """Return the listings that are near, or are listed under the name of the place."""
    found = 0
    if filters.near is not None:
        found = marked(around(store, filters.near, filters.within_km))
    if filters.place is not None:
        # Measured from the middle of the place, where a meeting says where it is.
        row = store.execute("SELECT there FROM list_place WHERE id = ?", (filters.place,))
        named = marked(numbers_in(row.fetchone()[0]))
        found |= named & facts.of(PLACELESS) if filters.near is not None else named
    return found


def around(store: Store, near: tuple[float, float], within_km: float) -> Iterable[int]:
    """Return the listings that are at most so far away."""
    lat, lon = near
    north = within_km / DEGREE_KM
    east = 180.0
    if abs(lat) + north < 89:
        east = north / cos(radians(abs(lat) + north))
    values = {"south": lat - north, "north": lat + north}
    box = "lat BETWEEN :south AND :north"
    if lon - east >= -180 and lon + east <= 180:
        box += " AND lon BETWEEN :west AND :east"
        values |= {"west": lon - east, "east": lon + east}
    found = store.execute(f"SELECT lat, lon, listings FROM spot WHERE {box}", values)  # noqa: S608
    return numbers_in(
        b"".join(
            listings
            for at_lat, at_lon, listings in map(tuple, found)
            if km_between(near, (at_lat, at_lon)) <= within_km
        )
    )


def register_distance(store: Store, near: tuple[float, float]) -> None:
    """Let SQL measure the distance from a place, in km."""

    @cache  # most places have several meetings, and each is asked for twice
    def km(lat: float | None, lon: float | None) -> float | None:
        return None if lat is None or lon is None else km_between(near, (lat, lon))

    store.connection.create_function("km", 2, km, deterministic=True)


def search(store: Store, text: str) -> list[int]:
    """Return the listings with all words of a text, the last perhaps only begun.

    What has no words in it, or none that the index knows how to look for, is looked for as it is.
    """
    words = WORDS.findall(text)
    found = matching(store, " ".join(f'"{word}"*' for word in words)) if words else None
    if found is not None:
        return found
    return numbers(
        store,
        """
        SELECT id FROM listing WHERE retired = 0 AND closed = 0
            AND instr(concat_ws(' ', name, venue, address, town, region, notes, where_notes), ?)
        """,
        text,
    )


def middle_of_address(store: Store, typed: str) -> tuple[float, float] | None:
    """Return the middle of the meetings whose address has what was typed: a postcode, a street."""
    wanted = " ".join(folded(typed).split())
    if len(wanted) < LEAST_OF_ADDRESS:
        return None
    found = store.execute(
        "SELECT address, lat, lon FROM listing WHERE lat IS NOT NULL AND id IN (SELECT value FROM"
        " json_each(?))",
        (json.dumps(named(store, typed)),),
    )
    beside = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    points = [(row[1], row[2]) for row in found if beside.search(folded(row[0] or ""))]
    return middle_of(points)


def named(store: Store, name: str) -> list[int]:
    """Return listings that have all words of a name; few of them may be called so."""
    words = WORDS.findall(name)
    return (matching(store, " ".join(f'"{word}"' for word in words)) or []) if words else []


def matching(store: Store, match: str) -> list[int] | None:
    """Return the listings that a search in the index of words gives; None if it cannot tell."""
    from sqlcipher3 import dbapi2

    query = "SELECT rowid AS id FROM listing_text WHERE listing_text MATCH ?"
    try:
        return numbers(store, query, match)
    except dbapi2.OperationalError:
        return None


def numbers(store: Store, query: str, value: str) -> list[int]:
    """Return the ids that a query gives, by way of JSON: they can be many."""
    found = store.execute(f"SELECT json_group_array(id) FROM ({query})", (value,))  # noqa: S608
    ids: list[int] = json.loads(found.fetchone()[0])
    return ids
