"""Finding listings: ranked on the table of slots alone; only what is shown is looked up.

A slot is asked for in minutes of the week of its own zone, with the week before and after where
the stretch reaches there. Zones whose clocks change about then are worked out one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.data.type_codes import NEWCOMERS
from recoverplan.domain.listing import HOUR, LONG
from recoverplan.domain.span import Span
from recoverplan.domain.week_scan import DAY, WHOLE_WEEK, Window, as_span, steady, window
from recoverplan.store.listings_derived import NO_TIME
from recoverplan.store.listings_where import Filters, Query, condition
from recoverplan.store.opening import Store

FOREVER = datetime.max.replace(tzinfo=UTC)
SHORTLY = 15  # minutes: what began no longer ago is as good as what is about to begin
SHORT = f'("end" - start <= {LONG})'
NEW = f"(flags & {NEWCOMERS})"
SLACK = 180  # minutes by which clocks may change, and more
ROOMY_CACHE = -32_000  # KB: what is looked through twice is read from the disk once
SOON = (3 * 60, DAY)  # minutes ahead that are looked through before the whole week
OF_ZONES = "zone IN (SELECT value FROM json_each(:zones))"


IN_ORDER = f"""
    ORDER BY narrow <> 0, start < :a - {SHORTLY}, covered DESC, start, km IS NULL, km, {NEW} DESC,
        listing LIMIT :limit
