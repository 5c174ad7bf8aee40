"""Today on a terminal: a few lines, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.domain.group import Group
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.saying import long_day
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.writers import times, wording
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.terminal.plan import WIDE, command_rows, measured
from recoverplan.writers.terminal.plan_narrow import in_lines, label_and_level
from recoverplan.writers.terminal.style import Row, rows_of, screen, trimmed
from recoverplan.writers.viewer import Viewer

if TYPE_CHECKING:
    from rich.console import Group as Rows


def today_screen(plan: Plan, viewer: Viewer, group: Group | None, width: int) -> Rows:
    """Return today's screen; `group` is one whose meeting may be logged."""
    rows = today_rows(plan, viewer, group, measured(width))
    return screen([trimmed(row) for row in rows])


def today_rows(plan: Plan, viewer: Viewer, group: Group | None, width: int) -> list[Row]:
    """Return today's lines."""
    day = long_day(plan.now.astimezone(plan.zone).date())
    title = f"{day}, {clean(viewer.name)}" if viewer.name else day
    rows: list[Row] = rows_of(wrap(title, width), "title")
    for note in wording.zone_notes(plan, viewer):
        rows += rows_of(wrap(note, width), "quiet")
    facts = [(times.heading(each, plan, clock24=viewer.clock24), each) for each in plan.occurrences]
    following = wording.first_meeting(plan)
    labels = [label for label, _ in facts] + ([words.NEXT_MEETING] if following else [])
    column = max(map(cells, labels), default=0) + 3 if width >= WIDE else width
    if not facts:
        rows += [[], *rows_of(wrap(wording.quiet_or_empty(plan, viewer), width))]
    for label, planned in facts:
        said = [label_and_level(planned), *window_words(planned, plan, viewer, width)]
        rows += [[], *beside(label, said, column, width)]
    if following is not None:
        said = [wording.meeting_soon(following, plan, clock24=viewer.clock24)]
        rows += [[], *beside(words.NEXT_MEETING, said, column, width)]
    return [*rows, [], *command_rows(wording.today_next(viewer, group), width)]


def window_words(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[str]:
    """Return who to check in with and how, which meeting, what is open."""
    parts = []
    if planned.check_in is not None or not planned.risk.no_check_in:
        asked = " ".join(wording.check_in(planned, plan, viewer)).strip()
        if planned.check_in is not None and not plan.same_call(planned):
            asked += f", {wording.where_reached(planned.check_in.contact, viewer.prefer)}"
        parts.append(asked)
    parts += wording.meetings_short(planned, plan, clock24=viewer.clock24)
    if planned.gaps:
        parts.append(times.open_words(planned, plan.zone, clock24=viewer.clock24))
    return in_lines(parts, width)


def beside(label: str, said: list[str], column: int, width: int) -> list[Row]:
    """Return texts beside their label, or below it where the screen is narrow."""
    if column >= width:
        lines = [line for text in said for line in wrap(text, width)]
        return rows_of(wrap(label, width), "heading") + rows_of(lines)
    lines = [line for text in said for line in wrap(text, width - column)]
    return [
        [(pad(label if not place else "", column), "heading"), line]
        for place, line in enumerate(lines)
    ]
