"""`meeting log` on a real terminal: it asks, everything can be skipped, nobody is urged."""

from __future__ import annotations

import re
from typing import Any

import pexpect
import pytest

from conftest import Run
from recoverplan.words import questions, setup
from recoverplan.words import trial as words
from recoverplan.words.questions import SAVED_SO_FAR
from terminal import spawn

pytestmark = pytest.mark.live

STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def trying(run: Run) -> Run:
    """A person in the US who tries one group."""
    run("group", "add", "Tuesday Lifeline", "--when", "tue 19:00-20:00", "--where", "a hall")
    return run


def talk(*arguments: str, columns: int = 80) -> Any:
    """Start a command on a terminal of its own."""
    moment = "2026-11-24T21:00"
    return spawn(*arguments, columns=columns, rows=40, RECOVERPLAN_NOW=moment, NO_COLOR="1")


def wait_for(terminal: Any, said: str) -> None:
    """Wait until something is said, wherever its lines are broken."""
    terminal.expect(r"\s+".join(map(re.escape, said.split())))


def answer(terminal: Any, question: str, typed: str = "") -> None:
    """Wait for a question and type an answer; Enter alone skips it."""
    wait_for(terminal, question)
    terminal.sendline(typed)


def rest(terminal: Any) -> tuple[int, str]:
    """Wait for the end; return the exit code and what was shown since the last question."""
    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.exitstatus, STYLES.sub("", terminal.before).replace("\r\n", "\n")


FIT = tuple(words.FIT_QUESTIONS.values())


def skip_to(terminal: Any, *questions: str) -> None:
    """Skip questions with Enter."""
    for question in questions:
        answer(terminal, question)


def test_a_whole_conversation_is_kept(trying: Run) -> None:
    terminal = talk("meeting", "log")
    answer(terminal, "Which group?", "1")
    wait_for(terminal, f"{words.YOURS} {words.SKIP}")
    answer(terminal, "When was it? [Tuesday 24 November, 19:00]")
    answer(terminal, words.WENT_IN, "y")
    answer(terminal, words.SAID_QUESTION, "just listened")
    answer(terminal, words.UNSAFE_QUESTION, "no")
    answer(terminal, words.MORE, "yes")
    answer(terminal, words.EARLY, "yep")
    answer(terminal, words.STAYED, "nah")
    answer(terminal, words.CONTACT, "Robin")
    answer(terminal, FIT[0], "y")
    answer(terminal, FIT[1], "bananas")
    answer(terminal, FIT[1], "idk")
    skip_to(terminal, *FIT[2:4])
    answer(terminal, FIT[4], "no")
    answer(terminal, words.MOOD_BEFORE, "11")
    answer(terminal, words.MOOD_BEFORE, "3")
    answer(terminal, words.MOOD_AFTER, "6")
    answer(terminal, words.IDEA, "ring my brother")
    answer(terminal, questions.NOTE)
    answer(terminal, "How can you reach Robin?", "555-0114")
    answer(terminal, words.REACH_WAY, "texts")
    answer(terminal, "Robin: is it safe to call them when it is hard", "u")
    code, shown = rest(terminal)
    assert code == 0
    assert "Logged: Tuesday Lifeline, Tuesday 24 November, 19:00. 1 of 3–5." in shown
    assert words.LISTENING in shown
    assert "Next: Tue 1 Dec, 19:00, a hall" in shown
    record = trying("meeting", "list", "--json").json["meetings"][0]
    assert record["occurrence"] == "2026-11-24T19:00:00-05:00"
    assert (record["door"], record["early"], record["stayed"]) == (False, True, False)
    assert record["said"] == "listened"
    assert record["contact"]["name"] == "Robin"
    assert record["fit"] == {"boundaries": "yes", "respect": "unsure", "newcomers": "no"}
    assert (record["mood_before"], record["mood_after"]) == (3, 6)
    assert record["idea"] == "ring my brother"
    assert (record["unsafe"], record["note"]) == (None, None)
    step = trying("step", "list", "--json").json["steps"][0]
    assert (step["text"], step["kind"]) == ("ring my brother", "alone")
    contact = trying("contact", "list", "--json").json["contacts"][0]
    assert (contact["name"], contact["text"], contact["call"]) == ("Robin", "555-0114", None)
    assert contact["on_now"] is False
    assert "Robin is not on the now screen, in your plan or on your card." in " ".join(
        shown.split()
    )


