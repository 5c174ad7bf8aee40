"""`urge log` and `now --timer` on a real terminal: short, skippable, nothing lost on the way."""

from __future__ import annotations

import signal
import time

import pytest

from conftest import Run
from recoverplan.words import moment, questions, setup, trial
from recoverplan.words import urge as words
from secrets_given import PHRASE, lines
from terminal import Terminal

pytestmark = pytest.mark.live

QUESTIONS = (words.STRENGTH, setup.NUMBERS_OR_OWN, setup.ONE_OR_OWN, words.AFTER, questions.NOTE)


def kept(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("urge", "list", "--json").json["urges"]
    return found


@pytest.mark.parametrize("columns", [80, 40])
def test_five_keys_note_an_urge_and_one_undo_takes_it_back(run: Run, columns: int) -> None:
    run("step", "add", "Call Sam", "--kind", "people")
    run("urge", "log", "--trigger", "tired", "--trigger", "rain", "--did", "walked")
    talk = Terminal("urge", "log", columns=columns)
    talk.wait_for(f"{trial.YOURS} {questions.SKIP}")
    talk.answer(words.STRENGTH, "11")
    talk.answer(words.STRENGTH, "8")
    talk.wait_for(words.HARD)
    talk.wait_for("1  rain")
    talk.wait_for("2  tired")
    talk.answer(setup.NUMBERS_OR_OWN, "12")
    talk.wait_for("1  walked")
    talk.wait_for("2  Call Sam")
    talk.answer(setup.ONE_OR_OWN, "12")
    talk.answer(setup.ONE_OR_OWN, "2")
    talk.answer(words.AFTER, "3")
    talk.answer(questions.NOTE, "it rained")
    code, shown = talk.rest()
    assert code == 0
    assert "Strength 8, 3 afterwards." in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= columns
    said = kept(run)[1]
    assert (said["strength"], said["trigger"], said["after"]) == (8, ["rain", "tired"], 3)
    assert (said["did"], said["note"]) == ("Call Sam", "it rained")
    assert len(run("history", "--json").json["steps"]) == 3
    run("undo")
    assert len(kept(run)) == 1


def test_every_question_can_be_skipped(run: Run) -> None:
    talk = Terminal("urge", "log", "--at", "yesterday 7pm")
    for question in QUESTIONS:
        talk.answer(question)
    code, shown = talk.rest()
    assert code == 0
    assert "Noted: an urge, Sunday 22 November, 19:00." in shown
    (said,) = kept(run)
    assert {said[name] for name in ("strength", "did", "after", "note")} == {None}


def test_control_c_keeps_what_was_answered_and_says_so(run: Run) -> None:
    talk = Terminal("urge", "log")
    talk.answer(words.STRENGTH, "6")
    talk.answer(setup.NUMBERS_OR_OWN, "tired, a long day")
    talk.wait_for(setup.ONE_OR_OWN)
    code, shown = talk.interrupt()
    assert code == 130
    assert "recoverplan urge edit 1" in shown
    (said,) = kept(run)
    assert (said["strength"], said["trigger"]) == (6, ["tired", "a long day"])
    talk = Terminal("urge", "log")
    talk.wait_for(words.STRENGTH)
    assert talk.interrupt()[0] == 130
    assert len(kept(run)) == 1


def test_a_terminal_that_is_closed_takes_no_answer_along(run: Run) -> None:
    talk = Terminal("urge", "log")
    talk.answer(words.STRENGTH, "9")
    talk.wait_for(setup.NUMBERS_OR_OWN)
    talk.child.close(force=True)
    assert [one["strength"] for one in kept(run)] == [9]


def test_the_passphrase_comes_before_any_question(run: Run) -> None:
    run("urge", "log", "--strength", "2")
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    talk = Terminal("urge", "log")
    talk.child.expect("Passphrase: ")
    assert words.STRENGTH not in talk.child.before
    talk.child.sendline(PHRASE)
    talk.answer(words.STRENGTH, "5")
    talk.wait_for(setup.NUMBERS_OR_OWN)
    assert talk.interrupt()[0] == 130
    # It would tell that something is logged: without consent now says nothing of it.
    assert moment.LOG_URGE not in run("now").out


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (40, 40)])
def test_the_timer_warns_first_ends_and_names_the_log(run: Run, columns: int, rows: int) -> None:
    run("setup", "--region", "US")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("urge", "log")
    talk = Terminal("now", "--timer", "1s", columns=columns, rows=rows, NO_COLOR="1")
    code, shown = talk.rest()
    assert code == 0
    text = " ".join(shown.replace("\r", "\n").split())
    assert text.startswith("Call ")
    places = [text.index(said) for said in (moment.LIMITS, moment.WARNING, "less than a minute")]
    assert places == sorted(places)
    assert text.endswith(f"{moment.OVER} {moment.LOG_URGE}")
    lines = shown.replace("\r", "\n").splitlines()
    assert max(map(len, lines)) <= columns
    assert "\x1b" not in shown
    assert "call 555-0114" in text
    assert "Give naloxone if you have it" in text
    assert shown.count("\n") < rows  # the first row is still in sight, with one for the prompt


@pytest.mark.parametrize("form", [(), ("--plain",), ("--breathe",)])
def test_control_c_ends_the_timer_kindly(form: tuple[str, ...]) -> None:
    talk = Terminal("now", "--timer", *form)
    talk.wait_for("ride it out for 15 minutes")
    if not form:
        talk.wait_for("15 minutes left")
    if "--breathe" in form:
        talk.wait_for("breathe in")
    if "--plain" in form:
        talk.wait_for("Ctrl-C ends it.")
        time.sleep(0.2)  # nothing more is said before it waits
    talk.child.kill(signal.SIGINT)
    code, shown = talk.rest()
    assert code == 0
    assert "You stopped after" in shown
    assert shown.rstrip().endswith(moment.LOG_URGE)


def test_a_dumb_terminal_gets_lines_of_their_own() -> None:
    code, shown = Terminal("now", "--timer", "1s", TERM="dumb").rest()
    assert code == 0
    assert "\r" not in shown
    assert "less than a minute" not in shown
