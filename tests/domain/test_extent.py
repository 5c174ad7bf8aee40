"""Of too large a list a plan is made as far as its bounds go, and it says what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain import coverage
from recoverplan.domain import plan as planning
from recoverplan.domain.contact import Contact
from recoverplan.domain.plan import Facts, Plan, make_plan
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.why import first_missing

HOME = ZoneInfo("America/New_York")
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, tzinfo=HOME)
PEOPLE = 6


def every_day(start: int, minutes: int) -> Hours:
    return Hours("every day", Schedule((Part("FREQ=DAILY", None, start, minutes=minutes),)))


def facts() -> Facts:
    """Return hours of every evening, and six people, of whom the last alone is free at its end."""
    people = tuple(
        Contact(
            id=number,
            name=f"Person {number}",
            role="peer",
            call="555-0100",
            order=number,
            zone=HOME.key,
            hours=(every_day(1200, 60 if number < PEOPLE else 120),),
            created=BEFORE,
        )
        for number in range(1, PEOPLE + 1)
    )
    evening = RiskWindow(
        id=1, label="Evening", hours=every_day(1200, 120), level="high", created=BEFORE
    )
    return Facts((evening,), people, (), (), HOME)


def planned(days: int, known: Facts) -> Plan:
    return make_plan(known, MONDAY, MONDAY, MONDAY + timedelta(days=days))


def bound(monkeypatch: pytest.MonkeyPatch, *, week: int = 10**6, plan: int = 10**6) -> None:
    monkeypatch.setattr(coverage, "IN_A_WEEK", week)
    monkeypatch.setattr(planning, "IN_A_PLAN", plan)


def test_at_the_bound_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = planned(7, facts())
    assert whole.left_out is None
    bound(monkeypatch, week=7 * PEOPLE, plan=7 * PEOPLE)
    assert planned(7, facts()) == whole


def test_beyond_it_people_at_the_end_of_the_list_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bound(monkeypatch, week=7 * 3)
    made = planned(7, facts())
    assert made.left_out == (PEOPLE - 3, PEOPLE, None)
    assert {cover.id for each in made.occurrences for cover in each.cover} == {1, 2, 3}


def test_hours_are_never_said_to_be_open_when_somebody_left_out_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bound(monkeypatch, week=7 * 3)
    assert all(not each.gaps for each in planned(7, facts()).occurrences)
    known = facts()
    earlier = replace(known.contacts[-1], hours=(every_day(1200, 90),))
    without = known._replace(contacts=(*known.contacts[:-1], earlier))
    assert {each.gaps[0].minutes for each in planned(7, without).occurrences} == {30}


def test_whoever_was_chosen_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    bound(monkeypatch, week=7 * 2)
    known = facts()
    chosen = known._replace(risks=(replace(known.risks[0], check_in=PEOPLE),))
    made = planned(7, chosen)
    assert {each.check_in and each.check_in.contact.id for each in made.occurrences} == {PEOPLE}
    assert {cover.id for each in made.occurrences for cover in each.cover} == {1, PEOPLE}


def test_beyond_the_bound_of_a_plan_its_last_weeks_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = planned(28, facts())
    bound(monkeypatch, plan=2 * 7 * PEOPLE)
    made = planned(28, facts())
    assert made.occurrences == whole.occurrences[:14]
    assert made.left_out is not None
    assert made.left_out.people == 0
    assert made.left_out.after == whole.occurrences[14].span.start


def test_a_plan_has_a_first_week_whatever_the_bound_is(monkeypatch: pytest.MonkeyPatch) -> None:
    bound(monkeypatch, week=1, plan=1)
    made = planned(14, facts())
    assert len(made.occurrences) == 7
    assert {each.check_in and each.check_in.contact.id for each in made.occurrences} == {1}


def test_who_is_asked_is_kept_with_the_plan_and_not_worked_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = facts()
    known = known._replace(contacts=tuple(replace(each, per_week=1) for each in known.contacts))
    made = planned(7, known)
    assert set(made.weeks) == {date(2026, 11, 23)}
    monkeypatch.setattr(planning, "plan_week", None)
    missing = first_missing(made, known.lead_minutes)
    assert missing is not None
    assert missing.change.per_week == 2
