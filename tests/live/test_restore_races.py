"""A restore while other programs write: what they were told is saved is in the store, or in the
copy that was kept of it before.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import Run
from kept_examples import NOW, add_step, step_texts
from killing import report, runs, writer
from recoverplan.errors import CouldNotError
from recoverplan.services import restoring
from recoverplan.store import checking, opening
from recoverplan.words import safekeeping as words

pytestmark = pytest.mark.live
WRITERS = 2


def unpacked(kept: Path, folder: Path) -> list[str]:
    """Return the steps in a copy that a restore has kept."""
    here = restoring.Here("none")
    with restoring.taken_apart(folder, kept, here) as arrived:
        restoring.put_in(folder, arrived, here, NOW)
    texts = step_texts(folder)
    shutil.rmtree(folder)
    return texts


def test_what_was_acknowledged_while_a_restore_ran_is_never_lost(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home, "first")
    backup = tmp_path / "first.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    dice = random.Random()
    number = runs("restore races", 3, 2)
    acknowledged = 0
    for race in range(number):
        programs = [writer(home, f"race{race}n{each}", 400) for each in range(WRITERS)]
        while sum(len(said.read_text().split()) for _, said in programs) < WRITERS + 3:
            time.sleep(0.005)
        time.sleep(dice.random() * 0.1)
        done = subprocess.run(
            [sys.executable, "-m", "recoverplan", "restore", str(backup), "--yes"],
            capture_output=True,
            text=True,
            check=False,
        )
        time.sleep(dice.random() * 0.1)
        for process, _ in programs:
            process.terminate()
            process.communicate()
        assert done.returncode == 0, done.stderr
        told = {
            f"race{race}n{each} {line}"
            for each, (_, said) in enumerate(programs)
            for line in said.read_text().split()[1:]
        }
        kept = sorted(home.glob("plan.before-restore-*.zip"))
        assert len(kept) == 1
        before, after = unpacked(kept[0], tmp_path / "kept"), step_texts(home)
        assert told <= {*before, *after}
        assert "first" in after
        assert not {text for text in after if text != "first"} & set(before)  # all of it restored
        with opening.open_to_read(home) as store:
            assert checking.damages(store.connection) == []
        kept[0].unlink()
        acknowledged += len(told)
    report("changes acknowledged while a restore ran", acknowledged, "none lost")


def test_a_store_made_meanwhile_is_not_written_over(run: Run, home: Path, tmp_path: Path) -> None:
    add_step(home, "first")
    backup = tmp_path / "first.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    shutil.rmtree(home)
    here = restoring.look(home)
    assert here.state == "none"
    with restoring.taken_apart(home, backup, here) as arrived:
        add_step(home, "meanwhile")
        with pytest.raises(CouldNotError, match=words.RESTORE_RACED):
            restoring.put_in(home, arrived, here, NOW)
    assert step_texts(home) == ["meanwhile"]


def test_a_damaged_store_that_another_program_has_restored_is_not_set_aside(
    run: Run, process: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home, "first")
    backup = tmp_path / "first.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    content = bytearray((home / "plan.db").read_bytes())
    content[20_000] ^= 1
    (home / "plan.db").write_bytes(content)
    here = restoring.look(home)
    assert here.state == "damaged"
    with restoring.taken_apart(home, backup, here) as arrived:
        assert process("restore", str(backup), "--yes").code == 0
        add_step(home, "meanwhile")
        with pytest.raises(CouldNotError, match=words.RESTORE_RACED):
            restoring.put_in(home, arrived, here, NOW)
    assert step_texts(home) == ["first", "meanwhile"]
