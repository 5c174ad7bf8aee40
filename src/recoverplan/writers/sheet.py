"""A sheet of the plan in words: what a page for a browser and a sheet of paper both say.

Everything is text, ready to be laid out; a number comes with the link that a phone acts on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.card import CardLine, card_line, hours_said
from recoverplan.domain.contact import WAYS, Contact
from recoverplan.domain.invitations import Repeated
from recoverplan.domain.outlook import days_of
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.saying import long_day, time_of_day, time_range
from recoverplan.domain.sheet import WEEK, PlanSheet
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple
from recoverplan.words import paper as words
from recoverplan.words import plan as plan_words
from recoverplan.writers import times, wording
from recoverplan.writers.invitations import days_of as days_open
from recoverplan.writers.invitations import first_of, not_heard
from recoverplan.writers.links import Link, link
from recoverplan.writers.viewer import Viewer


class CheckInText(NamedTuple):
    """Whom to ask and when: "8:30 pm", "Call Sam, 555-0114", other ways, the opening words."""

    time: str
    way: Link
    others: tuple[Link, ...]
    say: str


class Reached(NamedTuple):
    """Somebody who can be reached in a window: "Priya", "until 10 pm", how."""

    name: str
    when: str
    way: Link | None


class WindowText(NamedTuple):
    """One window: in one line (`day` to `also`), and in full.

    `level` is "" for medium. `asked` says the check-in in short, or why there is none; `also` what
    is open, or which meeting is there. `standby`: the line that is there in open hours, and the
    region where it is dialed.
    """

    day: str
    hours: str
    label: str
    level: str
    asked: str
    also: str
    when: str
    because: str
    check_in: CheckInText | None
    reachable: tuple[Reached, ...]
    meetings: tuple[str, ...]
    gaps: tuple[str, ...]
    ifs: tuple[str, ...]
    steps: tuple[str, ...]
    standby: tuple[CardLine, str] | None


class PersonText(NamedTuple):
    """Somebody on the sheet with every way to reach them, the one they want first."""

    name: str
    ways: tuple[Link, ...]
    hours: str
    say: str


class GroupText(NamedTuple):
    """A group: how far its trial has come ("kept" for one that is), its next meeting, how to join.

    `address` (the link, the number, what one needs) is text, never a link.
    """

    name: str
    status: str
    next: str
    address: str


class OpenText(NamedTuple):
    """Open hours and a few invitations: "Mon 23 and Tue 24, 11 pm to midnight"."""

    when: str
    label: str
    invitations: tuple[str, ...]


def title_of(sheet: PlanSheet) -> str:
    """Return what the sheet is called where others may see it: "Your week", without the name."""
    return f"{wording.title(days_of(sheet.plan), None)}: {times.day_range(sheet.plan)}"


def signs(viewer: Viewer) -> str:
    """Return the warning signs: "You may notice: short sleep; skipping meals"; "" for none."""
    said = "; ".join(map(clean, viewer.signs))
    return f"{plan_words.SIGNS}: {said}" if said else ""


def made_words(made: datetime, *, clock24: bool) -> str:
    """Return when the sheet was made; `made` is in the person's zone."""
    day = f"{long_day(made.date())} {made.year}"
    return words.MADE_THEN.format(day=day, time=time_of_day(made, clock24=clock24))


def part_of(plan: Plan) -> str:
    """Return the heading over the windows after the first."""
    days = days_of(plan)
    return words.THE_DAY if days == 1 else words.THE_WEEK if days == WEEK else words.THE_DAYS


class MeantText(NamedTuple):
    """Something that is meant, beside hard hours: "Tue 24", "7 pm", "Lifeline, with Sam"."""

    at: datetime
    day: str
    time: str
    text: str


def meant(plan: Plan, viewer: Viewer) -> list[MeantText]:
    """Return goings, preparations, commitments and treatment; medicine without its label."""
    if plan.lived is None:
        return []
    from recoverplan.writers.lived import extras

    return [
        MeantText(
            each.at,
            times.day_of(each.at.astimezone(plan.zone).date(), plan),
            each.time,
            each.text,
        )
        for each in extras(plan, viewer, named=False)
    ]


def window_text(planned: Planned, plan: Plan, viewer: Viewer) -> WindowText:
    """Return one window in words."""
    clock24 = viewer.clock24
    start, end = times.on_the_wall(planned.span, plan.zone)
    to_call = check_in_text(planned, plan, viewer)
    return WindowText(
        day=times.day_of(start.date(), plan),
        hours=times.hours_short(planned.span, plan.zone, clock24=clock24),
        label=clean(planned.risk.label),
        level=wording.level_said(planned),
        asked=asked(planned, plan, viewer),
        also=also(planned, plan, viewer),
        when=f"{long_day(start.date())}, {time_range(start, end, clock24=clock24)}",
        because=wording.capital(", ".join(map(clean, planned.risk.triggers))),
        check_in=to_call,
        reachable=tuple(reachable(planned, plan, viewer, to_call=to_call is not None)),
        meetings=tuple(meetings(planned, plan, viewer)),
        gaps=tuple(gap_hours(gap, planned, plan, clock24=clock24) for gap in planned.gaps),
        ifs=tuple(
            words.IF.format(condition=clean(each.condition), action=clean(each.action).rstrip("."))
            for each in planned.risk.if_thens
        ),
        steps=tuple(wording.capital(clean(step)) for step in planned.risk.steps),
        standby=standby(planned, viewer),
    )


