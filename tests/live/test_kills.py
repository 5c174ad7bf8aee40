"""Programs are really killed while they write, and several write at once: nothing is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from kept_examples import NOW, add_step, step_texts
from killing import report, runs, writer
from recoverplan.errors import UsageError
from recoverplan.services.keeping import writing
from recoverplan.store import connecting, keys, opening, ours

pytestmark = pytest.mark.live
KILLS = runs("kill", 10)


def kill_within(process: subprocess.Popen[str], said: Path, seconds: float) -> None:
    """Kill a program so many seconds after it was ready, if it is not done by then."""
    while process.poll() is None and not said.read_text():
        time.sleep(0.002)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()


def check_whole(home: Path) -> None:
    """Run both of SQLite's own checks: the cipher's, and that of the tables."""
    connection = connecting.connect(home / ours.STORE, keys.keys_without_passphrase(home)[0])
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    pairs = connection.execute(
        "SELECT (SELECT count(*) FROM plan_step), (SELECT count(*) FROM contact),"
        " (SELECT count(*) FROM history_step), (SELECT count(*) FROM history_change)"
    ).fetchone()
    connection.close()
    assert pairs[0] == pairs[1]  # a change is whole or not there
    assert pairs[3] == 2 * pairs[0]


@pytest.mark.parametrize(("size", "kills"), [(1, KILLS), (60, max(6, KILLS // 4))])
def test_what_was_acknowledged_survives_every_kill(home: Path, size: int, kills: int) -> None:
    dice = random.Random()
    acknowledged: set[str] = set()
    for kill in range(kills):
        process, said = writer(home, f"run{kill}", 1000, size)
        while kill == 0 and len(said.read_text().split()) < 2:  # one change at least
            assert process.poll() is None
            time.sleep(0.01)
        kill_within(process, said, dice.random() * 0.15)
        assert process.returncode == -signal.SIGKILL
        acknowledged |= {f"run{kill} {line}" for line in said.read_text().split()[1:]}
        if not acknowledged and not opening.exists(home):
            continue
        kept = step_texts(home)
        assert acknowledged <= set(kept)
        names = [name for name in kept if not name.startswith("more")]
        assert len(names) == len(set(names))
        assert len(kept) == size * len(names)  # a change is whole or not there
        check_whole(home)
    assert acknowledged
    # The next program that opens the store to write brings the emergency card in step.
    with pytest.raises(UsageError), writing(home, NOW):
        raise UsageError("nothing to do")
    card = (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert all(name in card for name in acknowledged)
    report(f"kill -9 of whole programs, {size} rows a change", kills, "nothing acknowledged lost")


def test_kills_while_a_store_is_made_leave_one_that_opens(tmp_path: Path) -> None:
    dice = random.Random()
    for kill in range(max(8, KILLS // 3)):
        home = tmp_path / f"home{kill}"
        process, said = writer(home, "first", 1)
        kill_within(process, said, dice.random() * 0.12)
        if said.read_text().split()[1:]:
            assert step_texts(home) == ["first 0"]
        add_step(home, "after")
        assert step_texts(home)[-1] == "after"
    report("kill -9 while a store is made", max(8, KILLS // 3), "a whole store after it")


def test_eight_programs_write_at_once(home: Path) -> None:
    each = runs("writes", 6)
    processes = [writer(home, f"program{number}", each)[0] for number in range(8)]
    said = [process.communicate(timeout=300)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 8, said
    assert sum("Your data is kept in" in each_said for each_said in said) == 1
    wanted = {f"program{name} {number}" for name in range(8) for number in range(each)}
    kept = step_texts(home)
    assert set(kept) == wanted
    assert len(kept) == len(wanted)
    check_whole(home)
    card = (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert all(name in card for name in wanted)
    report("changes of 8 programs at once", 8 * each, "all kept, no error")
