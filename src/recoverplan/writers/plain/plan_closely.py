"""One risk window in full with its reasons, and open hours, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.domain.invitations import Invitation, OpenHours, Repeated, said_once
from recoverplan.domain.plan import Plan
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import long_day, time_range
from recoverplan.domain.text import clean
from recoverplan.domain.why import Why
from recoverplan.words import invitations as words
from recoverplan.words.plan import NOBODY_YET, NOT_SOON
from recoverplan.writers.invitations import always_open, days_of, first_of, not_heard
from recoverplan.writers.plain.plan import Heard, days_heard, open_days, what_to_do, window_lines
from recoverplan.writers.times import on_the_wall
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import bordering, next_hours, reasons, unasked_words
from recoverplan.writers.wording import capital, hours_not_asked


def one_risk_lines(
    plan: Plan, risk: RiskWindow, whys: Sequence[Why], viewer: Viewer, lead_minutes: int
) -> Iterator[str]:
    """Yield the window's occurrences in the plan; `whys` has one for each of them."""
    yield f"{clean(risk.label)}: {days_heard(plan)}."
    if viewer.unasked is not None:
        yield unasked_words(viewer.unasked, plan, full=True)
    heard = Heard(set(), open_days(plan, viewer), {}, {})
    for planned, why in zip(plan.occurrences, whys, strict=True):
        yield from window_lines(planned, plan, viewer, heard)
        yield from reasons(
            why,
            plan.as_it_stands(planned),
            plan.zone,
            lead_minutes=lead_minutes,
            clock24=viewer.clock24,
        )
    for planned in plan.occurrences[:1]:
        yield from what_to_do(planned)
    yield from hours_not_asked(plan, viewer)
    if not plan.occurrences:
        yield next_hours(plan, clock24=viewer.clock24) or NOT_SOON


def gaps_lines(
    plan: Plan, found: Sequence[OpenHours], rooms: Sequence[Invitation], viewer: Viewer
) -> Iterator[str]:
    """Yield what is open in the plan's days, each repeated gap once; last the rooms always open."""
    if not found:
        yield words.NONE if plan.occurrences else words.NO_HARD_HOURS
        yield from hours_not_asked(plan, viewer)
        return
    yield f"{words.TITLE}."
    heard: set[str] = set()
    for each in said_once(found, plan.zone):
        yield from open_lines(each, plan, viewer, heard)
    if rooms:
        yield always_open(rooms)
    yield from hours_not_asked(plan, viewer)
    yield words.PICK_ONE


def open_lines(each: Repeated, plan: Plan, viewer: Viewer, heard: set[str]) -> Iterator[str]:
    """Yield one gap: its hours and days, what borders on it, the invitations not heard yet."""
    gap, zone = each.first, plan.zone
    yield f"{hours(each, plan, viewer)}: {NOBODY_YET}. {clean(gap.risk.label)}."
    if any(gap.between):
        standby, _ = viewer.standby(gap.span.start)
        reason = bordering(
            gap.between, gap.span, zone, line=standby is not None, clock24=viewer.clock24
        )
        yield two_sentences(reason)
    said = not_heard(gap, zone, heard, clock24=viewer.clock24)
    yield from map(two_sentences, said)


def hours(each: Repeated, plan: Plan, viewer: Viewer) -> str:
    """Return "Monday 23 November, Tuesday 24 November and 2 more days, 11 pm to midnight"."""
    start, end = on_the_wall(each.first.span, plan.zone)
    days = first_of([long_day(day) for day in days_of(each, plan)])
    return f"{days}, {time_range(start, end, clock24=viewer.clock24)}"


def two_sentences(said: str) -> str:
    """Return a sentence of two halves as two: a semicolon is not heard."""
    return ". ".join(capital(half) for half in said.split("; "))
