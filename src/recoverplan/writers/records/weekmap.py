"""The map of the week as the JSON object "recoverplan/map/1" (docs/formats.md)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from recoverplan.domain.saying import iso
from recoverplan.domain.weekmap import WeekMap


def map_record(found: WeekMap) -> dict[str, Any]:
    """Return seven days of cells from Monday midnight on, and the stretches they are made of."""
    return {
        "schema": "recoverplan/map/1",
        "timezone": found.zone.key,
        "cell_minutes": found.cell_minutes,
        "days": [
            {
                "day": (found.first + timedelta(days=number)).isoformat(),
                "cells": [cell._asdict() for cell in day],
            }
            for number, day in enumerate(found.days)
        ],
        "stretches": [
            {
                "start": iso(each.span.start, found.zone),
                "end": iso(each.span.end, found.zone),
                "level": each.level,
                "open": each.open,
            }
            for each in found.stretches
        ],
    }
