"""Reminders: what to tell, from when on, and for how long it still helps.

All of it is worked out beforehand, so that telling it needs neither the plan nor a zone: quiet
hours are cut out of each reminder, and what is left of it lies within one local day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.span import Span

# What can be asked for, and what each of it is called where it is told. The order is the help's.
KINDS = {
    "check-ins": "check-in",
    "hours": "hours",
    "meetings": "meeting",
    "preparations": "preparation",
    "treatment": "treatment",
    "log": "log",
}
RENEWAL = "renewal"  # comes by itself, shortly before the reminders end
NEUTRAL, FULL = WORDS = ("neutral", "full")
LONGEST_BEFORE = 12 * 60  # minutes
MOST_A_DAY = 50


class Reminder(NamedTuple):
    """One thing to be reminded of (instants in UTC): told once, from `due` on, before `until`.

    `start` is that of the thing itself. `keys` tell it from others, and whether it was told: by
    its kind and start, never by when, how or about whom it is told, so that a plan that changes
    tells nothing twice. A call that serves several hours has a key for each of them.
    """

    due: datetime
    until: datetime
    kind: str
    start: datetime
    words: str
    keys: tuple[str, ...]


class Piece(NamedTuple):
    """A stretch of one local day, outside the quiet hours, in which a reminder may be told."""

    due: datetime
    until: datetime
    day: date
    reminder: Reminder


def key(kind: str, start: datetime, which: int = 0) -> str:
    """Return the key of a thing: "c1795480200.3"; `which` where kind and start alone won't do.

    A kind is its first letter, since its name could tell what the reminder is for.
    """
    return f"{kind[0]}{int(start.timestamp())}" + (f".{which}" if which else "")


def loud(frame: Span, quiet: Sequence[int], zone: ZoneInfo) -> list[tuple[Span, date]]:
    """Return what of the frame is outside the quiet hours, cut at midnights, with its local day.

    `quiet` holds a start and an end in minutes after midnight, by the clock on the wall: an hour
    that comes twice is quiet both times. Without them nothing is.
    """
    from recoverplan.domain.emergency import offsets

    edges = {frame.start, frame.end, *(offset.since for offset in offsets(zone, *frame))}
    day = frame.start.astimezone(zone).date()
    while day <= frame.end.astimezone(zone).date():
        for minute in (0, *quiet):
            wall = datetime.combine(day, time(*divmod(minute % 1440, 60)), zone)
            edges |= {wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
        day += timedelta(days=1)
    found: list[tuple[Span, date]] = []
    for start, end in pairwise(sorted(edge for edge in edges if frame.start <= edge <= frame.end)):
        local = start.astimezone(zone)
        if is_quiet(local.hour * 60 + local.minute, quiet):
            continue
        same_day = found and found[-1][0].end == start and found[-1][1] == local.date()
        found.append((Span(found.pop()[0].start if same_day else start, end), local.date()))
    return found


def are_quiet_hours(quiet: Sequence[int]) -> bool:
    """Tell whether these are quiet hours: none, or a start and another end."""
    if not quiet:
        return True
    return len(quiet) == 2 and quiet[0] != quiet[1] and all(0 <= each < 1440 for each in quiet)


def is_quiet(minute: int, quiet: Sequence[int]) -> bool:
    """Tell whether a minute of the day lies in the quiet hours; these may go across midnight."""
    if not quiet:
        return False
    start, end = quiet
    return start <= minute < end if start < end else minute >= start or minute < end


def pieces(reminders: Iterable[Reminder], loud_hours: Sequence[tuple[Span, date]]) -> list[Piece]:
    """Return when each reminder may be told, in the order in which they are due."""
    ends = [span.end for span, _ in loud_hours]
    found = []
    for reminder in reminders:
        place = bisect_right(ends, reminder.due)
        while place < len(ends) and (span := loud_hours[place][0]).start < reminder.until:
            due, until = max(reminder.due, span.start), min(reminder.until, span.end)
            if due < until:
                found.append(Piece(due, until, loud_hours[place][1], reminder))
            place += 1
    return sorted(found, key=lambda piece: (piece.due, piece.reminder.start, piece.reminder.keys))
