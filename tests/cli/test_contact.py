"""Contacts through the command line: ways, order, pauses, and the first message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Run

SAM = (
    "contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--text", "555-0115",
    "--email", "sam@example.org", "--other", "Signal", "--prefer", "text", "--when",
    "daily 6-11pm", "--when", "sat 9-10am", "--per-week", "3", "--say", "Got ten minutes?",
    "--card-name", "S.", "--off-card",
)  # fmt: skip


def add(run: Run, name: str, *options: str) -> Any:
    """Add a peer with a number to call and return the record."""
    result = run("contact", "add", name, "--role", "peer", "--call", "555-0100", *options, "--json")
    assert result.code == 0, result.err
    return result.json


def names(run: Run) -> list[str]:
    """Return the names in the list's order."""
    return [one["name"] for one in run("contact", "list", "--json").json["contacts"]]


def test_what_is_added_comes_back_in_every_field(run: Run) -> None:
    assert run(*SAM).code == 0
    listed = run("contact", "list", "--json").json
    assert listed["schema"] == "recoverplan/contacts/1"
    assert listed["contacts"] == [
        {
            "id": 1,
            "name": "Sam",
            "role": "peer",
            "call": "555-0114",
            "text": "555-0115",
            "email": "sam@example.org",
            "other": "Signal",
            "prefer": "text",
            "order": 1,
            "when": ["daily 6-11pm", "sat 9-10am"],
            "zone": "America/New_York",
            "per_week": 3,
            "say": "Got ten minutes?",
            "card_name": "S.",
            "on_card": False,
            "on_now": True,
            "paused_from": None,
            "paused_until": None,
            "met_at": None,
            "created": "2026-11-23T10:00:00-05:00",
        }
    ]
    shown = run("contact", "show", "sam", "--json").json
    assert shown == {"schema": "recoverplan/contact/1", "contact": listed["contacts"][0]}


def test_what_is_not_given_is_null(run: Run) -> None:
    record = run("contact", "add", "Ann", "--role", "family", "--json").json
    given = {name for name, value in record.items() if value is not None}
    assert given == {"id", "name", "role", "order", "zone", "on_card", "on_now", "created"}


def test_the_echo_covers_all_phrases_in_the_persons_time(run: Run) -> None:
    run("setup", "--region", "US")
    result = run(
        "contact", "add", "Kim", "--role", "peer", "--call", "020 7946 0001", "--zone",
        "Europe/London", "--when", "daily 6-8pm", "--when", "mon 9-10pm",
    )  # fmt: skip
    lines = result.out.splitlines()
    assert lines[0] == "Added Kim."
    assert "Next: today, 1 to 3 pm; today, 4 to 5 pm; tomorrow, 1 to 3 pm." in lines
    assert any("Europe/London" in line for line in lines)


def test_the_list_is_in_the_persons_order(run: Run) -> None:
    for name in ("Ann", "Ben"):
        add(run, name)
    assert add(run, "Cleo", "--order", "1")["order"] == 1
    assert names(run) == ["Cleo", "Ann", "Ben"]
    assert run("contact", "edit", "cleo", "--order", "99", "--json").json["order"] == 3
    assert names(run) == ["Ann", "Ben", "Cleo"]
    add(run, "Dee")
    assert names(run)[-1] == "Dee"


def test_a_preferred_way_must_be_given(run: Run) -> None:
    result = run(
        "contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--prefer", "text"
    )
    assert result.code == 2
    assert "--text" in result.err
    assert names(run) == []


def test_a_way_that_is_taken_away_is_not_preferred_any_more(run: Run) -> None:
    run(*SAM)
    record = run("contact", "edit", "sam", "--text", "", "--json").json
    assert (record["text"], record["prefer"]) == (None, None)


def test_edit_clears_what_may_be_left_out(run: Run) -> None:
    run(*SAM)
    cleared = run(
        "contact", "edit", "sam", "--call", "", "--email", "", "--other", "", "--say", "",
        "--card-name", "", "--when", "", "--per-week", "", "--prefer", "", "--on-card", "--json",
    ).json  # fmt: skip
    for name in ("call", "email", "other", "say", "card_name", "when", "per_week", "prefer"):
        assert cleared[name] is None
    assert cleared["on_card"] is True
    assert cleared["text"] == "555-0115"


