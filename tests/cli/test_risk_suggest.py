"""`risk suggest`: what the log shows, and making hard hours of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import Run
from recoverplan.domain.urge import Lapse, Urge
from recoverplan.services.keeping import writing
from recoverplan.store.tables import lapses, urges

ZONE = "America/New_York"
SUNDAY = datetime(2026, 9, 6, 16, tzinfo=ZoneInfo(ZONE))  # twelve weeks before the day it is


def keep(home: Path, *, sundays: int = 11, others: int = 29, lapsed: int = 0) -> None:
    """Log urges on Sunday afternoons and elsewhere; `lapsed` of the Sundays are lapses."""
    elsewhere = [
        SUNDAY + timedelta(days=1 + step * 2 % 5 + 7 * (step % 11), hours=step * 7 % 24)
        for step in range(others)
    ]
    there = [SUNDAY + timedelta(weeks=week, minutes=9 * week) for week in range(sundays)]
    with writing(home, datetime.now(UTC)) as store:
        for place, at in enumerate([*there, *elsewhere]):
            known = {"at": at.astimezone(UTC), "zone": ZONE, "created": at.astimezone(UTC)}
            if place < lapsed:
                lapses.add(store, Lapse(**known))  # type: ignore[arg-type]
            else:
                urges.add(store, Urge(**known))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def somebody(run: Run) -> None:
    """Enter a person."""
    assert run("setup", "--name", "Alex", "--timezone", ZONE, "--region", "US").code == 0


def test_it_says_what_fell_where_and_what_the_rest_would_give(run: Run, home: Path) -> None:
    keep(home)
    said = run("risk", "suggest").out
    assert said.startswith(
        "1: 11 of 40 logged urges fell on Sunday 4 to 6 pm. Spread like the rest, it would be"
        " fewer than 1.\n"
    )
    assert "recoverplan risk suggest --add 1" in said
    assert "It says nothing about what comes next." in said


def test_the_record_is_as_promised(run: Run, home: Path) -> None:
    keep(home, lapsed=4)
    record = run("risk", "suggest", "--json").json
    (one,) = record["suggestions"]
    assert (record["schema"], record["logged"]) == ("recoverplan/suggestions/1", 40)
    assert (one["when"], one["observed"]) == ("sun 16:00-18:00", 11)
    assert 0 <= one["expected"] < 1
    assert "urges and lapses fell" in run("risk", "suggest").out


def test_adding_one_makes_hard_hours_that_undo_takes_back(run: Run, home: Path) -> None:
    keep(home)
    added = run("risk", "suggest", "--add", "1", "--level", "high")
    assert added.out.splitlines()[:2] == [
        "Added hard hours: Sunday 4 to 6 pm.",
        "Every Sunday, 4 to 6 pm.",
    ]
    (risk,) = run("risk", "list", "--json").json["risks"]
    assert (risk["when"], risk["level"]) == (["sun 16:00-18:00"], "high")
    assert run("risk", "suggest", "--json").json["suggestions"] == []
    assert run("undo").code == 0
    assert run("risk", "list", "--json").json["risks"] == []
    assert run("risk", "suggest", "--json").json["suggestions"] != []


def test_hours_hard_from_a_later_day_on_are_not_suggested_again(run: Run, home: Path) -> None:
    keep(home)
    run("risk", "add", "Sundays", "--when", "every sun from 22 nov 2026 4-6pm")
    assert run("risk", "suggest", "--json").json["suggestions"] == []


def test_a_label_can_be_given(run: Run, home: Path) -> None:
    keep(home)
    record = run("risk", "suggest", "--add", "1", "--label", "Football", "--json").json
    assert (record["label"], record["level"]) == ("Football", "medium")


def test_too_little_and_nothing_are_said_calmly(run: Run, home: Path) -> None:
    assert "Nothing is logged yet." in run("risk", "suggest").out
    keep(home, sundays=5, others=3)
    assert "It is too early to tell: 8 so far." in run("risk", "suggest").out


def test_nothing_beyond_chance_is_said_calmly(run: Run, home: Path) -> None:
    keep(home, sundays=0, others=29)
    assert "No time of the week stands out in 29 logged urges." in run("risk", "suggest").out


def test_the_part_of_the_day_that_most_fell_into_is_said(run: Run) -> None:
    for day in range(1, 22):
        at = f"2026-11-{day:02} {20 + day % 4}:15"
        assert run("urge", "log", "--at", at).code == 0
    assert run("urge", "log", "--at", "2026-11-22 09:00").code == 0
    said = run("risk", "suggest").out
    assert "stands out in 22 logged urges. 21 of 22 fell between 8 pm and midnight." in said


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (("--add", "0"), 2, "--add is a whole number from 1 to 3"),
        (("--add", "2"), 3, "There is no suggestion 2."),
        (("--add", "1", "--level", "awful"), 2, "--level"),
        (("--label", "x"), 2, "--label and --level go with --add."),
    ],
)
def test_what_cannot_be_added_is_said(
    run: Run, home: Path, typed: tuple[str, ...], code: int, says: str
) -> None:
    keep(home)
    result = run("risk", "suggest", *typed)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert run("risk", "list", "--json").json["risks"] == []
