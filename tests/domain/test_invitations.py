"""Open hours get a few concrete invitations, the nearest at hand first."""

from __future__ import annotations

from datetime import date

from planning_examples import NEW_YORK, contact, day, days_after, facts, group, risk, said
from recoverplan.domain.invitations import MOST, Invitation, OpenHours, open_hours, said_once
from recoverplan.domain.plan import Facts, make_plan
from recoverplan.writers.invitations import sentence

MONDAY = day("2026-11-23")


def found(known: Facts) -> list[OpenHours]:
    """Return the open hours of the week."""
    plan = make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 7))
    return open_hours(known, plan.occurrences)


def kinds(known: Facts) -> list[str]:
    """Return the kinds of invitation for the first gap."""
    return [
        f"{each.kind} {each.name}" if each.name else each.kind
        for each in found(known)[0].invitations
    ]


def sentences(known: Facts) -> list[str]:
    """Return what is said for the first gap."""
    return [sentence(each, NEW_YORK, clock24=False) for each in found(known)[0].invitations]


NIGHT = risk(1, "MO", "21:00", "24:00")
EVERY_ROLE = [
    contact(90 + number, f"{role} of mornings", "daily", "06:00", "07:00", role=role, per_week=1)
    for number, role in enumerate(("peer", "sponsor", "family", "practical"))
]


def test_hours_that_end_just_before_come_first() -> None:
    people = [
        contact(1, "Priya", "MO", "20:00", "22:00"),
        contact(2, "Sam", "MO", "18:00", "23:00"),
        contact(3, "Early", "MO", "08:00", "20:59"),
        *EVERY_ROLE,
    ]
    assert said(found(facts([NIGHT], people))[0].span) == "23 23:00 to 24 00:00"
    assert sentences(facts([NIGHT], people)) == [
        "Sam can be reached until 11 pm; you could ask if until midnight is all right.",
        "Priya can be reached until 10 pm; you could ask if until midnight is all right.",
        "There may be a meeting online at 11 pm; listening is participating.",
    ]


def test_hours_that_begin_just_after_and_long_gaps_ask_only_a_bit_more() -> None:
    known = facts(
        [risk(1, "TH", "14:00", "20:00")], [contact(1, "Sam", "TH", "18:00", "23:00"), *EVERY_ROLE]
    )
    assert sentences(known)[0] == (
        "Sam can be reached from 6 pm; you could ask if from 5 pm is all right."
    )


def test_people_on_the_list_who_do_not_count_yet() -> None:
    people = [
        contact(1, "Sam", "MO", "23:00", "24:00", call=None),
        contact(2, "Pat", role="practical"),
        contact(3, "Clinic", "daily", "09:00", "17:00", role="clinical"),
        contact(4, "Never", per_week=0),
        contact(5, "Line", role="line"),
        *EVERY_ROLE,
    ]
    assert kinds(facts([NIGHT], people)) == ["way Sam", "number Pat", "online"]


def test_a_group_put_aside_is_named_and_one_left_or_unsafe_is_not() -> None:
    places = [
        group(1, "Owls", "MO", "22:00", "23:00", status="paused"),
        group(2, "Left", "MO", "22:00", "23:00", status="left"),
        group(3, "Unsafe", "MO", "22:00", "23:00", status="paused", unsafe=True),
        group(4, "Other day", "TU", "22:00", "23:00", status="paused"),
    ]
    assert sentences(facts([NIGHT], EVERY_ROLE, places)) == [
        "Owls meets 10 to 11 pm; you can go back if you want.",
        "There may be a meeting online at 9 pm; listening is participating.",
    ]


def test_only_one_kind_of_support_is_named_that_is_not_on_the_list() -> None:
    assert kinds(facts([NIGHT], [])) == ["peer", "online"]
    peer = contact(1, "Sam", "MO", "08:00", "09:00")
    assert kinds(facts([NIGHT], [peer])) == ["sponsor", "online"]


def test_somebody_who_is_away_is_not_asked_for_more() -> None:
    away = contact(
        1, "Sam", "MO", "18:00", "23:00",
        paused_from=date(2026, 11, 20), paused_until=date(2026, 11, 30),
    )  # fmt: skip
    assert "longer Sam" not in kinds(facts([NIGHT], [away, *EVERY_ROLE]))


def test_never_more_than_a_few_and_in_order_of_time() -> None:
    people = [contact(number, f"P{number}", "MO", "18:00", "20:30") for number in range(1, 9)]
    people += [contact(number, f"N{number}", role="practical") for number in range(11, 15)]
    known = facts([NIGHT, risk(2, "MO,SU", "20:00", "24:00")], people)
    gaps = found(known)
    assert [said(each.span) for each in gaps] == [
        "23 20:30 to 24 00:00",
        "23 21:00 to 24 00:00",
        "29 20:00 to 30 00:00",
    ]
    assert all(0 < len(each.invitations) <= MOST for each in gaps)


def test_nothing_open_needs_nothing() -> None:
    assert found(facts([NIGHT], [contact(1, "Sam")])) == []
    assert found(facts([], [])) == []


def test_what_the_lists_have_comes_in_the_order_in_which_it_was_found() -> None:
    (open_then,) = found(facts([NIGHT], []))
    listed = tuple(Invitation("listed", name, open_then.span, 1001) for name in ("Best", "Next"))
    (said,) = said_once([open_then._replace(invitations=listed)], NEW_YORK)
    assert [each.name for each in said.first.invitations] == ["Best", "Next"]