def test_without_a_way_it_is_said_that_they_count_for_nothing(run: Run) -> None:
    result = run("contact", "add", "Ann", "--role", "family")
    assert "Ann has no number yet. Add one" in result.out
    assert "recoverplan contact edit 1 --call NUMBER" in result.out


def test_practical_help_is_asked_only_with_a_number(run: Run) -> None:
    result = run("contact", "add", "Rides", "--role", "practical", "--call", "555-0100")
    assert "--per-week" in result.out
    result = run("contact", "edit", "Rides", "--per-week", "1")
    assert "--per-week" not in result.out


def test_a_name_is_on_the_list_once(run: Run) -> None:
    add(run, "Sam")
    again = run("contact", "add", "SAM ", "--role", "family")
    assert again.code == 1
    assert "recoverplan contact edit 1" in again.err
    add(run, "Ann")
    assert run("contact", "edit", "Ann", "--name", "sam").code == 1
    assert run("contact", "edit", "Sam", "--name", "sam").code == 0
    assert names(run) == ["sam", "Ann"]


def test_the_first_message_has_the_persons_own_numbers(run: Run) -> None:
    run("setup", "--region", "US")
    add(run, "Sam")
    unknown = "On hard evenings, could I call you, up to twice a week? It's OK to say no.\n"
    assert run("contact", "ask", "sam").out == unknown
    run("risk", "add", "Nights", "--when", "mon-thu 9pm-midnight")
    run("contact", "edit", "sam", "--per-week", "3", "--text", "555-0100", "--prefer", "text")
    known = (
        "On hard evenings, could I text you around 8:30 pm, up to three a week? It's OK to say no."
    )
    assert run("contact", "ask", "sam").out == known + "\n"
    assert run("contact", "ask", "sam", "--json").json == {
        "schema": "recoverplan/ask/1",
        "contact": {"id": 1, "name": "Sam"},
        "text": known,
    }


def test_somebody_who_is_never_asked_gets_no_message(run: Run) -> None:
    add(run, "Sam", "--per-week", "0")
    assert "Could I" not in run("contact", "ask", "sam").out


def test_a_help_line_gets_no_message_that_asks_for_check_ins(run: Run) -> None:
    run("contact", "add", "Nightline", "--role", "line", "--call", "555-0100")
    asked = run("contact", "ask", "nightline")
    assert "Could I" not in asked.out
    assert "--per-week" not in asked.err
    assert run("contact", "ask", "nightline", "--json").json["text"] is None


def test_a_pause_ends_by_its_date_or_by_a_word(run: Run) -> None:
    add(run, "Sam")
    paused = run("contact", "pause", "sam", "--until", "30 nov", "--json").json
    assert (paused["paused_from"], paused["paused_until"]) == ("2026-11-23", "2026-11-30")
    assert "Paused through Mon 30 Nov" in run("contact", "list").out
    assert "Paused until" not in run("contact", "list", now="2026-12-01T10:00").out
    ended = run("contact", "pause", "sam", "--end", "--json").json
    assert (ended["paused_from"], ended["paused_until"]) == (None, None)
    assert "not paused" in run("contact", "pause", "sam", "--end").out


def test_a_pause_cannot_end_before_it_begins(run: Run) -> None:
    add(run, "Sam")
    for day in ("2026-11-22", "someday", "daily 6-11pm", "mon-thu 9pm-midnight"):
        result = run("contact", "pause", "sam", "--until", day)
        assert result.code == 2, day
    assert run("contact", "list", "--json").json["contacts"][0]["paused_from"] is None


def test_a_pause_until_a_day_takes_what_is_said(run: Run) -> None:
    add(run, "Sam")
    for said, day in (
        ("tomorrow", "2026-11-24"),
        ("friday", "2026-11-27"),
        ("today", "2026-11-23"),
    ):
        paused = run("contact", "pause", "sam", "--until", said, "--json")
        assert paused.json["paused_until"] == day, said


