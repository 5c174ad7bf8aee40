"""The plan, and today, as plain lines: one fact a line, each a sentence that makes sense when heard
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Cover
from recoverplan.domain.group import CHAT
from recoverplan.domain.outlook import days_of, first_and_last, open_hours, outlook
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.region import Line
from recoverplan.domain.saying import WEEKDAYS, long_day, time_of_day, time_range
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean, listed
from recoverplan.value import NamedTuple
from recoverplan.words import plan as words
from recoverplan.words.asking import NOBODY_YET
from recoverplan.writers import times, wording
from recoverplan.writers.plain.rows import ended
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.ways import against, as_sentence, zone_shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.writers.front import Front


def plan_lines(plan: Plan, viewer: Viewer) -> Iterator[str]:
    """Yield the plan, line by line."""
    days = days_of(plan)
    look = outlook(plan)
    yield f"{wording.title(days, viewer.name)}: {days_heard(plan)}."
    if viewer.reason is not None:
        yield ended(words.WHY.format(reason=clean(viewer.reason)))
    for note in wording.zone_notes(plan, viewer):
        yield note.replace(";", ",")
    heard = Heard(set(), open_days(plan, viewer), {}, {})
    if viewer.signs:
        yield f"{words.SIGNS}: {ended('; '.join(map(clean, viewer.signs)))}"
    if look.head is not None:
        yield from window_lines(look.head, plan, viewer, heard)
        yield from what_to_do(look.head)
    elif not look.rest:
        yield wording.quiet_or_empty(plan, viewer)
    for planned in look.rest:
        yield from window_lines(planned, plan, viewer, heard)
    yield from meant_lines(plan, viewer)
    for tries in wording.tries_shown(plan):
        yield tries_line(tries, plan, viewer)
    yield from next_lines(plan, viewer)


def meant_lines(plan: Plan, viewer: Viewer) -> Iterator[str]:
    """Yield what else is meant for these days: "Tuesday 24 November, 7 pm: Tuesday Lifeline."."""
    if plan.lived is None:
        return
    from recoverplan.writers.lived import extras

    for each in extras(plan, viewer):
        day = long_day(each.at.astimezone(plan.zone).date())
        yield f"{day}, {each.time}: {ended(each.text)}"


def days_heard(plan: Plan) -> str:
    """Return the days of a plan: "Monday 23 November to Sunday 29 November"."""
    first, last = first_and_last(plan)
    year = f" {last.year}" if last.year != plan.now.astimezone(plan.zone).year else ""
    if first == last:
        return long_day(first) + year
    return f"{long_day(first)} to {long_day(last)}{year}"


class Heard(NamedTuple):
    """What need not be heard again: lines said already, and on which days of a week hours are open.

    Of each week (by its Monday) and each stretch of hours ("11 pm to midnight"). `people` keeps how
    each is named, and how they are reached: ", call 555-0114"; `whole`, the line of each who is
    there for all of some hours.
    """

    said: set[str]
    open_days: dict[tuple[date, str], list[date]]
    people: dict[int, tuple[str, str]]
    whole: dict[int, str]

    def person(self, cover: Cover, viewer: Viewer) -> tuple[str, str]:
        """Return the name of who is behind a cover, and how they are reached."""
        known = self.people.get(cover.id)
        if known is None:
            contact = viewer.person_of(cover)
            way = wording.how(contact, viewer.prefer) if contact else ""
            known = self.people[cover.id] = clean(cover.name), way and f", {way}"
        return known


def open_days(plan: Plan, viewer: Viewer) -> dict[tuple[date, str], list[date]]:
    """Return the days on which the same hours are still to come and open, in each week."""
    found: dict[tuple[date, str], list[date]] = {}
    ahead = {
        open_stretch(gap, plan, viewer)
        for each in plan.occurrences
        for gap in times.gaps_ahead(each, plan)
    }
    for day, hours in sorted(ahead):
        found.setdefault((monday_before(day), hours), []).append(day)
    return found


def open_stretch(gap: Span, plan: Plan, viewer: Viewer) -> tuple[date, str]:
    """Return the day and the hours of a gap; of one that runs, until when."""
    if gap.start < plan.now < gap.end:
        today = plan.now.astimezone(plan.zone).date()
        return today, times.gap_until(gap, plan, clock24=viewer.clock24)
    start, end = times.on_the_wall(gap, plan.zone)
    return start.date(), time_range(start, end, clock24=viewer.clock24)


def window_lines(planned: Planned, plan: Plan, viewer: Viewer, heard: Heard) -> Iterator[str]:
    """Yield one window: when, why, who to check in with, who and what is there, what is open.

    What was heard already is not said again: why these hours are hard, somebody's opening words,
    the same hours open in the same week, the line that stands by.
    """
    said = heard.said
    when = times.heading(planned, plan, clock24=viewer.clock24, full=True)
    yield f"{when}: {clean(planned.risk.label)}. Level: {planned.risk.level}."
    if planned.risk.triggers:
        because = ended(", ".join(map(clean, planned.risk.triggers)))
        yield from once(f"{words.BECAUSE}: {because}", said)
    check_in = plan.check_in(planned)
    if check_in is not None and not check_in.over:
        yield check_in_line(check_in.contact, planned, plan, viewer)
        opening = check_in.contact.say
        if opening:
            name = clean(check_in.contact.name)
            yield from once(words.YOU_CAN_SAY.format(name=name, opening=clean(opening)), said)
    asked = check_in.contact.id if check_in else None
    for covers in wording.by_source(planned, plan, "contact"):
        number = covers[0].id
        if covers[0].span is not planned.span or number == asked:
            yield person_line(covers, planned, plan, viewer, heard)
            continue
        if number not in heard.whole:
            heard.whole[number] = person_line(covers, planned, plan, viewer, heard)
        yield heard.whole[number]
    yield from meeting_lines(planned, plan, viewer)
    yield from gap_lines(planned, plan, viewer, heard)
    for gap in times.gaps_ahead(planned, plan):
        standby, _ = viewer.standby(gap.start)
        if standby:
            yield from once(words.AT_ANY_HOUR.format(line=by_line(standby)), said)


def person_line(
    covers: list[Cover], planned: Planned, plan: Plan, viewer: Viewer, heard: Heard
) -> str:
    """Return when a person can be reached; how too, unless they are the one to check in with."""
    name, way = heard.person(covers[0], viewer)
    when = times.stretches(covers, planned, plan, clock24=viewer.clock24)
    if planned.check_in and planned.check_in.contact.id == covers[0].id:
        way = ""
    return f"{words.REACHABLE}: {ended(f'{name} {when}{way}')}"


def once(line: str, said: set[str]) -> Iterator[str]:
    """Yield a line that has not been said yet."""
    if line not in said:
        said.add(line)
        yield line


def by_line(line: Line) -> str:
    """Return the line that stands by, as a sentence: "988, call or text."."""
    return ended(wording.line_words(line).removesuffix(", any hour").replace(": ", ", "))


def check_in_line(contact: Contact, planned: Planned, plan: Plan, viewer: Viewer) -> str:
    """Return who to check in with, when and how: "8:30 pm: call Sam, 555-0114."."""
    if planned.check_in is not None and planned.check_in.done is not None:
        from recoverplan.words.lived import DONE_PLAINLY

        done = planned.check_in.done.astimezone(plan.zone)
        return DONE_PLAINLY.format(
            time=time_of_day(done, clock24=viewer.clock24), name=clean(contact.name)
        )
    at = times.check_in_time(planned, plan, clock24=viewer.clock24)
    if plan.same_call(planned):
        same = wording.same_call(contact, viewer.prefer)
        return words.SAME_CALL_PLAINLY.format(at=at, same=same)
    act = wording.do(contact, clean(contact.name), viewer.prefer)
    return f"{at}: {act}, {wording.where_reached(contact, viewer.prefer)}."


def meeting_lines(planned: Planned, plan: Plan, viewer: Viewer) -> Iterator[str]:
    """Yield the meetings that fall into the window."""
    for name, hours, place in wording.meetings_in(planned, plan, clock24=viewer.clock24):
        said = ", ".join(filter(None, (name, place)))
        yield f"{wording.capital(hours)}: meeting, {ended(said)}"


def gap_lines(planned: Planned, plan: Plan, viewer: Viewer, heard: Heard) -> Iterator[str]:
    """Yield the gaps as invitations: "11 pm to midnight: nobody on your list yet."."""
    own = planned.span.start.astimezone(plan.zone).date()
    for gap in times.gaps_ahead(planned, plan):
        day, hours = open_stretch(gap, plan, viewer)
        running = gap.start < plan.now < gap.end
        this_week = f"{hours} {monday_before(day)}"
        if this_week in heard.said:
            continue
        heard.said.add(this_week)
        when = wording.capital(hours) if running or day == own else f"{long_day(day)}, {hours}"
        also = [
            each for each in heard.open_days.get((monday_before(day), hours), ()) if each != day
        ]
        yield " ".join([f"{when}: {words.NOBODY_YET}.", *same_on(also)])


def same_on(days: list[date]) -> Iterator[str]:
    """Yield on which other days of the week it is the same, if there are any."""
    names = [WEEKDAYS[day.weekday()] for day in days]
    if len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1:
        yield words.SAME_FROM.format(first=names[0], last=names[-1])
    elif days:
        yield words.SAME_ON.format(days=listed(names))


def what_to_do(planned: Planned) -> Iterator[str]:
    """Yield the window's if-thens and steps."""
    for each in planned.risk.if_thens:
        yield ended(f"If {clean(each.condition)}, then {clean(each.action)}")
    for step in planned.risk.steps:
        yield f"Step: {ended(clean(step))}"


