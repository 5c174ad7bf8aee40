"""A clock or a date at the ends of the calendar: a sentence in every command, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_lines import Command, commands
from conftest import Run
from rounds import some

OUTSIDE = (
    "0001-01-01T00:00",
    "0001-01-01T00:00+14:00",
    "9999-12-31T23:59",
    "9999-12-31T23:59-12:00",
    "1969-12-31T23:59",
    "3000-01-01T00:00",
)
EDGES = ("1970-01-01T00:00", "2999-12-31T23:59")
VALUES = (
    "9999-12-31", "0001-01-01", "9999-12-31 23:59", "0001-01-01 00:00", "9999-12-31T23:59Z",
    "31 dec 2100 11pm-1am", "daily 9-10pm until 31 dec 2100", "in 520 weeks", "9999 days ago",
    "9999 hours ago", "29 feb 6-7pm", "1 jan 9999",
)  # fmt: skip
STAYS = {"lock set", "lock change", "lock rekey", "erase"}  # slow, or takes all away


@pytest.fixture
def every(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    monkeypatch.chdir(tmp_path)
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps([{"slug": "a", "name": "A", "day": 2, "time": "19:00"}]))
    (tmp_path / "files").mkdir()
    return [one for one in commands(str(tmp_path / "files"), str(listed)) if one.name not in STAYS]


@pytest.mark.parametrize("clock", OUTSIDE)
def test_a_clock_outside_the_calendar_is_a_sentence_in_every_command(
    clock: str, run: Run, every: list[Command]
) -> None:
    run("setup", "--region", "US", "--timezone", "Pacific/Kiritimati")
    told = 0
    for words in ([*one.name.split(), *one.takes] for one in every):
        result = run(*words, now=clock)
        if result.err.startswith("RECOVERPLAN_NOW is in the year"):
            assert (result.code, result.out) == (2, ""), words
            year = int(clock[:4])
            assert result.err == (
                f"RECOVERPLAN_NOW is in the year {year}.\n"
                "Years from 1970 to 2999 will do, like 2026-11-23T10:00.\n"
            )
            told += 1
    assert told > 50
    moment = run("now", now=clock)
    assert moment.code == 0
    assert "911" in moment.out
    early = int(clock[:4]) < 1970
    said = "is before 1970" if early else "is not a time"
    assert moment.err == f"RECOVERPLAN_NOW {said}. This is shown for the time it is now.\n"


@pytest.mark.parametrize("clock", EDGES)
def test_at_the_edges_of_what_can_be_planned_every_command_answers(
    clock: str, run: Run, every: list[Command], tmp_path: Path
) -> None:
    run("setup", "--region", "US", "--timezone", "Pacific/Kiritimati", now=clock)
    done = 0
    for words in ([*one.name.split(), *one.takes] for one in every):
        result = run(*words, now=clock)
        assert result.code == 0 or result.err, words
        done += result.code == 0
    assert done > 20
    for words in (
        ["plan", "--days", "366"],
        ["plan", "--ics", str(tmp_path / "plan.ics")],
        ["card", "--html", str(tmp_path / "card.html")],
        [],
    ):
        run(*words, now=clock)


@pytest.mark.parametrize("value", VALUES)
def test_a_date_at_the_ends_of_the_calendar_is_taken_or_refused_by_every_option(
    value: str, run: Run, every: list[Command]
) -> None:
    run("setup", "--region", "DE", "--timezone", "America/New_York")
    for words in (["group", "add", "Lifeline"], ["contact", "add", "Sam", "--role", "peer"]):
        run(*words, "--when", "tue 7-8pm")
    files = {"--pdf", "--html", "--png", "--ics", "--vcf", "--csv", "--sqlite", "--salvage"}
    pairs = [(one, option) for one in every for option in one.options if option not in files]
    for one, option in some(pairs):
        result = run(*one.name.split(), *one.takes, option, value)
        assert result.code == 0 or result.err, (one.name, option)
    for words in (["when", value], ["plan", "--from", value], ["now", "--at", value], ["review"]):
        result = run(*words)
        assert result.code == 0 or result.err, words
    assert run("plan").code == 0
    assert run("now").code == 0
