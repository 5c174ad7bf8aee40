"""Random weeks of a computer with reminders: asleep, its clock wrong, moved, run twice, killed.

The program's own code runs, files and all; only the clock and the screen are the test's. What must
have been shown is worked out here again, from the reminders as they were meant: no rows, no pieces,
no next instant.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from recoverplan import ringing
from recoverplan.domain.reminding import Reminder, key, loud, pieces
from recoverplan.domain.span import Span
from recoverplan.home import REMINDERS, REMINDERS_SHOWN
from recoverplan.ringing import notes, telling
from recoverplan.services import reminding
from recoverplan.writers.reminders import reminders as written

ZONES = ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu")
STEP = 300
WEEK = 8 * 86_400


class Killed(BaseException):
    """The process is gone at once."""


class Rules(NamedTuple):
    """What was asked for."""

    zone: ZoneInfo
    quiet: tuple[int, ...]
    most: int

    def wall(self, at: int) -> datetime:
        return datetime.fromtimestamp(at, self.zone)

    def is_quiet(self, at: int) -> bool:
        """By the clock on the wall."""
        if not self.quiet:
            return False
        wall, (start, end) = self.wall(at), self.quiet
        minute = wall.hour * 60 + wall.minute
        return start <= minute < end if start < end else minute >= start or minute < end


class Ring(NamedTuple):
    """Something that was shown: when, what it said, and which keys it was about."""

    at: int
    words: str
    keys: tuple[str, ...]


class Computer:
    """A computer with a store's folder, a clock, a screen, and somebody who may pull the plug."""

    def __init__(self, folder: Path, rules: Rules, things: Sequence[Reminder], at: int) -> None:
        self.folder = folder
        self.rules = rules
        self.things = list(things)
        self.rings: list[Ring] = []
        self.clock = at
        self.kill: str | None = None
        self.killed: Counter[tuple[str, ...]] = Counter()  # shown, and not noted
        self.noted: set[str] = set()
        self.before: set[str] = set()  # what was noted before the last one
        self.days: Counter[str] = Counter()
        self.snoozed = 0
        self.write()

    def write(self) -> None:
        """Bring the reminders in step, as every change of the plan does."""
        starts = [int(each.due.timestamp()) for each in self.things]
        frame = Span(
            datetime.fromtimestamp(min(starts) - 2 * 86_400, UTC),
            datetime.fromtimestamp(max(starts) + 4 * 86_400, UTC),
        )
        rules = self.rules
        found = pieces(self.things, loud(frame, rules.quiet, rules.zone))
        head = {"zone": rules.zone.key, "most": str(rules.most)}
        (self.folder / REMINDERS).write_bytes(written(head, found, frame.end))
        # Two changes within a tick of the file system's clock are told apart there too.
        self.version = getattr(self, "version", 0) + 1
        os.utime(self.folder / REMINDERS, ns=(self.version, self.version))
        reminding.look_at_once(self.folder)

    def show(self, words: str, _found: object, *, printing: bool) -> None:
        """Stand in for the screen."""
        assert not printing
        if self.kill == "before":
            raise Killed
        due = [each for each in self.open_things() if each.words == words]
        assert due, f"{words}: not due, noted already, snoozed, quiet, or the day is full"
        self.rings.append(Ring(self.clock, words, due[0].keys))
        if self.kill == "shown":
            self.killed[due[0].keys] += 1
            raise Killed
        self.before = set(self.noted)
        self.noted.update(due[0].keys)
        self.days[self.day()] += 1

    def note(
        self, folder: str, line: str, known: notes.Notes, now: int, whole: Any = notes.write
    ) -> None:
        """Stand in for the disk where the plug is pulled in the middle of a note."""
        if self.kill != "noting":
            whole(folder, line, known, now)
            return
        with (self.folder / REMINDERS_SHOWN).open("ab") as file:
            file.write(line.encode()[: random.Random(len(line)).randrange(len(line))])
        self.killed[self.rings[-1].keys] += 1
        self.noted = self.before
        self.days[self.day()] -= 1
        raise Killed

    def day(self) -> str:
        return self.rules.wall(self.clock).date().isoformat()

    def open_things(self) -> list[Reminder]:
        """Return what must be shown now, by the rules alone."""
        at = self.clock
        if at < self.snoozed or self.rules.is_quiet(at) or self.days[self.day()] >= self.rules.most:
            return []
        now = datetime.fromtimestamp(at, UTC)
        return [
            each
            for each in self.things
            if each.due <= now < each.until and not all(one in self.noted for one in each.keys)
        ]

    def run(self) -> None:
        """Do what the timer does."""
        try:
            ringing.main(["--store", str(self.folder)], [])
        except Killed:
            self.kill = None
            return
        assert self.open_things() == [], "a chance was not taken"

    def snooze(self, seconds: int) -> None:
        self.snoozed = self.clock + seconds
        reminding.snooze(self.folder, self.snoozed, self.clock)


