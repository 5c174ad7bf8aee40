"""Kept counts of tries are what counting gives, whatever was done; and what is not read is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Run
from planning_examples import NEW_YORK, group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.trial import tried_of
from recoverplan.errors import RecoverplanError
from recoverplan.services.keeping import reading, writing
from recoverplan.services.planning import facts
from recoverplan.settings import Settings
from recoverplan.store import history
from recoverplan.store.current import load_tried
from recoverplan.store.tables import contacts, groups, meetings, risks, times_of
from recoverplan.value import replace
from rounds import rounds

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
DEEDS = ("log", "door", "again", "move", "remove", "goal", "undo", "redo", "other group", "gone")


def attended(of: int, hours: int, *, door: bool = False) -> Meeting:
    at = NOW - timedelta(hours=hours)
    return Meeting(group=of, at=at, zone="UTC", door=door, created=at + timedelta(minutes=5))


def do(home: Path, deed: str, number: int) -> None:
    with writing(home, NOW, announce=lambda _: None) as store:
        there, logged = groups.load_all(store), meetings.load_all(store)
        one = logged[number % len(logged)] if logged else None
        of = (
            there[number % len(there)]
            if there
            else groups.add(store, group(0, "A", "MO", "1:00", "2:00"))
        )
        if deed in {"log", "door"}:
            meetings.add(store, attended(of.id, number, door=deed == "door"))
        elif deed == "again" and one:
            meetings.add(store, replace(one, id=0, at=one.at + timedelta(minutes=number)))
        elif deed == "move" and one:
            meetings.save(store, replace(one, group=of.id, at=one.at + timedelta(minutes=30)))
        elif deed == "remove" and one:
            meetings.remove(store, one.id)
        elif deed == "goal":
            groups.save(store, replace(of, tries_goal=(1, 1 + number % 4)))
        elif deed == "undo":
            history.undo(store)
        elif deed == "redo":
            history.redo(store)
        elif deed == "other group":
            groups.add(store, replace(of, id=0, name=f"B{number}"))
        elif deed == "gone":
            groups.remove(store, of.id)
        store.did(deed)


@settings(
    max_examples=rounds(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 50)), max_size=12), st.uuids())
def test_kept_tries_are_those_that_are_counted(
    tmp_path: Path, deeds: list[tuple[str, int]], name: object
) -> None:
    home = tmp_path / str(name)
    for deed, number in [("log", 3), *deeds]:
        try:
            do(home, deed, number)
        except RecoverplanError:
            continue  # nothing to take back
        with reading(home) as store:
            assert store is not None
            there = groups.load_all(store)
            kept = {row["id"] for row in store.execute("SELECT id FROM tried")}
            assert kept == {each.id for each in there}
            assert load_tried(store, there) == {
                each.id: tried_of(each, times_of(store, each.id)) for each in there
            }


def test_what_is_missing_is_counted(home: Path) -> None:
    do(home, "log", 3)
    with writing(home, NOW) as store:
        meetings.add(store, attended(1, 30))
        (there,) = groups.load_all(store)
        assert store.execute("SELECT count(*) FROM tried").fetchone()[0] == 0
        assert load_tried(store, [there])[1].tries == 2


PEOPLE = (
    ("risk", "add", "Nights", "--when", "daily 9pm-midnight", "--step", "Tea"),
    ("risk", "add", "Tuesdays", "--when", "tue 9pm-midnight until 2027-06-01"),
    ("risk", "add", "Once", "--when", "2026-11-24 5pm-6pm"),
    ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-10pm"),
    ("contact", "add", "Line", "--role", "line", "--call", "555-0115"),
    ("group", "add", "Lifeline", "--when", "tue 7-8pm"),
    ("meeting", "log", "Lifeline", "--at", "2026-11-17 19:00"),
)
OVER = (
    ("risk", "add", "Long ago", "--when", "2024-02-24 5pm-6pm"),
    ("risk", "add", "Earlier", "--when", "mon 9pm-midnight until 2024-06-01", "--step", "Out"),
    ("contact", "add", "Away", "--role", "peer", "--call", "555-0116"),
    ("contact", "add", "Never", "--role", "peer", "--call", "555-0117", "--per-week", "0"),
    ("contact", "add", "No way", "--role", "family"),
)


def enter(run: Run, *lines: tuple[str, ...]) -> None:
    """Enter the lines, and somebody's pause of long ago."""
    for line in lines:
        assert run(*line).code == 0, line
    assert run("contact", "pause", "Away", now="2026-01-01T10:00").code == 0
    run("contact", "list", now="2026-11-23T10:00")


def test_the_week_is_planned_the_same_without_what_is_over(run: Run, home: Path) -> None:
    enter(run, *PEOPLE, *OVER)
    with reading(home) as store:
        assert store is not None
        week = facts(store, Settings(), NEW_YORK, NOW)
        everything = facts(store, Settings(), NEW_YORK)
    assert {each.label for each in everything.risks} - {each.label for each in week.risks} == {
        "Earlier"
    }
    gone = {each.name for each in everything.contacts} - {each.name for each in week.contacts}
    assert gone == {"Away", "Never", "No way"}
    for more in ((), ("--json",)):
        assert run("plan", *more).out == run("plan", "--from", "2026-11-23", *more).out


def test_somebody_chosen_for_hard_hours_is_read_though_away(run: Run, home: Path) -> None:
    enter(run, *PEOPLE, *OVER, ("risk", "edit", "Nights", "--check-in", "Away"))
    assert "Away" in run("plan").out


@pytest.mark.parametrize("kind", ["risk", "contact"])
def test_where_all_is_over_all_is_read(kind: str, run: Run, home: Path) -> None:
    enter(run, *OVER)
    with reading(home) as store:
        assert store is not None
        week = facts(store, Settings(), NEW_YORK, NOW)
        assert week.contacts == contacts.load_all(store)
        assert {each.label for each in week.risks} == {"Long ago"}
        assert len(risks.load_all(store)) == 2
    with writing(home, NOW) as store:
        risks.remove(store, 1)
        store.did(kind)
    with reading(home) as store:
        assert store is not None
        assert [each.label for each in facts(store, Settings(), NEW_YORK, NOW).risks] == ["Earlier"]


def test_sums_of_the_history_are_those_of_its_steps(home: Path) -> None:
    for number in range(6):
        do(home, "log", number)
    do(home, "undo", 0)
    do(home, "remove", 1)
    with reading(home) as store:
        assert store is not None
        sums = store.execute("SELECT sum(size), sum(lists_size) FROM history_step").fetchone()
        newest = store.execute(
            "SELECT total, lists_total FROM history_step ORDER BY id DESC LIMIT 1"
        ).fetchone()
        first = store.execute("SELECT total - size FROM history_step ORDER BY id LIMIT 1")
        assert (newest[0] - first.fetchone()[0], newest[1]) == tuple(sums)


def test_days_of_the_card_leave_out_who_is_away(run: Run, home: Path) -> None:
    enter(run, *PEOPLE, *OVER)
    said = run("now").out
    assert "Sam" in said
    assert "Never" in said
    assert "Away" not in said
    assert "Away" not in (home / "emergency-card.txt").read_text()
