"""One risk window's occurrences as a screen, in full, with why this person at this time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.text import cells, clean
from recoverplan.domain.why import Why
from recoverplan.value import replace
from recoverplan.words.plan import ASKED_WHY, NOT_SOON
from recoverplan.writers.columns import fit, pad, wrap
from recoverplan.writers.terminal import plan_narrow, plan_wide
from recoverplan.writers.terminal.plan import MEASURE, WIDE, unasked_rows
from recoverplan.writers.terminal.style import Row, rows_of, screen, trimmed
from recoverplan.writers.times import day_range
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import next_hours, reasons

if TYPE_CHECKING:
    from rich.console import Group


def one_risk_screen(
    plan: Plan,
    risk: RiskWindow,
    whys: Sequence[Why],
    viewer: Viewer,
    lead_minutes: int,
    width: int,
) -> Group:
    """Return the window's occurrences for a terminal of `width` columns."""
    width = min(width, MEASURE)
    dates, label = day_range(plan), clean(risk.label)
    room = width - cells(dates) - 2
    rows: list[Row] = [[(fit(label, width), "title")], [dates]]
    if width >= WIDE:
        rows = [[(pad(fit(label, room), room + 2), "title"), dates]]
    rows += unasked_rows(plan, viewer, width)
    form = plan_wide if width >= WIDE else plan_narrow
    for place, (planned, why) in enumerate(zip(plan.occurrences, whys, strict=True)):
        said = reasons(why, planned, plan.zone, lead_minutes=lead_minutes, clock24=viewer.clock24)
        shown, seen_by = planned, viewer
        if place:
            shown, seen_by = said_before(planned), viewer._replace(line=None, signs=())
        rows += [[], *form.head_rows(shown, plan, seen_by, width), *why_rows(said, width)]
    if not plan.occurrences:
        said = [next_hours(plan, clock24=viewer.clock24) or NOT_SOON]
        rows += [[], *rows_of(wrap(said[0], width))]
    return screen([trimmed(row) for row in rows])


def said_before(planned: Planned) -> Planned:
    """Return hours without what the first ones said of all: why they are hard, what helps."""
    return planned._replace(risk=replace(planned.risk, triggers=(), if_thens=(), steps=()))


def why_rows(said: Sequence[str], width: int) -> list[Row]:
    """Return reasons, quietly, below what they explain; wide, beside their label."""
    if width < WIDE:
        return rows_of(wrap(" ".join(said), width), "quiet")
    label = pad("  " + ASKED_WHY, plan_wide.LABEL + 4)
    first, *more = wrap(" ".join(said), width - cells(label))
    return rows_of([label + first, *(" " * cells(label) + line for line in more)], "quiet")
