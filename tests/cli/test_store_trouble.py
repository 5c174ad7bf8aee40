"""Whatever is wrong with the store, a command says it in a sentence, with its exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.store import connecting, keys, opening, ours, schema

STEP = ("step", "add", "Tea", "--kind", "alone")
READING: tuple[tuple[str, ...], ...] = (
    ("plan",), ("card",), (), ("step", "list"), ("history",), ("risk", "list"), ("support",),
    ("review",), ("urge", "list"), ("card", "--pdf", "card.pdf"), ("plan", "--ics", "plan.ics"),
    ("export", "--json", "all.json"), ("backup", "mine.zip", "--plain-key"),
)  # fmt: skip
WRITING: tuple[tuple[str, ...], ...] = (
    ("undo",),
    STEP,
    ("urge", "log", "--strength", "3"),
    ("lapse", "log"),
)
COMMANDS = (*READING, *WRITING)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # some write files


def empty(home: Path) -> None:
    (home / "plan.db").write_bytes(b"")


def flipped(home: Path) -> None:
    content = bytearray((home / "plan.db").read_bytes())
    content[100] ^= 1
    (home / "plan.db").write_bytes(content)


def keyless(home: Path) -> None:
    for name in keys.BOTH:
        (home / name).unlink()


def storeless(home: Path) -> None:
    (home / "plan.db").unlink()


def garbled_keys(home: Path) -> None:
    for name in keys.BOTH:
        (home / name).write_bytes(b"\xff{")


def newer(home: Path) -> None:
    connection = connecting.connect(home / "plan.db", keys.keys_without_passphrase(home)[0])
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()


def locked(home: Path) -> None:
    keys.save_slots(home, [keys.Slot("passphrase", b"s" * 16, b"k" * 32, b"c" * 32)])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (empty, 5),
        (flipped, 5),
        (keyless, 5),
        (storeless, 5),
        (garbled_keys, 5),
        (newer, 6),
        (locked, 4),
    ],
)
def test_every_command_says_what_is_wrong(
    run: Run, home: Path, spoil: Callable[[Path], None], code: int
) -> None:
    assert run(*STEP).code == 0
    spoil(home)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    for command in COMMANDS:
        result = run(*command)
        assert result.code == code, command
        assert result.out == ""
        assert "Traceback" not in result.err
        assert 1 <= len(result.err.splitlines()) <= 3
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    now = run("now")
    assert now.code == 0
    assert "Tea" in now.out


def test_a_locked_store_is_said_and_a_change_waits(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*STEP)
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.05)
    with opening.open_to_write(home) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("step", "add", "Walk", "--kind", "alone")
    assert result.code == 1
    assert result.err.startswith("Another program is using your data right now.")


def test_a_home_that_is_a_file_is_said(run: Run, home: Path, tmp_path: Path) -> None:
    home.write_text("mine")
    for command in (*COMMANDS, ("doctor",), ("lock", "status")):
        result = run(*command)
        assert (result.code, result.out) == (1, ""), command
        assert f"{home} is there, but is not a folder." in result.err
    assert run("now").code == 0
    assert home.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [home]


def test_another_program_that_changes_lets_everybody_read(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for needed in (STEP, ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")):
        assert run(*needed).code == 0
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.02)
    with opening.open_to_write(home) as other:
        other.execute("BEGIN IMMEDIATE")
        for command in READING:
            assert run(*command).code in (0, 1), command  # 1: no hard hours yet
            assert "Another program" not in run(*command).err
        for change in ((*STEP[:2], "Walk", *STEP[3:]), *WRITING[2:], WRITING[0]):
            result = run(*change)
            assert result.code == 1, change
            assert "Another program is using your data right now. Nothing" in result.err


def test_a_folder_to_work_in_that_is_gone_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*STEP)
    monkeypatch.chdir(tmp_path)
    gone = tmp_path / "gone"
    for command in (("backup", "b.zip", "--plain-key"), ("--store", "here", "step", "list")):
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()
        result = run(*command)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("The folder that you are in is gone.")
        assert run("now").code == run("step", "list").code == 0


def test_a_folder_that_cannot_be_entered_is_said(run: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    result = run("--store", str(tmp_path / "loop"), *STEP)
    assert result.code == 1
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("table", "column", "value", "command"),
    [
        ("contact", "created", "x", "plan"),
        ("contact", "hours", "x", "contact list"),
        ("contact", "role", "x", "plan"),
        ("risk_window", "level", "x", "plan"),
        ("risk_window", "hours", '["a"]', "risk list"),
        ("plan_step", "kind", "x", "step list"),
        ("urge", "at", "x", "urge list"),
    ],
)
def test_a_value_that_is_none_of_ours_is_said(
    run: Run, home: Path, table: str, column: str, value: str, command: str
) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("risk", "add", "nights", "--when", "daily 9pm-1am")
    run("step", "add", "Tea", "--kind", "alone")
    run("urge", "log", "--strength", "3")
    with opening.open_to_write(home) as store:
        store.execute(f"UPDATE {table} SET {column} = ?", (value,))
    done = run(*command.split())
    assert "of its own" not in done.err
    assert done.code == 5
    assert "that this program cannot read" in done.err
    assert "recoverplan doctor" in done.err
    looked = run("doctor")
    assert looked.code == 5
    assert "that this program cannot read" in looked.out
    assert "doctor --salvage FILE" in looked.out
