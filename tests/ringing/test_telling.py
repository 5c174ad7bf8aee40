"""A run: nothing due costs next to nothing, and whatever is wrong ends in an exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from racing import within_bounds
from recoverplan import ringing
from recoverplan.domain.reminding import Reminder, key, loud, pieces
from recoverplan.domain.span import Span
from recoverplan.home import REMINDER_FILES, REMINDERS, REMINDERS_NEXT, REMINDERS_RAN
from recoverplan.ringing import notes, rows, telling
from recoverplan.ringing.rows import Reminders
from recoverplan.services import reminding
from recoverplan.writers.reminders import reminders as written
from rounds import TRACED
from weeks import moment

NOW = 1_795_483_800
Write = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write reminders that are due so many seconds from NOW, and look at once."""
    monkeypatch.delenv("RECOVERPLAN_NOW")
    monkeypatch.setattr("time.time", lambda: float(NOW))

    def call(*dues: int) -> None:
        things = [
            Reminder(moment(NOW + due), moment(NOW + due + 600), "hours", moment(NOW + due),
                     f"At {due}", (key("hours", moment(NOW + due)),))
            for due in dues
        ]  # fmt: skip
        frame = Span(moment(NOW - 86_400), moment(NOW + 86_400))
        told = pieces(things, loud(frame, (), moment(NOW).tzinfo))  # type: ignore[arg-type]
        (tmp_path / REMINDERS).write_bytes(written({"most": "9"}, told, frame.end))
        reminding.look_at_once(tmp_path)

    return call


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is shown."""
    said: list[str] = []
    monkeypatch.setattr(telling, "show", lambda words, *_, **__: said.append(words))
    return said


def run(folder: Path) -> int:
    return ringing.main(["--store", str(folder)], [])


def test_the_next_instant_is_looked_at_and_nothing_else(
    tmp_path: Path, write: Write, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(300, 900)
    assert run(tmp_path) == 0
    assert (tmp_path / REMINDERS_NEXT).read_text().split()[:2] == [str(NOW + 300), str(NOW)]
    assert (tmp_path / REMINDERS_NEXT).stat().st_mtime == NOW + 300  # by it fish tells the time
    monkeypatch.setattr(rows, "read", lambda _: pytest.fail("looked into"))
    for later in (0, 299.9):
        monkeypatch.setattr("time.time", lambda later=later: NOW + later)
        assert run(tmp_path) == 0
        assert (tmp_path / REMINDERS_RAN).stat().st_mtime == pytest.approx(NOW + later)
    assert shown == []


def test_a_change_while_a_run_shows_something_is_seen_by_the_next(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run must not say that there is nothing to look at before what it knew of."""
    said: list[str] = []

    def show(words: str, *_: object, **__: object) -> None:
        said.append(words)
        if len(said) == 1:
            write(0, 60, 86_000)

    monkeypatch.setattr(telling, "show", show)
    write(0, 86_000)
    run(tmp_path)
    # A prompt looks at this number alone.
    assert (tmp_path / REMINDERS_NEXT).read_text().split()[0] == str(NOW + 60)
    monkeypatch.setattr("time.time", lambda: NOW + 100.0)
    run(tmp_path)
    assert said == ["At 0", "At 60"]


def test_one_that_was_replaced_under_the_next_instant_is_looked_into(
    tmp_path: Path, write: Write, shown: list[str]
) -> None:
    """As after a kill between writing the reminders and writing when to look."""
    write(3000)
    run(tmp_path)
    next_one = (tmp_path / REMINDERS_NEXT).read_bytes()
    write(0)
    (tmp_path / REMINDERS_NEXT).write_bytes(next_one)
    run(tmp_path)
    assert shown == ["At 0"]


@pytest.mark.parametrize("spoilt", [b"", b"noise", b"reminders\t1\nat\t1\t2\n", b"\xff" * 99])
def test_reminders_that_are_damaged_show_nothing_and_are_no_crash(
    tmp_path: Path, write: Write, shown: list[str], spoilt: bytes
) -> None:
    write(0)
    (tmp_path / REMINDERS).write_bytes(spoilt)
    assert run(tmp_path) == 0
    assert shown == []


def test_rows_that_make_no_sense_are_passed_over(
    tmp_path: Path, write: Write, shown: list[str]
) -> None:
    write(0)
    text = (tmp_path / REMINDERS).read_text()
    odd = "at\nat\tx\ty\tz\tq\tr\nat\t9\t5\tday\tc1\tbackwards\nhm\n"
    odd += "at\t1\t9999999999999\td\t\tno key\n"
    (tmp_path / REMINDERS).write_text(text.replace("end\n", f"{odd}end\n"))
    assert run(tmp_path) == 0
    assert shown == ["At 0"]


