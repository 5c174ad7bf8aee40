"""Why the plan is as it is: this person, this time, nobody, these open hours. Facts, no wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from recoverplan.domain.checkins import (
    Occurrence,
    Row,
    Week,
    monday_of,
    with_more,
)
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Cover
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple

# Of a week's people times stretches this is how many fit in, and that squared how many changes of a
# number are tried: each plans the week anew, and one of twice the size takes four times as long.
TRIED = 100_000


class Passed(NamedTuple):
    """A contact who comes earlier in the person's order, or was chosen, and is not the one asked.

    `reason`: "hours" (cannot be reached in time), "number" (all of the `load` agreed to are on
    other hours of the week), "load" (has `load` others in the week already).
    """

    contact: Contact
    reason: str
    load: int


class Change(NamedTuple):
    """What would give these hours a person: the contact, and the weekly number it would take."""

    contact: Contact
    per_week: int


class Why(NamedTuple):
    """Why a check-in is as it is.

    `person`: "pinned" (the person chose), "only" (nobody else can be reached), "first" (earliest
    in the person's order), "fair" (those earlier are passed over, see `passed`), "shared" (they are
    called at that instant anyway); without a check-in "unwanted" (none is wanted), "hours" (nobody
    can be reached), "numbers" (all who can have their agreed numbers on other hours; `change` is
    what would help).
    `time`: "lead" (the usual time before the start), "reach" (from when they may be reached),
    "entered" (from when it was entered); None without a check-in. `shared` are the other
    occurrences that the same call is for.
    """

    person: str
    time: str | None
    passed: tuple[Passed, ...] = ()
    change: Change | None = None
    shared: tuple[Occurrence, ...] = ()


class Between(NamedTuple):
    """What borders on open hours: covers that end as they begin, covers that begin as they end."""

    before: tuple[Cover, ...]
    after: tuple[Cover, ...]


class Missing(NamedTuple):
    """Hours that have nobody because of agreed numbers, and what would change that."""

    planned: Planned
    change: Change


class Study(NamedTuple):
    """A week looked into. `rows`: the place of each occurrence in it, by the id of its window and
    its start and end. `loads`: how much each contact has. `tried`: who would be asked if the
    contact at a place agreed to so many more; `most`: how many of these may be tried.
    """

    week: Week
    rows: dict[tuple[int, Span], int]
    loads: tuple[int, ...]
    tried: dict[tuple[int, int], list[int | None]]
    most: int

    def would_be(self, place: int, more: int) -> list[int | None] | None:
        """Return who would be asked if a contact agreed to more; None for one try too many."""
        if (place, more) not in self.tried:
            if len(self.tried) >= self.most:
                return None
            self.tried[place, more] = with_more(self.week, place, more)
        return self.tried[place, more]


def looked_into(week: Week) -> Study:
    """Return a week to be looked into."""
    size = max(1, week.size)
    loads = tuple(week.load(place) for place in range(len(week.contacts)))
    rows = {(row.risk.id, row.span): place for place, row in enumerate(week.rows)}
    return Study(week, rows, loads, {}, (TRIED // size) ** 2)


def whys(
    plan: Plan, lead_minutes: int, occurrences: Iterable[Planned] | None = None
) -> Iterator[Why]:
    """Yield why each of these occurrences of a plan, else all, has the check-in it has."""
    weeks: dict[date, Study] = {}
    for planned in plan.occurrences if occurrences is None else occurrences:
        monday = monday_of(planned.span.start, plan.zone)
        if monday not in weeks:
            weeks[monday] = looked_into(plan.weeks[monday])
        why = why_in(weeks[monday], planned, lead_minutes)
        stands = plan.check_in(planned)
        if stands and planned.check_in and stands.at != planned.check_in.at:
            why = why._replace(time="reach")  # the call went by
        yield why


def why_in(study: Study, planned: Planned, lead_minutes: int) -> Why:
    """Return why an occurrence of this week has the check-in it has, or has none."""
    week = study.week
    row = week.rows[study.rows[planned.risk.id, planned.span]]
    if row.choice is not None:
        return _why_this_person(study, row, row.choice, timedelta(minutes=lead_minutes))
    if row.risk.no_check_in:
        return Why("unwanted", None)
    if not row.times:
        return Why("hours", None)
    return Why("numbers", None, change=what_would_help(study, row))


def first_missing(plan: Plan, lead_minutes: int) -> Missing | None:
    """Return the first hours still to come that nobody is asked for only because of numbers."""
    without = [
        planned
        for planned in plan.occurrences
        if planned.check_in is None
        and planned.span.end > plan.now
        # In a week of more than that nothing is tried.
        and plan.week_of(planned).size <= TRIED
    ]
    for planned, why in zip(without, whys(plan, lead_minutes, without), strict=True):
        if why.change is not None:
            return Missing(planned, why.change)
    return None


def _why_this_person(study: Study, row: Row, choice: int, lead: timedelta) -> Why:
    week = study.week
    contact, at = week.contacts[choice], row.times[choice]
    time = "reach"
    if at == row.span.start - lead:
        time = "lead"
    elif at == max(row.risk.created, contact.created):
        time = "entered"
    mates = [
        other
        for other in week.rows
        if other is not row and other.choice == choice and other.times[choice] == at
    ]
    shared = tuple(Occurrence(other.risk, other.span) for other in mates)
    if choice == row.pinned:
        return Why("pinned", time, shared=shared)
    if len(row.times) == 1:
        return Why("only", time, shared=shared)
    if any((other.times, other.pinned) != (row.times, row.pinned) for other in mates):
        # Put together after each had been given to somebody: order and numbers don't explain it.
        return Why("shared", time, shared=shared)
    places = list(range(choice))
    if row.pinned is not None and row.pinned > choice:
        places.append(row.pinned)
    passed = tuple(_passed(study, row, place) for place in places)
    person = "first" if all(each.reason == "hours" for each in passed) else "fair"
    return Why(person, time, passed, shared=shared)


def _passed(study: Study, row: Row, place: int) -> Passed:
    contact, load = study.week.contacts[place], study.loads[place]
    if place not in row.times:
        return Passed(contact, "hours", 0)
    # Below their number, moving these hours over would make the week less even: had they fewer
    # than the one asked, the order would have given it to them.
    full = contact.per_week is not None and load >= contact.per_week
    return Passed(contact, "number" if full else "load", load)


def what_would_help(study: Study, row: Row) -> Change | None:
    """Return the least change of one weekly number that gives a row a person.

    Of several equal ones the first in the person's order; None where no number is in the way, or
    where too many would have to be tried.
    """
    week = study.week
    place_of_row = study.rows[row.risk.id, row.span]
    without = sum(each.choice is None and bool(each.times) for each in week.rows)
    for more in range(1, without + 1):
        for place in sorted(row.times):
            agreed = week.contacts[place].per_week
            if agreed is None:
                continue
            asked = study.would_be(place, more)
            if asked is None:
                return None
            if asked[place_of_row] is not None:
                return Change(week.contacts[place], agreed + more)
    return None


def between(planned: Planned, gap: Span) -> Between:
    """Return whose time ends where the gap begins, and whose begins where it ends."""
    return Between(
        tuple(each for each in planned.cover if each.span.end == gap.start),
        tuple(each for each in planned.cover if each.span.start == gap.end),
    )
