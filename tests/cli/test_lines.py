"""`recoverplan lines`: everything that may be shown of every line, and no number from elsewhere."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import Run
from recoverplan.data import helplines
from recoverplan.data.helplines import HOURS
from recoverplan.data.regions import NAMES
from recoverplan.domain.region import SHOWN
from words_said import spoken

ROWS = helplines.load()
COUNTRIES = sorted({row["c"] for row in ROWS.lines})
EXAMPLES = ("US", "GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "DE", "IN", "BR", "JP")


def of_region(code: str) -> list[dict[str, Any]]:
    """Return the shipped rows that may be shown in a region."""
    places = {code, code.partition("-")[0]}
    return [row for row in ROWS.lines if row["c"] in places and row["grade"] in SHOWN]


def emergency_of(code: str) -> dict[str, Any]:
    """Return the row of the emergency number of a region's country."""
    return next(row for row in ROWS.emergency if row["c"] == code.partition("-")[0])


def hours_of(when: str | None) -> set[str]:
    """Return how the hours of a row may be said, on either clock."""
    if when is None:
        return {"hours not known"}
    if when == "any time":
        return {"any hour"}
    return {HOURS[when].words12, HOURS[when].words24}


def hours_said(said: str, name: str) -> set[str]:
    """Return what stands between how a line is reached and what it is for."""
    found = re.search(rf"{re.escape(name)}: (.*?)\. For ", said)
    return set(re.findall(r"(?<=, )(?=(.*))", found[1])) if found else set()


@pytest.mark.parametrize("code", COUNTRIES)
def test_all_that_may_be_shown_of_every_line_is_shown(run: Run, code: str) -> None:
    said = spoken(run("lines", "--region", code).out)
    for row in of_region(code):
        for field in ("name", "for", "who", "call", "sms", "chat", "email", "access"):
            assert (row.get(field) or "") in said, (row["name"], field)
        for number in row.get("alt", ()):
            assert number in said, row["name"]
        for language in row.get("languages", ()):
            assert NAMES[language] in said, row["name"]
        cost = row["cost"] or "We don't know what it costs"
        assert f"{cost}." in said
        assert hours_of(row["when"]) & hours_said(said, row["name"]), row["name"]
        if row.get("tty"):
            assert row["tty"] in said, row["name"]
    assert said.count("looked up 2026-11-28") == len(of_region(code))
    for row in ROWS.lines:
        if row["c"] == code and row["grade"] not in SHOWN:
            assert row["name"] not in said.replace("Never Use Alone New England", "")


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_line_is_reached_by_its_kind_and_those_that_take_messages_by_that(
    run: Run, code: str
) -> None:
    rows = of_region(code)
    for kind in {row["kind"] for row in rows}:
        found = run("lines", "--region", code, "--kind", kind, "--json").json["lines"]
        assert {one["name"] for one in found} == {
            row["name"] for row in rows if row["kind"] == kind
        }
    found = run("lines", "--region", code, "--kind", "text", "--json").json["lines"]
    assert {one["name"] for one in found} == {
        row["name"] for row in rows if row.get("sms") or row.get("chat")
    }


@pytest.mark.parametrize("code", sorted(row["c"] for row in ROWS.emergency if row["c"] != "EU"))
def test_every_number_of_the_emergency_services_is_shown(run: Run, code: str) -> None:
    row = emergency_of(code)
    said = spoken(run("lines", "--region", code).out)
    assert f"Emergency number: {row['call']}" in said
    for field in ("police", "sms", "tty", "app"):
        assert (row.get(field) or "") in said
    assert ("Our sources disagree" in said or "our sources disagree" in said) is (
        row["grade"] == "C"
    )


@pytest.mark.parametrize("code", EXAMPLES)
def test_no_number_is_shown_that_is_not_in_the_data(run: Run, code: str) -> None:
    data = str([*of_region(code), emergency_of(code)])
    out = run("lines", "--region", code).out
    said = re.sub(r"\d\d?:\d\d|\d+:?\d* [ap]m|\d{4}-\d\d-\d\d|Numbers looked up.*", "", out)
    said = re.sub(r"\d+–\d+", "", said)
    for number in re.findall(r"\+?\d[\d \-()]*\d|\d", said):
        assert number in data, number


