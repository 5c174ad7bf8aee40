"""Meetings on a terminal: the list, one in full, the year's calendar, what follows a log."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from recoverplan.domain.meeting import Meeting
from recoverplan.domain.saying import MONTHS, relative_day, time_of_day
from recoverplan.domain.text import clean
from recoverplan.domain.trial import Trial
from recoverplan.words import trial as words
from recoverplan.words.questions import ABOUT_THEN as ABOUT
from recoverplan.writers.plain.meeting import details, how_to_decide, time_to_decide, what_happened
from recoverplan.writers.terminal.trial import facts, next_and_where

NARROW = 60


def list_screen(
    meetings: Sequence[Meeting],
    groups: Mapping[int, str],
    zone: ZoneInfo,
    today: date,
    width: int,
    *,
    clock24: bool,
) -> RenderableType:
    """Show meetings, oldest first: number, when, group, what happened."""
    if not meetings:
        return Text(words.NO_MEETINGS_YET)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    for meeting in meetings:
        local = meeting.at.astimezone(zone)
        at = f"{ABOUT * meeting.rough}{time_of_day(local, clock24=clock24, dated=True)}"
        when = f"{relative_day(local.date(), today)}, {at}"
        name = Text(clean(groups.get(meeting.group, "")))
        happened = Text(" · ".join(what_happened(meeting)), style="dim")
        cells = [Text(when), name, *([happened] if happened else [])]
        if width < NARROW:
            table.add_row(str(meeting.id), Group(*cells))
        else:
            table.add_row(str(meeting.id), *cells)
    return Group(Text("MEETINGS", style="bold"), table)


def show_screen(
    meeting: Meeting,
    groups: Mapping[int, str],
    contacts: Mapping[int, str],
    when: str,
) -> RenderableType:
    """Show one meeting in full; `when` is its time in the person's style."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in details(meeting, contacts):
        table.add_row(Text(f"  {label}", style="dim"), Text(clean(value)))
    name = clean(groups.get(meeting.group, ""))
    return Group(Text.assemble((name, "bold"), f"   {when}"), table)


def calendar_screen(attended: Mapping[date, int], year: int) -> RenderableType:
    """Show the days of a year on which meetings were attended, a month a line."""
    lines = [Text(str(year), style="bold")]
    for number, month in enumerate(MONTHS, start=1):
        days = range(1, monthrange(year, number)[1] + 1)
        marks = "".join(mark(attended.get(date(year, number, day), 0)) for day in days)
        lines.append(Text(f"{month[:3]} {marks}"))
    return Group(*lines)


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
) -> RenderableType:
    """Show what follows a log; `first` is the line that says what was logged."""
    lines = [Text(first, style="bold")]
    if meeting.door:
        lines.append(Text(words.AT_THE_DOOR))
    elif meeting.said == "listened" and not (meeting.unsafe or trial.group.unsafe):
        lines.append(Text(words.LISTENING))
    if said := next_and_where(trial, zone, now, clock24=clock24):
        lines.append(Text(f"Next: {said}"))
    if time_to_decide(trial, meeting):
        lines += [Text(""), *facts(trial, zone, now.date(), width), Text("")]
        lines += [Text(line) for line in how_to_decide(trial)]
    return Group(*lines)
