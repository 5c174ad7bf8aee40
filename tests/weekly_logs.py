"""Logs made up for the search for patterns: with a habit and no pattern, or with one planted."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from recoverplan.domain.suggest import suggest

HOURS, WEEK = 24, 168
MONDAY = datetime(2026, 1, 5)  # noqa: DTZ001 - wall time
PLANTED_HOURS = 2

# How often somebody logs, by weekday and hour, when nothing gathers anywhere.
HABITS: dict[str, Callable[[int, int], float]] = {
    "uniform": lambda _day, _hour: 1.0,
    "day and night": lambda _day, hour: 1.0 if 7 <= hour < 23 else 0.05,
    "sine over the day": lambda _day, hour: 1 + 0.9 * math.sin(math.tau * hour / HOURS),
    "evenings only": lambda _day, hour: float(17 <= hour < 23),
    "one hour of each day": lambda _day, hour: 1.0 if hour == 22 else 0.02,
    "weekends twice": lambda day, _hour: 2.0 if day > 4 else 1.0,
    "weekends three times": lambda day, _hour: 3.0 if day > 4 else 1.0,
}


class Interval(NamedTuple):
    """How many of how many, with Wilson's 95 % interval."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """Return the share."""
        return self.hits / self.of

    @property
    def ends(self) -> tuple[float, float]:
        """Return the ends of the interval."""
        z, p, n = 1.96, self.share, self.of
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return middle - half, middle + half


def log(
    seed: int, habit: str, *, entries: int = 40, weeks: int = 12, times: float = 1, bursts: int = 1
) -> tuple[list[datetime], int]:
    """Make up a log; two hours have `times` their rate. Returns it, and where these begin.

    With `bursts`, that many entries follow one another within two hours. "shift work": the hours
    awake turn by eight from week to week.
    """
    rng = random.Random(seed)
    if habit == "shift work":
        rates = [1.0 if 7 <= cell % HOURS < 23 else 0.05 for cell in range(WEEK)]
    else:
        rates = [HABITS[habit](*divmod(cell, HOURS)) for cell in range(WEEK)]
    start = rng.choice([cell for cell in range(WEEK) if rates[cell] >= 0.5])
    for step in range(PLANTED_HOURS):
        rates[(start + step) % WEEK] *= times
    noted: list[datetime] = []
    while len(noted) < entries:
        week = rng.randrange(weeks)
        turned = 8 * (week % 3) if habit == "shift work" else 0
        hour = rng.choices(range(WEEK), weights=rates)[0]
        minute = 60 * ((hour + turned) % WEEK) + rng.randrange(60)
        for _ in range(min(bursts, entries - len(noted))):
            noted.append(MONDAY + timedelta(weeks=week, minutes=minute))
            minute += rng.randrange(60 if bursts > 1 else 1)
    return noted, start


def found(
    seed: int, habit: str, *, entries: int = 40, weeks: int = 12, times: float = 1, bursts: int = 1
) -> bool:
    """Tell whether anything is suggested; of a planted pattern, whether it is (overlapping)."""
    noted, start = log(seed, habit, entries=entries, weeks=weeks, times=times, bursts=bursts)
    today = (MONDAY + timedelta(weeks=weeks, days=-1)).date()
    suggestions = suggest(noted, (), today)
    if times == 1:
        return bool(suggestions)
    planted = {(start + step) % WEEK for step in range(PLANTED_HOURS)}
    return any(
        (one.start + step) % WEEK in planted for one in suggestions for step in range(one.hours)
    )
