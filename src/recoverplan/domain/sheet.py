"""What stands on a page or a sheet of the plan: it stays as it is, so no word hangs on the hour.

A screen is looked at when it is made; a sheet lies on the table all week. So its days have names
instead of "today" and "tonight", and whoever may be reached is on it with a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from recoverplan.domain.card import CardLine, card_line, lines_for
from recoverplan.domain.contact import Contact, listed
from recoverplan.domain.invitations import (
    NOTHING_LISTED,
    Invitation,
    Repeated,
    open_hours,
    said_once,
)
from recoverplan.domain.outlook import days_of, first_and_last, outlook
from recoverplan.domain.plan import Facts, Plan, Planned
from recoverplan.domain.region import Region
from recoverplan.domain.span import Span
from recoverplan.domain.weekmap import WeekMap, week_map
from recoverplan.value import NamedTuple

WEEK = 7
MOST_MAPPED = 5  # weeks; a longer plan has the map of its first ones
MOST_OPEN, MOST_INVITED = 4, 2  # open hours, and invitations for each: a few are enough


class PlanSheet(NamedTuple):
    """One sheet. `plan.now` lies before everything in it, so that every time is told as a date.

    `head` is what came next, or ran, when it was made; `rest` is everything else. `maps` has seven
    days each, from the plan's first day on.
    """

    plan: Plan
    head: Planned | None
    rest: tuple[Planned, ...]
    maps: tuple[WeekMap, ...]
    people: tuple[Contact, ...]
    open: tuple[Repeated, ...]
    lines: tuple[CardLine, ...]


def make_sheet(
    facts: Facts,
    plan: Plan,
    region: Region,
    listed: Mapping[Span, tuple[Invitation, ...]] = NOTHING_LISTED,
) -> PlanSheet:
    """Make the sheet of a plan; `listed` is what the meeting lists have for its open hours."""
    look = outlook(plan)
    first = plan.start.astimezone(plan.zone).date()
    weeks = min(-(-days_of(plan) // WEEK), MOST_MAPPED) if plan.occurrences else 0
    today = plan.now.astimezone(plan.zone).date()
    found = open_hours(facts, plan.occurrences, listed)
    ahead = said_once([each for each in found if each.span.end > plan.now], plan.zone)
    return PlanSheet(
        plan=standing(plan),
        head=look.head,
        rest=look.rest,
        maps=tuple(
            week_map(facts, first + timedelta(days=WEEK * week), made=plan) for week in range(weeks)
        ),
        people=people(facts.contacts, plan),
        open=tuple(few(ahead)),
        lines=tuple(map(card_line, lines_for(region, facts.contacts, today))),
    )


def standing(plan: Plan) -> Plan:
    """Return the plan as seen from before all of it: nothing is over, and nothing is "now"."""
    first = min([plan.start, *(each.span.start for each in plan.occurrences)])
    return plan._replace(now=first.astimezone(plan.zone) - timedelta(days=2))


def people(contacts: Sequence[Contact], plan: Plan) -> tuple[Contact, ...]:
    """Return who can be reached, in the person's order; whoever is paused all that time is not.

    Agreed numbers play no part: when it is hard, call anyway.
    """
    first, last = first_and_last(plan)
    return tuple(
        contact
        for contact in listed(contacts)
        if contact.role != "line"
        and contact.way() is not None
        and not (contact.paused_on(first) and contact.paused_on(last))
    )


def few(found: Sequence[Repeated]) -> list[Repeated]:
    """Return the open hours to ask about: those that repeat most, a few invitations for each."""
    often = sorted(found, key=lambda each: -len(each.spans))[:MOST_OPEN]
    kept = sorted(often, key=lambda each: each.spans[0])
    return [
        each._replace(first=each.first._replace(invitations=each.first.invitations[:MOST_INVITED]))
        for each in kept
    ]