def tries_line(tries: Tries, plan: Plan, viewer: Viewer) -> str:
    """Return how far a trial has come, and its next meeting."""
    name = clean(tries.group.name)
    if tries.group.status == "trying":
        least, most = tries.group.tries_goal
        goal = f"{least} to {most}" if least < most else f"{most}"
        meetings = "1 meeting" if tries.tries == 1 else f"{tries.tries} meetings"
        said = words.SO_FAR.format(name=name, meetings=meetings, goal=goal)
    else:
        said = f"{name}: kept."
    if tries.next is None and tries.group.format == CHAT:
        said = f"{name}: {words.ANY_TIME}."
        return " ".join([said, *map(as_sentence, viewer.to_attend(tries.group))])
    if tries.next is None:
        return f"{said} {wording.capital(words.NO_TIMES)}."
    start = tries.next.start.astimezone(zone_shown(tries, plan.zone))
    when = f"{long_day(start.date())}, {time_of_day(start, clock24=viewer.clock24, dated=True)}"
    not_to_go = against(tries.hindrance, tries.group.zone)
    where = not_to_go or wording.place(tries.group)
    following = wording.perhaps(tries) + ", ".join(filter(None, (when, where)))
    return " ".join(
        [said, f"Next: {ended(following)}", *map(as_sentence, viewer.to_attend(tries.group))]
    )


