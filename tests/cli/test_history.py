"""`undo`, `redo` and `history`, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Run

SAM = ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")


def listed(run: Run, noun: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(noun, "list", "--json").json[f"{noun}s"]
    return found


def test_a_removal_is_taken_back_and_done_again(run: Run, home: Path) -> None:
    run(*SAM)
    before = listed(run, "contact")
    run("contact", "remove", "Sam", "--yes")
    assert listed(run, "contact") == []
    done = run("undo")
    assert done.code == 0
    assert done.out.splitlines()[0] == "Took back: removed contact Sam."
    assert listed(run, "contact") == before
    assert "Sam" in (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert run("redo").out == "Brought back: removed contact Sam.\n"
    assert listed(run, "contact") == []
    assert "Sam" not in (home / "emergency-card.txt").read_text(encoding="utf-8")


def test_the_history_is_newest_first_with_times(run: Run) -> None:
    run(*SAM, now="2026-11-22T21:00")
    run("step", "add", "Tea", "--kind", "alone", now="2026-11-23T10:00")
    run("undo", now="2026-11-23T10:05")
    assert run("history", "--json").json == {
        "schema": "recoverplan/history/1",
        "steps": [
            {
                "id": 3,
                "at": "2026-11-23T10:05:00-05:00",
                "what": "took back: added step Tea",
                "undone": False,
            },
            {"id": 2, "at": "2026-11-23T10:00:00-05:00", "what": "added step Tea", "undone": True},
            {
                "id": 1,
                "at": "2026-11-22T21:00:00-05:00",
                "what": "added contact Sam",
                "undone": False,
            },
        ],
    }
    lines = run("history").out.splitlines()
    assert lines[1] == "added step Tea, number 2: Today, 10:00. Taken back."
    assert lines[2] == "added contact Sam, number 1: Sun 22 Nov, 21:00."


def test_undo_of_a_step_goes_further_back(run: Run) -> None:
    for text in ("One", "Two", "Three"):
        run("step", "add", text, "--kind", "alone")
    done = run("undo", "2", "--json")
    assert done.json == {
        "schema": "recoverplan/undo/1",
        "taken_back": ["added step Three", "added step Two"],
    }
    assert [step["text"] for step in listed(run, "step")] == ["One"]
    assert run("redo", "--json").json["brought_back"] == ["added step Two", "added step Three"]


def test_a_long_history_is_cut_on_a_screen_and_whole_in_json(run: Run) -> None:
    for number in range(22):
        run("step", "add", f"Step {number}", "--kind", "alone")
    short = run("history")
    assert len(short.out.splitlines()) == 20
    assert short.err == "2 older: recoverplan history --count 22\n"
    assert len(run("history", "--json").json["steps"]) == 22
    assert len(run("history", "--count", "3").out.splitlines()) == 3


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("undo", "99"), 3),
        (("undo", "soon"), 2),
        (("undo", "-1"), 2),
        (("history", "--count", "0"), 2),
        (("redo",), 1),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(run: Run, line: tuple[str, ...], code: int) -> None:
    run(*SAM)
    result = run(*line)
    assert result.code == code
    assert result.out == ""
    assert result.err.strip()
    assert len(listed(run, "contact")) == 1


def test_nothing_there_yet(run: Run, home: Path) -> None:
    assert run("history").out == "Nothing was changed yet.\n"
    assert run("history", "--json").json["steps"] == []
    for line in ("undo", "redo"):
        assert run(line).code == 3
    assert not home.exists()


def test_a_hostile_name_does_no_harm_in_the_history(run: Run) -> None:
    run("contact", "add", "\x1b[31m[/]Sam\u202e", "--role", "peer", "--call", "555-0114")
    shown = run("history").out
    assert shown.startswith("added contact [/]Sam, number 1")
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "line",
    [
        ("contact", "add", "Ann", "--role", "peer", "--call", "555-0115", "--order", "1"),
        ("contact", "edit", "Sam", "--order", "2", "--say", "Hello"),
        (
            "meeting",
            "log",
            "Lifeline",
            "--contact",
            "Lee",
            "--idea",
            "Walk",
            "--unsafe",
            "Shouting",
        ),
        ("review", "--idea", "Call Ann", "--helped", "Walking", "--as-step"),
        ("lapse", "log", "--note", "Late"),
    ],
)
def test_all_that_one_line_does_is_one_step(run: Run, line: tuple[str, ...]) -> None:
    for begun in (
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
        ("contact", "add", "Kim", "--role", "peer", "--call", "555-0116"),
        ("group", "add", "Lifeline", "--when", "tue 7-8pm"),
    ):
        assert run(*begun).code == 0
    before = run("export", "--json").json
    assert run(*line).code == 0
    assert len(run("history", "--json").json["steps"]) == 4
    assert run("undo").code == 0
    assert run("export", "--json").json == before
