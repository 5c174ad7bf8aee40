"""What was changed, one step after another, each of which can be taken back."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import NamedTuple


class HistoryStep(NamedTuple):
    """One step of the history. `what` is its human name; `at` is in UTC."""

    id: int
    at: datetime
    what: str
    undone: bool
