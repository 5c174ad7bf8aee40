"""A meeting list into the store: what is new, what has changed, what is gone. All or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import Any, BinaryIO, NamedTuple

from recoverplan.domain.listing import (
    READ_AS,
    Held,
    Imported,
    Kept,
    Listing,
    Look,
    Source,
    parts_of,
)
from recoverplan.readers.meeting_list import ListReader, zone_missing
from recoverplan.store import listings, profile
from recoverplan.store.history import ROOMY_CACHE
from recoverplan.store.listings_derived import rebuild
from recoverplan.store.opened import Store
from recoverplan.store.tables import groups

BATCH = 2_000
WHEN_AND_WHERE = (
    "days", "start", "minutes", "zone", "format", "venue", "address", "link", "phone", "link_notes",
    "phone_notes", "where_notes", "closed", "caution",
)  # fmt: skip


class Asked(NamedTuple):
    """What was said about a list: its name, its programme, its zone; the file or address it came
    from, and its date."""

    name: str
    programme: str | None
    zone: str | None
    place: str | None = None
    dated: date | None = None


class Counts:
    """What became of the rows."""

    def __init__(self) -> None:
        self.added = self.updated = self.unchanged = self.closed = self.cautions = 0

    @property
    def nothing(self) -> bool:
        """Tell whether nothing is to be written."""
        return not (self.added or self.updated)


def source_of(store: Store | None, asked: Asked, kind: str) -> Source:
    """Return the list as it was said to be; what was said of it before holds on."""
    known = () if store is None else listings.sources(store)
    before = next((each for each in known if each.name == asked.name), None)
    dated = asked.dated.isoformat() if asked.dated else None
    if before is None:
        return Source(
            0, asked.name, kind, asked.programme, asked.zone, place=asked.place, dated=dated
        )
    return before._replace(
        kind=kind,
        place=asked.place or before.place,
        dated=dated or before.dated,
        programme=asked.programme or before.programme,
        zone=asked.zone or before.zone,
    )


def import_list(
    store: Store,
    file: BinaryIO,
    look: Look,
    asked: Asked,
    today: date,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Read a whole list into the store, in the transaction that is open.

    `progress` is told the rows that have been read, now and then. Raises UsageError, after which
    the caller's transaction must not be kept.
    """
    store.execute(f"PRAGMA cache_size={ROOMY_CACHE}")  # a spilled one would shut readers out
    source = source_of(store, asked, look.kind)
    if look.needs_zone and source.zone is None:
        raise zone_missing()
    before = next((each for each in listings.sources(store) if each.name == source.name), None)
    # A new date alone changes nothing that is derived.
    as_before = before is not None and source == before._replace(
        place=source.place, dated=source.dated
    )
    source = source if source == before else listings.save_source(store, source)
    known = listings.known_of(store, source)
    reader = ListReader(file, source.zone, today)
    came = held(store, source, known)
    counts = Counts()
    usable = keep_all(store, source, told(reader, progress), known, counts)
    # A list of which nothing can be used says nothing about what is gone.
    gone = [each.id for each in known.values() if not each.retired] if usable else []
    listings.retire(store, gone)
    if reader.codes and reader.codes != source.codes:
        source = listings.save_source(store, source._replace(codes=reader.codes))
        as_before = False
    read_now = profile.lists_read_as(store).get(str(source.id)) == READ_AS
    if usable and not (as_before and read_now and counts.nothing and not gone):
        rebuild(store)
    if usable:
        profile.keep_read_as(store, source.id, READ_AS)
    elif not (known or as_before):
        store.execute("DELETE FROM listing_source WHERE id = ?", (source.id,))
    return Imported(
        source,
        reader.rows,
        counts.added,
        counts.updated,
        len(gone),
        counts.unchanged,
        reader.skipped.reasons(),
        reader.notes.reasons(),
        counts.closed,
        counts.cautions,
        changed(store, came),
    )


def held(store: Store, source: Source, known: dict[str, listings.Known]) -> list[Held]:
    """Return the groups that came from this list, and what it has said of them so far."""
    came = [
        (known[identity].id, group)
        for group in (groups.load_all(store) if known else ())
        for name, identity in map(parts_of, group.listed)
        if group.attended and name == source.name and identity in known
    ]
    found = listings.load(store, {number for number, _ in came})
    return [Held(group.id, group.name, found[number]) for number, group in came]


def changed(store: Store, before: list[Held]) -> tuple[Held, ...]:
    """Return the groups that their list has let go, or whose times or ways it has changed."""
    now = listings.load(store, {each.kept.id for each in before})
    return tuple(
        each._replace(kept=now[each.kept.id])
        for each in before
        if how_to_attend(now[each.kept.id]) != how_to_attend(each.kept)
    )


def how_to_attend(kept: Kept) -> tuple[object, ...]:
    """Return what counts of a listing for somebody who goes there."""
    return (kept.retired, *(getattr(kept.listing, name) for name in WHEN_AND_WHERE))


def told(reader: ListReader, progress: Callable[[int], None]) -> Iterator[Listing]:
    """Yield the listings and tell how far it is. Raises UsageError for a time without a zone."""
    for number, listing in enumerate(reader.listings(), 1):
        if listing.zone is None and listing.start is not None:
            raise zone_missing()
        if number % BATCH == 0:
            progress(reader.rows)
        yield listing


def keep_all(
    store: Store,
    source: Source,
    found: Iterator[Listing],
    known: dict[str, listings.Known],
    counts: Counts,
) -> bool:
    """Keep what is new or has changed; take from `known` what is still there.

    Tells whether there was anything at all.
    """
    ids = count(listings.next_id(store))
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[Any, ...]] = []
    usable = False
    for listing in found:
        usable = True
        counts.closed += listing.closed
        counts.cautions += listing.caution is not None
        digest = listings.digest_of(listing)
        before = known.pop(listing.identity, None)
        if before is None:
            counts.added += 1
            new.append((next(ids), source.id, 0, digest, *listing))
        elif before.retired:
            counts.added += 1
            changed.append((digest, *listing, before.id))
        elif before.digest != digest:
            counts.updated += 1
            changed.append((digest, *listing, before.id))
        else:
            counts.unchanged += 1
        if len(new) == BATCH:
            listings.insert(store, new)
            new = []
        if len(changed) == BATCH:
            listings.update(store, changed)
            changed = []
    listings.insert(store, new)
    listings.update(store, changed)
    return usable
