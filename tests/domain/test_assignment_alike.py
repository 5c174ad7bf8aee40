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
