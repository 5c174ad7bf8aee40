"""The plan: for every occurrence of hard hours, who, when, what, and where nobody is yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import hindrance
from recoverplan.domain.calls import Stretch
from recoverplan.domain.checkins import (
    Occurrence,
    Row,
    Week,
    monday_of,
    occurrences_of,
    plan_week,
)
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import (
    IN_A_PLAN,
    Cover,
    LeftOut,
    Reach,
    cover,
    covering_meetings,
    gaps,
    reach,
    roster_of,
    within_bound,
)
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import midnight
from recoverplan.domain.span import Span, subtract
from recoverplan.domain.trial import HORIZONS, Tried, next_meeting, tried_of
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:  # few plans have any of it
    from recoverplan.domain.lived import Lived, Meant
    from recoverplan.domain.talk import Talk


class Facts(NamedTuple):
    """Everything a plan is made from: the person's records and the zone in force.

    `tried`: how far each group's trial has come, by its id; `meetings` need then be the latest
    alone. `reasons`: those that the person wants to read with it; `signs`: their warning signs.
    `meant`: goings, talks, commitments, treatment; None where there are none. `besides`: what
    lists say of groups that came from them, by their ids.
    """

    risks: tuple[RiskWindow, ...]
    contacts: tuple[Contact, ...]
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    zone: ZoneInfo
    lead_minutes: int = 30
    reasons: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    tried: Mapping[int, Tried] = MappingProxyType({})
    meant: Meant | None = None
    besides: Mapping[int, tuple[str, ...]] = MappingProxyType({})

    def tried_by(self, group: Group) -> Tried:
        """Return how far the trial of a group has come."""
        return self.tried.get(group.id) or tried_of(group, self.meetings)


class CheckIn(NamedTuple):
    """One contact asked for one occurrence, at one instant (UTC); `done` when they talked.

    `over`: its time has passed, and that contact can't be reached any more in these hours.
    """

    contact: Contact
    at: datetime
    done: datetime | None = None
    over: bool = False

    @property
    def call(self) -> tuple[int, datetime]:
        """Return whose it is and when: the same of two is one call, whatever it serves."""
        return self.contact.id, self.at


class Planned(NamedTuple):
    """One occurrence, whole, and what is there for it. Gaps are what no cover reaches."""

    risk: RiskWindow
    span: Span
    check_in: CheckIn | None
    cover: tuple[Cover, ...]
    gaps: tuple[Span, ...]


class Tries(NamedTuple):
    """How far a trial has come, and the group's next meeting that ends after now.

    `hindrance`: why that cannot be attended (domain/attendance.py), None if it can.
    """

    group: Group
    tries: int
    next: Span | None
    hindrance: str | None = None


Weeks = Mapping[date, Week]
NONE_YET: Weeks = MappingProxyType({})
WentBy = Mapping[tuple[int, Span], CheckIn]
NONE_WENT_BY: WentBy = MappingProxyType({})


class Plan(NamedTuple):
    """A stretch of days planned. `start` and `end` are local midnights of `zone`.

    `later` is the next occurrence after the stretch when there is none in it. `same_calls` are
    those (risk id and span) whose check-in is a call that is told with another one before. `weeks`:
    all that was planned for each of its weeks, and for that of `later`, by the week's Monday: who
    could be asked, when, and who is. `left_out`: what there is too much of to be worked out.
    `lived`: what else is meant for these days, None where nothing is. `whole`: all hard hours that
    were planned for the stretch, of which `occurrences` may be a part: for the map of its weeks.
    `went_by`: check-ins (by risk id and span) whose time went by while their hours run, as they
    stand now.
    """

    zone: ZoneInfo
    now: datetime
    start: datetime
    end: datetime
    occurrences: tuple[Planned, ...]
    tries: tuple[Tries, ...]
    later: Planned | None = None
    same_calls: frozenset[tuple[int, Span]] = frozenset()
    weeks: Weeks = NONE_YET
    left_out: LeftOut | None = None
    lived: Lived | None = None
    whole: Sequence[Planned] = ()
    went_by: WentBy = NONE_WENT_BY

    def week_of(self, planned: Planned) -> Week:
        """Return the week in which an occurrence of this plan begins, as it was planned."""
        return self.weeks[monday_of(planned.span.start, self.zone)]

    def check_in(self, planned: Planned) -> CheckIn | None:
        """Return the check-in of an occurrence as it stands now."""
        return self.went_by.get((planned.risk.id, planned.span), planned.check_in)

    def as_it_stands(self, planned: Planned) -> Planned:
        """Return an occurrence with its check-in as it stands now."""
        return planned._replace(check_in=self.check_in(planned))

    def same_call(self, planned: Planned) -> bool:
        """Tell whether the check-in of an occurrence is a call that was told with another one."""
        return (planned.risk.id, planned.span) in self.same_calls

    @property
    def with_person(self) -> int:
        """Return how many occurrences have a check-in."""
        return sum(planned.check_in is not None for planned in self.occurrences)

    @property
    def gap_minutes(self) -> int:
        """Return the sum of all gaps in minutes, overlapping windows counted in each."""
        return sum(gap.minutes for planned in self.occurrences for gap in planned.gaps)


def make_plan(
    facts: Facts,
    now: datetime,
    start: datetime,
    end: datetime,
    *,
    running_only: bool = True,
    only: RiskWindow | None = None,
) -> Plan:
    """Plan the occurrences that overlap [start, end); of one risk window where `only` names it.

    `running_only` leaves out what has ended by `now` (a plan asked for without `--from`). For the
    rest `now` decides nothing: who is asked for an occurrence is the same whenever it is looked at.
    A call whose time went by while its hours run is in `went_by` as it stands then.
    """
    frame = Span(start.astimezone(UTC), end.astimezone(UTC))
    moment = now.astimezone(UTC)
    whole, weeks, left_out, went_by = plan_in_bounds(facts, frame, moment)
    planned = whole
    if only is not None:
        planned = [each for each in planned if each.risk.id == only.id]
    if running_only:
        planned = [each for each in planned if each.span.end > moment]
    later = None
    if not planned:
        after = max(frame.end, moment) if running_only else frame.end
        later, its_week = next_planned(facts, after, only)
        weeks = {**weeks, **its_week}
    made = Plan(
        zone=facts.zone,
        now=now,
        start=start,
        end=end,
        occurrences=tuple(planned),
        tries=tries(facts, moment),
        later=later,
        same_calls=frozenset(),
        weeks=weeks,
        left_out=left_out,
        lived=lived_in(facts, moment, frame, running_only=running_only),
        whole=whole,
        went_by=went_by,
    )
    # What is over is told after what runs or comes next.
    told = sorted(planned, key=lambda each: each.span.end <= moment)
    return made._replace(same_calls=same_calls(map(made.as_it_stands, told)))


def lived_in(facts: Facts, now: datetime, frame: Span, *, running_only: bool) -> Lived | None:
    """Return what else is meant for a frame; nothing is looked for where nothing was entered."""
    prepares = any(risk.prepare for risk in facts.risks)
    if facts.meant is None and not prepares and type(facts.zone) is ZoneInfo:
        return None
    from recoverplan.domain.lived import lived

    return lived(facts, now, frame, running_only=running_only)


def same_calls(told: Iterable[Planned]) -> frozenset[tuple[int, Span]]:
    """Return those whose check-in is the same call as that of one told earlier.

    One person at one instant is one call, whatever it serves.
    """
    made: set[tuple[int, datetime]] = set()
    found = set()
    for each in told:
        if each.check_in is None:
            continue
        if each.check_in.call in made:
            found.add((each.risk.id, each.span))
        made.add(each.check_in.call)
    return frozenset(found)


def plan_stretch(facts: Facts, frame: Span) -> list[Planned]:
    """Plan every occurrence that overlaps the frame, in order, as far as the bounds go."""
    return plan_in_bounds(facts, frame).planned


class Worked(NamedTuple):
    """What was worked out: occurrences in order, the weeks they are in, what is left out.

    `went_by` is as in a plan.
    """

    planned: list[Planned]
    weeks: Weeks
    left_out: LeftOut | None
    went_by: WentBy = NONE_WENT_BY


def plan_in_bounds(facts: Facts, frame: Span, now: datetime | None = None) -> Worked:
    """Plan every occurrence that overlaps the frame, in order, as far as the bounds go.

    Each week that such an occurrence starts in is planned whole. `now` (UTC) tells which calls
    went by.
    """
    zone = facts.zone
    weeks = _mondays(monday_of(frame.start, zone), frame.end, zone)
    found = occurrences_of(facts.risks, zone, weeks[0], weeks[-1])
    shown = [each for each in found if each.span.overlaps(frame)]
    if shown and shown[0].span.start < weeks[0]:
        # What began in an earlier week and still runs was planned with that week.
        weeks = _mondays(monday_of(shown[0].span.start, zone), frame.end, zone)
        found = occurrences_of(facts.risks, zone, weeks[0], weeks[-1])
    by_week: dict[int, list[Occurrence]] = {}
    for each in found:
        if each.span.start >= weeks[0]:
            by_week.setdefault(bisect_right(weeks, each.span.start), []).append(each)
    wanted = {
        week: inside
        for week, inside in by_week.items()
        if any(each.span.overlaps(frame) for each in inside)
    }
    return _plan_weeks(facts, frame, list(wanted.values()), now)


def _plan_weeks(
    facts: Facts, frame: Span, by_week: list[list[Occurrence]], now: datetime | None
) -> Worked:
    if not by_week:
        return Worked([], NONE_YET, None)
    lead = timedelta(minutes=facts.lead_minutes)
    first = min(each.span.start for inside in by_week for each in inside) - lead
    last = max(each.span.end for inside in by_week for each in inside)
    reaches = reach(facts.contacts, first, last, facts.zone)
    meetings = covering_meetings(facts.groups, first, last, facts.zone)
    planned: list[Planned] = []
    weeks: dict[date, Week] = {}
    known: dict[int, dict[tuple[Stretch, ...], list[int | None]]] = {}
    went_by: dict[tuple[int, Span], CheckIn] = {}
    worked_out = without = 0
    after: datetime | None = None
    for inside in by_week:
        people = within_bound(reaches, (each.risk for each in inside))
        worked_out += len(people) * len(inside)
        # The first week is there however large it is: no plan at all would help nobody.
        if planned and worked_out > IN_A_PLAN:
            after = inside[0].span.start
            break
        without = max(without, len(reaches) - len(people))
        # Weeks of as many people are mostly alike, and a long plan has many of them.
        alike = known.setdefault(len(people), {}) if len(by_week) > 1 else None
        week = plan_week(inside, people, lead, alike)
        weeks[monday_of(inside[0].span.start, facts.zone)] = week
        asked = [check_in_of(week, row) for row in week.rows]
        if facts.meant is not None and facts.meant.talks:
            asked = with_done(asked, week, facts.meant.talks)
        if now is not None and inside[0].span.start - lead <= now:
            went_by |= as_of(now, asked, week, people)
        days = Span(inside[0].span.start, max(each.span.end for each in inside))
        there = roster_of([each.spans for each in people], days)
        for each, check_in in zip(inside, asked, strict=True):
            if each.span.overlaps(frame):
                covers = cover(each.span, people, meetings, there)
                left_open = gaps(each.span, covers)
                # Whoever was left out for size may be there all the same: then nothing is open.
                if left_open and len(people) < len(reaches):
                    left_open = still_open(left_open, reaches)
                planned.append(Planned(each.risk, each.span, check_in, covers, left_open))
    left_out = LeftOut(without, len(reaches), after) if without or after else None
    return Worked(planned, weeks, left_out, went_by)


def still_open(open_hours: tuple[Span, ...], reaches: Sequence[Reach]) -> tuple[Span, ...]:
    """Return what of open hours nobody at all can be reached in, whoever else was left out."""
    there = [span for gap in open_hours for each in reaches for span in each.within(gap)]
    return tuple(subtract(open_hours, there))


def check_in_of(week: Week, row: Row) -> CheckIn | None:
    """Return whom the week asks for a row, and when."""
    if row.choice is None:
        return None
    return CheckIn(week.contacts[row.choice], row.times[row.choice])


def with_done(
    asked: Sequence[CheckIn | None], week: Week, talks: Sequence[Talk]
) -> list[CheckIn | None]:
    """Return a week's check-ins, those that were made with the time of the talk."""
    from recoverplan.domain.talk import Call, calls_done

    until: dict[tuple[int, datetime], datetime] = {}
    for each, row in zip(asked, week.rows, strict=True):
        if each is not None:
            until[each.call] = max(until.get(each.call, row.span.end), row.span.end)
    done = calls_done((Call(*call, end) for call, end in until.items()), talks)
    return [
        each._replace(done=talk.at) if each and (talk := done.get(each.call)) else each
        for each in asked
    ]


