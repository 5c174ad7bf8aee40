"""Conversations at a real terminal: what is missing is asked, and every question can be left.

At each question of setup: nothing, back, "?", a wrong answer, Ctrl-C, Ctrl-D; lines typed ahead.
"""

from __future__ import annotations

import pytest

from conftest import Run
from recoverplan.words import questions, setup
from terminal import Terminal

pytestmark = pytest.mark.live

TEN = [
    ("tuesdays at 7", ["", ""], "Every Tuesday, 7 pm to midnight"),
    ("after 6pm", [""], "Every day, 6 pm to midnight"),
    ("fri 5 till late", ["11pm"], "Every Friday, 5 to 11 pm"),
    ("any time from 8", ["morning", "10am"], "Every day, 8 to 10 am"),
    ("till 10", ["8pm", ""], "Every day, 8 to 10 pm"),
    ("before 10pm", [""], "Every day, 8 to 10 pm"),
    ("weekdays after 6pm, all day weekends", [""], "Every Monday to Friday, 6 pm to midnight"),
    ("fri 10pm until 4", ["yeah"], "Every Friday, 10 pm to 4 am"),
    ("every other friday 5-9pm", ["2"], "Every other Friday, 5 to 9 pm, from 4 Dec 2026"),
    ("4 on 4 off 10pm-6am", [""], "4 on, 4 off, 10 pm to 6 am, from 23 Nov 2026"),
]


@pytest.mark.parametrize("columns", [80, 40])
def test_what_is_missing_is_asked_and_the_whole_said_back(run: Run, columns: int) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    for phrase, typed, said in TEN:
        talk = Terminal("--plain", "when", phrase, columns=columns)
        for answer in typed:
            talk.child.expect(r"\?")
            talk.child.sendline(answer)
        code, shown = talk.rest()
        assert (code, " ".join(said.split()) in " ".join(shown.split())) == (0, True), (
            phrase,
            shown,
        )


# Each question of setup, with a wrong answer (None: there is none) and one that will do.
QUESTIONS: list[tuple[str, str | None, str]] = [
    (setup.NAME, None, "Alex"),
    ("Your country, or y for United States?", "narnia", "America"),
    (setup.ZONE, "nowhere at all", "1"),
    (setup.ABOUT, "bananas", "booze, slots"),
    (setup.PREFER, "bananas", "phone"),
    (setup.RISK_LABEL, None, "Fridays"),
    (setup.RISK_WHEN, "blah", "fri 9pm-midnight"),
    (setup.RISK_STEPS, "99", "2"),
    (setup.CONTACT_NAME, None, "Sam"),
    (setup.CONTACT_ROLE, "bananas", "my uncle"),
    (setup.CONTACT_CALL, "none", "555-0114"),
    (setup.CONTACT_WHEN, "blah", "evenings"),
    (setup.CONTACT_SAFE, "bananas", "yep"),
    (setup.GROUP_NAME, None, "Lifeline"),
    (setup.GROUP_WHEN, "blah", "tue 7-8pm"),
    (setup.MORE_ABOUT.format(label="Fridays"), "bananas", "nope"),
]


def test_what_was_answered_is_offered_to_whoever_comes_back_and_kept_on_enter(run: Run) -> None:
    talk = Terminal("setup", rows=200)
    talk.answer(setup.NAME, "Dana")
    talk.answer("or y for United States?", "gb")
    talk.answer(setup.ABOUT, "back")
    talk.answer("[gb]", "back")
    talk.answer(f"{setup.NAME} [Dana]", "back")
    talk.wait_for(questions.FIRST_QUESTION)
    talk.answer(f"{setup.NAME} [Dana]", "?")
    talk.wait_for(questions.ENTER_TAKES.format(what="Dana"))
    talk.answer(f"{setup.NAME} [Dana]")
    talk.answer("[gb]", "narnia")
    talk.wait_for("know a country called")
    talk.answer("[gb]")
    talk.answer(setup.ABOUT, "booze, pills")
    talk.answer(setup.PREFER, "back")
    talk.answer("[booze, pills]")
    talk.answer(setup.PREFER)
    talk.answer(setup.RISK_LABEL)
    talk.answer(setup.CONTACT_NAME, "Sam")
    talk.answer(setup.CONTACT_ROLE, "sponsor")
    talk.answer(setup.CONTACT_CALL, "back")
    talk.answer("[sponsor]", "back")
    talk.answer(f"{setup.CONTACT_NAME} [Sam]", "Pat")  # of another, nothing more is known
    talk.answer(setup.CONTACT_ROLE)
    talk.answer(setup.CONTACT_CALL, "-")
    assert talk.interrupt()[0] == 130
    said = run("setup", "--json", "--lead", "20").json
    assert (said["name"], said["region"], said["about"]) == ("Dana", "GB", ["alcohol", "drugs"])
    (pat,) = run("contact", "list", "--json").json["contacts"]
    assert (pat["name"], pat["role"]) == ("Pat", "peer")


