"""Talks with people on the list, what they agreed to do if the person goes quiet, and meetings that
are meant to be attended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.meeting import Meeting
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple, Value

BEFORE = timedelta(hours=2)  # a talk so long before a check-in is that check-in
LOOKED_AT, UNANSWERED = 4, 3  # of the last four at an hour, three without an answer
LOOKED_BACK = timedelta(days=183)  # who did not answer longer ago is not asked about
AN_HOUR = 60  # minutes of the day in which talks are at one hour


class Talk(Value):
    """One time that somebody was reached, or was not.

    `how` is one of HOWS (contact.py), None: not said. `they_called`: it came from them.
    """

    id: int = 0
    contact: int
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    how: str | None = None
    answered: bool = True
    they_called: bool = False
    note: str | None = None
    created: datetime  # UTC


class Agreement(Value):
    """What a contact does if something happens; the program only keeps and prints it."""

    id: int = 0
    contact: int
    condition: str
    action: str
    on_family: bool = False  # shown on the page for the family
    created: datetime  # UTC


class Call(NamedTuple):
    """A check-in: a contact's id, its time, and when the last stretch that it serves ends."""

    contact: int
    at: datetime
    until: datetime


def calls_done(calls: Iterable[Call], talks: Iterable[Talk]) -> dict[tuple[int, datetime], Talk]:
    """Return which check-ins were made, by contact and time, each with the talk that made it.

    A talk that was answered counts for the nearest check-in not yet done, from two hours before
    the time of that until its stretch ends.
    """
    done: dict[tuple[int, datetime], Talk] = {}
    known = sorted(calls, key=lambda call: call.at)
    for talk in sorted(talks, key=lambda each: (each.at, each.id)):
        if not talk.answered:
            continue
        fitting = [
            call
            for call in known
            if call.contact == talk.contact
            and call.at - BEFORE <= talk.at < call.until
            and (call.contact, call.at) not in done
        ]
        if fitting:
            nearest = min(fitting, key=lambda call: (abs(call.at - talk.at), call.at))
            done[nearest.contact, nearest.at] = talk
    return done


class NoAnswer(NamedTuple):
    """Somebody who did not answer: who, how often, and on which weekday if it was always one."""

    contact: int
    times: int
    weekday: int | None


def to_ask_again(talks: Sequence[Talk], zone: ZoneInfo, now: datetime) -> NoAnswer | None:
    """Return somebody who did not answer three of the last four times at an hour.

    Calls within an hour of the day belong together; what they called themselves is no try, and
    nothing is from longer than half a year ago. It is said for seven days after the last of them.
    """
    by_contact: dict[int, list[Talk]] = {}
    for talk in sorted(talks, key=lambda each: (each.at, each.id)):
        if not talk.they_called and now - LOOKED_BACK <= talk.at <= now:
            by_contact.setdefault(talk.contact, []).append(talk)
    for contact, tried in by_contact.items():
        hour = minute_of(tried[-1], zone)
        near = [each for each in tried if apart(minute_of(each, zone), hour) <= AN_HOUR]
        last = near[-LOOKED_AT:]
        silent = [each for each in last if not each.answered]
        if len(silent) >= UNANSWERED and now - last[-1].at < timedelta(days=7):
            days = {each.at.astimezone(zone).weekday() for each in silent}
            return NoAnswer(contact, len(silent), days.pop() if len(days) == 1 else None)
    return None


def minute_of(talk: Talk, zone: ZoneInfo) -> int:
    """Return the minute of the day of a talk, in the person's zone."""
    local = talk.at.astimezone(zone)
    return local.hour * 60 + local.minute


def apart(one: int, other: int) -> int:
    """Return how many minutes two times of the day are apart, over midnight too."""
    away = abs(one - other)
    return min(away, 24 * 60 - away)


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
    from recoverplan.domain.trial import NEAR, same_meeting  # most who read talks ask for no trial

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
