"""The front door in words: today in at most twelve lines, the same for screens and plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.saying import WEEKDAYS, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple
from recoverplan.words import plan as words
from recoverplan.writers import times, wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.group import Group
    from recoverplan.domain.lived import Lived
    from recoverplan.domain.preparing import Preparation
    from recoverplan.domain.talk import Going
    from recoverplan.writers.viewer import Viewer

LINES = 12  # in all


class Front(NamedTuple):
    """Today: entries with their times, what else there is to say, and what to do next.

    `why` is the one thing that would help most, where nothing is planned.
    """

    entries: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    why: str
    pairs: tuple[tuple[str, str], ...]


def front_of(
    plan: Plan, viewer: Viewer, group: Group | None, ahead: Lived | None, *, open_ahead: bool
) -> Front:
    """Gather the front door of a plan of today.

    `group` is one whose meeting may be logged; `ahead` is what is meant for the days after, too;
    `open_ahead`: some of their hours are open.
    """
    found = sorted(entries(plan, viewer), key=lambda each: each[0])
    later = [each for each in (ahead.preparations if ahead else ()) if each.at >= plan.end]
    notes = [before_said(each, plan, viewer) for each in later]
    if soon := next_said(plan, viewer, ahead):
        notes.insert(1, f"{words.NEXT_MEETING}: {soon}")  # two are shown
    why, pair = ("", None) if found else next_thing(plan, viewer, ahead, open_ahead=open_ahead)
    offered = wording.offered_once(plan, viewer)
    if plan.lived is not None and plan.lived.asked is not None and viewer.to_decide is None:
        from recoverplan.words import lived

        offered.append((lived.ANOTHER_DAY, lived.MOVE_COMMAND.format(id=plan.lived.asked.id)))
    pairs = wording.today_next(viewer, group, offered, pair)
    if not found:
        notes.insert(0, wording.quiet_or_empty(plan, viewer))
    room = LINES - 3 - len(notes[:2]) - bool(notes) - len(pairs) - (2 if why else 0)
    shown = [(said, text) for _, said, text in found]
    if len(shown) > room:
        more = words.MORE_TODAY.format(count=len(shown) - room + 1)
        shown = [*shown[: room - 1], ("", more)]
    return Front(tuple(shown), tuple(notes[:2]), why, tuple(pairs))


def next_said(plan: Plan, viewer: Viewer, ahead: Lived | None) -> str:
    """Return the next meeting, with whom and when to leave if it is one that was planned.

    "" where there is none, or where it stands among today's entries.
    """
    following = wording.first_meeting(plan)
    today = plan.lived.goings if plan.lived else ()
    going = next((one for one in (ahead.goings if ahead else ()) if one not in today), None)
    if going is not None:
        planned = next((each for each in plan.tries if each.group.id == going.group), None)
        if planned is not None and goes_first(going, following):
            from recoverplan.writers.lived import along

            following = planned._replace(next=Span(going.start, going.end))
            soon = wording.meeting_soon(following, plan, clock24=viewer.clock24)
            return soon + along(going, plan, viewer)
    if following is None or any(one.group == following.group.id for one in today):
        return ""
    return wording.meeting_soon(following, plan, clock24=viewer.clock24)


def goes_first(going: Going, following: Tries | None) -> bool:
    """Tell whether a meeting that was planned is no later than any group's next."""
    following_span = following.next if following else None
    return following_span is None or going.start <= following_span.start


def entries(plan: Plan, viewer: Viewer) -> Iterator[tuple[datetime, str, str]]:
    """Yield what there is today: an instant to sort by, its time in words, what it is."""
    for planned in plan.occurrences:
        check_in = plan.check_in(planned)
        to_make = check_in is not None and check_in.done is None and not check_in.over
        if check_in is not None and to_make and not plan.same_call(planned):
            at, act = wording.check_in(planned, plan, viewer)
            where = wording.where_reached(check_in.contact, viewer.prefer)
            yield check_in.at, at, f"{act}, {where}"
        yield planned.span.start, begins(planned, plan, viewer), hours_said(planned, plan, viewer)
    if plan.lived is None:
        return
    from recoverplan.writers.lived import extras

    for one in plan.lived.goings:
        yield one.leave or one.start, *going_said(one, plan, viewer)
    for each in extras(plan, viewer, goings=False):
        yield each.at, each.time, each.text


