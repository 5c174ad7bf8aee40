"""A folder in which another account could swap the files is read from, and never written to."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from conftest import Run
from kept_examples import add_step, step_texts
from recoverplan.store import guarding
from secrets_given import PHRASE, lines

if os.name == "nt":
    pytest.skip("Windows has no such modes", allow_module_level=True)

STEP = ("step", "add", "Walk", "--kind", "alone")
STRANGER = 65_534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="other accounts need root")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def writing_lines(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return a command line of each kind that writes to the store."""
    return (
        STEP,
        ("undo",),
        ("urge", "log", "--strength", "3"),
        ("restore", str(folder / "mine.zip"), "--yes"),
        ("erase", "--history", "--yes"),
    )


@as_root
def test_a_folder_of_another_account_is_read_and_not_written(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    assert run("backup", str(tmp_path / "mine.zip"), "--plain-key").code == 0
    os.chown(home, STRANGER, STRANGER)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    for line in writing_lines(tmp_path):
        result = run(*line)
        assert (result.code, result.out) == (1, ""), line
        assert f"{home} belongs to another account" in result.err
        assert "Nothing was changed." in result.err
        assert "chown -R root " in result.err
    with lines(PHRASE) as given:
        result = run(*given, "lock", "set", "--yes")
        assert (result.code, result.out) == (1, "")  # no code is shown
        assert f"{home} belongs to another account" in result.err
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    assert "tea" in run("step", "list").out
    assert run("now").code == 0
    done = run("doctor", "--fix")
    assert done.code == 1
    assert "belongs to another account" in done.out
    assert run("erase", "--yes").code == 0


@as_root
def test_no_store_is_made_in_a_folder_of_another_account(run: Run, home: Path) -> None:
    home.mkdir()
    os.chown(home, STRANGER, STRANGER)
    assert run(*STEP).code == 1
    assert list(home.iterdir()) == []
    assert home.stat().st_uid == STRANGER
    os.chown(home, 0, 0)
    assert run(*STEP).code == 0


def test_a_folder_of_others_files_that_everybody_may_write_is_refused(
    run: Run, home: Path, tmp_path: Path
) -> None:
    home.mkdir()
    (home / "letter.txt").write_text("mine")
    add_step(home)
    assert run("backup", str(tmp_path / "mine.zip"), "--plain-key").code == 0
    home.chmod(0o777)
    for line in writing_lines(tmp_path):
        result = run(*line)
        assert (result.code, result.out) == (1, ""), line
        assert f"chmod o-w {home}" in result.err
    assert step_texts(home) == ["tea"]
    assert run("now").code == 0
    assert run("doctor").code == 1
    assert mode(home) == 0o777
    subprocess.run(["chmod", "o-w", str(home)], check=True)
    assert run(*STEP).code == 0
    home.chmod(0o1777)  # nobody can rename what another account has put there
    assert run("undo").code == 0


def test_a_folder_that_we_made_is_tightened_and_it_is_said_once(run: Run, home: Path) -> None:
    add_step(home)
    for open_mode in (0o777, 0o702):
        home.chmod(open_mode)
        result = run("urge", "log", "--strength", "3")
        assert result.code == 0
        assert "It is private now." in result.err
        assert mode(home) == 0o700
        assert "private now" not in run("urge", "log", "--strength", "3").err


@as_root
def test_a_file_that_another_account_has_put_there_is_not_taken_for_ours(
    run: Run, home: Path
) -> None:
    add_step(home)
    home.chmod(0o777)
    planted = home / "plan.before-3.db"
    planted.write_bytes(b"planted")
    os.chown(planted, STRANGER, STRANGER)
    assert run(*STEP).code == 1
    assert mode(home) == 0o777


@as_root
def test_what_another_account_has_put_into_our_folder_is_not_believed(
    run: Run, home: Path, tmp_path: Path
) -> None:
    mine = ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert run(*mine).code == 0
    other = tmp_path / "other"
    theirs = ("contact", "add", "Mallory", "--role", "peer", "--call", "555-0100")
    assert run("--store", str(other), *theirs).code == 0
    (home / "letter.txt").write_text("a folder that a group shares")
    home.chmod(0o770)
    os.chown(home / "keys.json", STRANGER, STRANGER)  # the second copy is still ours
    assert "Sam" in run("contact", "list").out
    for path in other.iterdir():
        (home / path.name).unlink()
        shutil.copy(path, home)
        os.chown(home / path.name, STRANGER, STRANGER)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    assert "Mallory" not in run("now").out
    for line in (("contact", "list"), STEP, ("lock", "set", "--yes"), ("doctor",)):
        with lines(PHRASE) as given:
            done = run(*given, *line)
        assert done.code in (1, 5), line
        assert "was put there by another account" in done.out + done.err, line
        assert "Mallory" not in done.out + done.err
    assert run("doctor", "--fix").code == 5
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_doctor_tightens_what_is_ours_and_warns_of_a_group(run: Run, home: Path) -> None:
    add_step(home)
    home.chmod(0o777)
    assert run("doctor").code == 1
    assert mode(home) == 0o777  # looking changes nothing
    assert run("doctor", "--fix").code == 0
    assert mode(home) == 0o700
    (home / "letter.txt").write_text("mine")
    home.chmod(0o770)
    done = run("doctor")
    assert done.code == 0
    assert f"chmod g-w {home}" in done.out.replace("\n", " ")


def test_doctor_names_a_file_that_has_another_name_elsewhere(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    (home / "plan.before-3.db").hardlink_to(home / "keys.lock")  # both are ours
    assert "hard link" not in run("doctor").out
    (tmp_path / "other.db").hardlink_to(home / "plan.db")
    done = run("doctor")
    assert done.code == 0
    assert "(a hard link): plan.db. " in done.out.replace("\n", " ")


def test_doctor_warns_of_a_folder_above_that_everybody_may_write(run: Run, tmp_path: Path) -> None:
    above = tmp_path / "open"
    above.mkdir()
    above.chmod(0o777)
    home = str(above / "notes")
    assert run("--store", home, *STEP).code == 0
    done = run("--store", home, "doctor")
    assert done.code == 0
    assert f"chmod o-w {above}" in done.out.replace("\n", " ")


@as_root
def test_a_link_of_another_account_is_not_followed_to_write(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    own, foreign = tmp_path / "own", tmp_path / "foreign"
    own.symlink_to(home)
    foreign.symlink_to(home)
    os.chown(foreign, STRANGER, STRANGER, follow_symlinks=False)
    assert run("--store", str(own), *STEP).code == 0
    result = run("--store", str(foreign), "urge", "log", "--strength", "3")
    assert result.code == 1
    assert f"--store {home}" in result.err
    assert "tea" in run("--store", str(foreign), "step", "list").out


def test_folders_above_a_new_store_are_private_whatever_the_umask(run: Run, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert run("--store", str(tmp_path / "a" / "b" / "notes"), *STEP).code == 0
    finally:
        os.umask(before)
    assert [mode(tmp_path / "a" / part) for part in ("", "b", "b/notes")] == [0o700] * 3


@pytest.fixture
def modeless(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk on which everything belongs to one account and is open to all, if that goes."""
    if os.geteuid() != 0 or not shutil.which("mkfs.vfat"):
        pytest.skip("a disk without modes needs root and mkfs.vfat")
    image, disk = tmp_path / "image", tmp_path / "disk"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(8 << 20)
    subprocess.run(["mkfs.vfat", str(image)], check=True, capture_output=True)
    options = f"loop,umask=000,uid={STRANGER},quiet"
    mount = ["mount", "-t", "vfat", "-o", options, str(image), str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_disk_without_modes_is_written_and_doctor_warns(run: Run, modeless: Path) -> None:
    home = str(modeless / "notes")
    assert run("--store", home, *STEP).code == 0
    assert run("--store", home, "urge", "log", "--strength", "3").code == 0
    done = run("--store", home, "doctor")
    assert done.code == 0, done
    assert "does not know whose a file is" in done.out.replace("\n", " ")


def test_where_modes_mean_nothing_they_refuse_nothing(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same by a probe that says so, for machines on which no such disk can be mounted."""
    home.mkdir()
    (home / "letter.txt").write_text("mine")
    home.chmod(0o777)
    monkeypatch.setattr(guarding, "keeps_modes", lambda _: False)
    monkeypatch.setattr("recoverplan.services.examining.keeps_modes", lambda _: False)
    assert run(*STEP).code == 0
    assert mode(home) == 0o777
    done = run("doctor")
    assert done.code == 0, done
    assert "does not know whose a file is" in done.out.replace("\n", " ")


@as_root
def test_an_account_that_is_not_root_is_told_what_root_could_do(run: Run, tmp_path: Path) -> None:
    assert run("--store", str(tmp_path / "warm"), *STEP).code == 0  # all that it needs is loaded
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "of root"
        folder.mkdir()
        folder.chmod(0o757)
        os.seteuid(STRANGER)
        try:
            result = run("--store", str(folder), *STEP)
        finally:
            os.seteuid(0)
        assert result.code == 1, result
        assert f"sudo chown -R {guarding.name_of(STRANGER)} '{folder}'" in result.err
        assert list(folder.iterdir()) == []


def test_the_probe_leaves_nothing_behind(tmp_path: Path) -> None:
    assert guarding.keeps_modes(tmp_path)
    assert list(tmp_path.iterdir()) == []
