"""The quick assignment beside the one that goes step by step: the same answer for every week."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assignment_step_by_step as step_by_step
from recoverplan.domain.assignment import Wanted, assign
from rounds import rounds


@st.composite
def weeks(draw: st.DrawFn) -> tuple[list[Wanted], list[int | None]]:
    """Draw windows, some of them alike, and what each contact agreed to."""
    people = draw(st.integers(0, 7))
    masks = draw(st.lists(st.integers(0, (1 << people) - 1), min_size=1, max_size=6))
    pins = st.none() if not people else st.none() | st.integers(0, people - 1)
    window = st.builds(Wanted, st.integers(0, 3), st.sampled_from(masks), pins)
    wanted = draw(st.lists(window, max_size=24))
    limits = st.lists(st.none() | st.integers(0, 4), min_size=people, max_size=people)
    return wanted, draw(limits)


@settings(max_examples=rounds(600))
@given(weeks())
def test_whoever_is_asked_is_the_same_as_step_by_step(
    week: tuple[list[Wanted], list[int | None]],
) -> None:
    wanted, limits = week
    former = [step_by_step.Wanted(*each) for each in wanted]
    assert assign(wanted, limits) == step_by_step.assign(former, limits)


@settings(max_examples=rounds(600))
@given(weeks(), st.data())
def test_an_answer_to_begin_with_changes_nothing(
    week: tuple[list[Wanted], list[int | None]], data: st.DataObject
) -> None:
    """Some of what each was given is settled since, several windows as one call."""
    wanted, limits = week
    before = assign(wanted, limits)
    given_away = [number for number, place in enumerate(before) if place is not None]
    settled = data.draw(st.sets(st.sampled_from(given_away))) if given_away else set()
    kept = [
        data.draw(st.integers(0, sum(before[number] == place for number in settled)))
        for place in range(len(limits))
    ]
    rest = [number for number in range(len(wanted)) if number not in settled]
    windows, held = [wanted[number] for number in rest], [before[number] for number in rest]
    assert assign(windows, limits, kept, held) == assign(windows, limits, kept)


@pytest.mark.parametrize(
    ("able", "limits", "before", "loads"),
    [
        ([0b11, 0b11], [None, None], [0, 0], [1, 1]),
        ([0b11] * 5, [None, 1], [0] * 5, [4, 1]),
        # The most laden gives, where the one who takes has room for one alone.
        ([0b111] * 7 + [0b100], [None, None, 2], [0] * 7 + [2], [3, 3, 2]),
        # Through somebody who has no room; of two such, through the one who is given something.
        ([0b011] * 3 + [0b110], [None, 1, None], [0, 0, 0, 1], [2, 1, 1]),
        ([0b0101] * 3 + [0b1100, 0b1010], [None, 1, 1, None], [0, 0, 0, 2, 1], [2, 1, 1, 1]),
    ],
)
def test_what_was_given_to_few_is_evened_out(
    able: list[int], limits: list[int | None], before: list[int], loads: list[int]
) -> None:
    """As where the others had more on hours that are not theirs any longer."""
    wanted = [Wanted(0, mask) for mask in able]
    found = assign(wanted, limits, (), before)
    assert found == assign(wanted, limits)
    assert [found.count(place) for place in range(len(limits))] == loads
