"""Sentences for why a check-in is as it is, and for what borders on open hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.coverage import Cover
from recoverplan.domain.pins import Unasked
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.saying import relative_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean, listed
from recoverplan.domain.why import Between, Change, Missing, Why
from recoverplan.words import plan as words
from recoverplan.writers.times import day_words
from recoverplan.writers.wording import capital


def reasons(
    why: Why, planned: Planned, zone: ZoneInfo, *, lead_minutes: int, clock24: bool
) -> list[str]:
    """Return sentences, one a line: why this person at this time, or why nobody and what helps."""
    if planned.check_in is None:
        return nobody(why)
    name = clean(planned.check_in.contact.name)
    person = {
        "pinned": words.PINNED,
        "only": words.ONLY,
        "first": words.FIRST,
        "shared": words.SHARED,
    }
    said = [person.get(why.person, words.FAIR).format(name=name)]
    if why.shared:
        labels = in_one(clean(each.risk.label) for each in why.shared)
        said.append(words.SAME_CALL_AS.format(labels=labels))
    said += [
        words.PASSED[each.reason].format(
            name=clean(each.contact.name),
            number=number(each.load),
            are="is" if each.load == 1 else "are",
            check_ins="check-in" if each.load == 1 else "check-ins",
        )
        for each in why.passed
    ]
    at = moment(planned.check_in.at, zone, clock24=clock24)
    lead = length(lead_minutes)
    return [*said, words.TIME[why.time or "reach"].format(at=at, lead=lead, name=name)]


def nobody(why: Why) -> list[str]:
    """Return why nobody is asked, and what would change it."""
    if why.person == "unwanted":
        return [words.UNWANTED]
    if why.person == "hours":
        return [words.NOBODY_IN_HOURS]
    said = [words.NUMBERS]
    if why.change is not None:
        said.append(change(why.change))
    return [*said, words.CALL_ANYWAY]


def change(change: Change) -> str:
    """Return what would give hours a person: "Dana would be free with two a week."."""
    return words.CHANGE.format(name=clean(change.contact.name), number=number(change.per_week))


def bordering(found: Between, gap: Span, zone: ZoneInfo, *, line: bool, clock24: bool) -> str:
    """Return who is there before and after a gap: "Sam until 10 pm; after that only the line."."""
    rest = words.ONLY_LINE if line else words.NOBODY_YET
    start = moment(gap.start, zone, clock24=clock24)
    end = moment(gap.end, zone, clock24=clock24)
    if found.before and found.after:
        return words.IN_BETWEEN.format(
            who=names(found.before), at=start, next=names(found.after), then=end, rest=rest
        )
    if found.before:
        return words.UNTIL_THEN.format(who=names(found.before), at=start, rest=rest)
    if found.after:
        return words.FROM_THEN.format(who=names(found.after), at=end, rest=rest)
    return rest[:1].upper() + rest[1:] + "."


def names(covers: tuple[Cover, ...]) -> str:
    """Return names: "Sam", "Sam and Priya", "Sam, Priya and Dana"."""
    return in_one(clean(each.name) for each in covers)


def in_one(said: Iterable[str]) -> str:
    """Return several in one, each once: "Sam, Priya and Dana"."""
    return listed(list(dict.fromkeys(said)))


def moment(instant: datetime, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return the time of day on the person's clock."""
    return time_of_day(instant.astimezone(zone), clock24=clock24)


def number(count: int) -> str:
    """Return a number in words, up to ten."""
    in_words = words.NUMBERS_IN_WORDS
    return in_words[count] if count < len(in_words) else str(count)


def length(minutes: int) -> str:
    """Return a length of time: "half an hour", "an hour", "45 minutes", "2 hours"."""
    if minutes in {30, 60}:
        return words.HALF_AN_HOUR if minutes == 30 else "an hour"
    return f"{minutes // 60} hours" if minutes % 60 == 0 and minutes else f"{minutes} minutes"


def next_hours(plan: Plan, *, clock24: bool) -> str:
    """Return when these hours come next, "" where they don't within a year."""
    if plan.later is None:
        return ""
    start = plan.later.span.start.astimezone(plan.zone)
    day = relative_day(start.date(), plan.now.astimezone(plan.zone).date())
    return words.NOT_IN_THESE_DAYS.format(
        day=day, at=time_of_day(start, clock24=clock24, dated=True)
    )


def missing_words(missing: Missing, plan: Plan, *, full: bool = False) -> str:
    """Return "Sat 28, Match: nobody yet. Dana would be free with two a week."."""
    day = missing.planned.span.start.astimezone(plan.zone).date()
    today = plan.now.astimezone(plan.zone).date()
    return words.MISSING.format(
        day=capital(day_words(day, today, full=full)),
        label=clean(missing.planned.risk.label),
        change=change(missing.change),
    )


def unasked_words(unasked: Unasked, plan: Plan, *, full: bool = False) -> str:
    """Return "You chose Dana for Nights alone. Dana is paused until Mon 30 Nov."."""
    name = clean(unasked.contact.name)
    reason, day = unasked.reason, ""
    if unasked.until is not None:
        today = plan.now.astimezone(plan.zone).date()
        reason, day = "until", day_words(unasked.until, today, full=full)
    because = words.UNASKED_BECAUSE[reason].format(name=name, day=day)
    return words.UNASKED.format(name=name, label=clean(unasked.risk.label), why=because)