def next_lines(plan: Plan, viewer: Viewer) -> Iterator[str]:
    """Yield what would give hours a person who have none, and what to do next."""
    gap = open_hours(plan)
    yield from wording.hours_not_asked(plan, viewer)
    if viewer.unasked is not None:
        from recoverplan.writers.why import unasked_words

        yield unasked_words(viewer.unasked, plan, full=True)
    if viewer.missing is not None:
        from recoverplan.writers.why import missing_words

        yield missing_words(viewer.missing, plan, full=True)
    yield from map(command, wording.offered_once(plan, viewer))
    if not viewer.planned:
        yield command(words.ADD_HARD_HOURS)
    elif viewer.alone:
        yield NOBODY_YET
        yield command(words.ADD_SOMEBODY)
    elif gap is not None:
        yield command((wording.gap_question(gap, clock24=viewer.clock24), words.FILL_GAP))
    yield command(words.HARD_NOW)


def command(pair: tuple[str, str]) -> str:
    """Return a question and the command that answers it."""
    question, typed = pair
    return f"{ended(question.removesuffix(':'))} Type: {typed}"


def welcome_lines(said: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the invitation for somebody who has nothing to plan with yet."""
    yield said
    yield from map(command, pairs)


def today_lines(plan: Plan, viewer: Viewer, front: Front) -> Iterator[str]:
    """Yield today, line by line."""
    yield f"{long_day(plan.now.astimezone(plan.zone).date())}."
    for note in wording.zone_notes(plan, viewer):
        yield note.replace(";", ",")
    for time, said in front.entries:
        yield ended(f"{wording.capital(time)}: {said}" if time else wording.capital(said))
    yield from map(ended, front.notes)
    if front.why:
        yield front.why
    yield from map(command, front.pairs)
