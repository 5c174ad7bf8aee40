"""Of too large a list `plan` shows what it worked out, and says what it left out."""

from __future__ import annotations

import pytest

from conftest import Run
from recoverplan.domain import coverage
from recoverplan.domain import plan as planning

NOW = "2026-11-23T10:00"


@pytest.fixture
def known(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Keep an evening of every day and four people."""
    monkeypatch.setenv("RECOVERPLAN_NOW", NOW)
    assert run("risk", "add", "Evening", "--when", "daily 8-10 pm").code == 0
    for name in ("Ann", "Ben", "Cem", "Dot"):
        assert run("contact", "add", name, "--role", "peer", "--call", "555-0114").code == 0
    return run


def test_within_the_bound_nothing_is_said(known: Run) -> None:
    assert known("plan").err == ""
    assert "left_out" not in known("plan", "--json").json


def test_people_who_are_left_out_are_said_and_counted(
    known: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "IN_A_WEEK", 14)
    shown = known("plan", "--plain")
    assert "The plan uses 2 of the 4 people on your list, the first ones." in shown.err
    assert "Ann" in shown.out
    assert "Dot" not in shown.out
    result = known("plan", "--json")
    assert result.json["left_out"] == {"people": 2, "after": None}
    assert "2 of the 4 people" in result.err


def test_weeks_that_are_left_out_are_said_with_the_way_to_go_on(
    known: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = known("plan", "--days", "21", "--json").json["occurrences"]
    monkeypatch.setattr(planning, "IN_A_PLAN", 28)
    result = known("plan", "--days", "21", "--json")
    assert "The plan ends before 2026-11-30." in result.err
    assert "recoverplan plan --from 2026-11-30" in result.err
    assert result.json["left_out"] == {"people": 0, "after": "2026-11-30T20:00:00-05:00"}
    rest = known("plan", "--from", "2026-11-30", "--days", "7", "--json").json["occurrences"]
    assert result.json["occurrences"] + rest == whole[:14]
