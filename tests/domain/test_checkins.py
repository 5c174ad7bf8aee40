"""Check-ins: when somebody is asked, whole weeks, pins; one answer, whoever looks and whenever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain_plans import much
from planning_examples import NEW_YORK, contact, day, days_after, facts, local, risk
from recoverplan.domain.checkins import Occurrence, monday_of, occurrences_of, plan_week, with_more
from recoverplan.domain.coverage import reach
from recoverplan.domain.plan import Facts, Plan, make_plan
from rounds import rounds

MONDAY = day("2026-11-23")


def week(
    known: Facts, start: datetime = MONDAY, days: int = 7, *, running_only: bool = True
) -> Plan:
    """Plan some days as seen on their first morning."""
    now = start.replace(hour=10)
    return make_plan(known, now, start, days_after(start, days), running_only=running_only)


def asked(plan: Plan) -> list[str]:
    """Return the check-ins in order: "Sam 23 20:30", or "nobody"."""
    return [
        f"{each.check_in.contact.name} {each.check_in.at.astimezone(plan.zone):%d %H:%M}"
        if each.check_in
        else "nobody"
        for each in plan.occurrences
    ]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (("18:00", "23:00"), "Sam 23 20:30"),  # half an hour before
        (("20:45", "23:00"), "Sam 23 20:45"),  # from when they may be reached
        (("22:00", "23:00"), "Sam 23 22:00"),  # first while it is hard
        (("18:00", "20:40"), "Sam 23 20:30"),  # they need not be there during it
        (("18:00", "20:30"), "nobody"),  # up to, not including
        (("23:59", "24:00"), "Sam 23 23:59"),
        (("00:00", "20:00"), "nobody"),
    ],
)
def test_a_check_in_is_at_the_first_instant_somebody_can_be_reached(
    hours: tuple[str, str], expected: str
) -> None:
    nights = risk(1, "MO", "21:00", "24:00")
    assert asked(week(facts([nights], [contact(1, "Sam", "MO", *hours)]))) == [expected]


def test_hours_that_end_as_the_lead_begins_are_too_early_in_any_week() -> None:
    nights, noon = risk(1, "TU", "21:00", "24:00"), risk(2, "MO", "12:00", "13:00")
    sam = contact(1, "Sam", "daily", "18:00", "20:30")
    assert asked(week(facts([nights, noon], [sam]))) == ["nobody", "nobody"]


def test_the_lead_can_be_set() -> None:
    known = facts([risk(1, "MO", "21:00", "24:00")], [contact(1, "Sam")], lead_minutes=120)
    assert asked(week(known)) == ["Sam 23 19:00"]


@pytest.mark.parametrize(
    ("window", "person", "expected"),
    [
        ("2026-11-23 20:00", "2026-11-23 20:00", "Sam 23 20:30"),
        ("2026-11-23 20:40", "2026-11-23 20:00", "Sam 23 20:40"),
        ("2026-11-23 20:00", "2026-11-23 22:10", "Sam 23 22:10"),
        ("2026-11-23 22:20", "2026-11-23 22:10", "Sam 23 22:20"),
        ("2026-11-24 00:00", "2026-11-23 10:00", "nobody"),
        ("2026-11-23 10:00", "2026-11-24 00:00", "nobody"),
    ],
)
def test_nobody_is_asked_before_both_were_entered(window: str, person: str, expected: str) -> None:
    nights = risk(1, "MO", "21:00", "24:00", created=local(window))
    sam = contact(1, "Sam", created=local(person))
    assert asked(week(facts([nights], [sam]))) == [expected]


def test_what_had_ended_when_the_contact_was_entered_uses_up_no_number() -> None:
    evenings = risk(1, "MO,TU,WE", "18:00", "20:00")
    sam = contact(1, "Sam", per_week=2, created=local("2026-11-23 21:00"))
    plan = week(facts([evenings], [sam]), running_only=False)
    assert asked(plan) == ["nobody", "Sam 24 17:30", "Sam 25 17:30"]


def test_a_pinned_contact_goes_before_the_order() -> None:
    people = [contact(1, "Sam"), contact(2, "Dana")]
    assert asked(week(facts([risk(1, "MO,TU,WE", "18:00", "20:00", check_in=2)], people))) == [
        "Dana 23 17:30",
        "Dana 24 17:30",
        "Dana 25 17:30",
    ]


def test_a_pinned_contact_who_is_away_is_stood_in_for() -> None:
    people = [contact(1, "Sam"), contact(2, "Dana", "TU", "09:00", "21:00")]
    plan = week(facts([risk(1, "MO,TU", "18:00", "20:00", check_in=2)], people))
    assert asked(plan) == ["Sam 23 17:30", "Dana 24 17:30"]


def test_what_was_agreed_holds_for_a_pinned_contact_too() -> None:
    people = [contact(1, "Sam"), contact(2, "Dana", per_week=1)]
    plan = week(facts([risk(1, "MO,TU", "18:00", "20:00", check_in=2)], people))
    assert asked(plan) == ["Dana 23 17:30", "Sam 24 17:30"]


def test_hours_without_a_check_in_take_nobodys_number() -> None:
    people = [contact(1, "Sam", per_week=1)]
    alone = risk(1, "MO", "18:00", "20:00", level="high", no_check_in=True)
    plan = week(facts([alone, risk(2, "TU", "18:00", "20:00", level="low")], people))
    assert asked(plan) == ["nobody", "Sam 24 17:30"]


def test_hours_that_want_one_person_at_one_instant_take_one_call() -> None:
    windows = [
        risk(1, "MO", "18:00", "24:00"),
        risk(2, "MO", "18:00", "20:00", level="low"),
        risk(3, "TU", "18:00", "20:00"),
    ]
    plan = week(facts(windows, [contact(1, "Sam", per_week=2)]))
    assert asked(plan) == ["Sam 23 17:30", "Sam 23 17:30", "Sam 24 17:30"]
    assert [plan.same_call(each) for each in plan.occurrences] == [False, True, False]


def test_calls_merge_inside_one_week_alone() -> None:
    # Sunday's last half hour and Monday's first hours want Sam at 23:30, in two weeks' numbers.
    late, early = risk(1, "SU", "23:30", "24:00"), risk(2, "2026-11-30", "00:00", "02:00")
    known = facts([late, early], [contact(1, "Sam", "daily", "23:30", "24:00", per_week=1)])
    plan = week(known, day("2026-11-28"), days=3)
    assert asked(plan) == ["Sam 29 23:30", "Sam 29 23:30"]
    both = known._replace(
        risks=(late, risk(2, "SU", "23:00", "24:00"), risk(3, "MO,SU", "23:30", "24:00"))
    )
    assert asked(week(both)) == ["nobody", *["Sam 29 23:30"] * 3]


def test_what_is_over_says_nothing_of_a_call_that_still_runs() -> None:
    windows = [risk(1, "MO", "18:00", "19:00"), risk(2, "MO", "18:00", "24:00")]
    now = day("2026-11-23").replace(hour=21)
    known = facts(windows, [contact(1, "Sam")])
    plan = make_plan(known, now, MONDAY, days_after(MONDAY, 1), running_only=False)
    assert [plan.same_call(each) for each in plan.occurrences] == [True, False]


def test_numbers_begin_again_on_monday() -> None:
    known = facts([risk(1, "SU,MO", "18:00", "20:00")], [contact(1, "Sam", per_week=1)])
    plan = make_plan(
        known, day("2026-11-29"), day("2026-11-29"), day("2026-12-01"), running_only=False
    )
    # Monday the 23rd has this week's one; Sunday shows that the week is planned whole.
    assert asked(plan) == ["nobody", "Sam 30 17:30"]


def test_a_week_is_the_one_that_hours_start_in() -> None:
    known = facts([risk(1, "SU,MO", "23:00", "02:00")], [contact(1, "Sam", per_week=2)])
    plan = make_plan(known, day("2026-11-23"), day("2026-11-23"), day("2026-11-24"))
    assert asked(plan) == ["Sam 22 22:30", "Sam 23 22:30"]


@settings(max_examples=rounds(60), deadline=None)
@given(much(), st.integers(-3, 12), st.sampled_from([1, 2, 7, 15]), st.integers(0, 23))
def test_whoever_is_asked_is_asked_whatever_is_shown_and_whenever(
    known: Facts, first: int, days: int, hour: int
) -> None:
    all_of_it = make_plan(known, MONDAY, day("2026-11-15"), day("2026-12-20"), running_only=False)
    answers = {(each.risk.id, each.span): each for each in all_of_it.occurrences}
    start = days_after(MONDAY, first)
    for running_only, later in product((False, True), (0, 5)):
        now = (start + timedelta(days=later)).replace(hour=hour)
        shown = make_plan(
            known, now, start, days_after(start, days), running_only=running_only
        ).occurrences
        expected = [
            each
            for each in all_of_it.occurrences
            if each.span.start < days_after(start, days)
            and start < each.span.end
            and not (running_only and each.span.end <= now)
        ]
        assert list(shown) == expected
        assert all(answers[each.risk.id, each.span] == each for each in shown)


@settings(max_examples=rounds(60), deadline=None)
@given(much())
def test_nobody_is_asked_more_often_in_a_week_than_they_agreed_to(known: Facts) -> None:
    plan = make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 28), running_only=False)
    for person in known.contacts:
        # One call, whatever it serves, counts once in each week that has it.
        calls = {
            (each.span.start.astimezone(NEW_YORK).date().isocalendar().week, each.check_in.at)
            for each in plan.occurrences
            if each.check_in and each.check_in.contact == person
        }
        weeks = [week for week, _ in calls]
        assert all(
            person.per_week is None or weeks.count(number) <= person.per_week
            for number in set(weeks)
        )


@settings(max_examples=rounds(60), deadline=None)
@given(much())
def test_a_check_in_falls_between_the_lead_and_the_end_when_they_may_be_reached(
    known: Facts,
) -> None:
    plan = make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 14), running_only=False)
    for each in plan.occurrences:
        if each.check_in is None:
            continue
        at, person = each.check_in.at, each.check_in.contact
        assert each.span.start - timedelta(minutes=30) <= at < each.span.end
        assert at >= max(person.created, each.risk.created)
        if at >= each.span.start:
            assert any(
                cover.source == person and cover.span.start <= at < cover.span.end
                for cover in each.cover
            )


def test_who_was_chosen_for_no_hours_is_not_the_first_of_all() -> None:
    """None is nobody's number: the first in the list is asked, whatever the numbers."""
    people = [contact(1, "Sam", order=2), contact(2, "Lee", order=1)]
    assert asked(week(facts([risk(1, "MO", "21:00", "24:00")], people))) == ["Lee 23 20:30"]


