"""Groups and their trials in plain lines: one sentence a line that makes sense when heard alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import by_phone_alone, place_of
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.saying import long_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean, counted
from recoverplan.domain.trial import Trial, average_mood, promise, tally
from recoverplan.words import trial as words
from recoverplan.words.questions import ROUGHLY


def how_far(trial: Trial) -> str:
    """Say how many tries there were: "2 meetings so far, you planned 3 to 5"."""
    if trial.group.format == CHAT:
        from recoverplan.words.plan import ANY_TIME

        return ANY_TIME
    meetings = f"{counted(trial.tries, 'meeting')} so far"
    if trial.group.status != "trying":
        return meetings
    return f"{meetings}, you planned {promise(trial.group.tries_goal, ' to ')}"


def when_said(instant: datetime, zone: ZoneInfo, today: date, *, clock24: bool) -> str:
    """Say an instant in full: "Tuesday 24 November, 7 pm", with its year where it is another."""
    local = instant.astimezone(zone)
    return (
        f"{day_said(local.date(), today.year)}, {time_of_day(local, clock24=clock24, dated=True)}"
    )


@lru_cache(maxsize=512)  # a long list says the same days again and again
def day_said(day: date, this_year: int) -> str:
    """Say a day in full, with its year where it is another: "Tuesday 24 November"."""
    return long_day(day) + (f" {day.year}" if day.year != this_year else "")


def moment_said(
    instant: datetime, rough: bool, zone: ZoneInfo, today: date, *, clock24: bool
) -> str:
    """Say when something was, a rough time with "about"."""
    said = when_said(instant, zone, today, clock24=clock24)
    if not rough:
        return said
    day, _, at = said.rpartition(", ")
    return ROUGHLY.format(day=day, time=at)


def next_said(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say the next meeting and where it is, as a sentence; "" where there is none."""
    if trial.next is None:
        return ""
    from recoverplan.words.lists import PERHAPS
    from recoverplan.writers.ways import against, zone_shown

    not_to_go = against(trial.hindrance, trial.group.zone)
    shown = zone_shown(trial, zone)
    when = next_when(trial.next, shown, now.astimezone(shown), clock24=clock24)
    where = not_to_go or where_said(trial)
    if trial.group.caution:
        when = f"{PERHAPS}{when}"
    return f"Next: {when}{', ' + where if where else ''}."


def next_when(span: Span, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say when a meeting begins, or that it is running."""
    if span.start <= now:
        end = span.end.astimezone(zone)
        return words.RUNNING_NOW.format(time=time_of_day(end, clock24=clock24))
    return when_said(span.start, zone, now.date(), clock24=clock24)


def where_said(trial: Trial) -> str:
    """Say where the group meets, or how one joins it; "" where that is not known."""
    return clean(place_of(trial.group) or "")


def fit_lines(trial: Trial) -> Iterator[str]:
    """Say the fit so far, question by question; nothing for questions never answered."""
    for quality, answers in trial.fit:
        if answers:
            yield f"{words.FIT_QUESTIONS[quality]} {tally(answers)}."


def mood_lines(trial: Trial, zone: ZoneInfo, today: date) -> Iterator[str]:
    """Say the mood around each meeting: "Mood on Tuesday 17 November: 3 before, 5 after."."""
    for mood in trial.moods:
        day = mood.at.astimezone(zone).date()
        yield f"Mood on {day_said(day, today.year)}: {before_and_after(mood.before, mood.after)}."


def before_and_after(before: float | None, after: float | None) -> str:
    """Say two moods: "3 before, 5 after"; one that was not said is left out."""
    said = ((before, "before"), (after, "after"))
    return ", ".join(f"{mood} {when}" for mood, when in said if mood is not None)


def met_line(contacts: tuple[Contact, ...]) -> str:
    """Say who was met there: "Met there: Robin, no way to reach them yet; Kim."; "" for nobody."""
    if not contacts:
        return ""
    from recoverplan.words.asking import NO_WAY

    said = [clean(contact.name) + ("" if contact.way() else f", {NO_WAY}") for contact in contacts]
    return f"Met there: {'; '.join(said)}."


def facts(trial: Trial, zone: ZoneInfo, today: date) -> Iterator[str]:
    """Say what the trial has shown: fit, moods, people met."""
    yield from fit_lines(trial)
    yield from mood_lines(trial, zone, today)
    if met := met_line(trial.contacts):
        yield met


def list_lines(
    trials: Sequence[Trial], zone: ZoneInfo, now: datetime, *, clock24: bool
) -> Iterator[str]:
    """Say each group in a line: tries, next meeting, fit, mood, people met."""
    from recoverplan.words.lists import NOT_CONFIRMED

    if not trials:
        yield words.NO_GROUPS_YET
    for trial in trials:
        sentences = [
            f"{heading(trial.group)}: {how_far(trial)}.",
            next_said(trial, zone, now, clock24=clock24),
            fit_in_short(trial),
            mood_in_short(trial),
            f"{NOT_CONFIRMED}: {clean(trial.group.caution)}." if trial.group.caution else "",
            met_line(trial.contacts),
        ]
        yield " ".join(sentence for sentence in sentences if sentence)


def heading(group: Group) -> str:
    """Say the name, with the status where it is no longer on trial."""
    return clean(group.name) + ("" if group.status == "trying" else f", {group.status}")


def fit_in_short(trial: Trial) -> str:
    """Say all answers about the fit together: "Fit: 8 yes, 1 unsure."; "" where there are none."""
    said = tally([answer for _, answers in trial.fit for answer in answers])
    return f"Fit: {said}." if said else ""


def mood_in_short(trial: Trial) -> str:
    """Say the mood on average: "Mood on average: 3 before, 5 after."; "" where none was said."""
    said = before_and_after(*average_mood(trial.moods))
    return words.MOOD_ON_AVERAGE.format(moods=said) if said else ""


def shown(
    trial: Trial,
    words: Sequence[str],
    zone: ZoneInfo,
    now: datetime,
    *,
    clock24: bool,
    besides: Sequence[str] = (),
) -> Iterator[str]:
    """Say one group in full; `words` are its times in the person's style, `besides` what lists
    say of it.
    """
    from recoverplan.writers.when import said_plainly

    group = trial.group
    yield f"{heading(group)}: {how_far(trial)}."
    for label, value in details(group, words, zone, besides):
        spoken = said_plainly(value) if label == "When" else value
        yield f"{label}: {clean(spoken)}."
    if said := next_said(trial, zone, now, clock24=clock24):
        yield said
    yield from facts(trial, zone, now.date())


def details(
    group: Group, words: Sequence[str], zone: ZoneInfo, besides: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Give what is known about a group as label and value, in the order to show it."""
    from recoverplan.words.lists import BY_PHONE, NOT_CONFIRMED
    from recoverplan.writers.ways import ways

    elsewhere = f" ({group.zone} time)" if group.zone != zone.key else ""
    by_phone = group.format == "online" and by_phone_alone(group)
    for said in words:
        yield "When", said + elsewhere
    for label, value in (
        *ways(group),
        *(("List", text) for text in besides),
        ("Format", BY_PHONE if by_phone else (group.format or "").replace("-", " ")),
        ("Program", group.programme),
        ("Kind", ", ".join(group.types)),
        ("Why " + group.status, group.why),
        (NOT_CONFIRMED, group.caution),
        ("Number", str(group.id)),
    ):
        if value:
            yield label, value
