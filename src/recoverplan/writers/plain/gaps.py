"""Open hours as plain lines: when, what borders on them, what could be tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from recoverplan.domain.invitations import OpenHours, Repeated, said_once
from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day, time_range
from recoverplan.domain.text import clean
from recoverplan.words import invitations as words
from recoverplan.words.plan import NOBODY_YET
from recoverplan.writers.invitations import sentence
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import bordering


def gaps_lines(plan: Plan, found: Sequence[OpenHours], viewer: Viewer) -> Iterator[str]:
    """Yield what is open in the plan's days, each repeated gap once."""
    if not found:
        yield words.NONE if plan.occurrences else words.NO_HARD_HOURS
        return
    yield f"{words.TITLE}."
    heard: set[str] = set()
    for each in said_once(found, plan.zone):
        yield from open_lines(each, plan, viewer, heard)
    yield words.PICK_ONE


def open_lines(each: Repeated, plan: Plan, viewer: Viewer, heard: set[str]) -> Iterator[str]:
    """Yield one gap: its hours and days, what borders on it, the invitations not heard yet."""
    gap, zone = each.first, plan.zone
    yield f"{hours(each, plan, viewer)}: {NOBODY_YET}. {clean(gap.risk.label)}."
    if any(gap.between):
        reason = bordering(
            gap.between, gap.span, zone, line=viewer.line is not None, clock24=viewer.clock24
        )
        yield reason.replace(";", ",")
    for asked in gap.invitations:
        said = sentence(asked, zone, clock24=viewer.clock24)
        if said not in heard:
            heard.add(said)
            yield said.replace(";", ",")


def hours(each: Repeated, plan: Plan, viewer: Viewer) -> str:
    """Return "Monday 23 November and 3 more days, 11 pm to midnight"."""
    start, end = (instant.astimezone(plan.zone) for instant in each.first.span)
    days = [span.start.astimezone(plan.zone) for span in each.spans]
    return f"{days_heard(days)}, {time_range(start, end, clock24=viewer.clock24)}"


def days_heard(days: Sequence[datetime]) -> str:
    """Return days in full, the first three of them."""
    said = [long_day(day.date()) for day in days]
    if len(said) > 4:
        said = [*said[:3], f"{len(said) - 3} more days"]
    *most, last = said
    return f"{', '.join(most)} and {last}" if most else last