def test_a_help_line_is_hidden_by_its_name_and_comes_back(run: Run) -> None:
    run("setup", "--region", "US")
    lines = [line["name"] for line in run("now", "--json").json["lines"]]
    hidden = run("contact", "pause", lines[0].upper(), "--json").json
    assert (hidden["name"], hidden["role"], hidden["on_card"]) == (lines[0], "line", False)
    assert [line["name"] for line in run("now", "--json").json["lines"]] == lines[1:]
    assert run("contact", "pause", lines[0], "--end").code == 0
    assert [line["name"] for line in run("now", "--json").json["lines"]] == lines
    assert names(run) == []


def test_a_help_line_is_found_by_how_it_begins_or_the_lines_are_listed(run: Run) -> None:
    run("setup", "--region", "US")
    lines = [line["name"] for line in run("now", "--json").json["lines"]]
    result = run("contact", "pause", "nobody")
    assert result.code == 3
    assert lines[0] in result.err
    begins = lines[0][: max(len(lines[0]) - 1, 3)]
    assert run("contact", "pause", begins, "--json").json["name"] == lines[0]


def test_a_line_of_ones_own_takes_the_place_of_a_hidden_one(run: Run) -> None:
    run("setup", "--region", "US")
    name = run("now", "--json").json["lines"][0]["name"]
    run("contact", "pause", name)
    added = run("contact", "add", name, "--role", "line", "--call", "555-0199", "--json")
    assert added.code == 0, added.err
    assert names(run) == [name]
    shown = {line["name"]: line["call"] for line in run("now", "--json").json["lines"]}
    assert shown[name] == "555-0199"


def test_removing_somebody_leaves_the_rest(run: Run) -> None:
    add(run, "Sam")
    add(run, "Ann")
    run("risk", "add", "Nights", "--when", "nights")
    run("risk", "edit", "Nights", "--check-in", "Sam")
    assert run("contact", "remove", "Sam").code == 2
    assert run("contact", "remove", "Sam", "--yes").code == 0
    assert names(run) == ["Ann"]
    assert run("risk", "show", "Nights", "--json").json["risk"]["check_in"] is None


def test_a_name_may_come_from_standard_input(run: Run) -> None:
    result = run("contact", "add", "-", "--role", "peer", "--json", stdin="Sam\n")
    assert result.json["name"] == "Sam"


def test_opening_words_may_come_from_standard_input(run: Run) -> None:
    result = run(
        "contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--say", "-", "--json",
        stdin="Rough evening.\nGot ten minutes?\n",
    )  # fmt: skip
    assert result.json["say"] == "Rough evening. Got ten minutes?"


def test_nobody_yet_is_a_common_place_to_start(run: Run) -> None:
    out = run("contact", "list").out
    assert "Many people start with no one to call." in out
    assert "On hard evenings, could I call you, up to twice a week? It's OK to say no." in out


def test_a_help_line_is_hidden_and_shown_again_not_away_and_back(run: Run) -> None:
    run("setup", "--region", "US")
    hidden = run("contact", "pause", "988").out
    assert "Hidden until you show it again: 988 Suicide & Crisis Lifeline." in hidden
    listed = run("contact", "list").out
    assert "Help line. Number and hours as listed for your country. Hidden." in listed
    assert "no way to reach" not in listed.lower()
    assert "Shown again: 988" in run("contact", "pause", "988", "--end").out


def test_a_line_without_hours_is_said_to_be_shown_as_always_open(run: Run) -> None:
    line = ("contact", "add", "Clinic desk", "--role", "line", "--call", "555-0150")
    said = run(*line).out
    assert "No hours were given, so it is shown as open at any hour." in said
    again = run("contact", "edit", "Clinic desk", "--when", "mon-fri 9am-5pm").out
    assert "any hour" not in again


def test_only_a_line_of_the_country_is_said_to_be_as_listed(run: Run) -> None:
    run("setup", "--region", "US")
    run("contact", "add", "Dana", "--role", "peer")
    assert run("contact", "edit", "Dana", "--role", "line").code == 0
    for shown in (run("contact", "list").out, run("contact", "show", "Dana").out):
        assert "as listed" not in shown
        assert "no way to reach them yet" in shown.lower()
    run("contact", "pause", "988 Suicide")
    assert "as listed for your country" in run("contact", "list").out


