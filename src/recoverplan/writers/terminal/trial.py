"""Trials on a terminal: fit question by question, mood in small bars, people met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.text import Text

from recoverplan.domain.saying import medium_day, relative_day, time_of_day
from recoverplan.domain.text import clean
from recoverplan.domain.trial import Mood, Trial, promise, tally
from recoverplan.words.lists import PERHAPS
from recoverplan.words.trial import FIT_QUESTIONS
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.plain.trial import met_line, where_said, zone_shown
from recoverplan.writers.ways import against

LABEL = 11  # cells of the column that names a quality or a day
BAR = 10  # one cell for each point of mood


def how_far(trial: Trial) -> str:
    """Say how far the promise has come: "2 of 3–5"; once decided, only how many there were."""
    if trial.group.status == "trying" and trial.tries <= trial.group.tries_goal[1]:
        return f"{trial.tries} of {promise(trial.group.tries_goal)}"
    return f"{trial.tries} meeting{'s' if trial.tries != 1 else ''}"


def next_short(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say the next meeting in a few cells: "Tue 24, 7 pm", "now, until 8 pm", "" for none."""
    if trial.next is None:
        return ""
    shown = zone_shown(trial, zone)
    if trial.next.start <= now:
        return f"now, until {time_of_day(trial.next.end.astimezone(shown), clock24=clock24)}"
    local = trial.next.start.astimezone(shown)
    day = relative_day(local.date(), now.astimezone(shown).date())
    doubt = PERHAPS if trial.group.caution else ""
    return f"{doubt}{day}, {time_of_day(local, clock24=clock24, dated=True)}"


def next_and_where(trial: Trial, zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say the next meeting and where it is: "Tue 24, 7 pm, St Luke's hall"."""
    when = next_short(trial, zone, now, clock24=clock24)
    where = against(trial.hindrance, trial.group.zone) or where_said(trial)
    return f"{when}, {where}" if when and where else when


def fit_block(trial: Trial, width: int) -> Iterator[Text]:
    """Show the fit so far, the question under what was answered; nothing where nothing was."""
    answered = [(quality, answers) for quality, answers in trial.fit if answers]
    if answered:
        yield heading("Fit so far")
    for quality, answers in answered:
        yield Text(f"  {pad(quality, LABEL)} {tally(answers)}")
        for line in wrap(FIT_QUESTIONS[quality], width - 4):
            yield Text(f"    {line}", style="dim")


def mood_block(trial: Trial, zone: ZoneInfo, today: date) -> Iterator[Text]:
    """Show the mood before and after each meeting in small bars, with their numbers."""
    if trial.moods:
        yield heading("Mood, before and after")
    for mood in trial.moods:
        day = mood_day(mood.at.astimezone(zone).date(), today)
        yield Text(f"{pad(day, LABEL)} {bars(mood)}")


def mood_day(day: date, today: date) -> str:
    """Say a day in at most eleven cells: "today", "Tue 17 Nov", "30 Dec 2025"."""
    if day.year != today.year:
        return f"{medium_day(day).partition(' ')[2]} {day.year}"
    return relative_day(day, today)


def bars(mood: Mood) -> str:
    """Draw one meeting's mood: "███······· 3  █████····· 5"."""
    return " ".join(
        " " * (BAR + 3) if value is None else f"{'█' * value}{'·' * (BAR - value)} {value:<2}"
        for value in (mood.before, mood.after)
    ).rstrip()


def met_block(trial: Trial, width: int) -> Iterator[Text]:
    """Show the people met there."""
    for line in wrap(clean(met_line(trial.contacts)), width) if trial.contacts else ():
        yield Text(line)


def facts(trial: Trial, zone: ZoneInfo, today: date, width: int) -> Iterator[Text]:
    """Show what the trial has shown: fit, moods, people met."""
    yield from fit_block(trial, width)
    yield from mood_block(trial, zone, today)
    yield from met_block(trial, width)


def heading(text: str) -> Text:
    """Return the heading of a block."""
    return Text(text.upper(), style="bold")
