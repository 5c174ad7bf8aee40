"""One risk window with its reasons, open hours, and suggested hours, as JSON objects
(docs/formats.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.invitations import Invitation, OpenHours
from recoverplan.domain.plan import Plan
from recoverplan.domain.suggest import Suggestion
from recoverplan.domain.why import Why
from recoverplan.writers.invitations import sentence
from recoverplan.writers.records.plan import ends, plan_record
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import bordering, reasons


def one_risk_record(
    plan: Plan, whys: Sequence[Why], viewer: Viewer, lead_minutes: int
) -> dict[str, Any]:
    """Return the plan; `whys` has one for each occurrence, given as a list of sentences."""
    record = plan_record(plan)
    for planned, why, found in zip(plan.occurrences, whys, record["occurrences"], strict=True):
        found["why"] = reasons(
            why,
            plan.as_it_stands(planned),
            plan.zone,
            lead_minutes=lead_minutes,
            clock24=viewer.clock24,
        )
    return record


def gaps_record(
    found: Iterable[OpenHours],
    rooms: Iterable[Invitation],
    zone: ZoneInfo,
    viewer: Viewer,
) -> dict[str, Any]:
    """Return every gap with its invitations as sentences; `reason` says what borders on it.

    `always_open` are the rooms of the lists that are open for hours.
    """
    return {
        "schema": "recoverplan/gaps/1",
        "timezone": zone.key,
        "gaps": [
            {
                **ends(each.span, zone),
                "risk": {
                    "id": each.risk.id,
                    "label": each.risk.label,
                    "level": each.risk.level,
                },
                "reason": bordering(
                    each.between,
                    each.span,
                    zone,
                    line=viewer.standby(each.span.start)[0] is not None,
                    clock24=viewer.clock24,
                ),
                "invitations": [
                    sentence(asked, zone, clock24=viewer.clock24) for asked in each.invitations
                ],
            }
            for each in found
        ],
        "always_open": [{"id": room.number, "name": room.name} for room in rooms],
    }


def suggestions_record(found: Iterable[Suggestion], logged: int, rough: int) -> dict[str, Any]:
    """Return the suggestions; what is expected has one decimal.

    `rough` of those logged were left out.
    """
    return {
        "schema": "recoverplan/suggestions/1",
        "logged": logged,
        "rough": rough,
        "suggestions": [
            {"when": one.phrase, "observed": one.observed, "expected": round(one.expected, 1)}
            for one in found
        ],
    }
