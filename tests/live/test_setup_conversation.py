"""Setup on a real terminal, from nothing to the first plan; and what else asks on a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from recoverplan.words import setup as words
from recoverplan.words import workbook
from recoverplan.words.lived import WHAT_TO_PREPARE
from terminal import Terminal

pytestmark = pytest.mark.live


def skip(terminal: Terminal, *questions: str) -> None:
    """Skip questions with Enter."""
    for question in questions:
        terminal.answer(question)


def test_from_an_empty_machine_to_the_first_plan_in_one_go(run: Run, home: Path) -> None:
    talk = Terminal("setup")
    talk.wait_for("kept on this computer only")
    talk.wait_for(str(home))
    talk.wait_for("Anyone who uses this computer account can read everything")
    assert not home.exists()
    talk.answer(words.NAME, "Alex")
    talk.answer("or y for United States?", "narnia")
    talk.wait_for("know a country called")
    talk.answer("or y for United States?", "usa")
    talk.wait_for("United States. Emergency number: 911.")
    talk.answer(f"{words.ZONE} [America/New_York]")
    talk.answer(words.ABOUT, "booze and pills")
    talk.answer(words.PREFER, "phone")
    talk.answer(words.RISK_LABEL, "Nights alone")
    talk.answer(words.RISK_WHEN, "mon-thu 9pm till late")
    talk.answer("Until when? [midnight]")
    talk.wait_for("Taken as: every Monday to Thursday")
    talk.answer(words.RISK_STEPS, "2, ring Linda")
    talk.wait_for("Added hard hours: Nights alone.")
    talk.answer(words.CONTACT_NAME, "Sam")
    talk.answer(words.CONTACT_ROLE, "NA friend")
    talk.answer(words.CONTACT_CALL, "none")
    talk.wait_for("takes a phone number")
    talk.answer(words.CONTACT_CALL, "555-0114")
    talk.answer(words.CONTACT_WHEN, "daily 6-11pm")
    talk.answer(words.CONTACT_SAFE, "huh")
    talk.answer(words.CONTACT_SAFE, "yeah")
    talk.answer(words.GROUP_NAME, "Tuesday Lifeline")
    talk.answer(words.GROUP_WHEN, "tue at 7")
    talk.answer("7 in the evening, or in the morning? [evening]")
    talk.answer("Add more about Nights alone", "yes")
    talk.answer(words.RISK_LEVEL, "really hard")
    talk.answer(words.RISK_TRIGGERS, "quiet apartment, can't sleep")
    talk.answer(words.IF_THEN, "if I pace then I make tea")
    talk.wait_for(words.WITHDRAWAL.format(number="911"))
    code, plan = talk.rest()
    assert code == 0
    for said in ("Your week, Alex", "Nights alone", "quiet apartment", "Sam", "Tuesday Lifeline"):
        assert said in plan
    assert run("setup", "--prefer", "call", "--json").json["about"] == ["alcohol", "drugs"]
    (risk,) = run("risk", "list", "--json").json["risks"]
    assert risk["step"] == ["Tea and the radio", "ring Linda"]
    assert (risk["level"], risk["if"], risk["then"]) == ("high", ["I pace"], ["I make tea"])
    (sam,) = run("contact", "list", "--json").json["contacts"]
    assert (sam["role"], sam["call"], sam["text"]) == ("peer", "555-0114", "555-0114")


def test_everything_can_be_skipped(run: Run) -> None:
    talk = Terminal("setup", columns=40)
    skip(talk, words.NAME, words.REGION[:-1], words.ZONE, words.ABOUT, words.PREFER)
    skip(talk, words.RISK_LABEL, words.CONTACT_NAME)
    talk.wait_for("Many people start with no one to call.")
    skip(talk, words.GROUP_NAME)
    talk.wait_for("shaking that gets worse.")
    assert talk.rest()[0] == 0
    assert run("setup", "--lead", "30", "--json").json["region"] is None
    assert run("contact", "list", "--json").json["contacts"] == []


def test_a_conversation_that_was_stopped_goes_on_from_there(run: Run) -> None:
    talk = Terminal("setup")
    talk.answer(words.NAME, "Alex")
    talk.answer("or y for United States?", "y")
    talk.answer(words.ZONE)
    talk.answer(words.ABOUT)
    talk.wait_for(words.PREFER)
    assert talk.interrupt()[0] == 130
    assert run("setup", "--json", "--lead", "20").json["name"] == "Alex"
    again = Terminal("setup")
    again.wait_for(words.WELCOME_BACK)
    again.answer(words.PREFER, "text")
    assert words.NAME not in again.child.before
    skip(again, words.RISK_LABEL, words.CONTACT_NAME, words.GROUP_NAME)
    again.wait_for(words.WITHDRAWAL.format(number="911"))
    assert again.rest()[0] == 0
    assert run("setup", "--json", "--lead", "20").json["prefer"] == "text"


def test_a_country_of_one_zone_brings_it_and_its_parts_are_named(run: Run) -> None:
    talk = Terminal("setup")
    talk.answer(words.NAME)
    talk.answer(words.REGION[:-1], "narnia and beyond")
    talk.wait_for("US for the United States, GB for the United")
    talk.answer(words.REGION[:-1], "UK")
    talk.wait_for("Scotland GB-SCT")
    talk.wait_for("Time zone: Europe/London.")
    talk.wait_for(words.ABOUT)  # what was answered before a question is kept
    talk.interrupt()
    kept = run("setup", "--prefer", "call", "--json").json
    assert (kept["timezone"], kept["region"]) == ("Europe/London", "GB")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("America", "US"), ("Deutschland", "DE"), ("England", "GB-ENG"), ("us", "US")],
)
def test_a_country_is_known_by_the_names_that_people_use(run: Run, typed: str, code: str) -> None:
    assert run("setup", "--region", typed, "--json").json["region"] in {code, code[:2]}


def test_setup_again_shows_what_is_set_and_changes_one_thing(run: Run) -> None:
    talk = Terminal("setup")
    skip(talk, words.NAME, words.REGION[:-1], words.ZONE, words.ABOUT, words.PREFER)
    skip(talk, words.RISK_LABEL, words.CONTACT_NAME, words.GROUP_NAME)
    talk.rest()
    again = Terminal("setup")
    again.wait_for("time zone: America/New_York")
    again.answer("Number or word:", "1")
    again.answer(words.NAME, "Robin")
    again.wait_for("name: Robin")
    again.answer("Number or word:")
    code, shown = again.rest()
    assert code == 0
    assert "shaking that gets worse" not in shown
    assert run("setup", "--json", "--no-plain").json["name"] == "Robin"


def test_payday_asks_for_its_rule(run: Run) -> None:
    talk = Terminal("risk", "add", "payday")
    talk.answer(words.PAYDAY_RULE, "2")
    talk.answer(words.PAYDAY_NEXT, "27 nov")
    talk.answer(words.PAYDAY_HOURS, "5pm-11pm")
    talk.wait_for("Added hard hours: payday.")
    assert talk.rest()[0] == 0
    (risk,) = run("risk", "list", "--json").json["risks"]
    expected = run("when", "every other fri from 27 nov 2026 5pm-11pm", "--json").json
    got = run("when", risk["when"][0], "--json").json
    assert got["occurrences"] == expected["occurrences"]


@pytest.mark.parametrize("rule", ["1", "3", "4"])
def test_payday_by_other_rules(run: Run, rule: str) -> None:
    talk = Terminal("risk", "add", "payday")
    talk.answer(words.PAYDAY_RULE, rule)
    if rule == "1":
        talk.answer(words.PAYDAY_DAY, "friday")
    talk.answer(words.PAYDAY_HOURS)
    assert talk.rest()[0] == 0
    assert len(run("risk", "list", "--json").json["risks"]) == 1


def test_an_if_then_is_picked_for_the_trigger_and_changed_in_own_words(run: Run) -> None:
    talk = Terminal("risk", "add")
    talk.answer(words.RISK_LABEL, "Sundays")
    talk.answer(words.RISK_WHEN, "sun 12-5pm")
    talk.answer(words.RISK_LEVEL)
    talk.answer(words.RISK_TRIGGERS, "3")
    talk.wait_for("1  Pay goes where I can't spend it tonight")
    talk.answer(words.NUMBER_OR_OWN, "1")
    talk.wait_for("1  if my pay comes in, then it goes where I can't spend it tonight")
    talk.answer(words.NUMBER_OR_IF, "1")
    talk.answer(words.THEN, "Sam keeps my card")
    talk.wait_for(WHAT_TO_PREPARE)
    talk.answer(words.NUMBER_OR_OWN)
    assert talk.rest()[0] == 0
    (risk,) = run("risk", "list", "--json").json["risks"]
    assert risk["trigger"] == ["money in my account"]
    assert risk["step"] == ["Pay goes where I can't spend it tonight"]
    assert (risk["if"], risk["then"]) == (["my pay comes in"], ["Sam keeps my card"])


def test_a_contact_and_a_step_can_be_added_by_answering(run: Run) -> None:
    talk = Terminal("contact", "add")
    talk.answer(words.CONTACT_NAME, "Sam")
    talk.answer(words.CONTACT_ROLE, "sponsor")
    talk.answer(words.CONTACT_CALL)
    talk.answer(words.CONTACT_TEXT)
    talk.answer(words.CONTACT_EMAIL, "sam@example.org")
    skip(talk, words.CONTACT_OTHER, words.CONTACT_WHEN, words.CONTACT_SAFE)
    skip(talk, words.CONTACT_PER_WEEK, words.CONTACT_SAY)
    assert talk.rest()[0] == 0
    (sam,) = run("contact", "list", "--json").json["contacts"]
    assert (sam["role"], sam["email"], sam["when"]) == ("sponsor", "sam@example.org", None)
    talk = Terminal("step", "add")
    talk.answer(words.STEP_KIND, "safer")
    talk.answer(words.STEP_TEXT, "2")
    assert talk.rest()[0] == 0
    (step,) = run("step", "list", "--json").json["steps"]
    assert (step["kind"], step["text"]) == ("safer", "Charge my phone in the kitchen")


def test_removing_and_erasing_ask_first(run: Run, home: Path) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    talk = Terminal("contact", "remove", "Sam")
    talk.answer("Remove Sam? (y/N)")
    assert talk.rest()[0] == 0
    assert len(run("contact", "list", "--json").json["contacts"]) == 1
    talk = Terminal("erase")
    talk.answer('Type "erase" to go on', "yes")
    code, shown = talk.rest()
    assert (code, "Nothing was removed." in shown) == (0, True)
    assert (home / "plan.db").exists()
    talk = Terminal("erase")
    talk.answer('Type "erase" to go on', "erase")
    assert talk.rest()[0] == 0
    assert not home.exists()


def test_lists_fit_narrow_and_wide_terminals(run: Run) -> None:
    run("setup", "--region", "US")
    run("risk", "add", "Nights alone", "--when", "mon-thu 9pm-midnight", "--trigger", "quiet " * 12)
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--say", "words " * 20)
    for columns in (40, 80):
        for line in (("risk", "list"), ("risk", "show", "1"), ("contact", "list")):
            code, shown = Terminal(*line, columns=columns).rest()
            assert code == 0
            assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(("answer", "on_now"), [("n", False), ("not sure", False), ("", True)])
def test_who_it_is_not_safe_to_call_is_kept_off_now(run: Run, answer: str, on_now: bool) -> None:
    talk = Terminal("contact", "add")
    talk.answer(words.CONTACT_NAME, "Lee")
    talk.answer(words.CONTACT_ROLE, "3")
    talk.answer(words.CONTACT_CALL, "555-0115")
    talk.answer(words.CONTACT_TEXT, "-")
    talk.answer(words.CONTACT_WHEN)
    talk.answer(words.CONTACT_SAFE, answer)
    if on_now:
        talk.answer(words.CONTACT_PER_WEEK)
        talk.answer(words.CONTACT_SAY)
    else:
        talk.wait_for("Lee is not on the now screen, in your plan or on your card.")
    assert talk.rest()[0] == 0
    (lee,) = run("contact", "list", "--json").json["contacts"]
    assert lee["on_now"] is on_now


def test_with_json_alone_setup_asks_nothing(home: Path) -> None:
    code, said = Terminal("setup", "--json").rest()
    assert code == 2
    assert words.JSON_ASKS_NOTHING in said
    assert words.LIKE_SETUP_JSON in said
    assert not home.exists()


@pytest.mark.parametrize("left", ["enter", "ctrl-c"])
def test_hard_hours_without_a_time_are_not_lost_in_silence(run: Run, left: str) -> None:
    run("setup", "--name", "Alex", "--timezone", "Dallas", "--region", "US", "--about", "alcohol")
    run("setup", "--prefer", "call")
    for line in ("setup", "risk add", "setup --from-workbook"):
        talk = Terminal(*line.split(), columns=200)
        question = workbook.ANOTHER["risk"] if "workbook" in line else words.RISK_LABEL
        talk.answer(question, "sundays lonely")
        talk.wait_for(words.RISK_WHEN)
        if left == "enter":
            talk.child.sendline()
        else:
            talk.child.sendcontrol("c")
        talk.wait_for('"sundays lonely" is not kept, as it has no time yet. To add it: recoverplan')
        if left == "ctrl-c" or line == "risk add":
            talk.rest()
        else:
            talk.interrupt()
        assert run("risk", "list", "--json").json["risks"] == []


def test_the_history_names_all_that_a_conversation_kept(run: Run) -> None:
    run("setup", "--name", "Alex", "--timezone", "Dallas", "--region", "US", "--about", "alcohol")
    talk = Terminal("setup", "--from-workbook")
    talk.answer(workbook.ANOTHER["risk"], "Sundays")
    talk.answer(words.RISK_WHEN, "sun 3-6pm")
    talk.answer(words.RISK_LEVEL)
    talk.answer(workbook.TRIGGERS)
    talk.answer(workbook.ANOTHER["risk"])
    talk.answer(workbook.ANOTHER["step"].format(title=workbook.SIGNS), "I pace")
    talk.interrupt()
    assert run("undo").out.startswith("Took back: typed in a workbook.")
    talk = Terminal("setup")
    talk.answer(words.PREFER, "call")
    talk.answer(words.RISK_LABEL)
    talk.answer(words.CONTACT_NAME, "Sam")
    talk.answer(words.CONTACT_ROLE)
    talk.interrupt()
    assert run("undo").out.startswith("Took back: answered setup, added contact Sam.")
