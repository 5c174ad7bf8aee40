"""Trials: which meetings are tries, how far a promise of 3–5 has come, what it has shown.

A try is one attended occurrence of a group. Going to the door is none; two logs of one occurrence
are one; the date a group was entered, and what was decided since, take none away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import takewhile
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import hindrance, is_far
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.meeting import ANSWERS, FIT, Meeting
from recoverplan.domain.schedule import occurrences, together
from recoverplan.domain.span import Span
from recoverplan.domain.trip import Itinerary
from recoverplan.value import NamedTuple

# A log this long before the start or after the end still belongs to the meeting; where a group has
# no known times, two logs less than this apart are one meeting.
NEAR = timedelta(hours=1)
LAST_START_WITHIN = timedelta(hours=24)
# How far ahead a next meeting is looked for: monthly and yearly rules included.
HORIZONS = (timedelta(days=8), timedelta(days=63), timedelta(days=400))


class Mood(NamedTuple):
    """Mood around one meeting, 0 to 10; None where it was not said."""

    at: datetime
    before: int | None
    after: int | None


class Tried(NamedTuple):
    """How many tries a group has had, and when the last of those promised was logged (UTC)."""

    tries: int
    promised: datetime | None


class Trial(NamedTuple):
    """What the meetings of one group have shown so far.

    `fit` maps each quality, in its order, to the answers given, oldest first. `moods` holds the
    meetings where one was said. `contacts` are the people met there. `next` is the group's first
    meeting that ends after now; None for groups that are paused or left. `hindrance`: why that
    cannot be attended (domain/attendance.py), None if it can.
    """

    group: Group
    tries: int
    fit: tuple[tuple[str, tuple[str, ...]], ...]
    moods: tuple[Mood, ...]
    contacts: tuple[Contact, ...]
    next: Span | None
    hindrance: str | None = None


def same_meeting(one: Meeting, other: Meeting) -> bool:
    """Tell whether two logs of one group are of the same meeting."""
    if one.occurrence is not None and other.occurrence is not None:
        return one.occurrence == other.occurrence
    return abs(one.at - other.at) < NEAR


def count_tries(group_id: int, meetings: Iterable[Meeting]) -> int:
    """Return how many tries the group with this id has had."""
    return len(tries_of(group_id, meetings))


def tried_of(group: Group, meetings: Iterable[Meeting]) -> Tried:
    """Return what these meetings, all of the group's or more, are as tries."""
    logged = sorted(each.created for each in tries_of(group.id, meetings))
    promised = group.tries_goal[1]
    return Tried(len(logged), logged[promised - 1] if len(logged) >= promised else None)


