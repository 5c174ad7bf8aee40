"""Stretches of real time, and arithmetic over them.

The law of spans, kept everywhere: half open (the start is in, the end is not), start < end, and
both ends aware datetimes **in UTC**. Two datetimes of one local zone subtract and compare by wall
clock, which is wrong on the days when the clocks change; in UTC they never are.

The arithmetic takes spans in any order, overlapping or not, and gives them back sorted, apart and
never touching. Sorting costs next to nothing where they come sorted; the rest is one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from recoverplan.value import NamedTuple


class Span(NamedTuple):
    """One stretch of time: [start, end), both in UTC, start < end."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Return the length in whole real minutes."""
        return int((self.end - self.start).total_seconds() // 60)

    def overlaps(self, other: Span) -> bool:
        """Tell whether some time is in both."""
        return self.start < other.end and other.start < self.end


def union(spans: Iterable[Span]) -> list[Span]:
    """Return the time that any of the spans holds; spans that touch become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            if span.end > joined[-1].end:
                joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def subtract(a: Iterable[Span], b: Iterable[Span]) -> list[Span]:
    """Return the time that `a` holds and `b` does not."""
    away = union(b)
    left: list[Span] = []
    j = 0
    for span in union(a):
        start = span.start
        while j < len(away) and away[j].end <= start:
            j += 1
        k = j
        while k < len(away) and away[k].start < span.end:
            if start < away[k].start:
                left.append(Span(start, away[k].start))
            start = max(start, away[k].end)
            k += 1
        # The last one may reach into the next span of `a`; the ones before it are done with.
        j = max(j, k - 1)
        if start < span.end:
            left.append(Span(start, span.end))
    return left


def clip(spans: Iterable[Span], frame: Span) -> list[Span]:
    """Return each span's part inside the frame, in the order given; what lies outside is left."""
    return [
        Span(max(span.start, frame.start), min(span.end, frame.end))
        for span in spans
        if span.start < frame.end and frame.start < span.end
    ]


def total_minutes(spans: Iterable[Span]) -> int:
    """Return the whole minutes that the spans hold together, each instant counted once."""
    return sum(span.minutes for span in union(spans))