FIRST = (words.WHEN, words.WENT_IN, words.SAID_QUESTION, words.UNSAFE_QUESTION)
REST = (
    words.EARLY, words.STAYED, words.CONTACT, *FIT, words.MOOD_BEFORE, words.MOOD_AFTER, words.IDEA,
    questions.NOTE,
)  # fmt: skip


def test_every_question_can_be_skipped(trying: Run) -> None:
    terminal = talk("meeting", "log", "tue")
    skip_to(terminal, *FIRST)
    answer(terminal, words.MORE, "y")
    skip_to(terminal, *REST)
    code, shown = rest(terminal)
    assert code == 0
    assert "1 of 3–5" in shown
    record = trying("meeting", "list", "--json").json["meetings"][0]
    said = {name: record[name] for name in ("said", "contact", "fit", "mood_before", "idea")}
    assert set(said.values()) == {None}
    assert record["door"] is False


def test_going_to_the_door_asks_less(trying: Run) -> None:
    terminal = talk("meeting", "log", "tue")
    answer(terminal, words.WHEN, "yesterday 7pm")
    answer(terminal, words.WENT_IN, "n")
    skip_to(terminal, words.UNSAFE_QUESTION, words.MORE)
    code, shown = rest(terminal)
    assert code == 0
    assert words.AT_THE_DOOR in shown
    assert trying("meeting", "list", "--json").json["meetings"][0]["door"] is True


def test_a_future_time_is_asked_again_and_control_c_keeps_the_answers(
    trying: Run,
) -> None:
    terminal = talk("meeting", "log", "tue")
    answer(terminal, words.WHEN, "tomorrow 7pm")
    wait_for(terminal, "still to come")
    answer(terminal, words.WHEN, "yesterday 7pm")
    answer(terminal, words.WENT_IN, "n")
    wait_for(terminal, words.UNSAFE_QUESTION)
    terminal.sendcontrol("c")
    code, shown = rest(terminal)
    assert (code, SAVED_SO_FAR in shown) == (130, True)
    (record,) = trying("meeting", "list", "--json").json["meetings"]
    assert (record["at"], record["door"]) == ("2026-11-23T19:00:00-05:00", True)
    trying("undo")
    assert trying("meeting", "list", "--json").json["meetings"] == []


def test_a_second_log_of_a_meeting_offers_to_change_the_first(trying: Run) -> None:
    trying("meeting", "log", "tue", "--at", "2026-11-24 19:00", "--early", now="2026-11-24T21:00")
    terminal = talk("meeting", "log", "tue", "--mood-after", "7")
    answer(terminal, "Change that log?", "y")
    code, shown = rest(terminal)
    assert code == 0
    assert "Changed: Tuesday Lifeline" in shown
    (record,) = trying("meeting", "list", "--json").json["meetings"]
    assert (record["id"], record["early"], record["mood_after"]) == (1, True, 7)
    terminal = talk("meeting", "log", "tue")
    answer(terminal, words.WHEN)
    answer(terminal, "Change that log?")
    code, shown = rest(terminal)
    assert code == 1
    assert "recoverplan meeting edit 1" in shown


def test_a_question_skipped_while_changing_a_log_keeps_its_answer(trying: Run) -> None:
    trying("meeting", "log", "tue", "--at", "2026-11-17 19:00", "--door", "--mood-before", "4")
    terminal = talk("meeting", "log", "tue")
    answer(terminal, words.WHEN, "17 nov 7pm")
    answer(terminal, "Change that log?", "y")
    skip_to(terminal, *FIRST[1:], words.MORE)
    assert rest(terminal)[0] == 0
    (record,) = trying("meeting", "list", "--json").json["meetings"]
    assert (record["id"], record["door"], record["mood_before"]) == (1, True, 4)


def log_three(run: Run) -> None:
    for day in ("2026-11-17", "2026-11-10", "2026-11-03"):
        run("meeting", "log", "tue", "--at", f"{day} 19:00", "--fit", "safety=yes",
            "--mood-before", "3", "--mood-after", "6")  # fmt: skip


@pytest.mark.parametrize("columns", [80, 40])
def test_from_the_third_try_mood_stands_in_small_bars(trying: Run, columns: int) -> None:
    log_three(trying)
    trying("meeting", "log", "tue", "--at", "2025-12-30 19:00", "--mood-before", "10",
           "--mood-after", "10")  # fmt: skip
    terminal = talk("meeting", "log", "tue", "--mood-before", "0", columns=columns)
    code, shown = rest(terminal)
    assert code == 0
    assert "███······· 3  ██████···· 6" in shown
    assert "·········· 0" in shown
    assert "30 Dec 2025 ██████████ 10 ██████████ 10" in shown
    assert "3 yes" in shown
    assert "group decide 1 keep|pause|leave" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= columns


