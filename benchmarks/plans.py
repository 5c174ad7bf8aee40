"""How planning grows: with the days ahead, and with the years of log behind."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
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
MOST_WITH_LOG = 1.2


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


def growth() -> float:
    """Return how many times as long as a week's plan a year's takes."""
    facts = much()
    week = seconds(lambda: make_plan(facts, MONDAY, MONDAY, MONDAY + timedelta(days=7)), 7)
    year = seconds(lambda: make_plan(facts, MONDAY, MONDAY, MONDAY + timedelta(days=YEAR)), 3)
    return year / week


def keep(home: Path, years: int) -> None:
    """Keep an ordinary person, and the log of two meetings a week for so many years."""
    from recoverplan.services.keeping import writing
    from recoverplan.store.tables import contacts, groups, meetings, risks

    facts = much()
    now = MONDAY.astimezone(UTC)
    with writing(home, now, announce=lambda _: None) as store:
        for risk in facts.risks[:4]:
            risks.add(store, risk)
        for contact in facts.contacts[:3]:
            contacts.add(store, contact)
        for group in facts.groups[:2]:
            groups.add(store, group)
            for week in range(52 * years):
                at = now - timedelta(weeks=week + 1, hours=group.id)
                meetings.add(store, attended(group, at))
        store.did("kept it all")


def attended(group: Group, at: datetime) -> Meeting:
    """Return a meeting with all that can be noted."""
    return Meeting(
        group=group.id,
        at=at,
        zone=HOME.key,
        occurrence=at,
        fit=(("safety", "yes"), ("rhythm", "unsure")),
        mood_before=3,
        mood_after=5,
        note="A sentence about the evening, and what was heard there.",
        created=at,
    )


def with_log() -> float:
    """Return how many times as long a week's plan takes with ten years of log, whole process."""
    script = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
    environment = {**os.environ, "RECOVERPLAN_NOW": "2026-11-23T10:00", "TZ": HOME.key}
    taken: dict[int, list[float]] = {0: [], 10: []}
    with tempfile.TemporaryDirectory() as folder:
        for years in taken:
            keep(Path(folder) / str(years), years)
        for _ in range(15):
            for years, times in taken.items():
                home = {"RECOVERPLAN_HOME": str(Path(folder) / str(years))}
                began = perf_counter()
                subprocess.run(
                    [script, "plan"], env=environment | home, check=True, capture_output=True
                )
                times.append(perf_counter() - began)
    return median(taken[10]) / median(taken[0])


def figures() -> list[tuple[str, float, float]]:
    """Return what was measured: its name, the ratio, the most that is allowed."""
    return [
        ("a year's plan to a week's: 60 windows, 60 contacts, 40 groups", growth(), MOST),
        ("a week's plan with ten years of log to one with none", with_log(), MOST_WITH_LOG),
    ]
