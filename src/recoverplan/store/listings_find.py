"""Finding listings: ranked on the table of slots alone; only what is shown is looked up.

A slot is asked for in minutes of the week of its own zone, with the week before and after where
the stretch reaches there. Zones whose clocks change about then are worked out one by one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.span import Span
from recoverplan.domain.week_minutes import DAY, WEEK, Window, as_span, steady, window
from recoverplan.store.listings_derived import NO_TIME
from recoverplan.store.opening import Store

EARTH_KM = 6371.0088
DEGREE_KM = 111.0  # of latitude, a little less than it is
SLACK = 180  # minutes by which clocks may change, and more
WORDS = re.compile(r"[^\W_]+")
ONLINE, HYBRID = 1, 2
OF_ZONES = "zone IN (SELECT value FROM json_each(:zones))"


class Place(NamedTuple):
    """A place that the lists name; its middle is that of the meetings there, if known."""

    id: int
    name: str
    lat: float | None
    lon: float | None
    listings: int


class Filters(NamedTuple):
    """What a meeting must be. `types`: one of each set of ids. `without`: never these."""

    near: tuple[float, float] | None = None
    within_km: float = 0.0
    place: int | None = None
    online: bool = False
    types: tuple[tuple[int, ...], ...] = ()
    text: str | None = None
    without: tuple[int, ...] = ()


class Hit(NamedTuple):
    """One time that a listing runs. `covered`: minutes of the stretch; `km` None: not known."""

    covered: int
    km: float | None
    newcomers: bool
    span: Span | None
    listing: int

    def rank(self) -> tuple[Any, ...]:
        """Return what hits are sorted by: the most covered, the nearest, newcomers welcome."""
        far = (self.km is None, self.km or 0.0)
        return (-self.covered, *far, not self.newcomers, self.span is None, self.span, self.listing)


class Query(NamedTuple):
    """A condition on slots with its values, and how the distance is told.

    `few`: it leaves few of them, as a rule.
    """

    where: str
    values: dict[str, Any]
    km: str
    few: bool


def zones(store: Store) -> dict[int, ZoneInfo]:
    """Return the zones of all slots."""
    return {row[0]: ZoneInfo(row[1]) for row in store.execute("SELECT id, name FROM list_zone")}


def places(store: Store) -> list[tuple[str, Place]]:
    """Return all places with the folded names by which they are found."""
    found = store.execute("SELECT folded, id, name, lat, lon, listings FROM list_place")
    return [(row[0], Place(*tuple(row)[1:])) for row in found]


def type_sets(store: Store) -> list[tuple[int, int, str]]:
    """Return the sets of codes that occur: id, the list's id, the codes."""
    return [tuple(row) for row in store.execute("SELECT id, source, types FROM list_types")]


def ids_of_key(store: Store, source: str, identity: str) -> list[int]:
    """Return the listing of a list with this identity."""
    found = store.execute(
        """
        SELECT listing FROM listing_key JOIN listing_source ON listing_source.id = source
        WHERE identity = ? AND name = ?
        """,
        (identity, source),
    )
    return [row[0] for row in found]


def ids_by_name(store: Store, name: str) -> list[int]:
    """Return listings that have all words of a name; few of them may be called so."""
    words = WORDS.findall(name)
    if not words:
        return []
    return [row[0] for row in matching(store, " ".join(f'"{word}"' for word in words))]


def matching(store: Store, match: str) -> list[Any]:
    """Return the rows that a search in the text index gives; none where it cannot be read."""
    from sqlcipher3 import dbapi2

    try:
        found: list[Any] = store.execute(
            "SELECT rowid FROM listing_text WHERE listing_text MATCH ?", (match,)
        ).fetchall()
    except dbapi2.OperationalError:
        return []
    return found


def find_running(store: Store, span: Span, filters: Filters, limit: int) -> tuple[int, list[Hit]]:
    """Return how often listings run in a stretch, and the best of these times."""
    query = condition(store, filters)
    total, hits = 0, []
    for shared, members in alike(zones(store), span).items():
        count, some = (
            in_window(store, query, shared, members, limit)
            if isinstance(shared, Window)
            else one_by_one(store, query, span, members)
        )
        total += count
        hits += some
    hits.sort(key=Hit.rank)
    return total, hits[:limit]


def alike(all_zones: dict[int, ZoneInfo], span: Span) -> dict[object, dict[int, ZoneInfo]]:
    """Return the zones by their window of the stretch; one whose clocks change stands alone."""
    found: dict[object, dict[int, ZoneInfo]] = {}
    for number, zone in all_zones.items():
        key: object = window(span, zone) if steady(span, zone) else number
        found.setdefault(key, {})[number] = zone
    return found


