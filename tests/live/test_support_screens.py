"""Support on a real terminal: the inventory in one screen, and the conversation of `add`."""

from __future__ import annotations

import pytest

from cli.test_support import LATER, PEOPLE, enter
from conftest import Golden, Run
from live.test_screens import shown
from terminal import Terminal

pytestmark = pytest.mark.live


@pytest.mark.parametrize("columns", [80, 40])
def test_the_inventory_is_one_screen(run: Run, golden: Golden, columns: int) -> None:
    enter(run, *PEOPLE, "support|add|rides|--need|--contact|Dana", "support|add|meals|--have")
    for number in range(20):
        enter(run, f"contact|add|Friend {number}|--role|peer|--call|555-01{number:02}")
    screen = shown("support", columns=columns, rows=24, RECOVERPLAN_NOW=LATER)
    assert len(screen.splitlines()) <= 23
    golden(f"support-{columns}", screen)
    assert shown("support", columns=columns, NO_COLOR="1", RECOVERPLAN_NOW=LATER) == screen


def test_support_is_picked_from_lists(run: Run) -> None:
    enter(run, *PEOPLE)
    talk = Terminal("support", "add")
    talk.answer("Number or word:", "practical")
    talk.answer("Numbers, or your own words:", "1 3")
    talk.answer("Number or word:", "2")
    code, said = talk.rest()
    assert code == 0
    assert "Noted, I need it next: rides, childcare." in said
    records = run("support", "list", "--json").json["supports"]
    assert [(one["what"], one["standing"]) for one in records] == [
        ("rides", "need"),
        ("childcare", "need"),
    ]
    assert run("undo").code == 0  # the conversation was one change
    assert run("support", "list", "--json").json["supports"] == []


def test_own_words_and_who_gives_it(run: Run) -> None:
    enter(run, *PEOPLE)
    talk = Terminal("support", "add")
    talk.answer("Number or word:", "3")
    talk.answer("Numbers, or your own words:", "walks by the river")
    talk.answer("Number or word:", "1")
    talk.answer("Who is it from?", "Zed")
    talk.wait_for('No contact by the name "Zed".')
    talk.answer("Who is it from?", "dana")
    assert talk.rest()[0] == 0
    made = run("support", "list", "--json").json["supports"][0]
    assert (made["what"], made["contact"]["name"]) == ("walks by the river", "Dana")


def test_every_question_may_be_skipped_and_nothing_is_kept(run: Run) -> None:
    talk = Terminal("support", "add")
    talk.answer("Number or word:")
    assert talk.rest()[0] == 0
    assert run("support", "list", "--json").json["supports"] == []
