"""`recoverplan` alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Golden, Run
from recoverplan.store.keys import BOTH
from whole.test_first_week import ALEX, enter


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


def test_today_in_a_few_lines(typed: Run, golden: Golden) -> None:
    golden("today-plain", typed().out)


def test_a_quiet_day_names_what_comes_next(typed: Run) -> None:
    out = typed(now="2026-11-28T09:00").out
    assert "A quiet day. Next: Sundays, tomorrow, noon." in out


def test_a_meeting_that_is_just_over_is_asked_about(typed: Run) -> None:
    asked = "How was Tuesday Lifeline? Type: recoverplan meeting log 1"
    assert asked in typed(now="2026-11-24T20:30").out
    enter(typed, "meeting log|Tuesday Lifeline|--at|2026-11-24 19:00")
    assert asked not in typed().out


def test_an_empty_store_says_how_to_begin_and_stays_empty(run: Run, home: Path) -> None:
    result = run()
    assert result.code == 0
    assert "recoverplan setup" in result.out
    assert not home.exists()


@pytest.mark.parametrize("command", ["", "plan"])
def test_after_setup_alone_what_is_missing_is_said(run: Run, command: str) -> None:
    enter(run, "setup|--name|Alex|--timezone|America/New_York|--region|US")
    out = run(*command.split()).out
    assert "Nothing is written down" not in out
    assert out.startswith("You've made a start, Alex.")
    assert "recoverplan risk add nights" in out
    assert "recoverplan contact add" in out


def test_steps_alone_are_a_start_too(run: Run) -> None:
    enter(run, "step add|tea and the radio|--kind|alone")
    assert run().out.startswith("You've made a start. What the plan still needs")


def test_looking_writes_nothing(typed: Run, home: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    for arguments in ((), ("plan",), ("card",), ("plan", "--json")):
        assert typed(*arguments).code == 0
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


@pytest.mark.parametrize("harm", ["empty", "bytes", "keys"])
def test_a_damaged_store_is_said_with_the_way_on(typed: Run, home: Path, harm: str) -> None:
    store = home / "plan.db"
    if harm == "empty":
        store.write_bytes(b"")
    elif harm == "bytes":
        content = bytearray(store.read_bytes())
        content[100:200] = bytes(100)
        store.write_bytes(content)
    else:
        for name in BOTH:
            (home / name).write_text("{}", encoding="utf-8")
    result = typed()
    assert result.code == 5
    assert result.out == ""
    assert "recoverplan now" in result.err
    assert "Traceback" not in result.err
