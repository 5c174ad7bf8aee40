"""Erasing through the command line: everything goes, in whatever state it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import Run


def test_everything_goes_and_what_cannot_be_reached_is_said(run: Run, home: Path) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    result = run("erase", "--yes")
    assert result.code == 0
    assert "backups" in result.out
    assert not home.exists()
    assert run("contact", "list", "--json").json["contacts"] == []


def test_without_a_terminal_a_yes_is_needed(run: Run, home: Path) -> None:
    run("setup", "--name", "Alex")
    before = sorted(home.iterdir())
    result = run("erase", stdin="erase\n")
    assert result.code == 2
    assert "--yes" in result.err
    assert sorted(home.iterdir()) == before


def test_a_damaged_store_goes_just_the_same(run: Run, home: Path) -> None:
    run("setup", "--name", "Alex")
    (home / "plan.db").write_bytes(b"\0" * 100)
    assert run("contact", "list").code == 5
    (home / "keys.json").write_text("{")
    assert run("erase", "--yes").code == 0
    assert not home.exists()


def test_files_of_others_stay_and_are_named(run: Run, home: Path) -> None:
    run("setup", "--name", "Alex")
    (home / "mine.txt").write_text("mine")
    assert "mine.txt" in run("erase", "--yes").out
    assert [path.name for path in home.iterdir()] == ["mine.txt"]


def test_nothing_kept_is_no_error(run: Run) -> None:
    result = run("erase", "--yes")
    assert result.code == 0
    assert result.out.startswith("There is nothing in ")


def test_the_history_alone_can_go_with_the_older_copies_that_hold_it(
    run: Run, home: Path, tmp_path: Path
) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    older = ("plan.before-2.db", "plan.before-restore-20261123-100000.zip")
    for name in (*older, "plan.before-holiday.txt"):
        (home / name).write_text("x")
    assert run("erase", "--history").code == 2
    assert all((home / name).exists() for name in older)
    done = run("erase", "--history", "--yes")
    assert done.code == 0
    for name in older:
        assert name in done.err
        assert not (home / name).exists()
    assert (home / "plan.before-holiday.txt").exists()
    assert "backup --no-history" in done.out  # what it can't reach
    assert len(run("contact", "list", "--json").json["contacts"]) == 1
    assert run("undo").code == 1


def test_what_goes_is_named_first_and_copies_of_others_after_a_yes(run: Run, home: Path) -> None:
    run("setup", "--name", "Alex")
    copied = ("keys.sync-conflict-20261120.json", "plan (conflicted copy).db", "old/plan.db")
    (home / "old").mkdir()
    for name in copied:
        shutil.copy(home / ("keys.json" if "keys" in name else "plan.db"), home / name)
    backup = home / "mine.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    assert run("erase").code == 2
    done = run("erase", "--yes")
    assert done.code == 0
    for name in ("plan.db", "keys.json", "keys-copy.json", "emergency-card.txt", *copied):
        assert f"  {name}\n" in done.err
    assert [path.name for path in home.iterdir() if path.is_file()] == ["mine.zip"]
    assert "mine.zip" in done.out


def test_another_name_of_the_same_file_is_named_before_and_stays(
    run: Run, home: Path, tmp_path: Path
) -> None:
    run("setup", "--name", "Alex")
    (home / "plan.before-3.db").write_text("older")
    (home / "plan.before-2.db").hardlink_to(home / "plan.before-3.db")  # both go
    (home / "reminders.txt").mkdir()  # a folder has more names than one, and is none
    assert "hard link" not in run("erase", "--history", "--yes").err
    (home / "plan.before-3.db").write_text("older")
    for name in ("keys.json", "plan.before-3.db"):
        (tmp_path / f"other {name}").hardlink_to(home / name)
    keys = (home / "keys.json").read_bytes()
    told = run("erase", "--history", "--yes").err
    assert told.partition("in it:")[2].splitlines()[1:2] == ["  plan.before-3.db"]
    told = run("erase", "--yes").err
    assert told.partition("in it:")[2].splitlines()[1:2] == ["  keys.json"]
    assert (tmp_path / "other keys.json").read_bytes() == keys
