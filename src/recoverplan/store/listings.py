"""Meeting lists in the store: sources and their listings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from recoverplan.domain.listing import FIRST_ID, Kept, Listing, Source, Stored
from recoverplan.store import table
from recoverplan.store.opened import Store

COLUMNS = ", ".join(Listing._fields)
# "" is handed over for None, which the driver looks up an adapter for, each time and in vain: that
# takes longer than all else about a row.
PLACE_OF = {
    name: "nullif(?, '')" if "None" in str(kind) else "?"
    for name, kind in Listing.__annotations__.items()
}
PLACES = ", ".join(PLACE_OF.values())
SETTING = ", ".join(f"{name} = {place}" for name, place in PLACE_OF.items())
INSERT = (
    f"INSERT INTO listing (id, source, retired, digest, {COLUMNS})"  # noqa: S608 - our own names
    f" VALUES (?, ?, ?, ?, {PLACES})"
)
UPDATE = f"UPDATE listing SET retired = 0, digest = ?, {SETTING} WHERE id = ?"  # noqa: S608


class Known(NamedTuple):
    """What is kept of a listing to tell whether it has changed."""

    id: int
    digest: int
    retired: bool


def digest_of(listing: Listing) -> int:
    """Return a number that is another one for a listing that differs.

    Fields that a later version added count where there is something in them: a list that comes
    again is then as before.
    """
    length = len(listing)
    while listing[length - 1] is None:
        length -= 1
    whole = repr(tuple(listing[:length])).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(whole, digest_size=7).digest(), "big")


def sources(store: Store) -> tuple[Source, ...]:
    """Return all lists, in the order in which they came."""
    found = store.execute("SELECT * FROM listing_source ORDER BY id")
    return tuple(map(source_in, found))


def save_source(store: Store, source: Source) -> Source:
    """Keep a list, new or known, and return it with its id."""
    values = {
        "id": source.id or None,
        "name": source.name,
        "kind": source.kind,
        "programme": source.programme,
        "zone": source.zone,
        "codes": table.list_out(list(each) for each in source.codes),
        "place": source.place,
        "dated": source.dated,
    }
    cursor = store.execute(
        """
        INSERT INTO listing_source (id, name, kind, programme, zone, codes, place, dated)
        VALUES (:id, :name, :kind, :programme, :zone, :codes, :place, :dated)
        ON CONFLICT (id) DO UPDATE SET
            kind = :kind, programme = :programme, zone = :zone, codes = :codes, place = :place,
            dated = :dated
        """,
        values,
    )
    return source if source.id else source._replace(id=cursor.lastrowid)


def known_of(store: Store, source: Source) -> dict[str, Known]:
    """Return what is kept of a list's listings, by identity."""
    if not source.id:
        return {}
    found = store.execute(
        "SELECT identity, id, digest, retired FROM listing WHERE source = ?", (source.id,)
    )
    return {row[0]: Known(row[1], row[2], bool(row[3])) for row in found}


def next_id(store: Store) -> int:
    """Return the number of the next new listing."""
    highest = store.execute("SELECT max(id) FROM listing").fetchone()[0]
    return max(highest or 0, FIRST_ID - 1) + 1


def handed_over(row: Iterable[Any]) -> list[Any]:
    """Return the values of a row as the statements here take them."""
    return ["" if value is None else value for value in row]


def insert(store: Store, values: Iterable[Sequence[Any]]) -> None:
    """Keep new listings: each is its id, its source's id, whether it is retired, its digest, then
    its fields.
    """
    store.connection.executemany(INSERT, map(handed_over, values))


def update(store: Store, values: Iterable[Sequence[Any]]) -> None:
    """Change listings: each is its digest, its fields, its id."""
    store.connection.executemany(UPDATE, map(handed_over, values))


def retire(store: Store, ids: Iterable[int]) -> None:
    """Note that a list no longer has these."""
    store.connection.executemany(
        "UPDATE listing SET retired = 1 WHERE id = ?", ((each,) for each in ids)
    )


def load(store: Store, ids: Iterable[int]) -> dict[int, Kept]:
    """Return the listings with these ids; those that are not there are left out."""
    by_id = {source.id: source for source in sources(store)}
    found = store.execute(
        f"SELECT id, source, retired, {COLUMNS} FROM listing"  # noqa: S608 - our own names
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {
        row[0]: Kept(row[0], by_id[row[1]], Listing._make(tuple(row)[3:]), bool(row[2]))
        for row in found
    }


def holders(store: Store, source: str, identity: str) -> tuple[str | None, str | None]:
    """Return the group that holds a meeting of a list, and its page, where the list says so."""
    found = store.execute(
        """
        SELECT group_name, page FROM listing_key
        JOIN listing_source ON listing_source.id = listing_key.source
        JOIN listing ON listing.id = listing_key.listing
        WHERE listing_key.identity = ? AND listing_source.name = ?
        """,
        (identity, source),
    ).fetchone()
    return tuple(found) if found else (None, None)


def load_stored(store: Store) -> Iterator[Stored]:
    """Yield every listing there is, by its number."""
    found = store.execute(
        f"SELECT id, source, retired, {COLUMNS} FROM listing ORDER BY id"  # noqa: S608
    )
    return (Stored(row[0], row[1], bool(row[2]), Listing._make(tuple(row)[3:])) for row in found)


def put_stored(store: Store, found: Iterable[Stored]) -> None:
    """Keep listings under their own numbers."""
    insert(
        store,
        (
            (one.id, one.source, int(one.retired), digest_of(one.listing), *one.listing)
            for one in found
        ),
    )


def source_in(row: Any) -> Source:
    """Return the list of a row."""
    return Source(
        row["id"],
        row["name"],
        row["kind"],
        row["programme"],
        row["zone"],
        table.pairs_in(row["codes"]),
        row["place"],
        row["dated"],
    )
