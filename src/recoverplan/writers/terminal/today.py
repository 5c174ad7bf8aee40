"""Today on a terminal: at most twelve lines, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day
from recoverplan.domain.text import cells, clean
from recoverplan.writers import wording
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.front import Front
from recoverplan.writers.terminal.plan import WIDE, command_rows, measured
from recoverplan.writers.terminal.style import Row, rows_of, screen, trimmed
from recoverplan.writers.viewer import Viewer

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen


def today_screen(plan: Plan, viewer: Viewer, front: Front, width: int) -> Screen:
    """Return today's screen."""
    rows = today_rows(plan, viewer, front, measured(width))
    return screen([trimmed(row) for row in rows])


def today_rows(plan: Plan, viewer: Viewer, front: Front, width: int) -> list[Row]:
    """Return today's lines."""
    day = long_day(plan.now.astimezone(plan.zone).date())
    title = f"{day}, {clean(viewer.name)}" if viewer.name else day
    rows: list[Row] = rows_of(wrap(title, width), "title")
    for note in wording.zone_notes(plan, viewer):
        rows += rows_of(wrap(note, width), "quiet")
    blocks = [entry_rows(front, width), [row for note in front.notes for row in notes(note, width)]]
    blocks.append(rows_of(wrap(front.why, width)) if front.why else [])
    for block in blocks:
        rows += [[], *block] if block else []
    return [*rows, [], *command_rows(list(front.pairs), width)]


def notes(said: str, width: int) -> list[Row]:
    """Return a sentence in lines."""
    return rows_of(wrap(said, width))


def entry_rows(front: Front, width: int) -> list[Row]:
    """Return today's entries: a time, and what there is then beside it."""
    column = max((cells(time) for time, _ in front.entries), default=0)
    indent = 2 if width >= WIDE else 0
    rows: list[Row] = []
    for time, said in front.entries:
        lines = wrap(said, width - indent - column - 2)
        for place, line in enumerate(lines):
            shown = pad("" if place else time, column)
            rows.append([" " * indent, (shown, "time"), "  ", line])
    return rows
