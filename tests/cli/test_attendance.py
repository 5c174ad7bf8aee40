"""A meeting that cannot be attended covers nothing, is never suggested, and says why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from promised import NEW_YORK, do, plan

MONDAYS = {"day": 1, "time": "21:00", "end_time": "22:00", "timezone": "America/New_York"}
ZOOM, NUMBER = "https://zoom.example/j/123", "+15555550100"
NIGHTS = "risk add|Nights|--when|mon 9-10pm"


def row(name: str, **more: Any) -> dict[str, Any]:
    """Return a row of a list in Meeting Guide's format."""
    return {"name": name, "slug": name.lower().replace(" ", "-"), **MONDAYS, **more}


def bmlt(number: int, name: str, **more: str) -> dict[str, str]:
    """Return a row of a list in BMLT's format."""
    return {
        "id_bigint": str(number), "meeting_name": name, "weekday_tinyint": "2",
        "start_time": "21:00:00", "duration_time": "01:00:00", "time_zone": "America/New_York",
        "service_body_bigint": "1", **more,
    }  # fmt: skip


def listed(run: Run, folder: Path, *rows: dict[str, Any]) -> dict[str, int]:
    """Import rows as a list and return their numbers by name."""
    path = folder / "list.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    result = run("group", "import", str(path), "--programme", "AA", "--json")
    assert result.code == 0, result.err
    found = run("group", "find", "mon 9-10pm", "--limit", "50", "--json").json["meetings"]
    return {each["name"]: each["id"] for each in found}


def covers(run: Run) -> list[str]:
    """Return what covers the first hard hours."""
    return [each["name"] for each in plan(run)["occurrences"][0]["cover"]]


EVERY_WAY = row(
    "Lantern", conference_url=ZOOM, conference_url_notes="Passcode: lantern",
    conference_phone=NUMBER, conference_phone_notes="PIN 4321", location="Old Mill",
    formatted_address="12 Quay St, Fairhaven, NY 11999, USA", attendance_option="hybrid",
    location_notes="Ramp at rear, ring buzzer 4",
)  # fmt: skip


def test_a_group_keeps_every_way_that_its_listing_gave(run: Run, tmp_path: Path) -> None:
    do(run, NEW_YORK)
    number = listed(run, tmp_path, EVERY_WAY)["Lantern"]
    ways = {
        "where": "Old Mill, 12 Quay St, Fairhaven, NY 11999, USA",
        "where_notes": "Ramp at rear, ring buzzer 4",
        "link": ZOOM,
        "link_notes": "Passcode: lantern",
        "phone": NUMBER,
        "phone_notes": "PIN 4321",
    }
    found = run("group", "find", "mon 9pm-10pm", "--json").json["meetings"][0]
    assert {field: found[field] for field in ways} == ways
    said = run("group", "find", "mon 9pm-10pm").out
    for text in (f"{ZOOM} (Passcode: lantern)", f"Call {NUMBER} (PIN 4321).", "ring buzzer 4"):
        assert text in said
    tried = run("group", "try", str(number)).out
    assert f"Link: {ZOOM} (Passcode: lantern)\n" in tried
    assert f"Phone: {NUMBER} (PIN 4321)\n" in tried
    assert f"Where: {ways['where']} (Ramp at rear, ring buzzer 4)\n" in tried
    kept = run("group", "list", "--json").json["groups"][0]
    assert {field: kept[field] for field in ways} == ways


def test_bmlt_gives_its_number_its_notes_and_the_door(run: Run, tmp_path: Path) -> None:
    do(run, NEW_YORK)
    rows = (
        bmlt(1, "Dial", venue_type="2", phone_meeting_number="+1 555 555 0100,,4321#",
             virtual_meeting_additional_info="Host opens at five to"),
        bmlt(2, "Web", venue_type="2", virtual_meeting_link=ZOOM,
             virtual_meeting_additional_info="Passcode: lantern"),
        bmlt(3, "Hall", venue_type="1", location_text="Old Mill", location_street="12 Quay St",
             location_info="Ring buzzer 4", comments="Bring a cup"),
    )  # fmt: skip
    listed(run, tmp_path, *rows)
    found = run("group", "find", "mon 9pm-10pm", "--json").json["meetings"]
    ways = ("link", "link_notes", "phone", "phone_notes", "where", "where_notes", "notes")
    assert {each["name"]: [each[way] for way in ways] for each in found} == {
        "Dial": [None, None, "+1 555 555 0100,,4321#", "Host opens at five to", None, None, None],
        "Web": [ZOOM, "Passcode: lantern", None, None, None, None, None],
        "Hall": [None, None, None, None, "Old Mill, 12 Quay St", "Ring buzzer 4", "Bring a cup"],
    }


