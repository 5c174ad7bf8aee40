"""The map of the week as bars: minutes of the clock, whatever the clock does."""

from __future__ import annotations

from datetime import date

from planning_examples import contact, facts, risk
from recoverplan.domain.plan import Facts
from recoverplan.domain.weekmap import week_map
from recoverplan.writers.weekmap import Bar, DayBars, days_of, hours_named

MONDAY = date(2026, 11, 23)


def bars(known: Facts, monday: date = MONDAY, last: date = date(2027, 12, 31)) -> list[DayBars]:
    """Return the seven days from a Monday on."""
    return list(days_of(week_map(known, monday), last, clock24=False, months=False))


def test_a_night_is_cut_at_midnight_and_said_in_words() -> None:
    known = facts(
        [risk(1, "MO", "21:00", "02:00", level="high")],
        [contact(1, "Sam", "MO", "18:00", "23:00")],
    )
    monday, tuesday, wednesday, *_ = bars(known)
    assert monday.bars == (Bar(1260, 120, "high", False), Bar(1380, 60, "high", True))
    assert monday.said == (
        "9 to 11 pm: high, somebody is there; 11 pm to midnight: high, nobody on your list yet"
    )
    assert tuesday == DayBars(
        "Tue 24", (Bar(0, 120, "high", True),), "midnight to 2 am: high, nobody on your list yet"
    )
    assert wednesday == DayBars("Wed 25", (), "no hard hours")


def test_days_after_the_plan_are_not_drawn() -> None:
    assert [day.day for day in bars(facts([], []), last=date(2026, 11, 24))] == ["Mon 23", "Tue 24"]


def test_bars_are_on_the_clock_where_the_clocks_change() -> None:
    known = facts([risk(1, "daily", "00:30", "03:30")], [])
    back = bars(known, date(2026, 10, 26))[6]  # 1:00 to 2:00 comes twice
    assert back.bars == (Bar(30, 180, "medium", True),)
    forward = bars(known, date(2027, 3, 8))[6]  # 2:00 to 3:00 does not come
    assert forward.bars == (Bar(30, 180, "medium", True),)
    # All of it within the hour that comes twice: as the clock says, and never less than nothing.
    short = facts([risk(1, "daily", "01:30", "01:45")], [])
    assert bars(short, date(2026, 10, 26))[6].bars == (Bar(90, 15, "medium", True),)


def test_four_hours_are_named_in_the_person_s_way() -> None:
    assert hours_named(clock24=False) == ["12 am", "6 am", "noon", "6 pm"]
    assert hours_named(clock24=True) == ["0", "6", "12", "18"]
