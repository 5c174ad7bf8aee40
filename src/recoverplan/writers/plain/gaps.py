"""Open hours as plain lines: when, what borders on them, what could be tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.domain.invitations import Invitation, OpenHours, Repeated, said_once
from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day, time_range
from recoverplan.domain.text import clean
from recoverplan.words import invitations as words
from recoverplan.words.plan import NOBODY_YET
from recoverplan.writers.invitations import always_open, days_of, first_of, sentence
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import bordering
from recoverplan.writers.wording import capital


def gaps_lines(
    plan: Plan, found: Sequence[OpenHours], rooms: Sequence[Invitation], viewer: Viewer
) -> Iterator[str]:
    """Yield what is open in the plan's days, each repeated gap once; last the rooms always open."""
    if not found:
        yield words.NONE if plan.occurrences else words.NO_HARD_HOURS
        return
    yield f"{words.TITLE}."
    heard: set[str] = set()
    for each in said_once(found, plan.zone):
        yield from open_lines(each, plan, viewer, heard)
    if rooms:
        yield always_open(rooms)
    yield words.PICK_ONE


def open_lines(each: Repeated, plan: Plan, viewer: Viewer, heard: set[str]) -> Iterator[str]:
    """Yield one gap: its hours and days, what borders on it, the invitations not heard yet."""
    gap, zone = each.first, plan.zone
    yield f"{hours(each, plan, viewer)}: {NOBODY_YET}. {clean(gap.risk.label)}."
    if any(gap.between):
        reason = bordering(
            gap.between, gap.span, zone, line=viewer.line is not None, clock24=viewer.clock24
        )
        yield two_sentences(reason)
    for asked in gap.invitations:
        said = sentence(asked, zone, clock24=viewer.clock24)
        if said not in heard:
            heard.add(said)
            yield two_sentences(said)


def hours(each: Repeated, plan: Plan, viewer: Viewer) -> str:
    """Return "Monday 23 November, Tuesday 24 November and 2 more days, 11 pm to midnight"."""
    start, end = (instant.astimezone(plan.zone) for instant in each.first.span)
    days = first_of([long_day(day) for day in days_of(each, plan)])
    return f"{days}, {time_range(start, end, clock24=viewer.clock24)}"


def two_sentences(said: str) -> str:
    """Return a sentence of two halves as two: a semicolon is not heard."""
    return ". ".join(capital(half) for half in said.split("; "))
