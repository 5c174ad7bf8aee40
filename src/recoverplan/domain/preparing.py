"""Preparations: what to do a set time before hard hours, for the next of them only."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import following
from recoverplan.domain.span import Span
from recoverplan.domain.text import counted
from recoverplan.value import NamedTuple

USUAL = "1 day"  # ahead, where somebody is asked and does not say
LONGEST = timedelta(days=60)


class Preparation(NamedTuple):
    """One thing to do before hard hours that start at `start`: when (UTC), what, whether done."""

    risk: RiskWindow
    start: datetime
    at: datetime
    text: str
    done: bool


def ahead_of(typed: str) -> str | None:
    """Return how long before as it is kept ("1 day", "90 minutes"); None where it is no length."""
    from recoverplan.domain.length import amounts, minutes_in  # no plan needs them

    parts = amounts(typed)
    whole = len(parts) == 1 and parts[0].number == int(parts[0].number)
    minutes = minutes_in(typed)
    if not minutes or timedelta(minutes=minutes) > LONGEST or typed.strip().isdecimal():
        return None
    number, unit = parts[0] if whole else (minutes, "minute")
    return counted(int(number), unit)


def told_ahead(typed: str) -> tuple[str, str]:
    """Return how long before and what, of "3 hours: shopping list" or of "shopping list" alone.

    What stands before a colon and is no length belongs to what there is to do.
    """
    ahead, _, what = typed.partition(":")
    said = ahead_of(ahead)
    return (said, what.strip()) if said and what.strip() else (USUAL, typed.strip())


def time_before(ahead: str, start: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) so long before another: days by the calendar, at the same hour."""
    number, _, unit = ahead.partition(" ")
    unit = f"{unit.removesuffix('s')}s"
    if unit in {"days", "weeks"}:
        wall = start.astimezone(zone).replace(tzinfo=None) - timedelta(**{unit: int(number)})
        return wall.replace(tzinfo=zone).astimezone(start.tzinfo)
    return start - timedelta(**{unit: int(number)})


def preparations(risk: RiskWindow, start: datetime, zone: ZoneInfo) -> list[Preparation]:
    """Return what to do before the hours that start then, the first thing first."""
    done = {text for text, occurrence in risk.prepared if occurrence == start.isoformat()}
    found = [
        Preparation(risk, start, time_before(ahead, start, zone), text, text in done)
        for ahead, text in risk.prepare
    ]
    return sorted(found, key=lambda each: each.at)


def next_start(risk: RiskWindow, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return when these hours begin next, None if they don't any more."""
    return next((span.start for span in coming(risk, zone, now) if span.start > now), None)


def coming(risk: RiskWindow, zone: ZoneInfo, now: datetime) -> list[Span]:
    """Return the next few stretches of these hours: one that runs may still be among them."""
    return following(risk.hours.schedule, zone, now, 3)
