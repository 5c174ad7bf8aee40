"""What is meant and done in the week, in words: goings, talks, what was agreed, treatment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.outlook import days_of
from recoverplan.domain.saying import WEEKDAYS, relative_day, time_of_day
from recoverplan.domain.talk import EARLY, LATE, Going
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple, replace
from recoverplan.words import lived as words
from recoverplan.words.plan import HOW_WAS_IT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from recoverplan.domain.lived import GiveTime, TreatmentTime
    from recoverplan.domain.plan import Plan
    from recoverplan.domain.talk import Agreement, NoAnswer, Talk
    from recoverplan.writers.rows import Fact
    from recoverplan.writers.viewer import Viewer

    T = TypeVar("T", GiveTime, TreatmentTime)


OFTEN = 3  # what comes so often at one time in a plan is said once


class Extra(NamedTuple):
    """One thing that is meant, beside hard hours: when (UTC), its time in words, what it is."""

    at: datetime
    time: str
    text: str


def extras(plan: Plan, viewer: Viewer, *, named: bool = True, goings: bool = True) -> list[Extra]:
    """Return what is meant for a plan's days, in order of time, with the `goings` or without.

    `named`: medicine by its label.
    """
    lived = plan.lived
    if lived is None:
        return []
    clock24 = viewer.clock24
    found = [
        Extra(one.start, time_said(one.start, plan, clock24=clock24), meant(one, plan, viewer))
        for one in (lived.goings if goings else ())
    ]
    found += [
        Extra(each.at, time_said(each.at, plan, clock24=clock24),
              words.BEFORE.format(label=clean(each.risk.label), text=clean(each.text)))
        for each in lived.preparations
    ]  # fmt: skip
    found += repeated(lived.gives, lambda one: give_said(one, viewer), plan, viewer)
    said = lambda one: treatment_said(one, named=named)  # noqa: E731
    found += repeated(lived.treatments, said, plan, viewer)
    return sorted(found, key=lambda each: each.at)


def time_said(at: datetime, plan: Plan, *, clock24: bool) -> str:
    """Return a time of day in the zone that is in force then."""
    return time_of_day(at.astimezone(plan.zone), clock24=clock24)


def meant(going: Going, plan: Plan, viewer: Viewer) -> str:
    """Return a going beside its time: "Tuesday Lifeline, with Sam, leave 6:30: just listen"."""
    more = along(going, plan, viewer, aim=True)
    start = time_said(going.start, plan, clock24=viewer.clock24)
    if going.leave is not None and start[-3:] in {" am", " pm"}:
        leave = time_said(going.leave, plan, clock24=viewer.clock24)
        if leave.endswith(start[-3:]):  # the half of the day is plain beside the start
            more = more.replace(leave, leave[:-3], 1)
    return f"{clean(viewer.group_name(going.group))}{more}"


def along(going: Going, plan: Plan, viewer: Viewer, *, aim: bool = False) -> str:
    """Return with whom and when to leave; with the `aim` for what too."""
    contact = viewer.contact(going.contact) if going.contact else None
    name = contact.name if contact else None
    shown = going if aim else replace(going, goal=None)
    return going_more(shown, name, plan.zone, clock24=viewer.clock24)


def repeated(
    timed: Sequence[T], say: Callable[[T], str], plan: Plan, viewer: Viewer
) -> Iterator[Extra]:
    """Yield each time of commitments or of treatment; what comes often is said once."""
    by_time: dict[tuple[int, str], list[T]] = {}
    for each in timed:
        time = time_said(each.span.start, plan, clock24=viewer.clock24)
        by_time.setdefault((each.what.id, time), []).append(each)
    for (_, time), same in by_time.items():
        text = say(same[0])
        if len(same) < OFTEN:
            yield from (Extra(each.span.start, time, text) for each in same)
            continue
        days = [each.span.start.astimezone(plan.zone).date() for each in same]
        every = len(set(days)) == (days[-1] - days[0]).days + 1
        more = words.EVERY_DAY if every else words.ALSO_ON.format(days=later_days(days[1:], plan))
        yield Extra(same[0].span.start, time, f"{text}, {more}")


def later_days(days: Sequence[date], plan: Plan) -> str:
    """Return on which other days: "Wed, Fri"; with their dates in a plan longer than a week."""
    if days_of(plan) <= 7:
        return ", ".join(WEEKDAYS[day.weekday()][:3] for day in days)
    from recoverplan.writers.invitations import first_of
    from recoverplan.writers.times import day_of

    return first_of([day_of(day, plan) for day in days])


def treatment_said(timed: TreatmentTime, *, named: bool = True) -> str:
    """Return treatment with where it is; medicine without its label if so wanted."""
    what = timed.what
    if what.kind == words.MEDICINE and not named:
        return words.MEDICINE.capitalize()
    return ", ".join(clean(text) for text in (what.label, what.where) if text)


def give_said(timed: GiveTime, viewer: Viewer) -> str:
    """Return a commitment, with whom or what it is for unless it says so itself."""
    what, text = timed.what, clean(timed.what.text)
    contact = viewer.contact(what.contact) if what.contact else None
    group = viewer.group_name(what.group) if what.group else ""
    whom = clean(contact.name if contact else group)
    if not whom or whom.casefold() in text.casefold():
        return text
    return f"{text}, {words.GIVE_FOR.format(name=whom)}"


def offers(plan: Plan, viewer: Viewer) -> list[tuple[str, str]]:
    """Return what is asked about once: a going that passed, somebody who did not answer."""
    lived = plan.lived
    if lived is None:
        return []
    found = []
    if lived.asked is not None:
        group = clean(viewer.group_name(lived.asked.group))
        found.append((HOW_WAS_IT.format(group=group), words.LOG_COMMAND))
    if lived.unanswered is not None and (said := silence(lived.unanswered, viewer)):
        found.append((said, words.OTHER_TIME.format(id=lived.unanswered.contact)))
    return found


def silence(no_answer: NoAnswer, viewer: Viewer) -> str:
    """Return that somebody did not answer; "" if they are gone from the list."""
    contact = viewer.contact(no_answer.contact)
    if contact is None:
        return ""
    said = words.SILENT if no_answer.weekday is None else words.SILENT_ON
    weekday = WEEKDAYS[no_answer.weekday or 0]
    count = words.COUNTS[no_answer.times]
    return said.format(name=clean(contact.name), count=count, weekday=weekday)


def trip_note(plan: Plan) -> str:
    """Return where the person is, or will be, in the days of a plan; "" at home."""
    from recoverplan.domain.saying import medium_day
    from recoverplan.domain.zone import city

    trip = plan.lived.trip if plan.lived else None
    if trip is None:
        return ""
    first, until = medium_day(trip.first), medium_day(trip.until)
    today = plan.now.astimezone(plan.zone).date()
    here = trip.first <= today <= trip.until
    said = words.ON_A_TRIP if here else words.A_TRIP_COMES
    zone = city(trip.timezone)
    return said.format(place=clean(trip.place), day=until, first=first, until=until, zone=zone)


def going_said(
    going: Going, group: str, name: str | None, zone: ZoneInfo, today: date, *, clock24: bool
) -> str:
    """Return a going in a line: "Tuesday Lifeline, Tue 24, 7 pm, with Sam, leave 6:30 pm"."""
    start = going.start.astimezone(zone)
    when = f"{relative_day(start.date(), today)}, {time_of_day(start, clock24=clock24, dated=True)}"
    return f"{clean(group)}, {when}{going_more(going, name, zone, clock24=clock24)}"


def going_more(going: Going, name: str | None, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return with whom, when to leave and for what: ", with Sam, leave 6:30 pm: just listen"."""
    said = [words.WITH.format(name=clean(name))] if name else []
    if going.leave is not None:
        leave = time_of_day(going.leave.astimezone(zone), clock24=clock24)
        said.append(words.LEAVE.format(time=leave))
    more = "".join(f", {one}" for one in said)
    return f"{more}: {clean(going.goal)}" if going.goal else more


