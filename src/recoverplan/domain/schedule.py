"""Recurrence: a schedule gives occurrences. python-dateutil's `rrule` works underneath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """One recurrence (or one date), in wall-clock time, with its end or its length."""

    rule: str | None  # RFC 5545 RRULE value, DAILY or slower, no COUNT; None: only the date `first`
    first: date | None  # the anchor of the rule and its lower bound; None: any day
    start: int  # wall-clock minutes after midnight, 0 to 1439
    end: int | None = None  # wall-clock minutes after midnight of the day `end_days` later
    end_days: int = 0
    minutes: int | None = None  # a length in real minutes, instead of an end
    excluded: tuple[date, ...] = ()  # EXDATE, as dates


@dataclass(frozen=True, slots=True)
class Schedule:
    """One or more parts whose occurrences are taken together."""

    parts: tuple[Part, ...]


class Hours(NamedTuple):
    """What a person typed, made independent of the day it was typed on, and what it means."""

    phrase: str
    schedule: Schedule


def occurrences(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> list[Span]:
    """Return the occurrences that overlap [start, end), whole (not cut), sorted, each once."""
    raise NotImplementedError


def dump(schedule: Schedule) -> str:
    """Return the schedule as one line of text for the store; `load` reads it back."""
    raise NotImplementedError


def load(text: str) -> Schedule:
    """Read what `dump` wrote. Raises ValueError for anything else."""
    raise NotImplementedError
