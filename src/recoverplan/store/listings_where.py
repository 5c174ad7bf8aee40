"""What a listing must be, as SQL on the table of slots.

Sets of listings are asked for as a row of bytes, one for each number, 1 for those in it: two to
three times as fast as a list, when most of the table is looked through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from math import cos, radians
from typing import Any, NamedTuple

from recoverplan.domain.place import km_between
from recoverplan.store.opening import Store

DEGREE_KM = 111.0  # of latitude, a little less than it is
WORDS = re.compile(r"[^\W_]+")
ONLINE, HYBRID = 1, 2
NOT_MEASURED = "NULL"


class Filters(NamedTuple):
    """What a meeting must be. `types`: one of each set of ids. `without`: never these."""

    near: tuple[float, float] | None = None
    within_km: float = 0.0
    place: int | None = None
    online: bool = False
    types: tuple[tuple[int, ...], ...] = ()
    text: str | None = None
    without: tuple[int, ...] = ()


class Query(NamedTuple):
    """A condition on slots with its values, and the distance as SQL, in km."""

    where: str
    values: dict[str, Any]
    km: str


def condition(store: Store, filters: Filters) -> Query:
    """Return the filters as SQL on slots."""
    where: list[str] = []
    values: dict[str, Any] = {}
    km = NOT_MEASURED
    if filters.online:
        where.append(f"format IN ({ONLINE}, {HYBRID})")
    if filters.near is not None or filters.place is not None:
        if not filters.online:
            where.append(f"format <> {ONLINE}")
        where.append(there(store, filters, values))
    if filters.near is not None:
        km = "km(lat, lon)"
        register_distance(store, filters.near)
    for number, one_of in enumerate(filters.types):
        where.append(f"types IN (SELECT value FROM json_each(:types{number}))")  # noqa: S608
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
    for number in numbers:
        marks[number] = 1
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
        found = store.execute("SELECT listing FROM placed WHERE place = ?", (filters.place,))
        values["place"] = marked(row[0] for row in found)
        any_of.append(among("place"))
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
