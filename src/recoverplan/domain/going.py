"""Goings: meetings that somebody means to attend, with whom, and with what small aim."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from recoverplan.domain.meeting import Meeting
from recoverplan.domain.span import Span
from recoverplan.domain.trial import NEAR, same_meeting
from recoverplan.value import Value

EARLY, LATE = 10, 15  # minutes, unless others were said
ASKED_FOR = timedelta(days=7)  # how long one that passed is asked about


class Going(Value):
    """One meeting of a group that is meant to be attended: when, with whom, for what.

    `start` and `end` are the meeting's (UTC). `contact` is the id of who comes too; `leave` when
    to leave for it (UTC); `early` and `late` are minutes to be there before and to stay on.
    """

    id: int = 0
    group: int
    start: datetime
    end: datetime
    zone: str
    contact: int | None = None
    goal: str | None = None
    leave: datetime | None = None
    early: int = EARLY
    late: int = LATE
    note: str | None = None
    created: datetime  # UTC

    @property
    def begins(self) -> datetime:
        """Return from when on it takes the person's time: leaving, else being there early."""
        return self.leave or self.start - timedelta(minutes=self.early)

    @property
    def whole(self) -> Span:
        """Return all of its time, from leaving to staying a bit late."""
        return Span(self.begins, self.end + timedelta(minutes=self.late))


def was_logged(going: Going, meetings: Iterable[Meeting]) -> bool:
    """Tell whether a meeting that was meant to be attended has a log, at the door or inside."""
    as_log = Meeting(
        group=going.group, at=going.start, zone=going.zone,
        occurrence=going.start, created=going.created,
    )  # fmt: skip
    return any(
        each.group == going.group
        and (same_meeting(each, as_log) or going.start - NEAR <= each.at < going.end + NEAR)
        for each in meetings
    )


def still_ahead(goings: Iterable[Going], now: datetime) -> list[Going]:
    """Return those that have not ended, the nearest first."""
    return sorted((one for one in goings if one.end > now), key=lambda one: (one.start, one.id))


def to_ask_about(
    goings: Iterable[Going], meetings: Iterable[Meeting], now: datetime
) -> Going | None:
    """Return the last one that passed within seven days and has no log, None if there is none."""
    logs = tuple(meetings)
    passed = [
        one for one in goings if now - ASKED_FOR < one.end <= now and not was_logged(one, logs)
    ]
    return max(passed, key=lambda one: (one.end, one.id)) if passed else None
