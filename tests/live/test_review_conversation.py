"""`review` on a real terminal: a key or a few words each, kept at once, everything skippable."""

from __future__ import annotations

from typing import Any

import pytest

from cli.test_lapse import INFORMATION, LESS, SAFE
from cli.test_review import SUNDAY, fill
from conftest import Golden, Run
from terminal import STYLES, Terminal
from words_said import spoken

pytestmark = pytest.mark.live

REST = (
    "What helped this week?",
    "Did you hear or have an idea worth keeping?",
    "Did you help someone?",
    "Do you feel less alone than a month ago?",
    "One question to take into next week?",
)


@pytest.fixture
def week(run: Run) -> Run:
    """Somebody on the Sunday evening of their second week."""
    fill(run)
    return run


def start(*options: str, columns: int = 80) -> Terminal:
    """Begin to look back."""
    return Terminal("review", *options, columns=columns, rows=70, RECOVERPLAN_NOW=SUNDAY)


def press(talk: Terminal, question: str, key: str) -> None:
    """Wait for a question and its keys, and press one; Enter is pressed behind it by habit."""
    talk.wait_for(question)
    talk.wait_for("Enter ")
    talk.child.send(f"{key}\r" if key != "\r" else key)


def record(run: Run) -> Any:
    """Return what was said of the week."""
    return run("review", "--json").json


def how(run: Run) -> list[str | None]:
    """Return how its hard hours went."""
    return [each["how"] for each in record(run)["hard_hours"]]


def test_a_whole_conversation_is_kept(week: Run) -> None:
    week("review", "--week", "2026-11-09", "--question", "Who could I call on Sundays?")
    talk = start()
    talk.wait_for("Who could I call on Sundays?")
    press(talk, "Mon 16, 9 to midnight, Nights alone: how was it?", "e")
    press(talk, "Tue 17", "h")
    press(talk, "Wed 18", "\r")
    press(talk, "Thu 19", "u")
    press(talk, SAFE, "y")
    talk.wait_for(INFORMATION)
    talk.wait_for(LESS)
    press(talk, "Would you like to log it as well?", "y")
    talk.answer("When was it? [Thursday 19 November, 9 pm]", "19 nov 11:30pm")
    talk.answer("your words with commas:", "payday")
    talk.answer("Anything to note for yourself?")
    talk.wait_for("One person you could tell: call Sam, 555-0114.")
    press(talk, "One change to your plan", "\r")
    press(talk, "Sun 22, noon to 5 pm, Sundays: how was it?", "e")
    talk.answer(REST[0], "tea and the radio")
    talk.answer(REST[1], "leave early")
    press(talk, "Make it one of your steps?", "y")
    talk.wait_for("Added to your steps: leave early")
    press(talk, REST[2], "n")
    press(talk, REST[3], "t")
    talk.answer(REST[4], "What about Thanksgiving?")
    code, shown = talk.rest()
    assert code == 0
    assert "To see this week again: recoverplan review" in spoken(shown)
    assert how(week) == ["easier", "hard", None, "used", "easier"]
    said = record(week)
    assert (said["helped"], said["idea"]) == ("tea and the radio", "leave early")
    assert (said["helped_someone"], said["less_alone"]) == (False, "same")
    assert said["question"] == "What about Thanksgiving?"
    (lapse,) = week("lapse", "list", "--json").json["lapses"]
    assert (lapse["at"], lapse["trigger"]) == ("2026-11-19T23:30:00-05:00", ["payday"])
    assert "leave early" in week("step", "list").out


def skip_all(talk: Terminal, *rest: str) -> str:
    """Press Enter at every hard hour and question; return what was shown since the last."""
    for day in ("Mon 16", "Tue 17", "Wed 18", "Thu 19", "Sun 22"):
        press(talk, f"{day},", "\r")
    talk.answer(REST[0])
    talk.answer(REST[1])
    for question in (REST[2], *rest):
        press(talk, question, "\r")
    talk.answer(REST[4])
    before = str(talk.child.before)
    code, shown = talk.rest()
    assert code == 0
    assert "kept" not in shown
    return before


