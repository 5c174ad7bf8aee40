"""Invitations as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from recoverplan.domain.invitations import Invitation, OpenHours, Repeated
from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import short_day, time_of_day, time_range
from recoverplan.domain.text import clean, listed
from recoverplan.words.invitations import ON_PAPER, SENTENCES
from recoverplan.words.lists import ALWAYS_OPEN
from recoverplan.writers.times import on_the_wall

MANY = 4  # days that are named one by one


def sentence(
    invitation: Invitation, zone: ZoneInfo, *, clock24: bool, on_paper: bool = False
) -> str:
    """Return one invitation as one sentence; on paper without what could be typed."""
    start, end = on_the_wall(invitation.span, zone)
    return (ON_PAPER if on_paper else SENTENCES)[invitation.kind].format(
        name=clean(invitation.name or ""),
        start=time_of_day(start, clock24=clock24),
        end=time_of_day(end, clock24=clock24),
        range=time_range(start, end, clock24=clock24),
        day=short_day(start.date()),
        number=invitation.number,
    )


def not_heard(
    gap: OpenHours, zone: ZoneInfo, heard: set[str], *, clock24: bool, on_paper: bool = False
) -> list[str]:
    """Return the invitations of a gap that were not `heard` yet; from here on they are."""
    said = (sentence(one, zone, clock24=clock24, on_paper=on_paper) for one in gap.invitations)
    fresh = [one for one in dict.fromkeys(said) if one not in heard]
    heard.update(fresh)
    return fresh


def days_of(each: Repeated, plan: Plan) -> list[date]:
    """Return the days on which a gap begins."""
    return [span.start.astimezone(plan.zone).date() for span in each.spans]


def first_of(days: Sequence[str]) -> str:
    """Return days in one line, counting those after the first few."""
    if len(days) > MANY:
        days = [*days[: MANY - 1], f"{len(days) - MANY + 1} more days"]
    return listed(days)


def always_open(rooms: Sequence[Invitation]) -> str:
    """Say which rooms are open whatever the hour: "Always open: Lantern (group try 1042)."."""
    said = (f"{clean(room.name or '')} (recoverplan group try {room.number})" for room in rooms)
    return ALWAYS_OPEN.format(rooms=", ".join(said))
