"""A workbook typed in on a real terminal, and a safety plan taken in line by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.words import review as report_words
from recoverplan.words import safety as safety_words
from recoverplan.words import setup
from recoverplan.words import template as template_words
from recoverplan.words import workbook as words
from recoverplan.words.questions import SAVED_SO_FAR
from terminal import Terminal

pytestmark = pytest.mark.live


def test_a_workbook_is_typed_in_in_the_order_of_the_paper(run: Run) -> None:
    run("setup", "--timezone", "America/New_York", "--region", "US", "--about", "alcohol")
    talk = Terminal("setup", "--from-workbook", RECOVERPLAN_NOW="2026-11-23T10:00")
    talk.wait_for(words.HARD)
    talk.answer(words.ANOTHER["risk"], "Nights alone")
    talk.answer(setup.RISK_WHEN, "mon-thu 9pm-midnight")
    talk.answer(setup.RISK_LEVEL, "high")
    talk.answer(words.TRIGGERS, "quiet apartment, can't sleep")
    talk.answer(words.ANOTHER["risk"])
    talk.answer(words.SIGNS, "I pace")
    talk.answer(words.SIGNS)
    talk.wait_for(words.PEOPLE)
    talk.answer(words.ANOTHER["contact"], "Sam")
    talk.answer(setup.CONTACT_ROLE, "1")
    talk.answer(setup.CONTACT_CALL, "555-0114")
    talk.answer(setup.CONTACT_WHEN, "daily 6-11pm")
    talk.answer(setup.CONTACT_PER_WEEK, "3")
    talk.answer(setup.CONTACT_SAFE, "y")
    talk.answer(words.ANOTHER["contact"])
    talk.wait_for(words.GROUPS)
    talk.answer(setup.GROUP_NAME, "Tuesday Lifeline")
    talk.answer(setup.GROUP_WHEN, "tue 7-8pm")
    talk.answer(setup.GROUP_WHERE, "a hall")
    talk.answer("Date of try 1", "2026-11-17")
    talk.answer(words.FIT, "y y")
    talk.wait_for(words.FIT_HINT)
    talk.answer(words.FIT, "y y n ? y")
    talk.answer("Date of try 2")
    talk.answer(setup.GROUP_NAME)
    talk.answer(words.STEP_KINDS["alone"], "Tea and the radio")
    for title in words.STEP_KINDS.values():
        talk.answer(f"{title}?")
    talk.answer(words.ANOTHER["if"], "I pace")
    talk.answer(setup.THEN, "I put on shoes")
    talk.answer(words.ANOTHER["if"])
    talk.answer(words.ANOTHER["day"], "Rent day")
    talk.answer(setup.RISK_WHEN, "1st of the month 9am-noon")
    talk.answer(words.BEFORE, "Send the rent: all of it; 3 hours before: Shopping list first")
    talk.wait_for("3 hours before: Shopping list first")
    talk.answer(words.WITH, "sam")
    talk.answer(words.ANOTHER["day"])
    talk.wait_for("The other pages stay on paper")
    assert talk.rest()[0] == 0
    nights, rent = run("risk", "list", "--json").json["risks"]
    assert (nights["level"], nights["if"]) == ("high", ["I pace"])
    assert rent["prepare"] == ["1 day: Send the rent: all of it", "3 hours: Shopping list first"]
    assert (rent["step"], rent["check_in"]) == (None, "Sam")
    (meeting,) = run("meeting", "list", "--json").json["meetings"]
    assert meeting["at"].startswith("2026-11-17T19:00")
    assert meeting["fit"]["respect"] == "yes"
    assert meeting["fit"]["safety"] == "unsure"


def each(question: str, *typed: str) -> list[tuple[str, str]]:
    """Return a question that is answered until there is no more, which Enter says."""
    return [*((question, answer) for answer in typed), (question, "")]


def hard_time(label: str, when: str, level: str, triggers: str) -> list[tuple[str, str]]:
    return [
        (words.ANOTHER["risk"], label),
        (setup.RISK_WHEN, when),
        (setup.RISK_LEVEL, level),
        (words.TRIGGERS, triggers),
    ]


def person(name: str, role: str, number: str, when: str, count: str) -> list[tuple[str, str]]:
    return [
        (words.ANOTHER["contact"], name),
        (setup.CONTACT_ROLE, role),
        (setup.CONTACT_CALL, number),
        (setup.CONTACT_WHEN, when),
        (setup.CONTACT_PER_WEEK, count),
        (setup.CONTACT_SAFE, "y"),
    ]


def day(label: str, when: str, before: str, who: str) -> list[tuple[str, str]]:
    return [
        (words.ANOTHER["day"], label),
        (setup.RISK_WHEN, when),
        (words.BEFORE, before),
        (words.WITH, who),
    ]


STEPS = {
    "alone": ("Tea and the radio", "A walk around the block"),
    "places": ("The library until it closes", "Bowls with Kim"),
    "professionals": ("Ask the nurse on Mondays",),
    "safer": ("Cash card stays with Dana", "No bottles at home"),
}
FILLED = [
    ("Your country", "y"),
    (setup.ZONE, "1"),
    (setup.ABOUT, "1"),
    *hard_time("Nights alone", "mon-thu 9pm-midnight", "high", "quiet apartment, no sleep"),
    *hard_time("Sunday afternoons", "sun 12-5pm", "medium", "nothing to do"),
    (words.ANOTHER["risk"], ""),
    *each(words.SIGNS, "I pace", "I stop answering texts", "I skip meals"),
    *person("Sam", "peer", "555-0114", "daily 6-11pm", "3"),
    *person("Dana", "family", "555-0121", "evenings", ""),
    *person("Lee", "sponsor", "555-0136", "any time", "2"),
    (words.ANOTHER["contact"], ""),
    (setup.GROUP_NAME, "Tuesday Lifeline"),
    (setup.GROUP_WHEN, "tue 7-8pm"),
    (setup.GROUP_WHERE, "St Luke's hall"),
    ("Date of try 1", "3 nov"),
    (words.FIT, "y y n ? y"),
    ("Date of try 2", "10 nov"),
    (words.FIT, "y y y ? y"),
    ("Date of try 3", "17 nov"),
    (words.FIT, "y y y y y"),
    ("Date of try 4", ""),
    (setup.GROUP_NAME, ""),
    *(pair for kind, title in words.STEP_KINDS.items() for pair in each(f"{title}?", *STEPS[kind])),
    (words.ANOTHER["if"], "I pace"),
    (setup.THEN, "I put on shoes"),
    (words.OF_WHICH, "1"),
    (words.ANOTHER["if"], "the game is on"),
    (setup.THEN, "I call Sam"),
    (words.OF_WHICH, "2"),
    (words.ANOTHER["if"], ""),
    (words.ANOTHER["day"], "Payday"),
    ("When are you paid?", "every other fri from 27 nov 5-11pm"),
    (words.BEFORE, "Card to Dana; 3 hours: food"),
    (words.WITH, "Dana"),
    *day("Rent day", "1st of the month 9am-noon", "Send the rent", "Sam"),
    (words.ANOTHER["day"], ""),
]
KEYS_A_MINUTE, READING = 150, 3 / 60  # typing slowly; minutes to find and read one line of paper


def test_a_filled_workbook_is_ten_minutes_of_typing_and_reading(run: Run) -> None:
    talk = Terminal("setup", "--from-workbook", RECOVERPLAN_NOW="2026-11-23T10:00")
    for question, typed in FILLED:
        talk.answer(question, typed)
    assert talk.rest()[0] == 0
    keys = sum(len(typed) + 1 for _, typed in FILLED)
    minutes = keys / KEYS_A_MINUTE + len(FILLED) * READING
    assert (len(FILLED), keys, minutes < 10) == (73, 704, True)
    held = {"risks": "risk", "contacts": "contact", "groups": "group", "steps": "step"}
    kept = {name: len(run(noun, "list", "--json").json[name]) for name, noun in held.items()}
    assert kept["risks"] == 4
    assert kept["groups"] == 1
    assert kept["steps"] == 3 + sum(map(len, STEPS.values()))
    assert len(run("meeting", "list", "--json").json["meetings"]) == 3


def test_the_country_is_asked_before_the_zone_and_brings_its_only_one(run: Run) -> None:
    talk = Terminal("setup", "--from-workbook")
    talk.wait_for(words.TYPE_IN)
    talk.answer(setup.REGION[:-1], "UK")
    talk.wait_for("Time zone: Europe/London.")
    assert setup.ZONE not in talk.child.before
    talk.answer("Numbers or words, like 1,2:")
    talk.wait_for(words.HARD)
    talk.wait_for(words.ANOTHER["risk"])
    assert talk.interrupt()[0] == 130
    kept = run("setup", "--prefer", "call", "--json").json
    assert (kept["timezone"], kept["region"]) == ("Europe/London", "GB")


def test_what_was_typed_before_stopping_is_kept(run: Run) -> None:
    run("setup", "--timezone", "America/New_York", "--region", "US", "--about", "alcohol")
    talk = Terminal("setup", "--from-workbook")
    talk.answer(words.ANOTHER["risk"], "Nights")
    talk.answer(setup.RISK_WHEN, "nights")
    talk.answer(setup.RISK_LEVEL)
    talk.answer(words.TRIGGERS)
    talk.wait_for(words.ANOTHER["risk"])
    code, said = talk.interrupt()
    assert code == 130
    assert words.AGAIN in " ".join(said.split())
    assert SAVED_SO_FAR not in " ".join(said.split())  # it is said once
    assert [risk["label"] for risk in run("risk", "list", "--json").json["risks"]] == ["Nights"]


def test_lines_of_a_plan_are_taken_moved_or_left(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "My plan\n\nWarning signs\n- pacing\n- call Jo early\n\nPeople I can call\n"
        "- Jo 07700 900123\n- Kit 07700 900124\n"
    )
    talk = Terminal("safety", "import", str(path))
    talk.wait_for(safety_words.CHOOSE)
    talk.wait_for("My plan")
    talk.answer("pacing", "")
    talk.answer("call Jo early", "9")
    talk.answer("call Jo early", "4")
    talk.answer("Jo, call 07700 900123 (a new contact)", "y")
    talk.answer("Kit, call 07700 900124 (a new contact)", "n")
    code, said = talk.rest()
    assert code == 0
    assert "Taken: 3 lines, 1 new contact." in said
    found = {each["part"]: each["items"] for each in run("safety", "--json").json["parts"]}
    assert found["signs"] == ["pacing"]
    assert found["people"] == ["Jo, call 07700 900123", "call Jo early"]
    assert run("undo").code == 0
    assert run("contact", "list", "--json").json["contacts"] == []


def test_a_step_that_names_somebody_is_asked_about_and_lines_are_taken_one_by_one(
    run: Run, tmp_path: Path
) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("step", "add", "Sit with Sam", "--kind", "people")
    run("step", "add", "Tea", "--kind", "alone")
    path = tmp_path / "start.json"
    talk = Terminal("template", "save", str(path))
    talk.wait_for("Sit with Sam")
    talk.answer(template_words.OTHER_WORDS, "Sit with sam's dog")
    talk.wait_for(template_words.STILL)
    talk.answer(template_words.OTHER_WORDS, "Sit with somebody")
    talk.wait_for(template_words.WRITE)
    assert "other words" not in talk.child.before  # it was asked once
    talk.child.sendline("y")
    assert talk.rest()[0] == 0
    assert "Sam" not in path.read_text()
    apply = Terminal("--store", str(tmp_path / "other"), "template", "apply", str(path))
    apply.answer("Tea? (Y/n)", "n")
    apply.answer("Sit with somebody? (Y/n)")
    assert apply.rest()[0] == 0
    steps = run("--store", str(tmp_path / "other"), "step", "list", "--json").json["steps"]
    assert [step["text"] for step in steps] == ["Sit with somebody"]


GIVING_AWAY = {
    "Ring 555-0199": "number",
    "Text +44 7700 900123": "number",
    "Sit at 12 Elm Street": "place",
    "Walk to flat 3": "place",
    "Wait in St Luke's hall": "place",
    "Mail lee@example.org": "place",
    "Look at www.example.org": "place",
    "Go to Lifeline early": "name",
}


def test_every_step_that_gives_something_away_is_asked_about(run: Run, tmp_path: Path) -> None:
    run("group", "add", "Lifeline", "--when", "tue 7-8pm", "--where", "St Luke's hall")
    for text in (*GIVING_AWAY, "Tea"):
        run("step", "add", text, "--kind", "alone")
    path = tmp_path / "start.json"
    talk = Terminal("template", "save", str(path), rows=100)
    for number, (text, why) in enumerate(GIVING_AWAY.items()):
        talk.wait_for(template_words.GIVES_AWAY[why].format(text=text))
        talk.answer(template_words.OTHER_WORDS, f"Other words {number}" if number % 2 else "")
    talk.answer(template_words.WRITE, "y")
    code, _ = talk.rest()
    assert code == 0
    written = [each["text"] for each in json.loads(path.read_text(encoding="utf-8"))["steps"]]
    assert written == [*(f"Other words {number}" for number in (1, 3, 5, 7)), "Tea"]


def test_each_line_of_a_month_is_ticked_and_notes_are_not_offered(run: Run, tmp_path: Path) -> None:
    run("urge", "log", "--trigger", "quiet apartment", "--did", "tea", "--note", "zznote")
    path = tmp_path / "page.html"
    talk = Terminal("review", "--html", str(path))
    talk.wait_for(report_words.ASKED_FOR)
    talk.answer("The week by the hour (Y/n)", "n")
    talk.answer("quiet apartment (Y/n)")
    talk.answer("tea (Y/n)", "y")
    code, rest = talk.rest()
    assert code == 0
    content = path.read_text(encoding="utf-8")
    assert "quiet apartment" in content
    assert "zznote" not in content + rest
