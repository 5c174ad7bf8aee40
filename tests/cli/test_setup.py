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


def test_a_zone_alone_says_whose_emergency_number_holds_on(run: Run) -> None:
    run(*ALEX)
    said = run("setup", "--timezone", "Europe/Lisbon").out.splitlines()
    assert said[0] == "Saved: time zone Europe/Lisbon."
    assert said[1].startswith("Time zone: Europe/Lisbon. It is ")
    assert said[2] == (
        "Your emergency number is still 911, for the United States. If you are in another country:"
        " recoverplan setup --region PT"
    )
    at_home = run("setup", "--timezone", "America/Denver").out.splitlines()[2]
    assert at_home.endswith(
        "for the United States. If you are in another country: recoverplan setup --region CODE"
    )
    assert (
        "emergency number" not in run("setup", "--timezone", "Europe/Lisbon", "--region", "PT").out
    )
    assert "emergency number" not in run("setup", "--name", "Alex").out
    assert "Your emergency number is still 112, for Portugal." in run("setup", "--timezone", "").out
    run("setup", "--region", "")
    assert run("setup", "--timezone", "Asia/Tokyo").out.splitlines()[2] == (
        "No country is set, so there is no emergency number yet. To set it: recoverplan setup"
        " --region JP"
    )


def test_a_country_and_a_zone_that_do_not_go_together_are_said_in_a_line(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "Europe/Lisbon")
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight")
    note = (
        "Your country is set to the United States, and your clock to Lisbon. To change the country:"
        " recoverplan setup --region PT"
    )
    assert note in run("plan").out.splitlines()
    assert note in run().out.splitlines()
    now = run("now")
    there = (
        "These numbers are for the United States, and your clock is set to Lisbon. In Portugal,"
        " call 112."
    )
    assert now.out.splitlines()[6] == there
    assert run("now", "--json").json["abroad"] == there
    for options in (
        ("--region", "PT"),
        ("--region", "US", "--timezone", "America/Chicago"),
        ("--timezone", "UTC"),
        ("--timezone", "Europe/Lisbon", "--region", ""),
    ):
        run("setup", *options)
        assert "country" not in run("plan").out
        assert "These numbers are for" not in run("now").out
        assert run("now", "--json").json["abroad"] is None


def test_where_the_number_there_is_not_known_or_not_sure_none_is_said(run: Run) -> None:
    for zone in ("Antarctica/Vostok", "Asia/Yerevan"):
        run("setup", "--region", "US", "--timezone", zone)
        city = zone.partition("/")[2]
        assert run("now").out.splitlines()[6] == (
            f"These numbers are for the United States, and your clock is set to {city}."
            " Somewhere else, ask for the local emergency number."
        )


def test_the_words_about_withdrawal_are_said_once(run: Run) -> None:
    assert "dangerous to stop all at once" not in run("setup", "--region", "US", "--json").out
    assert "dangerous to stop all at once" in run(*ALEX).out
    assert "dangerous to stop all at once" not in run(*ALEX).out


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
    assert "US for the United States, GB for the United Kingdom" in refused.err


@pytest.mark.parametrize(
    ("about", "said", "unsaid"),
    [
        (
            ("alcohol",),
            ("dangerous to stop all at once", "Call 911 now for: a seizure"),
            ("After",),
        ),
        (("drugs",), ("dangerous to stop all at once", "After a break your body"), ("money",)),
        (
            ("gambling",),
            (
                "Losing money can bring thoughts of suicide. If they come, call 988.",
                "National Problem Gambling Helpline: call 1-800-697-3738",
                "recoverplan help gambling",
            ),
            ("drink", "body", "seizure"),
        ),
        (("alcohol", "gambling"), ("all at once", "Losing money"), ("After a break",)),
        ((), ("dangerous to stop all at once", "After a break your body"), ("money",)),
    ],
)
def test_the_end_of_setup_fits_what_was_named(
    run: Run, about: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    named = [part for one in about for part in ("--about", one)]
    shown = run("setup", "--region", "US", *named).out
    for each in said:
        assert each in shown
    for each in unsaid:
        assert each not in shown
