"""A disk that is really full: plain words, a non-zero exit, nothing lost, and it goes on after."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Run
from kept_examples import add_step, step_texts
from recoverplan.errors import CouldNotError
from recoverplan.store import history, opening
from recoverplan.store.erasing import erase

pytestmark = pytest.mark.live


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of half a megabyte, where this account may."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a small file system needs root on Linux")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filler = disk / "filler"
    with filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def write_until_full(home: Path) -> tuple[list[str], CouldNotError]:
    """Keep long steps until one is refused; return those that were acknowledged, and the error."""
    kept: list[str] = []
    for number in range(2000):
        text = f"step {number} " + "x" * 3000
        try:
            add_step(home, text)
        except CouldNotError as error:
            if error.message.startswith("Saved"):
                kept.append(text)
            return kept, error
        kept.append(text)
    raise AssertionError


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    home = small_disk / "home"
    add_step(home)
    filler = fill(small_disk)
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - 60_000))
    kept, error = write_until_full(home)
    assert error.exit_code == 1
    assert "\n" not in error.message
    assert step_texts(home) == ["tea", *kept]
    filler.unlink()
    add_step(home, "room again")
    assert step_texts(home) == ["tea", *kept, "room again"]
    with opening.open_to_read(home) as store:
        assert store.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert len(history.steps(store)) == len(kept) + 2


def test_no_store_is_made_on_a_full_disk_and_one_is_later(small_disk: Path) -> None:
    home = small_disk / "home"
    for room in (0, 4096, 20_000, 60_000):
        filler = fill(small_disk)
        with filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - room)
        with pytest.raises(CouldNotError):
            add_step(home)
        assert not opening.exists(home)
        filler.unlink()
    add_step(home)
    assert step_texts(home) == ["tea"]


def test_erasing_needs_no_room(small_disk: Path) -> None:
    home = small_disk / "home"
    add_step(home)
    fill(small_disk)
    erase(home)
    assert not home.exists()


def test_a_reminder_that_cannot_be_noted_is_shown_once(
    small_disk: Path, process: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = small_disk / "home"
    monkeypatch.setenv("RECOVERPLAN_HOME", str(home))
    assert process("risk", "add", "Nights", "--when", "daily 9pm-2am").code == 0
    assert process("contact", "add", "Sam", "--role", "peer", "--call", "555-0114").code == 0
    assert process("remind", "on", "--with", "prompt", "--quiet", "none", "--yes").code == 0
    filler = fill(small_disk)
    said = []
    for minute in range(0, 60, 5):
        at = f"2026-11-23T20:{minute:02}"
        done = process("remind", "run", "--print", RECOVERPLAN_NOW=at)
        assert "Traceback" not in done.err
        said += done.out.splitlines()
    filler.unlink()
    said += process("remind", "run", "--print", RECOVERPLAN_NOW="2026-11-23T20:59").out.splitlines()
    assert said
    assert len(said) == len(set(said))


def test_a_limit_on_the_size_of_files_loses_nothing(home: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        kept, error = write_until_full(home)
        assert kept
        assert error.exit_code == 1
        with pytest.raises(CouldNotError):
            add_step(home, "x" * 60_000)
        assert step_texts(home) == kept
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    add_step(home, "room again")
    assert step_texts(home) == [*kept, "room again"]
