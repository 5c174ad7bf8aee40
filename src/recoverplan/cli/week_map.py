"""`recoverplan risk map`: the week as a grid of hours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from recoverplan.cli.output import emit
from recoverplan.cli.session import Session
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.weekmap import HOUR, WeekMap, week_map
from recoverplan.errors import UsageError
from recoverplan.words import usage as words

if TYPE_CHECKING:
    from recoverplan.cli.risk import Sheet
    from recoverplan.writers.terminal.style import Screen

PAPER = 80  # columns of an empty map that goes to a printer or a file


def show(session: Session, sheet: Sheet, *, blank: bool, as_json: bool) -> None:
    """Show the map of the week that today is in; `blank`: an empty one to fill in by hand."""
    if as_json and (blank or sheet.pdf):
        message = words.AN_EMPTY_MAP_AND_A_SHEET
        raise UsageError(message, words.LEAVE_JSON_OUT)
    if sheet.pdf:
        write_sheet(session, sheet, blank=blank)
    elif sheet.paper or sheet.force:
        message = words.PAPER_AND_FORCE_ARE_FOR_THE_SHEET
        raise UsageError(message, words.FOR_INSTANCE_RECOVERPLAN_RISK)
    elif blank:
        show_blank(session)
    else:
        show_map(session, as_json=as_json)


def write_sheet(session: Session, sheet: Sheet, *, blank: bool) -> None:
    """Write the map as a PDF and print its path."""
    from recoverplan.cli.file_out import paper_size, refuse_places, write_made
    from recoverplan.cli.plan_reading import facts_of
    from recoverplan.writers.paper.weekmap import blank_pdf, map_pdf

    paper = paper_size(sheet.paper, session)
    refuse_places([(sheet.pdf, "map.pdf")], force=sheet.force)
    if blank:
        made = blank_pdf(paper, clock24=session.clock24, first_day=session.first_day)
    else:
        week = week_map(facts_of(session), shown_from(session))
        made = map_pdf(week, paper, clock24=session.clock24)
    write_made(sheet.pdf, made.content, force=sheet.force, example="map.pdf")


def show_map(session: Session, *, as_json: bool) -> None:
    """Print the map of the week that today is in."""
    from recoverplan.cli.plan_reading import facts_of
    from recoverplan.writers.records.plan import map_record
    from recoverplan.writers.weekmap import look, map_lines

    known = facts_of(session)
    monday = monday_before(session.now.date())

    def made(cell_minutes: int) -> WeekMap:
        return week_map(known, shown_from(session), cell_minutes)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.weekmap import map_screen

        return map_screen(made(look(width).cell_minutes), width, clock24=session.clock24)

    emit(
        plain=lambda: map_lines(made(HOUR), clock24=session.clock24),
        plainly=session.plain,
        screen=screen,
        document=(lambda: map_record(week_map(known, monday))) if as_json else None,
    )


def shown_from(session: Session) -> date:
    """Return the first day of the week that today is in, as weeks are shown."""
    today = session.now.date()
    return today - timedelta(days=(today.weekday() - session.first_day) % 7)


def show_blank(session: Session) -> None:
    """Print an empty map; it is a form, so the grid stays where the output is no terminal."""
    from recoverplan.writers.terminal.weekmap import blank_lines, blank_screen

    emit(
        plain=lambda: blank_lines(PAPER, clock24=session.clock24, first_day=session.first_day),
        plainly=session.plain,
        screen=lambda width: blank_screen(
            width, clock24=session.clock24, first_day=session.first_day
        ),
    )
