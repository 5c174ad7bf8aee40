"""`recoverplan group prefer`, `group show` of a listing, and what `plan --gaps` has from lists."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import Run

STREET = "12 Quay St, Fairhaven, NY 11999, USA"
A_MEETING = {
    "slug": "a", "name": "Lifeline", "day": 5, "time": "21:00", "end_time": "22:00",
    "timezone": "America/New_York", "types": ["O"], "formatted_address": STREET,
    "latitude": 40.7, "longitude": -73.9,
}  # fmt: skip
ONLINE = {**A_MEETING, "formatted_address": "Fairhaven, NY", "conference_url": "https://a.example"}


def bring(run: Run, tmp_path: Path, *rows: dict[str, Any], name: str = "list.json") -> Path:
    path = tmp_path / name
    path.write_text(json.dumps(list(rows)), encoding="utf-8")
    result = run("group", "import", str(path), "--programme", "AA")
    assert result.code == 0, result.err
    return path


def names(run: Run, *options: str) -> list[str]:
    result = run("group", "find", *options, "--json")
    assert result.code == 0, result.err
    return [each["name"] for each in result.json["meetings"]]


@pytest.fixture
def some(run: Run, tmp_path: Path) -> None:
    bring(
        run,
        tmp_path,
        A_MEETING,
        {**A_MEETING, "slug": "b", "name": "Far", "latitude": 41.7},
        {**ONLINE, "slug": "c", "name": "Online"},
        {**A_MEETING, "slug": "d", "name": "Women", "types": ["W", "X"]},
        {**A_MEETING, "slug": "e", "name": "Faro", "types": ["S"]},
    )


@pytest.mark.usefixtures("some")
def test_what_is_preferred_is_used_and_options_win(run: Run) -> None:
    assert len(names(run)) == 5
    said = run("group", "prefer", "--near", "40.7,-73.9", "--within", "5km", "--online")
    assert "near 40.7,-73.9" in said.out
    assert set(names(run)) == {"Lifeline", "Online", "Women", "Faro"}
    assert set(names(run, "--near", "41.7,-73.9")) == {"Far"}
    assert names(run, "--online") == ["Online"]
    assert len(names(run, "--any")) == 5
    assert run("group", "prefer", "--type", "women").code == 0
    assert names(run) == ["Women"]
    assert names(run, "--type", "open", "--in-person") == ["Lifeline"]
    assert run("group", "prefer", "--type", "", "--language", "es").code == 0
    assert names(run) == ["Faro"]
    assert run("group", "prefer", "--none").code == 0
    assert len(names(run)) == 5


@pytest.mark.usefixtures("some")
def test_what_is_preferred_is_named_where_it_leaves_nothing(run: Run) -> None:
    assert run("group", "prefer", "--type", "women").code == 0
    assert "add --any" in run("group", "find", "--text", "Faro").err
    assert "--any" not in run("group", "find", "--text", "Nobody", "--any").err
    assert "--any" not in run("group", "find").err


@pytest.mark.usefixtures("some")
def test_wheelchairs_need_no_ramp_online(run: Run) -> None:
    assert names(run, "--wheelchair") == ["Women"]
    run("group", "prefer", "--wheelchair")
    assert set(names(run)) == {"Women", "Online"}


@pytest.mark.parametrize(
    "options", [["--within", "5km"], ["--near", "95,0"], ["--none", "--online"], ["--near", " "]]
)
def test_preferences_that_cannot_be_are_refused(run: Run, options: list[str]) -> None:
    result = run("group", "prefer", *options)
    if options == ["--near", " "]:  # takes one back
        assert result.code == 0
        return
    assert (result.code, result.out) == (2, "")
    assert result.err


@pytest.mark.usefixtures("some")
def test_combinations_of_options(run: Run) -> None:
    assert names(run, "--online", "--near", "40.7,-73.9") == []
    assert names(run, "--hybrid") == []
    assert set(names(run, "--open", "--in-person")) == {"Lifeline", "Far"}
    assert names(run, "--language", "Spanish", "--near", "11999") == ["Faro"]
    assert set(names(run, "--near", "Quay St", "--within", "3km")) >= {"Lifeline", "Women"}


def test_a_kind_that_no_list_names_is_said_to_be_so(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, A_MEETING)
    unknown = run("group", "find", "--type", "wonky")
    assert "No list here names its codes like that: wonky." in unknown.out
    known = run("group", "find", "--type", "women")
    assert "No meeting in your lists fits that." in known.out


@pytest.mark.parametrize("phrase", ["now", "next 2 hours", "the next 90 minutes", "tonight"])
def test_hours_from_now(run: Run, tmp_path: Path, phrase: str) -> None:
    bring(run, tmp_path, {**A_MEETING, "day": [0, 1, 2, 3, 4, 5, 6]})
    found = run("group", "find", phrase, "--json", now="2026-11-23T21:10").json
    assert [each["name"] for each in found["meetings"]] == ["Lifeline"]
    assert run("group", "find", "next 0 hours").code == 2


def test_all_that_a_list_says_of_a_meeting(run: Run, tmp_path: Path) -> None:
    bring(
        run, tmp_path,
        {**ONLINE, "conference_url_notes": "Passcode: lantern", "conference_phone": "555-0142",
         "conference_phone_notes": "PIN 4321", "group": "Lantern", "url": "https://b.example",
         "contact_1_name": "Kim", "updated": "2026-03-03 10:00:00"},
    )  # fmt: skip
    shown = run("group", "show", "1001").out
    for said in ("Passcode: lantern", "PIN 4321", "Lantern", "https://b.example", "Kim",
                 "3 March 2026", "group try 1001"):  # fmt: skip
        assert said in shown, said
    listing = run("group", "show", "1001", "--json").json["listing"]
    assert (listing["link_notes"], listing["phone_notes"]) == ("Passcode: lantern", "PIN 4321")
    tried = run("group", "try", "1001").out
    for said in ("Passcode: lantern", "PIN 4321", "Group: Lantern", "Page: https://b.example"):
        assert said in tried, said


def test_hours_that_a_list_seems_to_mean_are_offered(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, {**A_MEETING, "notes": "2nd & 4th Fridays only"})
    tried = run("group", "try", "1001").out
    phrase = "second and fourth friday of the month 21:00-22:00"
    assert f'recoverplan group edit 1 --when "{phrase}"' in tried
    assert run("group", "edit", "1", "--when", phrase).code == 0
    assert run("group", "show", "1", "--json").json["group"]["caution"] is None


def test_hours_can_be_said_when_a_meeting_is_tried(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, {**A_MEETING, "notes": "Monthly"})
    tried = run("group", "try", "1001", "--when", "last fri of the month 21:00-22:00", "--json")
    assert tried.json["when"] == ["last fri of the month 21:00-22:00"]
    assert tried.json["caution"] is None


def test_a_list_of_na_for_the_meeting_guide_has_its_codes_named(run: Run) -> None:
    path = Path(__file__).parents[1] / "data/lists/07-bmlt-tsml-na.json"
    options = ("--programme", "NA", "--zone", "America/New_York")
    assert run("group", "import", str(path), *options).code == 0
    owls = run("group", "find", "--in-person", "--json").json["meetings"][0]
    assert owls["types"] == ["open", "candlelight", "wheelchair access"]
    assert names(run, "--wheelchair") == ["Night Owls"]


def gaps(run: Run) -> Any:
    return run("plan", "--gaps", "--json").json


def test_no_meetings_time_is_suggested_for_two_gaps(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, {**ONLINE, "time": "21:00", "end_time": "23:00"})
    run("risk", "add", "One", "--when", "fri 21:00-21:30")
    run("risk", "add", "Two", "--when", "fri 22:00-22:30")
    said = [line for gap in gaps(run)["gaps"] for line in gap["invitations"] if "Lifeline" in line]
    assert len(said) == 1


def test_what_is_open_to_anyone_is_suggested_first(run: Run, tmp_path: Path) -> None:
    rows = json.loads(
        (Path(__file__).parents[1] / "data/lists/05-gaps-narrow-meeting-first.json").read_text()
    )
    bring(run, tmp_path, *rows)
    run("risk", "add", "Payday", "--when", "fri 21:00-23:00")
    listed = [line for line in gaps(run)["gaps"][0]["invitations"] if "group try" in line]
    assert "Everyone Welcome" in listed[0]


def test_a_room_that_is_always_open_is_said_once_at_the_end(run: Run, tmp_path: Path) -> None:
    room = {**ONLINE, "slug": "r", "name": "Lantern Room", "day": [0, 1, 2, 3, 4, 5, 6],
            "time": "00:00", "end_time": "23:59"}  # fmt: skip
    bring(run, tmp_path, room, ONLINE)
    run("risk", "add", "Nights", "--when", "daily 21:00-23:00")
    found = gaps(run)
    assert found["always_open"] == [{"id": 1001, "name": "Lantern Room"}]
    assert not any("Lantern Room" in line for gap in found["gaps"] for line in gap["invitations"])
    said = run("plan", "--gaps").out
    assert said.count("Lantern Room") == 1
    assert "Always open: Lantern Room" in said


def test_a_dry_run_keeps_nothing(run: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Day,Time,Secret\nLifeline,Friday,9 pm,x\n", encoding="utf-8")
    seen = run("group", "import", str(path), "--dry-run")
    assert "1 meetings; columns: Name, Day, Time." in seen.out
    assert "Lifeline, Fri, 21:00 to 22:00" in seen.out
    assert not home.exists()
    assert run("group", "import", str(path), "--dry-run", "--json").json["meetings"] == 1


def test_an_old_list_says_how_it_is_renewed(run: Run, tmp_path: Path) -> None:
    path = bring(run, tmp_path, A_MEETING)
    os.utime(path, (1_740_000_000, 1_740_000_000))  # 19 February 2025
    assert run("group", "import", "--again").code == 0
    found = run("group", "find")
    assert f'recoverplan group import --again "{path}"' in found.err
    assert "list of 19 February 2025" in run("group", "show", "1001").out
    os.utime(path, (1_795_000_000, 1_795_000_000))
    assert run("group", "import", "--again", str(path)).code == 0
    assert "90 days" not in run("group", "find").err
    assert run("group", "import", "--again", "nowhere").code == 3
