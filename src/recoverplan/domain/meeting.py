"""Meetings attended, and what was noticed there. A log is nobody's to inspect."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import Value

SAID = ("listened", "small-honesty", "shared")
FIT = ("boundaries", "respect", "rhythm", "safety", "newcomers")
ANSWERS = ("yes", "no", "unsure")


class Meeting(Value):
    """One meeting attended.

    `at` is when (UTC). `occurrence` is the start (UTC) of the group's own meeting that this was,
    None when it fell outside the group's known times. `door`: went to the door; no try.
    `contact` is the id of a contact gained there. `fit` maps a quality to yes, no or unsure.
    """

    id: int = 0
    group: int
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    occurrence: datetime | None = None
    door: bool = False
    early: bool = False
    stayed: bool = False
    said: str | None = None
    contact: int | None = None
    fit: tuple[tuple[str, str], ...] = ()
    mood_before: int | None = None
    mood_after: int | None = None
    idea: str | None = None
    unsafe: str | None = None
    note: str | None = None
    created: datetime  # UTC
