"""Looking back at a week or a month: what is known of it, gathered and never scored, what somebody
notes there, and a page of it to take along.

A week runs from Monday to Sunday of the person's zone and holds what began in it. Only hard hours
that are over take part, and only those that were known before they ended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from zoneinfo import ZoneInfo

from recoverplan.domain.checkins import occurrences_of
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import counts
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.moment_days import weekday_of
from recoverplan.domain.naming import folded, once
from recoverplan.domain.plan import Facts
from recoverplan.domain.saying import medium_day
from recoverplan.domain.schedule import midnight
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.step import Reason
from recoverplan.domain.talk import Agreement
from recoverplan.domain.text import clean
from recoverplan.domain.urge import Lapse, Urge, by_use
from recoverplan.domain.urge_chart import UrgeChart
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple, Value
from recoverplan.words import review as words

HOW = ("easier", "hard", "used")
# Answers to "Less alone than a month ago?".
ALONE = ("yes", "no", "same", "skip")


class Review(Value):
    """What was noted of the week that begins on the Monday `week`; one review a week.

    `helped` is what helped, `idea` something heard; `helped_someone` answers "did you help
    someone?"; `question` is the one for the week after. What was skipped is None.
    `alone`, of ALONE: whether they are less alone than a month ago, asked once a month.
    """

    id: int = 0
    week: date
    helped: str | None = None
    idea: str | None = None
    helped_someone: bool | None = None
    question: str | None = None
    alone: str | None = None
    created: datetime  # UTC


class Outcome(Value):
    """How one occurrence of hard hours went: easier, hard, or used (or drank, or gambled).

    `risk` is the id of the window, None once it was removed; `label` is what it was called.
    `start` is the occurrence's (UTC).
    """

    id: int = 0
    risk: int | None
    label: str
    start: datetime
    how: str
    created: datetime  # UTC


WEEK = timedelta(days=7)
A_MONTH = timedelta(days=28)
# From this weekday on (0: Monday) the week that runs is looked back at, before it the one before.
THIS_WEEK_FROM = 3
REPEATED = 2  # days with a lapse ...
WITHIN = timedelta(days=30)  # ... in so many days, although there is support: `care` is named


class Known(NamedTuple):
    """All that is looked back at. `meetings` are whole, those of `facts` tell tries alone."""

    facts: Facts
    meetings: tuple[Meeting, ...] = ()
    urges: tuple[Urge, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    reasons: tuple[Reason, ...] = ()
    reviews: tuple[Review, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    agreements: tuple[Agreement, ...] = ()


class Hard(NamedTuple):
    """One stretch of hard hours that is over.

    `risk` is the window's id, None once it is gone; then `level` and `end` are not known either.
    `outcome` says how it went, None where that was not said.
    """

    label: str
    risk: int | None
    level: str | None
    start: datetime
    end: datetime | None
    outcome: Outcome | None

    @property
    def how(self) -> str | None:
        """Return how it went: easier, hard, used; None where that was not said."""
        return self.outcome.how if self.outcome else None


class Back(NamedTuple):
    """A stretch of days looked back at, from `first` to `last`, both included.

    `before` is what came before urges and lapses, the most frequent first; `helped` and `ideas`
    are from reviews, urges and meetings. `reviews` are those of the weeks that begin in it; `asked`
    is the question of the week before the first. `there` are the people who were talked with;
    `agreements` what they do if the person goes quiet.
    """

    zone: ZoneInfo
    first: date
    last: date
    hours: tuple[Hard, ...]
    meetings: tuple[Meeting, ...]
    before: tuple[str, ...]
    helped: tuple[str, ...]
    ideas: tuple[str, ...]
    reviews: tuple[Review, ...]
    asked: str | None
    reasons: tuple[str, ...]
    there: tuple[Contact, ...] = ()
    agreements: tuple[tuple[Agreement, str], ...] = ()

    @property
    def review(self) -> Review | None:
        """Return the review of the week looked back at, None where there is none yet."""
        return self.reviews[0] if self.reviews else None


def week_to_review(now: datetime) -> date:
    """Return the Monday of the week to look back at, in the zone of `now`."""
    monday = monday_before(now.date())
    return monday if now.weekday() >= THIS_WEEK_FROM else monday - WEEK


def look_back(known: Known, first: date, days: int, now: datetime) -> Back:
    """Gather what is known of so many days from `first` on, as it stands at `now`."""
    zone = known.facts.zone
    start, end = midnight(first, zone), midnight(first + timedelta(days=days), zone)
    last = first + timedelta(days=days - 1)

    def inside(at: datetime) -> bool:
        return start <= at < end

    reviews = sorted(
        (each for each in known.reviews if first <= each.week <= last), key=lambda each: each.week
    )
    asked = next((each.question for each in known.reviews if each.week == first - WEEK), None)
    meetings = sorted(
        (each for each in known.meetings if inside(each.at)), key=lambda each: each.at
    )
    urges = [urge for urge in known.urges if inside(urge.at)]
    logged: list[Urge | Lapse] = [*urges, *(lapse for lapse in known.lapses if inside(lapse.at))]
    logged.sort(key=lambda each: each.at)
    names = {contact.id: contact.name for contact in known.facts.contacts}
    return Back(
        zone=zone,
        first=first,
        last=last,
        hours=tuple(hard_hours(known, start, end, now.astimezone(UTC))),
        meetings=tuple(meetings),
        before=tuple(by_use(tag for each in logged for tag in each.triggers)),
        helped=once([*(each.helped for each in reviews), *map(eased, urges)]),
        ideas=once([*(each.idea for each in meetings), *(each.idea for each in reviews)]),
        reviews=tuple(reviews),
        asked=asked,
        reasons=tuple(each.text for each in known.reasons if "review" in each.shown),
        there=tuple(who_was_there(known.facts, start, end)),
        agreements=tuple((one, names.get(one.contact, "")) for one in known.agreements),
    )


def who_was_there(facts: Facts, start: datetime, end: datetime) -> Iterator[Contact]:
    """Yield the people who were talked with in [start, end), in the person's order."""
    talks = facts.meant.talks if facts.meant else ()
    reached = {talk.contact for talk in talks if talk.answered and start <= talk.at < end}
    for contact in facts.contacts:
        if contact.id in reached:
            yield contact


