"""What is derived from the listings for finding them: slots of the week, places, a text index.

Made anew, in bulk and sorted, after every change of a list; not recorded in the history. What
many listings share is kept as a whole: the listings of a place or of a set of codes as one row of
numbers, a few facts about each listing as one row of bytes, so that a find that goes through all
of them reads a few hundred kilobytes.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import count, groupby
from operator import itemgetter

from recoverplan.data.type_codes import codes_of, flags_of, names
from recoverplan.domain.listing import LONG
from recoverplan.domain.naming import folded
from recoverplan.domain.place import BETWEEN, Placed, Spot, state_of, told_apart
from recoverplan.store.listings import sources
from recoverplan.store.opened import Store

# The bytes of `listing_bytes`, one for each number of a listing: the days on which it runs as bits,
# 0 for a room and for what has no time; and facts about it.
DAYS, FACTS = "days", "facts"
FORMAT = 1  # 1 in person, 2 online, 4 hybrid
ROOM = 8  # open for hours
TIMELESS = 16
DOUBT = 32  # perhaps not every week, or no way to attend is known
PLACELESS = 64  # nowhere on the map
NUMBERS = "I"  # how rows of numbers are kept
# As domain/attendance.py has it, of a listing.
IN_DOUBT = """
    listing.caution IS NOT NULL
    OR (listing.format = 'online' AND coalesce(link, phone) IS NULL)
    OR (listing.format = 'in-person' AND (inexact = 1 OR coalesce(venue, address, town) IS NULL))
    OR (listing.format = 'hybrid' AND coalesce(venue, address, town, link, phone) IS NULL)
"""
FORM = "CASE listing.format WHEN 'in-person' THEN 0 WHEN 'online' THEN 1 ELSE 2 END"
NO_TIME = -100_000  # where a slot without a time stands
LIVE = "retired = 0 AND closed = 0"

Codes = dict[int, dict[str, str]]  # what the codes of each list mean, by the list's id

SLOTS = f"""
    INSERT INTO slot (zone, start, "end", listing, format, flags, lat, lon)
    SELECT z, first, first + minutes, id, form, flags, lat, lon
    FROM (
        SELECT coalesce(list_zone.id, 0) AS z,
            coalesce(day.number * 1440 + listing.start, {NO_TIME}) AS first,
            listing.minutes, listing.id, {FORM} AS form, list_types.flags, listing.lat, listing.lon
        FROM listing
        JOIN list_types ON list_types.source = listing.source AND list_types.types = listing.types
        LEFT JOIN list_zone ON list_zone.name = listing.zone
        JOIN (SELECT 0 AS number, 1 AS bit UNION ALL VALUES
            (1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 64), (NULL, 0)) AS day
            ON (listing.days & day.bit) <> 0 OR (listing.days = 0 AND day.bit = 0)
        WHERE {LIVE}
    )
    ORDER BY z, first, first + minutes, id
"""  # noqa: S608 - our own words
TIMED = "(days <> 0 AND start IS NOT NULL)"
EACH = f"""
    SELECT id, source, address, town, region, lat, lon, types,
        CASE WHEN {TIMED} AND minutes <= {LONG} THEN days ELSE 0 END,
        ({FORMAT} << {FORM}) + CASE WHEN NOT {TIMED} THEN {TIMELESS}
            WHEN minutes > {LONG} THEN {ROOM} ELSE 0 END
        + CASE WHEN {IN_DOUBT} THEN {DOUBT} ELSE 0 END
        + CASE WHEN lat IS NULL THEN {PLACELESS} ELSE 0 END
    FROM listing WHERE {LIVE}
