"""Reasons through the command line: in own words, shown where they were chosen and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

import sheets
from conftest import Run
from recoverplan.domain.step import SHOWN
from recoverplan.home import EMERGENCY_CARD
from secrets_given import PHRASE, cheap, lines

__all__ = ["cheap"]
TEXT = "Breakfast with my daughter"


def test_a_reason_stands_only_where_it_was_chosen(run: Run) -> None:
    for screen in SHOWN:
        assert run("reason", "add", f"for {screen}", "--on", screen).code == 0
    assert run("reason", "add", "for me alone").code == 0
    run("risk", "add", "nights")
    for screen, other in (("now", "plan"), ("plan", "now"), ("card", "now")):
        for form in ((screen,), ("--plain", screen), (screen, "--json")):
            out = run(*form).out.casefold()
            assert (f"for {screen}" in out) is not (form == ("plan", "--json"))
            assert f"for {other}" not in out
            assert "for me alone" not in out


def test_pages_and_paper_carry_it_too(run: Run, tmp_path: Path) -> None:
    run("reason", "add", TEXT, "--on", "card", "--on", "plan")
    run("reason", "add", "for me alone")
    run("risk", "add", "nights")
    for command in ("card", "plan"):
        for form in ("html", "pdf"):
            path = tmp_path / f"{command}.{form}"
            assert run(command, f"--{form}", str(path)).code == 0
            content = path.read_bytes()
            said = sheets.said(content) if form == "pdf" else content.decode()
            assert TEXT in said, path
            assert "for me alone" not in said


def test_the_record_has_all_that_was_entered(run: Run) -> None:
    made = run("reason", "add", TEXT, "--on", "card", "--on", "now", "--on", "now", "--json").json
    assert made == {
        "id": 1,
        "text": TEXT,
        "on": ["now", "card"],
        "created": "2026-11-23T10:00:00-05:00",
    }
    assert run("reason", "list", "--json").json == {
        "schema": "recoverplan/reasons/1",
        "reasons": [made],
    }
    assert run("reason", "show", "break", "--json").json == {
        "schema": "recoverplan/reason/1",
        "reason": made,
    }


def test_a_reason_is_changed_removed_and_brought_back(run: Run) -> None:
    run("reason", "add", TEXT, "--on", "now")
    changed = run("reason", "edit", "break", "--text", "Sleep", "--on", "", "--json").json
    assert (changed["text"], changed["on"]) == ("Sleep", [])
    assert run("undo").code == 0
    assert f"Why: {TEXT}." in run("now").out
    assert run("reason", "remove", "1").code == 2
    assert run("reason", "remove", "1", "--yes").code == 0
    assert TEXT not in run("now").out
    run("undo")
    assert f"Why: {TEXT}." in run("now").out


def test_who_else_may_read_it_is_said(run: Run) -> None:
    said = run("reason", "add", TEXT, "--on", "now", "--on", "card").out
    assert "not encrypted" in said
    assert "Whoever finds the card" in said
    assert "Only reason list shows it." in run("reason", "add", "Sleep").out


@pytest.mark.usefixtures("cheap")
def test_with_a_passphrase_it_stands_in_now_only_by_consent(run: Run, home: Path) -> None:
    run("reason", "add", TEXT, "--on", "now")
    assert TEXT in (home / EMERGENCY_CARD).read_text(encoding="utf-8")
    with lines(PHRASE) as secret:
        assert run("lock", "set", "--yes", *secret).code == 0
    assert TEXT not in (home / EMERGENCY_CARD).read_text(encoding="utf-8")
    with lines(PHRASE) as secret:
        added = run("reason", "add", "Sleep", "--on", "now", *secret)
    assert "keeps it out of now" in added.out
    with lines(PHRASE) as secret:
        shown = run("lock", "card", "names", "--yes", *secret)
    assert shown.code == 0, shown.err
    assert TEXT in (home / EMERGENCY_CARD).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (("add",), "Like recoverplan reason add"),
        (("add", "x", "--on", "wall"), "now, card, plan, review or safety"),
        (("edit", "1"), "--text, --on"),
        (("add", "\x1b[0m"), "at least one letter"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_written(
    run: Run, home: Path, line: tuple[str, ...], hint: str
) -> None:
    result = run("reason", *line)
    assert result.code == 2
    assert hint in result.err
    assert not home.exists()
