"""Ctrl-C and Ctrl-D at every question: exit 130, what was answered kept as one step, nothing torn.

Each conversation is walked once; at each question of its own terminal it is stopped.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from recoverplan.words import safekeeping, setup, trial
from recoverplan.words.questions import NOTE, SAVED_SO_FAR
from terminal import Terminal

pytestmark = pytest.mark.live

TIMER = "test_urge_conversation.py"
TALKS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "risk": (
        ("risk", "add"),
        (
            (setup.RISK_LABEL, "Evenings"),
            (setup.RISK_WHEN, "daily 5-9pm"),
            (setup.RISK_LEVEL, ""),
            (setup.NUMBERS_OR_OWN, ""),
            (setup.NUMBER_OR_OWN, ""),
            (setup.NUMBER_OR_IF, "1"),
            (setup.THEN, ""),
        ),
    ),
    "contact": (
        ("contact", "add"),
        (
            (setup.CONTACT_NAME, "Ann"),
            ("Number or word:", "1"),
            (setup.CONTACT_CALL, ""),
            (setup.CONTACT_TEXT, ""),
            (setup.CONTACT_EMAIL, ""),
            (setup.CONTACT_OTHER, ""),
            (setup.CONTACT_WHEN, ""),
            (setup.CONTACT_SAFE, ""),
            (setup.CONTACT_PER_WEEK, ""),
            (setup.CONTACT_SAY, ""),
        ),
    ),
    "step": (("step", "add"), (("Number or word:", "2"), (setup.NUMBER_OR_OWN, "1"))),
    "group": (
        ("group", "add"),
        ((setup.GROUP_NAME, "Harbor"), (setup.GROUP_WHEN, ""), (setup.GROUP_WHERE, "")),
    ),
    "meeting": (
        ("meeting", "log", "Lifeline"),
        (
            (trial.WHEN, ""),
            (trial.WENT_IN, ""),
            (trial.SAID_QUESTION, ""),
            (trial.UNSAFE_QUESTION, ""),
            (trial.MORE, "y"),
            (trial.EARLY, ""),
            (trial.STAYED, ""),
            (trial.CONTACT, "Kim"),
            *((question, "") for question in trial.FIT_QUESTIONS.values()),
            (trial.MOOD_BEFORE, ""),
            (trial.MOOD_AFTER, ""),
            (trial.IDEA, "Walk"),
            (NOTE, ""),
            ("How can you reach Kim?", ""),
        ),
    ),
    "erase": (("erase",), ((safekeeping.ASK, "erase"),)),
}
SETUP = (
    (setup.NAME, "Alex"),
    ("or y for United States?", "y"),
    (setup.ZONE, "new york"),
    ("Numbers or words, like 1,2:", ""),
    ("Number or word:", ""),
    (setup.RISK_LABEL, ""),
    (setup.CONTACT_NAME, ""),
    (setup.GROUP_NAME, ""),
)


def stops() -> Iterator[Any]:
    """Give every question of every conversation with how many answers come before it.

    Ctrl-C and Ctrl-D take turns: each question of a conversation meets one of them.
    """
    for name, (_, questions) in TALKS.items():
        for place in range(len(questions)):
            yield pytest.param(name, place, "cd"[place % 2], id=f"{name}-{place}")


def everything(run: Run) -> list[Any]:
    """Return all that is kept, as JSON."""
    nouns = ("risk", "contact", "step", "group", "meeting")
    kept = [run(noun, "list", "--json") for noun in nouns]
    assert [result.code for result in kept] == [0] * len(nouns)
    return [result.json for result in kept]


@pytest.mark.parametrize(("name", "place", "key"), list(stops()))
def test_what_was_answered_before_it_stops_is_kept_and_is_one_step(
    run: Run, name: str, place: int, key: str
) -> None:
    run("group", "add", "Lifeline", "--when", "sun 7-8pm")
    before = everything(run)
    line, questions = TALKS[name]
    talk = Terminal(*line)
    for question, typed in questions[:place]:
        talk.answer(question, typed)
    talk.wait_for(questions[place][0])
    talk.child.sendcontrol(key)
    code, shown = talk.rest()
    assert code == 130
    assert "Traceback" not in shown
    if everything(run) != before:
        assert SAVED_SO_FAR in " ".join(shown.split())
        run("undo")  # the whole conversation is one step
    assert everything(run) == before


@pytest.mark.parametrize("place", range(len(SETUP)))
def test_setup_that_is_stopped_says_how_to_go_on_and_keeps_the_answers(
    run: Run, place: int
) -> None:
    talk = Terminal("setup")
    for question, typed in SETUP[:place]:
        talk.answer(question, typed)
    talk.wait_for(SETUP[place][0])
    talk.child.sendcontrol("cd"[place % 2])
    code, shown = talk.rest()
    assert code == 130
    assert setup.STOPPED in shown
    again = Terminal("setup")
    again.wait_for(SETUP[place][0])
    assert again.interrupt()[0] == 130
    if place > 2:
        assert run("setup", "--plain", "--json").json["timezone"] == "America/New_York"


def test_it_stops_where_a_shell_in_the_background_has_it_pass_over_control_c() -> None:
    command = 'trap "" INT; exec "$0" -m pytest -p no:cacheprovider "$1" -k control_c_ends'
    run = subprocess.run(
        ["sh", "-c", command, sys.executable, str(Path(__file__).with_name(TIMER))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
