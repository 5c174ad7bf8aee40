"""The plan as a calendar: hard hours, check-ins and meetings as events. A value; a writer lays it.

Hard hours float, as their schedule does, but where a calendar is kept in step with the plan: there
they have the person's zone, as check-ins do. Meetings have their group's. An event keeps its UID
through every edit of what it shows, so that bringing the file in again brings a phone up to date.
UIDs are digests: they tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import has_way
from recoverplan.domain.checkins import monday_of
from recoverplan.domain.contact import Contact
from recoverplan.domain.dialing import for_a_phone
from recoverplan.domain.group import Group
from recoverplan.domain.lived import Lived, Meant
from recoverplan.domain.outlook import first_and_last
from recoverplan.domain.plan import Facts, Plan
from recoverplan.domain.preparing import Preparation
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Schedule, day_after, together
from recoverplan.domain.series import Series, Stretch, said, series_of
from recoverplan.domain.span import Span
from recoverplan.domain.talk import Going
from recoverplan.domain.treatment import MEDICINE, Give, Treatment
from recoverplan.domain.trip import at_home, in_force
from recoverplan.domain.zone import known_zone
from recoverplan.words import lived as words
from recoverplan.words import publish

if TYPE_CHECKING:
    Kept = RiskWindow | Group | Going | Give | Treatment

NAMES = UUID("6f0c1d5e-2a57-4c0e-9d7b-5b1f3f0a9c42")


class Entry(NamedTuple):
    """One event of the calendar. `zone` is an IANA name; None: it floats."""

    uid: str
    series: Series
    zone: str | None
    title: str
    note: str | None = None
    where: str | None = None
    alarm: bool = False
    busy: bool = False  # shown as taken to those who look for a free hour
    tentative: bool = False


def uid_of(kind: str, thing: Kept, *place: object) -> str:
    """Return the UID of an event: the same for the same thing and place, whatever it shows.

    The moment it was entered keeps two persons' events apart in a calendar that they share.
    """
    named = "|".join(map(str, (kind, thing.id, thing.created.isoformat(), *place)))
    return str(uuid5(NAMES, named))


def begin_of(schedule: Schedule, monday: date) -> date:
    """Return the day from which occurrences are wanted, so that one still running is in it."""
    return monday - timedelta(days=max((part.days_long for part in schedule.parts), default=0))


LENGTH = timedelta(minutes=15)  # of a preparation, and of a check-in
WHOLE_DAY = timedelta(hours=20)


def meant_in(
    facts: Facts, made: Plan, lived: Lived, monday: date, *, full: bool, floating: bool
) -> Iterator[Entry]:
    """Yield what else is meant: goings, preparations, commitments, treatment."""
    meant = facts.meant or Meant()
    groups, contacts = lived.names
    for going in lived.goings:
        yield going_entry(going, groups.get(going.group, ""), contacts.get(going.contact or 0),
                          made.zone, full=full)  # fmt: skip
    for preparation in lived.preparations:
        yield preparation_entry(preparation, made.zone, full=full)
    timed: list[Give | Treatment] = [*meant.gives, *meant.treatments]
    for what in timed:
        yield from timed_entries(what, made.zone, monday, full=full, floating=floating)


def going_entry(going: Going, group: str, name: str | None, zone: ZoneInfo, *, full: bool) -> Entry:
    """Return a meeting that is meant to be attended, from leaving to staying a bit late."""
    zone = in_force(zone, going.begins)
    note = [words.WITH.format(name=name)] if name else []
    note += [going.goal] if going.goal else []
    return Entry(
        uid=uid_of("going", going),
        series=Series("", said(going.whole, zone)),
        zone=zone.key,
        title=group if full else publish.MEETING,
        note="\n".join(note) or None if full else None,
        alarm=True,
        busy=True,
    )


def preparation_entry(each: Preparation, zone: ZoneInfo, *, full: bool) -> Entry:
    """Return something to prepare, at its time."""
    span = Span(each.at, each.at + LENGTH)
    zone = in_force(zone, each.at)
    title = words.BEFORE.format(label=each.risk.label, text=each.text)
    return Entry(
        uid=uid_of("preparation", each.risk, each.start.isoformat(), each.text),
        series=Series("", said(span, zone)),
        zone=zone.key,
        title=title if full else publish.PREPARE,
        alarm=True,
    )


def timed_entries(
    what: Give | Treatment, zone: ZoneInfo, monday: date, *, full: bool, floating: bool
) -> Iterator[Entry]:
    """Yield the events of a commitment or of treatment; none of treatment while it is paused."""
    if isinstance(what, Treatment) and what.paused_from and what.paused_until is None:
        return
    medicine = isinstance(what, Treatment) and what.kind == MEDICINE
    zone = at_home(zone)
    there = zone if medicine else known_zone(what.zone) or zone
    afloat = medicine and floating
    schedule = together(what.hours)
    first = begin_of(schedule, monday)
    if isinstance(what, Treatment) and what.paused_until:
        first = max(first, day_after(what.paused_until))
    for series in series_of(schedule, there, first, floating=afloat):
        yield Entry(
            uid=uid_of("treatment" if isinstance(what, Treatment) else "give", what, series.place),
            series=series,
            zone=None if afloat else there.key,
            title=title_of(what, full=full),
            where=what.where if full and isinstance(what, Treatment) and not medicine else None,
            busy=not medicine,
        )


def title_of(what: Give | Treatment, *, full: bool) -> str:
    """Return a title: medicine is "medicine" in every calendar."""
    if isinstance(what, Treatment):
        if what.kind == MEDICINE:
            return words.MEDICINE.capitalize()
        return what.label if full else publish.APPOINTMENT
    return what.text if full else publish.COMMITMENT


class Calendar(NamedTuple):
    """All events, made at the instant `now`.

    `through` is the last day whose check-ins are in it. `singly` names what no rule can say and
    stands in it day by day, `singly_through` the last of these days; `perhaps` the groups whose
    times are not confirmed.
    """

    name: str
    now: datetime
    through: date
    entries: tuple[Entry, ...]
    check_ins: int
    singly: tuple[str, ...]
    singly_through: date | None
    perhaps: tuple[str, ...]


def make_calendar(
    facts: Facts,
    made: Plan,
    *,
    prefer: str | None,
    full: bool,
    region: str = "",
    since: date | None = None,
) -> Calendar:
    """Make the calendar of a plan; `prefer` is the person's own usual way to reach people.

    Titles are neutral unless `full`. What repeats begins with the week of the plan's first day.
    Numbers are dialed in `region`, "" for none. `since`: for a calendar that is kept in step, the
    Monday with which what repeats begins; then nothing floats.
    """
    monday = since or monday_of(made.start, made.zone)
    going = [group for group in facts.groups if group.attended]
    # On a trip the person's clock is another one: then nothing but floating times follows it.
    floating = since is None or at_home(made.zone) is not made.zone
    hours = [
        (risk.label, list(hours_of(risk, made.zone, monday, full=full, floating=floating)))
        for risk in facts.risks
    ]
    meetings = [(group.name, list(meetings_of(group, monday, full=full))) for group in going]
    check_ins = list(check_ins_of(made, prefer, region, full=full))
    meant = (
        meant_in(facts, made, made.lived, monday, full=full, floating=floating)
        if made.lived
        else ()
    )
    single = [
        (label, each.series.first.start.date())
        for label, entries in (*hours, *meetings)
        for each in entries
        if each.series.single
    ]
    return Calendar(
        name=publish.FULL_CALENDAR if full else publish.CALENDAR,
        now=made.now,
        through=first_and_last(made)[1],
        entries=(
            *(entry for _, entries in hours for entry in entries),
            *check_ins,
            *(entry for _, entries in meetings for entry in entries),
            *meant,
        ),
        check_ins=len(check_ins),
        singly=tuple(dict.fromkeys(label for label, _ in single)),
        singly_through=max((day for _, day in single), default=None),
        perhaps=tuple(group.name for group in going if group.caution and group.hours),
    )


def hours_of(
    risk: RiskWindow, zone: ZoneInfo, monday: date, *, full: bool, floating: bool
) -> Iterator[Entry]:
    """Yield the events of a stretch of hard hours."""
    schedule, zone = risk.hours.schedule, at_home(zone)
    for series in series_of(schedule, zone, begin_of(schedule, monday), floating=floating):
        yield Entry(
            uid=uid_of("hours", risk, series.place),
            series=series,
            zone=None if floating else zone.key,
            title=risk.label if full else part_of_day(series.first),
            note=what_to_do(risk) if full else None,
        )


def part_of_day(first: Stretch) -> str:
    """Return a title that tells no more than the clock does: "Evening"."""
    if first.end - first.start >= WHOLE_DAY:
        return publish.WHOLE_DAY
    return next(said for hour, said in publish.PARTS_OF_DAY if first.start.hour < hour)


def what_to_do(risk: RiskWindow) -> str | None:
    """Return the if-thens and steps of hard hours, one a line."""
    pairs = [pair.said for pair in risk.if_thens]
    return "\n".join((*pairs, *risk.steps)) or None


def meetings_of(group: Group, monday: date, *, full: bool) -> Iterator[Entry]:
    """Yield the events of a group's meetings."""
    schedule = together(group.hours)
    zone = ZoneInfo(group.zone)
    for series in series_of(schedule, zone, begin_of(schedule, monday), floating=False):
        yield Entry(
            uid=uid_of("meeting", group, series.place),
            series=series,
            zone=group.zone,
            title=group.name if full else publish.MEETING,
            note="\n".join(to_attend(group)) or None if full else None,
            where=group.where if full else None,
            busy=True,
            tentative=group.caution is not None or not has_way(group),
        )


