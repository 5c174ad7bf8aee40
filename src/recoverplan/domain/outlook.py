"""What of a plan is said first: the hours that run or come next, then the rest, what repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import is_far
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.plan import Facts, Plan, Planned
from recoverplan.domain.region import CRISIS, OWN, Line
from recoverplan.domain.trial import NEAR, of_group, spans
from recoverplan.value import NamedTuple

SAID_ONCE = timedelta(days=7)  # what is offered once is offered for so long, until it is answered


class Outlook(NamedTuple):
    """A plan in the order of telling it: the head in full, every other occurrence in short."""

    head: Planned | None
    running: bool
    rest: tuple[Planned, ...]


class Open(NamedTuple):
    """A gap that a person may want to fill: when it begins, and on which weekdays (0: Monday)."""

    at: time
    weekdays: tuple[int, ...]


def hours_not_asked(contacts: Iterable[Contact], planned: Iterable[Planned]) -> list[str]:
    """Return the names of those who cover any of these hours, and were not asked for theirs."""
    found = {each.id: each.name for each in contacts if not each.hours}
    if not found:
        return []
    there = {cover.id for each in planned for cover in each.cover if cover.kind == "contact"}
    return [name for number, name in found.items() if number in there]


def outlook(plan: Plan) -> Outlook:
    """Return what runs or comes next, and all the others in their order."""
    ahead = (number for number, each in enumerate(plan.occurrences) if each.span.end > plan.now)
    place = next(ahead, None)
    if place is None:
        return Outlook(None, running=False, rest=plan.occurrences)
    head = plan.occurrences[place]
    rest = plan.occurrences[:place] + plan.occurrences[place + 1 :]
    return Outlook(head, head.span.start <= plan.now, rest)


def open_hours(plan: Plan) -> Open | None:
    """Return the gap to ask about: the one that repeats most often, the earliest of several."""
    starts = [
        max(gap.start, plan.now).astimezone(plan.zone)
        for planned in plan.occurrences
        for gap in planned.gaps
        if gap.end > plan.now
    ]
    if not starts:
        return None
    # A counter keeps the order of first sight, so that the earliest wins among equals.
    at = Counter(start.time() for start in starts).most_common(1)[0][0]
    days = {start.weekday() for start in starts if start.time() == at}
    return Open(at, tuple(sorted(days)))


def first_and_last(plan: Plan) -> tuple[date, date]:
    """Return the first day of a plan, and the last, by the clock in force just before its end."""
    last = plan.end.astimezone(UTC) - timedelta(microseconds=1)
    return plan.start.astimezone(plan.zone).date(), last.astimezone(plan.zone).date()


def days_of(plan: Plan) -> int:
    """Return how many calendar days the plan holds."""
    first, last = first_and_last(plan)
    return (last - first).days + 1


def clocks_differ(zone: ZoneInfo, other: ZoneInfo, start: datetime, end: datetime) -> bool:
    """Tell whether clocks in the two zones show different times anywhere in [start, end)."""
    if zone.key == other.key:
        return False
    # A change of the clocks lasts for weeks: a dozen looks see all that matters.
    step = (end - start) / 12
    looks = (start + step * number for number in range(12))
    return any(
        look.astimezone(zone).utcoffset() != look.astimezone(other).utcoffset() for look in looks
    )


def backstop(lines: Iterable[Line]) -> Line | None:
    """Return the first crisis line, or line of the person's own, that is there at any hour."""
    return next(
        (
            line
            for line in lines
            if line.kind in {CRISIS, OWN} and line.schedule is None and line.hours_known
        ),
        None,
    )


def to_decide(facts: Facts, now: datetime) -> Group | None:
    """Return the group whose last promised try was logged within seven days, not decided yet."""
    fresh = [
        (promised, group)
        for group in facts.groups
        if group.status == "trying"
        and group.attended
        and (promised := facts.tried_by(group).promised) is not None
        and now - promised < SAID_ONCE
    ]
    return max(fresh, key=lambda each: each[0])[1] if fresh else None


def to_log(facts: Facts, now: datetime) -> Group | None:
    """Return the group whose meeting ended within the last day and is not logged yet.

    Not one in a hall that was too far away.
    """
    ended = [
        (span.end, group)
        for group in facts.groups
        if group.attended and group.format != CHAT
        for span in spans(group, now - timedelta(days=1), now)
        if now - timedelta(days=1) <= span.end <= now
        and not is_far(group, span.start, facts.zone)
        and not any(
            span.start - NEAR <= meeting.at < span.end + NEAR
            for meeting in of_group(group.id, facts.meetings)
        )
    ]
    return max(ended, key=lambda each: each[0])[1] if ended else None
