"""The quick assignment beside the one that goes step by step: the same answer for every week."""

from __future__ import annotations

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
