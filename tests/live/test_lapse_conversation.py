"""`lapse log` and `care` on a real terminal: one key each, kept first, nobody lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.test_lapse import INFORMATION, LESS, MEDICINE, SAFE, WITHDRAWAL
from conftest import Golden, Run
from recoverplan.words.questions import SKIP
from recoverplan.words.trial import YOURS
from terminal import Terminal
from words_said import spoken

pytestmark = pytest.mark.live

NIGHT = "2026-11-20T23:10"
WORDS = (INFORMATION, LESS, MEDICINE, WITHDRAWAL)


@pytest.fixture
def somebody(run: Run) -> Run:
    """Somebody in the US with one person to call."""
    run("setup", "--region", "US", "--timezone", "America/New_York", now=NIGHT)
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    return run


def press(talk: Terminal, question: str, key: str) -> None:
    """Wait for a question and its keys, and press one; Enter is pressed behind it by habit."""
    talk.wait_for(question)
    talk.wait_for("Enter ")
    talk.child.send(f"{key}\r" if key != "\r" else key)


def read_on(talk: Terminal) -> None:
    """Read each warning, one at a time, and go on with Enter."""
    for words in WORDS:
        talk.wait_for(words)
        talk.answer("Press Enter to go on.")


def lapses(run: Run) -> list[dict[str, Any]]:
    """Return what is logged."""
    found: list[dict[str, Any]] = run("lapse", "list", "--json").json["lapses"]
    return found


def test_one_key_leads_to_now_at_once_and_nothing_is_lost(somebody: Run) -> None:
    talk = Terminal("lapse", "log", RECOVERPLAN_NOW=NIGHT)
    talk.wait_for("Logged: Friday 20 November, 11:10 pm.")
    talk.wait_for(SAFE)
    talk.wait_for("Enter ")
    talk.child.send("n")  # the key alone
    code, shown = talk.rest()
    assert code == 0
    said = spoken(shown)
    assert "Call 911 now if:" in said
    assert "Sam call 555-0114" in said
    assert INFORMATION not in said
    assert len(lapses(somebody)) == 1


@pytest.mark.parametrize("columns", [80, 40])
def test_the_words_come_in_their_order_then_questions_then_one_offer(
    somebody: Run, columns: int
) -> None:
    somebody("lapse", "log", "--at", "2026-11-13 22:00", "--trigger", "after an argument")
    talk = Terminal("lapse", "log", columns=columns, rows=70, RECOVERPLAN_NOW=NIGHT)
    press(talk, SAFE, "y")
    read_on(talk)
    talk.wait_for(f"{YOURS} {SKIP}")
    talk.answer("When was it? [Friday 20 November, 11:10 pm]", "tomorrow 7pm")
    talk.wait_for("still to come")
    talk.answer("When was it? [Friday 20 November, 11:10 pm]", "today 10:30pm")
    talk.wait_for("1 after an argument")
    talk.answer("your words with commas:", "1")
    talk.answer("Anything to note for yourself?", "it was late")
    talk.wait_for("One person you could tell: call Sam, 555-0114.")
    press(talk, "One change to your plan, if you like. It can wait.", "h")
    talk.wait_for("Added hard hours: Friday 10 pm to midnight.")
    code, shown = talk.rest()
    assert code == 0
    assert max(map(len, shown.splitlines())) <= columns
    record = lapses(somebody)[-1]
    assert record["at"] == "2026-11-20T22:30:00-05:00"
    assert (record["trigger"], record["note"]) == (["after an argument"], "it was late")
    (risk,) = somebody("risk", "list", "--json").json["risks"]
    assert (risk["when"], risk["trigger"]) == (["fri 22:00-00:00"], ["after an argument"])
    somebody("undo")  # the whole conversation is one step
    assert len(lapses(somebody)) == 1


def test_every_question_can_be_skipped(somebody: Run) -> None:
    talk = Terminal("lapse", "log", RECOVERPLAN_NOW=NIGHT)
    press(talk, SAFE, "\r")
    read_on(talk)
    for question in ("When was it?", "What happened before it?", "Anything to note"):
        talk.answer(question)
    press(talk, "One change to your plan", "\r")
    assert talk.rest()[0] == 0
    (record,) = lapses(somebody)
    assert (record["trigger"], record["note"]) == (None, None)
    assert record["at"] == "2026-11-20T23:10:00-05:00"
    assert somebody("risk", "list", "--json").json["risks"] == []


def test_a_step_is_the_other_offer(somebody: Run) -> None:
    somebody("risk", "add", "Nights", "--when", "nights")
    talk = Terminal("lapse", "log", "--at", "today 22:30", RECOVERPLAN_NOW=NIGHT)
    press(talk, SAFE, "y")
    talk.wait_for("recoverplan step add TEXT")
    assert "risk add" not in spoken(talk.rest()[1])  # hard hours stand there already
    talk = Terminal("lapse", "log", RECOVERPLAN_NOW=NIGHT)
    press(talk, SAFE, "y")
    read_on(talk)
    for question in ("When was it?", "What happened before it?", "Anything to note"):
        talk.answer(question)
    press(talk, "One change to your plan", "s")
    talk.wait_for("Wait fifteen minutes")
    assert "medicine" not in talk.child.before
    talk.answer("or your own words:", "leave by the back door")
    talk.wait_for("Added a step: leave by the back door")
    assert talk.rest()[0] == 0


@pytest.mark.parametrize("asked", [0, 1, 2])
def test_control_c_in_the_middle_loses_nothing_that_was_answered(somebody: Run, asked: int) -> None:
    talk = Terminal("lapse", "log", RECOVERPLAN_NOW=NIGHT)
    talk.wait_for(SAFE)
    talk.wait_for("Enter ")
    if asked:
        talk.child.send("y\r")
        read_on(talk)
        talk.answer("When was it?")
        talk.wait_for("your words with commas:")
    if asked > 1:
        talk.child.send("payday\r")
        talk.wait_for("Anything to note")
    assert talk.interrupt()[0] == 130
    (record,) = lapses(somebody)
    assert record["trigger"] == (["payday"] if asked > 1 else None)


def test_plain_and_dumb_terminals_are_asked_as_well(somebody: Run) -> None:
    talk = Terminal("--plain", "lapse", "log", RECOVERPLAN_NOW=NIGHT, TERM="dumb")
    press(talk, SAFE, "n")
    code, shown = talk.rest()
    assert code == 0
    assert "\x1b" not in shown
    assert "Call 911 now if:" in spoken(shown)


def test_care_shows_the_crisis_line_at_once_and_keeps_nothing(somebody: Run, home: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    talk = Terminal("care", columns=60, rows=80, RECOVERPLAN_NOW=NIGHT)
    talk.wait_for("use a device they don't use.")
    talk.wait_for("Your answers are not saved.")
    press(talk, "Could it be dangerous for me to stop suddenly", "n")
    press(talk, "even with support?", "x")
    press(talk, "", "u")
    press(talk, "Am I having thoughts of suicide?", "y")
    talk.wait_for("call 911 now.")
    talk.wait_for("988: call or text, any hour.")
    press(talk, "Is my mood getting worse?", "\r")
    press(talk, "Is where I live unsafe?", "\r")
    code, shown = talk.rest()
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 60
    said = spoken(shown)
    assert "1-800-662-4357" in said
    assert "Domestic Violence" not in said
    assert "988:" not in said
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_care_can_be_left_at_any_question(somebody: Run) -> None:
    talk = Terminal("care", RECOVERPLAN_NOW=NIGHT)
    press(talk, "Could it be dangerous for me to stop suddenly", "y")
    talk.wait_for("even with support?")
    talk.wait_for("Enter skip  ")
    code, left = talk.interrupt()
    assert code == 130
    assert left.endswith("\n")  # the prompt begins on a row of its own


def test_care_names_no_month_where_it_shows_no_number(somebody: Run) -> None:
    talk = Terminal("care", RECOVERPLAN_NOW=NIGHT)
    for question in (
        "dangerous for me",
        "even with support?",
        "of suicide?",
        "getting worse?",
        "I live unsafe?",
    ):
        press(talk, question, "\r")
    code, shown = talk.rest()
    assert code == 0
    assert "Ask your doctor" in shown
    assert "Numbers looked up" not in shown


@pytest.mark.parametrize("columns", [80, 40])
def test_care_and_the_list_keep_within_the_terminal(
    somebody: Run, golden: Golden, columns: int
) -> None:
    somebody("lapse", "log", "--at", "2026-11-13 22:00", "--trigger", "after an argument")
    somebody("lapse", "log", "--at", "2026-11-19 09:30")
    for name, arguments in (("care", ("care", "--all")), ("lapse-list", ("lapse", "list"))):
        talk = Terminal(*arguments, columns=columns, rows=120, RECOVERPLAN_NOW=NIGHT)
        code, shown = talk.rest()
        assert code == 0
        assert max(map(len, shown.splitlines())) <= columns
        golden(f"{name}-{columns}", shown.strip())


def test_plain_words_are_golden(somebody: Run, golden: Golden) -> None:
    golden("care-plain", somebody("--plain", "care").out)
    golden("lapse-log-plain", somebody("--plain", "lapse", "log").out)
