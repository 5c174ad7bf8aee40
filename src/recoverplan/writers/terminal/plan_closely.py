"""One risk window in full with its reasons, and open hours, each as a screen."""

from __future__ import annotations

from collections.abc import Sequence

from recoverplan.domain.invitations import Invitation, OpenHours, Repeated, said_once
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import time_range
from recoverplan.domain.text import cells, clean
from recoverplan.domain.why import Why
from recoverplan.value import replace
from recoverplan.words import invitations as words
from recoverplan.words.plan import ASKED_WHY, NOT_SOON
from recoverplan.writers.columns import wrap
from recoverplan.writers.invitations import always_open, days_of, first_of, not_heard
from recoverplan.writers.terminal import plan_narrow, plan_wide
from recoverplan.writers.terminal.plan import MEASURE, WIDE, titled, unasked_rows
from recoverplan.writers.terminal.style import Row, Screen, rows_of, side_by_side
from recoverplan.writers.times import day_of, day_range, on_the_wall
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import bordering, next_hours, reasons
from recoverplan.writers.wording import hours_not_asked


def one_risk_screen(
    plan: Plan,
    risk: RiskWindow,
    whys: Sequence[Why],
    viewer: Viewer,
    lead_minutes: int,
    width: int,
) -> Screen:
    """Return the window's occurrences for a terminal of `width` columns."""
    width = min(width, MEASURE)
    rows = titled(clean(risk.label), day_range(plan), width)
    rows += unasked_rows(plan, viewer, width)
    form = plan_wide if width >= WIDE else plan_narrow
    for place, (planned, why) in enumerate(zip(plan.occurrences, whys, strict=True)):
        said = reasons(
            why,
            plan.as_it_stands(planned),
            plan.zone,
            lead_minutes=lead_minutes,
            clock24=viewer.clock24,
        )
        shown, seen_by = planned, viewer
        if place:
            shown, seen_by = said_before(planned), viewer._replace(line=None, signs=())
        rows += [[], *form.head_rows(shown, plan, seen_by, width), *why_rows(said, width)]
    not_asked = hours_not_asked(plan, viewer)
    rows += rows_of(line for said in not_asked for line in wrap(said, width))
    if not plan.occurrences:
        said = [next_hours(plan, clock24=viewer.clock24) or NOT_SOON]
        rows += [[], *rows_of(wrap(said[0], width))]
    return Screen(rows)


def said_before(planned: Planned) -> Planned:
    """Return hours without what the first ones said of all: why they are hard, what helps."""
    return planned._replace(risk=replace(planned.risk, triggers=(), if_thens=(), steps=()))


def why_rows(said: Sequence[str], width: int) -> list[Row]:
    """Return reasons, quietly, below what they explain; wide, beside their label."""
    if width < WIDE:
        return rows_of(wrap(" ".join(said), width), "quiet")
    room = width - plan_wide.LABEL - 4
    columns = [(ASKED_WHY, plan_wide.LABEL, "quiet"), (" ".join(said), room, "quiet")]
    return side_by_side(columns, "  ")


BULLET = "· "


def gaps_screen(
    plan: Plan,
    found: Sequence[OpenHours],
    rooms: Sequence[Invitation],
    viewer: Viewer,
    width: int,
) -> Screen:
    """Return the open hours for a terminal of `width` columns."""
    width = min(width, MEASURE)
    rows = titled(words.TITLE, day_range(plan), width)
    if not found:
        said = words.NONE if plan.occurrences else words.NO_HARD_HOURS
        said = " ".join([said, *hours_not_asked(plan, viewer)])
        return Screen([*rows, [], *rows_of(wrap(said, width))])
    heard: set[str] = set()
    for each in said_once(found, plan.zone):
        rows += [[], *open_rows(each, plan, viewer, width, heard)]
    if rooms:
        rows += [[], *rows_of(wrap(always_open(rooms), width))]
    last = [*hours_not_asked(plan, viewer), words.PICK_ONE]
    return Screen([*rows, [], *rows_of(line for said in last for line in wrap(said, width))])


def open_rows(each: Repeated, plan: Plan, viewer: Viewer, width: int, heard: set[str]) -> list[Row]:
    """Return one gap: when and whose, on which days, what borders on it, what could be tried."""
    gap, zone = each.first, plan.zone
    start, end = on_the_wall(gap.span, zone)
    hours = time_range(start, end, clock24=viewer.clock24).upper()
    days = first_of([day_of(day, plan) for day in days_of(each, plan)])
    room = width - cells(hours) - 2
    rows = side_by_side([(hours, cells(hours), "heading"), (clean(gap.risk.label), room, "name")])
    rows += rows_of(wrap(days, width), "open")
    if any(gap.between):
        standby, _ = viewer.standby(gap.span.start)
        reason = bordering(
            gap.between, gap.span, zone, line=standby is not None, clock24=viewer.clock24
        )
        rows += rows_of(wrap(reason, width))
    for said in not_heard(gap, zone, heard, clock24=viewer.clock24):
        first, *more = wrap(said, width - cells(BULLET))
        rows += [[BULLET, first], *rows_of("  " + line for line in more)]
    return rows
