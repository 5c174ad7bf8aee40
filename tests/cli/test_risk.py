"""Hard hours through the command line: what is typed is kept, said back, and given again."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

NIGHTS = (
    "risk", "add", "Nights alone", "--when", "mon-thu 9pm-midnight", "--level", "high",
    "--trigger", "quiet apartment", "--trigger", "can't sleep", "--step", "shower",
    "--if", "I pace", "--then", "once round the block",
)  # fmt: skip


def test_what_is_added_comes_back_in_every_field(run: Run) -> None:
    assert run(*NIGHTS).code == 0
    listed = run("risk", "list", "--json").json
    assert listed["schema"] == "recoverplan/risks/1"
    assert listed["risks"] == [
        {
            "id": 1,
            "label": "Nights alone",
            "when": ["mon-thu 9pm-midnight"],
            "level": "high",
            "trigger": ["quiet apartment", "can't sleep"],
            "step": ["shower"],
            "if": ["I pace"],
            "then": ["once round the block"],
            "check_in": None,
            "no_check_in": False,
            "prepare": None,
            "created": "2026-11-23T10:00:00-05:00",
        }
    ]
    shown = run("risk", "show", "nights", "--json").json
    assert shown == {"schema": "recoverplan/risk/1", "risk": listed["risks"][0]}


def test_one_human_line_comes_first_then_the_echo_with_the_next_three_times(run: Run) -> None:
    run("setup", "--region", "US")
    result = run(*NIGHTS)
    first, said, following, *_ = result.out.splitlines()
    assert first == "Added hard hours: Nights alone."
    assert said == "Every Monday to Thursday, 9 pm to midnight."
    assert following == (
        "Next: today, 9 pm to midnight; tomorrow, 9 pm to midnight; Wed 25, 9 pm to midnight."
    )
    assert result.err == ""


def test_json_prints_the_record_that_was_written_and_nothing_else(run: Run) -> None:
    record = run(*NIGHTS, "--json").json
    assert record == run("risk", "list", "--json").json["risks"][0]


def test_what_is_not_given_is_null_and_the_level_medium(run: Run) -> None:
    record = run("risk", "add", "Sundays", "--when", "sun 12-5pm", "--json").json
    assert record["level"] == "medium"
    assert record["trigger"] is record["step"] is record["if"] is record["then"] is None


@pytest.mark.parametrize(("label", "phrase"), [("nights", "nights"), ("Weekends", "weekends")])
def test_a_label_suggests_its_hours(run: Run, label: str, phrase: str) -> None:
    assert run("risk", "add", label, "--json").json["when"] == [phrase]


def test_payday_without_hours_names_phrases_that_work(run: Run, home: Path) -> None:
    result = run("risk", "add", "payday")
    assert result.code == 2
    assert not home.exists()
    for phrase in result.err.split('"')[1::2]:
        assert run("risk", "add", phrase, "--when", phrase).code == 0, phrase


def test_edit_changes_what_is_given_and_leaves_the_rest(run: Run) -> None:
    before = run(*NIGHTS, "--json").json
    changed = run("risk", "edit", "nights", "--level", "low", "--trigger", "", "--json").json
    assert changed == {**before, "level": "low", "trigger": None}
    changed = run("risk", "edit", "1", "--when", "fri 8-9pm", "--label", "Fridays")
    assert changed.out.startswith("Changed hard hours: Fridays.\n")
    assert run("risk", "list", "--json").json["risks"][0]["when"] == ["fri 8-9pm"]


def test_a_contact_can_be_asked_for_always_or_nobody(run: Run) -> None:
    run(*NIGHTS)
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert run("risk", "edit", "nights", "--check-in", "sam", "--json").json["check_in"] == "Sam"
    nobody = run("risk", "edit", "nights", "--no-check-in", "--json").json
    assert (nobody["check_in"], nobody["no_check_in"]) == (None, True)
    again = run("risk", "edit", "nights", "--check-in", "Sam", "--json").json
    assert (again["check_in"], again["no_check_in"]) == ("Sam", False)
    assert run("risk", "edit", "nights", "--check-in", "nobody").code == 3
    cleared = run("risk", "edit", "nights", "--check-in", "", "--json").json
    assert (cleared["check_in"], cleared["no_check_in"]) == (None, False)


def test_remove_needs_a_yes(run: Run) -> None:
    run(*NIGHTS)
    refused = run("risk", "remove", "nights")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert len(run("risk", "list", "--json").json["risks"]) == 1
    assert run("risk", "remove", "nights", "--yes").out == "Removed hard hours: Nights alone.\n"
    assert run("risk", "list", "--json").json["risks"] == []


def test_a_name_that_nothing_has_lists_what_there_is_and_makes_no_store(
    run: Run, home: Path
) -> None:
    for command in (("show", "x"), ("edit", "x", "--level", "low"), ("remove", "x", "--yes")):
        assert run("risk", *command).code == 3
    assert not home.exists()
    run(*NIGHTS)
    assert "Nights alone (#1)" in run("risk", "show", "payday").err


def test_an_empty_list_says_how_to_begin(run: Run) -> None:
    assert "recoverplan risk add" in run("risk", "list").out
    assert run("risk", "list", "--json").json["risks"] == []


def test_plain_lines_and_facts_make_sense_alone(run: Run) -> None:
    run("setup", "--region", "US")
    run(*NIGHTS)
    (line,) = run("risk", "list").out.splitlines()
    assert line == (
        "Nights alone, number 1: Every Monday to Thursday, 9 pm to midnight. High."
        " Hard because quiet apartment, can't sleep."
    )
    facts = run("risk", "show", "1").out.splitlines()
    assert facts[0] == "Nights alone"
    assert "Level: high." in facts
    assert "If I pace: then once round the block." in facts
