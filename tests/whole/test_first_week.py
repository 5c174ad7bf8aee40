"""The main job through the command line: what is typed in gives the plan that it must give."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Run
from sharing import typed_once

ALEX = (
    (
        "setup --name Alex --timezone America/New_York --region US --prefer call --about alcohol "
        "--about drugs"
    ),
    (
        "risk add|Nights alone|--when|mon-thu 9pm-midnight|--level|high|--trigger|quiet apartment"
        "|--trigger|can't sleep|--if|I pace|--then|shoes on, and once round the block"
        "|--step|shower|--step|tea and the radio|--step|phone charges in the kitchen"
    ),
    "risk add|Thanksgiving|--when|26 nov 2pm-8pm",
    "risk add|Payday|--when|every other fri from 27 nov 5pm-11pm|--level|high",
    "risk add|Sundays|--when|sun 12-5pm",
    (
        "contact add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm|--per-week|3"
        "|--say|Rough evening. Got ten minutes?"
    ),
    "contact add|Priya|--role|peer|--text|555-0127|--when|mon-thu 8-10pm|--per-week|2",
    "contact add|Dana|--role|family|--call|555-0136|--when|fri-sun 10am-8pm|--per-week|2",
    "step add|Shoes on, once round the block|--kind|alone",
    "step add|Tea and the radio|--kind|alone",
    "step add|Phone charges in the kitchen|--kind|safer",
    "group add|Tuesday Lifeline|--when|tue 7-8pm|--where|St Luke's hall|--format|in-person",
    "group add|SMART Friday|--when|fri 7-8:30pm|--format|online|--programme|SMART Recovery",
    "meeting log|Tuesday Lifeline|--at|2026-11-10 19:00|--said|listened",
    "meeting log|Tuesday Lifeline|--at|2026-11-17 19:00|--said|listened",
    "meeting log|SMART Friday|--at|2026-11-20 19:00|--said|small-honesty",
)


def words_of(line: str) -> list[str]:
    """Split a line of ALEX into arguments: at bars where there are any, else at spaces."""
    if "|" not in line:
        return line.split()
    head, *rest = line.split("|")
    return [*head.split(), *rest]


@typed_once
def enter(run: Run, *lines: str) -> None:
    """Type the lines in; each must succeed."""
    for place, line in enumerate(lines):
        result = run(*words_of(line))
        assert result.code == 0, (line, result.err)
        # Only the first line makes the store, and says where.
        assert result.err == "" or (place == 0 and "Your data is kept in" in result.err), line


@pytest.fixture
def alex(run: Run) -> Run:
    """Enter the person of the examples."""
    enter(run, *ALEX)
    return run


def short(instant: str) -> str:
    """Return an ISO instant as "23 21:00", after checking its offset is New York's winter one."""
    assert instant.endswith(":00-05:00"), instant
    return f"{instant[8:10]} {instant[11:16]}"


def test_the_example_person_gets_the_example_facts(alex: Run) -> None:
    plan = alex("plan", "--json").json
    assert plan["schema"] == "recoverplan/plan/1"
    assert plan["timezone"] == "America/New_York"
    assert (plan["from"], plan["to"]) == ("2026-11-23T00:00:00-05:00", "2026-11-30T00:00:00-05:00")
    assert plan["summary"] == {"occurrences": 7, "with_person": 7, "gap_minutes": 480}
    rows = [
        (
            found["risk"]["label"],
            short(found["start"]),
            short(found["end"]),
            found["check_in"]["contact"]["name"],
            short(found["check_in"]["at"]),
            [(short(gap["start"]), short(gap["end"])) for gap in found["gaps"]],
        )
        for found in plan["occurrences"]
    ]
    assert rows == [
        ("Nights alone", "23 21:00", "24 00:00", "Sam", "23 20:30", [("23 23:00", "24 00:00")]),
        ("Nights alone", "24 21:00", "25 00:00", "Sam", "24 20:30", [("24 23:00", "25 00:00")]),
        ("Nights alone", "25 21:00", "26 00:00", "Priya", "25 20:30", [("25 23:00", "26 00:00")]),
        ("Thanksgiving", "26 14:00", "26 20:00", "Sam", "26 18:00", [("26 14:00", "26 18:00")]),
        ("Nights alone", "26 21:00", "27 00:00", "Priya", "26 20:30", [("26 23:00", "27 00:00")]),
        ("Payday", "27 17:00", "27 23:00", "Dana", "27 16:30", []),
        ("Sundays", "29 12:00", "29 17:00", "Dana", "29 11:30", []),
    ]
    assert plan["occurrences"][0]["steps"] == [
        {"kind": "if-then", "text": "If I pace, then shoes on, and once round the block"},
        {"kind": "own", "text": "shower"},
        {"kind": "own", "text": "tea and the radio"},
        {"kind": "own", "text": "phone charges in the kitchen"},
    ]
    assert [
        (row["group"]["name"], row["tries"], row["status"], short(row["next"]["start"]))
        for row in plan["tries"]
    ] == [
        ("Tuesday Lifeline", 2, "trying", "24 19:00"),
        ("SMART Friday", 1, "trying", "27 19:00"),
    ]


