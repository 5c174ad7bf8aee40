"""Reasons as JSON records: what `reason list`, `reason show` and the writing commands print."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.reason import Reason
from recoverplan.domain.saying import iso


def reason_record(reason: Reason, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one reason; `on` are the screens that show it, perhaps none."""
    return {
        "id": reason.id,
        "text": reason.text,
        "on": list(reason.shown),
        "created": iso(reason.created, zone),
    }
