"""What can still be read of a damaged store, as an export.

First row by row, as the store itself says where its tables are; then, where that says less than
everything, page by page. What pointed at a lost row points at nothing; a lost group or list stands
in by its number, so that the log of its meetings is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.domain.everything import POINTERS, Nouns
from recoverplan.domain.group import Group
from recoverplan.domain.listing import KINDS, Listing, Source, Stored
from recoverplan.errors import DamagedError
from recoverplan.settings import Settings
from recoverplan.store import keys, listings, ours, profile
from recoverplan.store.loose_pages import loose_rows
from recoverplan.store.tables import TABLES
from recoverplan.store.trouble import plain_words
from recoverplan.store.unlocking import person
from recoverplan.store.wreck import Wreck, largest, rows_of
from recoverplan.value import replace
from recoverplan.words import examining as words


def stored_in(row: Any) -> Stored:
    """Return the listing of a row."""
    listing = Listing(**{name: row[name] for name in Listing._fields})
    return Stored(row["id"], row["source"], bool(row["retired"]), listing)


READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    **{noun: (table.name, table.from_row) for noun, table in TABLES.items()},
    "sources": ("listing_source", listings.source_in),
    "listings": ("listing", stored_in),
    "settings": ("setting", lambda row: (row["name"], row["value"])),
}


class Salvaged(NamedTuple):
    """What came out. `lost`: how many rows could not be read, at least, by noun.

    `unsure`: nouns of which nobody can say how many there were. `stood_in`: how many lost groups
    and lists stand in by their number.
    """

    settings: Settings
    nouns: Nouns
    sources: tuple[Source, ...]
    listings: tuple[Stored, ...]
    lost: dict[str, int]
    unsure: tuple[str, ...]
    stood_in: int

    def records(self) -> Iterable[tuple[str, tuple[object, ...]]]:
        """Return each noun's name with its records, as an export has them."""
        lists = (("sources", self.sources), ("listings", self.listings))
        return (*self.nouns._asdict().items(), *lists)


class Found(NamedTuple):
    """What was read so far of one table: its records by number; rows that were not; if it is sure
    that there are no more.
    """

    records: dict[int, Any]
    lost: int = 0
    sure: bool = True


def salvage(home: Path) -> Salvaged:
    """Return everything of the store at `home` that can be read.

    Raises DamagedError where nothing can (the start of its file, or its keys), LockedError.
    """
    ours.look_around(home)  # raises for what is no file, which would be waited for
    with plain_words(home):
        found = row_by_row(home)
        if any(each.lost or not each.sure for each in found.values()):
            found = page_by_page(home, found)
    if not any(each.records for each in found.values()):
        raise DamagedError(words.SALVAGE_NONE, words.SALVAGE_NONE_HINT)
    records = {noun: in_order(each.records) for noun, each in found.items()}
    nouns, groups_in = mended(Nouns(**{noun: records[noun] for noun in Nouns._fields}))
    sources, sources_in = with_lost_lists(records["sources"], records["listings"])
    return Salvaged(
        settings_of(records["settings"]),
        nouns,
        sources,
        records["listings"],
        {noun: each.lost for noun, each in found.items() if each.lost},
        tuple(noun for noun, each in found.items() if not each.sure),
        groups_in + sources_in,
    )


def row_by_row(home: Path) -> dict[str, Found]:
    """Return, by noun, what the store's own tables lead to."""
    try:
        with plain_words(home):
            wreck = Wreck(home)
    except DamagedError:
        return {noun: Found({}, sure=False) for noun in READERS}
    try:
        there = wreck.tables()
        if there is None:
            return {noun: Found({}, sure=False) for noun in READERS}
        return {
            noun: read_table(wreck, table, read) if table in there else Found({})
            for noun, (table, read) in READERS.items()
        }
    finally:
        wreck.close()


def read_table(wreck: Wreck, table: str, read: Callable[[Any], Any]) -> Found:
    """Return what can be read of a table, row by row."""
    records: dict[int, Any] = {}
    lost = 0
    for row in rows_of(wreck, table):
        if row is None or (record := record_in(row, read)) is None:
            lost += 1
        else:
            records[row["id"]] = record
    sure = largest(wreck, table) is not None
    return Found(records, lost if sure else 0, sure)


def record_in(row: Any, read: Callable[[Any], Any]) -> Any:
    """Return the record of a row, None where it is not one."""
    try:
        return read(row)
    except (DamagedError, ValueError, KeyError, TypeError, IndexError):
        return None


def page_by_page(home: Path, found: dict[str, Found]) -> dict[str, Found]:
    """Return what was found, with what whole pages hold besides."""
    nouns = {table: (noun, read) for noun, (table, read) in READERS.items()}
    more: dict[str, dict[int, Any]] = {noun: {} for noun in READERS}
    slots = keys.load_slots(home)
    with_secret = [] if keys.device_keys(slots) else person.open(slots)
    for key in (*keys.device_keys(slots), *(opened.key for opened in with_secret)):
        for table, row in loose_rows(home / ours.STORE, key):
            noun, read = nouns[table]
            if row["id"] not in found[noun].records and (record := record_in(row, read)):
                more[noun][row["id"]] = record
    return {
        noun: Found({**each.records, **more[noun]}, max(0, each.lost - len(more[noun])), each.sure)
        for noun, each in found.items()
    }


def in_order(records: dict[int, Any]) -> tuple[Any, ...]:
    """Return records in the order of their numbers."""
    return tuple(records[number] for number in sorted(records))


def settings_of(rows: Iterable[tuple[str, str]]) -> Settings:
    """Return the settings that can be read."""
    try:
        return profile.settings_in(rows)
    except (ValueError, TypeError):
        return Settings()


def with_lost_lists(
    sources: tuple[Source, ...], listed: tuple[Stored, ...]
) -> tuple[tuple[Source, ...], int]:
    """Return the lists, each lost one with its number for a name; and how many these are."""
    lost = sorted({each.source for each in listed} - {source.id for source in sources})
    stand_ins = (Source(number, f"List {number}", KINDS[0], None, None) for number in lost)
    return tuple(sorted((*sources, *stand_ins))), len(lost)


def mended(nouns: Nouns) -> tuple[Nouns, int]:
    """Let nothing point at what is lost; return the nouns, and how many groups stand in."""
    there = {group.id for group in nouns.groups}
    wanted = sorted({meeting.group for meeting in nouns.meetings} - there)
    stand_ins = tuple(
        Group(
            id=number, name=f"Group {number}", zone="UTC", created=datetime.now(UTC), status="left"
        )
        for number in wanted
    )
    groups = sorted((*nouns.groups, *stand_ins), key=lambda group: group.id)
    nouns = nouns._replace(groups=tuple(groups))
    known = {noun: {one.id for one in found} for noun, found in nouns._asdict().items()}
    kept = {
        noun: tuple(without_lost(one, POINTERS.get(noun, {}), known) for one in found)
        for noun, found in nouns._asdict().items()
    }
    return Nouns(**kept), len(stand_ins)


def without_lost(one: Any, pointers: Mapping[str, str], known: Mapping[str, set[int]]) -> Any:
    """Return a record that points at nothing that is lost; `known` are the ids of each noun."""
    lost = [name for name, noun in pointers.items() if getattr(one, name) not in known[noun]]
    return replace(one, **dict.fromkeys(lost)) if lost else one
