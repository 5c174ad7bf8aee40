"""What stands on a page or a sheet of the plan: nothing in it hangs on the hour it is read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from planning_examples import NEW_YORK, contact, facts, risk
from recoverplan.domain.plan import Facts, make_plan
from recoverplan.domain.region import Region
from recoverplan.domain.sheet import MOST_INVITED, MOST_MAPPED, MOST_OPEN, PlanSheet, make_sheet

NOWHERE = Region("", "", None, None, False, True, (), "November 2026")
START = datetime(2026, 11, 23, tzinfo=NEW_YORK)
NIGHTS = risk(1, "daily", "21:00", "24:00", level="high")


def sheet(known: Facts, days: int = 7, hour: int = 10) -> PlanSheet:
    """Return the sheet of so many days, made on the first of them."""
    end = (START.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=NEW_YORK)
    return make_sheet(known, make_plan(known, START.replace(hour=hour), START, end), NOWHERE)


def test_it_is_told_from_before_all_that_is_on_it() -> None:
    running = risk(2, "SU", "20:00", "11:00")  # began the day before
    made = sheet(facts([NIGHTS, running], []))
    assert made.head is not None
    assert made.head.risk == running
    starts = [each.span.start for each in made.plan.occurrences]
    assert made.plan.now < min(starts) - timedelta(days=1)
    assert len(made.rest) == len(starts) - 1


def test_the_map_has_each_week_of_a_longer_plan_and_at_most_five() -> None:
    known = facts([NIGHTS], [])
    assert [each.first for each in sheet(known, 1).maps] == [date(2026, 11, 23)]
    assert [each.first for each in sheet(known, 8).maps] == [
        date(2026, 11, 23),
        date(2026, 11, 30),
    ]
    assert len(sheet(known, 366).maps) == MOST_MAPPED
    assert sheet(facts([], [])).maps == ()


def test_everybody_with_a_way_is_on_it_but_lines_and_those_away_all_that_time() -> None:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    people = [
        contact(1, "Second", order=2),
        contact(2, "First", order=1, per_week=0),
        contact(3, "Doctor", role="clinical"),
        contact(4, "Line", role="line"),
        contact(5, "No way", call=None),
        contact(6, "Away", paused_from=monday),
        contact(7, "Back on Sunday", paused_from=monday, paused_until=sunday - timedelta(days=1)),
    ]
    made = sheet(facts([NIGHTS], people))
    assert [one.name for one in made.people] == ["First", "Second", "Doctor", "Back on Sunday"]


@pytest.mark.parametrize("hour", [10, 23])
def test_open_hours_are_few_and_each_has_a_few_invitations(hour: int) -> None:
    risks = [risk(n, "daily", f"{n:02}:00", f"{n:02}:30") for n in range(12, 22)]
    risks.append(risk(50, "TU", "22:00", "22:30"))
    made = sheet(facts(risks, [contact(1, "Sam", "MO", "08:00", "09:00")]), hour=hour)
    assert len(made.open) == MOST_OPEN
    assert all(len(each.first.invitations) <= MOST_INVITED for each in made.open)
    # What repeats most is asked about, in the order of the days, and nothing that is over.
    assert all(len(each.spans) == (7 if hour == 10 else 6) for each in made.open)
    assert [each.spans[0] for each in made.open] == sorted(each.spans[0] for each in made.open)
    assert all(each.spans[0].end > START.replace(hour=hour).astimezone(UTC) for each in made.open)