def things_of(dice: random.Random, begin: int) -> list[Reminder]:
    """Return random reminders: several of one start, calls that serve several hours."""
    found: dict[tuple[str, ...], Reminder] = {}
    for number in range(dice.randint(5, 40)):
        start = begin + dice.randrange(7 * 24 * 12) * STEP
        lead = dice.choice((0, 0, 300, 1800, 3600, 43_200))
        late = dice.choice((300, 900, 3600, 6 * 3600, 86_400))
        kind = dice.choice(("check-in", "hours", "meeting", "log"))
        keys = tuple(
            key(kind, moment(start + more * STEP), dice.choice((0, 1, 2)))
            for more in range(dice.choice((1, 1, 1, 2)))
        )
        found[keys] = Reminder(
            moment(start - lead),
            moment(start + late),
            kind,
            moment(start),
            f"{kind} {number}",
            keys,
        )
    return list(found.values())


def moment(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def rules_of(dice: random.Random) -> Rules:
    quiet = dice.choice(((), (23 * 60, 7 * 60), (60, 5 * 60), (90, 150), (13 * 60, 11 * 60)))
    return Rules(ZoneInfo(dice.choice(ZONES)), quiet, dice.choice((1, 2, 6, 50)))


def begin_of(dice: random.Random, zone: ZoneInfo) -> int:
    """Return the first second of a day; often of a week in which the clocks change."""
    day = datetime(2026, dice.randint(1, 12), dice.randint(1, 28), tzinfo=zone)
    for _ in range(dice.choice((0, 60))):
        if day.utcoffset() != (day + timedelta(days=7)).utcoffset():
            break
        day += timedelta(days=7)
    return int(day.timestamp()) // STEP * STEP


def changed(dice: random.Random, computer: Computer) -> None:
    """Change the plan: other people and words, another lead, something gone, something new."""
    kept = [each for each in computer.things if dice.random() > 0.05]
    more = timedelta(seconds=dice.choice((0, 900, -900)))
    computer.things = [
        each._replace(due=min(each.due + more, each.until - timedelta(seconds=STEP)))
        for each in kept or computer.things
    ]
    computer.write()


def week(dice: random.Random, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    """Live through a week; every run is checked as it happens."""
    rules = rules_of(dice)
    truth = begin_of(dice, rules.zone)
    computer = Computer(folder, rules, things_of(dice, truth), truth)
    stand_in(computer, monkeypatch)
    skew, end = 0, truth + WEEK
    while truth < end:
        truth += STEP + dice.choice((0, 0, 0, 1, 17, 59))
        chance = dice.random()
        if chance < 0.01:
            truth += dice.choice((600, 3600, 8 * 3600, 2 * 86_400))  # asleep
        elif chance < 0.013:  # the clock set wrong, or right again
            skew = dice.choice((-7200, -3600, 1800, 0, 0, -3 * 86_400))
        elif chance < 0.016:  # moved: the instants stay
            os.environ["TZ"] = dice.choice(ZONES)
            time.tzset()
        elif chance < 0.019:
            changed(dice, computer)
        elif chance < 0.021:
            computer.clock = truth + skew
            computer.snooze(dice.choice((0, 3600, 86_400)))
        computer.clock = truth + skew
        if dice.random() < 0.01:
            computer.kill = dice.choice(("before", "shown", "noting"))
        for _ in range(2 if dice.random() < 0.05 else 1):
            computer.run()
        computer.kill = None
    counts = Counter(ring.keys for ring in computer.rings)
    assert all(count <= 1 + computer.killed[one] for one, count in counts.items()), "twice"
    return computer


def stand_in(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the test's clock and screen in the place of the computer's; no disk is waited for."""
    monkeypatch.delenv("RECOVERPLAN_NOW", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(time, "time", lambda: float(computer.clock))
    monkeypatch.setattr(telling, "show", computer.show)
    monkeypatch.setattr(notes, "write", computer.note)
    monkeypatch.setattr(os, "fsync", lambda _: None)
