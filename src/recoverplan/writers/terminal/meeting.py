"""Meetings on a terminal: the list, one in full, the year's calendar, what follows a log."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.meeting import Meeting
from recoverplan.domain.saying import MONTHS, relative_day, time_of_day
from recoverplan.domain.text import clean
from recoverplan.domain.trial import Trial
from recoverplan.words import trial as words
from recoverplan.words.questions import ABOUT_THEN as ABOUT
from recoverplan.writers.columns import wrap
from recoverplan.writers.plain.meeting import (
    details,
    how_to_decide,
    time_to_decide,
    what_counts,
    what_happened,
)
from recoverplan.writers.terminal.rows import fact_rows
from recoverplan.writers.terminal.style import (
    BETWEEN,
    Row,
    Screen,
    in_columns,
    rows_of,
    side_by_side,
)
from recoverplan.writers.terminal.trial import facts, heading, next_and_where, titled

NARROW = 60
TITLE = "Meetings"


def list_screen(
    meetings: Sequence[Meeting],
    groups: Mapping[int, str],
    zone: ZoneInfo,
    today: date,
    width: int,
    *,
    clock24: bool,
) -> Screen:
    """Show meetings, oldest first: number, when, group, what happened."""
    if not meetings:
        return Screen(rows_of(wrap(words.NO_MEETINGS_YET, width)))
    number = len(str(max(meeting.id for meeting in meetings)))
    table = []
    for meeting in meetings:
        local = meeting.at.astimezone(zone)
        at = f"{ABOUT * meeting.rough}{time_of_day(local, clock24=clock24, dated=True)}"
        when = f"{relative_day(local.date(), today)}, {at}"
        table.append(
            [
                (str(meeting.id).rjust(number), ""),
                (when, ""),
                (clean(groups.get(meeting.group, "")), ""),
                (" · ".join(what_happened(meeting)), "quiet"),
            ]
        )
    if width >= NARROW:
        return Screen([heading(TITLE), *in_columns(table, width)])
    rest = width - number - len(BETWEEN)
    rows = [heading(TITLE)]
    for (first, _), *others in table:
        for place, (text, style) in enumerate(others):
            beside = first if place == 0 else " " * number
            rows += side_by_side(((beside, number, ""), (text, rest, style))) if text else []
    return Screen(rows)


def show_screen(
    meeting: Meeting,
    groups: Mapping[int, str],
    contacts: Mapping[int, str],
    when: str,
    width: int,
) -> Screen:
    """Show one meeting in full; `when` is its time in the person's style."""
    head = titled(groups.get(meeting.group, ""), when, width)
    return Screen([*head, *fact_rows(details(meeting, contacts), width)])


def calendar_screen(attended: Mapping[date, int], year: int, width: int) -> Screen:
    """Show the days of a year on which meetings were attended, a month a line."""
    rows = [heading(str(year))]
    for number, month in enumerate(MONTHS, start=1):
        days = range(1, monthrange(year, number)[1] + 1)
        marks = "".join(mark(attended.get(date(year, number, day), 0)) for day in days)
        rows += rows_of(wrap(f"{month[:3]} {marks}", width))
    return Screen(rows)


def mark(count: int) -> str:
    """Return a day's mark: a dot, a circle for a meeting, a number for several."""
    return ("·", "●")[count] if count < 2 else str(min(count, 9))


def after_log_screen(
    first: str,
    trial: Trial,
    meeting: Meeting,
    zone: ZoneInfo,
    now: datetime,
    width: int,
    *,
    clock24: bool,
) -> Screen:
    """Show what follows a log; `first` is the line that says what was logged."""

    def said(text: str, style: str = "") -> list[Row]:
        return rows_of(wrap(text, width), style)

    rows = said(first, "title")
    rows += [row for line in what_counts(trial, meeting) for row in said(line)]
    if following := next_and_where(trial, zone, now, clock24=clock24):
        rows += said(f"Next: {following}")
    if time_to_decide(trial, meeting):
        rows += [[], *facts(trial, zone, now.date(), width), []]
        rows += [row for line in how_to_decide(trial) for row in said(line)]
    return Screen(rows)
