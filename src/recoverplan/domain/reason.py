"""Reasons: why somebody is doing this, in their own words, shown only where they choose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from recoverplan.value import Value

# The screens that can carry a reason.
SHOWN = ("now", "card", "plan", "review", "safety")


class Reason(Value):
    """One reason. `shown`: the screens that carry it, of SHOWN; none: kept to oneself."""

    id: int = 0
    text: str
    shown: tuple[str, ...] = ()
    created: datetime  # UTC


def of_the_day(reasons: Sequence[str], day: date) -> str | None:
    """Return the one to show where there is room for one: each has its day; None of none."""
    return reasons[day.toordinal() % len(reasons)] if reasons else None
