"""`plan --risk`, `plan --gaps` and `risk map`, from the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Run
from sharing import typed_once

WEEK = (
    "risk|add|Nights alone|--when|mon-thu 9pm-midnight|--level|high",
    "risk|add|Thanksgiving|--when|26 nov 2pm-8pm",
    "risk|add|Sundays|--when|sun 12-5pm|--level|low",
    "contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm|--per-week|3",
    "contact|add|Priya|--role|peer|--text|555-0127|--when|mon-thu 8-10pm|--per-week|1",
    "contact|add|Dana|--role|family|--call|555-0136|--when|fri-sun 10am-8pm|--per-week|2",
    "group|add|Friday group|--when|fri 7-8:30pm|--format|online",
)


@typed_once
def enter(run: Run, *lines: str) -> None:
    """Type lines in; each must succeed."""
    for line in lines:
        assert run(*line.split("|")).code == 0, line


@pytest.fixture
def week(run: Run) -> Run:
    """Enter a week."""
    enter(run, *WEEK)
    return run


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return what a terminal of some width shows, without its colours."""

    def show(run: Run, width: int, *arguments: str) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setattr("recoverplan.cli.output.wants_plain", lambda asked: asked)
        return run(*arguments).out

    return show


def test_gaps_are_listed_with_ranked_invitations(week: Run) -> None:
    found = week("plan", "--gaps", "--json").json
    assert found["schema"] == "recoverplan/gaps/1"
    assert [(gap["start"], gap["end"], gap["risk"]["label"]) for gap in found["gaps"]] == [
        ("2026-11-23T23:00:00-05:00", "2026-11-24T00:00:00-05:00", "Nights alone"),
        ("2026-11-24T23:00:00-05:00", "2026-11-25T00:00:00-05:00", "Nights alone"),
        ("2026-11-25T23:00:00-05:00", "2026-11-26T00:00:00-05:00", "Nights alone"),
        ("2026-11-26T14:00:00-05:00", "2026-11-26T18:00:00-05:00", "Thanksgiving"),
        ("2026-11-26T23:00:00-05:00", "2026-11-27T00:00:00-05:00", "Nights alone"),
    ]
    first = found["gaps"][0]
    assert first["reason"] == "Sam until 23:00; after that nobody on your list yet."
    assert first["invitations"][0] == (
        "Sam can be reached until 23:00; you could ask if until 00:00 is all right."
    )
    assert all(
        isinstance(said, str) and said.endswith(".") and "!" not in said
        for gap in found["gaps"]
        for said in gap["invitations"]
    )


def test_gaps_are_those_of_the_plan_and_those_past_are_left_out(week: Run) -> None:
    plan = week("plan", "--days", "3", "--json").json
    gaps = week("plan", "--days", "3", "--gaps", "--json").json["gaps"]
    assert [(gap["start"], gap["end"]) for gap in gaps] == [
        (gap["start"], gap["end"]) for each in plan["occurrences"] for gap in each["gaps"]
    ]
    late = week("plan", "--gaps", "--today", "--json", now="2026-11-26T19:00").json["gaps"]
    assert [gap["risk"]["label"] for gap in late] == ["Nights alone"]
    asked = week("plan", "--gaps", "--from", "2026-11-26", "--days", "1", "--json").json["gaps"]
    assert [gap["risk"]["label"] for gap in asked] == ["Thanksgiving", "Nights alone"]


def test_gaps_in_plain_lines_say_a_repeated_one_once(week: Run) -> None:
    out = week("plan", "--gaps").out.splitlines()
    nights = [line for line in out if "Nights alone" in line]
    assert nights == [
        (
            "Monday 23 November, Tuesday 24 November, Wednesday 25 November and"
            " Thursday 26 November, 23:00 to 00:00: nobody on your list yet. Nights alone."
        )
    ]
    assert len(out) == len(set(out))
    assert not any(sign in line for line in out for sign in ";·–—│")


def test_nothing_open_and_nothing_hard(run: Run, week: Run) -> None:
    sunday = ("plan", "--gaps", "--from", "2026-11-29", "--days", "1")
    assert "Nothing is open" in week(*sunday).out
    assert week(*sunday, "--json").json["gaps"] == []
    saturday = ("plan", "--gaps", "--from", "2026-11-28", "--days", "1")
    assert "No hard hours" in week(*saturday).out