def in_window(
    store: Store, query: Query, shared: Window, members: dict[int, ZoneInfo], limit: int
) -> tuple[int, list[Hit]]:
    """Return what runs in a window that all these zones share."""
    total, hits = 0, []
    from_sql = (
        f"FROM slot WHERE {OF_ZONES} AND start < :b AND start > :a - {DAY}"
        f' AND "end" > :a{query.where}'
    )
    for week in range(-1 if shared.start < DAY else 0, (shared.end - 1) // WEEK + 1):
        values = {
            **query.values,
            "zones": json.dumps(list(members)),
            "a": shared.start - week * WEEK,
            "b": shared.end - week * WEEK,
            "limit": limit,
        }
        count = store.execute(f"SELECT count(*) {from_sql}", values).fetchone()[0]
        if not count:
            continue
        total += count
        found = store.execute(
            f"""
            SELECT min("end", :b) - max(start, :a) AS covered, {query.km} AS km, flags & 1 AS new,
                start, "end", zone, listing {from_sql}
            ORDER BY covered DESC, km IS NULL, km, new DESC, start, listing LIMIT :limit
            """,
            values,
        )
        for row in found:
            begins, ends = row["start"] + week * WEEK, row["end"] + week * WEEK
            span = as_span(shared.monday, begins, ends, members[row["zone"]])
            hits.append(Hit(row["covered"], row["km"], bool(row["new"]), span, row["listing"]))
    return total, hits


def one_by_one(
    store: Store, query: Query, span: Span, members: dict[int, ZoneInfo]
) -> tuple[int, list[Hit]]:
    """Return what runs in a stretch about which the clocks of a zone change."""
    (number, zone), *_ = members.items()
    about = window(span, zone)
    known: dict[tuple[int, int], Span | None] = {}
    hits: list[Hit] = []
    for week in range(-1, (about.end + SLACK) // WEEK + 1):
        found = store.execute(
            f"""
            SELECT {query.km} AS km, flags & 1 AS new, start, "end", listing FROM slot
            WHERE zone = :zone AND start < :b AND start > :a - {DAY} AND "end" > :a{query.where}
            """,  # noqa: S608 - our own words
            {
                **query.values,
                "zone": number,
                "a": about.start - week * WEEK - SLACK,
                "b": about.end - week * WEEK + SLACK,
            },
        )
        for row in found:
            when = (row["start"] + week * WEEK, row["end"] + week * WEEK)
            if when not in known:
                known[when] = as_span(about.monday, *when, zone)
            real = known[when]
            if real is None or real.start >= span.end or real.end <= span.start:
                continue
            covered = Span(max(real.start, span.start), min(real.end, span.end)).minutes
            hits.append(Hit(covered, row["km"], bool(row["new"]), real, row["listing"]))
    return len(hits), hits


def find_any(store: Store, week: Span, filters: Filters, limit: int) -> tuple[int, list[Hit]]:
    """Return how many weekly times there are, and the best, each with its next meeting.

    `week` is the seven days from now on. Those by appointment come last.
    """
    query = condition(store, filters)
    all_zones = zones(store)
    total, hits = 0, []
    for members in together(all_zones, week):
        count, some = next_ones(store, query, week, members, limit)
        total += count
        hits += some
    hits.sort(key=Hit.rank)
    where = f"FROM slot WHERE zone = 0 AND start = {NO_TIME}{query.where}"
    found = store.execute(
        f"SELECT {query.km} AS km, flags & 1 AS new, listing, count(*) OVER () AS every {where}"
        " ORDER BY km IS NULL, km, new DESC, listing LIMIT :limit",
        {**query.values, "limit": limit},
    ).fetchall()
    total += found[0]["every"] if found else 0
    late = [Hit(0, row["km"], bool(row["new"]), None, row["listing"]) for row in found]
    return total, [*hits, *late][:limit]


def together(all_zones: dict[int, ZoneInfo], week: Span) -> list[dict[int, ZoneInfo]]:
    """Return the zones that one pass can rank: those whose clocks change in that week apart."""
    calm = {number: zone for number, zone in all_zones.items() if steady(week, zone)}
    others = [{number: zone} for number, zone in all_zones.items() if number not in calm]
    return [calm, *others] if calm else others


def next_ones(
    store: Store, query: Query, week: Span, members: dict[int, ZoneInfo], limit: int
) -> tuple[int, list[Hit]]:
    """Return how many weekly times these zones have, and the best, each with its next meeting."""
    windows = {number: window(week, zone) for number, zone in members.items()}
    now = " ".join(f"WHEN {number} THEN {each.start}" for number, each in windows.items())
    values = {**query.values, "zones": json.dumps(list(members)), "limit": limit}
    from_sql = f"FROM slot WHERE {OF_ZONES}{query.where}"
    count = "count(*) OVER ()"  # one pass where few are left, two where many are
    if not query.few:
        count = str(store.execute(f"SELECT count(*) {from_sql}", values).fetchone()[0])
    rows = store.execute(
        f"""
        SELECT km, new, zone, listing, minutes, every,
            CASE WHEN start <= now AND start + minutes > now THEN start - now
                WHEN start + minutes - {WEEK} > now THEN start - {WEEK} - now
                ELSE (start - now + {WEEK}) % {WEEK} END AS ahead
        FROM (SELECT {query.km} AS km, flags & 1 AS new, start, "end" - start AS minutes, zone,
            listing, {count} AS every, CASE zone {now} END AS now {from_sql})
        ORDER BY km IS NULL, km, new DESC, ahead, listing LIMIT :limit
        """,  # noqa: S608 - our own words
        values,
    ).fetchall()
    hits = []
    for row in rows:
        shared = windows[row["zone"]]
        begins = shared.start + row["ahead"]
        span = as_span(shared.monday, begins, begins + row["minutes"], members[row["zone"]])
        hits.append(Hit(0, row["km"], bool(row["new"]), span, row["listing"]))
    return (rows[0]["every"] if rows else 0), hits


def condition(store: Store, filters: Filters) -> Query:
    """Return the filters as SQL on slots."""
    where: list[str] = []
    values: dict[str, Any] = {}
    km = "NULL"
    if filters.online:
        where.append(f"format IN ({ONLINE}, {HYBRID})")
    if filters.near is not None or filters.place is not None:
        if not filters.online:
            where.append(f"format <> {ONLINE}")
        where.append(there(filters, values))
    if filters.near is not None:
        km = "km(lat, lon)"
        register_distance(store, filters.near)
    for number, one_of in enumerate(filters.types):
        where.append(f"types IN (SELECT value FROM json_each(:types{number}))")  # noqa: S608
        values[f"types{number}"] = json.dumps(one_of)
    if filters.text is not None:
        where.append("listing IN (SELECT value FROM json_each(:text))")
        values["text"] = search(store, filters.text)
    if filters.without:
        where.append("listing NOT IN (SELECT value FROM json_each(:without))")
        values["without"] = json.dumps(filters.without)
    few = any((filters.near, filters.place, filters.types, filters.text))
    return Query("".join(f" AND {each}" for each in where), values, km, few)


def there(filters: Filters, values: dict[str, Any]) -> str:
    """Return the condition that a meeting is near, or is listed under the name of the place."""
    any_of = []
    if filters.place is not None:
        any_of.append("listing IN (SELECT listing FROM placed WHERE place = :place)")
        values["place"] = filters.place
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
    return f"({' OR '.join(any_of)})"


def register_distance(store: Store, near: tuple[float, float]) -> None:
    """Let SQL measure the distance from a place, in km."""
    lat, lon = map(radians, near)
    cos_lat = cos(lat)

    def km(other_lat: float | None, other_lon: float | None) -> float | None:
        if other_lat is None or other_lon is None:
            return None
        north, east = radians(other_lat), radians(other_lon)
        half = sin((north - lat) / 2) ** 2 + cos_lat * cos(north) * sin((east - lon) / 2) ** 2
        return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))

    store.connection.create_function("km", 2, km, deterministic=True)


