"""A disk that fails at any one call: nothing was changed, done, or done but not confirmed; and the
program knows which of the three it was.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Run
from cutting import Cut, failures, needs_strace
from kept_examples import step_texts
from killing import report, runs
from recoverplan.home import EMERGENCY_CARD, PUBLISHED
from secrets_given import OTHER

pytestmark = pytest.mark.live
NOTHING = "Nothing was changed"
NOT_SURE = ("confirm", "emergency card", "refused the last step")
ENDINGS = {0, 1, 7}
# Calls that change something, or let it be known whether something was changed; `make torture`
# takes all of them.
FEW = ("fsync", "rename")
CALLS = (*FEW, "link", "unlink", "fcntl") if runs("each call", 0) else FEW
Faults = Callable[..., Iterator[Cut]]


@pytest.fixture(autouse=True)
def tracing() -> None:
    needs_strace()


@pytest.fixture
def before(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a store in it, and a backup of an earlier state."""
    folder = tmp_path / "before"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("RECOVERPLAN_HOME", str(folder / "home"))
    tea = ("step", "add", "Tea", "--kind", "alone")
    walk = ("step", "add", "Walk", "--kind", "alone")
    for line in (tea, ("backup", "tea.zip", "--plain-key"), walk):
        assert run(*line).code == 0
    return folder


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Faults:
    """Return what runs a command in a copy of `before`, each time with another call failing."""
    before, work = tmp_path / "before", tmp_path / "at work"

    def again() -> None:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(before, work)
        monkeypatch.chdir(work)

    def run(
        *command: str, calls: tuple[str, ...] = CALLS, secrets: tuple[str, ...] = ()
    ) -> Iterator[Cut]:
        monkeypatch.setenv("RECOVERPLAN_HOME", str(work / "home"))
        return failures(command, again, work, calls, secrets)

    return run


def damage(folder: Path) -> None:
    """Flip a bit of the store."""
    content = bytearray((folder / "home" / "plan.db").read_bytes())
    content[20_000] ^= 1
    (folder / "home" / "plan.db").write_bytes(content)


def texts(folder: Path) -> list[str]:
    """Return the steps in the store, however it opens."""
    return step_texts(folder / "home")


def in_a_sentence(fault: Cut) -> None:
    """Look at what a person is told of a fault."""
    assert fault.code in ENDINGS, fault
    assert "Traceback" not in fault.err, fault
    assert "OperationalError" not in fault.err, fault
    assert "error of its own" not in fault.err, fault
    assert (fault.code == 0) <= (fault.err.strip().count("\n") < 3), fault
    assert (fault.code == 7) <= (NOTHING not in fault.err), fault
    assert (fault.code == 7) <= any(said in fault.err for said in NOT_SURE), fault


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (("step", "add", "Shoes", "--kind", "alone"), ["Tea", "Walk", "Shoes"]),
        (("undo",), ["Tea"]),
        (("step", "remove", "Tea", "--yes"), ["Walk"]),
        (("restore", "tea.zip", "--yes"), ["Tea"]),
    ],
)
def test_a_change_is_said_to_be_what_it_was(
    before: Path, faults: Faults, line: tuple[str, ...], after: list[str]
) -> None:
    count = 0
    for fault in faults(*line):
        in_a_sentence(fault)
        work = before.with_name("at work")
        left = sorted(path.name for path in (work / "home").glob("plan.before-*"))
        assert texts(work) == (["Tea", "Walk"] if fault.code == 1 else after), fault
        if fault.code == 1:
            assert fault.out == ""
            assert left == [], fault  # of what was not restored, nothing needs to be kept
        if fault.code == 7:
            assert fault.out
        card = (work / "home" / EMERGENCY_CARD).read_text(encoding="utf-8")
        old = "still shows the old version" in fault.err
        assert ("step\tWalk" in card) == ("Walk" in after or old or fault.code == 1), fault
        count += 1
    assert count > 2
    report(f"a disk error at each call of {line[0]}", count, "said what it was")


@pytest.mark.usefixtures("before")
def test_a_lock_is_said_to_be_set_or_not(faults: Faults) -> None:
    count = 0
    for fault in faults("lock", "set", "--yes", secrets=(OTHER,)):
        in_a_sentence(fault)
        status = subprocess.run(
            [sys.executable, "-m", "recoverplan", "lock", "status", "--json"],
            check=True,
            capture_output=True,
        )
        assert json.loads(status.stdout)["passphrase"] is (fault.code != 1), fault
        count += 1
    assert count > 3
    report("a disk error at each call of lock set", count, "said what it was")