def test_one_window_in_full_with_why(week: Run) -> None:
    found = week("plan", "--risk", "nights", "--json").json
    assert found["schema"] == "recoverplan/plan/1"
    rows = [
        (each["check_in"] and each["check_in"]["contact"]["name"], each["why"])
        for each in found["occurrences"]
    ]
    lead = "At 20:30: half an hour before it gets hard."
    first = ["Sam comes first on your list of those who can be reached.", lead]
    assert rows == [
        ("Sam", first),
        ("Sam", first),
        ("Sam", first),
        (
            "Priya",
            [
                "Priya is next on your list, so that nobody is asked too often.",
                "Sam's three for the week are at other times.",
                lead,
            ],
        ),
    ]
    assert found["summary"]["occurrences"] == 4
    whole = week("plan", "--json").json["occurrences"]
    for each in found["occurrences"]:
        del each["why"]
    assert found["occurrences"] == [one for one in whole if one["risk"]["label"] == "Nights alone"]


def test_hours_without_a_person_say_what_would_change_it(week: Run) -> None:
    out = week("plan", "--risk", "Thanksgiving").out
    assert "Sam could cover this if you agree on four a week." in out
    assert (
        "Thursday 26 November, Thanksgiving: nobody yet. Sam could cover this if you agree on four"
        " a week." in (week("plan").out)
    )
    enter(week, "contact|edit|Sam|--per-week|4")
    assert "could cover this" not in week("plan").out


def test_a_pin_is_kept_and_said_and_can_be_taken_back(week: Run) -> None:
    enter(week, "risk|edit|Thanksgiving|--check-in|Sam")
    assert "You chose Sam for these hours." in week("plan", "--risk", "Thanksgiving").out
    enter(week, "risk|edit|Thanksgiving|--no-check-in")
    out = week("plan", "--risk", "Thanksgiving").out
    assert "You wanted no check-in for these hours." in out
    assert week("plan", "--json").json["occurrences"][3]["check_in"] is None
    enter(week, "risk|edit|Thanksgiving|--check-in|")
    assert "could cover this" in week("plan", "--risk", "Thanksgiving").out


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("contact|edit|Dana|--per-week|0", "Dana is set to never be asked."),
        ("contact|edit|Dana|--call|", "There is no way to reach Dana yet."),
        ("contact|edit|Dana|--role|clinical|--per-week|", "No weekly number is agreed with Dana"),
        ("contact|pause|Dana|--until|2026-12-24", "Dana is paused until Thu 24 Dec."),
        ("contact|pause|Dana", "Dana is paused."),
        ("contact|edit|Dana|--when|tue 9-10am", "Dana can't be reached in time for these."),
    ],
)
def test_somebody_chosen_who_is_not_asked_is_said_with_why(
    week: Run, change: str, why: str
) -> None:
    enter(week, "contact|edit|Dana|--when|any time|--per-week|7")
    chosen = week("risk", "edit", "Nights alone", "--check-in", "Dana")
    assert "You chose" not in chosen.out
    assert "You chose Dana" not in week("plan").out
    enter(week, change)
    said = f"You chose Dana for Nights alone. {why}"
    heard = said.replace("Thu 24 Dec", "Thursday 24 December")
    for lines in (week("plan").out, week("plan", "--risk", "Nights alone").out):
        assert lines.count(heard) == 1
    again = week("risk", "edit", "Nights alone", "--check-in", "Dana")
    assert again.code == 0
    assert said in again.out


def test_somebody_chosen_for_more_than_was_agreed_is_said_with_why(
    week: Run, screen: Callable[..., str]
) -> None:
    enter(week, "contact|edit|Dana|--when|any time|--per-week|1")
    chosen = week("risk", "edit", "Nights alone", "--check-in", "Dana")
    why = "Dana's agreed check-ins are at other times that week."
    assert why in chosen.out
    for arguments in (("plan",), ("plan", "--risk", "Nights alone")):
        assert why in screen(week, 90, *arguments)


def test_one_window_says_once_what_is_the_same_each_time(
    week: Run, screen: Callable[..., str]
) -> None:
    enter(
        week,
        "risk|edit|Nights alone|--step|tea and the radio|--trigger|quiet apartment"
        "|--if|I pace|--then|shoes on",
    )
    for width in (40, 80):
        out = screen(week, width, "plan", "--risk", "Nights alone")
        assert out.count("21:00 TO 00:00") == 4
        for said in ("ea and the radio", "uiet apartment", "I pace"):
            assert out.count(said) == 1


