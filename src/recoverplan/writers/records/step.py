"""Steps as JSON records: what `step list`, `step show` and the writing commands print."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.saying import iso
from recoverplan.domain.step import Step


def step_record(step: Step, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one step; what was not given is None. `created` is in `zone`."""
    return {
        "id": step.id,
        "text": step.text,
        "kind": step.kind,
        "meeting": step.meeting,
        "created": iso(step.created, zone),
    }
