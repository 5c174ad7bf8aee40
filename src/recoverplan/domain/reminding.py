"""Reminders of the days ahead: each source turns the plan into those of one kind.

A source is a pure function of what is ahead. One that comes new is a line in `SOURCES`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import place_of
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import covering_meetings, reach
from recoverplan.domain.emergency import HORIZON
from recoverplan.domain.group import Group
from recoverplan.domain.plan import Facts, Planned, plan_stretch
from recoverplan.domain.saying import WEEKDAYS, clock, long_day
from recoverplan.domain.schedule import midnight
from recoverplan.domain.span import Span
from recoverplan.domain.trial import LAST_START_WITHIN
from recoverplan.words import remind as words

# What can be asked for, and what each of it is called where it is told. The order is the help's.
KINDS = {
    "check-ins": "check-in",
    "hours": "hours",
    "meetings": "meeting",
    "preparations": "preparation",
    "treatment": "treatment",
    "log": "log",
}
BEFOREHAND = ("hours", "meetings", "treatment")  # the rest, and medicine, comes at its own time
RENEWAL = "renewal"  # comes by itself, shortly before the reminders end
NEUTRAL, FULL = WORDS = ("neutral", "full")
LONGEST_BEFORE = 12 * 60  # minutes
MOST_A_DAY = 50


class Reminder(NamedTuple):
    """One thing to be reminded of (instants in UTC): told once, from `due` on, before `until`.

    `start` is that of the thing itself. `keys` tell it from others, and whether it was told: by
    its kind and start, never by when, how or about whom it is told, so that a plan that changes
    tells nothing twice. A call that serves several hours has a key for each of them.
    """

    due: datetime
    until: datetime
    kind: str
    start: datetime
    words: str
    keys: tuple[str, ...]


class Piece(NamedTuple):
    """A stretch of one local day, outside the quiet hours, in which a reminder may be told."""

    due: datetime
    until: datetime
    day: date
    reminder: Reminder


def key(kind: str, start: datetime, which: int = 0) -> str:
    """Return the key of a thing: "c1795480200.3"; `which` where kind and start alone won't do.

    A kind is its first letter, since its name could tell what the reminder is for.
    """
    return f"{kind[0]}{int(start.timestamp())}" + (f".{which}" if which else "")


def loud(frame: Span, quiet: Sequence[int], zone: ZoneInfo) -> list[tuple[Span, date]]:
    """Return what of the frame is outside the quiet hours, cut at midnights, with its local day.

    `quiet` holds a start and an end in minutes after midnight, by the clock on the wall: an hour
    that comes twice is quiet both times. Without them nothing is.
    """
    from recoverplan.domain.emergency import offsets

    edges = {frame.start, frame.end, *(offset.since for offset in offsets(zone, *frame))}
    day = frame.start.astimezone(zone).date()
    while day <= frame.end.astimezone(zone).date():
        for minute in (0, *quiet):
            wall = datetime.combine(day, time(*divmod(minute % 1440, 60)), zone)
            edges |= {wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
        day += timedelta(days=1)
    found: list[tuple[Span, date]] = []
    for start, end in pairwise(sorted(edge for edge in edges if frame.start <= edge <= frame.end)):
        local = start.astimezone(zone)
        if is_quiet(local.hour * 60 + local.minute, quiet):
            continue
        same_day = found and found[-1][0].end == start and found[-1][1] == local.date()
        found.append((Span(found.pop()[0].start if same_day else start, end), local.date()))
    return found


def are_quiet_hours(quiet: Sequence[int]) -> bool:
    """Tell whether these are quiet hours: none, or a start and another end."""
    if not quiet:
        return True
    return len(quiet) == 2 and quiet[0] != quiet[1] and all(0 <= each < 1440 for each in quiet)


def is_quiet(minute: int, quiet: Sequence[int]) -> bool:
    """Tell whether a minute of the day lies in the quiet hours; these may go across midnight."""
    if not quiet:
        return False
    start, end = quiet
    return start <= minute < end if start < end else minute >= start or minute < end


def pieces(reminders: Iterable[Reminder], loud_hours: Sequence[tuple[Span, date]]) -> list[Piece]:
    """Return when each reminder may be told, in the order in which they are due."""
    ends = [span.end for span, _ in loud_hours]
    found = []
    for reminder in reminders:
        place = bisect_right(ends, reminder.due)
        while place < len(ends) and (span := loud_hours[place][0]).start < reminder.until:
            due, until = max(reminder.due, span.start), min(reminder.until, span.end)
            if due < until:
                found.append(Piece(due, until, loud_hours[place][1], reminder))
            place += 1
    return sorted(found, key=lambda piece: (piece.due, piece.reminder.start, piece.reminder.keys))


T = TypeVar("T")
# Hard hours that began are still worth a look at their plan until half of them is over.
HOURS_HELP = timedelta(hours=1)  # at the least
DAY_LONG = timedelta(hours=12)
LATE = timedelta(minutes=15)  # after a meeting began, one can still go
LONGEST_MEETING = timedelta(hours=5)  # a room that is open longer is no appointment
RENEW_BEFORE = timedelta(days=7)
A_DAY = timedelta(days=1)
NOON = timedelta(hours=12)


class Style(NamedTuple):
    """How reminders speak: with names and labels (`full`) or neutrally; by which clock.

    `prefer` is the person's own usual way to reach people.
    """

    full: bool = False
    clock24: bool = False
    prefer: str | None = None


class Ahead(NamedTuple):
    """What sources are given: the facts, the plan of the whole frame, and what was asked for."""

    facts: Facts
    frame: Span
    planned: tuple[Planned, ...]
    before: timedelta
    style: Style

    def said(self, instant: datetime, due: datetime) -> str:
        """Say when a thing is: "9 pm"; with its day where it is told on the day before.

        A midnight belongs to the evening before it.
        """
        local, told = (moment.astimezone(self.facts.zone) for moment in (instant, due))
        minute = local.hour * 60 + local.minute
        near = local.date() == told.date() or (minute == 0 and instant - due < DAY_LONG)
        day = "" if near else f"{WEEKDAYS[local.weekday()]} "
        return day + clock(minute, clock24=self.style.clock24)


Source = Callable[[Ahead], Iterator[Reminder]]


def check_ins(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder for each call of the plan that was not made yet, for as long as that
    contact may be reached.

    One contact at one instant is one call, whatever it serves: hours of several days that want the
    same person ring together from the next evening on.
    """
    calls: dict[tuple[int, datetime], list[Planned]] = {}
    asked: dict[int, Contact] = {}
    for planned in ahead.planned:
        if planned.check_in is not None and planned.check_in.done is None:
            asked[planned.check_in.contact.id] = planned.check_in.contact
            calls.setdefault(planned.check_in.call, []).append(planned)
    if not calls:
        return
    first = min(at for _, at in calls)
    last = max(planned.span.end for serves in calls.values() for planned in serves)
    reaches = {
        each.contact.id: each for each in reach(asked.values(), first, last, ahead.facts.zone)
    }
    free: dict[tuple[int, datetime], list[tuple[datetime, list[Planned]]]] = {}
    for (number, at), serves in calls.items():
        end = max(planned.span.end for planned in serves)
        for span in reaches[number].within(Span(at, end)):
            free.setdefault((number, span.start), []).append((span.end, serves))
    for (number, due), found in free.items():
        until = max(end for end, _ in found)
        served = [planned for _, serves in found for planned in serves]
        keys = tuple(key("check-in", each.span.start, each.risk.id) for each in served)
        said = call_words(asked[number], ahead.style)
        yield Reminder(due, until, "check-in", served[0].span.start, said, keys)