@pytest.mark.parametrize(
    ("region", "when", "said"),
    [
        ("US", "daily 5-9pm", "On hard evenings, could I call you around 4:30 pm,"),
        ("DE", "daily 17:00-21:00", "On hard evenings, could I call you around 16:30,"),
        ("DE", "daily 12:00-16:00", "On hard afternoons, could I call you around 11:30,"),
        ("US", "daily 6am-noon", "On hard mornings, could I call you around 5:30 am,"),
        ("US", "nights", "On hard evenings, could I call you around 8:30 pm,"),
    ],
)
def test_a_first_message_names_the_part_of_the_day_that_is_hard(
    run: Run, region: str, when: str, said: str
) -> None:
    run("setup", "--region", region)
    run("risk", "add", "Hard", "--when", when)
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert said in run("contact", "ask", "Sam").out


def test_somebody_it_is_not_safe_to_call_is_on_no_screen(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", "nights", "--when", "daily 9pm-midnight")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--per-week", "3")
    assert "Sam" in run("now").out
    said = run("contact", "edit", "Sam", "--off-now").out
    assert "Sam is not on the now screen, in your plan or on your card." in said
    assert "recoverplan contact edit 1 --on-now" in said
    for line in (("now",), ("now", "--json"), ("plan",), ("card",), ("family", "page")):
        assert "Sam" not in run(*line).out, line
    assert "Sam" not in run("plan", "--json").out
    assert "Not on now, plan or card" in run("contact", "list").out
    assert run("contact", "list", "--json").json["contacts"][0]["on_now"] is False
    assert "Sam" not in run("lapse", "log").out
    back = run("contact", "edit", "Sam", "--on-now").out
    assert "Sam can be on the now screen, in your plan and on your card again." in back
    for line in (("now",), ("plan",), ("card",)):
        assert "Sam" in run(*line).out, line


def test_it_can_be_said_when_they_are_added(run: Run) -> None:
    line = ("contact", "add", "Lee", "--role", "family", "--call", "555-0115", "--off-now")
    assert "Lee is not on the now screen, in your plan or on your card." in run(*line).out
    assert "Lee" not in run("now").out


def test_off_the_card_and_never_asked_say_what_they_do_not_do(run: Run) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    off = run("contact", "edit", "Sam", "--off-card").out
    assert "Sam is not on the card. Your plan and the now screen still name them." in off
    assert "--off-now" in off
    both = run("contact", "edit", "Sam", "--per-week", "0").out
    assert "Sam is not on the card or in your check-in plan. The now screen still names" in both
    assert "still name them." not in both
    never = run("contact", "edit", "Sam", "--on-card", "--per-week", "0").out
    assert "Sam is not in your check-in plan. The now screen and the card still name them." in never


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--per-week", "0"), "Lee is not in your check-in plan. The now screen and the card"),
        (("--off-card",), "Lee is not on the card. Your plan and the now screen still name them."),
        (("--off-card", "--per-week", "0"), "Lee is not on the card or in your check-in plan."),
        (("--off-now", "--per-week", "0"), "Lee is not on the now screen, in your plan or on"),
    ],
)
def test_what_they_do_not_do_is_said_on_adding_too(
    run: Run, given: tuple[str, ...], said: str
) -> None:
    out = run("contact", "add", "Lee", "--role", "peer", "--call", "555-0115", *given).out
    assert said in out
    assert out.count("--off-now") == ("--off-now" not in given)


def test_asking_one_who_is_never_asked_says_where_they_are_named(run: Run) -> None:
    run("contact", "add", "Lee", "--role", "peer", "--call", "555-0115", "--per-week", "0")
    assert "The now screen and the card still name them." in run("contact", "ask", "Lee").out
    run("contact", "edit", "Lee", "--off-card")
    assert "The now screen still names them." in run("contact", "ask", "Lee").out
    run("contact", "edit", "Lee", "--off-now")
    assert "Lee is not on the now screen" in run("contact", "ask", "Lee").out


def test_one_who_is_off_now_comes_back_from_an_export(run: Run, tmp_path: Path) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--off-now")
    run("export", "--json", str(tmp_path / "all.json"))
    there = ("--store", str(tmp_path / "other"))
    assert run(*there, "import", str(tmp_path / "all.json")).code == 0
    assert run(*there, "contact", "list", "--json").json["contacts"][0]["on_now"] is False
