"""What is on the card."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from planning_examples import risk
from recoverplan.domain.card import make_card
from recoverplan.domain.contact import Contact
from recoverplan.domain.phrase import understand
from recoverplan.domain.region import Region
from recoverplan.domain.risk import IfThen
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import Step, to_carry
from recoverplan.services.emergency import region_named

MADE = datetime(2026, 11, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def contact(number: int, name: str, **given: Any) -> Contact:
    """Return a contact entered in that order."""
    basis: dict[str, Any] = {
        "role": "peer",
        "zone": "UTC",
        "created": MADE,
        "call": f"555-010{number}",
    }
    return Contact(id=number, name=name, **{**basis, **given})


def step(number: int, text: str, kind: str) -> Step:
    """Return a step."""
    return Step(id=number, text=text, kind=kind, created=MADE)


def us() -> Region:
    """Return the United States."""
    return region_named("US")


def test_people_stand_in_the_persons_order_under_the_names_they_chose() -> None:
    people = [
        contact(1, "Sam", order=2),
        contact(2, "Dr. Osei", card_name="A. Osei", order=1, role="clinical"),
        contact(3, "Kim", on_card=False),
        contact(4, "A line", role="line"),
        contact(5, "No way", call=None),
        contact(6, "Never asked", per_week=0, order=3),
    ]
    card = make_card(people, [], us(), TODAY)
    assert [person.name for person in card.people] == ["A. Osei", "Sam", "Never asked"]


@pytest.mark.parametrize(
    ("until", "there"), [(None, False), (date(2026, 12, 1), True), (date(2026, 11, 1), True)]
)
def test_a_pause_without_an_end_takes_somebody_off(until: date | None, there: bool) -> None:
    away = contact(1, "Dana", paused_from=date(2026, 10, 1), paused_until=until)
    assert bool(make_card([away], [], us(), TODAY).people) is there


def test_the_preferred_way_and_the_hours_in_few_words() -> None:
    hours = Hours("x", understand("daily 6-11pm", datetime.now(UTC)).schedule)
    people = [contact(1, "Sam", text="555-0199", hours=(hours,)), contact(2, "Dana")]
    card = make_card(people, [], us(), TODAY, prefer="text")
    assert [(person.way, person.value, person.hours) for person in card.people] == [
        ("text", "555-0199", "every day 6–11 pm"),
        ("call", "555-0102", "any time (not asked yet)"),
    ]


def test_the_first_two_things_to_do_no_warning_sign() -> None:
    steps = [
        step(1, "pacing", "sign"),
        step(2, "lock the car keys away", "safer"),
        step(3, "walk", "alone"),
        step(4, "library", "places"),
    ]
    assert make_card([], to_carry(steps, ()), us(), TODAY).steps == ("walk", "library")


def test_with_no_general_steps_those_of_all_hard_hours_the_highest_level_first() -> None:
    sign = step(1, "pacing", "sign")
    pair = IfThen(condition="I pace", action="I walk")
    low = risk(1, "MO", "09:00", "10:00", level="low", steps=("Radio", "call Sam"))
    high = risk(
        2, "TU", "09:00", "10:00", level="high", steps=("shower", "radio"), if_thens=(pair,)
    )
    assert to_carry([sign], [low, high]) == ["shower", "radio", "call Sam"]
    assert to_carry([step(2, "tea", "alone"), sign], [low, high]) == ["tea"]
    without = risk(2, "TU", "09:00", "10:00", level="high", if_thens=(pair,))
    assert to_carry([], [without]) == ["If I pace, then I walk"]
    assert to_carry([], []) == []


def test_the_regions_crisis_line_and_the_lines_the_person_added() -> None:
    card = make_card([], [], us(), TODAY)
    assert [(line.label, line.call, line.text) for line in card.lines] == [("988", "988", "988")]
    assert (card.emergency, card.month) == ("911", "Nov 2026")
    own = contact(1, "County line", role="line", call="555-0150")
    labels = [line.label for line in make_card([own], [], us(), TODAY).lines]
    assert labels == ["988", "County line"]


def test_no_region_has_no_numbers_and_no_month() -> None:
    card = make_card([], [], region_named(None), TODAY)
    assert (card.emergency, card.lines, card.month) == (None, (), "")


def test_further_steps_wait_for_where_there_is_room() -> None:
    steps = [step(number, f"step {number}", "alone") for number in range(1, 8)]
    card = make_card([], to_carry(steps, ()), us(), TODAY)
    assert (card.steps, card.more_steps) == (("step 1", "step 2"), ("step 3", "step 4", "step 5"))
    assert [len(each.steps) for each in card.fuller()] == [5, 4, 3, 2]


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "every day 6–11 pm, Berlin time"),
        ("Europe/Berlin", "every day 6–11 pm"),
    ],
)
def test_hours_by_another_clock_say_whose(zone: str, said: str) -> None:
    hours = Hours("x", understand("daily 6-11pm", datetime.now(UTC)).schedule)
    people = [
        contact(1, "Jo", hours=(hours,), zone="Europe/Berlin"),
        contact(2, "Al", zone="Europe/Berlin"),
    ]
    card = make_card(people, [], us(), TODAY, zone=zone)
    assert [person.hours for person in card.people] == [said, "any time (not asked yet)"]
