"""How far each group's trial has come, kept so that nobody counts the meetings of ten years.

Triggers of the schema take a group's row away as soon as one of its meetings is touched, whoever
touches it; a group without a row is counted. Each change makes the missing rows anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from recoverplan.domain.group import Group
from recoverplan.domain.trial import Tried, tried_of
from recoverplan.store.opening import Store
from recoverplan.store.rows import instant_in, instant_out
from recoverplan.store.tables import groups as group_store
from recoverplan.store.tables import times_of


def load_tried(store: Store, groups: Iterable[Group]) -> dict[int, Tried]:
    """Return how far the trial of each of these groups has come, by its id."""
    found = {
        number: Tried(tries, instant_in(promised) if promised else None)
        for number, tries, promised in store.execute("SELECT id, tries, promised FROM tried")
    }
    for group in groups:
        if group.id not in found:
            found[group.id] = tried_of(group, times_of(store, group.id))
    return found


def keep_tried(store: Store) -> None:
    """Keep what is not kept any more, or not yet."""
    for group in group_store.load_all(store):
        there = store.execute("SELECT 1 FROM tried WHERE id = ?", (group.id,)).fetchone()
        if there is None:
            tries, promised = tried_of(group, times_of(store, group.id))
            said = None if promised is None else instant_out(promised)
            store.execute("INSERT INTO tried VALUES (?, ?, ?)", (group.id, tries, said))
