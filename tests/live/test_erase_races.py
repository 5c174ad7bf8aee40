"""Erasing while others write: they finish or find nothing, and nothing of the store comes back."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kept_examples import add_step
from killing import killed, report, runs
from recoverplan.store import ours
from recoverplan.store.erasing import erase
from terminal import LONGEST

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from kept_examples import NOW, contact
from recoverplan.errors import NotFoundError
from recoverplan.services.keeping import writing
from recoverplan.store import making, opening
from recoverplan.store.tables import contacts

def none_is_made(home):
    raise NotFoundError("there is nothing here")

making.make_store = none_is_made
home, name = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
number = 0
while opening.exists(home):
    try:
        with writing(home, NOW) as store:
            contacts.add(store, contact(f"{name} {number}"))
            store.did("added one")
    except NotFoundError as error:
        print("gone", flush=True)
        break
    number += 1
"""


def writers(home: Path, number: int) -> list[subprocess.Popen[str]]:
    """Start programs that write until there is nothing to write to."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home), f"w{each}"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for each in range(number)
    ]  # fmt: skip
    for process in started:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    return started


def test_nothing_comes_back_of_what_others_were_just_writing(tmp_path: Path) -> None:
    dice = random.Random()
    number = runs("erasing while others write", 8)
    told = 0
    for run in range(number):
        home = tmp_path / f"home{run}"
        add_step(home)
        processes = writers(home, 3)
        time.sleep(dice.random() * 0.1)
        erase(home)
        said = [process.communicate(timeout=LONGEST) for process in processes]
        for process, (out, err) in zip(processes, said, strict=True):
            assert process.returncode == 0, err
            told += "gone" in out
        assert ours.everything(home) == []
    assert told
    report("erasing while others write", number, "they finish or are told; nothing comes back")


def test_kills_while_erasing_leave_keys_for_nothing(tmp_path: Path) -> None:
    dice = random.Random()
    number = runs("kill -9 while erasing", 15)
    for run in range(number):
        home = tmp_path / f"home{run}"
        add_step(home)

        def work(acknowledge: object, home: Path = home) -> None:
            acknowledge("ready")  # type: ignore[operator]
            erase(home)

        killed(work, dice.random() * 0.01)
        left = {path.name for path in ours.everything(home)}
        # As long as the store is there, its keys may be; never the other way round.
        assert "plan.db" in left or not left & {"keys.json", "keys-copy.json"}
        erase(home)
        assert not home.exists()
    report("kill -9 while erasing", number, "nothing that opens, and the next erasing ends it")
