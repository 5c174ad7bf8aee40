"""The map of a week: levels, cover and gaps by the hour, clock changes included."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain_plans import much
from planning_examples import contact, facts, risk, said
from recoverplan.domain.plan import Facts
from recoverplan.domain.weekmap import HALF_HOUR, HOUR, Cell, week_map
from rounds import rounds

MONDAY = date(2026, 11, 23)
EMPTY = Cell()


def test_an_hour_shows_its_highest_level_and_what_is_open_in_it() -> None:
    known = facts(
        [
            risk(1, "MO", "21:00", "23:30", level="high"),
            risk(2, "MO", "20:30", "24:00", level="low"),
        ],
        [contact(1, "Sam", "MO", "18:00", "22:15")],
    )
    monday, *rest = week_map(known, MONDAY).days
    assert monday[:20] == (EMPTY,) * 20
    assert monday[20:] == (
        Cell("low", 30, 0),
        Cell("high", 60, 0),
        Cell("high", 60, 45),
        Cell("high", 60, 60),
    )
    assert rest == [(EMPTY,) * 24] * 6


def test_half_hours_and_stretches() -> None:
    known = facts(
        [risk(1, "SU", "22:00", "02:00", level="high"), risk(2, "MO", "01:00", "03:00")],
        [contact(1, "Sam", "daily", "00:30", "02:30")],
    )
    found = week_map(known, MONDAY, HALF_HOUR)
    assert found.days[0][:7] == (
        Cell("high", 30, 30),
        Cell("high", 30, 0),
        Cell("high", 30, 0),
        Cell("high", 30, 0),
        Cell("medium", 30, 0),
        Cell("medium", 30, 30),
        EMPTY,
    )
    # What began on Sunday before the week is cut to it, and so is what runs on after it.
    assert [(said(each.span), each.level, each.open) for each in found.stretches] == [
        ("23 00:00 to 23 00:30", "high", True),
        ("23 00:30 to 23 02:00", "high", False),
        ("23 02:00 to 23 02:30", "medium", False),
        ("23 02:30 to 23 03:00", "medium", True),
        ("29 22:00 to 30 00:00", "high", True),
    ]


def test_an_hour_left_out_stays_empty_and_one_that_comes_twice_counts_twice() -> None:
    known = facts([risk(1, "SU", "00:00", "04:00")], [])
    spring = week_map(known, date(2026, 3, 2)).days[6]
    assert [cell.hard_minutes for cell in spring[:5]] == [60, 60, 0, 60, 0]
    autumn = week_map(known, date(2026, 10, 26), HALF_HOUR).days[6]
    assert [cell.hard_minutes for cell in autumn[:9]] == [30, 30, 60, 60, 30, 30, 30, 30, 0]


@settings(max_examples=rounds(40), deadline=None)
@given(much(), st.sampled_from([HOUR, HALF_HOUR]))
def test_cells_and_stretches_hold_the_same_time(known: Facts, cell_minutes: int) -> None:
    found = week_map(known, MONDAY, cell_minutes)
    assert [len(row) for row in found.days] == [24 * 60 // cell_minutes] * 7
    cells = [cell for row in found.days for cell in row]
    hard = sum(each.span.minutes for each in found.stretches)
    assert sum(cell.hard_minutes for cell in cells) == hard
    open_minutes = sum(each.span.minutes for each in found.stretches if each.open)
    assert sum(cell.open_minutes for cell in cells) == open_minutes
    assert all((cell.level is None) == (cell.hard_minutes == 0) for cell in cells)


def test_an_empty_week_is_an_empty_map() -> None:
    found = week_map(facts([], [], zone=ZoneInfo("Africa/Cairo")), date(2026, 4, 20))
    assert found.stretches == ()
    assert all(cell == EMPTY for row in found.days for cell in row)