def asks_if_alone(reviews: Iterable[Review], week: date) -> bool:
    """Tell whether it is time for the one question a month: less alone than a month ago?"""
    return not any(each.alone is not None and abs(week - each.week) < A_MONTH for each in reviews)


def hard_hours(known: Known, start: datetime, end: datetime, now: datetime) -> list[Hard]:
    """Return the hard hours that began in [start, end) and are over, and those that were answered.

    What was answered stays, although its window may have other hours now, or be gone. Where its
    hours moved within a day that was answered, they are not asked about a second time.
    """
    answers = {(each.risk or each.label, each.start): each for each in known.outcomes}
    found = []
    for risk, span in occurrences_of(known.facts.risks, known.facts.zone, start, end):
        if start <= span.start and risk.created < span.end <= now:
            answer = answers.pop((risk.id, span.start), None)
            found.append(Hard(risk.label, risk.id, risk.level, span.start, span.end, answer))
    for each in answers.values():
        if start <= each.start < end:
            if (moved := moved_to(each, found, known.facts.zone)) is not None:
                found.remove(moved)
            found.append(Hard(each.label, each.risk, None, each.start, None, each))
    return sorted(found, key=lambda each: (each.start, each.label))


def moved_to(answer: Outcome, hours: Iterable[Hard], zone: ZoneInfo) -> Hard | None:
    """Return the hours that an answered stretch became: of the same window and day, the nearest."""
    day = answer.start.astimezone(zone).date()
    same = [
        each
        for each in hours
        if each.outcome is None
        and each.risk == answer.risk is not None
        and each.start.astimezone(zone).date() == day
    ]
    return min(same, key=lambda each: abs(each.start - answer.start), default=None)


def eased(urge: Urge) -> str | None:
    """Return what was done about an urge that was weaker after it, None where that is not known."""
    before, after = urge.change or (0, 0)
    return urge.did if after < before else None


def meant(hours: Sequence[Hard], typed: str, zone: ZoneInfo) -> list[Hard]:
    """Return the hard hours that a label, a day, or a label and a day mean; [] for none.

    A label is all of them of that name, a day (tue, 2026-11-24) those that began on it.
    """
    wanted = folded(typed)
    named = [each for each in hours if folded(each.label) == wanted]
    if named:
        return named
    label, _, last = wanted.rpartition(" ")
    on_day = [each for each in hours if is_day(last, each.start.astimezone(zone).date())]
    if on_day:
        return [each for each in on_day if folded(each.label).startswith(label)]
    return [each for each in hours if folded(each.label).startswith(wanted)]