def test_a_listing_by_phone_alone_covers_and_shows_its_number(run: Run, tmp_path: Path) -> None:
    do(run, NEW_YORK, NIGHTS)
    dial = row("Dial in", conference_phone=NUMBER, conference_phone_notes="PIN 4321")
    number = listed(run, tmp_path, dial)["Dial in"]
    assert f"Call {NUMBER} (PIN 4321)." in run("group", "find", "mon 9pm-10pm").out
    do(run, f"group try|{number}")
    assert covers(run) == ["Dial in"]
    assert f"call {NUMBER}" in run("plan").out
    assert "online" not in run("plan").out
    assert run("now", "--json").json["next_meeting"]["where"] == f"call {NUMBER}, PIN 4321"


NO_WAY = (
    row("Nowhere", types=["ONL"]),
    row("Town alone", types=["ONL"], formatted_address="Fairhaven, NY, USA", approximate="yes"),
    row("In person", attendance_option="in_person"),
    row("Notes alone", attendance_option="online", conference_url_notes="Passcode: lantern"),
    row("Hybrid", attendance_option="hybrid"),
)


@pytest.mark.parametrize("nowhere", NO_WAY, ids=lambda each: str(each["name"]))
def test_a_listing_without_a_way_covers_nothing_and_says_why(
    run: Run, tmp_path: Path, nowhere: dict[str, Any]
) -> None:
    name = nowhere["name"]
    do(run, NEW_YORK, NIGHTS)
    number = listed(run, tmp_path, nowhere)[name]
    assert "Its list doesn't say how to attend." in run("group", "find", "mon 9pm-10pm").out
    tried = run("group", "try", str(number)).out
    assert (
        "Its list doesn't say how to attend, so it covers nothing in your plan. When you know where"
        " it is: recoverplan group edit 1 --where TEXT" in tried
    )
    assert covers(run) == []
    assert plan(run)["summary"]["gap_minutes"] == 60
    assert run("now", "--json").json["next_meeting"] is None
    assert "9 pm, its list doesn't say how to attend." in run("plan").out
    assert "its list doesn't say how to attend" in run("group", "list").out
    assert "Next meeting" not in run().out
    # Once the person knows, it covers.
    way = "--where" if name == "In person" else "--phone"
    do(run, f"group edit|1|{way}|555-0100")
    assert covers(run) == [name]
    assert run("now", "--json").json["next_meeting"]["group"]["name"] == name


@pytest.mark.parametrize(
    "options", ["", "|--format|in-person", "|--format|online", "|--format|hybrid", "|--where|Hall"]
)
def test_what_was_added_by_hand_covers(run: Run, options: str) -> None:
    do(run, NEW_YORK, NIGHTS, f"group add|Ours|--when|mon 9-10pm{options}")
    assert covers(run) == ["Ours"]
    assert run("now", "--json").json["next_meeting"]["group"]["name"] == "Ours"


def test_what_cannot_be_attended_is_never_suggested(run: Run, tmp_path: Path) -> None:
    do(run, NEW_YORK, NIGHTS)
    far = row("Far hall", location="A hall", timezone="Europe/Lisbon", day=2, time="02:00",
              end_time="03:00", formatted_address="1 Rua, Lisboa, 1000, Portugal")  # fmt: skip
    listed(run, tmp_path, *NO_WAY, far)
    asked = run("plan", "--gaps", "--json").json["gaps"][0]["invitations"]
    assert not any(each["name"] in said for each in (*NO_WAY, far) for said in asked)
    listed(run, tmp_path, *NO_WAY, far, EVERY_WAY)
    asked = run("plan", "--gaps", "--json").json["gaps"][0]["invitations"]
    assert any("Lantern" in said for said in asked)


def test_a_paused_group_that_cannot_be_attended_is_not_suggested(run: Run) -> None:
    do(run, NEW_YORK, NIGHTS, "group add|Home hall|--when|mon 9-10pm|--where|St Luke's")
    do(run, "group decide|Home hall|pause")
    asked = run("plan", "--gaps").out
    assert "Home hall" in asked
    # At home the Monday meeting is at 2 on Tuesday morning, Lisbon time.
    do(run, "setup|--timezone|Europe/Lisbon", "risk edit|Nights|--when|tue 2-3am")
    assert "Home hall" not in run("plan", "--gaps").out


def test_a_group_of_an_older_version_gets_what_it_lacks_when_it_is_tried_again(
    run: Run, tmp_path: Path
) -> None:
    do(run, NEW_YORK)
    number = listed(run, tmp_path, EVERY_WAY)["Lantern"]
    do(
        run,
        f"group try|{number}",
        "group edit|1|--phone||--phone-notes||--link|https://mine.example",
    )
    do(run, f"group try|{number}")
    kept = run("group", "list", "--json").json["groups"][0]
    assert (kept["phone"], kept["phone_notes"]) == (NUMBER, "PIN 4321")
    assert kept["link"] == "https://mine.example"


