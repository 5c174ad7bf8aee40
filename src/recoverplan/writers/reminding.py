"""Reminders listed by day, and what was asked for in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from recoverplan.domain.saying import clock, long_day, relative_day, time_of_day
from recoverplan.domain.text import clean, counted, listed
from recoverplan.words import remind as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.settings import Settings
    from recoverplan.writers.terminal.style import Screen

Told = tuple[datetime, str]  # when, in the person's zone, and what
TIME, LEAST = 8, 12  # columns of a time, and at the least of what is said


def day_said(day: date, today: date) -> str:
    """Return a day: "Today", "Tomorrow", "Wednesday 25 November"."""
    near = relative_day(day, today)
    said = near.capitalize() if near in {"today", "tomorrow"} else long_day(day)
    return said if day.year == today.year else f"{said} {day.year}"


def list_lines(told: Iterable[Told], today: date, *, clock24: bool) -> Iterator[str]:
    """Give each reminder as one line: "Today, 8:30 pm: Time for the call you planned."."""
    for at, said in told:
        time = time_of_day(at, clock24=clock24)
        yield f"{day_said(at.date(), today)}, {time}: {clean(said)}."


def list_screen(told: Iterable[Told], today: date, width: int, *, clock24: bool) -> Screen:
    """Show reminders under their days, each with its time."""
    from recoverplan.writers.terminal.style import Row, Screen, side_by_side

    rows: list[Row] = []
    for day, same in groupby(told, key=lambda one: one[0].date()):
        rows.append([(day_said(day, today), "name")])
        for at, said in same:
            time = time_of_day(at, clock24=clock24).rjust(TIME)
            rows += side_by_side(
                (([time], len(time), ""), (clean(said), max(width - len(time) - 2, LEAST), ""))
            )
    return Screen(rows)


def settings_said(settings: Settings, *, clock24: bool) -> str:
    """Return what was asked for: "check-ins, hours: 30 minutes before, …"."""
    from recoverplan.domain.reminding import BEFOREHAND, SOURCES

    asked = settings.remind_for or tuple(SOURCES)
    kinds = ", ".join(asked)
    minutes = settings.remind_before
    said = words.SAID_BEFORE if minutes else words.SAID_AT_ONCE
    moved = [kind for kind in asked if kind in BEFOREHAND]
    which = f"{listed(moved)} " if 0 < len(moved) < len(asked) else ""
    details = [said.format(kinds=which, minutes=length(minutes))] if moved else []
    if settings.remind_quiet:
        start, end = (clock(minute, clock24=clock24) for minute in settings.remind_quiet)
        details.append(words.SAID_QUIET.format(start=start, end=end))
    most = settings.remind_most
    details.append(words.SAID_ONE_A_DAY if most == 1 else words.SAID_MOST.format(most=most))
    details.append(words.SAID_FULL if settings.remind_words == "full" else words.SAID_NEUTRAL)
    if settings.remind_sound:
        details.append(words.SAID_SOUND)
    kinds = kinds[:1].upper() + kinds[1:]
    return words.ASKED_FOR.format(kinds=kinds, details=", ".join(details))


def length(minutes: int) -> str:
    """Return a length of time: "30 minutes", "1 hour", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "hour"), (rest, "minute")]
    return " ".join(counted(count, unit) for count, unit in parts if count)