def test_everything_can_be_skipped_and_what_is_asked_monthly_waits_a_month(week: Run) -> None:
    before = week("export", "--json").json
    skip_all(start(), REST[3])
    after = week("export", "--json").json
    (review,) = after["reviews"]
    said = {name: value for name, value in review.items() if value is not None}
    assert said.keys() == {"id", "week", "alone", "created"}
    assert (said["week"], said["alone"]) == ("2026-11-16", "skip")
    assert {**after, "reviews": []} == before  # nothing else is kept
    assert REST[3] not in skip_all(start())
    assert week("export", "--json").json == after


def test_control_c_in_the_middle_loses_nothing_and_it_goes_on_from_there(week: Run) -> None:
    talk = start()
    press(talk, "Mon 16,", "e")
    press(talk, "Tue 17,", "h")
    talk.wait_for("Wed 18,")
    assert talk.interrupt()[0] == 130
    assert how(week) == ["easier", "hard", None, None, None]
    talk = start()
    press(talk, "Wed 18, 9 to midnight", "e")  # the first that is not said yet
    press(talk, "Thu 19,", "\r")
    press(talk, "Sun 22,", "\r")
    talk.answer(REST[0], "tea")
    talk.wait_for(REST[1])
    assert talk.interrupt()[0] == 130
    assert how(week) == ["easier", "hard", "easier", None, None]
    assert record(week)["helped"] == "tea"
    week("undo")
    assert how(week) == ["easier", "hard", None, None, None]  # one conversation is one step


def test_not_safe_leads_to_now_at_once_and_the_answer_is_kept(week: Run) -> None:
    talk = start()
    press(talk, "Mon 16,", "u")
    talk.wait_for(SAFE)
    talk.wait_for("Enter ")
    talk.child.send("n")
    code, shown = talk.rest()
    assert code == 0
    assert "Call 911 now if:" in spoken(shown)
    assert REST[0] not in shown
    assert how(week)[0] == "used"


def test_the_words_are_said_once_and_each_time_can_be_logged(week: Run) -> None:
    week("lapse", "log", "--at", "2026-11-17 22:00")
    talk = start()
    press(talk, "Mon 16,", "u")
    press(talk, SAFE, "y")
    press(talk, "Would you like to log it as well?", "n")
    press(talk, "One change to your plan", "\r")
    press(talk, "Tue 17,", "u")
    talk.wait_for("It is logged already.")
    press(talk, "Wed 18,", "u")
    press(talk, "Would you like to log it as well?", "n")
    talk.wait_for("Thu 19,")
    assert talk.interrupt()[0] == 130
    assert how(week)[:3] == ["used"] * 3


def filled(run: Run) -> None:
    """Say something of everything that a week shows."""
    run("review", "--week", "2026-11-09", "--question", "Who could I call on Sundays?",
        "--went", "nights=easier", "--went", "payday=used")  # fmt: skip
    run("review", "--went", "mon=hard", "--went", "tue=easier", "--went", "thu=used")
    run("review", "--helped", "tea and the radio", "--helped-someone", "yes",
        "--question", "And Thanksgiving?")  # fmt: skip
    run("lapse", "log", "--at", "2026-11-19 22:00", "--trigger", "payday")


@pytest.mark.parametrize("columns", [80, 40])
def test_week_and_month_fit_one_screen(week: Run, golden: Golden, columns: int) -> None:
    filled(week)
    # Without a terminal to answer on nothing is asked: the screen alone.
    for name, options in (("week", ()), ("month", ("--month",))):
        talk = start(*options, columns=columns)
        if name == "week":
            talk.wait_for("This is yours, and no proof of attendance.")
            shown = talk.child.before
            talk.interrupt()
        else:
            code, shown = talk.rest()
            assert code == 0
        screen = STYLES.sub("", shown).replace("\r\n", "\n").rstrip()
        lines = screen.splitlines()
        assert max(map(len, lines)) <= columns
        assert columns == 40 or len(lines) <= 23
        golden(f"review-{name}-{columns}", screen)


def test_plain_lines_are_golden(week: Run, golden: Golden) -> None:
    filled(week)
    golden("review-week-plain", week("--plain", "review").out)
    golden("review-month-plain", week("--plain", "review", "--month").out)
