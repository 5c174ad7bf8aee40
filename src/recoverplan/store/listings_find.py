"""Finding listings: ranked on the table of slots alone; only what is shown is looked up.

A slot is asked for in minutes of the week of its own zone, with the week before and after where
the stretch reaches there. Zones whose clocks change about then are worked out one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.data.type_codes import NEWCOMERS
from recoverplan.domain.listing import HOUR, LONG
from recoverplan.domain.span import Span
from recoverplan.domain.week_scan import DAY, WHOLE_WEEK, Window, as_span, steady, window
from recoverplan.store.listings_derived import NO_TIME
from recoverplan.store.listings_where import (
    Counted,
    Filters,
    Marks,
    Query,
    condition,
    facts_of,
    numbers_of,
)
from recoverplan.store.opened import Store

FOREVER = datetime.max.replace(tzinfo=UTC)
SHORTLY = 15  # minutes: what began no longer ago is as good as what is about to begin
SHORT = f'("end" - start <= {LONG})'
ROOMY = f'("end" - start > {LONG})'  # which has an index of its own
NEW = f"(flags & {NEWCOMERS})"
SLACK = 180  # minutes by which clocks may change, and more
ROOMY_CACHE = -32_000  # KB: what is looked through twice is read from the disk once
SOON = (3 * 60, DAY)  # minutes ahead that are looked through before the whole week
OF_ZONES = "zone IN (SELECT value FROM json_each(:zones))"
FIRST = (30, 120)  # minutes from the begin of a stretch that are looked through before all of it
FEW = 1000  # times that are looked up one by one rather than among all
ALL = -1  # no limit
# What decides between equal times, as `nearer` has it.
BESIDES = f"km IS NULL, km, {NEW} DESC, listing LIMIT :limit"


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
    query = condition(store, filters, facts_of(store))
    parts = [
        SharedTimes(store, query, shared, members)
        if isinstance(shared, Window)
        else changing(store, query, span, members)
        for shared, members in alike(zones(store), span).items()
    ]
    counted = [part.counted() for part in parts]
    times = sum(each for each, _ in counted)
    rooms = set().union(*(each for _, each in counted))
    hits = [
        hit
        for part, (each, _) in zip(parts, counted, strict=True)
        if each
        for hit in part.best(limit)
    ]
    if times < limit and rooms:
        hits += [hit for part in parts for hit in part.best(ALL, rooms=True)]
    return times + len(rooms), once(sorted(hits))[:limit]


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


class SharedTimes(NamedTuple):
    """What runs in a window that all these zones share."""

    store: Store
    query: Query
    shared: Window
    members: dict[int, ZoneInfo]

    def weeks(self) -> Iterator[tuple[int, dict[str, Any], str]]:
        """Yield the minutes before each week, what is filled in, and which slots are meant.

        `since` is the begin of what is no room and may still run.
        """
        start, end = self.shared.start, self.shared.end
        some = (
            f"FROM slot WHERE {OF_ZONES} AND start < :b AND start > :since"
            f' AND "end" > :a{self.query.where}'
        )
        for week in range(-1 if start < DAY else 0, (end - 1) // WHOLE_WEEK + 1):
            before = week * WHOLE_WEEK
            begin = start - before
            window = {"a": begin, "b": end - before, "since": begin - LONG - 1}
            zones = json.dumps([*self.members])
            yield before, {**self.query.values, **window, "zones": zones}, some

    def counted(self) -> tuple[int, set[int]]:
        """Return how many times there are, and which rooms, which are not counted."""
        total, rooms = 0, set[int]()
        for _, values, some in self.weeks():
            short = f"SELECT count(*) {some} AND {SHORT}"
            total += self.store.execute(short, values).fetchone()[0]
            long = f"SELECT listing {some} AND {ROOMY}"
            rooms.update(row[0] for row in self.store.execute(long, since_a_day(values)))
        return total, rooms

    def best(self, limit: int, *, rooms: bool = False) -> list[Hit]:
        """Return the best times, or those of rooms."""
        return [
            self.hit(before, values["a"], row)
            for before, values, some in self.weeks()
            for row in self.ranked(values, some, limit, rooms=rooms)
        ]

    def ranked(self, values: dict[str, Any], some: str, limit: int, *, rooms: bool) -> list[Any]:
        """Return the best of one week, mostly from what begins first and is for anybody."""
        if rooms:
            return self.looked_up(since_a_day(values), f"{some} AND {ROOMY}", limit)
        early = f"{some} AND {SHORT} AND covered = {HOUR} AND flags & :narrow = 0"
        for far in FIRST:
            if values["a"] + far < values["b"]:
                first = {**values, "since": values["a"] - SHORTLY - 1, "b": values["a"] + far}
                found = self.looked_up({**first, "last": values["b"]}, early, limit)
                if len(found) >= limit:
                    return found
        return self.looked_up(values, f"{some} AND {SHORT}", limit)

    def looked_up(self, values: dict[str, Any], some: str, limit: int) -> list[Any]:
        """Return the best of some slots."""
        found: list[Any] = self.store.execute(
            f'SELECT min(min("end", :last) - max(start, :a), {HOUR}) AS covered,'
            f' {self.query.km} AS km, flags, flags & :narrow AS narrow, start, "end", zone,'
            f" listing {some}"
            f" ORDER BY narrow <> 0, start < :a - {SHORTLY}, covered DESC, start, {BESIDES}",
            {"last": values["b"], **values, "limit": limit},
        ).fetchall()
        return found

    def hit(self, before: int, start: int, row: Any) -> Hit:
        """Return a row as a hit; the window starts at `start` in that week."""
        begins, ends = row["start"] + before, row["end"] + before
        span = as_span(self.shared.monday, begins, ends, self.members[row["zone"]])
        earlier = row["start"] < start - SHORTLY
        begin = span.start if span else FOREVER
        order = (ends - begins > LONG, bool(row["narrow"]), earlier, -row["covered"], begin)
        return Hit((*order, *nearer(row)), row["km"], span, row["listing"])


def since_a_day(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is filled in where rooms are meant, which are open for a day and more."""
    return {**values, "since": values["a"] - DAY}