def test_hours_that_were_entered_as_they_ended_ask_nobody() -> None:
    ended = local("2026-11-24 00:00")
    nights, people = risk(1, "MO,TU", "21:00", "24:00", created=ended), [contact(1, "Sam")]
    found = asked(week(facts([nights], people), running_only=False))
    assert found == ["nobody", "Sam 24 20:30"]
    earlier = risk(1, "MO", "21:00", "24:00", created=ended - timedelta(minutes=1))
    assert asked(week(facts([earlier], people), running_only=False)) == ["Sam 23 23:59"]


def test_somebody_who_was_entered_in_the_week_is_asked_from_then_on() -> None:
    two = [risk(1, "MO", "21:00", "24:00"), risk(2, "TU", "21:00", "24:00")]
    sam = contact(1, "Sam", "daily", "18:00", "23:00", created=local("2026-11-23 23:00"))
    assert asked(week(facts(two, [sam]), running_only=False)) == ["nobody", "Sam 24 20:30"]
    always = contact(1, "Sam", created=local("2026-11-23 23:30"))
    assert asked(week(facts(two, [always]), running_only=False)) == [
        "Sam 23 23:30",
        "Sam 24 20:30",
    ]


def test_a_week_knows_its_size_its_loads_and_what_one_more_would_change() -> None:
    nights = risk(1, "MO,TU,WE", "21:00", "24:00")
    people = [contact(1, "Sam", per_week=1), contact(2, "Lee", per_week=1)]
    start, end = local("2026-11-23 00:00"), local("2026-11-30 00:00")
    found = occurrences_of([nights], NEW_YORK, start, end)
    made = plan_week(found, reach(people, start, end, NEW_YORK), timedelta(minutes=30))
    assert made.size == 6
    assert [made.load(place) for place in (0, 1)] == [1, 1]
    assert [row.choice for row in made.rows] == [0, 1, None]
    assert with_more(made, 0, 1) == [0, 0, 1]
    assert with_more(made, 1, 1) == [0, 1, 1]
    assert with_more(made, 0, 0) == [0, 1, None]