def to_attend(group: Group) -> Iterator[str]:
    """Yield how to join, what one needs for it, and the notes for the door."""
    joining = (group.link, group.link_notes, group.phone, group.phone_notes)
    yield from filter(None, (*joining, group.where_notes))


def check_ins_of(made: Plan, prefer: str | None, region: str, *, full: bool) -> Iterator[Entry]:
    """Yield an event for each check-in of the plan that was not made yet.

    It keeps its UID when hours move within their day, and when somebody else is asked. One call
    rings once, whatever it serves.
    """
    of_day: Counter[tuple[int, date]] = Counter()
    serves = what_calls_serve(made)
    for planned in made.occurrences:
        day = planned.span.start.astimezone(made.zone).date()
        place = planned.risk.id, day
        of_day[place] += 1
        check_in = made.check_in(planned)
        if check_in is None or check_in.done is not None:
            continue
        at = check_in.at
        labels = serves.pop(check_in.call, [])
        if not labels:
            continue
        there = in_force(made.zone, at)
        yield Entry(
            uid=uid_of("check-in", planned.risk, day.isoformat(), of_day[place]),
            series=Series("", said(Span(at, at + LENGTH), there)),
            zone=there.key,
            title=whom_to_reach(check_in.contact, prefer, full=full),
            note=how_to_reach(labels, check_in.contact, prefer, region, full=full),
            alarm=True,
        )


