"""`recoverplan config clock`, and that every command reads a time by the same clock."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pexpect
import pytest

from conftest import Run
from sharing import typed_once
from terminal import STYLES, Terminal

ASKED = '"7:30-9:00" reads two ways: am or pm.'


def settled(run: Run, *line: str) -> None:
    assert run(*line).code == 0, line


@pytest.fixture
@typed_once
def begun(run: Run) -> None:
    """Enter what the commands need: somebody, hard hours, a group and what was logged."""
    settled(run, "risk", "add", "Nights", "--when", "nights")
    settled(run, "contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    settled(run, "group", "add", "Lifeline", "--when", "tue 7-8pm")
    settled(run, "meeting", "log", "Lifeline", "--at", "2026-11-17 19:00")
    settled(run, "urge", "log", "--strength", "4")
    settled(run, "lapse", "log", "--note", "x")


PHRASES: tuple[tuple[str, ...], ...] = (
    ("when", "tue 7:30-9:00"),
    ("risk", "add", "Mornings", "--when", "tue 7:30-9:00"),
    ("risk", "edit", "Nights", "--when", "tue 7:30-9:00"),
    ("contact", "add", "Dana", "--role", "peer", "--when", "tue 7:30-9:00"),
    ("contact", "edit", "Sam", "--when", "tue 7:30-9:00"),
    ("group", "add", "Other", "--when", "tue 7:30-9:00"),
    ("group", "edit", "Lifeline", "--when", "tue 7:30-9:00"),
    ("group", "find", "tue 7:30-9:00"),
)
MOMENTS: tuple[tuple[str, ...], ...] = (
    ("meeting", "log", "Lifeline", "--at", "tue 7:30"),
    ("meeting", "edit", "1", "--at", "wed 7:30"),
    ("urge", "log", "--strength", "3", "--at", "tue 7:30"),
    ("urge", "edit", "last", "--at", "tue 7:30"),
    ("lapse", "log", "--at", "tue 7:30"),
    ("lapse", "edit", "last", "--at", "tue 7:30"),
)


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("region", ["US", "GB", "IE", "AU", "IN", "GB-SCT"])
def test_where_am_and_pm_are_said_every_command_asks(region: str, run: Run) -> None:
    settled(run, "setup", "--region", region)
    for line in PHRASES:
        result = run(*line)
        assert (result.code, result.out) == (2, ""), line
        assert result.err.splitlines() == [
            ASKED,
            "  tue 7:30-9:00",
            "      ^^^^^^^^^",
            "Try: tue 7:30-9:00am",
            "or: tue 7:30-9:00pm",
            "To use the 24-hour clock from now on: recoverplan config clock 24",
        ]
    for line in MOMENTS:
        result = run(*line)
        assert (result.code, result.out) == (2, ""), line
        assert result.err.splitlines() == [
            f'"{line[-1]}" reads two ways: 7:30 am or 7:30 pm.',
            f'Type "{line[-1]}am" or "{line[-1]}pm".',
            "To use the 24-hour clock from now on: recoverplan config clock 24",
        ]
    assert '"tue 7:30" reads two ways' in run("now", "--at", "tue 7:30").err


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("region", ["DE", "FR", "PL", "SE", "BR", None])
def test_elsewhere_and_without_a_country_no_command_asks(region: str | None, run: Run) -> None:
    if region:
        settled(run, "setup", "--region", region)
    for line in (*PHRASES, *MOMENTS):
        settled(run, *line)
    found = run("when", "tue 7:30-9:00", "--json").json["occurrences"][0]
    assert found["start"] == "2026-11-24T07:30:00-05:00"
    assert "reads two ways" not in run("now", "--at", "tue 7:30").err


@pytest.mark.usefixtures("begun")
def test_the_clock_settles_it_for_good(run: Run) -> None:
    settled(run, "setup", "--region", "US")
    settled(run, "config", "clock", "24")
    for line in (*PHRASES, *MOMENTS):
        settled(run, *line)
    assert "07:30 to 09:00" in run("when", "tue 7:30-9:00").out
    assert "reads two ways" not in run("now", "--at", "tue 7:30").err
    settled(run, "config", "clock", "12")
    assert run("when", "tue 7:30-9:00").code == 2
    settled(run, "setup", "--region", "DE")
    assert run("when", "tue 7:30-9:00").code == 2
    assert "7:30 to 9 am" in run("when", "tue 7:30-9am").out
    settled(run, "config", "clock", "")
    assert "07:30 to 09:00" in run("when", "tue 7:30-9:00").out


def test_the_clock_may_be_twelve_hours_where_no_country_is_set(run: Run) -> None:
    settled(run, "config", "clock", "12")
    assert run("when", "tue 7:30-9:00").code == 2
    assert "7 to 9 pm" in run("when", "tue 7-9pm").out


def test_it_says_what_is_set_and_what_that_means(run: Run) -> None:
    shown = "Times show as 21:00, and 7:30 is in the morning."
    assert run("config", "clock").out == f"clock: 24, until you set a country. {shown}\n"
    assert run("config", "clock", "24").out == f"clock: 24. {shown}\n"
    run("setup", "--region", "GB")
    assert run("config", "clock").out == f"clock: 24. {shown}\n"
    assert run("config", "clock", "").out == (
        "clock: as in your country. Times show as 21:00, and 7:30 is asked about: am or pm?\n"
    )
    run("setup", "--region", "US")
    assert run("config", "CLOCK").out == (
        "clock: as in your country. Times show as 9 pm, and 7:30 is asked about: am or pm?\n"
    )
    assert run("config", "clock", "24", "--json").json == {
        "schema": "recoverplan/config/1",
        "config": {"clock": "24", "week": None, "units": None, "theme": None, "show": None},
    }


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("config", "clock", "13"), 2, 'clock can be 12 or 24, not "13".'),
        (("config", "clock", "later"), 2, 'clock can be 12 or 24, not "later".'),
        (("config", "colour"), 3, 'There is no setting "colour".'),
        (("config", "colour", "blue"), 3, 'There is no setting "colour".'),
    ],
)
def test_what_is_no_setting_is_one_sentence(
    line: tuple[str, ...], code: int, said: str, run: Run
) -> None:
    result = run(*line)
    assert (result.code, result.out) == (code, "")
    assert result.err.splitlines()[0] == said
    assert "recoverplan config clock 24" in result.err


def test_it_is_undone_exported_and_read_in_like_any_setting(run: Run, tmp_path: object) -> None:
    settled(run, "setup", "--region", "US")
    settled(run, "config", "clock", "24")
    kept = run("export", "--json").json["settings"]
    assert kept["clock"] == "24"
    file = f"{tmp_path}/all.json"
    settled(run, "export", "--json", file)
    settled(run, "--store", f"{tmp_path}/there", "import", file)
    assert run("--store", f"{tmp_path}/there", "config").out.startswith("clock: 24.")
    settled(run, "undo")
    assert run("config").out.startswith("clock: as in your country.")


@pytest.mark.usefixtures("begun")
def test_what_was_kept_on_another_clock_keeps_its_times_and_can_be_typed_again(run: Run) -> None:
    settled(run, "setup", "--region", "DE")
    settled(run, "risk", "add", "Early", "--when", "wed 7:30-9:00")
    settled(run, "risk", "add", "Late", "--when", "thu 10:00-11:00")
    settled(run, "contact", "edit", "Sam", "--when", "daily 8:00-midnight")
    settled(run, "group", "edit", "Lifeline", "--when", "sat 9:30")
    before = run("plan", "--days", "14", "--json").json["occurrences"]
    settled(run, "setup", "--region", "US")
    assert run("plan", "--days", "14", "--json").json["occurrences"] == before
    kept = {each["label"]: each["when"] for each in run("risk", "list", "--json").json["risks"]}
    assert kept["Early"] == ["wed 07:30-09:00"]
    assert kept["Late"] == ["every Thursday, 10–11 am"]
    assert "Typed as: wed 07:30-09:00" in run("risk", "show", "Early").out
    sam = run("contact", "show", "Sam", "--json").json["contact"]
    assert sam["when"] == ["daily 08:00-midnight"]
    [group] = run("group", "list", "--json").json["groups"]
    assert group["when"] == ["sat 09:30"]
    for label, phrases in kept.items():
        settled(run, "risk", "edit", label, "--when", phrases[0])
    settled(run, "contact", "edit", "Sam", "--when", sam["when"][0])
    settled(run, "group", "edit", "Lifeline", "--when", group["when"][0])
    assert run("plan", "--days", "14", "--json").json["occurrences"] == before


def test_what_risk_suggest_and_a_lapse_offer_can_be_typed_by_anybody(run: Run) -> None:
    """A Sunday from 10:00 to 12:00 shows no clock in figures."""
    settled(run, "setup", "--region", "US")
    result = run("lapse", "log", "--at", "sun 10:15am")
    command = next(line for line in result.out.splitlines() if "--when" in line)
    phrase = command.partition('--when "')[2].partition('"')[0]
    assert phrase == "sun 10am-noon"
    assert run("when", phrase).code == 0


def test_every_key_is_shown_set_and_taken_back(run: Run) -> None:
    from recoverplan.cli.config import VALUES

    for key, values in VALUES.items():
        assert run("config").out.count("\n") == len(VALUES)
        for value in values:
            said = run("config", key.upper(), value.title()).out
            assert said.startswith(f"{key}: {value}. ")
            assert run("config", key).out == said
            assert run("config", "--json").json["config"][key] == value
        result = run("config", key, "teal")
        assert (result.code, result.out) == (2, "")
        assert f"recoverplan config {key} {values[-1]}" in result.err
        assert run("config", key).out == said
        settled(run, "config", key, "")
        assert run("config", "--json").json["config"][key] is None
    assert run("config", "colour").err.endswith("Like: recoverplan config clock 24\n")
    settled(run, "config", "units", "mi")
    assert run("config", "units").out.startswith("units: miles.")


@pytest.mark.usefixtures("begun")
def test_recoverplan_alone_shows_what_was_chosen(run: Run) -> None:
    today = run().out
    for chosen, same in (("plan", run("plan").out), ("now", run("now").out), ("today", today)):
        settled(run, "config", "show", chosen)
        assert run().out == same
    settled(run, "config", "show", "plan")
    settled(run, "undo")
    assert run().out == today
    assert run("plan", "--today").out != run("plan").out


@pytest.mark.usefixtures("begun")
def test_a_theme_changes_colors_and_nothing_else() -> None:
    screens = {}
    for theme in ("", "dark", "light", "mono"):
        Terminal("config", "theme", theme).rest()
        terminal = Terminal("plan")
        terminal.child.expect(pexpect.EOF)
        screens[theme] = str(terminal.child.before)
    assert screens[""] == screens["dark"]
    assert len(set(screens.values())) == 3
    assert len({STYLES.sub("", screen) for screen in screens.values()}) == 1
    assert "\x1b[33m" not in screens["light"]  # yellow, which nobody can read there
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", screens["mono"])
    assert "\x1b[1m" in screens["mono"]


def test_distances_are_in_the_persons_units(run: Run, tmp_path: Path) -> None:
    settled(run, "setup", "--timezone", "America/New_York", "--region", "US")
    file = tmp_path / "list.json"
    address = "1 Main St, New York, NY 10001, USA"
    row = {"name": "Lifeline", "slug": "a", "day": 2, "time": "19:00", "latitude": 40.75}
    row |= {"longitude": -74.0, "formatted_address": address}
    file.write_text(json.dumps([row]), encoding="utf-8")
    settled(run, "group", "import", str(file), "--zone", "America/New_York")
    near = ("group", "find", "--near", "40.7,-74.0", "--within")
    assert " 3.5 mi" in run(*near, "4").out  # as people say distances there
    settled(run, "config", "units", "km")
    assert " 5.6 km" in run(*near, "6").out
    assert "5.6" not in run(*near, "4").out
    settled(run, "config", "units", "miles")
    assert " 3.5 mi" in run(*near, "4").out
    assert " 3.5 mi" in run(*near, "6km").out
    assert run(*near, "4", "--json").json["meetings"][0]["distance_km"] == 5.56