class ChangingTimes(NamedTuple):
    """What runs in a stretch about which the clocks of a zone change.

    `times` and `rooms`: the start and end of slots that do, each with its real span, and with what
    decides first, in that order.
    """

    store: Store
    query: Query
    zone: int
    times: list[tuple[tuple[bool, int, datetime], Span, int, int]]
    rooms: list[tuple[tuple[bool, int, datetime], Span, int, int]]

    def among(self, *, rooms: bool) -> tuple[dict[str, Any], str]:
        """Return what is filled in, and which slots are meant."""
        every = enumerate(self.rooms if rooms else self.times)
        times = json.dumps([[start, end, rank] for rank, (_, _, start, end) in every])
        some = (
            "FROM json_each(:times) AS time CROSS JOIN slot WHERE zone = :zone"
            f' AND start = time.value ->> 0 AND "end" = time.value ->> 1{self.query.where}'
        )
        return {**self.query.values, "times": times, "zone": self.zone}, some

    def counted(self) -> tuple[int, set[int]]:
        """Return how many times there are, and which rooms, which are not counted."""
        values, some = self.among(rooms=False)
        total = self.store.execute(f"SELECT count(*) {some}", values).fetchone()[0]
        values, some = self.among(rooms=True)
        return total, {row[0] for row in self.store.execute(f"SELECT listing {some}", values)}

    def best(self, limit: int, *, rooms: bool = False) -> list[Hit]:
        """Return the best times, or those of rooms."""
        values, some = self.among(rooms=rooms)
        found = self.store.execute(
            f"SELECT {self.query.km} AS km, flags, flags & :narrow AS narrow, listing,"
            f" time.value ->> 2 AS rank {some} ORDER BY narrow <> 0, rank, {BESIDES}",
            {**values, "limit": limit},
        )
        hits = []
        for row in found:
            first, span, *_ = (self.rooms if rooms else self.times)[row["rank"]]
            order = (rooms, bool(row["narrow"]), *first, *nearer(row))
            hits.append(Hit(order, row["km"], span, row["listing"]))
        return hits