def test_after_the_last_promised_try_it_asks_once_and_gently(trying: Run) -> None:
    log_three(trying)
    trying("meeting", "log", "tue", "--at", "2026-10-27 19:00")
    terminal = talk("meeting", "log", "tue")
    skip_to(terminal, *FIRST, words.MORE)
    answer(terminal, words.DECIDE_QUESTION, "keep")
    answer(terminal, words.WHY, "they remember my name")
    code, shown = rest(terminal)
    assert code == 0
    assert "Kept: Tuesday Lifeline." in shown
    record = trying("group", "list", "--json").json["groups"][0]
    assert (record["status"], record["why"]) == ("kept", "they remember my name")


@pytest.mark.parametrize(
    ("typed", "on_now", "paused"),
    [("y", False, None), ("n", True, None), ("", True, "2026-11-24")],
)
def test_people_met_at_an_unsafe_group_are_settled_with_one_answer(
    trying: Run, typed: str, on_now: bool, paused: str | None
) -> None:
    trying("meeting", "log", "tue", "--at", "2026-11-17 19:00", "--contact", "Robin")
    trying("meeting", "log", "tue", "--at", "2026-11-10 19:00", "--contact", "Kim")
    terminal = talk("meeting", "log", "tue", "--unsafe", "pressured me")
    wait_for(terminal, "You noticed something was not right.")
    answer(terminal, words.TAKE_OFF.format(names="Robin and Kim"), typed)
    code, shown = rest(terminal)
    assert code == 0
    assert ("--off-now" in shown) == (typed == "")
    for contact in trying("contact", "list", "--json").json["contacts"]:
        assert (contact["on_now"], contact["paused_from"]) == (on_now, paused)
    assert trying("group", "list", "--json").json["groups"][0]["status"] == "left"


@pytest.mark.parametrize("columns", [80, 40])
def test_lists_and_the_calendar_keep_within_the_terminal(trying: Run, columns: int) -> None:
    log_three(trying)
    trying("group", "add", "A group with a rather long name for a small terminal")
    trying("group", "decide", "A group", "leave")
    for command in (
        ("group", "list"),
        ("group", "show", "tue"),
        ("meeting", "list"),
        ("meeting", "show", "1"),
        ("meeting", "list", "--calendar"),
    ):
        code, shown = rest(talk(*command, columns=columns))
        assert code == 0
        lines = shown.splitlines()
        assert max(map(len, lines)) <= columns, command
    assert re.search(r"^Nov ··●······●······●·+$", shown, re.MULTILINE)


def test_adding_a_group_without_a_name_asks_for_it(run: Run) -> None:
    terminal = talk("group", "add")
    answer(terminal, setup.GROUP_NAME, "SMART Friday")
    answer(terminal, setup.GROUP_WHEN, "fri 7")
    answer(terminal, "7 in the evening, or in the morning? [evening]")
    answer(terminal, setup.GROUP_WHERE, "https://example.org/smart")
    code, shown = rest(terminal)
    assert code == 0
    assert "to try 3 to 5 times" in shown
    record = run("group", "list", "--json").json["groups"][0]
    assert (record["name"], record["format"]) == ("SMART Friday", "online")
    assert (record["where"], record["link"]) == (None, "https://example.org/smart")


def test_of_a_group_that_felt_unsafe_nobody_s_number_is_asked_for(trying: Run) -> None:
    terminal = talk("meeting", "log")
    answer(terminal, "Number or word:")
    answer(terminal, words.WHEN)
    answer(terminal, words.WENT_IN, "y")
    answer(terminal, words.SAID_QUESTION, "1")
    answer(terminal, words.UNSAFE_QUESTION, "rude")
    answer(terminal, words.MORE, "y")
    for question in REST:
        answer(terminal, question, "Robin" if question == words.CONTACT else "")
    wait_for(terminal, words.TAKE_OFF.format(names="Robin"))
    said = terminal.before
    assert "How can you reach" not in said
    assert words.LISTENING not in said
    assert "You noticed something was not right." in said
    terminal.sendline("y")
    assert rest(terminal)[0] == 0
