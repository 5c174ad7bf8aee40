"""The history as JSON records."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.history import HistoryStep
from recoverplan.domain.saying import iso


def history_record(step: HistoryStep, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one step; `at` is in `zone`."""
    return {"id": step.id, "at": iso(step.at, zone), "what": step.what, "undone": step.undone}
