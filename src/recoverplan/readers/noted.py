"""What could not be taken as it was, counted by reason, with a few examples of each."""

from __future__ import annotations

from recoverplan.domain.listing import Reason
from recoverplan.domain.text import clean

EXAMPLES = 3
LONGEST = 60


class Noted:
    """Counts reasons while a list is read; `one` is the word for one thing in it."""

    def __init__(self, one: str = "row") -> None:
        self.one = one
        self.counts: dict[str, int] = {}
        self.examples: dict[str, list[str]] = {}

    def add(self, reason: str, place: int, example: object = "") -> None:
        """Count one thing; the example names its place, and what stood there."""
        self.counts[reason] = self.counts.get(reason, 0) + 1
        some = self.examples.setdefault(reason, [])
        if len(some) < EXAMPLES:
            said = clean(example)[:LONGEST] if isinstance(example, str) else ""
            some.append(f"{self.one} {place}" + (f": {said}" if said else ""))

    @property
    def total(self) -> int:
        """Return how many were counted."""
        return sum(self.counts.values())

    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, the most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda each: -each[1])
        return tuple(Reason(name, count, tuple(self.examples[name])) for name, count in ordered)
