"""Why this person at this time, why nobody, what would help; said plainly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from domain_plans import much
from planning_examples import NEW_YORK, contact, day, days_after, facts, local, risk
from recoverplan.domain.plan import Facts, Plan, Planned, make_plan
from recoverplan.domain.span import Span
from recoverplan.domain.why import between, whys
from recoverplan.writers.why import bordering, reasons
from rounds import rounds

MONDAY = day("2026-11-23")


def week_planned(known: Facts) -> Plan:
    return make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 7), running_only=False)


def planned(known: Facts, place: int = 0) -> Planned:
    """Return an occurrence of the week."""
    return week_planned(known).occurrences[place]


def sentences(known: Facts, place: int = 0) -> list[str]:
    """Return what is said about an occurrence of the week."""
    plan = week_planned(known)
    each = plan.occurrences[place]
    (found,) = whys(plan, known.lead_minutes, [each])
    return reasons(found, each, NEW_YORK, lead_minutes=known.lead_minutes, clock24=False)


def test_the_only_one_who_can_be_reached() -> None:
    known = facts([risk(1, "MO", "21:00", "24:00")], [contact(1, "Sam", "daily", "18:00", "23:00")])
    assert sentences(known) == [
        "Of the people on your list, only Sam can be reached for these hours.",
        "At 8:30 pm: half an hour before it gets hard.",
    ]


def test_the_first_on_the_list() -> None:
    people = [contact(1, "Sam", "MO", "21:30", "23:00"), contact(2, "Dana"), contact(3, "Kim")]
    known = facts([risk(1, "MO", "21:00", "24:00")], people)
    assert sentences(known) == [
        "Sam comes first on your list of those who can be reached.",
        "At 9:30 pm: Sam can be reached from then on.",
    ]


def test_somebody_later_on_the_list_because_of_hours_numbers_and_fairness() -> None:
    people = [
        contact(1, "Eve", "TU", "08:00", "09:00"),
        contact(2, "Sam", per_week=1),
        contact(3, "Dana", "MO,TU,TH", "08:00", "23:00"),
        contact(4, "Kim"),
    ]
    known = facts([risk(1, "MO,TU,WE,TH", "21:00", "24:00")], people)
    told = [sentences(known, place)[1:-1] for place in range(4)]
    assert [planned(known, place).check_in.contact.name for place in range(4)] == [  # type: ignore[union-attr]
        "Sam",
        "Dana",
        "Kim",
        "Dana",
    ]
    assert told[1] == [
        "Eve can't be reached in time for these.",
        "Sam's one for the week is at other times.",
    ]
    assert told[2] == [
        "Eve can't be reached in time for these.",
        "Sam's one for the week is at other times.",
        "Dana can't be reached in time for these.",
    ]


def test_an_even_load_is_said_with_how_many_there_are() -> None:
    known = facts([risk(1, "MO,TU", "21:00", "24:00")], [contact(1, "Sam"), contact(2, "Dana")])
    assert sentences(known, 1) == [
        "Dana is next on your list, so that nobody is asked too often.",
        "Sam has one check-in that week already.",
        "At 8:30 pm: half an hour before it gets hard.",
    ]


def test_one_call_for_several_hours_is_said() -> None:
    windows = [risk(1, "MO", "21:00", "24:00", label="Nights"),
               risk(2, "MO", "21:00", "22:00", label="Match")]  # fmt: skip
    known = facts(windows, [contact(1, "Sam"), contact(2, "Dana")])
    assert sentences(known) == [
        "Sam comes first on your list of those who can be reached.",
        "It is the same call as for Match.",
        "At 8:30 pm: half an hour before it gets hard.",
    ]
    assert "It is the same call as for Nights." in sentences(known, 1)


def test_who_is_asked_because_they_are_called_anyway() -> None:
    # Sam's one call is at 8:30 for Nights, and Dana's for Tuesday.
    windows = [
        risk(1, "MO", "20:00", "24:00", label="Nights", level="high"),
        risk(2, "MO", "20:30", "22:00", label="Match", level="low"),
        risk(3, "TU", "20:00", "24:00", label="Out", level="high"),
    ]
    people = [
        contact(1, "Sam", "MO", "20:30", "23:00", per_week=1),
        contact(2, "Dana", "MO,TU", "19:00", "23:00", per_week=1),
    ]
    known = facts(windows, people)
    assert sentences(known, 1) == [
        "Sam is asked at that time anyway: one call is enough.",
        "It is the same call as for Nights.",
        "At 8:30 pm: Sam can be reached from then on.",
    ]


def test_a_choice_of_ones_own_and_a_contact_entered_in_the_middle() -> None:
    dana = contact(2, "Dana", created=local("2026-11-23 21:40"))
    known = facts([risk(1, "MO", "21:00", "24:00", check_in=2)], [contact(1, "Sam"), dana])
    assert sentences(known) == [
        "You chose Dana for these hours.",
        "At 9:40 pm: you wrote it down here at that time.",
    ]


def test_who_was_chosen_and_cannot_have_it_is_named() -> None:
    people = [contact(1, "Sam"), contact(2, "Dana", "TU,WE", "09:00", "21:00", per_week=1)]
    known = facts([risk(1, "MO,TU,WE", "18:00", "20:00", check_in=2)], people)
    assert [sentences(known, place)[-2] for place in range(3)] == [
        "Of the people on your list, only Sam can be reached for these hours.",
        "You chose Dana for these hours.",
        "Dana's one for the week is at other times.",
    ]


def test_nobody_because_none_was_wanted_or_none_can_be_reached() -> None:
    unwanted = facts([risk(1, "MO", "21:00", "24:00", no_check_in=True)], [contact(1, "Sam")])
    assert sentences(unwanted) == ["You wanted no check-in for these hours."]
    assert sentences(facts([risk(1, "MO", "21:00", "24:00")], [])) == [
        "Nobody on your list can be reached for these hours yet."
    ]


@pytest.mark.parametrize(("nights", "expected"), [("MO,TU", "two"), ("MO,TU,WE", "two")])
def test_numbers_name_the_change_that_would_help(nights: str, expected: str) -> None:
    known = facts([risk(1, nights, "21:00", "24:00")], [contact(1, "Dana", per_week=1)])
    assert sentences(known, 1) == [
        "The people you can reach then have their agreed check-ins at other times that week.",
        f"Dana could cover this if you agree on {expected} a week.",
        "When it is hard, call anyway.",
    ]


def test_a_change_counts_what_comes_before_these_hours() -> None:
    known = facts([risk(1, "MO,TU,WE", "21:00", "24:00")], [contact(1, "Dana", per_week=1)])
    assert "Dana could cover this if you agree on three a week." in sentences(known, 2)


@settings(max_examples=rounds(40), deadline=None)
@given(much())
def test_what_is_said_to_help_does_help(known: Facts) -> None:
    plan = make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 7), running_only=False)
    for each, found in zip(plan.occurrences, whys(plan, known.lead_minutes), strict=True):
        assert (found.time is None) == (each.check_in is None)
        assert found.person in {"pinned", "only", "first", "fair", "shared"} or not each.check_in
        whole = plan.week_of(each)
        for passed in found.passed:
            if passed.reason == "load":
                assert each.check_in is not None
                asked = whole.contacts.index(each.check_in.contact)
                assert passed.load >= whole.load(asked)
        if found.change is None:
            continue
        contacts = tuple(
            contact(
                each.id, each.name, hours=each.hours, zone=each.zone, per_week=found.change.per_week
            )
            if each == found.change.contact
            else each
            for each in known.contacts
        )
        helped = make_plan(
            known._replace(contacts=contacts),
            MONDAY, MONDAY, days_after(MONDAY, 7), running_only=False,
        )  # fmt: skip
        same = next(o for o in helped.occurrences if (o.risk, o.span) == (each.risk, each.span))
        assert same.check_in is not None


@pytest.mark.parametrize(
    ("hours", "gap", "line", "expected"),
    [
        (
            [("18:00", "22:00")],
            ("22:00", "24:00"),
            True,
            "Ann until 10 pm; after that only the line.",
        ),
        (
            [("22:00", "23:59")],
            ("21:00", "22:00"),
            False,
            "Ann from 10 pm; before that nobody on your list yet.",
        ),
        (
            [("20:00", "22:00"), ("23:00", "24:00"), ("21:00", "22:00")],
            ("22:00", "23:00"),
            True,
            "Ann and Cid until 10 pm, Bob from 11 pm; between them only the line.",
        ),
        ([], ("21:00", "24:00"), False, "Nobody on your list yet."),
    ],
)
def test_open_hours_name_who_is_there_before_and_after(
    hours: list[tuple[str, str]], gap: tuple[str, str], line: bool, expected: str
) -> None:
    people = [
        contact(number, name, "MO", *when)
        for number, (name, when) in enumerate(zip(("Ann", "Bob", "Cid"), hours, strict=False), 1)
    ]
    each = planned(facts([risk(1, "MO", "21:00", "24:00")], people))
    ends = "2026-11-24 00:00" if gap[1] == "24:00" else f"2026-11-23 {gap[1]}"
    span = Span(local(f"2026-11-23 {gap[0]}"), local(ends))
    assert span in each.gaps
    assert bordering(between(each, span), span, NEW_YORK, line=line, clock24=False) == expected
