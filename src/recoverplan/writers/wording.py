"""The parts of sentences that screens and plain lines share: who, how, which meeting, what next."""

from __future__ import annotations

from datetime import date, datetime

from recoverplan.data.regions import country_said
from recoverplan.domain import outlook
from recoverplan.domain.attendance import FAR, NO_WAY, place_of
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Cover
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.outlook import Open, days_of
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.region import Abroad, Line
from recoverplan.domain.saying import (
    WEEKDAYS,
    relative_day,
    short_day,
    time_of_day,
)
from recoverplan.domain.text import cells, clean
from recoverplan.domain.zone import city
from recoverplan.words import plan as words
from recoverplan.words.lists import PERHAPS
from recoverplan.words.moment import CALL_OR_TEXT, MORE
from recoverplan.writers import times
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.ways import against, zone_shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NAMED = 3


def capital(text: str) -> str:
    """Return `text` with a capital at its start; a first word like iPhone stays as typed."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def title(days: int, name: str | None) -> str:
    """Return "Your week, Alex"."""
    said = {1: words.TITLE_DAY, 7: words.TITLE_WEEK}.get(days) or words.TITLE_DAYS.format(
        count=days
    )
    return f"{said}, {clean(name)}" if name else said


def how(contact: Contact, usual: str | None) -> str:
    """Return the way a contact wants to be reached: "call 555-0114", "Signal", or ""."""
    way = contact.way(usual)
    if way is None:
        return ""
    given = clean(str(getattr(contact, way)))
    return given if way == "other" else f"{way} {given}"


def do(contact: Contact, name: str, usual: str | None) -> str:
    """Return what to do: "call Sam", "text Priya", "reach Kim"."""
    way = contact.way(usual)
    return f"{'reach' if way in {None, 'other'} else way} {name}"


def check_in(planned: Planned, plan: Plan, viewer: Viewer) -> tuple[str, str]:
    """Return when and who: "8:30 pm" and "call Sam", or "same call to Sam"; or why nobody.

    Nothing where it was not made and can't be any more.
    """
    asked = plan.check_in(planned)
    if asked is None:
        return "", words.NOT_ASKED if planned.risk.no_check_in else words.NOBODY
    contact = asked.contact
    if asked.done is not None:
        return "", done(asked.done, plan, viewer)
    if asked.over:
        return "", ""
    at = times.check_in_time(planned, plan, clock24=viewer.clock24)
    if plan.same_call(planned):
        return at, same_call(contact, viewer.prefer)
    return at, do(contact, clean(contact.name), viewer.prefer)


def done(at: datetime, plan: Plan, viewer: Viewer) -> str:
    """Return that a check-in was made, and when: "done, 8:32 pm"."""
    from recoverplan.words import lived

    return lived.DONE.format(time=time_of_day(at.astimezone(plan.zone), clock24=viewer.clock24))


def same_call(contact: Contact, usual: str | None) -> str:
    """Return that a call was named already: "same call to Sam", "same text to Priya"."""
    way = contact.way(usual) or "other"
    return words.SAME_CALL[way].format(name=clean(contact.name))


def where_reached(contact: Contact, usual: str | None) -> str:
    """Return the bare number or address of a contact's preferred way."""
    way = contact.way(usual)
    return clean(str(getattr(contact, way))) if way else ""


def level_said(planned: Planned) -> str:
    """Return how hard the hours are; medium is not said."""
    return "" if planned.risk.level == "medium" else planned.risk.level


def by_source(planned: Planned, plan: Plan, kind: str) -> list[list[Cover]]:
    """Return the covers of one kind that have not ended, those of one source together."""
    found: dict[int, list[Cover]] = {}
    for cover in planned.cover:
        if cover.kind == kind and cover.span.end > plan.now:
            found.setdefault(cover.id, []).append(cover)
    return list(found.values())


def line_words_within(line: Line, room: int) -> str:
    """Return a help line in at most `room` cells, or with its number before what may be cut."""
    said = line_words(line)
    if cells(said) <= room:
        return said
    shorter = said.removesuffix(f", {line.hours}")
    if cells(shorter) <= room or not line.call:
        return shorter
    ways = CALL_OR_TEXT if line.call == line.text else "call"
    return f"{ways} {clean(line.call)}, {clean(line.name)}"


def line_words(line: Line) -> str:
    """Return a help line and how to reach it: "988: call or text, any hour"."""
    name, call, text = clean(line.name), clean(line.call or ""), clean(line.text or "")
    if not call:
        return f"{name}: {f'text {text}' if text else clean(line.chat or '')}, {line.hours}"
    ways = CALL_OR_TEXT if call == text else "call"
    if call in name.split():
        return f"{call}: {ways}, {line.hours}"
    return f"{name}: {ways} {call}, {line.hours}"


