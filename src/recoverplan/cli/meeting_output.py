"""How meetings leave the program: lists, one alone, the year, and what follows a log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from recoverplan.cli.output import emit, wants_plain
from recoverplan.cli.session import Session
from recoverplan.domain.meeting import Meeting
from recoverplan.services.attending import Attended
from recoverplan.writers.plain import meeting as plain
from recoverplan.writers.plain.trial import moment_said

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen


def when_of(at: datetime, session: Session, *, rough: bool = False) -> str:
    """Say when a meeting was, in the person's zone and clock style."""
    today, clock24 = session.now.date(), session.clock24
    return moment_said(at, rough, session.zone, today, clock24=clock24)


def day_of(meeting: Meeting, session: Session) -> date:
    """Return the day of a meeting in the person's zone."""
    return meeting.at.astimezone(session.zone).date()


def record(meeting: Meeting, known: Attended, session: Session) -> dict[str, object]:
    """Return the JSON record of a meeting."""
    from recoverplan.writers.records.noun import meeting_record

    return meeting_record(meeting, known.group_names(), known.contact_names(), session.zone)


def emit_list(
    meetings: Sequence[Meeting], known: Attended, session: Session, *, json: bool
) -> None:
    """Print meetings, oldest first."""
    groups, today, clock24 = known.group_names(), session.now.date(), session.clock24

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import list_screen

        return list_screen(meetings, groups, session.zone, today, width, clock24=clock24)

    def document() -> dict[str, object]:
        records = [record(meeting, known, session) for meeting in meetings]
        return {"schema": "recoverplan/meetings/1", "meetings": records}

    emit(
        plain=lambda: plain.list_lines(meetings, groups, session.zone, today, clock24=clock24),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_calendar(meetings: Sequence[Meeting], year: int, session: Session) -> None:
    """Print the days of a year on which meetings were attended."""
    days = Counter(day_of(meeting, session) for meeting in meetings if not meeting.door)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import calendar_screen

        return calendar_screen(days, year, width)

    emit(plain=lambda: plain.calendar(days, year), plainly=session.plain, screen=screen)


def emit_one(meeting: Meeting, known: Attended, session: Session, *, json: bool) -> None:
    """Print one meeting in full."""
    names = known.group_names(), known.contact_names()
    when = when_of(meeting.at, session, rough=meeting.rough)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import show_screen

        return show_screen(meeting, *names, when, width)

    def document() -> dict[str, object]:
        return {"schema": "recoverplan/meeting/1", "meeting": record(meeting, known, session)}

    emit(
        plain=lambda: plain.shown(meeting, *names, when),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_logged(meeting: Meeting, known: Attended, session: Session, *, changed: bool) -> None:
    """Print what was logged, how far the trial has come, and what follows."""
    trial = known.trial(meeting.group, session.now)
    between = " to " if wants_plain(session.plain) else "–"
    when = when_of(meeting.at, session, rough=meeting.rough)
    first = plain.logged_line(trial, meeting, when, between, changed=changed)
    zone, now, clock24 = session.zone, session.now, session.clock24

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import after_log_screen

        return after_log_screen(first, trial, meeting, zone, now, width, clock24=clock24)

    emit(
        plain=lambda: [first, *plain.after_log(trial, meeting, zone, now, clock24=clock24)],
        plainly=session.plain,
        screen=screen,
    )
