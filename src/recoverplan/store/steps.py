"""Steps of the person's safety plan in the store (not the steps of the history)."""

from __future__ import annotations

from recoverplan.domain.step import Step
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_all(store: Store) -> tuple[Step, ...]:
    """Return all steps in the order in which they were entered."""
    return tuple(map(step_in, store.execute("SELECT * FROM plan_step ORDER BY id")))


def add(store: Store, step: Step) -> Step:
    """Keep a new step and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        "INSERT INTO plan_step VALUES (:id, :text, :kind, :meeting, :created)", step_out(step)
    )
    return replace(step, id=cursor.lastrowid)


def save(store: Store, step: Step) -> None:
    """Replace the step that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE plan_step SET text = :text, kind = :kind, meeting = :meeting, created = :created
        WHERE id = :id
        """,
        step_out(step),
    )
    rows.one_changed(cursor, "step", step.id)


def remove(store: Store, number: int) -> None:
    """Remove a step. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM plan_step WHERE id = ?", (number,))
    rows.one_changed(cursor, "step", number)


def step_out(step: Step) -> dict[str, Any]:
    """Return the step's columns."""
    return {
        "id": step.id or None,
        "text": step.text,
        "kind": step.kind,
        "meeting": step.meeting,
        "created": rows.instant_out(step.created),
    }


def step_in(row: Any) -> Step:
    """Return the step of a row."""
    return Step(
        id=row["id"],
        text=row["text"],
        kind=row["kind"],
        meeting=row["meeting"],
        created=rows.instant_in(row["created"]),
    )
