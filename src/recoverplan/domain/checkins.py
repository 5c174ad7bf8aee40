"""Check-ins: a whole week of hard hours is given to people at once, fairly, with one answer.

A week runs from Monday to Sunday in the person's zone and holds the occurrences that start in it.
It is always planned whole, so that the plan does not shift with the hour, the day or the stretch
that is looked at: nothing here knows what time it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.calls import Stretch, assign_calls
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Reach, Roster, roster_of
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.domain.schedule import occurrences
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple

PLACE_OF_LEVEL = {level: place for place, level in enumerate(LEVELS)}


class Occurrence(NamedTuple):
    """One real stretch of a risk window."""

    risk: RiskWindow
    span: Span


class Row(NamedTuple):
    """One occurrence of a week: who could be asked, and who is.

    `times` maps a contact's place in the week's order to their check-in time (UTC); `choice` is
    the place of the one who is asked, None for nobody. `pinned` is the place of the contact whom
    the person chose for these hours.
    """

    risk: RiskWindow
    span: Span
    times: dict[int, datetime]
    pinned: int | None
    choice: int | None


class Week(NamedTuple):
    """A week's check-ins. `contacts` are those who count, in the person's order."""

    contacts: tuple[Contact, ...]
    rows: tuple[Row, ...]

    @property
    def size(self) -> int:
        """Return people times stretches: what a look into the week costs goes by that."""
        return len(self.rows) * len(self.contacts)

    def load(self, place: int) -> int:
        """Return how many calls the contact at a place has in this week."""
        return len({row.times[place] for row in self.rows if row.choice == place})


def monday_of(instant: datetime, zone: ZoneInfo) -> date:
    """Return the Monday of the week that an instant lies in."""
    return monday_before(instant.astimezone(zone).date())


def occurrences_of(
    risks: Iterable[RiskWindow], zone: ZoneInfo, start: datetime, end: datetime
) -> list[Occurrence]:
    """Return all occurrences that overlap [start, end): by start, then level, then id."""
    found = [
        Occurrence(risk, span)
        for risk in risks
        for span in occurrences(risk.hours.schedule, zone, start, end)
    ]
    found.sort(
        key=lambda each: (
            each.span.start,
            PLACE_OF_LEVEL[each.risk.level],
            each.risk.id,
            each.span.end,
        )
    )
    return found


def check_in_times(
    occurrence: Occurrence, reaches: Sequence[Reach], lead: timedelta, roster: Roster
) -> dict[int, datetime]:
    """Return who can be asked for this occurrence, by place, and when (UTC).

    The first instant at which they may be reached: from `lead` before the start, or from when
    both the window and the contact were entered if that is later, until the end. Without such an
    instant they cannot have it; and nobody is asked where nobody is wanted. `roster`: from when
    they were entered.
    """
    risk, span = occurrence
    earliest = max(span.start - lead, risk.created)
    if risk.no_check_in or earliest >= span.end:
        return {}
    there, moving = roster.within(earliest, span.end)
    times = dict.fromkeys(roster.among(there), earliest)
    if moving & ~there == 0:
        return times
    for place in roster.among(moving & ~there):
        at = reaches[place].first(max(earliest, reaches[place].contact.created), span.end)
        if at is not None:
            times[place] = at
    return dict(sorted(times.items()))


def asked_of(reaches: Sequence[Reach], frame: Span) -> Roster:
    """Return the roster of the frame: when people may be reached, from when they were entered."""
    people = []
    for each in reaches:
        entered, spans = each.contact.created, each.spans
        if entered > frame.start:
            spans = [
                Span(max(span.start, entered), span.end) for span in spans if span.end > entered
            ]
        people.append(spans)
    return roster_of(people, frame)


def plan_week(
    occurrences: Sequence[Occurrence],
    reaches: Sequence[Reach],
    lead: timedelta,
    known: dict[tuple[Stretch, ...], list[int | None]] | None = None,
) -> Week:
    """Give one week's occurrences, all of them and in order, to the contacts who count.

    `known`, for several weeks of the same people, keeps what was worked out: weeks are much alike.
    """
    if not occurrences:
        return Week(tuple(reach.contact for reach in reaches), ())
    first = min(each.span.start for each in occurrences) - lead
    frame = Span(first, max(each.span.end for each in occurrences))
    roster = asked_of(reaches, frame)
    places = {reach.contact.id: place for place, reach in enumerate(reaches)}
    rows = [
        Row(
            occurrence.risk,
            occurrence.span,
            check_in_times(occurrence, reaches, lead, roster),
            places.get(occurrence.risk.check_in or 0),
            None,
        )
        for occurrence in occurrences
    ]
    stretches = _stretches(rows)
    choices = None if known is None else known.get(stretches)
    if choices is None:
        choices = assign_calls(stretches, [reach.contact.per_week for reach in reaches])
        if known is not None:
            known[stretches] = choices
    return Week(
        tuple(reach.contact for reach in reaches),
        tuple(row._replace(choice=choice) for row, choice in zip(rows, choices, strict=True)),
    )


def with_more(week: Week, place: int, more: int) -> list[int | None]:
    """Return the week's choices, had the contact at `place` agreed to `more` check-ins more."""
    limits = [contact.per_week for contact in week.contacts]
    agreed = limits[place]
    if agreed is not None:
        limits[place] = agreed + more
    return assign_calls(_stretches(week.rows), limits)


def _stretches(rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """Return the rows as they are assigned: instants as marks, the same in weeks that are alike."""
    marks: dict[datetime, int] = {}
    stretches = []
    for row in rows:
        for at in dict.fromkeys(row.times.values()):
            marks.setdefault(at, len(marks))
        calls = tuple(zip(row.times, map(marks.__getitem__, row.times.values()), strict=True))
        stretches.append(Stretch(PLACE_OF_LEVEL[row.risk.level], calls, row.pinned))
    return tuple(stretches)