def is_day(word: str, day: date) -> bool:
    """Tell whether a word names this day of the week, or this date."""
    return weekday_of(word) == day.weekday() or word == day.isoformat()


def logged_in(hard: Hard, lapses: Iterable[Lapse]) -> bool:
    """Tell whether a lapse is logged within these hours."""
    end = hard.end or hard.start + timedelta(days=1)
    return any(hard.start <= lapse.at < end for lapse in lapses)


def repeats_despite_support(known: Known, now: datetime) -> bool:
    """Tell whether there was more than one day with a lapse lately, although there is support.

    Support is somebody who counts, or a group on trial or kept. It is told to nobody but the person
    and only as an offer.
    """
    zone, since = known.facts.zone, now.astimezone(UTC) - WITHIN
    times = [lapse.at for lapse in known.lapses]
    times += [each.start for each in known.outcomes if each.how == "used"]
    days = {at.astimezone(zone).date() for at in times if since <= at <= now}
    people = any(counts(contact) for contact in known.facts.contacts)
    groups = any(group.attended for group in known.facts.groups)
    return len(days) >= REPEATED and (people or groups)


NOTES = "notes"
LEVELS = 3  # heights of a bar


class ReportLine(NamedTuple):
    """One line of a part of words.PARTS, with its number from 1 on."""

    number: int
    part: str
    text: str


class Report(NamedTuple):
    """Lines in the order of the parts. `grid`: seven days of 24 heights from 0 to LEVELS."""

    title: str
    lines: tuple[ReportLine, ...]
    grid: tuple[tuple[int, ...], ...]


def make_report(title: str, texts: Iterable[tuple[str, str]], chart: UrgeChart) -> Report:
    """Return the page with every line there could be: pairs of a part and a text, and the chart."""
    grid = grid_of(chart)
    every = [*texts, *([("chart", words.CHART_LINE)] if any(map(any, grid)) else [])]
    every += [("triggers", clean(each.text)) for each in chart.triggers if each.text]
    every += [("did", clean(each.text)) for each in chart.done]
    order = tuple(words.PARTS)
    every.sort(key=lambda pair: order.index(pair[0]))
    lines = tuple(ReportLine(number, *pair) for number, pair in enumerate(every, 1))
    return Report(title, lines, grid)


def grid_of(chart: UrgeChart) -> tuple[tuple[int, ...], ...]:
    """Return how high each hour's bar is, against the hour in which most began."""
    most = max((hour.urges for hour in chart.hours), default=0)
    heights = [[0] * 24 for _ in range(7)]
    for hour in chart.hours:
        heights[hour.weekday][hour.hour] = -(-hour.urges * LEVELS // most)
    return tuple(map(tuple, heights))


def notes_of(known: Known, first: date, last: date) -> Iterator[str]:
    """Yield what was noted of urges, lapses and meetings in these days, the earliest first."""
    logged = [(each.at, each.zone, each.note) for each in known.urges]
    logged += [(each.at, each.zone, each.note) for each in known.lapses]
    logged += [(each.at, each.zone, each.note) for each in known.meetings]
    yield from notes_said(logged, first, last)


def notes_said(
    logged: Iterable[tuple[datetime, str, str | None]], first: date, last: date
) -> Iterator[str]:
    """Yield notes of these days with their day; each has its instant and the zone where it was."""
    for at, zone, note in sorted(logged, key=itemgetter(0)):
        day = at.astimezone(known_zone(zone) or UTC).date()
        if note and first <= day <= last:
            yield words.NOTE.format(day=medium_day(day), text=clean(note))


def with_parts(report: Report, parts: Collection[str]) -> Report:
    """Return the report with the lines of these parts alone; "all" is all but notes."""
    named = set(parts) | (set(words.PARTS) - {NOTES} if words.ALL in parts else set())
    return with_lines(report, {line.number for line in report.lines if line.part in named})


def with_lines(report: Report, numbers: Collection[int]) -> Report:
    """Return the report with these lines alone, and the chart only where its line is one."""
    lines = tuple(line for line in report.lines if line.number in numbers)
    charted = any(line.part == "chart" for line in lines)
    return report._replace(lines=lines, grid=report.grid if charted else ())
