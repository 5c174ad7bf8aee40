"""Stretches of real time, and arithmetic over them.

The law of spans, kept everywhere: half open (the start is in, the end is not), start < end, and
both ends aware datetimes **in UTC**. Two datetimes of one local zone subtract and compare by wall
clock, which is wrong on the days when the clocks change; in UTC they never are.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Span(NamedTuple):
    """One stretch of time: [start, end), both in UTC, start < end."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Return the length in whole real minutes."""
        return int((self.end - self.start).total_seconds() // 60)
