"""What a phrase lacks is asked for, and read as if it had been typed so: never another way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import when_phrases
from recoverplan.cli import asking, keyboard, repairing
from recoverplan.cli.asking import tape
from recoverplan.domain.moment import Moment, read_moment
from recoverplan.domain.phrase import Understood, understand
from recoverplan.errors import UsageError

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
TABLE = Path(__file__).parents[1] / "golden" / "what-people-type.txt"
TYPED = [line.partition(" | ")[0] for line in TABLE.read_text("utf-8").splitlines() if line]
PHRASES = [typed for typed in TYPED if typed[0] not in "#@"]
MOMENTS = [typed[2:] for typed in TYPED if typed[0] == "@"]
ANSWERS = ["", "", "1", "2", "9", "9pm", "21:30", "morning", "pm", "no", "midnight", "2 hours",
           "27 nov", "bedtime", "-"]  # fmt: skip


def hours(text: str) -> Understood:
    return understand(text, NOW, asks_half=True)


def moment(text: str) -> Moment:
    return read_moment(text, NOW, asks_half=True, past=True)


def in_pieces(rng: random.Random, seeds: list[str]) -> str:
    """Return a phrase of pieces that people type: the beginning of one, the end of another."""
    pieces = [rng.choice(seeds).split(" ") for _ in range(rng.randint(2, 3))]
    cut = [words[rng.randrange(len(words)) :] for words in pieces]
    cut[0] = pieces[0][: rng.randint(1, len(pieces[0]))]
    return rng.choice((" ", " and ", "; ", ", ")).join(" ".join(words) for words in cut)


@pytest.fixture(scope="module")
def person() -> Iterator[list[str]]:
    """Somebody at a terminal who gives these answers, and skips every question after them."""
    answers: list[str] = []

    def typed(_: str) -> str:
        return answers.pop(0) if answers else "-"

    with pytest.MonkeyPatch.context() as patch:
        for module in (asking, keyboard, repairing):
            patch.setattr(module, "can_ask", lambda: True)
        patch.setattr(asking, "read_line", typed)
        yield answers


@given(data=st.data(), seed=st.integers(0, 10**6), answers=st.lists(st.sampled_from(ANSWERS)))
@settings(max_examples=150, deadline=None)
def test_no_phrase_is_read_one_way_with_a_terminal_and_another_without(
    person: list[str], data: st.DataObject, seed: int, answers: list[str]
) -> None:
    read = data.draw(st.sampled_from([hours, moment]))
    seeds = PHRASES if read is hours else MOMENTS
    phrase = data.draw(st.sampled_from(seeds))
    rng = random.Random(seed)
    if seed % 3 == 1:
        phrase = when_phrases.mutated(rng, phrase, seeds[seed % len(seeds)])
    elif seed % 3:
        phrase = in_pieces(rng, seeds)
    asked_for: list[str] = []

    def noted(text: str) -> object:
        asked_for.append(text)
        return read(text)

    tape.forget()
    person[:] = answers
    try:
        without: object = read(phrase)
    except UsageError:
        without = None
    try:
        found = repairing.settled(phrase, noted)
    except UsageError:
        assert without is None
        return
    if without is not None:
        assert (found, person) == (without, answers)  # and nothing was asked
    assert found == read(asked_for[-1])  # what it became can be typed without a terminal


@pytest.mark.parametrize(
    ("phrase", "answers", "words"),
    [
        ("tuesdays at 7", ["", ""], "every Tuesday, 19:00–00:00"),
        ("tuesdays at 7", ["am", "9", ""], "every Tuesday, 07:00–09:00"),
        ("after 6pm", [""], "every day, 18:00–00:00"),
        ("fri 5 till late", [""], "every Friday, 17:00–00:00"),
        ("any time from 8", ["", ""], "every day, 20:00–00:00"),
        ("till 10", ["8", "pm"], "every day, 20:00–22:00"),
        ("before 10pm", [""], "every day, 20:00–22:00"),
        ("weekdays after 6pm, all day weekends", [""],
         "every Monday to Friday, 18:00–00:00; every Saturday and Sunday, all day"),
        ("fri 10pm until 4", [""], "every Friday, 22:00–04:00"),
        ("fri 10pm until 4", ["nope"], "every Friday, 22:00–16:00"),
        ("fri 9pm-9", [""], "every Friday, 21:00–09:00"),
        ("fri 9pm-9", ["no"], "every Friday, 21:00 for 24 hours"),
        ("anytime after 10pm", [""], "every day, 22:00–00:00"),
        ("9pm-?", ["11pm"], "every day, 21:00–23:00"),
        ("every other friday 5-9pm", ["2"], "every other Friday, 17:00–21:00, from 4 Dec 2026"),
        ("2 on 2 off 7am-7pm", ["30 nov"], "2 on, 2 off, 07:00–19:00, from 30 Nov 2026"),
        ("fri 5pm", ["2 hours"], "every Friday, 17:00 for 2 hours"),
        ("half five", ["evening", "7pm"], "every day, 17:30–19:00"),
        ("m-f 9 to 5", [""], "every Monday to Friday, 09:00–17:00"),
        ("after work on fridays", ["yeah"], "every Friday, 17:00–21:00"),
    ],
)  # fmt: skip
def test_only_the_missing_piece_is_asked(
    person: list[str], phrase: str, answers: list[str], words: str
) -> None:
    tape.forget()
    person[:] = answers
    assert repairing.settled(phrase, hours).words == words
    assert person == []


def test_an_answer_that_does_not_fit_is_asked_again(
    person: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    tape.forget()
    person[:] = ["bedtime", "11pm"]
    assert repairing.settled("fri 5pm", hours).words == "every Friday, 17:00–23:00"
    assert '"bedtime" is not a time that fits here.' in capsys.readouterr().err


def test_what_was_typed_without_an_hour_is_about_then(person: list[str]) -> None:
    tape.forget()
    person[:] = [""]
    found = repairing.settled("last night", moment)
    assert (found.at.hour, found.rough) == (21, True)
