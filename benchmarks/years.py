"""A store of a week, and one of ten years with very much of everything: what grows with the years.

Both hold the same person, with the same people, hours and groups that count today. Ten years add
what is over: hours that ended, people who are paused for good or are asked no more, and the log.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.clocks import taken
from benchmarks.instructions import US, counted, surroundings
from benchmarks.plans import HOME, attended, much
from recoverplan.domain.contact import Contact
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.talk import Agreement, Going, Talk
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import Urge
from recoverplan.value import replace

MEETINGS, URGES, HARD_HOURS, PEOPLE, LISTINGS = 20_000, 10_000, 300, 500, 150_000
INTRODUCTION = """
A store of ten years beside one of a week, of the same person with the same four hard hours, three
people and two groups of today. Ten years have 20,000 meetings, 10,000 urges and 30,000 steps of the
history; 296 hard hours that ended, a third of them with steps; 497 people who are paused for good
or have no number; 150,000 listings; 1,000 meetings that were meant to be attended, 5,000 talks, 40
trips, the last of them a week ago, and 20 agreements.
"""
TEN_YEARS = (MEETINGS, URGES, HARD_HOURS, PEOPLE, LISTINGS)
A_WEEK = (11, 7, 4, 3, 0)  # of each, in a week-old store
GOINGS, TALKS, TRIPS, AGREEMENTS = 1_000, 5_000, 40, 20  # of ten years
LIVED, LIVED_A_WEEK = (GOINGS, TALKS, TRIPS, AGREEMENTS), (2, 10, 1, 1)
TOWNS = ("Austin", "Boston", "Chicago", "Dallas", "Newark", "Portland", "Tampa", "Wichita")
AT_ONCE = 500  # of what is kept in one step of the history
WORDS = "A sentence about the evening, and what was heard there."


class Line(NamedTuple):
    """A command line, and how many times the work of a week-old store it may be at most."""

    words: tuple[str, ...]
    most: float


LINES = (
    Line(("plan",), 1.15),
    Line((), 1.15),
    Line(("now",), 1.15),
    Line(("urge", "log", "--strength", "5"), 1.15),
    Line(("review", "--json"), 3),
    Line(("urge", "chart"), 3),
    Line(("risk", "suggest"), 3),
    Line(("plan", "--ics", "-"), 3),
)


def keep(home: Path, meetings: int, urges: int, hours: int, people: int, listings: int) -> None:
    """Keep a person's things of so many of each, the newest of the log a few hours ago."""
    from recoverplan.services.keeping import writing
    from recoverplan.store import tables

    facts = much()
    now = datetime.now(UTC).replace(microsecond=0)
    over = now - timedelta(days=400)
    with writing(home, now, announce=lambda _: None) as store:
        for risk in (*facts.risks[:4], *ended(hours - 4, over)):
            tables.risks.add(store, risk)
        for contact in facts.contacts[:3]:
            tables.contacts.add(store, contact)
        for number in range(people - 3):
            tables.contacts.add(store, earlier(facts.contacts[3 + number % 50], number, over))
        for group in facts.groups[:2]:
            tables.groups.add(store, replace(group, status="kept"))
        store.did("kept it all")
    for first in range(0, meetings, AT_ONCE):
        with writing(home, now, announce=lambda _: None) as store:
            for number in range(first, min(meetings, first + AT_ONCE)):
                back = timedelta(hours=4.3 * (meetings - number))
                tables.meetings.add(store, attended(facts.groups[number % 2], now - back))
            store.did("kept meetings")
    for first in range(0, urges, AT_ONCE):
        with writing(home, now, announce=lambda _: None) as store:
            for number in range(first, min(urges, first + AT_ONCE)):
                at = now - timedelta(hours=8.7 * (urges - number))
                tables.urges.add(store, urge(at, number))
            store.did("kept urges")
    steps(home, now, meetings + urges)
    if listings:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list.json"
            path.write_text(json.dumps([listing(number) for number in range(listings)]))
            done = ["group", "import", str(path), "--zone", HOME.key]
            subprocess.run([*US, *done], env=surroundings(home), check=True, capture_output=True)


