"""What of a plan is told first."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import alex
from recoverplan.domain.outlook import backstop, clocks_differ, days_of, open_hours, outlook


def test_the_head_is_what_runs_or_comes_next() -> None:
    first, second, *_ = alex.PLAN.occurrences
    look = outlook(alex.PLAN)
    assert look.head == first
    assert not look.running
    assert look.rest == alex.PLAN.occurrences[1:]
    running = outlook(alex.PLAN._replace(now=alex.at(23, 21)))
    assert running.head == first
    assert running.running
    assert outlook(alex.PLAN._replace(now=alex.at(23, 24))).head == second


def test_hours_that_are_over_have_no_head() -> None:
    look = outlook(alex.PLAN._replace(now=alex.at(30, 9)))
    assert look.head is None
    assert look.rest == alex.PLAN.occurrences


def test_the_gap_to_ask_about_is_the_one_that_repeats() -> None:
    gap = open_hours(alex.PLAN)
    assert gap is not None
    assert gap.at == time(23)
    assert gap.weekdays == (0, 1, 2, 3)


def test_no_gap_ahead_asks_nothing() -> None:
    assert open_hours(alex.PLAN._replace(now=alex.at(30, 9))) is None
    assert open_hours(alex.PLAN._replace(occurrences=alex.PLAN.occurrences[5:])) is None


def test_days_are_calendar_days_over_a_change_of_the_clocks() -> None:
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 20, 22, tzinfo=UTC)
    end = datetime(2026, 10, 27, 23, tzinfo=UTC)
    assert days_of(alex.PLAN._replace(zone=zone, start=start, end=end)) == 7


def test_clocks_that_show_the_same_time_do_not_differ() -> None:
    new_york, week = alex.ZONE, (alex.PLAN.start, alex.PLAN.end)
    assert not clocks_differ(new_york, ZoneInfo("US/Eastern"), *week)
    assert not clocks_differ(new_york, new_york, *week)
    assert clocks_differ(new_york, ZoneInfo("Europe/Berlin"), *week)


def test_only_a_line_open_at_any_hour_stands_by() -> None:
    closed = alex.LINE_988._replace(hours_known=False)
    referral = alex.LINE_988._replace(kind="referral")
    assert backstop([closed, referral]) is None
    assert backstop([referral, alex.LINE_988]) == alex.LINE_988
