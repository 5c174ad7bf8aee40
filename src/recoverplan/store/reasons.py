"""Reasons in the store."""

from __future__ import annotations

from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

if TYPE_CHECKING:  # plan reads texts alone, and most people have none
    from recoverplan.domain.reason import Reason


def load_all(store: Store) -> tuple[Reason, ...]:
    """Return all reasons in the order in which they were entered."""
    return tuple(map(reason_in, store.execute("SELECT * FROM reason ORDER BY id")))


def shown_on(store: Store, screen: str) -> tuple[str, ...]:
    """Return the texts of the reasons that one screen carries, of SHOWN, in their order."""
    found = store.execute(
        """
        SELECT reason.text FROM reason, json_each(reason.shown) AS screen
        WHERE screen.value = ?
        ORDER BY reason.id
        """,
        (screen,),
    )
    return tuple(row["text"] for row in found)


def add(store: Store, reason: Reason) -> Reason:
    """Keep a new reason and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO reason VALUES (
            :id, :text, :shown, :created
        )
        """,
        reason_out(reason),
    )
    return replace(reason, id=cursor.lastrowid)


def save(store: Store, reason: Reason) -> None:
    """Replace the reason that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE reason SET
            text = :text, shown = :shown, created = :created
        WHERE id = :id
        """,
        reason_out(reason),
    )
    rows.one_changed(cursor, "reason", reason.id)


def remove(store: Store, number: int) -> None:
    """Remove the reason of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM reason WHERE id = ?", (number,))
    rows.one_changed(cursor, "reason", number)


def reason_out(reason: Reason) -> dict[str, Any]:
    """Return the reason's columns."""
    return {
        "id": reason.id or None,
        "text": reason.text,
        "shown": rows.list_out(reason.shown),
        "created": rows.instant_out(reason.created),
    }


def reason_in(row: Any) -> Reason:
    """Return the reason of a row."""
    from recoverplan.domain.reason import Reason

    return Reason(
        id=row["id"],
        text=row["text"],
        shown=rows.texts_in(row["shown"]),
        created=rows.instant_in(row["created"]),
    )
