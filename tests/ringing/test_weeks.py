"""Random weeks against the rules: each thing once, while it helps, never in quiet hours."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from killing import report, runs
from recoverplan.ringing import notes
from recoverplan.ringing.rows import Row
from recoverplan.services import reminding
from recoverplan.services.reminding_standing import coming_up
from weeks import STEP, WEEK, Computer, begin_of, moment, rules_of, stand_in, things_of, week

WEEKS = runs("weeks of reminders", 40)
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_run_of_a_random_week_shows_what_it_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    things = rings = again = 0
    for number in range(part, WEEKS, PARTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        with monkeypatch.context() as here:
            found = week(random.Random(number), folder, here)
        things += len(found.things)
        rings += len(found.rings)
        again += sum(found.killed.values())
    assert rings > things / 8
    report(
        "random weeks of a computer with reminders: sleep, wrong clocks, kills",
        WEEKS // PARTS,
        "each thing once, none in quiet hours, no chance left out; twice only after a kill",
    )
    print(f"{rings} of {things} shown, {again} of them killed before they were noted")
    time.tzset()


@pytest.mark.parametrize("seed", range(max(10, WEEKS // 40)))
def test_the_list_is_what_rings_while_the_computer_is_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(1000 + seed)
    rules = rules_of(dice)
    begin = begin_of(dice, rules.zone)
    computer = Computer(tmp_path, rules, things_of(dice, begin), begin)
    stand_in(computer, monkeypatch)
    end = moment(begin) + timedelta(seconds=WEEK)
    listed = [(int(at.timestamp()), row.words) for at, row in coming(tmp_path, moment(begin), end)]
    for at in range(begin, begin + WEEK, STEP):
        computer.clock = at
        computer.run()
    # A run comes every five minutes: what is due between two of them is shown by the second.
    rung = [(ring.at, ring.words) for ring in computer.rings]
    assert [(-(-at // STEP) * STEP, words) for at, words in listed] == rung
    assert list(coming(tmp_path, end, end + timedelta(days=5))) == []


def coming(folder: Path, now: datetime, end: datetime) -> Iterator[tuple[datetime, Row]]:
    return coming_up(reminding.read(folder), notes.read(str(folder)), now, end)
