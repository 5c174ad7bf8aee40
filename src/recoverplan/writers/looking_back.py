"""A week or a month looked back at, as titled entries that the screen and the plain lines share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from recoverplan.domain.looking_back import HOW, Back, Hard, Review
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.plan import Tries
from recoverplan.domain.saying import MONTHS, WEEKDAYS, long_day, short_day, time_of_day
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple
from recoverplan.words import lived
from recoverplan.words import review as words
from recoverplan.words.questions import ABOUT_THEN
from recoverplan.writers.lived import agreement_said
from recoverplan.writers.plain.rows import ended, ordinal
from recoverplan.writers.times import days_said
from recoverplan.writers.wording import tries_words


class Entry(NamedTuple):
    """One thing that is told: what it is, and what there is to say of it."""

    label: str
    said: Sequence[str]


class Section(NamedTuple):
    """Entries that belong together under a title; without one they stand for themselves."""

    title: str | None
    entries: Sequence[Entry]


class Days(NamedTuple):
    """How days are named, and what stands before the first of them."""

    name: Callable[[date], str]
    before: str = ""

    def listed(self, days: Iterable[date]) -> str:
        """Return days, each once: "Mon, Wed", "on the 9th, 10th"."""
        return self.before + ", ".join(dict.fromkeys(map(self.name, days)))


class Told(NamedTuple):
    """How a person is told: their clock, what they call using, their groups and tries."""

    clock24: bool
    about: tuple[str, ...]
    groups: Mapping[int, str]
    tries: Sequence[Tries]
    today: date


def used_word(about: Iterable[str]) -> str:
    """Return what "used" is called, by what the plan is about."""
    named = set(about)
    order = tuple(each for each in ("alcohol", "drugs", "gambling") if each in named)
    known = {} if named - set(order) else words.USED
    return known.get(order, words.USED_OTHERWISE)


def how_words(how: str, about: Iterable[str]) -> str:
    """Return how hard hours went, in words."""
    return words.HOW.get(how) or used_word(about)


def week_sections(back: Back, told: Told, *, full: bool = False) -> Iterator[Section]:
    """Give what there is to tell of a week; `full` names days in full, for lines that are heard."""
    days = Days(long_day, "on ") if full else Days(weekday_short)
    yield from hour_sections(back, told, days, words.QUIET)
    yield from meeting_sections(back, told, full=full)
    review = back.review
    someone = None if review is None else review.helped_someone
    yield loose(
        (words.HELPED, back.helped),
        (words.BEFORE, back.before),
        (words.IDEAS, back.ideas),
        (words.SOMEONE, () if someone is None else (words.YES if someone else words.NO,)),
        (lived.WAS_THERE, [contact.name for contact in back.there]),
        (lived.LESS_ALONE, less_alone(review)),
        (lived.AGREEMENTS, [agreement_said(*each) for each in back.agreements]),
        (words.REASONS, back.reasons),
        (words.ASKED_BEFORE, [back.asked] if back.asked else ()),
        (words.QUESTION, [review.question] if review and review.question else ()),
    )


def less_alone(review: Review | None) -> list[str]:
    """Return the answer whether somebody is less alone, in words; nothing where it was skipped."""
    answer = review.alone if review else None
    return [lived.ALONE[answer]] if answer in lived.ALONE else []


def month_sections(back: Back, told: Told, *, full: bool = False) -> Iterator[Section]:
    """Give what there is to tell of a month; `full` says days in words that can be heard."""
    days = Days(ordinal, "on the ") if full else Days(day_number)
    yield from hour_sections(back, told, days, words.QUIET_MONTH)
    yield from meeting_sections(back, told, full=full, days=days)
    yield loose(
        (words.HELPED, back.helped),
        (words.BEFORE, back.before),
        (words.IDEAS, back.ideas),
        (lived.LESS_ALONE, [said for each in back.reviews for said in less_alone(each)]),
        (words.REASONS, back.reasons),
        (words.QUESTIONS, [each.question for each in back.reviews if each.question]),
    )


def hour_sections(back: Back, told: Told, days: Days, quiet: str) -> Iterator[Section]:
    """Give each window's hours with how they went: "easier Mon, Wed", "not said Thu"."""
    by_label: dict[str, list[Hard]] = {}
    for hard in back.hours:
        by_label.setdefault(clean(hard.label), []).append(hard)
    entries = [Entry(label, ways(hours, back, told, days)) for label, hours in by_label.items()]
    yield Section(words.HOURS, entries or [Entry("", [quiet])])


