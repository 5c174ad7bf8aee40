"""Reasons: why somebody is doing this, in their own words, shown only where they choose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SHOWN = ("now", "card", "plan", "review")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason. `shown`: the screens that carry it, of SHOWN; none: kept to oneself."""

    id: int = 0
    text: str
    shown: tuple[str, ...] = ()
    created: datetime  # UTC
