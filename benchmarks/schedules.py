"""Schedules: a start ten years back must not slow this week down.

`rrule` walks from its start; `domain/schedule_rule.py` starts it close to the week instead. Here
1,000 schedules of every kind are asked for one week, begun ten years ago and begun last week.
"""

from __future__ import annotations

import random
import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import Part, Schedule, occurrences

ZONE = ZoneInfo("America/New_York")
WEEK = datetime(2026, 11, 23, tzinfo=ZONE)
ALLOWED = 2.0
ROUNDS = 7
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYMONTHDAY=15,-1",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
)


def schedules(first: date) -> list[Schedule]:
    """Return 1,000 schedules, the same ones each time, that begin on or just after a day."""
    rng = random.Random(23)
    made = []
    for _ in range(1000):
        start = rng.randrange(0, 1440, 15)
        begin = first + timedelta(days=rng.randrange(7))
        made.append(Schedule((Part(rng.choice(RULES), begin, start, minutes=90),)))
    return made


def cost(made: list[Schedule]) -> float:
    """Return the processor seconds that one week of all the schedules takes."""
    start = time.process_time()
    for schedule in made:
        occurrences(schedule, ZONE, WEEK, WEEK + timedelta(days=7))
    return time.process_time() - start


def figures() -> list[tuple[str, float, float]]:
    """Return the ratio of old schedules to new ones, and what is allowed."""
    old, new = schedules(date(2016, 11, 14)), schedules(date(2026, 11, 9))
    pairs = [(cost(old), cost(new)) for _ in range(ROUNDS)]
    ratios = sorted(before / after for before, after in pairs)
    name = "a week of 1,000 schedules, begun ten years ago to begun last week"
    return [(name, ratios[ROUNDS // 2], ALLOWED)]