def call_words(contact: Contact, style: Style) -> str:
    """Return what is said of a call, a text, an email or another way."""
    way = contact.way(style.prefer) or "other"
    if not style.full:
        return words.CHECK_IN[way]
    where = getattr(contact, way)
    return words.CHECK_IN_FULL[way].format(name=contact.name, where=where)


def hours(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder before hard hours; those that begin together are one."""
    for start, found in together(ahead.planned, lambda planned: planned.span.start):
        new = [each for each in found if each.risk.created < start]
        if not new:  # entered while they ran
            continue
        due = max(start - ahead.before, min(each.risk.created for each in new))
        end = max(each.span.end for each in new)
        until = min(end, start + max(HOURS_HELP, (end - start) / 2))
        local = start.astimezone(ahead.facts.zone)
        whole_day = not local.hour + local.minute and end - start >= DAY_LONG
        time = WEEKDAYS[local.weekday()] if whole_day else ahead.said(start, due)
        labels = in_one(each.risk.label for each in new)
        said = (words.HOURS_FULL if ahead.style.full else words.HOURS).format(
            labels=labels, time=time
        )
        yield Reminder(due, until, "hours", start, said, (key("hours", start),))


def meetings(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder before meetings that one may go to; those that begin together are one."""
    for start, found in together(meetings_ahead(ahead), lambda each: each[0].start):
        new = [each for each in found if each[1].created < start]
        if not new:
            continue
        due = max(start - ahead.before, min(group.created for _, group in new))
        until = min(start + LATE, max(span.end for span, _ in new))
        said = words.MEETING_FULL if ahead.style.full else words.MEETING
        names = in_one(at_place(group) for _, group in new)
        yield Reminder(
            due, until, "meeting", start,
            said.format(names=names, time=ahead.said(start, due)), (key("meeting", start),),
        )  # fmt: skip


def log(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder after each meeting of a group on trial, until it is logged.

    It helps for as long as a log without a time takes that meeting to be meant.
    """
    trying = (each for each in meetings_ahead(ahead) if each[1].status == "trying")
    for start, found in together(trying, lambda each: each[0].start):
        over = [each for each in found if each[1].created < each[0].end]
        if over:
            due = min(span.end for span, _ in over)
            names = in_one(group.name for _, group in over)
            said = (words.LOG_FULL if ahead.style.full else words.LOG).format(names=names)
            until = start + LAST_START_WITHIN
            yield Reminder(due, until, "log", start, said, (key("log", start),))


def meetings_ahead(ahead: Ahead) -> list[tuple[Span, Group]]:
    """Return the meetings that could be gone to; one that was logged already is over."""
    logged = {(meeting.group, meeting.occurrence) for meeting in ahead.facts.meetings}
    return [
        (span, group)
        for span, group in covering_meetings(
            ahead.facts.groups, *ahead.frame, ahead.facts.zone
        ).listed
        if span.end - span.start <= LONGEST_MEETING and (group.id, span.start) not in logged
    ]


def preparations_ahead(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder of each thing to prepare for the next of some hours, at its own time."""
    if not any(risk.prepare for risk in ahead.facts.risks):
        return
    from recoverplan.domain.preparing import next_start, preparations
    from recoverplan.words.lived import BEFORE

    zone = ahead.facts.zone
    for risk in ahead.facts.risks:
        start = next_start(risk, zone, ahead.frame.start + DAY_LONG * 2) if risk.prepare else None
        for each in preparations(risk, start, zone) if start else ():
            if each.done:
                continue
            said = words.PREPARATION
            if ahead.style.full:
                said = BEFORE.format(label=risk.label, text=each.text)
            yield Reminder(
                each.at, each.start, "preparation", each.at, said,
                (key("preparation", each.at, risk.id),),
            )  # fmt: skip


def treatment(ahead: Ahead) -> Iterator[Reminder]:
    """Yield a reminder before each time of treatment; medicine is never named."""
    found = ahead.facts.meant.treatments if ahead.facts.meant else ()
    if not found:
        return
    from recoverplan.domain.lived import times_of
    from recoverplan.domain.treatment import MEDICINE

    for one in found:
        for span in times_of(one, ahead.facts.zone, ahead.frame):
            if one.created >= span.start:
                continue
            medicine = one.kind == MEDICINE
            due = span.start - (timedelta(0) if medicine else ahead.before)
            named = words.TREATMENT_FULL.format(label=one.label, time=ahead.said(span.start, due))
            plain = words.TREATMENT.format(time=ahead.said(span.start, due))
            said = words.MEDICINE if medicine else named if ahead.style.full else plain
            yield Reminder(
                due, span.end, "treatment", span.start, said,
                (key("treatment", span.start, one.id),),
            )  # fmt: skip


SOURCES: dict[str, Source] = {
    "check-ins": check_ins,
    "hours": hours,
    "meetings": meetings,
    "preparations": preparations_ahead,
    "treatment": treatment,
    "log": log,
}


def frame_of(facts: Facts, now: datetime, days: int | None = None) -> Span:
    """Return the stretch that reminders are worked out for: from yesterday, as far as the card.

    With `days` only as far as those of that many days depend on: what comes later is wanting then,
    and the renewal comes too early, but after these days.
    """
    today = now.astimezone(facts.zone).date()
    far = HORIZON if days is None else min(HORIZON, timedelta(days=days) + RENEW_BEFORE + A_DAY)
    return Span(midnight(today - A_DAY, facts.zone), midnight(today + far, facts.zone))


def reminders(
    facts: Facts, frame: Span, wanted: Iterable[str], before: timedelta, style: Style
) -> list[Reminder]:
    """Return all reminders of the frame, of the kinds wanted; none of these means of every kind.

    The last one says that they end.
    """
    ahead = Ahead(facts, frame, tuple(plan_stretch(facts, frame)), before, style)
    names = [name for name in SOURCES if name in set(wanted or SOURCES)]
    found = [
        each
        for name in names
        for each in SOURCES[name](ahead)
        if each.due < frame.end and each.until > frame.start
    ]
    return [*found, renewal(ahead)] if found else []


def renewal(ahead: Ahead) -> Reminder:
    """Return the reminder that the others end soon: whoever only follows them would not know."""
    end = ahead.frame.end
    due = end - RENEW_BEFORE + NOON
    said = words.RENEWAL.format(day=long_day(end.astimezone(ahead.facts.zone).date()))
    return Reminder(due, end, RENEWAL, end, said, (key(RENEWAL, end),))


def together(
    items: Iterable[T], start: Callable[[T], datetime]
) -> Iterator[tuple[datetime, list[T]]]:
    """Yield the items by their starts, those that begin together in one list."""
    for begins, same in groupby(sorted(items, key=start), key=start):
        yield begins, list(same)


def at_place(group: Group) -> str:
    """Return a group's name, and where it meets or the number to call, if that is known."""
    where = place_of(group)
    return f"{group.name}, {where}" if where else group.name


def in_one(said: Iterable[str]) -> str:
    """Return several names in one, each once."""
    return "; ".join(dict.fromkeys(said))
