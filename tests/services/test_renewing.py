"""Reading brings the emergency card up to date before its hours end; a failure is never noticed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Result, Run
from promised import NEW_YORK, do
from recoverplan.home import EMERGENCY_CARD
from recoverplan.now.card import read
from recoverplan.store import opening
from secrets_given import PHRASE, cheap, lines
from sharing import typed_once

__all__ = ["cheap"]
SAM = "contact add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm"
# Made on 23 November 2026, a card knows the hours through 22 March 2027.
STILL_LONG, SOON, LATE = "2027-01-21T22:59", "2027-01-22T10:00", "2027-06-01T20:00"
READING = (
    ("plan",), (), ("card",), ("contact", "list"), ("history",), ("risk", "map"), ("review",),
    ("export", "--json"), ("plan", "--gaps", "--json"), ("when", "fri 6-7pm"),
)  # fmt: skip


def reach(home: Path) -> str:
    """Return the day on which the card's hours end, "" for no card."""
    card, _ = read(str(home))
    return f"{datetime.fromtimestamp(card.known[1], UTC):%Y-%m-%d}" if card else ""


@typed_once
def entered(run: Run) -> None:
    """Enter a person and somebody with hours."""
    do(run, NEW_YORK, SAM, now="2026-11-23T10:00")


@pytest.mark.parametrize("line", READING)
def test_any_reading_renews_a_card_that_ends_within_60_days(
    run: Run, home: Path, line: tuple[str, ...]
) -> None:
    entered(run)
    assert run(*line, now=STILL_LONG).code == 0
    assert reach(home) == "2027-03-23"
    assert run(*line, now=SOON).code == 0
    assert reach(home) == "2027-05-22"


def test_somebody_who_comes_back_after_months_has_their_people_again(run: Run) -> None:
    entered(run)
    assert run("now", "--json", now=LATE).json["people"] == []
    run("plan")
    assert [one["name"] for one in run("now", "--json").json["people"]] == ["Sam"]


def test_a_card_that_is_missing_or_of_another_zone_is_made_again(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(run, "setup|--region|US", SAM)
    card_file = home / EMERGENCY_CARD
    whole = card_file.read_bytes()
    for damaged in (None, b"", whole[:-4], whole.replace(b"known", b"noise"), b"noise"):
        card_file.unlink()
        if damaged is not None:
            card_file.write_bytes(damaged)
        run("plan")
        assert card_file.read_bytes() == whole
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    run("plan")
    card, _ = read(str(home))
    assert card
    assert card.fact("zone") == "Europe/Lisbon"


def test_looking_writes_nothing_to_the_store_nor_to_the_history(run: Run, home: Path) -> None:
    entered(run)
    before = (home / "plan.db").read_bytes()
    run("plan", now=SOON)
    assert (home / "plan.db").read_bytes() == before


def unwritten(run: Run, home: Path) -> tuple[Result, Result]:
    """Return what a reading says in a week when the card is due, and when it cannot be renewed."""
    whole = run("plan", now=SOON)
    card = home / EMERGENCY_CARD
    card.unlink()
    (card / "in the way").mkdir(parents=True)
    return whole, run("plan", now=SOON)


def test_a_renewal_that_fails_changes_neither_output_nor_code(run: Run, home: Path) -> None:
    entered(run)
    whole, failed = unwritten(run, home)
    assert failed == whole
    assert not list(home.glob("*.new"))


def test_a_renewal_waits_for_nobody(run: Run, home: Path) -> None:
    entered(run)
    with opening.open_to_write(home) as other:
        other.begin()
        assert run("plan", now=SOON).code == 0
        assert reach(home) == "2027-03-23"
        other.execute("ROLLBACK")
    assert run("plan").code == 0
    assert reach(home) == "2027-05-22"


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("names", [True, False])
def test_with_a_passphrase_the_next_command_that_opens_the_store_renews_it(
    run: Run, home: Path, names: bool
) -> None:
    entered(run)
    with lines(PHRASE) as given:
        assert (
            run("lock", "set", "--yes", *(("--card", "names") if names else ()), *given).code == 0
        )
    assert run("plan", now=SOON).code == 4
    assert reach(home) == "2027-03-23"
    with lines(PHRASE) as given:
        done = run("plan", *given)
    assert (done.code, done.err) == (0, "")
    assert reach(home) == "2027-05-22"
    assert ("Sam" in (home / EMERGENCY_CARD).read_text(encoding="utf-8")) is names


def test_now_says_when_its_hours_end_in_the_last_two_weeks_alone(run: Run) -> None:
    entered(run)
    said = "This screen knows who is free through {}. To renew it: recoverplan plan"
    for now, day in (
        ("2027-03-08T22:59", None),
        ("2027-03-08T23:00", "Mon 22 Mar"),
        ("2027-03-19T12:00", "Mon 22"),
        ("2027-03-22T23:59", "today"),
        ("2027-03-23T00:00", None),
    ):
        lines = run("now", now=now).out.splitlines()
        found = [line for line in lines if "who is free" in line]
        assert found == ([said.format(day)] if day else [])
    assert run("now", "--json").json["known_until"] == "2027-03-23T00:00:00-04:00"