def search(store: Store, text: str) -> str:
    """Return the listings with all words of a text, the last perhaps only begun: JSON of numbers.

    What has no words in it, or none that the index knows how to look for, is looked for as it is.
    """
    from sqlcipher3 import dbapi2

    words = WORDS.findall(text)
    if words:
        match = " ".join(f'"{word}"*' for word in words)
        try:
            return numbers(
                store, "SELECT rowid AS id FROM listing_text WHERE listing_text MATCH ?", match
            )
        except dbapi2.OperationalError:
            pass
    return numbers(
        store,
        """
        SELECT id FROM listing WHERE retired = 0 AND closed = 0
            AND instr(concat_ws(' ', name, venue, address, town, region, notes), ?)
        """,
        text,
    )


def numbers(store: Store, query: str, value: str) -> str:
    """Return the ids that a query gives as JSON, made where they are: they can be many."""
    found = store.execute(f"SELECT json_group_array(id) FROM ({query})", (value,))  # noqa: S608
    return str(found.fetchone()[0])


def any_live(store: Store) -> bool:
    """Tell whether there is any listing that can be found."""
    return store.execute("SELECT 1 FROM listing_key LIMIT 1").fetchone() is not None


def names_of(store: Store, ids: Iterable[int]) -> list[tuple[int, str, str]]:
    """Return id, list's name and meeting's name of some listings."""
    found = store.execute(
        """
        SELECT listing.id, listing_source.name, listing.name
        FROM listing JOIN listing_source ON listing_source.id = listing.source
        WHERE listing.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(ids)),),
    )
    return [tuple(row) for row in found]
