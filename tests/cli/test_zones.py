"""A time zone at the command line: typed as a place, said back with its time, refused otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

NO_PLACES = (
    "GMT+5",
    "UTC-5",
    "+05:30",
    "EST",
    "PST",
    "Eastern Time",
    "BST",
    "Etc/GMT+5",
    "CET",
    "Z",
)
MEETING = {"slug": "a", "name": "Lifeline", "day": 2, "time": "19:00", "city": "Dallas"}


@pytest.mark.parametrize("typed", NO_PLACES)
def test_what_is_no_place_is_refused_wherever_a_zone_is_typed(
    typed: str, run: Run, tmp_path: Path
) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps([MEETING]), encoding="utf-8")
    for line in (
        ("setup", "--timezone", typed),
        ("contact", "add", "Dana", "--role", "peer", "--zone", typed),
        ("contact", "edit", "Sam", "--zone", typed),
        ("group", "add", "Other", "--zone", typed),
        ("group", "edit", "Lifeline", "--zone", typed),
        ("group", "import", str(listed), "--zone", typed),
    ):
        result = run(*line)
        assert (result.code, result.out) == (2, ""), line
        said, hint = result.err.splitlines()
        assert said == f'"{typed}" does not say when the clocks change. A place does.'
        assert hint.startswith("Which place is it? Where it is ")
    assert run("contact", "list", "--json").json["contacts"][0]["zone"] == "America/New_York"
    assert run("group", "list", "--json").json["groups"][0]["zone"] == "America/New_York"


def test_the_time_there_is_the_one_it_is_now(run: Run) -> None:
    """At 10:00 in New York it is 15:00 in UTC, and 20:00 five hours ahead of that."""
    run("setup", "--region", "US")
    hint = run("setup", "--timezone", "GMT+5").err.splitlines()[1]
    assert hint.startswith("Which place is it? Where it is 8 pm now: Asia/Karachi, ")
    run("setup", "--region", "DE")
    assert "Where it is 20:00 now: Asia/Karachi" in run("setup", "--timezone", "GMT+5").err


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Dallas", "America/Chicago"),
        ("Kansas City", "America/Chicago"),
        ("Munich", "Europe/Berlin"),
        ("Germany", "Europe/Berlin"),
        ("UK", "Europe/London"),
        ("UTC", "UTC"),
        ("Portland, Oregon", "America/Los_Angeles"),
    ],
)
def test_a_town_or_a_country_is_kept_as_its_zone_and_said_back_with_its_time(
    typed: str, zone: str, run: Run
) -> None:
    run("setup", "--region", "US")
    said = run("setup", "--timezone", typed).out.splitlines()
    # The clock is held still as wall time of the person's zone, whichever that is.
    assert said[:2] == [f"Saved: time zone {zone}.", f"Time zone: {zone}. It is 10 am there now."]
    assert run("when", "nights", "--json").json["timezone"] == zone


def test_a_contacts_zone_is_said_back_with_the_time_there(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "New York")
    added = run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--zone", "Munich")
    assert "Times are in Europe/Berlin, where it is 4 pm now." in added.out.splitlines()
    hours = run("contact", "edit", "Sam", "--when", "daily 6-11pm").out.splitlines()
    assert "Next: today, noon to 5 pm; tomorrow, noon to 5 pm; Wed 25, noon to 5 pm." in hours
    assert "Times are in Europe/Berlin, where it is 4 pm now." in hours
    assert "The next times above are in your zone, America/New_York." in hours
    moved = run("contact", "edit", "Sam", "--zone", "UK").out.splitlines()
    assert "Times are in Europe/London, where it is 3 pm now." in moved
    assert run("contact", "show", "Sam", "--json").json["contact"]["zone"] == "Europe/London"


def test_a_groups_zone_and_that_of_a_list_are_said_back_too(run: Run, tmp_path: Path) -> None:
    run("setup", "--region", "DE", "--timezone", "Berlin")
    added = run("group", "add", "Far", "--when", "tue 7-8pm", "--zone", "Japan").out.splitlines()
    assert "Times are in Asia/Tokyo, where it is 18:00 now." in added
    edited = run("group", "edit", "Far", "--zone", "Dallas, TX").out.splitlines()
    assert "Times are in America/Chicago, where it is 03:00 now." in edited
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps([MEETING]), encoding="utf-8")
    read = run("group", "import", str(listed), "--zone", "Texas, USA")
    assert read.code == 2
    assert "America/Chicago. Where it is 02:00 now: America/Denver" in read.err
    read = run("group", "import", str(listed), "--zone", "Dallas")
    assert "Times are in America/Chicago, where it is 03:00 now." in read.out.splitlines()
    document = run("group", "import", str(listed), "--zone", "Dallas", "--json").json
    assert document["zone"] == "America/Chicago"


def test_a_name_of_several_places_names_them_and_keeps_nothing(run: Run, home: Path) -> None:
    result = run("setup", "--timezone", "Birmingham")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        'More than one place is called "Birmingham".\n'
        "Which place is it? Where it is 15:00 now: Europe/London. Where it is 09:00 now:"
        " America/Chicago.\n"
    )
    assert not home.exists()


def test_a_stored_clock_without_a_place_goes_on_working_and_doctor_asks_about_it(
    run: Run, tmp_path: Path
) -> None:
    run("setup", "--region", "US", "--timezone", "New York")
    run("risk", "add", "Nights", "--when", "nights")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    kept = run("export", "--json").json
    kept["settings"]["timezone"] = "EST"
    kept["contacts"][0]["zone"] = "CET"
    kept["groups"][0]["zone"] = "Etc/GMT+5"
    (tmp_path / "old.json").write_text(json.dumps(kept), encoding="utf-8")
    there = ("--store", str(tmp_path / "there"))
    assert run(*there, "import", str(tmp_path / "old.json")).code == 0
    plan = run(*there, "plan", "--json")
    assert plan.code == 0
    assert plan.json["timezone"] == "EST"
    assert run(*there, "contact", "edit", "Sam", "--when", "daily 5-11pm").code == 0
    sentence = 'The times of {} are in "{}", which does not say when the clocks change. '
    yours, sams, lifelines = asked(run, *there)
    assert yours == (
        'Your times are in "EST", which does not say when the clocks change. Which place is it?'
        " Where it is 10 am now: America/New_York, America/Toronto, America/Jamaica,"
        " America/Panama. Then: recoverplan setup --timezone PLACE"
    )
    assert sams == sentence.format("Sam", "CET") + (
        "Which place is it? Where it is 4 pm now: Europe/Berlin, Europe/Paris, Europe/Madrid,"
        " Europe/Rome, Africa/Algiers. Then: recoverplan contact edit 1 --zone PLACE"
    )
    assert lifelines.startswith(sentence.format("Lifeline", "Etc/GMT+5") + "Which place is it? ")
    assert lifelines.endswith("Then: recoverplan group edit 1 --zone PLACE")
    assert run(*there, "setup", "--timezone", "New York").code == 0
    assert run(*there, "contact", "edit", "Sam", "--zone", "Germany").code == 0
    assert run(*there, "group", "edit", "Lifeline", "--zone", "Toronto").code == 0
    assert asked(run, *there) == []


def asked(run: Run, *there: str) -> list[str]:
    """Return what doctor asks about zones."""
    findings = run(*there, "doctor", "--json").json["findings"]
    return [each["says"] for each in findings if each["what"] == "zone" and each["state"] == "note"]


def test_a_computer_whose_zone_is_no_place_works_and_doctor_asks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "EST")
    assert run("risk", "add", "Nights", "--when", "nights").code == 0
    assert "recoverplan setup --timezone PLACE" in run("doctor").out
    monkeypatch.setenv("TZ", "America/New_York")
    assert "recoverplan setup --timezone PLACE" not in run("doctor").out


def test_a_zone_of_the_computer_that_is_not_known_names_what_to_type(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Mars/Olympus")
    result = run("risk", "list")
    assert result.code == 2
    assert result.err.splitlines() == [
        'The time zone in TZ is not known: "Mars/Olympus".',
        "Set one: recoverplan setup --timezone Dallas",
    ]
    assert run("setup", "--timezone", "Dallas").code == 0
    assert run("risk", "list").code == 0


def test_a_country_stands_in_a_sentence_with_its_article(run: Run) -> None:
    run("setup", "--timezone", "Europe/Berlin", "--region", "DE")
    trip = ("trip", "add", "Dallas", "--from", "2026-12-01", "--until", "2026-12-05")
    assert "help lines of the United States." in run(*trip, "--region", "US").out
    run("setup", "--region", "NL")
    assert "Where to go next in the Netherlands." in run("care", "--all").out
