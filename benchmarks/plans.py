"""How planning grows: a year against a week, for somebody with a great deal written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.plan import Facts, make_plan
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule

HOME = ZoneInfo("America/New_York")
ZONES = ("America/New_York", "Europe/London", "Asia/Kolkata", "America/Los_Angeles")
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONDAY = datetime(2026, 11, 23, tzinfo=HOME)
RISKS, CONTACTS, GROUPS = 60, 60, 40
YEAR = 366
MOST = 40.0  # a year is 52 times the work of a week


def some_hours(random: Random, length: range) -> Hours:
    """Return hours on some days of the week, of some length in minutes."""
    days = ",".join(day for day in DAYS if random.random() < 0.5) or "SU"
    start = random.randrange(0, 1440, 30)
    part = Part(f"FREQ=WEEKLY;BYDAY={days}", None, start, minutes=random.choice(length))
    return Hours(days, Schedule((part,)))


def much() -> Facts:
    """Return 60 windows, 60 contacts and 40 groups, the same every time."""
    random = Random(5)
    risks = tuple(
        RiskWindow(
            id=number,
            label=f"Hours {number}",
            hours=some_hours(random, range(60, 360, 30)),
            level=random.choice(LEVELS),
            created=BEFORE,
        )
        for number in range(1, RISKS + 1)
    )
    contacts = tuple(
        Contact(
            id=number,
            name=f"Person {number}",
            role="peer",
            call="555-0100",
            order=number,
            zone=random.choice(ZONES),
            hours=(some_hours(random, range(120, 480, 30)),),
            per_week=random.choice((None, 1, 2, 3, 7)),
            created=BEFORE,
        )
        for number in range(1, CONTACTS + 1)
    )
    groups = tuple(
        Group(
            id=number,
            name=f"Group {number}",
            zone=random.choice(ZONES),
            hours=(some_hours(random, range(60, 120, 30)),),
            created=BEFORE,
        )
        for number in range(1, GROUPS + 1)
    )
    return Facts(risks, contacts, groups, (), HOME)


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median time that a piece of work takes."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return median(taken)


def figures() -> list[tuple[str, float, float]]:
    """Return what was measured: its name, the ratio, the most that is allowed."""
    facts = much()
    week = seconds(lambda: make_plan(facts, MONDAY, MONDAY, MONDAY + timedelta(days=7)), 7)
    year = seconds(lambda: make_plan(facts, MONDAY, MONDAY, MONDAY + timedelta(days=YEAR)), 3)
    return [
        ("a year's plan against a week's, 60 windows, 60 contacts, 40 groups", year / week, MOST)
    ]