def test_every_question_can_be_asked_about_and_left_for_the_one_before(run: Run) -> None:
    talk = Terminal("setup", rows=200)
    before = ""
    for question, wrong, right in QUESTIONS:
        talk.answer(question, "?")
        talk.wait_for(questions.ANY_QUESTION)
        if wrong is not None:
            talk.child.sendline(wrong)
        talk.child.sendline("back")
        if before:
            talk.wait_for(before.partition("|")[0])
            talk.child.sendline(before.partition("|")[2])
            talk.wait_for(question)
        else:
            talk.wait_for(questions.FIRST_QUESTION)
        talk.child.sendline(right)
        before = f"{question}|{right}"
    assert talk.rest()[0] == 0
    (risk,) = run("risk", "list", "--json").json["risks"]
    assert (risk["label"], risk["when"], risk["step"]) == (
        "Fridays", ["fri 9pm-midnight"], ["Tea and the radio"],
    )  # fmt: skip
    (sam,) = run("contact", "list", "--json").json["contacts"]
    assert (sam["role"], sam["call"], sam["when"]) == ("family", "555-0114", ["evenings"])
    assert len(run("group", "list", "--json").json["groups"]) == 1
    assert len(run("history", "--json").json["steps"]) == 1
    run("undo")
    assert run("risk", "list", "--json").json["risks"] == []


@pytest.mark.parametrize("place", range(len(QUESTIONS)))
def test_what_was_answered_is_kept_wherever_it_stops(run: Run, place: int) -> None:
    talk = Terminal("setup")
    for question, _, right in QUESTIONS[:place]:
        talk.answer(question, right)
    talk.wait_for(QUESTIONS[place][0])
    if place % 2:
        talk.child.sendcontrol("d")
        code, shown = talk.rest()
    else:
        code, shown = talk.interrupt()
    assert (code, setup.STOPPED in " ".join(shown.split())) == (130, True)
    settings = run("config", "--json").json if place else {}
    assert bool(place) == bool(settings)
    risks = run("risk", "list", "--json").json["risks"]
    assert [risk["label"] for risk in risks] == (["Fridays"] if place > 6 else [])
    contacts = run("contact", "list", "--json").json["contacts"]
    assert [one["name"] for one in contacts] == (["Sam"] if place > 8 else [])
    assert [one["role"] for one in contacts if place > 9] == ["family"] * (place > 9)
    groups = run("group", "list", "--json").json["groups"]
    assert [one["name"] for one in groups] == (["Lifeline"] if place > 13 else [])


def test_lines_that_were_typed_ahead_answer_the_questions_in_turn(run: Run) -> None:
    talk = Terminal("setup", rows=200)
    talk.wait_for(setup.NAME)
    talk.child.send("".join(f"{right}\n" for _, _, right in QUESTIONS))
    assert talk.rest()[0] == 0
    assert run("risk", "list", "--json").json["risks"][0]["label"] == "Fridays"
    assert run("contact", "list", "--json").json["contacts"][0]["name"] == "Sam"


def test_the_first_plan_takes_at_most_16_questions_and_150_keys(run: Run) -> None:
    keys = sum(len(right) + 1 for _, _, right in QUESTIONS)
    assert (len(QUESTIONS), keys <= 150) == (16, True)
    talk = Terminal("setup", rows=200)
    for question, _, right in QUESTIONS:
        talk.answer(question, right)
    code, plan = talk.rest()
    assert code == 0
    assert "FRIDAY" in plan.upper()
