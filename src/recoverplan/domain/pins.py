"""Whom a person chose to check in with, and why somebody chosen is not asked."""

from __future__ import annotations

from datetime import date, timedelta

from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import BY_NUMBER, paused
from recoverplan.domain.plan import Facts, Plan, Planned
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple


class Unasked(NamedTuple):
    """Somebody chosen for hard hours who is not asked.

    `reason`: "never" (set to never be asked, or a line by now), "no way" (none to reach them),
    "not agreed" (practical or clinical, without a number), "paused" (through `until`, where that is
    known), "hours" (cannot be reached in time), "number" (all that was agreed to is on other
    hours).
    """

    contact: Contact
    risk: RiskWindow
    reason: str
    until: date | None = None


def first_unasked(facts: Facts, plan: Plan) -> Unasked | None:
    """Return who was chosen for the first hours still to come that ask somebody else, or nobody."""
    known = {contact.id: contact for contact in facts.contacts}
    for planned in (*plan.occurrences, *filter(None, [plan.later])):
        chosen = known.get(planned.risk.check_in or 0)
        if chosen is None or planned.risk.no_check_in or planned.span.end <= plan.now:
            continue
        if planned.check_in is None or planned.check_in.contact.id != chosen.id:
            reason = never(chosen) or this_time(chosen, planned, plan, facts.lead_minutes)
            until = chosen.paused_until if reason == "paused" else None
            return Unasked(chosen, planned.risk, reason, until)
    return None


def never(contact: Contact) -> str | None:
    """Return why a contact is asked for no hours at all; None for one who counts."""
    if contact.role == "line" or contact.per_week == 0:
        return "never"
    if contact.way() is None:
        return "no way"
    if contact.role in BY_NUMBER and contact.per_week is None:
        return "not agreed"
    return None


def this_time(contact: Contact, planned: Planned, plan: Plan, lead_minutes: int) -> str:
    """Return why a contact who counts is not asked for these hours of a plan."""
    week = plan.week_of(planned)
    of_these = (row for row in week.rows if (row.risk, row.span) == (planned.risk, planned.span))
    if any(week.contacts[place] == contact for row in of_these for place in row.times):
        return "number"
    begins = planned.span.start - timedelta(minutes=lead_minutes)
    frame = Span(max(begins, planned.risk.created, contact.created), planned.span.end)
    return "paused" if paused(contact, frame, plan.zone) else "hours"
