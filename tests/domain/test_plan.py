"""The plan of a week worked out by hand, minute for minute, and what belongs to a stretch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from planning_examples import (
    LONG_AGO,
    NEW_YORK,
    contact,
    day,
    days_after,
    facts,
    group,
    local,
    risk,
    said,
)
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.plan import Facts, Plan, make_plan

MONDAY = day("2026-11-23")
TEN = MONDAY.replace(hour=10)


def told(plan: Plan) -> list[tuple[str, str, str, list[str], list[str]]]:
    """Return each occurrence: label, hours, check-in, cover and gaps, in few words."""
    return [
        (
            each.risk.label,
            said(each.span),
            f"{each.check_in.contact.name} {each.check_in.at.astimezone(NEW_YORK):%d %H:%M}"
            if each.check_in
            else "nobody",
            [f"{cover.name} {said(cover.span)}" for cover in each.cover],
            [said(gap) for gap in each.gaps],
        )
        for each in plan.occurrences
    ]


def hard_week() -> Facts:
    """Return a week with hours past midnight, somebody for evenings only, meetings and gaps."""
    return facts(
        [
            risk(1, "FR,SA", "22:00", "02:00", label="Late", level="high"),
            risk(2, "WE", "12:00", "13:00", label="Lunch", level="low"),
            risk(3, "SA", "18:00", "23:00", label="Match"),
            risk(4, "SU", "00:30", "01:30", label="Early", level="high"),
        ],
        [
            contact(1, "Eve", "daily", "18:00", "23:00", per_week=2),
            contact(2, "Lou", "WE,SA", "11:50", "12:20", per_week=1),
            contact(3, "Line", role="line"),
            contact(4, "Pat", role="practical"),
        ],
        [
            group(1, "Owls", "SA", "23:30", "00:45"),
            group(2, "Noon", "WE", "11:30", "12:10", status="kept"),
            group(3, "Left", "FR", "22:00", "02:00", status="left"),
        ],
    )


def test_a_week_worked_out_by_hand() -> None:
    plan = make_plan(hard_week(), TEN, MONDAY, days_after(MONDAY, 7))
    assert told(plan) == [
        (
            "Lunch",
            "25 12:00 to 25 13:00",
            "Lou 25 11:50",
            ["Lou 25 12:00 to 25 12:20", "Noon 25 12:00 to 25 12:10"],
            ["25 12:20 to 25 13:00"],
        ),
        (
            "Late",
            "27 22:00 to 28 02:00",
            "Eve 27 21:30",
            ["Eve 27 22:00 to 27 23:00"],
            ["27 23:00 to 28 02:00"],
        ),
        # Eve's two go to the high ones, though this comes before Saturday's.
        (
            "Match",
            "28 18:00 to 28 23:00",
            "nobody",
            ["Eve 28 18:00 to 28 23:00"],
            [],
        ),
        (
            "Late",
            "28 22:00 to 29 02:00",
            "Eve 28 21:30",
            ["Eve 28 22:00 to 28 23:00", "Owls 28 23:30 to 29 00:45"],
            ["28 23:00 to 28 23:30", "29 00:45 to 29 02:00"],
        ),
        (
            "Early",
            "29 00:30 to 29 01:30",
            "nobody",
            ["Owls 29 00:30 to 29 00:45"],
            ["29 00:45 to 29 01:30"],
        ),
    ]
    assert (len(plan.occurrences), plan.with_person) == (5, 3)
    assert plan.gap_minutes == 40 + 180 + (30 + 75) + 45


def test_an_occurrence_that_runs_is_whole_and_one_that_ended_is_gone() -> None:
    known = facts([risk(1, "SU,MO", "23:00", "02:00")], [])
    at_one = MONDAY.replace(hour=1)
    assert [row[1] for row in told(make_plan(known, at_one, MONDAY, days_after(MONDAY, 1)))] == [
        "22 23:00 to 23 02:00",
        "23 23:00 to 24 02:00",
    ]
    at_two = MONDAY.replace(hour=2)
    assert [row[1] for row in told(make_plan(known, at_two, MONDAY, days_after(MONDAY, 1)))] == [
        "23 23:00 to 24 02:00",
    ]
    whole = make_plan(known, at_two, MONDAY, days_after(MONDAY, 1), running_only=False)
    assert len(whole.occurrences) == 2


def test_the_order_is_start_then_level_then_id() -> None:
    known = facts(
        [
            risk(3, "MO", "20:00", "21:00", level="high"),
            risk(1, "MO", "20:00", "22:00", level="low"),
            risk(2, "MO", "20:00", "21:00", level="high"),
            risk(4, "MO", "19:00", "21:00", level="low"),
        ],
        [],
    )
    plan = make_plan(known, TEN, MONDAY, days_after(MONDAY, 1))
    assert [each.risk.id for each in plan.occurrences] == [4, 2, 3, 1]


def test_hours_of_several_weeks_are_planned_with_the_week_they_began_in() -> None:
    from recoverplan.domain.schedule import Hours, Part, Schedule

    month = Hours("", Schedule((Part(None, local("2026-11-05 12:00").date(), 720, 720, 30),)))
    other = risk(2, "TH", "10:00", "11:00")
    long = risk(1, "MO", "10:00", "11:00")
    long = type(long)(id=1, label="Away", hours=month, created=LONG_AGO)
    known = facts([long, other], [contact(1, "Sam", per_week=1)])
    plan = make_plan(known, TEN, MONDAY, days_after(MONDAY, 1))
    assert [row[:3] for row in told(plan)] == [("Away", "05 12:00 to 05 12:00", "nobody")]
    assert plan.occurrences[0].span.minutes == 30 * 1440
    before = make_plan(known, TEN, day("2026-11-05"), day("2026-11-06"), running_only=False)
    assert [row[2] for row in told(before)] == ["Sam 05 09:30", "nobody"]


def test_clock_changes_inside_hours_are_real_time() -> None:
    known = facts([risk(1, "SA", "21:00", "02:30")], [contact(1, "Sam", "SA", "21:00", "23:00")])
    spring = make_plan(
        known, day("2026-03-07"), day("2026-03-07"), day("2026-03-08"), running_only=False
    )
    autumn = make_plan(
        known, day("2026-10-31"), day("2026-10-31"), day("2026-11-01"), running_only=False
    )
    # 2:30 on 8 March does not exist and is 3:30; on 1 November one hour comes twice.
    assert spring.gap_minutes == 330 - 120
    assert autumn.gap_minutes == 330 - 120 + 60


def test_nothing_in_the_stretch_names_the_next_hours_with_their_check_in() -> None:
    known = facts([risk(1, "2027-06-01", "17:00", "23:00")], [contact(1, "Sam")])
    plan = make_plan(known, TEN, MONDAY, days_after(MONDAY, 7))
    assert plan.occurrences == ()
    assert plan.later is not None
    assert said(plan.later.span) == "01 17:00 to 01 23:00"
    assert plan.later.check_in is not None
    assert plan.later.check_in.at == local("2027-06-01 16:30")


def test_nothing_at_all_has_nothing_later() -> None:
    assert make_plan(facts([], []), TEN, MONDAY, days_after(MONDAY, 7)).later is None
    over = facts([risk(1, "2026-11-01", "17:00", "23:00")], [])
    assert make_plan(over, TEN, MONDAY, days_after(MONDAY, 7)).later is None


def test_hours_that_ended_today_are_not_the_next_ones() -> None:
    known = facts([risk(1, "MO", "06:00", "07:00")], [])
    plan = make_plan(known, TEN, MONDAY, days_after(MONDAY, 1))
    assert plan.later is not None
    assert said(plan.later.span) == "30 06:00 to 30 07:00"


def test_tries_hold_groups_on_trial_and_kept_with_their_next_meeting() -> None:
    places = [
        group(1, "Kept", "MO", "09:00", "10:30", status="kept"),
        group(2, "New", "MO", "08:00", "10:00"),
        group(3, "Left", "MO", "08:00", "10:00", status="left"),
        group(4, "Unscheduled", "MO", "08:00", "10:00", hours=()),
        group(5, "Paused", "MO", "08:00", "10:00", status="paused"),
    ]
    at = datetime(2026, 11, 16, 13, tzinfo=UTC)
    log = Meeting(group=2, at=at, zone="America/New_York", occurrence=at, created=at)
    known = facts([], [], places)._replace(meetings=(log,))
    plan = make_plan(known, TEN, MONDAY, days_after(MONDAY, 7))
    assert [
        (each.group.name, each.tries, each.next and said(each.next)) for each in plan.tries
    ] == [
        ("New", 1, "30 08:00 to 30 10:00"),  # today's has just ended
        ("Unscheduled", 0, None),
        ("Kept", 0, "23 09:00 to 23 10:30"),  # still running
    ]


@pytest.mark.parametrize("days", [1, 7, 366])
def test_any_stretch_can_be_planned(days: int) -> None:
    plan = make_plan(hard_week(), TEN, MONDAY, days_after(MONDAY, days))
    for each in plan.occurrences:
        assert each.span.start < plan.end
        assert each.span.end > plan.start
        covered = sum((cover.span.minutes for cover in each.cover), 0)
        assert covered + sum(gap.minutes for gap in each.gaps) >= each.span.minutes
    starts = [each.span.start for each in plan.occurrences]
    assert starts == sorted(starts)
    assert max(starts, default=LONG_AGO) - min(starts, default=LONG_AGO) < timedelta(days=days)