"""


class Place(NamedTuple):
    """A place that the lists name; its middle is that of the meetings there, if known.

    `folded` is the name it is found by; `name` has its states too: "Springfield, IL".
    """

    id: int
    folded: str
    name: str
    lat: float | None
    lon: float | None
    listings: int


class Hit(NamedTuple):
    """One time that a listing runs; hits are sorted by `order`, smaller is better.

    `order` ends in the listing's number, so that no two are equal. `km` None: not known.
    """

    order: tuple[Any, ...]
    km: float | None
    span: Span | None
    listing: int


def nearer(row: Any) -> tuple[Any, ...]:
    """Return what decides between equal times: the nearest, where newcomers are welcome."""
    return (row["km"] is None, row["km"] or 0.0, not row["flags"] & NEWCOMERS, row["listing"])


def zones(store: Store) -> dict[int, ZoneInfo]:
    """Return the zones of all slots."""
    return {row[0]: ZoneInfo(row[1]) for row in store.execute("SELECT id, name FROM list_zone")}


def places(store: Store, key: str | None = None) -> list[Place]:
    """Return all places, or those of one folded name."""
    found = store.execute(
        "SELECT id, folded, name, lat, lon, listings FROM list_place"
        " WHERE :key IS NULL OR folded = :key",
        {"key": key},
    )
    return [Place._make(tuple(row)) for row in found]


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


def find_running(store: Store, span: Span, filters: Filters, limit: int) -> tuple[int, list[Hit]]:
    """Return how often listings run in a stretch, and the best of these times.

    First those for anybody, that begin in it or shortly before, and cover an hour or most of one;
    then the soonest. A room that is open for hours comes last, and once.
    """
    query = condition(store, filters)
    total = 0
    hits: list[Hit] = []
    rooms: set[int] = set()
    for shared, members in alike(zones(store), span).items():
        count, some = (
            in_window(store, query, shared, members, limit, rooms)
            if isinstance(shared, Window)
            else one_by_one(store, query, span, members, rooms)
        )
        total += count
        hits += some
    return total + len(rooms), once(sorted(hits))[:limit]


def once(hits: list[Hit]) -> list[Hit]:
    """Return hits in their order, each room that is open for hours only where it comes first."""
    seen: set[int] = set()
    found = []
    for hit in hits:
        if hit.order[0]:
            if hit.listing in seen:
                continue
            seen.add(hit.listing)
        found.append(hit)
    return found


def alike(all_zones: dict[int, ZoneInfo], span: Span) -> dict[object, dict[int, ZoneInfo]]:
    """Return the zones by their window of the stretch; one whose clocks change stands alone."""
    found: dict[object, dict[int, ZoneInfo]] = {}
    for number, zone in all_zones.items():
        key: object = window(span, zone) if steady(span, zone) else number
        found.setdefault(key, {})[number] = zone
    return found


def in_window(
    store: Store,
    query: Query,
    shared: Window,
    members: dict[int, ZoneInfo],
    limit: int,
    rooms: set[int],
) -> tuple[int, list[Hit]]:
    """Return what runs in a window that all these zones share; rooms are not counted, but told."""
    total, hits = 0, []
    best = (
        f'SELECT min(min("end", :b) - max(start, :a), {HOUR}) AS covered, {query.km} AS km, flags,'
        ' flags & :narrow AS narrow, start, "end", zone, listing'
    )
    from_sql = (
        f"FROM slot WHERE {OF_ZONES} AND start < :b AND start > :a - {DAY}"
        f' AND "end" > :a{query.where}'
    )
    for week in range(-1 if shared.start < DAY else 0, (shared.end - 1) // WHOLE_WEEK + 1):
        values = {
            **query.values,
            "zones": json.dumps(list(members)),
            "a": shared.start - week * WHOLE_WEEK,
            "b": shared.end - week * WHOLE_WEEK,
            "limit": limit,
        }
        every, short = store.execute(
            f"SELECT count(*), coalesce(sum({SHORT}), 0) {from_sql}", values
        ).fetchone()
        total += short
        if not every:
            continue
        found = []
        if short:
            found += store.execute(f"{best} {from_sql} AND {SHORT} {IN_ORDER}", values)
        if short < every:
            long = store.execute(f"{best} {from_sql} AND NOT {SHORT}", values).fetchall()
            rooms |= {row["listing"] for row in long}
            found += long
        for row in found:
            begins, ends = row["start"] + week * WHOLE_WEEK, row["end"] + week * WHOLE_WEEK
            span = as_span(shared.monday, begins, ends, members[row["zone"]])
            before = not values["a"] - SHORTLY <= row["start"]
            begin = span.start if span else FOREVER
            order = (ends - begins > LONG, bool(row["narrow"]), before, -row["covered"], begin)
            hits.append(Hit((*order, *nearer(row)), row["km"], span, row["listing"]))
    return total, hits


def one_by_one(
    store: Store, query: Query, span: Span, members: dict[int, ZoneInfo], rooms: set[int]
) -> tuple[int, list[Hit]]:
    """Return what runs in a stretch about which the clocks of a zone change."""
    (number, zone), *_ = members.items()
    about = window(span, zone)
    known: dict[tuple[int, int], Span | None] = {}
    hits: list[Hit] = []
    for week in range(-1, (about.end + SLACK) // WHOLE_WEEK + 1):
        found = store.execute(
            f"""
            SELECT {query.km} AS km, flags, flags & :narrow AS narrow, start, "end", listing
            FROM slot
            WHERE zone = :zone AND start < :b AND start > :a - {DAY} AND "end" > :a{query.where}
            """,  # noqa: S608 - our own words
            {
                **query.values,
                "zone": number,
                "a": about.start - week * WHOLE_WEEK - SLACK,
                "b": about.end - week * WHOLE_WEEK + SLACK,
            },
        )
        for row in found:
            when = (row["start"] + week * WHOLE_WEEK, row["end"] + week * WHOLE_WEEK)
            if when not in known:
                known[when] = as_span(about.monday, *when, zone)
            real = known[when]
            if real is None or real.start >= span.end or real.end <= span.start:
                continue
            covered = Span(max(real.start, span.start), min(real.end, span.end)).minutes
            long = when[1] - when[0] > LONG
            if long:
                rooms.add(row["listing"])
            before = real.start < span.start - timedelta(minutes=SHORTLY)
            order = (long, bool(row["narrow"]), before, -min(covered, HOUR), real.start)
            hits.append(Hit((*order, *nearer(row)), row["km"], real, row["listing"]))
    return sum(not hit.order[0] for hit in hits), hits


def find_any(store: Store, week: Span, filters: Filters, limit: int) -> tuple[int, list[Hit]]:
    """Return how many weekly times there are, and the best, each with its next meeting.

    `week` is the seven days from now on. The soonest come first, after them what has begun a while
    ago, then rooms that are open for hours, once each. Those by appointment come last.
    """
    store.execute(f"PRAGMA cache_size={ROOMY_CACHE}")
    query = condition(store, filters)
    all_zones = zones(store)
    total = 0
    hits: list[Hit] = []
    rooms: set[int] = set()
    for members in together(all_zones, week):
        count, some = next_ones(store, query, week, members, limit, rooms)
        total += count
        hits += some
    where = f"FROM slot WHERE zone = 0 AND start = {NO_TIME}{query.where}"
    found = store.execute(
        f"SELECT {query.km} AS km, flags, listing, count(*) OVER () AS every {where}"
        f" ORDER BY km IS NULL, km, {NEW} DESC, listing LIMIT :limit",
        {**query.values, "limit": limit},
    ).fetchall()
    total += found[0]["every"] if found else 0
    late = [Hit(nearer(row), row["km"], None, row["listing"]) for row in found]
    return total + len(rooms), [*once(sorted(hits)), *late][:limit]


def together(all_zones: dict[int, ZoneInfo], week: Span) -> list[dict[int, ZoneInfo]]:
    """Return the zones that one pass can rank: those whose clocks change in that week apart."""
    calm = {number: zone for number, zone in all_zones.items() if steady(week, zone)}
    others = [{number: zone} for number, zone in all_zones.items() if number not in calm]
    return [calm, *others] if calm else others


def next_ones(
    store: Store,
    query: Query,
    week: Span,
    members: dict[int, ZoneInfo],
    limit: int,
    rooms: set[int],
) -> tuple[int, list[Hit]]:
    """Return how many weekly times these zones have, and the best, each with its next meeting.

    Rooms are not counted, but told.
    """
    windows = {number: window(week, zone) for number, zone in members.items()}
    values = {**query.values, "zones": json.dumps(list(members)), "limit": limit}
    # What is open for hours comes with the count: the table is gone through once.
    short, long = store.execute(
        f"""
        SELECT coalesce(sum({SHORT}), 0),
            json_group_array(json_array({query.km}, flags, zone, listing, start, "end"))
                FILTER (WHERE NOT {SHORT})
        FROM slot WHERE {OF_ZONES}{query.where}
        """,  # noqa: S608 - our own words
        values,
    ).fetchone()
    found: list[Any] = []
    if short:
        found = soonest(store, query, values, windows)
        if len(found) < min(limit, short):
            found = best_of_all(store, query, values, windows)
    for km, flags, zone, listing, start, end in json.loads(long):
        ahead = minutes_to(start, end, windows[zone].start)
        rooms.add(listing)
        found.append({"km": km, "flags": flags, "zone": zone, "listing": listing,
                      "minutes": end - start, "ahead": ahead})  # fmt: skip
    hits = []
    for row in found:
        shared = windows[row["zone"]]
        begins = shared.start + row["ahead"]
        span = as_span(shared.monday, begins, begins + row["minutes"], members[row["zone"]])
        begin = span.start if span else FOREVER
        order = (row["minutes"] > LONG, row["ahead"] < -SHORTLY, begin)
        hits.append(Hit((*order, *nearer(row)), row["km"], span, row["listing"]))
    return short, hits


def minutes_to(start: int, end: int, now: int) -> int:
    """Return the minutes from now to the next meeting of a weekly time, less than 0 while it runs.

    All are minutes of the week.
    """
    if start <= now < end:
        return start - now
    return start - WHOLE_WEEK - now if end - WHOLE_WEEK > now else (start - now) % WHOLE_WEEK


def soonest(
    store: Store, query: Query, values: dict[str, Any], windows: Mapping[int, Window]
) -> list[Any]:
    """Return the best from the hours ahead, as many as there are; seldom of the whole week."""
    nows = json.dumps([[number, each.start] for number, each in windows.items()])
    rows: list[Any] = []
    for far in SOON:
        rows = store.execute(
            f"""
            WITH here AS (SELECT value ->> 0 AS number, value ->> 1 AS now FROM json_each(:nows)),
                about (week) AS (VALUES (-{WHOLE_WEEK}), (0), ({WHOLE_WEEK}))
            SELECT {query.km} AS km, flags, zone, listing, "end" - start AS minutes,
                start + week - now AS ahead
            FROM here CROSS JOIN about CROSS JOIN slot
            WHERE zone = number AND start >= now - week - {SHORTLY} AND start < now - week + {far}
                AND "end" + week > now AND {SHORT}{query.where}
            ORDER BY ahead, km IS NULL, km, {NEW} DESC, listing LIMIT :limit
            """,  # noqa: S608 - our own words
            {**values, "nows": nows},
        ).fetchall()
        if len(rows) >= values["limit"]:
            break
    return rows


def best_of_all(
    store: Store,
    query: Query,
    values: dict[str, Any],
    windows: Mapping[int, Window],
) -> list[Any]:
    """Return the best of all weekly times that are no rooms, each with the minutes to its next."""
    now = " ".join(f"WHEN {number} THEN {each.start}" for number, each in windows.items())
    found: list[Any] = store.execute(
        f"""
        SELECT km, flags, zone, listing, minutes,
            CASE WHEN start <= now AND start + minutes > now THEN start - now
                WHEN start + minutes - {WHOLE_WEEK} > now THEN start - {WHOLE_WEEK} - now
                ELSE (start - now + {WHOLE_WEEK}) % {WHOLE_WEEK} END AS ahead
        FROM (SELECT {query.km} AS km, flags, start, "end" - start AS minutes,
            zone, listing, CASE zone {now} END AS now
            FROM slot WHERE {OF_ZONES} AND {SHORT}{query.where})
        ORDER BY ahead < -{SHORTLY}, ahead, km IS NULL, km, {NEW} DESC, listing LIMIT :limit
        """,  # noqa: S608 - our own words
        values,
    ).fetchall()
    return found


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