def as_of(
    now: datetime, asked: Sequence[CheckIn | None], week: Week, people: Sequence[Reach]
) -> dict[tuple[int, Span], CheckIn]:
    """Return the check-ins of a week that went by and were not made, while their hours run.

    Each is for the next time at which that contact may be reached while the hours last.
    """
    found = {}
    for each, row in zip(asked, week.rows, strict=True):
        if each and row.choice is not None and not each.done and each.at <= now < row.span.end:
            there = people[row.choice].within(Span(each.at, row.span.end))
            left = [span for span in there if span.end > now]
            stands = each._replace(at=left[0].start) if left else each._replace(over=True)
            found[row.risk.id, row.span] = stands
    return found


def next_planned(
    facts: Facts, after: datetime, only: RiskWindow | None = None
) -> tuple[Planned | None, Weeks]:
    """Return the first occurrence that starts at `after` or later, None if there is none soon; and
    the weeks that were planned for it.
    """
    risks = facts.risks if only is None else (only,)
    for horizon in HORIZONS:
        ahead = occurrences_of(risks, facts.zone, after, after + horizon)
        for each in ahead:
            if each.span.start >= after:
                worked = plan_in_bounds(facts, each.span)
                found = (one for one in worked.planned if (one.risk, one.span) == each)
                return next(found), worked.weeks
    return None, NONE_YET


def tries(facts: Facts, now: datetime) -> tuple[Tries, ...]:
    """Return the groups that are trying, then those that are kept, with their next meetings."""
    going = [group for group in facts.groups if group.attended]
    going.sort(key=lambda group: (group.status != "trying", group.id))
    return tuple(tries_of(group, facts, now) for group in going)


def tries_of(group: Group, facts: Facts, now: datetime) -> Tries:
    """Return how far the trial of one group has come."""
    coming = next_meeting(group, now, facts.zone)
    against = hindrance(group, coming.start if coming else now, facts.zone)
    tries = 0 if group.format == CHAT else facts.tried_by(group).tries
    return Tries(group, tries, coming, against)


def _mondays(first: date, end: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return the first instants of Mondays: of `first`, and on until one is not before `end`."""
    found = [midnight(first, zone)]
    while found[-1] < end:
        first += timedelta(days=7)
        found.append(midnight(first, zone))
    return found