def going_facts(
    going: Going, name: str | None, zone: ZoneInfo, today: date, *, clock24: bool
) -> dict[str, str | None]:
    """Return everything that is known of a meeting that is planned, under its labels."""
    start = going.start.astimezone(zone)
    leave = None
    if going.leave is not None:
        leave = time_of_day(going.leave.astimezone(zone), clock24=clock24)
    when = f"{relative_day(start.date(), today)}, {time_of_day(start, clock24=clock24, dated=True)}"
    return {
        "When": when,
        "With": name,
        "Small aim": going.goal,
        "Leave": leave,
        "Early": f"{going.early} minutes" if going.early != EARLY else None,
        "Stay on": f"{going.late} minutes" if going.late != LATE else None,
        "Note": going.note,
    }


def talk_said(talk: Talk, name: str) -> str:
    """Return what happened: "talked with Sam", "Sam called you", "Sam did not answer"."""
    if not talk.answered:
        return words.NO_ANSWER.format(name=clean(name))
    said = words.THEY_DID if talk.they_called else words.TALKED_WITH
    return said[talk.how].format(name=clean(name))


def agreement_said(agreement: Agreement, name: str) -> str:
    """Return what was agreed: "if I miss two Tuesdays, Sam will ask me how I am"."""
    return words.AGREEMENT.format(
        condition=clean(agreement.condition), name=clean(name), action=clean(agreement.action)
    )


def talked_since(last: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return when somebody was last talked to: "today", "yesterday", "5 days ago", "in October"."""
    from recoverplan.domain.saying import MONTHS

    day, today = last.astimezone(zone).date(), now.astimezone(zone).date()
    ago = (today - day).days
    if ago <= 0:
        return "today"
    if ago == 1:
        return "yesterday"
    if ago < 14:
        return f"{ago} days ago"
    if ago < 60:
        return f"{ago // 7} weeks ago"
    year = "" if day.year == today.year else f" {day.year}"
    return f"in {MONTHS[day.month - 1]}{year}"


def agreement_facts(all_kept: Iterable[Agreement], name: str) -> Iterator[Fact]:
    """Give each thing that was agreed with somebody."""
    from recoverplan.writers.rows import Fact

    for one in all_kept:
        yield Fact("Agreed", agreement_said(one, name))