def ways(hours: Iterable[Hard], back: Back, told: Told, days: Days) -> list[str]:
    """Return how hours of one window went, with the days of each way."""
    found: dict[str | None, list[date]] = {}
    for hard in hours:
        found.setdefault(hard.how, []).append(hard.start.astimezone(back.zone).date())
    said = []
    for how in (*HOW, None):
        if how in found:
            way = how_words(how, told.about) if how else words.NOT_SAID
            said.append(f"{way} {days.listed(found[how])}")
    return said


def meeting_sections(
    back: Back, told: Told, *, full: bool, days: Days | None = None
) -> Iterator[Section]:
    """Give the meetings by group, and how far a trial has come.

    With `days` only on which days they were, else when.
    """
    by_group: dict[int, list[Meeting]] = {}
    for meeting in back.meetings:
        by_group.setdefault(meeting.group, []).append(meeting)
    goals = {tries.group.id: tries_words(tries) for tries in told.tries if tries.tries}
    entries = []
    for group, meetings in by_group.items():
        if days is not None:
            listed = [days.before + ", ".join(day_said(each, back, days) for each in meetings)]
        else:
            listed = [when_said(each, back, told, full=full) for each in meetings]
        goal = goals.get(group)
        if goal:
            listed.append(goal.replace("–", " to ") if full else goal)
        entries.append(Entry(clean(told.groups.get(group, "")), listed))
    if entries:
        yield Section(words.MEETINGS, entries)


def day_said(meeting: Meeting, back: Back, days: Days) -> str:
    """Say on which day a meeting was: "17"; and where it ended at the door."""
    said = days.name(meeting.at.astimezone(back.zone).date())
    return f"{said} ({words.AT_THE_DOOR})" if meeting.door else said


def when_said(meeting: Meeting, back: Back, told: Told, *, full: bool) -> str:
    """Say when a meeting was: "Tue 17, 7 pm"; and where it ended at the door."""
    local = meeting.at.astimezone(back.zone)
    day = long_day(local.date()) if full else short_day(local.date())
    at = f"{ABOUT_THEN * meeting.rough}{time_of_day(local, clock24=told.clock24, dated=True)}"
    said = f"{day}, {at}"
    return f"{said} ({words.AT_THE_DOOR})" if meeting.door else said


def loose(*pairs: tuple[str, Sequence[str | None]]) -> Section:
    """Return entries for what there is something to say of."""
    return Section(
        None,
        [Entry(label, [clean(each) for each in said if each]) for label, said in pairs if said],
    )


def title(back: Back, name: str | None, today: date, *, month: bool) -> tuple[str, str]:
    """Return whose it is, and its days: "Your week, Alex", "Mon 16 to Sun 22 November"."""
    said = words.TITLE_MONTH if month else words.TITLE
    whose = f"{said}, {clean(name)}" if name else said
    if month:
        return whose, f"{MONTHS[back.first.month - 1]} {back.first.year}"
    return whose, days_said(back.first, back.last, today.year)


def weekday_short(day: date) -> str:
    """Say a day of the week looked at: "Mon"."""
    return WEEKDAYS[day.weekday()][:3]


def day_number(day: date) -> str:
    """Say a day of the month looked at: "16"."""
    return str(day.day)


def back_lines(title: tuple[str, str], sections: Iterable[Section]) -> Iterator[str]:
    """Give the title, then each entry as a sentence that makes sense when heard alone."""
    whose, days = title
    yield f"{whose}: {days}."
    for section in sections:
        for entry in section.entries:
            said = ended("; ".join(entry.said).replace("?; ", "? ").replace(".; ", ". "))
            label = entry.label
            if section.title and label:
                label = f"{section.title}, {label}"
            yield f"{label}: {said}" if label else said
