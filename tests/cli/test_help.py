"""Help is one plain screen; every command's help is plain and says what each option takes."""

from __future__ import annotations

import re

import pytest

from conftest import Run
from recoverplan.cli.commands import COMMANDS

GROUPS = {
    "risk": ("add", "list", "show", "edit", "remove"),
    "contact": ("add", "list", "show", "edit", "remove", "ask", "pause"),
    "step": ("add", "list", "show", "edit", "remove"),
    "group": ("add", "list", "show", "edit", "remove", "try", "decide", "import", "find"),
    "urge": ("log", "list", "show", "edit", "remove", "chart"),
    "lapse": ("log", "list", "show", "edit", "remove"),
    "meeting": ("log", "list", "show", "edit", "remove"),
}
LINES = [(entry.name,) for entry in COMMANDS] + [
    (name, command) for name, commands in GROUPS.items() for command in commands
]


def test_the_whole_help_is_one_screen_by_what_a_person_wants(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    lines = result.out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    places = [result.out.index(entry.section) for entry in COMMANDS if entry.section]
    assert places == sorted(places)
    for entry in COMMANDS:
        assert re.search(rf"\b{entry.name}\b", result.out)
        assert (f"  {entry.name} " in result.out) is bool(entry.section)
    assert run("-h").out == result.out


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_every_help_is_plain(run: Run, line: tuple[str, ...]) -> None:
    result = run(*line, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Usage: recoverplan {' '.join(line)} ")
    assert not set(result.out) & set("─│╭╮╰╯┌┐└┘\x1b{}…")
    assert "..." not in result.out.replace("[ARGS]...", "")
    assert len(result.out.splitlines()) <= 24
    for entry in result.out.splitlines():
        option = entry.split()
        if option and option[0].startswith("--"):
            assert len(option) > 1, entry


def test_a_group_alone_shows_its_commands(run: Run) -> None:
    for name, commands in GROUPS.items():
        result = run(name)
        assert result.code == 2
        for command in commands:
            assert f"\n  {command} " in result.err


@pytest.mark.parametrize("line", [(), *LINES], ids=" ".join)
def test_help_fits_a_narrow_terminal_with_every_word_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...]
) -> None:
    wide = run(*line, "--help").out
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run(*line, "--help").out
    assert max(map(len, narrow.splitlines())) <= 40
    # What is joined by a hyphen may stand on two lines.
    assert narrow.replace("-", " ").split() == wide.replace("-", " ").split()