def test_a_list_that_comes_again_is_as_before_and_a_changed_number_is_a_change(
    run: Run, tmp_path: Path
) -> None:
    do(run, NEW_YORK)
    path = tmp_path / "list.json"
    for phone, changed in ((NUMBER, 0), (NUMBER, 0), ("+15555550101", 1)):
        plain = row("Plain", conference_url=ZOOM)
        dial = row("Dial", conference_phone=phone, conference_phone_notes=f"PIN of {phone}")
        path.write_text(json.dumps([plain, dial]), encoding="utf-8")
        done = run("group", "import", str(path), "--programme", "AA", "--json").json
        assert done["updated"] == changed


def test_export_and_import_carry_every_way(run: Run, tmp_path: Path) -> None:
    do(run, NEW_YORK)
    number = listed(run, tmp_path, EVERY_WAY)["Lantern"]
    do(run, f"group try|{number}")
    document = run("export", "--json").out
    other = ("--store", str(tmp_path / "other"))
    assert run(*other, "import", "-", stdin=document).code == 0
    assert run(*other, "export", "--json").out == document
    # An export of an earlier version says nothing of what it had not.
    older = json.loads(document)
    for field in ("link_notes", "phone_notes", "where_notes"):
        del older["listings"][0]["listing"][field], older["groups"][0][field]
    del older["groups"][0]["phone"]
    third = ("--store", str(tmp_path / "third"))
    assert run(*third, "import", "-", stdin=json.dumps(older)).code == 0
    assert run(*third, "group", "list", "--json").json["groups"][0]["phone"] is None


# Abroad: the home hall, by the offsets as the meeting starts.


def abroad(run: Run, *lines: str) -> None:
    """Enter a hall at home, then go to Lisbon, five hours away."""
    do(run, NEW_YORK, "risk add|Nights|--when|daily", *lines)
    do(run, "setup|--timezone|Europe/Lisbon|--region|PT")


@pytest.mark.parametrize("options", ["", "|--where|St Luke's", "|--format|in-person"])
def test_a_hall_at_home_covers_nothing_abroad(run: Run, options: str) -> None:
    do(run, NEW_YORK, "risk add|Nights|--when|daily")
    do(run, f"group add|Lifeline|--when|tue 7-8pm{options}")
    home = plan(run)["occurrences"][1]["cover"]
    assert [each["name"] for each in home] == ["Lifeline"]
    do(run, "setup|--timezone|Europe/Lisbon|--region|PT")
    abroad = plan(run)
    assert not any(each["cover"] for each in abroad["occurrences"])
    assert run("now", "--json").json["next_meeting"] is None
    # Nobody is asked how a meeting was that they could not be at.
    assert "How was Lifeline?" not in run(now="2026-11-25T06:00").out
    run(now="2026-11-23T15:00")
    assert "Tuesday 24 November, 19:00, New York time, too far from here" in run("plan").out
    assert "New York time, too far from here" in run("group", "show", "Lifeline").out
    assert "Lifeline" not in run().out
    do(run, "setup|--timezone|America/Chicago|--region|US")
    assert [each["name"] for each in plan(run)["occurrences"][1]["cover"]] == ["Lifeline"]
    assert run("now", "--json").json["next_meeting"]["group"]["name"] == "Lifeline"


@pytest.mark.parametrize(
    "options",
    ["|--format|online", "|--format|hybrid|--where|St Luke's", "|--link|https://example.org"],
)
def test_what_is_online_covers_abroad_in_the_time_of_there(run: Run, options: str) -> None:
    abroad(run, f"group add|Web|--when|tue 7-8pm{options}")
    cover = [each for one in plan(run)["occurrences"] for each in one["cover"]]
    assert [each["start"] for each in cover] == ["2026-11-25T00:00:00+00:00"]
    assert run("now", "--json").json["next_meeting"]["start"] == "2026-11-25T00:00:00+00:00"


def test_a_hall_where_the_person_is_now_counts(run: Run) -> None:
    abroad(
        run,
        "group add|Home|--when|tue 7-8pm",
        "group add|There|--when|tue 19:00-20:00|--zone|Europe/Madrid",
    )
    cover = [each["name"] for one in plan(run)["occurrences"] for each in one["cover"]]
    assert cover == ["There"]


def test_a_hall_added_far_away_says_that_it_covers_nothing_now(run: Run) -> None:
    do(run, NEW_YORK)
    said = do(run, "group add|There|--when|tue 19:00-20:00|--zone|Europe/Madrid").out
    assert (
        "It is in Madrid, too far from here. It covers nothing in your plan while you are away."
        in said
    )
