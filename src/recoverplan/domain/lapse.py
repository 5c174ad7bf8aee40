"""Lapses: what happened, as information and not as a verdict. Nothing is ever counted down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """One lapse. `at` is when (UTC), `zone` where that was; `triggers` are what came before it."""

    id: int = 0
    at: datetime
    zone: str
    triggers: tuple[str, ...] = ()
    note: str | None = None
    created: datetime  # UTC