def gap_question(gap: Open, *, clock24: bool) -> str:
    """Return the invitation that a repeated gap makes: "Who might be up at 11 on a weeknight?"."""
    late = gap.at.hour >= 22 or gap.at.hour < 6
    moment = datetime(2000, 1, 1, gap.at.hour, gap.at.minute)  # noqa: DTZ001 - a clock's face
    said = time_of_day(moment, clock24=clock24)
    if late and not clock24 and said != "midnight":
        said = times.hour12(moment)
    return words.WHO_MIGHT.format(be="up" if late else "there", time=said, day=kind_of_day(gap))


def kind_of_day(gap: Open) -> str:
    """Return what the days of a gap have in common."""
    days = set(gap.weekdays)
    night = gap.at.hour >= times.EVENING
    if len(days) == 1:
        return WEEKDAYS[days.pop()] + (" night" if night else "")
    if days <= {0, 1, 2, 3, 4}:
        return "weeknight" if night else "weekday"
    if days <= {5, 6}:
        return "weekend night" if night else "weekend"
    return words.NIGHT_LIKE if night else words.DAY_LIKE


def zone_notes(plan: Plan, viewer: Viewer) -> list[str]:
    """Return whose clock this is, where the computer's or the person's country differs."""
    said = []
    if viewer.elsewhere is not None:
        said.append(words.ZONE.format(zone=city(plan.zone.key), computer=city(viewer.elsewhere)))
    if viewer.abroad is not None:
        said.append(abroad_note(viewer.abroad))
    if plan.lived is not None and plan.lived.trip is not None:
        from recoverplan.writers.lived import trip_note

        said.append(trip_note(plan))
    return said


def abroad_note(abroad: Abroad) -> str:
    """Return that country and time zone do not go together, and how to change the country."""
    region, there = country_said(clean(abroad.region)), city(abroad.zone)
    return words.ABROAD.format(region=region, city=there, code=abroad.code)


def quiet(plan: Plan, days: int, *, clock24: bool) -> str:
    """Return the sentence for days without hard hours, with the next ones where there are any."""
    said = {1: words.QUIET_DAY, 7: words.QUIET_WEEK}.get(days) or words.QUIET_DAYS.format(
        count=days
    )
    if plan.later is None:
        return said
    start = plan.later.span.start.astimezone(plan.zone)
    day = relative_day(start.date(), plan.now.astimezone(plan.zone).date())
    following = words.NEXT.format(
        label=clean(plan.later.risk.label), day=day, time=time_of_day(start, clock24=clock24)
    )
    return f"{said} {following}"


def without_day(name: str, day: date) -> str:
    """Return a group's name without the weekday that its row already shows: "SMART" on a Friday."""
    kept = [word for word in name.split() if word.casefold() != WEEKDAYS[day.weekday()].casefold()]
    return " ".join(kept) or name


def meetings_short(planned: Planned, plan: Plan, *, clock24: bool) -> list[str]:
    """Return the meetings in a window for a row that shows its day: "SMART at 7 pm"."""
    said = []
    for cover in planned.cover:
        if cover.kind == "meeting":
            start = cover.span.start.astimezone(plan.zone)
            name = without_day(clean(cover.name), start.date())
            day = times.other_day(start, planned, plan)
            said.append(f"{name} {day}at {time_of_day(start, clock24=clock24)}")
    return said


def meetings_in(planned: Planned, plan: Plan, *, clock24: bool) -> list[tuple[str, str, str]]:
    """Return the name, hours and place of each group that meets in a window, "" for no place."""
    groups = {tries.group.id: tries.group for tries in plan.tries}
    return [
        (
            clean(covers[0].name),
            times.meeting_hours(covers, planned, plan, clock24=clock24),
            place(groups.get(covers[0].id)),
        )
        for covers in by_source(planned, plan, "meeting")
    ]


def place(group: Group | None) -> str:
    """Return where a group meets: "St Luke's hall", "online", "call 555-0142", or ""."""
    return "" if group is None else clean(place_of(group) or "")


def tries_words(tries: Tries) -> str:
    """Return how far a trial has come: "2 of 3–5"; nothing for a group that is kept."""
    if tries.group.status != "trying":
        return ""
    least, most = tries.group.tries_goal
    return f"{tries.tries} of {least}–{most}" if least < most else f"{tries.tries} of {most}"


