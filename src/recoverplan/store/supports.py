"""The inventory of support in the store."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.support import Support
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace


def load_all(store: Store) -> tuple[Support, ...]:
    """Return all entries in the order in which they were entered."""
    return tuple(map(support_in, store.execute("SELECT * FROM support ORDER BY id")))


def add(store: Store, support: Support) -> Support:
    """Keep a new support and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO support VALUES (
            :id, :kind, :what, :standing, :contact, :peer_group, :created
        )
        """,
        support_out(support),
    )
    return replace(support, id=cursor.lastrowid)


def save(store: Store, support: Support) -> None:
    """Replace the support that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE support SET
            kind = :kind, what = :what, standing = :standing, contact = :contact, peer_group =
            :peer_group, created = :created
        WHERE id = :id
        """,
        support_out(support),
    )
    rows.one_changed(cursor, "support", support.id)


def remove(store: Store, number: int) -> None:
    """Remove the support of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM support WHERE id = ?", (number,))
    rows.one_changed(cursor, "support", number)


def support_out(support: Support) -> dict[str, Any]:
    """Return the support's columns."""
    return {
        "id": support.id or None,
        "kind": support.kind,
        "what": support.what,
        "standing": support.standing,
        "contact": support.contact,
        "peer_group": support.group,
        "created": rows.instant_out(support.created),
    }


def support_in(row: Any) -> Support:
    """Return the support of a row."""
    return Support(
        id=row["id"],
        kind=row["kind"],
        what=row["what"],
        standing=row["standing"],
        contact=row["contact"],
        group=row["peer_group"],
        created=rows.instant_in(row["created"]),
    )