def changing(store: Store, query: Query, span: Span, members: dict[int, ZoneInfo]) -> ChangingTimes:
    """Return the times of a zone that run in a stretch, by its clocks as they change."""
    (number, zone), *_ = members.items()
    about = window(span, zone)
    found = ChangingTimes(store, query, number, [], [])
    for week in range(-1, (about.end + SLACK) // WHOLE_WEEK + 1):
        before = week * WHOLE_WEEK
        pairs = store.execute(
            f'SELECT DISTINCT start, "end" FROM slot WHERE zone = :zone AND start < :b'  # noqa: S608
            f' AND start > :a - {DAY} AND "end" > :a',
            {
                "zone": number,
                "a": about.start - before - SLACK,
                "b": about.end - before + SLACK,
            },
        )
        for start, end in map(tuple, pairs):
            real = as_span(about.monday, start + before, end + before, zone)
            if real is None or real.start >= span.end or real.end <= span.start:
                continue
            covered = Span(max(real.start, span.start), min(real.end, span.end)).minutes
            earlier = real.start < span.start - timedelta(minutes=SHORTLY)
            first = (earlier, -min(covered, HOUR), real.start)
            each = (first, real, start, end)
            (found.rooms if end - start > LONG else found.times).append(each)
    found.times.sort()
    found.rooms.sort()
    return found


def find_any(store: Store, week: Span, filters: Filters, limit: int) -> tuple[int, list[Hit]]:
    """Return how many weekly times there are, and the best, each with its next meeting.

    `week` is the seven days from now on. The soonest come first, after them what has begun a while
    ago, then rooms that are open for hours, once each. Those by appointment come last.
    """
    store.execute(f"PRAGMA cache_size={ROOMY_CACHE}")
    facts = facts_of(store)
    query = condition(store, filters, facts)
    counted = query.counted(facts)
    hits: list[Hit] = []
    for members in together(zones(store), week):
        windows = {number: window(week, zone) for number, zone in members.items()}
        rows = next_ones(store, query, windows, counted, limit)
        if counted.times < limit and counted.rooms:
            rows += best_of_all(store, query, windows, counted.rooms, ALL)
        hits += [hit_of(row, windows[row["zone"]], members[row["zone"]]) for row in rows]
    hits = once(sorted(hits))[:limit]
    if len(hits) < limit and counted.timeless:
        some = f"FROM slot WHERE zone = 0 AND start = {NO_TIME}{query.where}"
        found = store.execute(
            f"SELECT {query.km} AS km, flags, listing {some} ORDER BY {BESIDES}",
            {**query.values, "limit": limit - len(hits)},
        )
        hits += [Hit(nearer(row), row["km"], None, row["listing"]) for row in found]
    return counted.total, hits


def together(all_zones: dict[int, ZoneInfo], week: Span) -> list[dict[int, ZoneInfo]]:
    """Return the zones that one pass can rank: those whose clocks change in that week apart."""
    calm = {number: zone for number, zone in all_zones.items() if steady(week, zone)}
    others = [{number: zone} for number, zone in all_zones.items() if number not in calm]
    return [calm, *others] if calm else others


def next_ones(
    store: Store, query: Query, windows: Mapping[int, Window], counted: Counted, limit: int
) -> list[Any]:
    """Return the best weekly times of some zones that are no rooms."""
    if counted.times == 0:
        return []
    if query.wanted is not None and counted.times <= FEW:
        return best_of_all(store, query, windows, query.wanted & ~counted.rooms, limit)
    found = soonest(store, query, windows, limit)
    if len(found) < min(limit, counted.times):
        found = best_of_all(store, query, windows, None, limit)
    return found


def hit_of(row: Any, shared: Window, zone: ZoneInfo) -> Hit:
    """Return the next meeting of a weekly time."""
    begins = shared.start + row["ahead"]
    span = as_span(shared.monday, begins, begins + row["minutes"], zone)
    begin = span.start if span else FOREVER
    order = (row["minutes"] > LONG, row["ahead"] < -SHORTLY, begin)
    return Hit((*order, *nearer(row)), row["km"], span, row["listing"])


def soonest(store: Store, query: Query, windows: Mapping[int, Window], limit: int) -> list[Any]:
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
            ORDER BY ahead, {BESIDES}
            """,  # noqa: S608 - our own words
            {**query.values, "nows": nows, "limit": limit},
        ).fetchall()
        if len(rows) >= limit:
            break
    return rows


def best_of_all(
    store: Store,
    query: Query,
    windows: Mapping[int, Window],
    marks: Marks | None,
    limit: int,
) -> list[Any]:
    """Return the best of all weekly times, each with the minutes to its next: of those listings,
    or of all that are no rooms."""
    now = " ".join(f"WHEN {number} THEN {each.start}" for number, each in windows.items())
    values = {**query.values, "zones": json.dumps([*windows]), "limit": limit}
    some = f"slot WHERE {SHORT}{query.where}"
    if marks is not None:
        values["ids"] = json.dumps(numbers_of(marks))
        some = "json_each(:ids) AS id CROSS JOIN slot WHERE slot.listing = id.value"
    found: list[Any] = store.execute(
        f"""
        SELECT km, flags, zone, listing, minutes,
            CASE WHEN start <= now AND start + minutes > now THEN start - now
                WHEN start + minutes - {WHOLE_WEEK} > now THEN start - {WHOLE_WEEK} - now
                ELSE (start - now + {WHOLE_WEEK}) % {WHOLE_WEEK} END AS ahead
        FROM (SELECT {query.km} AS km, flags, start, "end" - start AS minutes,
            zone, listing, CASE zone {now} END AS now
            FROM {some} AND {OF_ZONES} AND start <> {NO_TIME})
        ORDER BY ahead < -{SHORTLY}, ahead, {BESIDES}
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