def next_meeting(tries: Tries, plan: Plan, *, clock24: bool, near: bool = False) -> str:
    """Return a group's next meeting and where it is: "Tue 24, 7 pm, St Luke's hall".

    `near` says today and tomorrow as such. One that is too far to go to is in its own time.
    """
    where = against(tries.hindrance, tries.group.zone) or place(tries.group)
    if tries.next is None and tries.group.format == CHAT:
        return words.ANY_TIME
    if tries.next is None:
        return ", ".join(filter(None, (words.NO_TIMES, where)))
    zone = zone_shown(tries, plan.zone)
    start, now = tries.next.start.astimezone(zone), plan.now.astimezone(zone)
    day = relative_day(start.date(), now.date())
    if not near and day in {"today", "tomorrow"}:
        day = short_day(start.date())
    when = f"{day}, {time_of_day(start, clock24=clock24, dated=True)}"
    if tries.next.start <= plan.now:
        when = f"now, until {time_of_day(tries.next.end.astimezone(zone), clock24=clock24)}"
    return perhaps(tries) + ", ".join(filter(None, (when, where)))


def perhaps(tries: Tries) -> str:
    """Return what stands before the next meeting of a group that may not meet every week."""
    return PERHAPS if tries.group.caution else ""


def quiet_or_empty(plan: Plan, viewer: Viewer) -> str:
    """Return what to say where no hard hours are shown."""
    if not viewer.planned:
        return words.NO_HARD_HOURS
    return quiet(plan, days_of(plan), clock24=viewer.clock24)


def tries_shown(plan: Plan) -> tuple[Tries, ...]:
    """Return the groups to show: those for a trip only while there is something to go to."""
    return tuple(each for each in plan.tries if each.group.trip is None or each.hindrance != FAR)


def tries_in_sections(plan: Plan) -> list[tuple[str, Tries]]:
    """Return the groups on trial, then those that are kept; the first of each with its heading."""
    trying = [each for each in tries_shown(plan) if each.group.status != "kept"]
    kept = [each for each in tries_shown(plan) if each.group.status == "kept"]
    return [
        ("" if place else heading, each)
        for heading, found in ((words.TRYING, trying), (words.KEPT, kept))
        for place, each in enumerate(found)
    ]


def first_meeting(plan: Plan) -> Tries | None:
    """Return the group that meets next, of those on trial or kept that can be attended."""
    coming = [
        (each.next, place)
        for place, each in enumerate(plan.tries)
        if each.next is not None and each.hindrance not in {FAR, NO_WAY}
    ]
    return plan.tries[min(coming)[1]] if coming else None


def meeting_soon(tries: Tries, plan: Plan, *, clock24: bool) -> str:
    """Return a group's next meeting: "Tuesday Lifeline, tomorrow, 7 pm, St Luke's hall"."""
    return f"{clean(tries.group.name)}, {next_meeting(tries, plan, clock24=clock24, near=True)}"


def decision(viewer: Viewer) -> list[tuple[str, str]]:
    """Return the offer to decide about a group, as a question and a command, or nothing."""
    if viewer.to_decide is None:
        return []
    question, command = words.DECIDE
    name, number = clean(viewer.to_decide.name), viewer.to_decide.id
    return [(question.format(group=name), command.format(id=number))]


def not_asked(names: Sequence[str]) -> list[str]:
    """Return that these may be reached at any time as far as is known, or nothing for nobody."""
    if not names:
        return []
    said = ", ".join(map(clean, names[:MOST_NAMED]))
    if len(names) > MOST_NAMED:
        said += f", {MORE.format(count=len(names) - MOST_NAMED)}"
    return [words.HOURS_NOT_ASKED.format(names=said)]


def hours_not_asked(plan: Plan, viewer: Viewer) -> list[str]:
    """Return who covers hours of a plan and was not asked for theirs, or nothing."""
    return not_asked(outlook.hours_not_asked(viewer.contacts, plan.occurrences))


def offered_once(plan: Plan, viewer: Viewer) -> list[tuple[str, str]]:
    """Return the one thing that is asked about once, as a question and a command, or nothing."""
    found = decision(viewer)
    if not found and plan.lived is not None:
        from recoverplan.writers.lived import offers

        found = offers(plan, viewer)[:1]
    return found


def today_next(
    viewer: Viewer,
    group: Group | None,
    offered: list[tuple[str, str]],
    helps: tuple[str, str] | None,
) -> list[tuple[str, str]]:
    """Return what to do next, at most two things before `now`, as questions and commands.

    `group` is one whose meeting may be logged, `offered` what is asked about once, `helps` what
    would help most on a day with nothing planned.
    """
    found = list(offered)
    if group is not None and not found:
        # By number: a name may hold what a shell would take for its own.
        question = words.HOW_WAS_IT.format(group=clean(group.name))
        found.append((question, f"recoverplan meeting log {group.id}"))
    if helps is not None:
        found.append(helps)
    elif not viewer.planned:
        found.append(words.ADD_HARD_HOURS)
    elif viewer.alone:
        found.append(words.ADD_SOMEBODY)
    elif not found:
        found.append(words.SEE_WEEK)
    return [*found[:2], words.HARD_NOW]
