"""Urges in the store."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.urge import Urge
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace


def load_all(store: Store) -> tuple[Urge, ...]:
    """Return all urges in the order in which they were entered."""
    return tuple(map(urge_in, store.execute("SELECT * FROM urge ORDER BY id")))


def any_kept(store: Store) -> bool:
    """Tell whether there is any urge."""
    return bool(store.execute("SELECT EXISTS (SELECT 1 FROM urge)").fetchone()[0])


def add(store: Store, urge: Urge) -> Urge:
    """Keep a new urge and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO urge VALUES (
            :id, :at, :zone, :strength, :triggers, :did, :after, :note, :created
        )
        """,
        urge_out(urge),
    )
    return replace(urge, id=cursor.lastrowid)


def save(store: Store, urge: Urge) -> None:
    """Replace the urge that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE urge SET
            at = :at, zone = :zone, strength = :strength, triggers = :triggers, did = :did, after =
            :after, note = :note, created = :created
        WHERE id = :id
        """,
        urge_out(urge),
    )
    rows.one_changed(cursor, "urge", urge.id)


def remove(store: Store, number: int) -> None:
    """Remove the urge of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM urge WHERE id = ?", (number,))
    rows.one_changed(cursor, "urge", number)


def urge_out(urge: Urge) -> dict[str, Any]:
    """Return the urge's columns."""
    return {
        "id": urge.id or None,
        "at": rows.instant_out(urge.at),
        "zone": urge.zone,
        "strength": urge.strength,
        "triggers": rows.list_out(urge.triggers),
        "did": urge.did,
        "after": urge.after,
        "note": urge.note,
        "created": rows.instant_out(urge.created),
    }


def urge_in(row: Any) -> Urge:
    """Return the urge of a row."""
    return Urge(
        id=row["id"],
        at=rows.instant_in(row["at"]),
        zone=row["zone"],
        strength=row["strength"],
        triggers=rows.texts_in(row["triggers"]),
        did=row["did"],
        after=row["after"],
        note=row["note"],
        created=rows.instant_in(row["created"]),
    )
