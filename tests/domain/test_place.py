"""Places of one name are told apart by state, else by where they are on the map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoverplan.domain.place import MOST, SAME_KM, Spot, km_between, state_of, told_apart
from rounds import rounds

ILLINOIS, MISSOURI = (39.78, -89.65), (37.21, -93.29)


@pytest.mark.parametrize(
    ("address", "town", "state"),
    [
        ("3186 Pullman St, Costa Mesa, CA 92626, USA", "Costa Mesa", ("CA", "USA")),
        ("1 Elm St, Buffalo, NY, 14201", "Buffalo", ("NY", None)),
        ("Amarillo, .TX, 79101", "Amarillo", ("TX", None)),
        ("Camrose, Alberta, T4V 0B6, Canada", "Camrose", ("Alberta", "Canada")),
        ("Camrose, Canada", "Camrose", ("Canada", None)),
        ("Toronto, ON M5V 2T6, Canada", "Toronto", ("ON", "Canada")),
        ("1 Main St, Springfield, New South Wales 2250, Australia", "Springfield",
         ("New South Wales", "Australia")),
        ("1 Springfield Rd, Springfield, il", "Springfield", ("IL", None)),
        ("1 Elm St", "Newtown", (None, None)),
        ("Newtown, 12345", "Newtown", (None, None)),
        (None, "Newtown", (None, None)),
        ("Newtown, CA", None, (None, None)),
    ],
)  # fmt: skip
def test_the_state_stands_behind_the_town(
    address: str | None, town: str | None, state: tuple[str | None, str | None]
) -> None:
    assert state_of(address, town) == state


def apart(*spots: tuple[object, ...], town: bool = True) -> list[tuple[object, ...]]:
    every = [Spot(number, *each) for number, each in enumerate(spots)]  # type: ignore[arg-type]
    return [(place.states, *place.listings) for place in told_apart(every, town=town)]


def test_states_far_apart_are_several_places_and_near_ones_are_one() -> None:
    assert apart(
        (1, "IL", "USA", ILLINOIS), (1, "MO", "USA", MISSOURI), (1, "IL", "USA", None)
    ) == [(("IL",), 0, 2), (("MO",), 1)]  # fmt: skip
    assert apart((1, "MO", None, (39.10, -94.58)), (1, "KS", None, (39.11, -94.63))) == [
        (("MO", "KS"), 0, 1)
    ]
    # Without a map, two states are two places.
    assert apart((1, "IL", None, None), (1, "MO", None, None)) == [(("IL",), 0), (("MO",), 1)]


def test_without_a_state_the_map_tells() -> None:
    assert apart((1, None, None, ILLINOIS), (1, None, None, MISSOURI)) == [((), 0), ((), 1)]
    assert apart((1, None, None, ILLINOIS), (2, None, None, (39.9, -89.7))) == [((), 0, 1)]
    assert apart((1, "IL", None, ILLINOIS), (2, None, None, (39.9, -89.7))) == [(("IL",), 0, 1)]
    assert apart((1, "IL", None, ILLINOIS), (2, None, None, MISSOURI)) == [(("IL",), 0), ((), 1)]


def test_what_cannot_be_told_goes_where_its_list_has_most() -> None:
    spots = [(1, "IL", None, ILLINOIS), (1, "IL", None, ILLINOIS), (2, "MO", None, MISSOURI)]
    assert apart(*spots, (2, None, None, None)) == [(("IL",), 0, 1), (("MO",), 2, 3)]
    assert apart(*spots, (3, None, None, None)) == [(("IL",), 0, 1, 3), (("MO",), 2)]


def test_a_country_alone_is_no_state() -> None:
    assert apart(
        (1, "Alberta", "Canada", None), (1, "Alberta", "Canada", None), (1, "Canada", None, None)
    ) == [(("Alberta",), 0, 1, 2)]  # fmt: skip
    assert apart((1, "NY", "NY", None), (1, "NY", None, None)) == [(("NY",), 0, 1)]


def test_a_region_is_one_place_in_each_list() -> None:
    europe = [(1, "Germany", None, (52.5, 13.4)), (1, "Spain", None, (40.4, -3.7))]
    assert apart(*europe, town=False) == [(("Germany", "Spain"), 0, 1)]
    central = [(1, "OH", None, (40.0, -83.0)), (2, "TX", None, (30.3, -97.7))]
    assert apart(*central, town=False) == [(("OH",), 0), (("TX",), 1)]


def test_a_state_that_few_say_is_a_slip_and_not_shown() -> None:
    many = [(1, "CA", None, (33.6, -117.9))] * 30
    assert apart(*many, (1, "CAL", None, (33.6, -117.9)))[0][0] == ("CA",)


def test_the_distance_is_that_of_the_globe() -> None:
    assert km_between((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015.1, abs=0.1)
    assert km_between((40.0, 10.0), (41.0, 10.0)) == pytest.approx(111.195, abs=0.001)


SPOTS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from([None, "IL", "MO", "il", "USA"]),
        st.sampled_from([None, "USA"]),
        st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    ),
    min_size=1, max_size=90,
)  # fmt: skip


@settings(max_examples=rounds(60), deadline=None)
@given(SPOTS, st.booleans())
def test_every_meeting_is_in_one_place_and_places_are_told_apart(
    spots: list[tuple[object, ...]], town: bool
) -> None:
    every = [Spot(number, *each) for number, each in enumerate(spots)]  # type: ignore[arg-type]
    places = told_apart(every, town=town)
    assert sorted(each for place in places for each in place.listings) == list(range(len(spots)))
    assert 1 <= len(places) <= MOST
    states = [state.casefold() for place in places for state in place.states]
    assert len(states) == len(set(states)) or not town
    middles = [place.middle for place in places if place.middle and not place.states]
    assert len(places) == MOST or all(
        km_between(one, other) > SAME_KM
        for number, one in enumerate(middles) for other in middles[:number]
    )  # fmt: skip