def standby(planned: Planned, viewer: Viewer) -> tuple[CardLine, str] | None:
    """Return the line that is there in the open hours of a window, and where it is dialed."""
    line, region = viewer.standby((planned.gaps[0] if planned.gaps else planned.span).start)
    return (card_line(line), region) if line else None


def asked(planned: Planned, plan: Plan, viewer: Viewer) -> str:
    """Return "8:30 pm call Sam", "8:30 pm same call to Sam", or why there is nobody."""
    return " ".join(wording.check_in(planned, plan, viewer)).strip()


def also(planned: Planned, plan: Plan, viewer: Viewer) -> str:
    """Return the meetings in a window and what of it is open, or that it is covered."""
    said = wording.meetings_short(planned, plan, clock24=viewer.clock24)
    if times.gaps_ahead(planned, plan):
        said.append(times.open_words(planned, plan, clock24=viewer.clock24))
    return " · ".join(said) or plan_words.COVERED


def check_in_text(planned: Planned, plan: Plan, viewer: Viewer) -> CheckInText | None:
    """Return the check-in of a window with every way to reach whoever is asked.

    None where there is none, where it was made or can't be any more, or the call stands with
    another window.
    """
    check_in = plan.check_in(planned)
    if check_in is None or check_in.done or check_in.over or plan.same_call(planned):
        return None
    contact = check_in.contact
    act = wording.capital(wording.do(contact, clean(contact.name), viewer.prefer))
    first, *others = ways_of(contact, viewer)
    said = f"{act}, {wording.where_reached(contact, viewer.prefer)}"
    return CheckInText(
        time=wording.capital(times.check_in_time(planned, plan, clock24=viewer.clock24)),
        way=first._replace(said=said),
        others=tuple(others),
        say=clean(contact.say or ""),
    )


def ways_of(contact: Contact, viewer: Viewer) -> tuple[Link, ...]:
    """Return every way to reach somebody, the one they want first."""
    wanted = contact.way(viewer.prefer)
    given = [way for way in WAYS if getattr(contact, way)]
    given.sort(key=lambda way: way != wanted)
    return tuple(
        link(way, str(getattr(contact, way)), viewer.region, contact.say or "") for way in given
    )


def reachable(planned: Planned, plan: Plan, viewer: Viewer, *, to_call: bool) -> list[Reached]:
    """Return who can be reached during a window, when, and how: of whoever is named as `to_call`
    it is known.
    """
    asked = planned.check_in.contact.id if planned.check_in and to_call else None
    found = []
    for covers in wording.by_source(planned, plan, "contact"):
        contact = viewer.person_of(covers[0])
        ways = ways_of(contact, viewer) if contact else ()
        when = times.stretches(covers, planned, plan, clock24=viewer.clock24)
        way = ways[0] if ways and covers[0].id != asked else None
        found.append(Reached(clean(covers[0].name), when, way))
    return found


def meetings(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return the meetings in a window: "SMART Friday, 7 to 8:30 pm, online"."""
    found = wording.meetings_in(planned, plan, clock24=viewer.clock24)
    return [", ".join(filter(None, each)) for each in found]


def gap_hours(gap: Span, planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when a gap is: "11 pm to midnight"; in a window of several days with its day."""
    start, end = times.on_the_wall(gap, plan.zone)
    inside = gap != planned.span and planned.span.end - planned.span.start <= timedelta(days=1)
    if inside:
        return time_range(start, end, clock24=clock24)
    return times.hours_inside(gap, planned, plan.zone, clock24=clock24)


def person_text(contact: Contact, zone: ZoneInfo, viewer: Viewer) -> PersonText:
    """Return somebody in words."""
    return PersonText(
        name=clean(contact.name),
        ways=ways_of(contact, viewer),
        hours=hours_said(contact, zone.key, clock24=viewer.clock24),
        say=clean(contact.say or ""),
    )


def group_text(tries: Tries, plan: Plan, viewer: Viewer) -> GroupText:
    """Return a group in words."""
    return GroupText(
        name=clean(tries.group.name),
        status=wording.tries_words(tries) or plan_words.KEPT.lower(),
        next=wording.next_meeting(tries, plan, clock24=viewer.clock24),
        address=" · ".join(viewer.to_attend(tries.group)),
    )


def open_texts(sheet: PlanSheet, viewer: Viewer) -> list[OpenText]:
    """Return the open hours with their invitations; what was said once is not said again."""
    heard: set[str] = set()
    found = []
    for each in sheet.open:
        zone, clock24 = sheet.plan.zone, viewer.clock24
        fresh = not_heard(each.first, zone, heard, clock24=clock24, on_paper=True)
        when, label = when_open(each, sheet.plan, viewer), clean(each.first.risk.label)
        found.append(OpenText(when, label, tuple(fresh)))
    return found


def when_open(each: Repeated, plan: Plan, viewer: Viewer) -> str:
    """Return "Mon 23, Tue 24 and 2 more days, 11 pm to midnight"."""
    start, end = times.on_the_wall(each.first.span, plan.zone)
    days = first_of([times.day_of(day, plan) for day in days_open(each, plan)])
    return f"{days}, {time_range(start, end, clock24=viewer.clock24)}"
