"""Urges: cravings as they were, logged by the person for their own eyes."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import Value

STRONGEST = 10  # strength goes from 0 to here


class Urge(Value):
    """One urge. `at` is when (UTC), `zone` where that was.

    `strength` and `after` go from 0 to 10, None when not said. `triggers` are the person's own
    tags for what set it off; `did` is what they did about it.
    """

    id: int = 0
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    strength: int | None = None
    triggers: tuple[str, ...] = ()
    did: str | None = None
    after: int | None = None
    note: str | None = None
    created: datetime  # UTC
