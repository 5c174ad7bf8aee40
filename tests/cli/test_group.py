"""`recoverplan group`, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from recoverplan.words import trial as words

TUESDAY = ("group", "add", "Tuesday Lifeline", "--when", "tue 19:00-20:00")


def groups(run: Run) -> list[dict[str, Any]]:
    result = run("group", "list", "--json")
    assert result.json["schema"] == "recoverplan/groups/1"
    found: list[dict[str, Any]] = result.json["groups"]
    return found


def test_a_new_group_is_on_trial_and_says_what_helps_before_a_first_meeting(run: Run) -> None:
    result = run(*TUESDAY, "--where", "St Luke's hall")
    assert result.code == 0
    assert result.out.startswith("Added Tuesday Lifeline, to try 3 to 5 times.\n")
    for line in words.BEFORE_FIRST_MEETING:
        assert line in result.out
    assert "You can just listen: listening is participating." in result.out
    assert "Tue" in result.out or "tomorrow" in result.out  # the echo of its next meetings


def test_all_that_was_entered_is_in_the_record(run: Run) -> None:
    result = run(
        "group", "add", "SMART Friday", "--when", "fri 19:00-20:30", "--when", "sun 10:00-11:00",
        "--program", "SMART", "--format", "Online", "--zone", "Europe/Berlin",
        "--where", "a hall", "--link", "https://example.org/x", "--type", "newcomers",
        "--type", "women", "--where-notes", "ring twice", "--link-notes", "Passcode: lantern",
        "--phone", "+1 555 555 0100", "--phone-notes", "PIN 4321", "--json",
    )  # fmt: skip
    assert result.json == {
        "id": 1,
        "name": "SMART Friday",
        "when": ["fri 19:00-20:30", "sun 10:00-11:00"],
        "programme": "SMART",
        "format": "online",
        "zone": "Europe/Berlin",
        "where": "a hall",
        "where_notes": "ring twice",
        "link": "https://example.org/x",
        "link_notes": "Passcode: lantern",
        "phone": "+1 555 555 0100",
        "phone_notes": "PIN 4321",
        "type": ["newcomers", "women"],
        "status": "trying",
        "tries": "3-5",
        "tries_so_far": 0,
        "why": None,
        "unsafe": False,
        "listed": None,
        "caution": None,
        "trip": None,
        "created": "2026-11-23T10:00:00-05:00",
    }
    assert groups(run) == [result.json]
    shown = run("group", "show", "smart", "--json").json
    assert shown == {"schema": "recoverplan/group/1", "group": result.json}


def test_what_was_not_given_is_null(run: Run) -> None:
    record = run("group", "add", "Anytime", "--json").json
    ways = ("where", "where_notes", "link", "link_notes", "phone", "phone_notes")
    for field in ("when", "programme", "format", *ways, "type", "why"):
        assert record[field] is None
    assert record["zone"] == "America/New_York"


def test_every_way_to_attend_is_shown_and_can_be_changed_and_taken_back(run: Run) -> None:
    run(
        "group", "add", "Lantern", "--when", "tue 7-8pm", "--where", "Old Mill",
        "--where-notes", "ramp at the rear", "--link", "https://example.org/x",
        "--link-notes", "Passcode: lantern", "--phone", "555-0100", "--phone-notes", "PIN 4321",
    )  # fmt: skip
    shown = run("group", "show", "Lantern").out.splitlines()
    assert shown[2:5] == [
        "Where: Old Mill (ramp at the rear).",
        "Link: https://example.org/x (Passcode: lantern).",
        "Phone: 555-0100 (PIN 4321).",
    ]
    edited = run(
        "group", "edit", "Lantern", "--phone", "555-0101", "--link-notes", "", "--json"
    ).json
    assert (edited["phone"], edited["link_notes"]) == ("555-0101", None)
    assert run("undo").code == 0
    assert groups(run)[0]["phone"] == "555-0100"
    assert groups(run)[0]["link_notes"] == "Passcode: lantern"


def test_a_number_stands_where_online_would(run: Run) -> None:
    run("setup", "--region", "US")
    for name, *more in (
        ("Dial", "--phone", "555-0100", "--phone-notes", "PIN 4321"),
        ("Phone", "--phone", "555-0101", "--format", "online"),
        ("Both", "--phone", "555-0102", "--format", "hybrid", "--where", "Hall"),
        ("Web", "--phone", "555-0103", "--link", "https://example.org/x"),
    ):
        assert run("group", "add", name, "--when", "tue 7-8pm", *more).code == 0
    next_at = "Next: Tuesday 24 November, 7 pm"
    plan = run("plan").out
    for said in ("call 555-0100", "call 555-0101", "Hall or call 555-0102", "online"):
        assert f"{next_at}, {said}." in plan
        assert f"{next_at}, {said}." in run("group", "list").out
    assert run("now", "--json").json["next_meeting"]["where"] == "call 555-0100, PIN 4321"


def test_a_phrase_without_an_end_lasts_an_hour_and_says_so(run: Run) -> None:
    result = run("group", "add", "Short", "--when", "tue 7pm")
    assert result.code == 0
    assert "one hour" in result.out
    logged = run("meeting", "log", "Short", "--at", "2026-11-17 19:59", "--json")
    assert logged.json["occurrence"] == "2026-11-17T19:00:00-05:00"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("group", "add"), "Name the group"),
        (("group", "add", " \x1b[31m "), "name of a group is empty"),
        (
            ("group", "add", "X", "--format", "hall"),
            "--format is in-person, online, hybrid or",
        ),
        (("group", "add", "X", "--zone", "Nowhere/Land"), "no time zone"),
        (("group", "add", "X", "--when", "sometimes"), "sometimes"),
        (("group", "edit", "tue"), "Say what to change"),
        (("group", "edit", "tue", "--name", ""), "name of a group is empty"),
        (("group", "edit", "tue", "--format", "hall"), "--format is"),
        (("group", "edit", "tue", "--zone", "Mars"), "no time zone"),
        (("group", "edit", "tue", "--when", "blursday 7pm"), "blursday"),
        (("group", "try", "tue", "--tries", "2"), "--tries is 3, 4, 5"),
        (("group", "try", "tue", "--tries", "5-3"), "--tries is 3, 4, 5"),
        (("group", "try", "tue", "--tries", "3-5-4"), "--tries is 3, 4, 5"),
        (("group", "try", "tue", "--tries", ""), "--tries is 3, 4, 5"),
        (("group", "decide", "tue", "stay"), "keep, pause or leave"),
        (("group", "remove", "tue"), "--yes"),
        (("group", "list", "--colour"), "--colour"),
    ],
)
def test_wrong_input_is_refused_and_nothing_is_written(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    run(*TUESDAY)
    before = groups(run)
    result = run(*arguments)
    assert result.code == 2
    assert said in result.err
    assert "Traceback" not in result.err
    assert not result.out
    assert groups(run) == before


def test_wrong_input_on_a_fresh_machine_makes_no_store(run: Run, home: Path) -> None:
    assert run("group", "add", "X", "--format", "hall").code == 2
    assert run("group", "add", "X", "--when", "blursday").code == 2
    assert run("group", "try", "X").code == 3
    assert run("group", "decide", "X", "keep").code == 3
    assert not home.exists()


def test_an_unknown_group_is_named_and_the_nearest_offered(run: Run) -> None:
    run(*TUESDAY)
    result = run("group", "show", "lifeline")
    assert result.code == 3
    assert "Tuesday Lifeline" in result.err


def test_edit_changes_what_is_given_and_an_empty_text_takes_it_back(run: Run) -> None:
    run(*TUESDAY, "--where", "a hall", "--type", "women", "--format", "hybrid")
    run("group", "edit", "tue", "--where", "", "--type", "", "--format", "", "--link", "x.org")
    changed = groups(run)[0]
    assert changed["where"] is None
    assert changed["type"] is None
    assert changed["format"] is None
    assert changed["link"] == "x.org"
    assert changed["when"] == ["tue 19:00-20:00"]
    result = run("group", "edit", "1", "--name", "Lifeline", "--when", "wed 18:00-19:00", "--json")
    assert result.json["name"] == "Lifeline"
    assert result.json["when"] == ["wed 18:00-19:00"]


def test_remove_takes_the_log_along_and_undo_is_one_step(run: Run) -> None:
    run(*TUESDAY)
    run("meeting", "log", "tue", "--at", "2026-11-17 19:00")
    result = run("group", "remove", "tue", "--yes")
    assert result.code == 0
    assert result.out == "Removed Tuesday Lifeline and 1 logged meeting.\n"
    assert groups(run) == []
    assert run("meeting", "list", "--json").json["meetings"] == []
    assert run("undo").code == 0
    assert groups(run)[0]["tries_so_far"] == 1


@pytest.mark.parametrize(
    ("typed", "goal"), [("3", "3"), ("4", "4"), ("5", "5"), ("3-5", "3-5"), ("4 to 5", "4-5")]
)
def test_a_trial_is_three_to_five_tries_or_fewer_kinds_of_them(
    run: Run, typed: str, goal: str
) -> None:
    run(*TUESDAY)
    assert run("group", "try", "tue", "--tries", typed, "--json").json["tries"] == goal
    assert groups(run)[0]["tries"] == goal


def test_trying_again_keeps_what_was_logged_and_says_the_words_again(run: Run) -> None:
    run(*TUESDAY)
    run("meeting", "log", "tue", "--at", "2026-11-17 19:00")
    run("group", "decide", "tue", "pause", "--why", "busy")
    result = run("group", "try", "1")
    assert result.out.startswith("Tuesday Lifeline is a group to try 3 to 5 times. 1 so far.\n")
    assert words.BEFORE_FIRST_MEETING[0] in result.out
    record = groups(run)[0]
    assert (record["status"], record["tries_so_far"], record["why"]) == ("trying", 1, None)


@pytest.mark.parametrize(
    ("decision", "status"), [("keep", "kept"), ("pause", "paused"), ("leave", "left")]
)
def test_a_decision_is_kept_with_its_reason_and_can_be_taken_again(
    run: Run, decision: str, status: str
) -> None:
    run(*TUESDAY)
    record = run("group", "decide", "tue", decision, "--why", "my reasons", "--json").json
    assert (record["status"], record["why"]) == (status, "my reasons")
    again = run("group", "decide", "tue", "keep", "--json").json
    assert (again["status"], again["why"]) == ("kept", None)


def test_leaving_a_group_that_was_no_fit_says_so_once(run: Run) -> None:
    run(*TUESDAY)
    assert (
        run("group", "decide", "tue", "leave").out == f"Left: Tuesday Lifeline.\n{words.NO_FIT}\n"
    )
    assert run("group", "decide", "tue", "leave").out == "Left: Tuesday Lifeline.\n"


def test_leaving_a_group_that_was_kept_and_fitted_needs_no_comfort(run: Run) -> None:
    run(*TUESDAY)
    run("meeting", "log", "tue", "--at", "2026-11-17 19:00", "--fit", "safety=yes")
    run("group", "decide", "tue", "keep")
    assert words.NO_FIT not in run("group", "decide", "tue", "leave").out
    run("group", "decide", "tue", "keep")
    run("meeting", "edit", "1", "--fit", "rhythm=no")
    assert words.NO_FIT in run("group", "decide", "tue", "leave").out


def test_the_list_puts_trials_side_by_side_and_the_others_after(run: Run) -> None:
    run("group", "add", "Old Group")
    run("group", "decide", "old", "leave")
    run(*TUESDAY, "--where", "St Luke's hall")
    run("meeting", "log", "tue", "--at", "2026-11-17 19:00", "--mood-before", "3",
        "--mood-after", "6", "--fit", "safety=yes", "--fit", "rhythm=unsure",
        "--contact", "Robin")  # fmt: skip
    first, second = run("group", "list").out.splitlines()
    assert first == (
        "Tuesday Lifeline: 1 meeting so far, you planned 3 to 5."
        " Next: Tuesday 24 November, 19:00, St Luke's hall."
        " Fit: 1 yes, 1 unsure. Mood on average: 3 before, 6 after."
        " Met there: Robin, no way to reach them yet."
    )
    assert second == "Old Group, left: 0 meetings so far."


def test_show_gives_times_in_words_and_the_fit_question_by_question(run: Run) -> None:
    run(*TUESDAY)
    run("meeting", "log", "tue", "--at", "2026-11-17 19:00", "--fit", "safety=yes")
    run("meeting", "log", "tue", "--at", "2026-11-10 19:00", "--fit", "safety=no",
        "--mood-before", "2")  # fmt: skip
    lines = run("group", "show", "tue").out.splitlines()
    assert lines[0] == "Tuesday Lifeline: 2 meetings so far, you planned 3 to 5."
    assert f"{words.FIT_QUESTIONS['safety']} 1 yes, 1 no." in lines
    assert "Mood on Tuesday 10 November: 2 before." in lines
    when = next(line for line in lines if line.startswith("When: "))
    assert "uesday" in when
    assert "19:00" in when


def test_an_empty_list_is_an_invitation(run: Run) -> None:
    result = run("group", "list")
    assert result.code == 0
    assert result.out == f"{words.NO_GROUPS_YET}\n"


def test_without_a_terminal_nothing_is_asked(run: Run) -> None:
    result = run("group", "add", "X", "--when", "fri 7")
    assert result.code == 2


def test_one_that_felt_unsafe_is_kept_only_when_that_is_said_again(run: Run) -> None:
    run("group", "add", "Tuesday", "--when", "tue 7-8pm")
    run("meeting", "log", "Tuesday", "--at", "2026-11-17 19:00", "--unsafe", "pressure")
    refused = run("group", "decide", "Tuesday", "keep")
    assert refused.code == 2
    assert "You noted that Tuesday felt unsafe." in refused.err
    assert "--yes" in refused.err
    assert run("group", "list", "--json").json["groups"][0]["status"] == "left"
    assert run("group", "decide", "Tuesday", "pause").code == 0
    assert run("group", "decide", "Tuesday", "keep", "--yes").code == 0
    assert run("group", "list", "--json").json["groups"][0]["status"] == "kept"


def test_one_that_felt_unsafe_is_tried_again_only_when_that_is_said_again(run: Run) -> None:
    run("group", "add", "Tuesday", "--when", "tue 7-8pm")
    run("meeting", "log", "Tuesday", "--at", "2026-11-17 19:00", "--unsafe", "pressure")
    before = run("group", "list", "--json").json
    refused = run("group", "try", "Tuesday")
    assert (refused.code, refused.out) == (2, "")
    assert "You noted that Tuesday felt unsafe." in refused.err
    assert "--yes" in refused.err
    assert run("group", "list", "--json").json == before
    tried = run("group", "try", "Tuesday", "--yes")
    assert tried.code == 0
    group = run("group", "list", "--json").json["groups"][0]
    assert (group["status"], group["unsafe"]) == ("trying", False)


def test_nothing_goes_on_with_one_that_felt_unsafe(run: Run) -> None:
    """Not even with a record that says both, as another program could have written it."""
    run("group", "add", "Tuesday", "--when", "tue 7-8pm", "--where", "Hall")
    run("risk", "add", "Evenings", "--when", "tue 7-8pm")
    exported = run("export", "--json", "-").json
    exported["groups"][0] |= {"status": "trying", "unsafe": True}
    assert run("undo").code == run("undo").code == 0
    assert run("import", "-", stdin=json.dumps(exported)).code == 0
    assert run("group", "list", "--json").json["groups"][0]["unsafe"] is True
    for command in (["plan"], ["plan", "--gaps"], ["now"], [], ["plan", "--ics", "-"]):
        assert "Tuesday, " not in run(*command).out, command
        assert "Hall" not in run(*command).out, command
    said = run("group", "edit", "Tuesday", "--where", "").out
    assert said == "Changed Tuesday.\n"  # nothing on what it would need to count again


def test_a_log_of_one_that_felt_unsafe_does_not_call_listening_participating(run: Run) -> None:
    run("group", "add", "Tuesday", "--when", "tue 7-8pm")
    run("meeting", "log", "Tuesday", "--at", "2026-11-17 19:00", "--unsafe", "pressure")
    again = run("meeting", "log", "Tuesday", "--at", "2026-11-10 19:00", "--said", "listened").out
    assert "Listening is participating." not in again