def tries_of(group_id: int, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the meetings that are tries of the group with this id, oldest first."""
    tries: list[Meeting] = []
    known: set[datetime] = set()
    for meeting in of_group(group_id, meetings):
        if meeting.door or meeting.occurrence in known:
            continue
        # Years of meetings lie behind; only those within the hour can be the same one.
        near = takewhile(lambda earlier: meeting.at - earlier.at < NEAR, reversed(tries))  # noqa: B023
        if any(same_meeting(meeting, earlier) for earlier in near):
            continue
        tries.append(meeting)
        if meeting.occurrence is not None:
            known.add(meeting.occurrence)
    return tries


def of_group(group_id: int, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the meetings of one group, oldest first."""
    return sorted(
        (meeting for meeting in meetings if meeting.group == group_id),
        key=lambda logged: (logged.at, logged.id),
    )


def logged_already(meeting: Meeting, meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the earlier log of the same meeting of the same group, None if there is none."""
    return next(
        (
            other
            for other in of_group(meeting.group, meetings)
            if other.id != meeting.id and same_meeting(meeting, other)
        ),
        None,
    )


def spans(group: Group, start: datetime, end: datetime) -> list[Span]:
    """Return the group's own meetings that overlap [start, end), sorted, each once (UTC)."""
    return occurrences(together(group.hours), ZoneInfo(group.zone), start, end)


def occurrence_at(group: Group, at: datetime) -> datetime | None:
    """Return the start (UTC) of the group's own meeting that a log at the instant `at` belongs to.

    The one that was running (of several, the one that began last), else the nearest that began
    within the hour or had ended within the hour. None: outside the group's known times.
    """
    moment = at.astimezone(UTC)
    near = spans(group, moment - NEAR, moment + NEAR + timedelta(microseconds=1))

    def away(span: Span) -> tuple[timedelta, float]:
        if span.start <= moment < span.end:
            return timedelta(0), -span.start.timestamp()
        return max(span.start - moment, moment - span.end), 0.0

    return min(near, key=away).start if near else None


def usual_moment(group: Group, now: datetime) -> datetime:
    """Return when a log without a time was: the group's last start within 24 hours, else now."""
    moment = now.astimezone(UTC)
    starts = [
        span.start
        for span in spans(group, moment - LAST_START_WITHIN, moment + timedelta(microseconds=1))
        if moment - LAST_START_WITHIN <= span.start <= moment
    ]
    return max(starts, default=moment)


def next_meeting(group: Group, now: datetime, here: tzinfo | None = None) -> Span | None:
    """Return the group's first meeting that ends after now, None if it has no more.

    `here`, the person's zone, may know of trips: what falls on one that keeps the person from it
    is passed over, unless there is nothing else.
    """
    moment = now.astimezone(UTC)
    first: Span | None = None
    for horizon in HORIZONS:
        found = spans(group, moment, moment + horizon)
        first = first or (found[0] if found else None)
        if found and not isinstance(here, Itinerary):
            return first
        for span in found:
            if here is not None and not is_far(group, span.start, here):
                return span
    return first


def trial_of(
    group: Group, meetings: Iterable[Meeting], contacts: Iterable[Contact], now: datetime
) -> Trial:
    """Gather what the meetings of `group` have shown so far; `now` is in the zone in force."""
    own = of_group(group.id, meetings)
    fit = tuple(
        (quality, tuple(answer for logged in own for name, answer in logged.fit if name == quality))
        for quality in FIT
    )
    moods = tuple(
        Mood(logged.at, logged.mood_before, logged.mood_after)
        for logged in own
        if logged.mood_before is not None or logged.mood_after is not None
    )
    coming = next_meeting(group, now, now.tzinfo) if group.attended else None
    return Trial(
        group=group,
        tries=0 if group.format == CHAT else count_tries(group.id, own),
        fit=fit,
        moods=moods,
        contacts=met_there(group.id, own, contacts),
        next=coming,
        hindrance=hindrance(group, coming.start if coming else now, now.tzinfo or UTC),
    )


def met_there(
    group_id: int, meetings: Iterable[Meeting], contacts: Iterable[Contact]
) -> tuple[Contact, ...]:
    """Return the people met at a group: entered as met there, or named in a log of it."""
    named = {logged.contact for logged in of_group(group_id, meetings)}
    return tuple(
        contact for contact in contacts if contact.met_at == group_id or contact.id in named
    )


def promise(goal: tuple[int, int], between: str = "–") -> str:
    """Say how many tries were promised: "3–5", or "4" where it is exactly four."""
    low, high = goal
    return str(low) if low == high else f"{low}{between}{high}"


def tally(answers: Sequence[str]) -> str:
    """Say how often each answer was given: "4 yes, 1 unsure"; "" where none was."""
    counts = [(answers.count(answer), answer) for answer in ANSWERS if answer in answers]
    return ", ".join(f"{count} {answer}" for count, answer in counts)


def average_mood(moods: Sequence[Mood]) -> tuple[int | None, int | None]:
    """Return the mean mood before and after, rounded half up; None for what was never said."""
    return (
        mean([mood.before for mood in moods if mood.before is not None]),
        mean([mood.after for mood in moods if mood.after is not None]),
    )


def mean(values: Sequence[int]) -> int | None:
    """Return the mean of whole numbers, rounded half up, None of none."""
    return (2 * sum(values) + len(values)) // (2 * len(values)) if values else None
