"""Questions on a terminal: each may be skipped, a bad answer is asked again; else none."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from recoverplan.cli import asking
from recoverplan.errors import UsageError
from recoverplan.words.question import Question

Answers = Callable[..., None]


def question(text: str) -> Question:
    """Make a question of a text."""
    return Question(text, "Nobody knows why.")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Sit at a terminal and type lines."""

    def type_in(*lines: str) -> None:
        monkeypatch.setattr(asking, "can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return type_in


def even(typed: str) -> int:
    """Take an even number only."""
    if typed.isdecimal() and int(typed) % 2 == 0:
        return int(typed)
    raise UsageError("That is not even.", "Type 2 or 4.")


def test_enter_skips(answers: Answers) -> None:
    answers("", " ", "\x1b[A")
    assert [asking.ask(question("?"), check=even) for _ in range(3)] == [None, None, None]


def test_a_bad_answer_gets_a_sentence_and_the_question_again(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("x", "3", "4")
    assert asking.ask(question("Which one?"), check=even) == 4
    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err.count("Which one?") == 3
    assert seen.err.count("That is not even.\nType 2 or 4.\n") == 2


def test_enter_takes_what_is_offered_and_a_minus_does_not(answers: Answers) -> None:
    answers("", "-", "4", "-")
    assert [asking.ask(question("?"), default="2", check=even) for _ in range(3)] == [2, None, 4]
    assert asking.ask(question("?"), check=even) is None


def test_answers_are_cleaned(answers: Answers) -> None:
    answers("\x1b[31m  Tea \u202e and radio\x00")
    assert asking.ask(question("?")) == "Tea and radio"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("2", "text"), ("text", "text"), ("ca", "call"), ("A TELEPHONE", "call"), ("", None)],
)
def test_an_option_is_chosen_by_number_or_by_words(
    answers: Answers, typed: str, chosen: str | None
) -> None:
    answers(typed)
    assert asking.choose(question("How?"), {"call": "a telephone call", "text": "a text"}) == chosen


@pytest.mark.parametrize("typed", ["0", "3", "x", "q t"])
def test_what_is_not_on_the_list_is_asked_again(answers: Answers, typed: str) -> None:
    answers(typed, "1")
    ways = {"call": "a telephone call", "text": "a text"}
    assert asking.choose(question("How?"), ways) == "call"


def test_a_list_of_one_says_which_answers_it_takes(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("x", "1")
    assert asking.choose(question("Who was it?"), {"1": "Sam"}) == "1"
    assert '"x" is not one of these. Type 1, or a word like Sam.' in capsys.readouterr().err


def test_one_word_of_an_option_is_enough(answers: Answers) -> None:
    answers("friend")
    assert (
        asking.choose(question("Who?"), {"peer": "a peer", "family": "family or a friend"})
        == "family"
    )


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("1,3", ("a", "c")), ("3 1", ("c", "a")), ("b, b", ("b",)), ("", ())],
)
def test_several_are_chosen_with_commas_or_blanks(
    answers: Answers, typed: str, chosen: tuple[str, ...]
) -> None:
    answers(typed)
    assert asking.choose(question("Which?"), ("a", "b", "c"), several=True) == chosen


def test_a_yes_is_a_yes_and_enter_is_what_was_offered(answers: Answers) -> None:
    answers("y", "no", "", "", "perhaps", "YES")
    assert [asking.confirm(question("Sure?")) for _ in range(3)] == [True, False, False]
    assert asking.confirm(question("Sure?"), default=True)
    assert asking.confirm(question("Sure?"))


def test_the_end_of_input_ends_the_command(answers: Answers) -> None:
    answers()
    with pytest.raises(EOFError):
        asking.ask(question("?"))


def test_without_a_terminal_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("4\n4\n4\n4\n"))
    assert asking.ask(question("?"), default="2", check=even) is None
    assert asking.choose(question("?"), ("4", "5")) is None
    assert asking.choose(question("?"), ("4", "5"), several=True) == ()
    assert asking.confirm(question("?")) is False
    assert capsys.readouterr().err == ""


def test_what_is_indented_stays_so_where_it_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    rows = asking.broken("  Your people, with their numbers and hours: Sam, Priya, Dana, Lee")
    assert len(rows) > 1
    assert all(row.startswith("  ") and len(row) < 40 for row in rows)
    assert asking.broken("a short one") == ["a short one"]
