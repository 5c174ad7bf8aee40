"""Two things of one name could not be told apart: the second is refused, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

FIRST = {
    "risk": ("risk", "add", "Nights", "--when", "daily 9-11pm"),
    "contact": ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
    "group": ("group", "add", "Lifeline", "--when", "tue 7-8pm"),
    "step": ("step", "add", "Tea and the radio", "--kind", "alone"),
}
AGAIN = {
    "risk": ("risk", "add", " nIGHTS", "--when", "sat 8-9pm"),
    "contact": ("contact", "add", "SAM ", "--role", "family"),
    "group": ("group", "add", "lifeline"),
    "step": ("step", "add", "tea  and the RADIO", "--kind", "safer"),
}
OTHER = {
    "risk": ("risk", "add", "Payday", "--when", "last working day"),
    "contact": ("contact", "add", "Ann", "--role", "peer"),
    "group": ("group", "add", "Harbor"),
    "step": ("step", "add", "Walk", "--kind", "alone"),
}
RENAME = {"risk": "--label", "contact": "--name", "group": "--name", "step": "--text"}


def kept(home: Path) -> dict[str, bytes]:
    """Return every file of the store."""
    return {path.name: path.read_bytes() for path in home.iterdir()}


@pytest.mark.parametrize("noun", FIRST)
def test_a_name_that_is_taken_is_refused_with_the_edit_that_changes_it(
    run: Run, home: Path, noun: str
) -> None:
    assert run(*FIRST[noun]).code == 0
    before = kept(home)
    again = run(*AGAIN[noun])
    assert (again.code, again.out) == (1, "")
    assert again.err.splitlines() == [
        f'"{FIRST[noun][2]}" is on your list already.',
        f"To change it: recoverplan {noun} edit 1",
    ]
    assert kept(home) == before


@pytest.mark.parametrize("noun", FIRST)
def test_nothing_is_renamed_to_a_name_that_is_taken(run: Run, home: Path, noun: str) -> None:
    run(*FIRST[noun])
    assert run(*OTHER[noun]).code == 0
    before = kept(home)
    renamed = run(noun, "edit", "2", RENAME[noun], FIRST[noun][2].upper())
    assert renamed.code == 1
    assert f"recoverplan {noun} edit 1" in renamed.err
    assert kept(home) == before
    assert run(noun, "edit", "1", RENAME[noun], FIRST[noun][2].upper()).code == 0


def test_a_label_that_differs_by_what_cannot_be_seen_is_the_same(run: Run) -> None:
    run(*FIRST["risk"])
    assert run("risk", "add", "Ｎights", "--when", "sat 8-9pm").code == 1
