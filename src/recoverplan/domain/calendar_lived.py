"""What is meant and done in the week, as events of a calendar. Medicine is never named there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.calendar_entry import Entry, begin_of, uid_of
from recoverplan.domain.giving import Give
from recoverplan.domain.going import Going
from recoverplan.domain.lived import Lived, Meant
from recoverplan.domain.plan import Facts, Plan
from recoverplan.domain.preparing import Preparation
from recoverplan.domain.schedule import Schedule
from recoverplan.domain.series import Series, said, series_of
from recoverplan.domain.span import Span
from recoverplan.domain.treatment import MEDICINE, Treatment
from recoverplan.domain.trip import at_home, in_force
from recoverplan.domain.zone import known_zone
from recoverplan.words import lived as words
from recoverplan.words import publish

LENGTH = timedelta(minutes=15)  # of a preparation


def entries(
    facts: Facts, made: Plan, lived: Lived, monday: date, *, full: bool, floating: bool
) -> Iterator[Entry]:
    """Yield the events; titles are neutral unless `full`."""
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
    schedule = Schedule(tuple(part for hours in what.hours for part in hours.schedule.parts))
    first = begin_of(schedule, monday)
    if isinstance(what, Treatment) and what.paused_until:
        first = max(first, what.paused_until + timedelta(days=1))
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
