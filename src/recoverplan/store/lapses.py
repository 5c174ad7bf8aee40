"""Lapses in the store."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.lapse import Lapse
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace


def load_all(store: Store) -> tuple[Lapse, ...]:
    """Return all lapses in the order in which they were entered."""
    return tuple(map(lapse_in, store.execute("SELECT * FROM lapse ORDER BY id")))


def add(store: Store, lapse: Lapse) -> Lapse:
    """Keep a new lapse and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO lapse VALUES (
            :id, :at, :zone, :triggers, :note, :created
        )
        """,
        lapse_out(lapse),
    )
    return replace(lapse, id=cursor.lastrowid)


def save(store: Store, lapse: Lapse) -> None:
    """Replace the lapse that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE lapse SET
            at = :at, zone = :zone, triggers = :triggers, note = :note, created = :created
        WHERE id = :id
        """,
        lapse_out(lapse),
    )
    rows.one_changed(cursor, "lapse", lapse.id)


def remove(store: Store, number: int) -> None:
    """Remove the lapse of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM lapse WHERE id = ?", (number,))
    rows.one_changed(cursor, "lapse", number)


def lapse_out(lapse: Lapse) -> dict[str, Any]:
    """Return the lapse's columns."""
    return {
        "id": lapse.id or None,
        "at": rows.instant_out(lapse.at),
        "zone": lapse.zone,
        "triggers": rows.list_out(lapse.triggers),
        "note": lapse.note,
        "created": rows.instant_out(lapse.created),
    }


def lapse_in(row: Any) -> Lapse:
    """Return the lapse of a row."""
    return Lapse(
        id=row["id"],
        at=rows.instant_in(row["at"]),
        zone=row["zone"],
        triggers=rows.texts_in(row["triggers"]),
        note=row["note"],
        created=rows.instant_in(row["created"]),
    )
