"""What could not be taken as it was, counted by reason, with a few examples of each."""

from __future__ import annotations

from recoverplan.domain.listing import Reason
from recoverplan.domain.text import clean

EXAMPLES = 3
LONGEST = 60


class Noted:
    """Counts reasons while a list is read."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.examples: dict[str, list[str]] = {}

    def add(self, reason: str, place: int, example: object = "") -> None:
        """Count one row; the example names its place, and what stood there."""
        self.counts[reason] = self.counts.get(reason, 0) + 1
        some = self.examples.setdefault(reason, [])
        if len(some) < EXAMPLES:
            said = clean(example)[:LONGEST] if isinstance(example, str) else ""
            some.append(f"row {place}" + (f": {said}" if said else ""))

    @property
    def total(self) -> int:
        """Return how many rows were counted."""
        return sum(self.counts.values())

    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, the most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda each: -each[1])
        return tuple(Reason(name, count, tuple(self.examples[name])) for name, count in ordered)