def test_one_kind_alone_and_those_that_take_messages(run: Run) -> None:
    alone = run("lines", "--region", "US", "--kind", "using-alone", "--json").json
    assert {line["kind"] for line in alone["lines"]} == {"using-alone"}
    texted = run("lines", "--region", "GB", "--kind", "text", "--json").json
    assert {"Shout", "FRANK"} <= {line["name"] for line in texted["lines"]}
    assert all(line["text"] or line["other"] for line in texted["lines"])
    none = run("lines", "--region", "JP", "--kind", "using-alone").out
    assert "We have no line of this kind for Japan." in none
    assert "To see all: recoverplan lines --region JP" in none
    wrong = run("lines", "--kind", "drinks")
    assert wrong.code == 2
    assert "using-alone" in wrong.err


def test_the_document_has_the_source_in_full_and_whether_a_line_is_open(run: Run) -> None:
    document = run("lines", "--region", "DE", "--json", now="2026-11-23T23:00").json
    assert document["region"] == "DE"
    assert document["emergency"]["call"] == "112"
    assert document["emergency"]["police"] == "110"
    by_name = {line["name"]: line for line in document["lines"]}
    gambling = by_name["Glücksspielsucht-Hotline"]
    assert gambling["open"] is False
    assert gambling["source"] == next(
        row["src"] for row in ROWS.lines if row["name"] == "Glücksspielsucht-Hotline"
    )
    assert by_name["TelefonSeelsorge"]["open"] is True
    assert by_name["TelefonSeelsorge"]["languages"] == ["de"]
    us = run("lines", "--region", "US", "--json").json
    assert us["emergency"] | {"text_for": ""} == {
        "call": "911", "police": None, "text": "911", "text_for": "", "other": [],
        "check_locally": False,
    }  # fmt: skip


def test_screens_name_a_source_by_its_site(run: Run) -> None:
    said = run("lines", "--region", "US").out
    assert "Source: va.gov, looked up 2026-11-28." in said
    assert "http" not in said


def test_a_line_of_ones_own_is_under_the_regions_and_marked(run: Run) -> None:
    run("setup", "--region", "US")
    run("contact", "add", "Clinic line", "--role", "line", "--call", "555-0150")
    said = run("lines").out
    _, _, mine = said.partition("Lines you added:\n")
    assert mine.startswith("Clinic line: call 555-0150, any hour.\nYou added this line.\n")
    document = run("lines", "--json").json
    assert [line["name"] for line in document["lines"] if line["yours"]] == ["Clinic line"]
    assert document["lines"][-1]["source"] is None


def test_without_a_region_no_country_s_numbers_are_said(run: Run) -> None:
    said = run("lines")
    assert said.code == 0
    assert "recoverplan lines --region US" in said.out
    assert not re.search(r"911|988", said.out)


def test_where_no_line_is_known_it_says_so(run: Run) -> None:
    said = run("lines", "--region", "AQ").out
    assert "We have no help line for Antarctica." in said
    assert "We have no emergency number for this country. Find the local one now." in said


def test_it_answers_with_a_damaged_store(run: Run, home: Any) -> None:
    run("setup", "--region", "US")
    (home / "plan.db").write_bytes(b"noise" * 3000)
    result = run("lines")
    assert result.code == 0
    assert "988 Suicide & Crisis Lifeline: call or text 988, any hour." in result.out


def test_of_ones_own_lines_none_is_no_matter_of_the_country(run: Run) -> None:
    run("setup", "--region", "US")
    said = run("lines", "--kind", "own").out
    assert "You have added no line yet." in said
    assert "United States." in said
    assert "We have no line" not in said


def test_young_people_are_led_to_the_nearest_line_where_none_is_theirs_alone(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    said = run("lines", "--kind", "youth").out
    assert "To see all: recoverplan lines\n" in said
    nearest = said[said.index("The nearest we know:") :]
    assert "The Trevor Project" in nearest
    assert "988" in nearest
    assert "nearest" not in run("lines", "--kind", "youth", "--region", "CA").out
    assert "nearest" not in run("lines", "--kind", "gambling", "--region", "JP").out
