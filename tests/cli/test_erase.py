"""Erasing through the command line: everything goes, in whatever state it is."""

from __future__ import annotations

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
    assert result.out.startswith("Nothing is kept in ")


def test_the_history_alone_can_go(run: Run) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert run("erase", "--history", "--yes").code == 0
    assert len(run("contact", "list", "--json").json["contacts"]) == 1
    assert run("erase", "--history").code == 2