def lived(home: Path, goings: int, talks: int, trips: int, agreements: int) -> None:
    """Keep what was meant and done over the weeks, the newest of it a few days ago."""
    from recoverplan.services.keeping import writing
    from recoverplan.store import tables

    now = datetime.now(UTC).replace(microsecond=0)
    with writing(home, now, announce=lambda _: None) as store:
        people = [each.id for each in tables.contacts.load_all(store)[:3]]
        [group, *_] = tables.groups.load_all(store)
        for number in range(goings):
            start = now - timedelta(days=3.6 * (goings - number))
            going = Going(
                group=group.id, start=start, end=start + timedelta(hours=1), zone=HOME.key,
                contact=people[number % 3], created=start,
            )  # fmt: skip
            tables.goings.add(store, going)
        for number in range(talks):
            at = now - timedelta(hours=17.5 * (talks - number))
            told = Talk(
                contact=people[number % 3], at=at, zone=HOME.key, answered=number % 9 > 0,
                note=WORDS, created=at,
            )  # fmt: skip
            tables.talks.add(store, told)
        for number in range(trips):
            until = (now - timedelta(days=7 + 91 * number)).date()
            away = Trip(
                place=TOWNS[number % 8], first=until - timedelta(days=4), until=until,
                timezone="America/Chicago", region="US", created=now,
            )  # fmt: skip
            tables.trips.add(store, away)
        for number in range(agreements):
            agreed = Agreement(
                contact=people[number % 3], condition=f"I am quiet for {number} days",
                action="ask me how I am", created=now,
            )  # fmt: skip
            tables.agreements.add(store, agreed)
        store.did("kept what was lived")


def steps(home: Path, now: datetime, number: int) -> None:
    """Keep as many steps of the history as logging one by one would have left."""
    from recoverplan.services.keeping import writing
    from recoverplan.store import tables
    from recoverplan.store.opening import open_to_write

    for each in range(min(number, 20)):
        with writing(home, now, announce=lambda _: None) as store:
            tables.urges.save(store, replace(urge(now, each), id=1 + each % 7))
            store.did("changed the log of an urge")
    with open_to_write(home) as store:
        store.execute(
            """
            WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
            INSERT INTO history_step (name, at, kind, off, back, size, total)
            SELECT 'logged an urge', ?, 'change', '[]', '[]', 40, newest.total + 40 * n
            FROM each, (SELECT total FROM history_step ORDER BY id DESC LIMIT 1) AS newest
            """,
            (max(1, number), now.isoformat()),
        )


def earlier(contact: Contact, number: int, over: datetime) -> Contact:
    """Return somebody of years ago: paused for good, every tenth without a way to reach them."""
    there = replace(contact, id=0, name=f"Earlier {number}", order=4 + number, created=over)
    away = {"call": None} if number % 10 == 0 else {"paused_from": over.date()}
    return replace(there, **away)


def ended(number: int, over: datetime) -> Iterator[RiskWindow]:
    """Yield hard hours that ended."""
    for each in range(number):
        until = f"UNTIL={over - timedelta(days=10 * each):%Y%m%d}"
        part = Part(f"FREQ=WEEKLY;BYDAY=MO;{until}", None, 60 * (each % 20), minutes=90)
        hours = Hours(f"mon until {over.date()}", Schedule((part,)))
        steps = () if each % 3 else ("Tea",)
        yield RiskWindow(label=f"Earlier {each}", hours=hours, steps=steps, created=over)


def urge(at: datetime, number: int) -> Urge:
    """Return an urge with all that can be noted."""
    return Urge(
        at=at,
        zone=HOME.key,
        strength=number % 11,
        triggers=("bored", f"place {number % 9}"),
        did=f"walked {number % 5}",
        after=number % 4,
        note=WORDS,
        created=at,
    )


def listing(number: int) -> dict[str, object]:
    """Return a row of a meeting list."""
    return {
        "slug": f"m{number}", "name": f"Meeting {number}", "day": number % 7,
        "time": f"{7 + number % 14:02}:00", "end_time": f"{8 + number % 14:02}:00",
        "location": f"Hall {number % 999}", "city": TOWNS[number % 8], "state": "TX",
        "address": f"{number} Main St", "types": ["O"], "notes": WORDS,
        "latitude": 30 + number % 1000 / 100, "longitude": -97 - number % 900 / 100,
    }  # fmt: skip


def measured() -> list[tuple[str, float, float, float]]:
    """Return of each line how many times the work and the memory are, and the most of both."""
    with tempfile.TemporaryDirectory() as folder:
        homes = Path(folder) / "week", Path(folder) / "years"
        for home, sizes, more in zip(
            homes, (A_WEEK, TEN_YEARS), (LIVED_A_WEEK, LIVED), strict=True
        ):
            keep(home, *sizes)
            lived(home, *more)
        found = []
        for line in LINES:
            command = [*US, *line.words]
            before, after = (counted(command, surroundings(home)) for home in homes)
            least, most = (
                taken(command, surroundings(home), terminal=False).memory for home in homes
            )
            said = f"recoverplan {shlex.join(line.words)}".strip()
            found.append((said, after / before, most / least, line.most))
        return found


if __name__ == "__main__":
    for said, work, memory, most in measured():
        print(f"{work:6.2f} {memory:6.2f}  at most {most:g}  {said}")
