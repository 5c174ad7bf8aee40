"""The parts of sentences that screens and plain lines share: when, who, how, what is open.

Local times are said by domain/saying.py; here they are put together and made short where the rest
of the line says what is left out ("9 to midnight", "11 to 12 open").
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Cover
from recoverplan.domain.group import Group
from recoverplan.domain.outlook import Open, days_of
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.region import Line
from recoverplan.domain.saying import (
    MONTHS,
    WEEKDAYS,
    long_day,
    medium_day,
    relative_day,
    short_day,
    time_of_day,
    time_range,
)
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.words import plan as words
from recoverplan.writers.viewer import Viewer

EVENING = 17  # from this hour on, today's hours are "tonight"
HALF_DAY = timedelta(hours=12)


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


def day_range(plan: Plan) -> str:
    """Return the days of a plan: "Mon 23 to Sun 29 November", "Mon 30 Nov to Sun 6 Dec"."""
    first = plan.start.astimezone(plan.zone).date()
    last = (plan.end.astimezone(plan.zone) - timedelta(microseconds=1)).date()
    this_year = plan.now.astimezone(plan.zone).year
    if first == last:
        return long_day(first) + (f" {first.year}" if first.year != this_year else "")
    if first.year != last.year:
        return f"{medium_day(first)} {first.year} to {medium_day(last)} {last.year}"
    year = "" if first.year == this_year else f" {first.year}"
    if first.month == last.month:
        return f"{short_day(first)} to {short_day(last)} {MONTHS[last.month - 1]}{year}"
    return f"{medium_day(first)} to {medium_day(last)}{year}"


def heading(planned: Planned, plan: Plan, *, clock24: bool, full: bool = False) -> str:
    """Return when: "Tonight, 9 pm to midnight", "Now, until 2 am", "Thu 26, 2 to 8 pm".

    `full` names the day in full, for lines that are heard.
    """
    now = plan.now.astimezone(plan.zone)
    start, end = (moment.astimezone(plan.zone) for moment in planned.span)
    if start <= now < end:
        return f"Now, until {later_time(end, now, clock24=clock24)}"
    day = day_words(start.date(), now.date(), full=full)
    if day == "today" and start.hour >= EVENING:
        day = "tonight"
    return f"{capital(day)}, {time_range(start, end, clock24=clock24)}"


def day_words(day: date, today: date, *, full: bool) -> str:
    """Return a day as seen from today; `full` without short forms."""
    near = relative_day(day, today)
    if not full or near in {"today", "tomorrow"}:
        return near
    return long_day(day) + (f" {day.year}" if day.year != today.year else "")


def later_time(moment: datetime, since: datetime, *, clock24: bool) -> str:
    """Return a time of day, with its day where it is not plain which one: "2 am", "Sun 29, 6 pm".

    A midnight belongs to the evening before it.
    """
    said = time_of_day(moment, clock24=clock24)
    if moment - since < timedelta(hours=18) or moment.date() == since.date():
        return said
    day = moment.date() - timedelta(days=1) if said == "midnight" else moment.date()
    return f"{short_day(day)}, {said}"


def hours_short(span: Span, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return a window's hours for a row: "9 to midnight", "2 to 8 pm", "noon to 5 pm".

    Of several days: "through Sun 29", "5 pm to Sun 11 pm".
    """
    start, end = (moment.astimezone(zone) for moment in span)
    said = time_range(start, end, clock24=clock24)
    if said.startswith("all day through"):
        return said.removeprefix("all day ")
    if ", " in said:  # the end with its day
        first, last = (time_of_day(moment, clock24=clock24) for moment in (start, end))
        return f"{first} to {WEEKDAYS[end.weekday()][:3]} {last}"
    for half, edge in ((" pm", "midnight"), (" am", "noon")):
        # The half of the day is plain where the stretch ends with it.
        if said.endswith(f"{half} to {edge}") and span.end - span.start < HALF_DAY:
            return said.replace(f"{half} to ", " to ")
    return said


