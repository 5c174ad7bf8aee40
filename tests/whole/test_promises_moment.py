"""Promises about `now` and its JSON, the help lines, and who is where on card and screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from promised import NEW_YORK, do, short

ANYTIME = "contact add|{}|--role|peer|--call|555-0101"


def moment(run: Run, *options: str, now: str | None = None) -> dict[str, Any]:
    """Return `now --json`."""
    result = run("now", "--json", *options, now=now)
    assert result.code == 0
    document: dict[str, Any] = result.json
    assert document["schema"] == "recoverplan/now/1"
    return document


def names(people: list[dict[str, Any]]) -> list[str]:
    """Return the names of people, groups or lines in their order."""
    return [one["name"] for one in people]


def test_the_moment_has_these_fields(run: Run) -> None:
    do(
        run,
        NEW_YORK,
        "group add|G|--when|tue 19:00-20:00|--where|Hall",
        "step add|Tea|--kind|alone",
    )
    do(run, ANYTIME.format("Sam") + "|--text|555-0102|--other|Signal|--say|Ten minutes?")
    do(run, ANYTIME.format("Eve") + "|--when|daily 21:00-23:00")
    found = moment(run)
    assert found["emergency"] == "911"
    assert set(found["lines"][0]) >= {"name", "for", "call", "text", "hours", "open"}
    sam = {"name": "Sam", "call": "555-0101", "text": "555-0102", "other": "Signal"}
    for expected, shown in (
        (sam | {"say": "Ten minutes?", "until": None}, found["people"][0]),
        ({"name": "Eve", "call": "555-0101", "text": None, "other": None, "say": None},
         found["others"][0]),
    ):  # fmt: skip
        assert {name: shown[name] for name in expected} == expected
    assert "9" in found["others"][0]["hours"]
    assert "until" not in found["others"][0]
    assert found["steps"] == ["Tea"]
    assert found["next_meeting"] == {
        "group": {"id": 1, "name": "G"},
        "start": "2026-11-24T19:00:00-05:00",
        "end": "2026-11-24T20:00:00-05:00",
        "where": "Hall",
        "with": None,
        "leave": None,
    }


def test_before_anything_is_entered_there_is_an_answer_and_no_number_is_guessed(
    run: Run, home: Path
) -> None:
    found = moment(run)
    assert found["emergency"] is None
    assert (found["lines"], found["people"], found["others"]) == ([], [], [])
    assert found["next_meeting"] is None
    said = run("now")
    assert said.code == 0
    assert "your local emergency number" in said.out
    assert "911" not in said.out
    assert not home.exists()


def test_all_who_can_be_reached_are_there_in_the_persons_order_with_their_end(run: Run) -> None:
    do(run, NEW_YORK)
    for name in "ABCDE":
        do(run, ANYTIME.format(name) + "|--when|mon 09:00-11:00")
    do(run, "contact edit|E|--order|1")
    found = moment(run)
    assert names(found["people"]) == ["E", "A", "B", "C", "D"]
    assert {short(one["until"]) for one in found["people"]} == {"23 11:00"}
    assert names(moment(run, "--at", "2026-11-23 11:00")["others"]) == ["E", "A", "B", "C", "D"]


def test_who_is_paused_or_cannot_be_reached_is_not_among_the_people(run: Run) -> None:
    do(run, NEW_YORK, ANYTIME.format("Sam"), "contact add|NoWay|--role|peer")
    do(run, "contact add|Line|--role|line|--call|555-0102", ANYTIME.format("Off") + "|--off-card")
    do(run, "contact pause|Sam|--until|2026-11-24")
    for at, expected in (("2026-11-24 23:59", ["Off"]), ("2026-11-25 00:00", ["Sam", "Off"])):
        found = moment(run, "--at", at)
        assert (names(found["people"]), found["others"]) == (expected, [])


def test_weekly_numbers_play_no_part_for_who_has_one(run: Run) -> None:
    do(run, NEW_YORK, "risk add|E|--when|mon 08:00-09:00", ANYTIME.format("Sam") + "|--per-week|1")
    do(run, "risk add|F|--when|mon 10am-11am")
    assert names(moment(run)["people"]) == ["Sam"]


@pytest.mark.parametrize(
    ("at", "reached"),
    [
        ("2026-11-24 22:00", True),
        ("2026-11-24T22:00", True),
        ("tomorrow 22:00", True),
        ("yesterday 10pm", True),
        ("22:00", True),
        ("10pm", True),
        ("fri 22:00", True),
        ("now", False),
        ("2026-11-24 23:00", False),
    ],
)
def test_another_moment_may_be_said(run: Run, at: str, reached: bool) -> None:
    do(run, NEW_YORK, ANYTIME.format("Eve") + "|--when|daily 21:00-23:00")
    assert bool(moment(run, "--at", at)["people"]) is reached


@pytest.mark.parametrize("at", ["garbage", "", "31 feb 9am"])
def test_a_moment_that_cannot_be_read_is_now_and_says_so_on_stderr(run: Run, at: str) -> None:
    do(run, NEW_YORK, ANYTIME.format("Sam") + "|--when|mon 09:00-11:00")
    result = run("now", "--json", "--at", at)
    assert result.code == 0
    assert names(result.json["people"]) == ["Sam"]
    assert result.err.strip()


def test_only_an_unknown_option_is_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("now", "--wat").code == 2
    monkeypatch.setenv("TZ", "Nowhere/Land")
    assert run("now", now="not a time").code == 0


def test_a_meeting_is_next_until_it_ends(run: Run) -> None:
    do(run, NEW_YORK, "group add|G|--when|tue 19:00-20:00", "group add|P|--when|mon 12:00-13:00")
    do(run, "group decide|P|pause")
    for at, start in (("2026-11-24 19:59", "24 19:00"), ("2026-11-24 20:00", "01 19:00")):
        found = moment(run, "--at", at)["next_meeting"]
        assert (found["group"]["name"], short(found["start"])) == ("G", start)


NIGHTS = (
    "risk add|Nights alone|--when|mon-thu 9pm-midnight|--level|high|--step|shower"
    "|--step|tea and the radio|--step|phone in the kitchen|--if|I pace|--then|I put on shoes"
)
LUNCH = "risk add|Lunch|--when|daily 12-1pm|--level|low|--step|eat outside|--step|shower"


def test_the_hours_that_run_lend_their_if_thens_and_steps_then_come_the_general_ones(
    run: Run,
) -> None:
    do(run, NEW_YORK, NIGHTS, LUNCH, "step add|tea and the radio|--kind|alone")
    do(run, "step add|walk|--kind|places", "step add|short sleep|--kind|sign")
    pace = "If I pace, then I put on shoes"
    for at, expected in (
        ("2026-11-23 21:40", [pace, "shower", "tea and the radio"]),
        ("2026-11-23 20:59", ["tea and the radio", "walk"]),
        ("2026-11-24 00:00", ["tea and the radio", "walk"]),
        ("2026-11-23 12:30", ["eat outside", "shower", "tea and the radio"]),
    ):
        assert moment(run, "--at", at)["steps"] == expected
    said = run("now", "--at", "2026-11-23 21:40").out.splitlines()
    assert said[said.index("Step 1: If I pace, then I put on shoes.") :][1:3] == [
        "Step 2: Shower (Nights alone).",
        "Step 3: Tea and the radio (Nights alone).",
    ]


def test_with_no_general_steps_those_of_all_hard_hours_the_highest_level_first(run: Run) -> None:
    do(run, NEW_YORK, LUNCH, NIGHTS)
    assert moment(run)["steps"] == ["shower", "tea and the radio", "phone in the kitchen"]
    assert run("card", "--json").json["steps"] == ["shower", "tea and the radio"]
    do(run, "step add|walk|--kind|alone")
    assert moment(run)["steps"] == ["walk"]
    assert run("card", "--json").json["steps"] == ["walk"]
    do(run, "step remove|walk|--yes", "risk remove|Nights alone|--yes")
    assert moment(run)["steps"] == ["eat outside", "shower"]


def test_hard_hours_without_anything_to_do_are_not_on_the_card(run: Run, home: Path) -> None:
    do(run, NEW_YORK, "risk add|A secret|--when|daily 9pm-midnight")
    assert "A secret" not in (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert moment(run, "--at", "2026-11-23 21:40")["steps"] == []


REGIONS = {
    # code: emergency number, whether to check it locally, whether there are lines
    "US": ("911", False, True),
    "GB": ("999", False, True),
    "DE": ("112", False, True),
    "AC": ("999", True, False),
    "AQ": (None, False, False),
}


@pytest.mark.parametrize("code", REGIONS)
def test_a_region_has_its_number_and_only_lines_that_were_seen(run: Run, code: str) -> None:
    do(run, f"setup|--region|{code.lower()}")
    found = moment(run)
    number, check, lines = REGIONS[code]
    assert (found["emergency"], found["check_locally"], bool(found["lines"])) == (
        number,
        check,
        lines,
    )
    said = run("now").out
    assert ("ask someone local too" in said) is check
    assert (number or "your local emergency number") in said


def test_a_part_region_has_its_countrys_number_and_lines_after_its_own(run: Run) -> None:
    do(run, "setup|--region|GB")
    country = moment(run)
    do(run, "setup|--region|gb-nir")
    part = moment(run)
    assert part["emergency"] == country["emergency"] == "999"
    own = len(part["lines"]) - len(country["lines"])
    assert own > 0
    assert names(part["lines"])[own:] == names(country["lines"])
    assert names(part["lines"])[:own] == ["Lifeline"]


@pytest.mark.parametrize("code", ["XX", "USX", "US-NY", "G", "GB-XXX"])
def test_a_region_that_is_none_is_refused(run: Run, home: Path, code: str) -> None:
    assert run("setup", "--region", code).code == 2
    assert not home.exists()


DRINKLINE = [  # weekdays 9 to 20, weekends 11 to 16
    ("2026-11-23T08:59", False),
    ("2026-11-23T09:00", True),
    ("2026-11-23T19:59", True),
    ("2026-11-23T20:00", False),
    ("2026-11-28T10:59", False),
    ("2026-11-28T11:00", True),
    ("2026-11-28T16:00", False),
]


HSE_LINE = "HSE Drugs & Alcohol Helpline"  # one that now names; weekdays 9:30 to 17:30
HSE = [
    ("2026-11-23T09:29", False),
    ("2026-11-23T09:30", True),
    ("2026-11-23T17:29", True),
    ("2026-11-23T17:30", False),
    ("2026-11-28T11:00", False),
]


def line_of(found: dict[str, Any], name: str) -> dict[str, Any]:
    """Return one line by its name."""
    lines: list[dict[str, Any]] = [one for one in found["lines"] if one["name"] == name]
    assert len(lines) == 1
    return lines[0]


def test_a_line_says_whether_it_is_open(run: Run) -> None:
    do(run, "setup|--region|GB|--timezone|Europe/London")
    for now, is_open in DRINKLINE:
        listed = run("lines", "--json", now=now).json
        assert line_of(listed, "Drinkline")["open"] is is_open, now
    do(run, "setup|--region|IE|--timezone|Europe/Dublin")
    for now, is_open in HSE:
        for found in (moment(run, now=now), run("lines", "--json", now=now).json):
            assert line_of(found, HSE_LINE)["open"] is is_open, now


def test_a_line_of_ones_own_takes_the_place_of_the_one_with_its_name(run: Run) -> None:
    do(run, "setup|--region|IE|--timezone|Europe/Dublin")
    before = names(moment(run)["lines"])
    do(run, f"contact add|{HSE_LINE}|--role|line|--call|1800 000 111|--when|daily 9-5pm")
    do(run, "contact add|My line|--role|line|--call|1800 000 222")
    found = moment(run, "--at", "2026-11-23 18:00")
    assert line_of(found, HSE_LINE)["call"] == "1800 000 111"
    assert line_of(found, HSE_LINE)["open"] is False
    assert line_of(found, "My line")["open"] is True
    assert len(found["lines"]) == len(before) + 1


def test_a_replaced_line_keeps_its_hours_until_others_are_given(run: Run) -> None:
    do(run, "setup|--region|IE|--timezone|Europe/Dublin")
    said = do(run, f"contact add|{HSE_LINE}|--role|line|--call|1800 000 111").out
    assert "any hour" not in said
    for now, is_open in HSE:
        line = line_of(moment(run, now=now), HSE_LINE)
        assert (line["call"], line["open"]) == ("1800 000 111", is_open), now
    assert "any hour" in do(run, "contact add|My line|--role|line|--call|1800 000 222").out


def test_a_shipped_line_is_hidden_by_its_name_and_shown_again(run: Run) -> None:
    do(run, "setup|--region|IE|--timezone|Europe/Dublin")
    do(run, "contact pause|samaritans|--until|2026-11-24", f"contact pause|{HSE_LINE}")
    left = names(moment(run)["lines"])
    assert "Samaritans" not in left
    assert HSE_LINE not in left
    assert "Samaritans" in names(moment(run, "--at", "2026-11-25 00:00")["lines"])
    do(run, f"contact pause|{HSE_LINE}|--end")
    assert HSE_LINE in names(moment(run)["lines"])


WAYS = [
    # what a contact has, what setup prefers, the way it gives
    ("--call|555-0101|--text|555-0102", None, "call"),
    ("--call|555-0101|--text|555-0102", "text", "text"),
    ("--call|555-0101|--text|555-0102|--prefer|call", "text", "call"),
    ("--call|555-0101|--email|a@example.org", "text", "call"),
    ("--text|555-0102|--email|a@example.org", "call", "text"),
    ("--email|a@example.org|--other|Signal", "text", "email"),
    ("--email|a@example.org|--other|Signal|--prefer|other", None, "other"),
    ("--other|Signal", "call", "other"),
]


@pytest.mark.parametrize(("given", "usual", "way"), WAYS)
def test_the_preferred_way(run: Run, given: str, usual: str | None, way: str) -> None:
    do(run, NEW_YORK + (f"|--prefer|{usual}" if usual else ""))
    do(run, f"contact add|Sam|--role|peer|{given}")
    (person,) = run("card", "--json").json["people"]
    assert person["way"] == way
    value = {"call": "555-0101", "text": "555-0102", "email": "a@example.org", "other": "Signal"}
    shown = next(line for line in run("now").out.splitlines() if line.startswith("Sam"))
    assert value[way] in shown
    assert all(other not in shown for name, other in value.items() if name != way)


def test_the_card_has_names_as_chosen_and_leaves_out_who_is_off_it(run: Run) -> None:
    do(run, NEW_YORK, ANYTIME.format("Sam") + "|--card-name|S.", ANYTIME.format("Kim"))
    do(run, ANYTIME.format("Off") + "|--off-card", "risk add|E|--when|daily 9-11pm")
    assert names(run("card", "--json").json["people"]) == ["S.", "Kim"]
    out = run("card").out
    assert "Sam" not in out
    assert "Off" not in out
    assert "peer" not in out.casefold()
    assert names(moment(run)["people"]) == ["Sam", "Kim", "Off"]
    assert "Off" in {each["name"] for each in run("plan", "--json").json["occurrences"][0]["cover"]}


def test_everything_written_reaches_the_moment_at_once(run: Run) -> None:
    do(run, NEW_YORK, ANYTIME.format("Sam"))
    assert names(moment(run)["people"]) == ["Sam"]
    do(run, "contact edit|Sam|--name|Samira")
    assert names(moment(run)["people"]) == ["Samira"]
    do(run, "undo")
    assert names(moment(run)["people"]) == ["Sam"]
    do(run, "contact remove|Sam|--yes")
    assert moment(run)["people"] == []


def test_where_everybody_is_paused_they_are_named_as_that(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("contact", "pause", "Sam", "--until", "tomorrow")
    said = run("now").out
    assert "Paused: Sam through tomorrow. You can still call a help line above." in said
    assert "No one is on your list" not in said
    run("contact", "pause", "Sam")
    assert "Paused: Sam. You can still" in run("now").out
    run("contact", "add", "Lee", "--role", "family", "--call", "555-0121")
    assert "Paused" not in run("now").out
