"""Risk windows in the store."""

from __future__ import annotations

from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_all(store: Store) -> tuple[RiskWindow, ...]:
    """Return all risk windows in the order in which they were entered."""
    return tuple(map(risk_in, store.execute("SELECT * FROM risk_window ORDER BY id")))


def add(store: Store, risk: RiskWindow) -> RiskWindow:
    """Keep a new risk window and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO risk_window VALUES (
            :id, :label, :hours, :level, :triggers, :steps, :if_thens, :check_in, :no_check_in,
            :created
        )
        """,
        risk_out(risk),
    )
    return replace(risk, id=cursor.lastrowid)


def save(store: Store, risk: RiskWindow) -> None:
    """Replace the risk window that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE risk_window SET
            label = :label, hours = :hours, level = :level, triggers = :triggers, steps = :steps,
            if_thens = :if_thens, check_in = :check_in, no_check_in = :no_check_in,
            created = :created
        WHERE id = :id
        """,
        risk_out(risk),
    )
    rows.one_changed(cursor, "hard hours", risk.id)


def remove(store: Store, number: int) -> None:
    """Remove a risk window. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM risk_window WHERE id = ?", (number,))
    rows.one_changed(cursor, "hard hours", number)


def risk_out(risk: RiskWindow) -> dict[str, Any]:
    """Return the risk window's columns."""
    return {
        "id": risk.id or None,
        "label": risk.label,
        "hours": rows.hours_out([risk.hours]),
        "level": risk.level,
        "triggers": rows.list_out(risk.triggers),
        "steps": rows.list_out(risk.steps),
        "if_thens": rows.list_out([each.condition, each.action] for each in risk.if_thens),
        "check_in": risk.check_in,
        "no_check_in": int(risk.no_check_in),
        "created": rows.instant_out(risk.created),
    }


def risk_in(row: Any) -> RiskWindow:
    """Return the risk window of a row."""
    return RiskWindow(
        id=row["id"],
        label=row["label"],
        hours=rows.hours_in(row["hours"])[0],
        level=row["level"],
        triggers=rows.texts_in(row["triggers"]),
        steps=rows.texts_in(row["steps"]),
        if_thens=tuple(
            IfThen(condition=condition, action=action)
            for condition, action in rows.pairs_in(row["if_thens"])
        ),
        check_in=row["check_in"],
        no_check_in=bool(row["no_check_in"]),
        created=rows.instant_in(row["created"]),
    )
