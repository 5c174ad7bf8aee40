"""The JSON of help lines: "recoverplan/lines/1"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recoverplan.domain.region import Line, Region


def lines_record(region: Region, lines: Iterable[tuple[Line, bool | None]]) -> dict[str, Any]:
    """Return the record; each line comes with whether it is open now, None where not known."""
    emergency = {
        "call": region.emergency,
        "police": region.police if region.police != region.emergency else None,
        "text": region.emergency_text,
        "text_for": region.text_for,
        "other": list(region.other_ways),
        "check_locally": region.check_locally,
    }
    return {
        "schema": "recoverplan/lines/1",
        "region": region.code or None,
        "emergency": emergency,
        "lines": [line_record(line, opened) for line, opened in lines],
        "numbers_of": region.month if region.code else None,
    }


def line_record(line: Line, opened: bool | None) -> dict[str, Any]:
    """Return the record of one line; what was not given or not seen is null."""
    return {
        "name": line.name,
        "for": line.purpose,
        "kind": line.kind,
        "who": line.who,
        "call": line.call,
        "other_numbers": list(line.other_numbers),
        "text": line.text,
        "tty": line.tty,
        "email": line.email,
        "other": line.chat,
        "hours": line.hours if line.hours_known else None,
        "zone": line.zone,
        "open": opened,
        "cost": line.cost or None,
        "languages": list(line.languages),
        "access": line.access,
        "yours": line.yours,
        "note": line.note,
        "source": line.source,
        "date": line.date,
    }
