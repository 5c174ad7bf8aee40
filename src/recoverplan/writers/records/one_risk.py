"""One risk window's plan as JSON: "recoverplan/plan/1" with a `why` for each occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recoverplan.domain.plan import Plan
from recoverplan.domain.why import Why
from recoverplan.writers.records.plan import plan_record
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import reasons


def one_risk_record(
    plan: Plan, whys: Sequence[Why], viewer: Viewer, lead_minutes: int
) -> dict[str, Any]:
    """Return the plan; `whys` has one for each occurrence, given as a list of sentences."""
    record = plan_record(plan)
    for planned, why, found in zip(plan.occurrences, whys, record["occurrences"], strict=True):
        found["why"] = reasons(
            why, planned, plan.zone, lead_minutes=lead_minutes, clock24=viewer.clock24
        )
    return record