def test_one_more_of_no_number_at_all_changes_nothing() -> None:
    nights = risk(1, "MO,TU", "21:00", "24:00")
    start, end = local("2026-11-23 00:00"), local("2026-11-30 00:00")
    found = occurrences_of([nights], NEW_YORK, start, end)
    made = plan_week(found, reach([contact(1, "Sam")], start, end, NEW_YORK), timedelta(minutes=30))
    assert with_more(made, 0, 1) == [0, 0]


def test_one_call_for_two_hours_is_one_of_somebodys_load() -> None:
    two = [risk(1, "MO", "21:00", "24:00"), risk(2, "MO", "21:00", "22:00")]
    start, end = local("2026-11-23 00:00"), local("2026-11-30 00:00")
    people = reach([contact(1, "Sam"), contact(2, "Lee", per_week=0)], start, end, NEW_YORK)
    made = plan_week(occurrences_of(two, NEW_YORK, start, end), people, timedelta())
    assert [made.load(place) for place in (0, 1)] == [1, 0]


def test_occurrences_come_by_start_then_level_then_number() -> None:
    early, low, high, same = (
        risk(4, "MO", "20:00", "21:00"),
        risk(3, "MO", "21:00", "24:00", level="low"),
        risk(2, "MO", "21:00", "24:00", level="high"),
        risk(1, "MO", "21:00", "24:00", level="low"),
    )
    start, end = local("2026-11-23 00:00"), local("2026-11-24 00:00")
    found = occurrences_of([same, low, high, early], NEW_YORK, start, end)
    assert [each.risk.id for each in found] == [4, 2, 1, 3]
    assert isinstance(found[0], Occurrence)


def test_the_monday_of_an_instant_is_that_of_its_zone() -> None:
    late = datetime(2026, 11, 23, 3, tzinfo=UTC)  # Sunday in New York
    assert monday_of(late, NEW_YORK).isoformat() == "2026-11-16"
    assert monday_of(late + timedelta(hours=3), NEW_YORK).isoformat() == "2026-11-23"
