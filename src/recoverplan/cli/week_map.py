"""`recoverplan risk map`: the week as a grid of hours."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from recoverplan.cli.output import emit
from recoverplan.cli.session import Session
from recoverplan.domain.weekmap import HOUR, WeekMap, week_map
from recoverplan.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

PAPER = 80  # columns of an empty map that goes to a printer or a file


def show(session: Session, *, blank: bool, as_json: bool) -> None:
    """Print the map of the week that today is in; `blank`: an empty one to fill in by hand."""
    if blank and as_json:
        raise UsageError("An empty map is for paper: say either --blank or --json.")
    if blank:
        show_blank(session)
        return
    from recoverplan.cli.plan_reading import facts_of
    from recoverplan.writers.grid import look
    from recoverplan.writers.plain.weekmap import map_lines
    from recoverplan.writers.records.weekmap import map_record

    known = facts_of(session)
    today = session.now.date()

    def made(cell_minutes: int) -> WeekMap:
        return week_map(known, today - timedelta(days=today.weekday()), cell_minutes)

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.weekmap import map_screen

        return map_screen(made(look(width).cell_minutes), width, clock24=session.clock24)

    emit(
        plain=lambda: map_lines(made(HOUR), clock24=session.clock24),
        plainly=session.plain,
        screen=screen,
        document=(lambda: map_record(made(HOUR))) if as_json else None,
    )


def show_blank(session: Session) -> None:
    """Print an empty map; it is a form, so the grid stays where the output is no terminal."""
    from recoverplan.writers.terminal.weekmap import blank_lines, blank_screen

    emit(
        plain=lambda: blank_lines(PAPER, clock24=session.clock24),
        plainly=session.plain,
        screen=lambda width: blank_screen(width, clock24=session.clock24),
    )
