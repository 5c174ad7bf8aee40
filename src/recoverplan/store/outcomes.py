"""How hard hours went, in the store."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.review import Outcome
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace


def load_all(store: Store) -> tuple[Outcome, ...]:
    """Return all answers in the order in which they were entered."""
    return tuple(map(outcome_in, store.execute("SELECT * FROM outcome ORDER BY id")))


def add(store: Store, outcome: Outcome) -> Outcome:
    """Keep a new answer about hard hours and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO outcome VALUES (
            :id, :risk, :label, :start, :how, :created
        )
        """,
        outcome_out(outcome),
    )
    return replace(outcome, id=cursor.lastrowid)


def save(store: Store, outcome: Outcome) -> None:
    """Replace the answer about hard hours that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE outcome SET
            risk = :risk, label = :label, start = :start, how = :how, created = :created
        WHERE id = :id
        """,
        outcome_out(outcome),
    )
    rows.one_changed(cursor, "answer about hard hours", outcome.id)


def remove(store: Store, number: int) -> None:
    """Remove the answer about hard hours of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM outcome WHERE id = ?", (number,))
    rows.one_changed(cursor, "answer about hard hours", number)


def outcome_out(outcome: Outcome) -> dict[str, Any]:
    """Return the answer about hard hours's columns."""
    return {
        "id": outcome.id or None,
        "risk": outcome.risk,
        "label": outcome.label,
        "start": rows.instant_out(outcome.start),
        "how": outcome.how,
        "created": rows.instant_out(outcome.created),
    }


def outcome_in(row: Any) -> Outcome:
    """Return the answer about hard hours of a row."""
    return Outcome(
        id=row["id"],
        risk=row["risk"],
        label=row["label"],
        start=rows.instant_in(row["start"]),
        how=row["how"],
        created=rows.instant_in(row["created"]),
    )
