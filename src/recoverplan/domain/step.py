"""Steps: things to do, in the order of a safety plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

# The order of a safety plan: kind as typed, and as said.
KINDS = {
    "sign": "warning sign",
    "alone": "on my own",
    "places": "people and places",
    "people": "someone to ask",
    "professionals": "professionals",
    "safer": "safer surroundings",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do. `meeting` is where an idea was heard, if it came from there."""

    id: int = 0
    text: str
    kind: str
    meeting: int | None = None
    created: datetime  # UTC


def in_plan_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps in the order of a safety plan, those of one kind as they were entered."""
    kinds = tuple(KINDS)
    return sorted(steps, key=lambda step: (kinds.index(step.kind), step.id))


def to_do(steps: Iterable[Step]) -> list[Step]:
    """Return the steps in that order, without warning signs: these are noticed, not done."""
    return [step for step in in_plan_order(steps) if step.kind != "sign"]
