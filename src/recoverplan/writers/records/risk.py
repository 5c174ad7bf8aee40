"""Risk windows as JSON records: what `risk list`, `risk show` and the writing commands print."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import iso


def risk_record(risk: RiskWindow, zone: ZoneInfo, contacts: Mapping[int, str]) -> dict[str, object]:
    """Return the record of one risk window.

    Fields are the options' names with `_`; what was not given is None. `contacts` maps ids to
    names. `created` is in `zone`.
    """
    return {
        "id": risk.id,
        "label": risk.label,
        "when": [risk.hours.phrase],
        "level": risk.level,
        "trigger": list(risk.triggers) or None,
        "step": list(risk.steps) or None,
        "if": [pair.condition for pair in risk.if_thens] or None,
        "then": [pair.action for pair in risk.if_thens] or None,
        "check_in": contacts.get(risk.check_in) if risk.check_in else None,
        "no_check_in": risk.no_check_in,
        "created": iso(risk.created, zone),
    }
