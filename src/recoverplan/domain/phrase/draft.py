"""What the clauses of a phrase say, gathered while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from recoverplan.domain.phrase import days, times
from recoverplan.domain.phrase.dates import Date
from recoverplan.domain.phrase.tokens import Cursor

FROM = {"from", "starting", "beginning", "since"}
PARTS = {name: part for part in times.DAY_PARTS for name in (part, f"{part}s")}


@dataclass
class Draft:
    """What the clauses of one schedule have said so far."""

    frequency: str | None = None
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    weekend: bool = False  # nothing but "weekend(s)" was said
    counted: list[days.Counted] = field(default_factory=list)
    months: tuple[int, ...] = ()
    monthly: bool = False  # "of the month" was said
    dates: list[Date] = field(default_factory=list)
    last: Date | None = None  # the last day of a stretch of dates
    stretch: tuple[int, int] | None = None  # weekdays of a stretch within the week
    edges: tuple[int, int] | None = None  # and its times, or those of a stretch of dates
    hours: list[times.Hours] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    since: Date | None = None
    until: Date | None = None
    excepted: list[Date] = field(default_factory=list)
    off: tuple[int, ...] = ()  # weekdays excepted
    shift: str | None = None
    any_time: bool = False
    payday: bool = False
    length_moved: bool = False  # a length stood before its start
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # first and last token of each


class Reader:
    """Reads one schedule: holds the cursor, the moment, and the draft that grows."""

    def __init__(self, cursor: Cursor, now: datetime, *, open_end: bool) -> None:
        self.cursor = cursor
        self.now = now
        self.open_end = open_end
        self.draft = Draft()

    def once(self, name: str, begin: int, taken: object) -> None:
        """Refuse a clause of a kind that was read before."""
        if taken:
            sentence = f"There are two {name} here; put a semicolon between two times."
            raise self.cursor.refusal(sentence, begin)

    def often(self, frequency: str, interval: int, begin: int) -> bool:
        """Note how often."""
        if self.draft.frequency not in {None, frequency} or self.draft.interval > 1:
            self.once("ways of how often", begin, taken=True)
        self.draft.frequency = frequency
        self.draft.interval = interval
        self.draft.marks["often"] = (begin, self.cursor.at)
        return True