"""  # noqa: S608 - our own words


def rebuild(store: Store) -> None:
    """Make anew everything that is derived from the listings."""
    for table in (
        "list_zone", "list_types", "slot", "spot", "listing_bytes", "list_place", "listing_key",
    ):  # fmt: skip
        store.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    store.execute("INSERT INTO listing_text (listing_text) VALUES ('delete-all')")
    store.execute(
        "INSERT INTO list_zone (name) SELECT DISTINCT zone FROM listing"  # noqa: S608
        f" WHERE zone IS NOT NULL AND {LIVE} ORDER BY zone"
    )
    codes = {each.id: codes_of(each.programme, each.kind, each.codes) for each in sources(store)}
    derive_types(store, codes)
    store.execute(SLOTS)
    store.execute(
        f"INSERT INTO listing_key SELECT identity, source, id FROM listing"  # noqa: S608
        f" WHERE {LIVE} ORDER BY identity, source"
    )
    derive_spots(store)
    derive_sets(store)
    derive_text(store, codes)


def derive_types(store: Store, codes: Codes) -> None:
    """Keep each set of codes once, with whether it welcomes newcomers, and whom it is for."""
    sets = store.execute(
        f"SELECT DISTINCT source, types FROM listing WHERE {LIVE}"  # noqa: S608 - our own words
    ).fetchall()
    store.connection.executemany(
        "INSERT INTO list_types (source, types, flags) VALUES (?, ?, ?)",
        (
            (source, types, flags_of(types, codes[source]))
            for source, types in sorted(map(tuple, sets))
        ),
    )


def derive_spots(store: Store) -> None:
    """Keep which listings are at each spot of the map."""
    found = store.execute(
        "SELECT DISTINCT lat, lon, listing FROM slot WHERE lat IS NOT NULL ORDER BY lat, lon"
    )
    store.connection.executemany(
        "INSERT INTO spot VALUES (?, ?, ?)",
        (
            (*spot, numbers_out(listing for _, _, listing in rows))
            for spot, rows in groupby(map(tuple, found), itemgetter(0, 1))
        ),
    )


def derive_sets(store: Store) -> None:
    """Keep which listings there are of each set of codes and of each place, and facts about each.

    Places are the names of towns and regions. One that stands for several places is kept once for
    each: "Springfield, IL".
    """
    of_types = {
        (source, types): number
        for number, source, types in map(
            tuple, store.execute("SELECT id, source, types FROM list_types")
        )
    }
    size = (store.execute(f"SELECT max(id) FROM listing WHERE {LIVE}").fetchone()[0] or 0) + 1  # noqa: S608
    days, facts = bytearray(size), bytearray(size)
    having: defaultdict[int, array[int]] = defaultdict(lambda: array(NUMBERS))
    spelled: dict[str, str] = {}
    spots: dict[str, list[Spot]] = {}
    towns: set[str] = set()
    state = cache(state_of)
    key_of = cache(folded)
    for row in map(tuple, store.execute(EACH)):
        number, source, address, town, region, lat, lon, types, days[row[0]], facts[row[0]] = row
        having[of_types[source, types]].append(number)
        point = None if lat is None else (lat, lon)
        spot = Spot(number, source, *state(address, town), point)
        for name in (town, region if region != town else None):
            if name is None:
                continue
            key = key_of(name)
            there = spots.get(key)
            if there is None:
                spelled[key], spots[key] = name, [spot]
            else:
                there.append(spot)
                if name is not spelled[key] and spelled[key].isupper():
                    spelled[key] = name
        if town is not None:
            towns.add(key_of(town))
    store.connection.executemany(
        "INSERT INTO listing_bytes VALUES (?, ?)", ((DAYS, bytes(days)), (FACTS, bytes(facts)))
    )
    store.connection.executemany(
        "UPDATE list_types SET listings = ? WHERE id = ?",
        ((every.tobytes(), types) for types, every in having.items()),
    )
    numbers = count(1)
    for key in sorted(spots):
        for place in told_apart(spots[key], town=key in towns):
            keep_place(store, next(numbers), key, spelled[key], place)


def keep_place(store: Store, number: int, key: str, name: str, place: Placed) -> None:
    """Keep one place, with its states in its name, and which listings are there."""
    called = f"{name}, {BETWEEN.join(place.states)}" if place.states else name
    lat, lon = place.middle or (None, None)
    store.execute(
        "INSERT INTO list_place VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, key, called, lat, lon, len(place.listings), numbers_out(place.listings)),
    )


def numbers_out(numbers: Iterable[int]) -> bytes:
    """Return numbers of listings as a row of them is kept."""
    return array(NUMBERS, numbers).tobytes()


def numbers_in(row: bytes) -> array[int]:
    """Return the numbers of a row of them."""
    return array(NUMBERS, row)


def derive_text(store: Store, codes: Codes) -> None:
    """Index the words of each listing: name, place, notes, what its codes mean."""
    said = [
        (row["source"], row["types"], " ".join(names(row["types"], codes[row["source"]])))
        for row in store.execute("SELECT source, types FROM list_types").fetchall()
    ]
    store.execute(
        """
        CREATE TEMP TABLE said (
            source INTEGER, types TEXT, words TEXT, PRIMARY KEY (source, types)
        )
        """
    )
    store.connection.executemany("INSERT INTO temp.said VALUES (?, ?, ?)", said)
    store.execute(
        f"""
        INSERT INTO listing_text (rowid, text)
        SELECT id, concat_ws(' ', name, venue, address, town, region, notes, where_notes, words)
        FROM listing JOIN temp.said USING (source, types) WHERE {LIVE} ORDER BY id
        """  # noqa: S608 - our own words
    )
    store.execute("DROP TABLE temp.said")
