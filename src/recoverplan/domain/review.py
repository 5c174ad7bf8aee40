"""What somebody notes as they look back at a week, and how its hard hours went."""

from __future__ import annotations

from datetime import date, datetime

from recoverplan.value import Value

HOW = ("easier", "hard", "used")
# Answers to "Less alone than a month ago?".
ALONE = ("yes", "no", "same", "skip")


class Review(Value):
    """What was noted of the week that begins on the Monday `week`; one review a week.

    `helped` is what helped, `idea` something heard; `helped_someone` answers "did you help
    someone?"; `question` is the one for the week after. What was skipped is None.
    `alone`, of ALONE: whether they are less alone than a month ago, asked once a month.
    """

    id: int = 0
    week: date
    helped: str | None = None
    idea: str | None = None
    helped_someone: bool | None = None
    question: str | None = None
    alone: str | None = None
    created: datetime  # UTC


class Outcome(Value):
    """How one occurrence of hard hours went: easier, hard, or used (or drank, or gambled).

    `risk` is the id of the window, None once it was removed; `label` is what it was called.
    `start` is the occurrence's (UTC).
    """

    id: int = 0
    risk: int | None
    label: str
    start: datetime
    how: str
    created: datetime  # UTC