def what_calls_serve(made: Plan) -> dict[tuple[int, datetime], list[str]]:
    """Return the labels of the hours that each call is for: a contact's id and the instant."""
    found: dict[tuple[int, datetime], list[str]] = {}
    for each in made.occurrences:
        if (check_in := made.check_in(each)) is not None:
            found.setdefault(check_in.call, []).append(each.risk.label)
    return found


def whom_to_reach(contact: Contact, prefer: str | None, *, full: bool) -> str:
    """Return whom to call or text: "Call Sam". Who is kept off the card is not named."""
    named, unnamed = publish.CHECK_INS[contact.way(prefer) or "other"]
    if full:
        return named.format(name=contact.name)
    return named.format(name=contact.card_name or contact.name) if contact.on_card else unnamed


def how_to_reach(
    labels: Iterable[str], contact: Contact, prefer: str | None, region: str, *, full: bool
) -> str | None:
    """Return the number to tap on; with `full` also what it is for (`labels`), and what to say.

    A number that phones would misread as it was typed (letters, an extension) is there in digits.
    A way in free words may tell what it is for: it comes with `full` alone.
    """
    way = contact.way(prefer) or "other"
    shown = full or (contact.on_card and way != "other")
    value = getattr(contact, way) if shown else None
    lines = [value] if value else []
    if value and way in ("call", "text"):
        in_digits = for_a_phone(value, region)
        lines += [in_digits] if in_digits and in_digits != value else []
    if full:
        lines.append(publish.FOR.format(label=", ".join(dict.fromkeys(labels))))
        lines += [publish.SAY.format(say=contact.say)] if contact.say else []
    return "\n".join(lines) or None
