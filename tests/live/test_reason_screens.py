"""Reasons on a real terminal: above the plan, on the card, in the moment, all in one screen."""

from __future__ import annotations

import pytest

from conftest import Golden, Run
from live.test_screens import shown
from terminal import Terminal
from whole.test_first_week import ALEX, enter

pytestmark = pytest.mark.live
WHY = "Breakfast with my daughter"
EVENING = "2026-11-23T21:40"


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples, with reasons."""
    enter(run, *ALEX)
    for text, screens in ((WHY, ("now", "plan", "card")), ("Sleep", ("now",))):
        on = [part for screen in screens for part in ("--on", screen)]
        assert run("reason", "add", text, *on).code == 0
    return run


def test_the_week_still_fits_with_a_line_for_the_prompt(typed: Run, golden: Golden) -> None:
    screen = shown("plan")
    assert len(screen.splitlines()) == 23
    assert screen.splitlines()[1] == f"Why: {WHY}"
    golden("plan-why-80", screen)
    typed("reason", "edit", "breakfast", "--text", "a long reason " * 20)
    assert len(shown("plan").splitlines()) == 23
    assert len(shown("plan", columns=40, rows=80).splitlines()[2]) <= 40


def test_now_keeps_its_first_line_in_sight(typed: Run, golden: Golden) -> None:
    screen = shown("now", RECOVERPLAN_NOW=EVENING)
    assert screen.startswith("Call 911 now if:")
    assert f"WHY  {WHY}\n" in screen
    golden("now-why-80", screen)
    for columns in (80, 40):
        assert shown("now", columns=columns, RECOVERPLAN_NOW=EVENING).startswith("Call 911 now if:")


def test_the_card_has_it_without_a_heading(typed: Run) -> None:
    card = shown("card")
    assert f"│ {WHY}" in card
    assert "Why" not in card


def test_it_is_asked_for_where_nothing_was_typed(run: Run) -> None:
    talk = Terminal("reason", "add")
    talk.answer("Why are you doing this?", WHY)
    talk.answer("Numbers or words, like 1,2:", "3,1")
    code, said = talk.rest()
    assert code == 0
    assert "It is shown on now and plan." in said
    assert run("reason", "list", "--json").json["reasons"][0]["on"] == ["now", "plan"]
