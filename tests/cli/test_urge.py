"""`urge`: noted with options, looked back at, charted; said only where somebody agreed to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from recoverplan.words import moment
from recoverplan.words import urge as words

HOSTILE = "\x1b[31m[red]\u202eevil[/]\x00\x9b2J\nsecond\x1b]8;;http://x\x07 line\udcff"
HARMLESS = "[red]evil[/] second line"


def urges(run: Run, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("urge", "list", "--json", *options).json["urges"]
    return found


def test_one_command_notes_all_of_it(run: Run) -> None:
    result = run(
        "urge", "log", "--strength", "8", "--trigger", "can't sleep", "--trigger", "bored",
        "--did", "walked", "--after", "4", "--at", "yesterday 7pm", "--note", "-", stdin="a\nb\n",
    )  # fmt: skip
    assert result.out == (
        "Noted: an urge, Sunday 22 November, 19:00. Strength 8, 4 afterwards. Can't sleep, bored."
        " Walked.\n"
    )
    assert urges(run) == [
        {
            "id": 1, "at": "2026-11-22T19:00:00-05:00", "rough": False, "zone": "America/New_York",
            "strength": 8, "trigger": ["can't sleep", "bored"], "did": "walked", "after": 4,
            "note": "a\nb", "created": "2026-11-23T10:00:00-05:00",
        }
    ]  # fmt: skip
    shown = run("urge", "show", "1").out
    assert "Set off by: can't sleep, bored." in shown
    assert run("urge", "show", "last", "--json").json["urge"] == urges(run)[0]


def test_nothing_has_to_be_said_and_two_of_one_moment_are_two(run: Run) -> None:
    first = run("urge", "log", "--json").json
    assert (first["at"], first["strength"]) == ("2026-11-23T10:00:00-05:00", None)
    assert run("urge", "log").out.startswith("Noted: an urge, Monday 23 November, 10:00.\n")
    assert [one["id"] for one in urges(run)] == [1, 2]


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ("--strength 9", True), ("--strength 7", True), ("--strength 6", False),
        ("--strength 9 --after 3", False), ("--strength 3 --after 8", True),
        ("--strength 9 --at 2026-11-22T19:00", False), ("", False),
    ],
)  # fmt: skip
def test_a_strong_one_names_now_in_one_quiet_line(run: Run, options: str, named: bool) -> None:
    result = run("urge", "log", *options.split())
    assert result.code == 0
    assert (words.HARD in result.out.splitlines()) is named


@pytest.mark.parametrize(
    "options",
    [
        ("--strength", "11"), ("--after", "-1"), ("--strength", "strong"),
        ("--at", "tomorrow 7pm"), ("--at", "5-7"), ("--note", "-"),
    ],
)  # fmt: skip
def test_what_will_not_do_is_refused_and_nothing_written(
    run: Run, home: Path, options: tuple[str, str]
) -> None:
    result = run("urge", "log", *options)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) in {1, 2}
    assert not home.exists()


def test_it_can_be_added_to_and_taken_back(run: Run) -> None:
    run("urge", "log", "--strength", "8", "--trigger", "bored", "--did", "tea")
    changed = run("urge", "edit", "last", "--after", "3", "--trigger", "", "--did", "")
    assert changed.out == (
        "Changed: the urge of Monday 23 November, 10:00. Strength 8, 3 afterwards.\n"
    )
    (kept,) = urges(run)
    assert (kept["after"], kept["trigger"], kept["did"]) == (3, None, None)
    assert run("undo").code == 0
    assert urges(run)[0]["trigger"] == ["bored"]
    assert run("urge", "edit", "1").code == 2
    assert run("urge", "edit", "7", "--after", "3").code == 3
    removed = run("urge", "remove", "1", "--yes")
    assert removed.out.startswith("Removed: the urge of Monday 23 November, 10:00.")
    assert urges(run) == []
    run("undo")
    assert len(urges(run)) == 1
    assert run("urge", "remove", "1").code == 2


def test_a_list_can_be_narrowed_by_day_and_by_what_set_it_off(run: Run) -> None:
    assert run("urge", "list").out == f"{words.NONE_YET}\n{words.HOW_TO_LOG}\n"
    for at, tag in (("2026-11-01 20:00", "Bored"), ("2026-11-10 20:00", "tired")):
        run("urge", "log", "--at", at, "--trigger", tag)
    run("urge", "log", "--at", "2026-11-20 20:00", "--strength", "2")
    assert [one["id"] for one in urges(run, "--from", "2026-11-10")] == [2, 3]
    assert [one["id"] for one in urges(run, "--until", "2026-11-10")] == [1, 2]
    assert [one["id"] for one in urges(run, "--trigger", "bored")] == [1]
    assert run("urge", "list", "--trigger", "rain").out == f"{words.NONE_THERE}\n"
    lines = run("urge", "list").out.splitlines()
    assert lines[0] == "Sunday 1 November, 20:00, number 1: Bored."
    assert lines[2] == "Friday 20 November, 20:00, number 3: Strength 2."


def test_an_urge_stays_in_the_hour_it_came_in(run: Run) -> None:
    run("setup", "--timezone", "Europe/London")
    run("urge", "log", "--at", "2026-11-22 23:30", "--strength", "5")
    run("setup", "--timezone", "Asia/Tokyo")
    assert urges(run)[0]["at"] == "2026-11-22T23:30:00+00:00"
    assert "Sunday 22 November, 23:30, Europe/London" in run("urge", "list").out
    (hour,) = run("urge", "chart", "--json").json["hours"]
    assert (hour["weekday"], hour["hour"]) == (6, 23)


def test_an_evening_hour_just_after_midnight_is_of_the_night_that_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("setup", "--timezone", "America/New_York")
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-24T00:10")
    for typed in ("23:50", "11:50pm"):
        assert run("urge", "log", "--at", typed, "--json").json["at"] == "2026-11-23T23:50:00-05:00"
    assert run("lapse", "log", "--at", "9pm", "--json").json["at"] == "2026-11-23T21:00:00-05:00"
    assert run("urge", "log", "--at", "10am", "--json").json["at"] == "2026-11-23T10:00:00-05:00"
    assert "still to come" in run("urge", "log", "--at", "today 11:50pm").err
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-24T21:40")
    assert "still to come" in run("urge", "log", "--at", "23:50").err


def test_the_chart_shows_the_last_90_days_and_says_how_to_see_more(run: Run) -> None:
    assert run("urge", "chart").out == f"{words.NONE_YET}\n{words.HOW_TO_LOG}\n"
    for at in ("2026-08-25 20:00", "2026-08-26 20:00", "2026-11-23 09:00"):
        run("urge", "log", "--at", at)
    chart = run("urge", "chart", "--json").json
    assert chart["schema"] == "recoverplan/urge-chart/1"
    assert (chart["from"], chart["until"]) == ("2026-08-26", "2026-11-23")
    assert (chart["urges"], chart["earlier"]) == (2, 1)
    line = run("urge", "chart").out.splitlines()[-1]
    assert line == "1 from before these days: recoverplan urge chart --from 2026-08-25"
    assert run("urge", "chart", "--from", "2026-08-25", "--json").json["urges"] == 3
    assert run("urge", "chart", "--days", "1", "--json").json["urges"] == 1
    within = run("urge", "chart", "--from", "2026-08-25", "--days", "2", "--json").json
    assert (within["urges"], within["until"]) == (2, "2026-08-26")
    assert run("urge", "chart", "--days", "0").code == 2
    ahead = run("urge", "chart", "--from", "2027-01-01")
    assert (ahead.code, ahead.out) == (2, "")
    assert "still to come" in ahead.err


def test_now_names_the_log_once_an_urge_is_noted(run: Run) -> None:
    assert moment.LOG_URGE not in run("now").out
    run("urge", "log", "--strength", "3")
    assert moment.LOG_URGE in run("now").out.splitlines()
    run("urge", "remove", "1", "--yes")
    assert moment.LOG_URGE not in run("now").out


def test_hostile_text_is_harmless_wherever_it_is_shown(run: Run) -> None:
    options = ("--trigger", HOSTILE, "--did", HOSTILE, "--note", HOSTILE)
    record = run("urge", "log", *options, "--json").json
    assert (record["trigger"], record["did"]) == ([HARMLESS], HARMLESS)
    for line in ("list", "show 1", "chart", "list --json", "chart --json"):
        out = run("urge", *line.split()).out
        assert "evil[/]" in out
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(out)


def test_it_goes_through_export_and_import(run: Run, tmp_path: Path) -> None:
    run("urge", "log", "--strength", "8", "--trigger", "bored", "--did", "tea", "--after", "2")
    file = tmp_path / "all.json"
    assert run("export", "--json", str(file)).code == 0
    before, chart = urges(run), run("urge", "chart", "--json").json
    there = ("--store", str(tmp_path / "there"))
    assert run(*there, "import", str(file)).code == 0
    assert run(*there, "urge", "list", "--json").json["urges"] == before
    assert run(*there, "urge", "chart", "--json").json == chart
    assert moment.LOG_URGE in run(*there, "now").out


def test_a_midnight_beside_its_day_is_said_as_it_can_be_typed(run: Run) -> None:
    run("setup", "--region", "US")
    out = run("urge", "log", "--at", "2026-11-20 00:00").out
    assert "Noted: an urge, Friday 20 November, 00:00." in out
    assert "midnight" not in run("urge", "list").out + run("history").out
    run("group", "add", "Late", "--when", "fri 00:00-1am")
    assert "Friday 27 November, 00:00" in run("group", "list").out
    run("meeting", "log", "Late", "--at", "2026-11-20 00:00")
    assert "20 November, 00:00" in run("meeting", "list").out
