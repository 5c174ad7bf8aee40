"""Answers of one key, typed as whole words: nothing of them reaches the next question."""

from __future__ import annotations

import pytest

from conftest import Run
from recoverplan.words import care
from recoverplan.words.questions import ANY_QUESTION, FIRST_QUESTION
from terminal import Terminal

pytestmark = pytest.mark.live


@pytest.mark.parametrize("word", ["n", "no\r", "nope\r", "n\r"])
def test_a_whole_word_answers_one_question(run: Run, word: str) -> None:
    run("setup", "--region", "US")
    talk = Terminal("care", rows=100)
    for question in list(care.QUESTIONS.values())[:3]:
        talk.wait_for(question)
        talk.wait_for("Enter skip")
        talk.child.send(word)
    talk.wait_for(list(care.QUESTIONS.values())[3])
    talk.wait_for("Enter skip")
    assert talk.interrupt()[0] == 130


def test_a_key_can_be_asked_about_and_left_for_the_one_before(run: Run) -> None:
    run("setup", "--region", "US")
    first, second, *_ = care.QUESTIONS.values()
    talk = Terminal("care", rows=100)
    talk.wait_for(first)
    talk.wait_for("Enter skip")
    talk.child.send("<")
    talk.wait_for(FIRST_QUESTION)
    talk.child.send("?")
    talk.wait_for(ANY_QUESTION)
    talk.child.send("n")
    talk.wait_for(second)
    talk.wait_for("Enter skip")
    talk.child.send("<")
    talk.wait_for(first)
    talk.wait_for("Enter skip")
    assert talk.interrupt()[0] == 130
