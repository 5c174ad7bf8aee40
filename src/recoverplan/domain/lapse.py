"""Lapses: what happened, as information and not as a verdict. Nothing is ever counted down."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import Value


class Lapse(Value):
    """One lapse. `at` is when (UTC), `zone` where that was; `triggers` are what came before it."""

    id: int = 0
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    triggers: tuple[str, ...] = ()
    note: str | None = None
    created: datetime  # UTC
