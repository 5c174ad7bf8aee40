"""What a listing must be, as SQL on the table of slots.

Sets of listings are asked for as a row of bytes, one for each number, 1 for those in it: two to
three times as fast as a list, when most of the table is looked through.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from math import cos, radians
from typing import Any, NamedTuple

from recoverplan.data.type_codes import NEWCOMERS
from recoverplan.domain.listing import LONG
from recoverplan.domain.naming import folded
from recoverplan.domain.place import km_between, middle_of
from recoverplan.store.listings_derived import DOUBT
from recoverplan.store.opening import Store

LEAST_OF_ADDRESS = 3  # letters or figures of an address that can be looked for
DEGREE_KM = 111.0  # of latitude, a little less than it is
WORDS = re.compile(r"[^\W_]+")
IN_PERSON, ONLINE = 0, 1
ANY_NARROW = (1 << 16) - 1 - NEWCOMERS  # all bits of whom a meeting may be for
NOT_MEASURED = "NULL"


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


class Query(NamedTuple):
    """A condition on slots with its values, and the distance as SQL, in km."""

    where: str
    values: dict[str, Any]
    km: str


def condition(store: Store, filters: Filters) -> Query:
    """Return the filters as SQL on slots."""
    where: list[str] = []
    values: dict[str, Any] = {"narrow": ANY_NARROW & ~filters.whom}
    km = NOT_MEASURED
    if filters.formats:
        where.append(f"format IN ({', '.join(map(str, filters.formats))})")
    if filters.near is not None or filters.place is not None:
        near = f"(format <> {ONLINE} AND {there(store, filters, values)})"
        where.append(f"(format = {ONLINE} OR {near})" if filters.or_online else near)
    if filters.near is not None:
        km = f"CASE WHEN format <> {ONLINE} THEN km(lat, lon) END"
        register_distance(store, filters.near)
    if filters.rooms:
        where.append(f'"end" - start > {LONG}')
    if filters.attendable:
        where.append(f"flags & {DOUBT} = 0")
        too_far = "zone IN (SELECT value FROM json_each(:far))"
        where.append(f"NOT (format = {IN_PERSON} AND {too_far})")
        values["far"] = json.dumps(filters.far)
    for number, one_of in enumerate(filters.types):
        each = f"types IN (SELECT value FROM json_each(:types{number}))"  # noqa: S608
        last = filters.but_online and number == len(filters.types) - 1
        where.append(f"(format = {ONLINE} OR {each})" if last else each)
        values[f"types{number}"] = json.dumps(one_of)
    if filters.text is not None:
        where.append(among("text"))
        values["text"] = marked(search(store, filters.text))
    if filters.without:
        where.append(f"NOT {among('without')}")
        values["without"] = marked(filters.without)
    return Query("".join(f" AND {each}" for each in where), values, km)


def among(name: str) -> str:
    """Return the condition that a listing is in the set that `marked` made for this name."""
    return f"(substr(:{name}, listing + 1, 1) IS x'01')"


def marked(ids: Iterable[int]) -> bytes:
    """Return a set of listings as a byte for each number up to the largest, 1 for those in it."""
    numbers = list(ids)
    marks = bytearray(max(numbers, default=0) + 1)
    deque(map(marks.__setitem__, numbers, repeat(1)), 0)  # faster than a loop
    return bytes(marks)


def there(store: Store, filters: Filters, values: dict[str, Any]) -> str:
    """Return the condition that a meeting is near, or is listed under the name of the place."""
    any_of = []
    if filters.near is not None:
        lat, lon = filters.near
        north = filters.within_km / DEGREE_KM
        east = 180.0
        if abs(lat) + north < 89:
            east = north / cos(radians(abs(lat) + north))
        values |= {"south": lat - north, "north": lat + north, "within": filters.within_km}
        box = "lat BETWEEN :south AND :north"
        if lon - east >= -180 and lon + east <= 180:
            box += " AND lon BETWEEN :west AND :east"
            values |= {"west": lon - east, "east": lon + east}
        # A CASE, so that only what is in the box is measured.
        any_of.append(f"CASE WHEN {box} THEN km(lat, lon) <= :within ELSE 0 END")
    if filters.place is not None:
        # Measured from the middle of the place, where a meeting says where it is.
        found = store.execute("SELECT listing FROM placed WHERE place = ?", (filters.place,))
        values["place"] = marked(row[0] for row in found)
        any_of.append(f"({among('place')} AND (lat IS NULL OR {int(filters.near is None)}))")
    return f"({' OR '.join(any_of)})"


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