def hours_inside(span: Span, planned: Planned, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return hours inside a window that is shown beside them: "11 to 12", "2:30 to 4", "23 to 24".

    In a window of half a day or more the short form would read two ways, so it is said in full,
    and in one of several days the day comes first.
    """
    start, end = (moment.astimezone(zone) for moment in span)
    window = planned.span.end - planned.span.start
    if span == planned.span:
        return words.ALL_OF_IT
    if window > timedelta(days=1):
        return f"{short_day(start.date())} {time_range(start, end, clock24=clock24)}"
    if clock24:
        return " to ".join(hour24(moment, last=moment is end) for moment in (start, end))
    if window > HALF_DAY:
        return time_range(start, end, clock24=False)
    return f"{hour12(start)} to {hour12(end)}"


def hour12(moment: datetime) -> str:
    """Return the hour on a clock's face: "11", "8:30", "12"."""
    return f"{moment.hour % 12 or 12}" + (f":{moment.minute:02}" if moment.minute else "")


def hour24(moment: datetime, *, last: bool) -> str:
    """Return "23", "22:30"; midnight at the end of a stretch is "24"."""
    hour = 24 if last and not (moment.hour or moment.minute) else moment.hour
    return f"{hour}" if not moment.minute else f"{moment.hour:02}:{moment.minute:02}"


def open_words(planned: Planned, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return the gaps as a row says them: "11 to 12 open", "2 to 4, 7 to 8 open"."""
    hours = [hours_inside(gap, planned, zone, clock24=clock24) for gap in planned.gaps]
    return words.OPEN.format(hours=", ".join(hours))


def open_total(planned: Planned) -> str:
    """Return how much is open, where the stretches themselves take too much room: "3 h open"."""
    hours, minutes = divmod(sum(gap.minutes for gap in planned.gaps), 60)
    parts = ([f"{hours} h"] if hours else []) + ([f"{minutes} min"] if minutes else [])
    return words.OPEN.format(hours=" ".join(parts))


def check_in_time(planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when to check in, with its day where that is not the window's own: "Fri 11:30 pm".

    Once that time has come, it is now for as long as the person asked can be reached.
    """
    if planned.check_in is None:
        return ""
    asked = planned.check_in.contact.id
    if planned.check_in.at <= plan.now and any(
        cover.id == asked
        and cover.kind == "contact"
        and cover.span.start <= plan.now < cover.span.end
        for cover in planned.cover
    ):
        return words.NOW
    at = planned.check_in.at.astimezone(plan.zone)
    said = time_of_day(at, clock24=clock24)
    if at.date() == planned.span.start.astimezone(plan.zone).date():
        return said
    return f"{WEEKDAYS[at.weekday()][:3]} {said}"


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


def where_reached(contact: Contact, usual: str | None) -> str:
    """Return the bare number or address of a contact's preferred way."""
    way = contact.way(usual)
    return clean(str(getattr(contact, way))) if way else ""


def stretches(covers: list[Cover], planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when one source is there: "until 11 pm", "from 10 pm", "7 to 8:30 pm", "all of it".

    Of a window that runs, the part already past is left out.
    """
    zone = plan.zone
    began = max(planned.span.start, plan.now)
    said = []
    for cover in covers:
        start, end = (moment.astimezone(zone) for moment in cover.span)
        at_start, at_end = cover.span.start <= began, cover.span.end >= planned.span.end
        since = began.astimezone(zone)
        if at_start and at_end:
            said.append(f"for {words.ALL_OF_IT}")
        elif at_start:
            said.append(f"until {later_time(end, since, clock24=clock24)}")
        elif at_end:
            said.append(f"from {later_time(start, since, clock24=clock24)}")
        else:
            said.append(time_range(start, end, clock24=clock24))
    return " and ".join(said)


def by_source(planned: Planned, plan: Plan, kind: str) -> list[list[Cover]]:
    """Return the covers of one kind that have not ended, those of one source together."""
    found: dict[int, list[Cover]] = {}
    for cover in planned.cover:
        if cover.kind == kind and cover.span.end > plan.now:
            found.setdefault(cover.id, []).append(cover)
    return list(found.values())


def line_words(line: Line) -> str:
    """Return a help line and how to reach it: "988: call or text, any hour"."""
    name, call, text = clean(line.name), clean(line.call or ""), clean(line.text or "")
    if not call:
        return f"{name}: {f'text {text}' if text else clean(line.chat or '')}, {line.hours}"
    ways = "call or text" if call == text else "call"
    if call in name.split():
        return f"{call}: {ways}, {line.hours}"
    return f"{name}: {ways} {call}, {line.hours}"


def gap_question(gap: Open, *, clock24: bool) -> str:
    """Return the invitation that a repeated gap makes: "Who might be up at 11 on a weeknight?"."""
    late = gap.at.hour >= 22 or gap.at.hour < 6
    moment = datetime(2000, 1, 1, gap.at.hour, gap.at.minute)  # noqa: DTZ001 - a clock's face
    said = time_of_day(moment, clock24=clock24)
    if late and not clock24 and said != "midnight":
        said = hour12(moment)
    return f"Who might be {'up' if late else 'there'} at {said} on a {kind_of_day(gap)}?"


def kind_of_day(gap: Open) -> str:
    """Return what the days of a gap have in common."""
    days = set(gap.weekdays)
    night = gap.at.hour >= EVENING
    if len(days) == 1:
        return WEEKDAYS[days.pop()] + (" night" if night else "")
    if days <= {0, 1, 2, 3, 4}:
        return "weeknight" if night else "weekday"
    if days <= {5, 6}:
        return "weekend night" if night else "weekend"
    return "night like these" if night else "day like these"


def zone_note(plan: Plan, viewer: Viewer) -> str:
    """Return the line that says whose clock this is, where the computer's differs."""

    def city(key: str) -> str:
        return key.rpartition("/")[2].replace("_", " ")

    return words.ZONE.format(zone=city(plan.zone.key), computer=city(viewer.elsewhere or ""))


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


def meeting_hours(covers: list[Cover], plan: Plan, *, clock24: bool) -> str:
    """Return when a group's meetings are: "7 to 8:30 pm"."""
    zone = plan.zone
    said = (
        time_range(
            cover.span.start.astimezone(zone), cover.span.end.astimezone(zone), clock24=clock24
        )
        for cover in covers
    )
    return " and ".join(said)


def meetings_short(planned: Planned, plan: Plan, *, clock24: bool) -> list[str]:
    """Return the meetings in a window for a row that shows its day: "SMART at 7 pm"."""
    said = []
    for cover in planned.cover:
        if cover.kind == "meeting":
            start = cover.span.start.astimezone(plan.zone)
            name = without_day(clean(cover.name), start.date())
            said.append(f"{name} at {time_of_day(start, clock24=clock24)}")
    return said


def place(group: Group | None) -> str:
    """Return where a group meets: "St Luke's hall", "online", or ""."""
    if group is None:
        return ""
    where = clean(group.where or "")
    if group.format == "online":
        return where or "online"
    if group.format == "hybrid":
        return f"{where} or online" if where else "online or in person"
    return where


def tries_words(tries: Tries) -> str:
    """Return how far a trial has come: "2 of 3–5"; nothing for a group that is kept."""
    if tries.group.status != "trying":
        return ""
    least, most = tries.group.tries_goal
    return f"{tries.tries} of {least}–{most}" if least < most else f"{tries.tries} of {most}"


def next_meeting(tries: Tries, plan: Plan, *, clock24: bool, near: bool = False) -> str:
    """Return a group's next meeting and where it is: "Tue 24, 7 pm, St Luke's hall".

    `near` says today and tomorrow as such.
    """
    where = place(tries.group)
    if tries.next is None:
        return ", ".join(filter(None, (words.NO_TIMES, where)))
    start = tries.next.start.astimezone(plan.zone)
    now = plan.now.astimezone(plan.zone)
    day = relative_day(start.date(), now.date())
    if not near and day in {"today", "tomorrow"}:
        day = short_day(start.date())
    when = f"{day}, {time_of_day(start, clock24=clock24)}"
    if tries.next.start <= plan.now:
        when = f"now, until {time_of_day(tries.next.end.astimezone(plan.zone), clock24=clock24)}"
    return ", ".join(filter(None, (when, where)))


def quiet_or_empty(plan: Plan, viewer: Viewer) -> str:
    """Return what to say where no hard hours are shown."""
    if not viewer.planned:
        return words.NO_HARD_HOURS
    return quiet(plan, days_of(plan), clock24=viewer.clock24)


def first_meeting(plan: Plan) -> Tries | None:
    """Return the group that meets next, of those on trial or kept."""
    coming = [(each.next, place) for place, each in enumerate(plan.tries) if each.next is not None]
    return plan.tries[min(coming)[1]] if coming else None


def meeting_soon(tries: Tries, plan: Plan, *, clock24: bool) -> str:
    """Return a group's next meeting: "Tuesday Lifeline, tomorrow, 7 pm, St Luke's hall"."""
    return f"{clean(tries.group.name)}, {next_meeting(tries, plan, clock24=clock24, near=True)}"


def today_next(viewer: Viewer, group: Group | None) -> list[tuple[str, str]]:
    """Return two things to do next, as questions and commands."""
    if group is not None:
        # By number: a name may hold what a shell would take for its own.
        question = words.HOW_WAS_IT.format(group=clean(group.name))
        first = (question, f"recoverplan meeting log {group.id}")
    elif not viewer.planned:
        first = words.ADD_HARD_HOURS
    elif viewer.alone:
        first = words.ADD_SOMEBODY
    else:
        first = words.SEE_WEEK
    return [first, words.HARD_NOW]
