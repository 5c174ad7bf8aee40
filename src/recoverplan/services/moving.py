"""Everything out of the store, and into an empty one: for `export` and `import`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from recoverplan.domain.everything import LISTS, Nouns
from recoverplan.errors import CouldNotError
from recoverplan.settings import Settings
from recoverplan.store import listings, profile
from recoverplan.store.history import ROOMY_CACHE
from recoverplan.store.opened import Store
from recoverplan.store.tables import TABLES
from recoverplan.words import files as words

BATCH = 2_000
Records = Iterator[tuple[str, Iterable[Any]]]


def take_all(store: Store | None) -> tuple[Settings, Nouns]:
    """Return all that the person has entered, meeting lists aside; nothing without a store."""
    if store is None:
        return Settings(), Nouns()
    return take_settings(store), Nouns(**{name: by_number(store, name) for name in TABLES})


def take_settings(store: Store | None) -> Settings:
    """Return the settings, as they are for somebody new without a store."""
    return Settings() if store is None else profile.load(store)


def take(store: Store | None) -> Records:
    """Yield each noun with its records, meeting lists last; one noun is in memory at a time."""
    for name in TABLES:
        yield name, () if store is None else by_number(store, name)
    yield "sources", () if store is None else listings.sources(store)
    yield "listings", () if store is None else listings.load_stored(store)


def by_number(store: Store, name: str) -> tuple[Any, ...]:
    """Return the records of a noun in the order of their numbers."""
    return tuple(sorted(TABLES[name].load_all(store), key=lambda record: int(record.id)))


def put(store: Store, records: Iterable[tuple[str, Any]]) -> dict[str, int]:
    """Keep everything under its own numbers, and return how many records of each noun that were.

    `records`: the name of a noun and one record of it, or "settings" and these. Raises
    CouldNotError unless there is nothing yet but settings, which are replaced.
    """
    if any(any(found) for _, found in take(store)):
        raise CouldNotError(words.NEEDS_EMPTY, words.NEW_PLACE)
    store.execute("PRAGMA defer_foreign_keys=ON")  # what is pointed at may come later
    store.execute(f"PRAGMA cache_size={ROOMY_CACHE}")  # a spilled one would shut readers out
    counts = Counter(dict.fromkeys((*TABLES, *LISTS), 0))
    waiting: list[Any] = []
    for name, record in records:
        if name == "settings":
            profile.save(store, record)
            continue
        counts[name] += 1
        if name == "listings":
            waiting.append(record)
            if len(waiting) == BATCH:
                listings.put_stored(store, waiting)
                waiting = []
        elif name == "sources":
            listings.save_source(store, record)
        else:
            TABLES[name].add(store, record)
    listings.put_stored(store, waiting)
    if counts["sources"]:
        from recoverplan.store.listings_derived import rebuild

        rebuild(store)
    return dict(counts)
