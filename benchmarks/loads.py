"""What very much takes: people and hard hours by the hundred, and a hundred thousand urges.

Processor time and memory are those of a whole process, as the system counts them (POSIX only).
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from datetime import UTC, timedelta
from math import inf
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from benchmarks.plans import BEFORE, HOME, MONDAY, some_hours
from recoverplan.domain.contact import Contact
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule

SMALL, LARGE, LARGEST = 40, 320, 400
MOST_GROWTH = 14.0  # for eight times as many of both
MOST_MEMORY = 120.0  # MB
URGES = 100_000
MOST_SHOWN, MOST_IMPORTED = 1.5, 10.0  # seconds
YEARS = 10


class Used(NamedTuple):
    """What a process used: processor time in seconds, and its most memory in MB."""

    seconds: float
    memory: float


def used(home: Path, *line: str) -> Used:
    """Run a command with what it prints thrown away. Raises ChildProcessError where it fails."""
    script = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
    environment = {
        **os.environ,
        "RECOVERPLAN_HOME": str(home),
        "RECOVERPLAN_NOW": "2026-11-23T10:00",
        "TZ": HOME.key,
    }
    child = os.fork()
    if child == 0:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.execve(script, [script, *line], environment)
    _, status, resources = os.wait4(child, 0)
    if status:
        message = f"recoverplan {' '.join(line)} ended with {os.waitstatus_to_exitcode(status)}"
        raise ChildProcessError(message)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Used(resources.ru_utime + resources.ru_stime, resources.ru_maxrss / unit)


def daily(start: int, minutes: int) -> Hours:
    """Return hours of every day, from a minute of the day on."""
    part = Part("FREQ=DAILY", None, start, minutes=minutes)
    return Hours("every day", Schedule((part,)))


Shape = Callable[[Random, int], "tuple[Hours, Hours | None]"]
# Each gives hard hours, and when a person can be reached: on some days; every day and at any time;
# every day and three hours of it.
SHAPES: dict[str, Shape] = {
    "some days": lambda random, _: (
        some_hours(random, range(60, 360, 30)),
        some_hours(random, range(120, 480, 30)),
    ),
    "any time": lambda _, number: (daily(number * 7 % 1380 // 5 * 5, 60), None),
    "scarce": lambda _, number: (
        daily(number * 7 % 1380 // 5 * 5, 60),
        daily(number * 13 % 1200, 180),
    ),
}


def keep(home: Path, size: int, name: str) -> None:
    """Keep so many people, and as many hard hours."""
    from recoverplan.services.keeping import writing
    from recoverplan.store.tables import contacts, risks

    random = Random(5)
    with writing(home, MONDAY.astimezone(UTC), announce=lambda _: None) as store:
        for number in range(1, size + 1):
            hard, reached = SHAPES[name](random, number)
            risks.add(
                store,
                RiskWindow(
                    id=number,
                    label=f"Hours {number}",
                    hours=hard,
                    level=LEVELS[number % 3],
                    created=BEFORE,
                ),
            )
            contacts.add(
                store,
                Contact(
                    id=number,
                    name=f"Person {number}",
                    role="peer",
                    call="555-0100",
                    order=number,
                    zone=HOME.key,
                    hours=(reached,) if reached else (),
                    per_week=3 if name == "scarce" else random.choice((None, 1, 3)),
                    created=BEFORE,
                ),
            )
        store.did("kept it all")


def plans(folder: Path) -> list[tuple[str, float, float]]:
    """Return how a week's plan grows, and what the largest needs."""
    found = []
    for name in SHAPES:
        homes = {size: folder / f"{name} {size}" for size in (SMALL, LARGE, LARGEST)}
        for size, home in homes.items():
            keep(home, size, name)
        for line in (("plan",), ("plan", "--json")):
            said = f"{' '.join(line)}, {name}:"
            small = median(used(homes[SMALL], *line).seconds for _ in range(5))
            large = median(used(homes[LARGE], *line).seconds for _ in range(3))
            memory = used(homes[LARGEST], *line).memory
            both = f"{LARGE} people and hard hours to {SMALL} of both"
            found.append((f"{said} {both}", large / small, MOST_GROWTH))
            found.append((f"{said} MB with {LARGEST} of both", memory, MOST_MEMORY))
    return found


def an_urge(random: Random, number: int) -> dict[str, object]:
    """Return an urge of the last ten years as an export has it."""
    at = MONDAY.astimezone(UTC) - timedelta(minutes=random.randrange(YEARS * 365 * 1440))
    return {
        "id": number,
        "at": at.isoformat(),
        "zone": HOME.key,
        "strength": random.randrange(11),
        "triggers": random.choice((["can't sleep"], ["stress", "a call"], [])),
        "did": random.choice(("Tea", "A walk", "Radio and tea", None)),
        "after": random.choice((None, 1, 3, 5)),
        "note": random.choice((None, "A sentence about it.")),
        "created": at.isoformat(),
    }


def urges(folder: Path) -> list[tuple[str, float, float]]:
    """Return the seconds that a hundred thousand urges take."""
    random = Random(7)
    home, file = folder / "urges", folder / "urges.json"
    used(home, "step", "add", "Tea", "--kind", "alone")
    used(home, "export", "--json", str(file))
    document = json.loads(file.read_text(encoding="utf-8"))
    document["urges"] = [an_urge(random, number) for number in range(1, URGES + 1)]
    file.write_text(json.dumps(document), encoding="utf-8")
    other = folder / "imported"
    found = [("import of 100,000 urges: seconds", used(other, "import", str(file)), MOST_IMPORTED)]
    for line, most in (
        (("urge", "list"), MOST_SHOWN),
        (("urge", "chart"), MOST_SHOWN),
        (("urge", "chart", "--days", str(YEARS * 365)), MOST_SHOWN),
        (("urge", "list", "--json"), inf),
    ):
        found += [(f"{' '.join(line)}: seconds", used(other, *line), most)]
    return [(name, taken.seconds, most) for name, taken, most in found]


def figures() -> list[tuple[str, float, float]]:
    """Return what was measured: its name, the figure, the most that is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        return [*plans(Path(folder)), *urges(Path(folder))]
