"""Who of many people is there, from one instant to the next: looked up, not asked of each.

Between two instants at which somebody comes or goes the same people are there. They are the bits
of a mask, bit 0 being the first in the person's order; of the thousands of stretches of a week
most find one that is known already.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple


class Roster(NamedTuple):
    """Who is there within a frame. `bounds`: when somebody comes or goes, and `moving` who;
    `there`: who is there before the first of these, after it, and so on. `places`: masks that were
    asked for, as places.
    """

    bounds: list[datetime]
    moving: list[int]
    there: list[int]
    places: dict[int, list[int]]

    def within(self, start: datetime, end: datetime) -> tuple[int, int]:
        """Return who is there at `start`, and who comes or goes after it and before `end`."""
        first = bisect_right(self.bounds, start)
        last = bisect_left(self.bounds, end, first)
        moving = 0
        for mask in self.moving[first:last]:
            moving |= mask
        return self.there[first], moving

    def among(self, mask: int) -> list[int]:
        """Return the places of a mask, in order."""
        found = self.places.get(mask)
        if found is None:
            found = self.places[mask] = list(bits(mask))
        return found


def roster_of(people: Sequence[Sequence[Span]], frame: Span) -> Roster:
    """Return the roster within the frame; of each person the spans, apart and sorted."""
    flips: dict[datetime, int] = {}
    for place, spans in enumerate(people):
        bit = 1 << place
        for start, end in inside(spans, frame):
            flips[start] = flips.get(start, 0) ^ bit
            flips[end] = flips.get(end, 0) ^ bit
    bounds = sorted(flips)
    moving = [flips[instant] for instant in bounds]
    there = [0]
    for mask in moving:
        there.append(there[-1] ^ mask)
    return Roster(bounds, moving, there, {})


def inside(spans: Sequence[Span], frame: Span) -> Iterable[Span]:
    """Return the spans, apart and sorted, that overlap the frame, whole."""
    first = bisect_right(spans, frame.start, key=lambda span: span.end)
    last = bisect_left(spans, frame.end, first, key=lambda span: span.start)
    return spans[first:last]


def bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