def test_a_first_change_is_said_to_be_what_it_was(tmp_path: Path, faults: Faults) -> None:
    (tmp_path / "before").mkdir()
    for fault in faults("step", "add", "Tea", "--kind", "alone"):
        in_a_sentence(fault)
        home = tmp_path / "at work" / "home"
        there = step_texts(home) if (home / "plan.db").exists() else []
        assert there == ([] if fault.code == 1 else ["Tea"]), fault


def test_a_restore_over_damage_is_said_to_be_what_it_was(before: Path, faults: Faults) -> None:
    damage(before)
    damaged = (before / "home" / "plan.db").read_bytes()
    for fault in faults("restore", "tea.zip", "--yes"):
        in_a_sentence(fault)
        home = before.with_name("at work") / "home"
        if fault.code == 1:
            assert (home / "plan.db").read_bytes() == damaged, fault
            assert (home / "keys.json").read_bytes() == (before / "home" / "keys.json").read_bytes()
            assert not list(home.glob("plan.damaged-*")), fault
        else:
            assert step_texts(home) == ["Tea"], fault
            (kept,) = home.glob("plan.damaged-*.db")
            assert kept.read_bytes() == damaged, fault


@pytest.mark.parametrize(
    "line",
    [
        ("export", "--json", "out"),
        ("backup", "out", "--plain-key"),
        ("card", "--html", "out", "--force"),
    ],
)
def test_a_file_is_said_to_be_there_or_not(
    before: Path, faults: Faults, line: tuple[str, ...]
) -> None:
    for fault in faults(*line, calls=(*CALLS, "link")):
        in_a_sentence(fault)
        out = before.with_name("at work") / "out"
        assert out.exists() == (fault.code != 1), fault
        if fault.code == 1:
            assert fault.out == ""


def test_what_is_published_is_there_or_nothing_of_it(before: Path, faults: Faults) -> None:
    count = 0
    for fault in faults("publish", "calendar", "place"):
        in_a_sentence(fault)
        work = before.with_name("at work")
        assert (work / "place").exists() == (fault.code != 1), fault
        assert (work / "home" / PUBLISHED).exists() == (fault.code != 1), fault
        count += 1
    assert count > 3


def test_an_answer_that_cannot_be_printed_takes_back_no_change(before: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "recoverplan", "step", "add", "Shoes", "--kind", "alone"],
            env={**os.environ, "RECOVERPLAN_HOME": str(before / "home")},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 7
    assert done.stderr.startswith("It is saved. The answer could not be written out")
    assert texts(before) == ["Tea", "Walk", "Shoes"]


def test_a_disk_that_is_gone_at_the_last_moment_is_said_to_be_unsure(before: Path) -> None:
    home = before / "home"
    traced = ["strace", "-f", "-q", "-o", str(before / "log")]
    for path in (home, home / "plan.db"):
        traced += ["-P", str(path)]
    # The folder's last sync, after which SQLite is not sure; then the store can't be opened.
    for inject in ("fsync:error=EIO:when=3+", "openat:error=EIO:when=9+"):
        traced += ["-e", f"inject={inject}"]
    done = subprocess.run(
        [*traced, sys.executable, "-m", "recoverplan", "step", "add", "Shoes", "--kind", "alone"],
        env={**os.environ, "RECOVERPLAN_HOME": str(home), "RECOVERPLAN_DEBUG": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (7, "")
    assert "It may be saved, or not" in done.stderr
    assert NOTHING not in done.stderr
    assert texts(before) == ["Tea", "Walk", "Shoes"]


@pytest.mark.parametrize(
    "line", [("plan",), ("doctor",), ("doctor", "--fix", "--yes")], ids=" ".join
)
def test_a_lock_that_the_system_does_not_give_is_one_sentence(
    before: Path, faults: Faults, line: tuple[str, ...]
) -> None:
    count = 0
    for fault in faults(*line, calls=("fcntl", "pread64")):
        in_a_sentence(fault)
        assert texts(before.with_name("at work")) == ["Tea", "Walk"], fault
        count += 1
    assert count > 2
    report(f"a lock or a page not given: {' '.join(line)}", count, "said what it was")