def test_where_they_are_off_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    assert run(folder) == 0
    folder.mkdir()
    assert run(folder) == 0
    assert list(folder.iterdir()) == []


def at(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    """Let it be so many seconds after NOW."""
    monkeypatch.setattr("time.time", lambda: float(NOW + seconds))


def test_what_cannot_be_noted_is_shown_once_and_the_exit_code_says_so(
    tmp_path: Path, write: Write, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(0, 120)
    with monkeypatch.context() as patch:
        patch.setattr(notes, "write", full)
        patch.setattr(notes, "replace", full)
        assert run(tmp_path) == 1
        for seconds in (60, 119, 120, 180, 240):
            at(monkeypatch, seconds)
            assert run(tmp_path) == (1 if seconds == 120 else 0)
    assert shown == ["At 0", "At 120"]
    at(monkeypatch, 300)  # there is room again
    assert run(tmp_path) == 0
    assert shown == ["At 0", "At 120"]


def test_where_nothing_can_be_written_only_what_is_new_is_shown(
    tmp_path: Path, write: Write, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    write(-301, 0)
    for name in ("write", "replace", "over"):
        monkeypatch.setattr(notes, name, refused)
    assert run(tmp_path) == 1
    for seconds in (300, 500, 599):
        at(monkeypatch, seconds)
        assert run(tmp_path) == 0
    assert shown == ["At 0"]


@pytest.mark.parametrize("name", [*REMINDER_FILES, f"{REMINDERS_NEXT}.new", f"{REMINDERS}.new"])
def test_a_pipe_where_a_file_should_be_is_waited_for_by_nobody(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("RECOVERPLAN_NOW")  # so that the next instant is looked at
    on = ("remind", "on", "--with", "prompt", "--quiet", "none", "--yes")
    assert run("setup", "--region", "US").code == 0
    assert run(*on).code == 0
    for line in (("remind", "run"), ("risk", "add", "Nights", "--when", "nights"), on):
        (home / name).unlink(missing_ok=True)
        os.mkfifo(home / name)
        done = within_bounds(*line)
        assert done.code in (0, 7), done
        assert "unknown" not in done.err
    assert within_bounds("remind", "off").code == 0


@pytest.mark.parametrize("name", REMINDER_FILES[1:])
def test_a_folder_where_a_file_should_be_is_named(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("RECOVERPLAN_NOW")
    assert run("setup", "--region", "US").code == 0
    assert run("remind", "on", "--with", "prompt", "--quiet", "none", "--yes").code == 0
    (home / name).unlink(missing_ok=True)
    (home / name).mkdir()
    done = run("remind", "run")
    assert done.code == 0 or done.err == f"{home / name}: Is a directory.\n"
    assert run("remind", "off").code == 0


def test_wrong_words_get_a_sentence(run: Run) -> None:
    done = run("remind", "run", "--sprint")
    assert (done.code, done.out) == (2, "")
    assert done.err == "remind run does not know --sprint. It takes --print.\n"
    assert "a timer calls this" in run("remind", "run", "--help").out


def test_they_are_read_back_as_they_were_written(tmp_path: Path, write: Write) -> None:
    write(0, 60)
    found = rows.read(str(tmp_path))
    assert isinstance(found, Reminders)
    assert [(row.due, row.until, row.kind, row.words) for row in found.rows] == [
        (NOW, NOW + 600, "hours", "At 0"),
        (NOW + 60, NOW + 660, "hours", "At 60"),
    ]
    assert found.most == 9


def instructions(*command: str) -> int:
    """Return how many instructions a command takes."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    line = next(row for row in done.stderr.splitlines() if "Collected" in row)
    return int(line.split(":")[1])


@pytest.mark.skipif(TRACED, reason="tracing adds to what is counted")
def test_nothing_due_costs_hardly_more_than_python_itself(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("valgrind") is None:
        pytest.skip("valgrind is not here")
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    run("risk", "add", "Later", "--when", "24 dec 2040 9pm-midnight")
    run("remind", "on", "--with", "prompt", "--yes")
    monkeypatch.delenv("RECOVERPLAN_NOW")
    command = (sys.executable, "-P", "-c", "from recoverplan.__main__ import main; main()")
    script = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
    bare = instructions(sys.executable, "-c", "pass")
    for line in ((*command, "--store", str(home), "remind", "run"), (script, "remind", "run")):
        for _ in range(2):  # compiled, and looked into once
            subprocess.run(line, check=True)
        assert instructions(*line) < 1.3 * bare
