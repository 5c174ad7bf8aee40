"""Times that are only about then: kept so, said so, and left out where hours are compared."""

from __future__ import annotations

import json

import pytest

from conftest import Run


@pytest.fixture(autouse=True)
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-23T10:00")


def test_a_time_said_with_around_is_rough(run: Run) -> None:
    said = run("urge", "log", "--at", "yesterday around 11pm", "--strength", "6")
    assert "Sunday 22 November, about 23:00" in said.out
    [urge] = json.loads(run("urge", "list", "--json").out)["urges"]
    assert urge["rough"] is True
    assert urge["at"].startswith("2026-11-22T23:00")


@pytest.mark.parametrize("noun", ["urge", "lapse"])
def test_a_time_of_its_own_takes_about_away(run: Run, noun: str) -> None:
    run(noun, "log", "--at", "9ish pm")
    assert "about" in run(noun, "list").out
    run(noun, "edit", "1", "--at", "yesterday 9pm")
    assert "about" not in run(noun, "list").out


def test_an_hour_alone_that_is_still_to_come_was_yesterdays(run: Run) -> None:
    assert "Sunday 22 November, 21:00" in run("urge", "log", "--at", "9pm").out


def test_what_names_no_hour_is_refused_with_hours_that_would_do(run: Run) -> None:
    said = run("urge", "log", "--at", "last night")
    assert (said.code, said.out) == (2, "")
    assert 'Type "last night 9pm" or "last night 11pm".' in said.err
    assert json.loads(run("urge", "list", "--json").out)["urges"] == []


def test_rough_times_say_nothing_about_hours(run: Run) -> None:
    for _ in range(2):
        run("urge", "log", "--at", "last night around 9pm")
    assert "2 more were left out" in run("risk", "suggest").out
    suggested = json.loads(run("risk", "suggest", "--json").out)
    assert (suggested["logged"], suggested["rough"]) == (2, 2)


def test_a_meeting_that_was_about_then_is_shown_so(run: Run) -> None:
    run("group", "add", "Tuesday Lifeline", "--when", "tue 7-8pm")
    run("meeting", "log", "Tuesday Lifeline", "--at", "friday night around 8", "--note", "x")
    assert "about 20:00" in run("meeting", "list").out
    assert "about 20:00" in run("meeting", "show", "1").out
