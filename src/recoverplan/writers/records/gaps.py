"""Open hours as the JSON object "recoverplan/gaps/1" (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.invitations import Invitation, OpenHours
from recoverplan.domain.saying import iso
from recoverplan.writers.invitations import sentence
from recoverplan.writers.why import bordering


def gaps_record(
    found: Iterable[OpenHours],
    rooms: Iterable[Invitation],
    zone: ZoneInfo,
    *,
    line: bool,
    clock24: bool,
) -> dict[str, Any]:
    """Return every gap with its invitations as sentences; `reason` says what borders on it.

    `always_open` are the rooms of the lists that are open for hours.
    """
    return {
        "schema": "recoverplan/gaps/1",
        "timezone": zone.key,
        "gaps": [
            {
                "start": iso(each.span.start, zone),
                "end": iso(each.span.end, zone),
                "risk": {
                    "id": each.risk.id,
                    "label": each.risk.label,
                    "level": each.risk.level,
                },
                "reason": bordering(each.between, each.span, zone, line=line, clock24=clock24),
                "invitations": [
                    sentence(asked, zone, clock24=clock24) for asked in each.invitations
                ],
            }
            for each in found
        ],
        "always_open": [{"id": room.number, "name": room.name} for room in rooms],
    }
