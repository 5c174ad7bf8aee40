"""The days ahead as short lines: hard hours, calls and meetings, with the titles of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.calendar import check_ins_of, part_of_day, to_attend, what_to_do
from recoverplan.domain.group import Group
from recoverplan.domain.plan import Facts, Plan
from recoverplan.domain.series import said
from recoverplan.domain.trial import spans as meetings_of
from recoverplan.value import NamedTuple
from recoverplan.words import publish as words


class Line(NamedTuple):
    """One thing of a day. `start` and `end` are local; no end: a call."""

    start: datetime
    end: datetime | None
    title: str
    note: str | None = None


def week(
    facts: Facts, made: Plan, *, prefer: str | None, full: bool, region: str = ""
) -> dict[date, list[Line]]:
    """Return the lines of each day that has some, in order; titles are neutral unless `full`."""
    calls = check_ins_of(made, prefer, region, full=full)
    found = [
        *hours_in(made, full=full),
        *(
            Line(local(each.series.first.start, made.zone), None, each.title, each.note)
            for each in calls
        ),
        *(
            line
            for group in facts.groups
            if group.attended
            for line in meetings_in(made, group, full=full)
        ),
        *meant_in(made, full=full),
    ]
    days: dict[date, list[Line]] = {}
    for line in sorted(found, key=lambda line: (line.start, line.title)):
        days.setdefault(line.start.date(), []).append(line)
    return days


def hours_in(made: Plan, *, full: bool) -> Iterator[Line]:
    """Yield a line for each stretch of hard hours."""
    for each in made.occurrences:
        start, end = (moment.astimezone(made.zone) for moment in each.span)
        title = each.risk.label if full else part_of_day(said(each.span, made.zone))
        yield Line(start, end, title, what_to_do(each.risk) if full else None)


def meant_in(made: Plan, *, full: bool) -> Iterator[Line]:
    """Yield a line for each going, preparation, commitment and time of treatment."""
    lived = made.lived
    if lived is None:
        return
    from recoverplan.domain.calendar import going_entry, preparation_entry, title_of

    groups, contacts = lived.names
    entries = [
        going_entry(one, groups.get(one.group, ""), contacts.get(one.contact or 0), made.zone,
                    full=full)
        for one in lived.goings
    ]  # fmt: skip
    for entry in entries:
        start, end = (local(at, made.zone) for at in entry.series.first)
        yield Line(start, end, entry.title, entry.note)
    for each in lived.preparations:
        title = preparation_entry(each, made.zone, full=full).title
        yield Line(each.at.astimezone(made.zone), None, title)
    spans = [(timed.span, title_of(timed.what, full=full)) for timed in lived.gives]
    spans += [(timed.span, title_of(timed.what, full=full)) for timed in lived.treatments]
    for span, title in spans:
        start, end = (moment.astimezone(made.zone) for moment in span)
        yield Line(start, end, title)


def meetings_in(made: Plan, group: Group, *, full: bool) -> Iterator[Line]:
    """Yield a line for each meeting of a group."""
    where = "\n".join(filter(None, (group.where, *to_attend(group)))) or None
    for span in meetings_of(group, made.start, made.end):
        start, end = (moment.astimezone(made.zone) for moment in span)
        yield Line(start, end, group.name if full else words.MEETING, where if full else None)


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """Return a time of a calendar, on the wall or in UTC, as a local one."""
    return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