def going_said(going: Going, plan: Plan, viewer: Viewer) -> tuple[str, str]:
    """Return when to leave, or to be there, and for what: "leave for Lifeline (7 pm, hall)"."""
    from recoverplan.words import lived

    clock24, name = viewer.clock24, clean(viewer.group_name(going.group))
    group = next((each for each in viewer.groups if each.id == going.group), None)
    where = wording.place(group)
    contact = viewer.contact(going.contact) if going.contact else None
    more = f", {lived.WITH.format(name=clean(contact.name))}" if contact else ""
    start = time_of_day(going.start.astimezone(plan.zone), clock24=clock24)
    if going.leave is None:
        return start, ", ".join(filter(None, (name, where))) + more
    place = f", {where}" if where else ""
    said = lived.LEAVE_FOR.format(group=name, time=start, place=place)
    return time_of_day(going.leave.astimezone(plan.zone), clock24=clock24), said + more


def begins(planned: Planned, plan: Plan, viewer: Viewer) -> str:
    """Return when hours begin: "9 pm", "all day"; "now" where they run."""
    if planned.span.start <= plan.now:
        return words.NOW.lower()
    return time_of_day(planned.span.start.astimezone(plan.zone), clock24=viewer.clock24)


def hours_said(planned: Planned, plan: Plan, viewer: Viewer) -> str:
    """Return hours with their end, and where nobody is yet: "Nights until midnight. After ..."."""
    from recoverplan.words import lived

    start, end = times.on_the_wall(planned.span, plan.zone)
    since = max(start, plan.now.astimezone(plan.zone))
    until = times.later_time(end, since, clock24=viewer.clock24)
    said = lived.UNTIL.format(label=clean(planned.risk.label), end=until)
    gaps = times.gaps_ahead(planned, plan)
    if not gaps:
        meetings = wording.meetings_short(planned, plan, clock24=viewer.clock24)
        return f"{said} {wording.capital('; '.join(meetings))}." if meetings else said
    if gaps[0].start <= max(planned.span.start, plan.now) and gaps[0].end == planned.span.end:
        return f"{said} {lived.NOBODY}"
    if len(gaps) == 1 and gaps[0].end == planned.span.end:
        first = time_of_day(gaps[0].start.astimezone(plan.zone), clock24=viewer.clock24)
        return f"{said} {lived.NOBODY_AFTER.format(time=first)}"
    open_said = times.open_words(planned, plan, clock24=viewer.clock24)
    return f"{said} {wording.capital(open_said)}."


def before_said(each: Preparation, plan: Plan, viewer: Viewer) -> str:
    """Return what is to be prepared on another day: "Before Payday on Friday: card to Dana (…)"."""
    from recoverplan.words import lived

    start, at = (moment.astimezone(plan.zone) for moment in (each.start, each.at))
    time = time_of_day(at, clock24=viewer.clock24)
    return lived.BEFORE_DAY.format(
        label=clean(each.risk.label),
        day=WEEKDAYS[start.weekday()],
        text=clean(each.text),
        when=f"{WEEKDAYS[at.weekday()]} {time}",
    )


def next_thing(
    plan: Plan, viewer: Viewer, ahead: Lived | None, *, open_ahead: bool
) -> tuple[str, tuple[str, str] | None]:
    """Return why one thing would help most, and the thing as a question and a command."""
    from recoverplan.words import lived

    if not viewer.planned:
        return lived.NEXT_THING["hours"], words.ADD_HARD_HOURS
    if viewer.alone:
        return lived.NEXT_THING["person"], words.ADD_SOMEBODY
    trying = next((each for each in plan.tries if each.group.status == "trying"), None)
    if trying is not None and not (ahead and ahead.goings):
        question, command = lived.PLAN_ONE
        return lived.NEXT_THING["meeting"], (question, command.format(id=trying.group.id))
    if open_ahead:
        return lived.NEXT_THING["gap"], (lived.WHO_ELSE, words.FILL_GAP)
    return lived.NEXT_THING["week"], words.SEE_WEEK
