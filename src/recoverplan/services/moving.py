"""Everything out of the store, and into an empty one: for `export` and `import`."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.everything import Nouns
from recoverplan.errors import CouldNotError
from recoverplan.settings import Settings
from recoverplan.store import (
    contacts,
    groups,
    lapses,
    meetings,
    outcomes,
    profile,
    reasons,
    reviews,
    risks,
    steps,
    supports,
    urges,
)
from recoverplan.store.opening import Store

# In the order of Nouns, so that nothing points at what is not there yet.
FILES: dict[str, Any] = {
    "groups": groups, "contacts": contacts, "meetings": meetings, "steps": steps, "risks": risks,
    "urges": urges, "lapses": lapses, "supports": supports, "reasons": reasons,
    "reviews": reviews, "outcomes": outcomes,
}  # fmt: skip


def take_all(store: Store | None) -> tuple[Settings, Nouns]:
    """Return all that is kept, each noun by its numbers; nothing where there is no store."""
    if store is None:
        return Settings(), Nouns()
    nouns = {
        name: tuple(sorted(file.load_all(store), key=lambda record: int(record.id)))
        for name, file in FILES.items()
    }
    return profile.load(store), Nouns(**nouns)


def put_all(store: Store, settings: Settings, nouns: Nouns) -> int:
    """Keep everything under its own numbers, and return how many records that were.

    Raises CouldNotError unless there are no records yet; settings are replaced.
    """
    _, before = take_all(store)
    if any(before):
        raise CouldNotError(
            "An import needs an empty store, and there is something in this one.",
            "Choose a new place: recoverplan --store DIR import FILE",
        )
    profile.save(store, settings)
    for name, file in FILES.items():
        for record in getattr(nouns, name):
            file.add(store, record)
    return sum(map(len, nouns))
