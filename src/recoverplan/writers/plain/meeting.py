"""Meetings in plain lines: the list, one in full, the year, and what is said after a log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.help_lines import ASSAULT, HOME, crisis_line, few_of_kind
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.region import Line, Region
from recoverplan.domain.saying import MONTHS
from recoverplan.domain.text import clean, counted, listed
from recoverplan.domain.trial import Trial, promise
from recoverplan.words import trial as words
from recoverplan.writers.help_lines import in_parts, line_sentence, with_police
from recoverplan.writers.plain.rows import ordinal, sentence
from recoverplan.writers.plain.trial import facts, moment_said, next_said


def list_lines(
    meetings: Sequence[Meeting],
    groups: Mapping[int, str],
    zone: ZoneInfo,
    today: date,
    *,
    clock24: bool,
) -> Iterator[str]:
    """Say each meeting in a line, oldest first."""
    if not meetings:
        yield words.NO_MEETINGS_YET
    for meeting in meetings:
        when = moment_said(meeting.at, meeting.rough, zone, today, clock24=clock24)
        name = clean(groups.get(meeting.group, ""))
        said = "; ".join(what_happened(meeting))
        yield f"Number {meeting.id}, {when}: {name}{'. ' + sentence(said) if said else '.'}"


def what_happened(meeting: Meeting) -> Iterator[str]:
    """Say the short facts of a meeting: the door, what was said, the mood."""
    if meeting.door:
        yield words.DOOR_ONLY
    if meeting.said:
        yield words.SAID_WORDS[meeting.said]
    if meeting.mood_before is not None or meeting.mood_after is not None:
        before, after = (
            "not said" if mood is None else str(mood)
            for mood in (meeting.mood_before, meeting.mood_after)
        )
        yield words.MOODS.format(before=before, after=after)
    if meeting.unsafe:
        yield words.NOT_RIGHT


def shown(
    meeting: Meeting,
    groups: Mapping[int, str],
    contacts: Mapping[int, str],
    when: str,
) -> Iterator[str]:
    """Say one meeting in full; `when` is its time in the person's style."""
    yield f"{clean(groups.get(meeting.group, ''))}: {when}."
    for label, value in details(meeting, contacts):
        yield f"{label}: {sentence(clean(value))}"


def details(meeting: Meeting, contacts: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Give what was logged as label and value, in the order to show it."""
    fit = dict(meeting.fit)
    for label, value in (
        (words.DOOR_ONLY.capitalize(), words.NOT_A_TRY if meeting.door else None),
        (words.EARLY_LABEL, "yes" if meeting.early else None),
        (words.STAYED_LABEL, "yes" if meeting.stayed else None),
        ("Said", words.SAID_WORDS[meeting.said] if meeting.said else None),
        ("Met", contacts.get(meeting.contact) if meeting.contact else None),
        *((quality.capitalize(), fit.get(quality)) for quality in words.FIT_QUESTIONS),
        ("Mood before", None if meeting.mood_before is None else str(meeting.mood_before)),
        ("Mood after", None if meeting.mood_after is None else str(meeting.mood_after)),
        ("Idea", meeting.idea),
        ("Not right", meeting.unsafe),
        ("Note", meeting.note),
        ("Number", str(meeting.id)),
    ):
        if value:
            yield label, value


def calendar(attended: Mapping[date, int], year: int) -> Iterator[str]:
    """Say on which days of a year meetings were attended, a month a line."""
    if not any(day.year == year for day in attended):
        yield words.NONE_IN_YEAR.format(year=year)
    for number, month in enumerate(MONTHS, start=1):
        days = sorted(day for day in attended if (day.year, day.month) == (year, number))
        if days:
            count = sum(attended[day] for day in days)
            on_days = listed([*map(ordinal, days)])
            yield f"{month} {year}: {counted(count, 'meeting')}, on the {on_days}."


def logged_line(
    trial: Trial, meeting: Meeting, when: str, between: str, *, changed: bool = False
) -> str:
    """Say what was logged and, while the group is on trial, how far it has come: "2 of 3–5"."""
    said = f"{'Changed' if changed else 'Logged'}: {clean(trial.group.name)}, {when}."
    if meeting.door or trial.group.status != "trying":
        return said
    if trial.tries > trial.group.tries_goal[1]:
        return f"{said} {trial.tries} so far."
    return f"{said} {trial.tries} of {promise(trial.group.tries_goal, between)}."


def after_log(
    trial: Trial, meeting: Meeting, zone: ZoneInfo, now: datetime, *, clock24: bool
) -> Iterator[str]:
    """Say what follows a log: the next meeting, and the fit so far once it is time to decide.

    Of a group that is paused or left nothing is said: nobody is urged back.
    """
    yield from what_counts(trial, meeting)
    if said := next_said(trial, zone, now, clock24=clock24):
        yield said
    if time_to_decide(trial, meeting):
        yield from facts(trial, zone, now.date())
        yield from how_to_decide(trial)


def what_counts(trial: Trial, meeting: Meeting) -> Iterator[str]:
    """Say that going to the door counts, or listening; of a group that felt unsafe nothing."""
    if meeting.door:
        yield words.AT_THE_DOOR
    elif meeting.said == "listened" and not (meeting.unsafe or trial.group.unsafe):
        yield words.LISTENING


def time_to_decide(trial: Trial, meeting: Meeting) -> bool:
    """Tell whether the fit so far and how to decide are due: from the third try on."""
    enough = trial.tries >= trial.group.tries_goal[0]
    return trial.group.status == "trying" and enough and not meeting.door


def promise_kept(trial: Trial, meeting: Meeting) -> bool:
    """Tell whether this log was the last promised try; only then is a decision asked for, once."""
    return time_to_decide(trial, meeting) and trial.tries == trial.group.tries_goal[1]


def how_to_decide(trial: Trial) -> Iterator[str]:
    """Say how to decide, whenever the person wants to; once, that the promise is kept."""
    if trial.tries == trial.group.tries_goal[1]:
        yield words.FULL_PROMISE
    command = f"recoverplan group decide {trial.group.id} keep|pause|leave"
    yield words.HOW_TO_DECIDE.format(command=command)


def unsafe_words(region: Region, lines: Sequence[Line]) -> Iterator[str]:
    """Say what is to be said when a group felt unsafe, with the numbers of the region.

    Danger from a person is for the police; where no line is for assault, the crisis line is named.
    """
    yield words.UNSAFE_TRUST
    yield with_police(words.IN_DANGER, region)
    to_talk_to = [*few_of_kind(lines, ASSAULT), *few_of_kind(lines, HOME)]
    crisis = crisis_line(lines)
    if to_talk_to or crisis:
        yield words.UNSAFE_HELP
        yield from map(line_sentence, to_talk_to or filter(None, [crisis]))
        yield from [*in_parts(region, lines, ASSAULT), *in_parts(region, lines, HOME)]
    yield words.UNSAFE_OFFICE