def test_the_plan_is_a_pure_reading(alex: Run, home: Any) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    for options in ((), ("--json",), ("--days", "366"), ("--plain",), ("--today",)):
        assert alex("plan", *options).code == 0
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


LONDON = (
    "setup --timezone Europe/London --region GB",
    "risk add|Late nights|--when|fri,sat 22:00-02:00|--level|high",
    "risk add|Small hours|--when|sunday 00:30-05:00",
    "risk add|Lunch|--when|thu 12:00-13:00|--level|low",
    "contact add|Alice|--role|peer|--call|020 7946 0001|--when|daily 19:00-23:00|--per-week|2",
    "contact add|Bob|--role|peer|--text|020 7946 0002|--when|thu 11:45am-12:20pm|--per-week|1",
    "group add|Midnight group|--when|sat 23:30-00:30|--format|online",
)


def test_a_week_worked_out_by_hand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows past midnight, evenings only, a meeting inside, gaps; clocks go forward on Sunday.

    At 01:00 GMT on Sunday 29 March 2026 the clocks in London say 02:00.
    """
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-03-23T09:00")
    enter(run, *LONDON)
    plan = run("plan", "--json").json
    assert plan["to"] == "2026-03-30T00:00:00+01:00"
    got = [
        (
            found["risk"]["label"],
            found["start"],
            found["end"],
            found["check_in"] and (found["check_in"]["contact"]["name"], found["check_in"]["at"]),
            [(each["name"], each["start"], each["end"]) for each in found["cover"]],
            [(gap["start"], gap["end"]) for gap in found["gaps"]],
        )
        for found in plan["occurrences"]
    ]
    day = "2026-03-"
    assert got == [
        (
            "Lunch",
            day + "26T12:00:00+00:00",
            day + "26T13:00:00+00:00",
            ("Bob", day + "26T11:45:00+00:00"),
            [("Bob", day + "26T12:00:00+00:00", day + "26T12:20:00+00:00")],
            [(day + "26T12:20:00+00:00", day + "26T13:00:00+00:00")],
        ),
        (
            "Late nights",
            day + "27T22:00:00+00:00",
            day + "28T02:00:00+00:00",
            ("Alice", day + "27T21:30:00+00:00"),
            [("Alice", day + "27T22:00:00+00:00", day + "27T23:00:00+00:00")],
            [(day + "27T23:00:00+00:00", day + "28T02:00:00+00:00")],
        ),
        (
            "Late nights",
            day + "28T22:00:00+00:00",
            day + "29T02:00:00+01:00",
            ("Alice", day + "28T21:30:00+00:00"),
            [
                ("Alice", day + "28T22:00:00+00:00", day + "28T23:00:00+00:00"),
                ("Midnight group", day + "28T23:30:00+00:00", day + "29T00:30:00+00:00"),
            ],
            [
                (day + "28T23:00:00+00:00", day + "28T23:30:00+00:00"),
                (day + "29T00:30:00+00:00", day + "29T02:00:00+01:00"),
            ],
        ),
        (
            "Small hours",
            day + "29T00:30:00+00:00",
            day + "29T05:00:00+01:00",
            None,
            [],
            [(day + "29T00:30:00+00:00", day + "29T05:00:00+01:00")],
        ),
    ]
    # 40 + 180 + 30 + 30 (one wall-clock hour and a half, half an hour of it real) + 210
    assert plan["summary"] == {"occurrences": 4, "with_person": 3, "gap_minutes": 490}


def test_an_empty_store_gets_an_invitation(run: Run) -> None:
    result = run("plan")
    assert result.code == 0
    assert "recoverplan setup" in result.out
    empty = run("plan", "--json").json
    assert empty["occurrences"] == []
    assert empty["summary"] == {"occurrences": 0, "with_person": 0, "gap_minutes": 0}


def test_a_quiet_week_names_the_next_hard_hours(run: Run) -> None:
    enter(run, "risk add|Payday|--when|2026-12-31 17:00-23:00")
    out = run("plan").out
    assert "quiet week" in out
    assert "Payday" in out
    assert "31" in out
