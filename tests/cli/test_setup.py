"""Setup with options: what is said is kept, nothing is asked."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from conftest import Run

ALEX = (
    "setup", "--name", "Alex", "--timezone", "America/New_York", "--region", "us", "--prefer",
    "call", "--about", "alcohol", "--about", "drugs", "--lead", "1h",
)  # fmt: skip


def test_options_are_kept_and_asked_about_no_more(run: Run, home: Path) -> None:
    result = run(*ALEX)
    assert result.code == 0
    assert result.out.startswith("Saved: name Alex; time zone America/New_York; country US;")
    assert str(home) in result.err
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert run("setup", "--no-plain", "--json").json == {
        "name": "Alex",
        "timezone": "America/New_York",
        "region": "US",
        "prefer": "call",
        "about": ["alcohol", "drugs"],
        "lead": 60,
        "plain": False,
    }


def test_the_words_about_withdrawal_are_said_once(run: Run) -> None:
    assert "don't stop suddenly" not in run("setup", "--region", "US", "--json").out
    assert "don't stop suddenly" in run(*ALEX).out
    assert "don't stop suddenly" not in run(*ALEX).out


def test_an_empty_text_takes_a_setting_away(run: Run) -> None:
    run(*ALEX)
    cleared = run(
        "setup", "--name", "", "--timezone", "", "--region", "", "--prefer", "", "--about", "",
        "--lead", "", "--json",
    ).json  # fmt: skip
    assert cleared == {
        "name": None, "timezone": None, "region": None, "prefer": None, "about": None, "lead": 30,
        "plain": False,
    }  # fmt: skip


def test_plain_is_remembered(run: Run) -> None:
    assert run("setup", "--plain", "--json").json["plain"] is True
    assert run("setup", "--name", "Alex", "--json").json["plain"] is True
    assert run("setup", "--no-plain", "--json").json["plain"] is False


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("30", 30),
        ("30m", 30),
        ("1h", 60),
        ("90 minutes", 90),
        ("1h 30m", 90),
        ("0", 0),
        ("12h", 720),
    ],
)
def test_a_length_is_said_in_several_ways(run: Run, typed: str, length: int) -> None:
    assert run("setup", "--lead", typed, "--json").json["lead"] == length


@pytest.mark.parametrize(
    ("typed", "code"), [("uk", "GB"), ("gb-sct", "GB-SCT"), ("Germany", "DE"), ("KI", "KI")]
)
def test_any_region_will_do(run: Run, typed: str, code: str) -> None:
    assert run("setup", "--region", typed, "--json").json["region"] == code


def test_the_region_decides_the_clock_and_json_stays(run: Run) -> None:
    add = ("risk", "add", "Nights", "--when", "mon 21:00-23:00")
    run("setup", "--region", "DE")
    assert "21:00 to 23:00" in run(*add).out
    run("setup", "--region", "US")
    assert "9 to 11 pm" in run("risk", "edit", "Nights", *add[3:]).out
    created = {risk["created"] for risk in run("risk", "list", "--json").json["risks"]}
    assert created == {"2026-11-23T10:00:00-05:00"}


def test_without_a_terminal_and_without_options_it_says_what_to_type(run: Run, home: Path) -> None:
    result = run("setup")
    assert result.code == 2
    assert "--timezone" in result.err
    assert not home.exists()


def test_a_broken_zone_of_the_computer_is_one_sentence_and_setup_mends_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Atall")
    result = run("risk", "list")
    assert result.code == 2
    assert "Nowhere/Atall" in result.err
    assert "recoverplan setup --timezone" in result.err
    assert run("setup", "--timezone", "Europe/London").code == 0
    assert run("risk", "list").code == 0


def test_a_place_is_enough_for_a_zone_where_one_zone_has_it(run: Run) -> None:
    assert "time zone America/New_York" in run("setup", "--timezone", "New York").out
    assert "time zone Europe/Istanbul" in run("setup", "--timezone", "Istanbul").out
    twice = run("setup", "--timezone", "Portland")
    assert twice.code == 2
    assert "America/Los_Angeles. Where it is 02:00 now: America/New_York" in twice.err


def test_with_options_it_names_what_is_still_missing(run: Run) -> None:
    assert "recoverplan risk add" in run("setup", "--name", "Alex").out.splitlines()[-1]
    run("risk", "add", "Nights", "--when", "nights")
    assert "recoverplan contact add" in run("setup", "--name", "Alex").out.splitlines()[-1]
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    assert "recoverplan group add" in run("setup", "--name", "Alex").out.splitlines()[-1]
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    assert "recoverplan plan" in run("setup", "--name", "Alex").out.splitlines()[-1]


def test_a_country_that_is_like_none_is_answered_with_two_that_are_known(run: Run) -> None:
    refused = run("setup", "--region", "wherever i am")
    assert refused.code == 2
    assert "US for United States, GB for United Kingdom" in refused.err
