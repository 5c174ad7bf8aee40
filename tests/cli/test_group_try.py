"""From a listing to a trial: `group try N`, other days of a group, suggestions for open hours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run

EVENING = {
    "slug": "e", "name": "Evening Calm", "day": [1, 3], "time": "21:00", "end_time": "22:00",
    "types": ["BE", "W"], "conference_url": "https://calm.example/1", "attendance_option": "online",
}  # fmt: skip
FIRST_FRIDAY = {
    "slug": "f", "name": "Quiet Friday", "day": 5, "time": "21:00", "end_time": "22:00",
    "notes": "First Friday only.", "formatted_address": "1 Elm St, Newtown, NY 10001, USA",
}  # fmt: skip


@pytest.fixture
def bring(run: Run, tmp_path: Path) -> Any:
    """Return a function that reads a list, in the persons's zone, as AA's."""

    def call(*rows: dict[str, Any], name: str = "list") -> None:
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        options = ("--zone", "America/New_York", "--programme", "AA")
        result = run("group", "import", str(path), *options)
        assert result.code == 0, result.err

    return call


def number_of(run: Run, text: str) -> str:
    """Return the number of the one meeting that has a text."""
    found = run("group", "find", "--text", text, "--json").json["meetings"]
    return str({each["id"] for each in found}.pop())


def groups(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("group", "list", "--json").json["groups"]
    return found


def found(run: Run, *options: str) -> set[str]:
    return {each["name"] for each in run("group", "find", *options, "--json").json["meetings"]}


def covers(run: Run) -> list[str]:
    plan = run("plan", "--json").json
    return [cover["name"] for each in plan["occurrences"] for cover in each["cover"]]


def test_a_number_never_means_both_a_group_and_a_listing(run: Run, bring: Any) -> None:
    bring(EVENING, FIRST_FRIDAY)
    for name in ("One", "Two", "Three"):
        run("group", "add", name)
    ids = {each["id"] for each in run("group", "find", "--json").json["meetings"]}
    assert not ids & {each["id"] for each in groups(run)}


def test_a_listing_is_no_group_until_it_is_tried(run: Run, bring: Any) -> None:
    run("risk", "add", "Nights", "--when", "mon 21:00-22:00")
    bring(EVENING)
    assert groups(run) == []
    assert covers(run) == []
    result = run("group", "try", number_of(run, "calm"), "--tries", "4")
    assert result.code == 0
    assert "is a group to try 4 times" in result.out
    assert "listening is participating" in result.out
    (group,) = groups(run)
    assert group["name"] == "Evening Calm"
    assert group["when"] == ["mon and wed 21:00-22:00"]
    assert group["format"] == "online"
    assert group["link"] == "https://calm.example/1"
    assert group["programme"] == "AA"
    assert group["type"] == ["newcomers", "women"]
    assert (group["status"], group["tries"]) == ("trying", "4")
    assert covers(run) == ["Evening Calm"]


def test_trying_a_listing_again_is_the_same_group(run: Run, bring: Any) -> None:
    bring(EVENING)
    number = number_of(run, "calm")
    run("group", "try", number)
    run("meeting", "log", "Evening", "--at", "2026-11-18 21:00")
    run("group", "decide", "Evening", "pause")
    result = run("group", "try", number)
    assert "1 so far" in result.out
    assert [(each["status"], each["tries_so_far"]) for each in groups(run)] == [("trying", 1)]


def test_trying_a_listing_again_says_the_hours_that_the_group_has(run: Run, bring: Any) -> None:
    bring(FIRST_FRIDAY)
    number = number_of(run, "quiet")
    first = run("group", "try", number, "--when", "first friday of the month 8pm-9pm")
    assert "First Friday of the month, 20:00 to 21:00." in first.out
    again = run("group", "try", number)
    assert "First Friday of the month, 20:00 to 21:00." in again.out
    assert "Every Friday" not in again.out
    refused = run("group", "try", number, "--when", "second friday of the month 8pm-9pm")
    assert refused.code == 2
    assert "recoverplan group edit" in refused.err
    assert groups(run)[0]["when"] == ["first friday of the month 8pm-9pm"]


@pytest.mark.parametrize("option", [[], ["--plain"]])
def test_a_number_stands_where_online_would(
    run: Run, bring: Any, option: list[str], tmp_path: Path
) -> None:
    phone = {
        **EVENING, "conference_url": None, "conference_phone": "+1 555 010 2000",
        "conference_phone_notes": "PIN 4455#", "types": ["O"],
    }  # fmt: skip
    bring(phone)
    run("group", "try", number_of(run, "calm"))
    run("risk", "add", "Nights", "--when", "mon 21:00-22:00")
    page = tmp_path / "plan.html"
    run("plan", "--html", str(page))
    shown = [
        run(*option, *each).out
        for each in (["plan"], ["safety"], ["group", "list"], ["group", "show", "1"])
    ]
    for said in (*shown, page.read_text(encoding="utf-8")):
        assert "+1 555 010 2000" in said
        assert "online" not in said.lower()


def test_two_meetings_of_one_name_are_told_apart(run: Run, bring: Any) -> None:
    bring(EVENING, {**EVENING, "slug": "g", "day": 5})
    for each in run("group", "find", "--json").json["meetings"]:
        run("group", "try", str(each["id"]))
    assert [each["name"] for each in groups(run)] == ["Evening Calm", "Evening Calm (Fri)"]


def test_a_place_in_what_was_found_last_can_be_tried(run: Run, bring: Any) -> None:
    run("risk", "add", "Nights", "--when", "mon 21:00-22:00")
    other = {**EVENING, "slug": "b", "name": "Second Choice", "types": ["O"]}
    bring(EVENING, other)
    assert run("group", "try", "2").code == 3
    found = run("group", "find", "--gap", "--json").json["meetings"]
    shown = run("group", "find", "--gap").out
    assert [each["name"] in shown for each in found] == [True, True]
    document = run("export", "--json").out
    assert run("group", "try", "2").code == 0
    (group,) = groups(run)
    assert group["name"] == found[1]["name"]
    assert covers(run) == [group["name"]]
    # Group 1 is on trial by now, so that the first that was found is meant.
    assert run("group", "try", "1", "--json").json["name"] == found[0]["name"]
    assert run("group", "try", "1", "--tries", "5", "--json").json["id"] == 1
    for place in ("0", "3", "-1", "1000"):
        assert run("group", "try", place).code in (2, 3)
    run("undo")
    run("undo")
    run("undo")
    assert run("export", "--json").out == document


def test_what_was_found_is_forgotten_in_a_day_and_with_the_history(run: Run, bring: Any) -> None:
    bring(EVENING)
    run("group", "find")
    assert run("group", "show", "1").code == 0
    assert run("group", "show", "1", now="2026-11-24T11:00").code == 3
    run("erase", "--history", "--yes")
    assert run("group", "show", "1").code == 3


def test_whose_meeting_it_is_stands_on_plan_and_page(run: Run, bring: Any, tmp_path: Path) -> None:
    page = "https://list.example/calm"
    bring({**EVENING, "group": "Lantern Group", "url": page})
    run("group", "try", number_of(run, "calm"))
    for said in (run("plan").out, run("group", "show", "Evening Calm").out):
        assert "roup: Lantern Group" in said
        assert page in said
    path = tmp_path / "plan.html"
    assert run("plan", "--html", str(path)).code == 0
    assert "Lantern Group" in path.read_text(encoding="utf-8")


def test_a_group_comes_first_and_an_unknown_number_is_no_such_thing(run: Run, bring: Any) -> None:
    bring(EVENING)
    number = number_of(run, "calm")
    run("group", "add", number)
    assert run("group", "try", number, "--json").json["name"] == number
    assert run("group", "try", "999999").code == 3


def test_another_day_of_a_group_counts_to_the_same_trial(run: Run, bring: Any) -> None:
    online = EVENING | {"slug": "n"}
    there = {"slug": "t", "name": "Calm in Newtown", "day": 5, "time": "20:00", "end_time": "21:00",
             "formatted_address": "1 Elm St, Newtown, NY 10001, USA"}  # fmt: skip
    bring(online, there)
    run("group", "try", number_of(run, "evening"))
    result = run("group", "try", number_of(run, "newtown"), "--same-as", "Evening Calm", "--json")
    assert result.json["when"] == ["mon and wed 21:00-22:00", "fri 20:00-21:00"]
    assert result.json["format"] == "hybrid"
    assert len(result.json["listed"]) == 2
    run("meeting", "log", "Evening", "--at", "2026-11-18 21:00")
    run("meeting", "log", "Evening", "--at", "2026-11-20 20:00")
    assert [each["tries_so_far"] for each in groups(run)] == [2]
    refused = run("group", "try", "Evening Calm", "--same-as", "Evening Calm")
    assert refused.code == 2


def test_another_day_in_another_zone_is_a_group_of_its_own(run: Run, bring: Any) -> None:
    away = {**EVENING, "slug": "z", "name": "Far", "timezone": "Europe/Berlin"}
    bring(EVENING, away)
    run("group", "try", number_of(run, "evening"))
    refused = run("group", "try", number_of(run, "far"), "--same-as", "Evening Calm")
    assert refused.code == 2
    assert "Europe/Berlin" in refused.err
    assert run("group", "try", number_of(run, "far"), "--json").json["zone"] == "Europe/Berlin"


@pytest.mark.parametrize(
    "confirm", [["--confirmed"], ["--when", "first friday of the month 21:00-22:00"]]
)
def test_what_may_not_be_every_week_covers_nothing_until_confirmed(
    run: Run, bring: Any, home: Path, confirm: list[str]
) -> None:
    run("risk", "add", "Fridays", "--when", "fri 21:00-22:00")
    bring(FIRST_FRIDAY)
    result = run("group", "try", number_of(run, "quiet"))
    assert "First Friday only" in result.out
    assert "--confirmed" in result.out
    assert covers(run) == []
    assert "Quiet Friday" not in (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert "not confirmed yet" in run("group", "list").out
    assert "Next: perhaps Friday 27 November, 21:00" in run("group", "show", "Quiet").out
    assert "Next: perhaps Friday 27 November, 21:00" in run("plan").out
    assert "First Friday only" in run("group", "show", "Quiet").out
    assert run("group", "edit", "Quiet", *confirm, "--json").json["caution"] is None
    ahead = run("plan", "--days", "14", "--json").json["occurrences"]
    assert [cover["name"] for each in ahead for cover in each["cover"]].count("Quiet Friday") >= 1
    assert "Quiet Friday" in (home / "emergency-card.txt").read_text(encoding="utf-8")


def test_a_meeting_by_appointment_can_be_tried(run: Run, bring: Any) -> None:
    bring({"slug": "a", "name": "Ask first"})
    assert run("group", "try", number_of(run, "ask"), "--json").json["when"] is None


@pytest.mark.parametrize(
    ("times", "phrase", "span"),
    [
        (("23:30", "00:30"), "mon 23:30-00:30", ("23T23:30", "24T00:30")),
        (("23:00", "24:00"), "mon 23:00-24:00", ("23T23:00", "24T00:00")),
    ],
)
def test_meetings_past_midnight_keep_their_hours(
    run: Run, bring: Any, times: tuple[str, str], phrase: str, span: tuple[str, str]
) -> None:
    bring({**EVENING, "day": 1, "time": times[0], "end_time": times[1]})
    run("group", "try", number_of(run, "calm"))
    assert groups(run)[0]["when"] == [phrase]
    coming = run("plan", "--json").json["tries"][0]["next"]
    assert (coming["start"][8:16], coming["end"][8:16]) == span


def test_a_list_that_comes_again_leaves_group_and_log_alone(run: Run, bring: Any) -> None:
    bring(EVENING, FIRST_FRIDAY)
    run("group", "try", number_of(run, "calm"))
    run("meeting", "log", "Evening", "--at", "2026-11-18 21:00", "--note", "Kind people")
    before = (groups(run), run("meeting", "list", "--json").json)
    bring(FIRST_FRIDAY)
    assert "Evening Calm" not in found(run)
    bring({**EVENING, "time": "18:00", "end_time": "19:00"})
    assert (groups(run), run("meeting", "list", "--json").json) == before


def test_an_unsafe_group_is_never_suggested_again_on_any_day(run: Run, bring: Any) -> None:
    run("risk", "add", "Nights", "--when", "daily 21:00-22:00")
    other = {**EVENING, "slug": "o", "day": 4}
    safe = {**EVENING, "slug": "s", "name": "Safe Harbor", "day": [4, 5]}
    bring(EVENING, other, safe)
    wednesday = run("group", "find", "wed 21:00-22:00", "--json").json["meetings"]
    number = next(str(each["id"]) for each in wednesday if each["name"] == "Evening Calm")
    run("group", "try", number)
    assert (
        run("meeting", "log", "Evening", "--at", "2026-11-18 21:00", "--unsafe", "pressed").code
        == 0
    )
    for options in ([], ["thu 21:00-22:00"], ["wed 21:00-22:00"], ["--text", "calm"]):
        assert "Evening Calm" not in found(run, *options)
    assert found(run) == {"Safe Harbor"}
    shown = run("plan", "--gaps").out
    assert "Safe Harbor" in shown
    assert "Evening Calm" not in shown
    # Also when its list comes again, or another one has it under a new name there.
    bring({**EVENING, "name": "Evening Calm Renamed"}, other, safe)
    assert found(run) == {"Safe Harbor"}


def test_a_group_entered_by_hand_that_was_unsafe_is_not_found_by_its_name(
    run: Run, bring: Any
) -> None:
    bring(EVENING)
    run("group", "add", "evening  CALM", "--when", "mon 21:00-22:00")
    run("meeting", "log", "evening", "--at", "2026-11-16 21:00", "--unsafe", "x")
    assert found(run) == set()


def test_what_felt_unsafe_is_tried_by_no_number_of_a_list_without_asking(
    run: Run, bring: Any
) -> None:
    other = {**EVENING, "slug": "o", "day": 4}
    safe = {**EVENING, "slug": "s", "name": "Safe Harbor"}
    bring(EVENING, other, safe)
    days = {
        day: next(
            str(one["id"])
            for one in run("group", "find", f"{day} 21:00-22:00", "--json").json["meetings"]
            if one["name"] == "Evening Calm"
        )
        for day in ("wed", "thu")
    }
    harbor = number_of(run, "harbor")
    run("group", "try", days["wed"])
    run("meeting", "log", "Evening", "--at", "2026-11-18 21:00", "--unsafe", "pressed")
    run("group", "try", harbor)
    before = groups(run)
    for tried in ([days["wed"]], [days["thu"]], [days["thu"], "--same-as", "Safe Harbor"]):
        refused = run("group", "try", *tried)
        assert (refused.code, refused.out) == (2, "")
        assert "You noted that Evening Calm felt unsafe." in refused.err
    # Nor does another meeting join it, and put it on trial by that.
    assert run("group", "try", harbor, "--same-as", "Evening Calm").code == 2
    assert groups(run) == before
    assert run("group", "try", days["thu"], "--yes").code == 0


def test_open_hours_are_invitations_to_what_the_lists_have(run: Run, bring: Any) -> None:
    run("risk", "add", "Nights", "--when", "mon-wed 21:00-22:00")
    bring(EVENING, {**FIRST_FRIDAY, "slug": "m", "day": [1, 2]})
    gaps = run("plan", "--gaps", "--json").json["gaps"]
    said = [[one for one in gap["invitations"] if "group try" in one] for gap in gaps]
    assert [len(each) for each in said] == [1, 0, 1]
    assert said[0][0].startswith("Evening Calm meets Mon 23, ")
    assert "Quiet Friday" not in str(gaps)
    run("group", "try", number_of(run, "calm"))
    run("group", "decide", "Evening", "leave")
    assert "Evening Calm" not in run("plan", "--gaps").out
    plain = run("plan", "--gaps", "--plain")
    assert plain.code == 0


def test_an_export_holds_what_a_group_came_from(
    run: Run, bring: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(FIRST_FRIDAY)
    run("group", "try", number_of(run, "quiet"))
    first = tmp_path / "first.json"
    assert run("export", "--json", str(first)).code == 0
    monkeypatch.setenv("RECOVERPLAN_HOME", str(tmp_path / "other"))
    assert run("import", str(first)).code == 0
    second = tmp_path / "second.json"
    assert run("export", "--json", str(second)).code == 0
    assert first.read_bytes() == second.read_bytes()