def test_a_window_outside_these_days_names_its_next_hours(week: Run) -> None:
    out = week("plan", "--risk", "Thanksgiving", "--today").out
    assert "Not in these days. Next: Thu 26, 14:00." in out
    over = week("plan", "--risk", "Thanksgiving", now="2026-12-01T10:00").out
    assert "It does not come in these days, or in the year after." in over


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--risk", "nonsense"), 3),
        (("--risk", "nights", "--gaps"), 2),
        (("--gaps", "--days", "0"), 2),
        (("--gaps", "--from", "whenever"), 2),
    ],
)
def test_wrong_options_are_one_sentence(week: Run, options: tuple[str, ...], code: int) -> None:
    result = week("plan", *options)
    assert result.code == code
    assert result.out == ""
    assert 1 <= len(result.err.splitlines()) <= 3


def test_the_map_as_json(week: Run) -> None:
    found = week("risk", "map", "--json").json
    assert found["schema"] == "recoverplan/map/1"
    assert found["cell_minutes"] == 60
    assert [day["day"] for day in found["days"]] == [f"2026-11-{day}" for day in range(23, 30)]
    monday = found["days"][0]["cells"]
    assert len(monday) == 24
    assert monday[22:] == [
        {"level": "high", "hard_minutes": 60, "open_minutes": 0},
        {"level": "high", "hard_minutes": 60, "open_minutes": 60},
    ]
    assert found["stretches"][0] == {
        "start": "2026-11-23T21:00:00-05:00",
        "end": "2026-11-23T23:00:00-05:00",
        "level": "high",
        "open": False,
    }


def test_the_map_in_plain_lines_is_a_list_of_stretches(week: Run) -> None:
    out = week("risk", "map").out.splitlines()
    assert out[:3] == [
        "Your week by the hour.",
        "Monday 23 November, 21:00 to 23:00: high, somebody is there.",
        "Monday 23 November, 23:00 to 00:00: high, nobody on your list yet.",
    ]
    assert out[-1] == "Sunday 29 November, 12:00 to 17:00: low, somebody is there."


def test_an_empty_map_is_a_form_for_paper(run: Run) -> None:
    out = run("risk", "map", "--blank").out.splitlines()
    assert out[0] == "Which hours were hardest at first?"
    assert [line[:3] for line in out if "_" in line] == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]  # fmt: skip
    assert {line.count("_") for line in out if "_" in line} == {24}
    assert max(map(len, out)) <= 80
    assert run("risk", "map", "--blank", "--json").code == 2


@pytest.mark.parametrize("width", [40, 80, 110])
def test_screens_fit_and_look_as_they_should(
    week: Run, width: int, golden: Callable[[str, str], None], screen: Callable[..., str]
) -> None:
    for name, arguments in (
        ("plan-gaps", ("plan", "--gaps")),
        ("plan-risk", ("plan", "--risk", "thanksgiving")),
        ("risk-map", ("risk", "map")),
        ("risk-map-blank", ("risk", "map", "--blank")),
    ):
        shown = screen(week, width, *arguments)
        assert all(len(line) <= width for line in shown.splitlines()), name
        golden(f"{name}-{width}", shown)


def test_plain_lines_look_as_they_should(week: Run, golden: Callable[[str, str], None]) -> None:
    golden("plan-gaps-plain", week("plan", "--gaps").out)
    golden("plan-risk-plain", week("plan", "--risk", "nights").out)
    golden("risk-map-plain", week("risk", "map").out)


def test_an_if_then_is_planned_and_offered_to_be_said_aloud_once(week: Run) -> None:
    if_then = ("--if", "I pace", "--then", "shoes on")
    out = week("risk", "edit", "nights", *if_then).out.splitlines()
    assert out[-1] == 'If you like, say it out loud once: "If I pace, then shoes on."'
    assert "aloud" not in week("risk", "edit", "nights", "--level", "high").out
    assert week("plan", "--risk", "nights", "--json").json["occurrences"][0]["steps"] == [
        {"kind": "if-then", "text": "If I pace, then shoes on"}
    ]
