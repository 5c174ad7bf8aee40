"""What is said about a step of the history."""

from __future__ import annotations

from datetime import datetime

from recoverplan.domain.history import HistoryStep
from recoverplan.domain.saying import medium_day, time_of_day
from recoverplan.writers.listing import Row


def history_row(step: HistoryStep, now: datetime, *, clock24: bool) -> Row:
    """Return the list's row: what was done and when, in the zone of `now`; whether it stands."""
    at = step.at.astimezone(now.tzinfo)
    day = "today" if at.date() == now.date() else medium_day(at.date())
    year = "" if at.year == now.year else f" {at.year}"
    when = f"{day}{year}, {time_of_day(at, clock24=clock24, dated=True)}"
    return Row(step.id, step.what, (when, "taken back") if step.undone else (when,))
