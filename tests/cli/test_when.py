"""`recoverplan when`: the JSON, plain lines, refusals, and the screen of a real terminal."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pexpect
import pytest

from conftest import Run
from terminal import spawn

CASES = json.loads((Path(__file__).parents[1] / "data" / "when.json").read_text(encoding="utf-8"))
FRIDAYS = "every other Friday from 27 Nov 2026 17:00-23:00"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["phrase"])
def test_every_phrase_of_the_list_through_the_command(
    case: dict[str, Any], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", case["tz"])
    result = run("when", case["phrase"], "--count", "4", "--json", now=case["now"])
    if case.get("refuse"):
        assert (result.code, result.out) == (2, "")
        assert "^" in result.err
        assert "Try: " in result.err
        return
    assert result.code == 0
    spans = [[one["start"], one["end"]] for one in result.json["occurrences"]]
    assert spans == case["occurrences"]


def test_the_document_is_as_promised(run: Run) -> None:
    assert run("when", FRIDAYS, "--count", "1", "--json").json == {
        "schema": "recoverplan/when/1",
        "phrase": FRIDAYS,
        "words": "every other Friday, 17:00–23:00, from 27 Nov 2026",
        "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "timezone": "America/New_York",
        "occurrences": [{"start": "2026-11-27T17:00:00-05:00", "end": "2026-11-27T23:00:00-05:00"}],
        "notes": [],
    }


def test_a_single_date_has_no_rule_and_a_finished_one_says_so(run: Run) -> None:
    document = run("when", "tomorrow 6-11pm", "--json").json
    assert document["rule"] is None
    assert document["words"] == "24 Nov 2026, 18:00–23:00"
    over = run("when", "1 jan 2020 6-11pm", "--json").json
    assert over["occurrences"] == []
    assert over["notes"] == ["Nothing of it is left to come."]


def test_three_are_shown_unless_said_and_words_need_no_quotes(run: Run) -> None:
    assert len(run("when", "nights", "--json").json["occurrences"]) == 3
    typed = run("when", "fri", "17:00", "-", "sun", "23:00", "--count", "2", "--json").json
    assert typed["words"] == "every Friday 17:00 – Sunday 23:00"
    assert len(typed["occurrences"]) == 2


def test_plain_lines_can_be_heard(run: Run) -> None:
    run("setup", "--region", "US")
    assert run("when", "15th day and last working day 9pm-1am").out.splitlines() == [
        "15th of the month, 9 pm to 1 am; last working day of the month, 9 pm to 1 am.",
        "Next: Monday 30 November, 9 pm to 1 am.",
        "Then: Tuesday 15 December, 9 pm to 1 am.",
        "Then: Thursday 31 December, 9 pm to 1 am.",
        "A working day is Monday to Friday; public holidays are not known.",
    ]


def test_words_in_json_stay_in_24_hours_whatever_the_persons_clock(run: Run) -> None:
    run("setup", "--region", "US")
    assert run("when", "fri 9pm-1am", "--json").json["words"] == "every Friday, 21:00–01:00"


def test_a_refusal_underlines_and_offers(run: Run) -> None:
    result = run("when", "blursday 9pm-10pm")
    assert result.code == 2
    assert result.out == ""
    assert result.err.splitlines() == [
        'I don\'t understand "blursday" here.',
        "  blursday 9pm-10pm",
        "  ^^^^^^^^",
        "Try: thursday 9pm-10pm",
    ]


@pytest.mark.parametrize(
    "arguments", [(), ("",), ("nights", "--count", "0"), ("nights", "--count", "x"), ("x" * 9999,)]
)
def test_wrong_input_is_one_sentence_and_exit_2(arguments: tuple[str, ...], run: Run) -> None:
    result = run("when", *arguments)
    assert result.code == 2
    assert result.out == ""
    assert len(result.err) < 400


def test_the_zone_of_the_profile_is_the_one_that_counts(run: Run) -> None:
    run("setup", "--timezone", "Australia/Lord_Howe")
    document = run("when", "nights", "--count", "1", "--json").json
    assert document["timezone"] == "Australia/Lord_Howe"
    assert datetime.fromisoformat(document["occurrences"][0]["start"]).hour == 21


COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def screen_of(child: Any) -> str:
    """Return what a program left on its terminal, without colours."""
    child.expect(pexpect.EOF)
    return COLOUR.sub("", child.before).replace("\r", "")


def terminal(*arguments: str, width: int = 80) -> Any:
    return spawn(*arguments, columns=width, rows=24, NO_COLOR="1")


@pytest.mark.live
def test_a_terminal_shows_the_sentence_the_next_three_and_a_calendar() -> None:
    child = terminal("when", "fri 17:00 - sun 23:00")
    screen = screen_of(child)
    assert "Every Friday 17:00 – Sunday 23:00." in screen
    assert "Next  Friday 27 November, 17:00 to Sun 29, 23:00" in screen
    assert screen.count(", 17:00 to ") == 3
    assert "November 2026" in screen
    assert "December 2026" in screen
    assert " 23  24  25  26 [27][28][29]" in screen
    assert max(map(len, screen.splitlines())) <= 80


@pytest.mark.live
def test_forty_columns_have_one_month() -> None:
    child = terminal("when", "nights", width=40)
    screen = screen_of(child)
    assert "November 2026" in screen
    assert "December 2026" not in screen
    assert max(map(len, screen.splitlines())) <= 40


@pytest.mark.live
def test_what_reads_two_ways_can_be_chosen_on_a_terminal() -> None:
    child = terminal("when", "03/04/2027 8pm-9pm")
    child.expect("reads two ways")
    child.expect("1  4 mar 2027 8pm-9pm")
    child.expect("2  3 apr 2027 8pm-9pm")
    child.sendline("2")
    child.expect("3 Apr 2027, 20:00–21:00")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_time_that_the_clocks_skip_is_said_not_to_exist_that_day(run: Run) -> None:
    result = run("when", "2027-03-14 02:30-03:30")
    assert result.code == 0
    assert "This time does not exist on Sunday 14 March 2027: the clocks change then" in result.out
    assert "Nothing of it is left" not in result.out
    assert "Nothing of it is left to come." in run("when", "2025-03-14 02:30-03:30").out


@pytest.mark.live
@pytest.mark.parametrize("word", ["evry", "evenning", "sundayz"])
def test_at_forty_columns_the_mark_stays_under_its_word(word: str) -> None:
    said = [
        "every",
        "other friday from 27 nov 2026 the",
        "evening",
        "5pm-11pm and also",
        "sundays",
    ]
    phrase = " ".join(said).replace(
        {"evry": "every", "evenning": "evening"}.get(word, "sundays"), word
    )
    child = terminal("when", phrase, width=40)
    child.expect("Do you mean")
    lines = COLOUR.sub("", child.before).replace("\r", "").split("\n")
    child.terminate(force=True)
    place = next(number for number, line in enumerate(lines) if set(line) == {" ", "^"})
    shown, mark = lines[place - 1], lines[place]
    assert shown[mark.index("^") : mark.rindex("^") + 1] == word
    assert max(len(shown), len(mark)) <= 40
    assert "…" in shown


def test_a_midnight_that_begins_it_is_said_back_as_0000_and_one_that_ends_it_as_midnight(
    run: Run,
) -> None:
    run("setup", "--region", "US")
    assert run("when", "fri 00:00-03:00", "--count", "1").out.splitlines() == [
        "Every Friday, 00:00 to 3 am.",
        "Next: Friday 27 November, 00:00 to 3 am.",
    ]
    assert run("when", "fri 9pm-24:00", "--count", "1").out.splitlines() == [
        "Every Friday, 9 pm to midnight.",
        "Next: Friday 27 November, 9 pm to midnight.",
    ]
    added = run("risk", "add", "Small hours", "--when", "friday nights midnight-3am").out
    assert "Every Saturday, 00:00 to 3 am." in added
    assert "Next: Sat 28, 00:00 to 3 am;" in added
    assert "A night's hours past midnight are on the next day." in added


def test_a_midnight_is_refused_with_both_wherever_hours_are_typed(run: Run) -> None:
    run("setup", "--region", "US")
    for line in (
        ("when", "fri 12am-3am"),
        ("risk", "add", "Nights", "--when", "fri 12am-3am"),
        ("contact", "add", "Sam", "--role", "peer", "--when", "fri 12am-3am"),
        ("group", "add", "Lifeline", "--when", "fri 12am-3am"),
        ("group", "find", "fri 12am-3am"),
    ):
        result = run(*line)
        assert (result.code, result.out) == (2, ""), line
        assert result.err.splitlines()[-2:] == ["Try: fri 00:00-3am", "or: sat 00:00-3am"]


def test_no_offer_stands_where_none_would_mean_the_same(run: Run) -> None:
    result = run("when", "school nights 9pm-11pm")
    assert result.err.splitlines() == [
        'I don\'t understand "school" here.',
        "  school nights 9pm-11pm",
        "  ^^^^^^",
        'Times that work look like "fridays 9pm-1am", "weekday evenings" or "24 dec 6pm-11pm".',
    ]
