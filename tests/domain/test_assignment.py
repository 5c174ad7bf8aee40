"""The assignment of a week equals brute force, person by person, and an independent solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import networkx as nx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoverplan.domain.assignment import Wanted, assign
from rounds import rounds

Limits = Sequence[int | None]
LEVELS = range(3)


def pins(wanted: Sequence[Wanted], limits: Limits) -> dict[int, int]:
    """Return what pinning settles beforehand: the person's choice, as far as its number goes."""
    loads = [0] * len(limits)
    settled: dict[int, int] = {}
    for level in LEVELS:
        for window, wish in enumerate(wanted):
            pinned = wish.pinned
            if wish.level != level or pinned is None or not wish.able >> pinned & 1:
                continue
            limit = limits[pinned]
            if limit is None or loads[pinned] < limit:
                settled[window] = pinned
                loads[pinned] += 1
    return settled


def everything(wanted: Sequence[Wanted], limits: Limits) -> Iterator[list[int | None]]:
    """Yield every assignment at all that keeps to the pins and to the numbers."""
    settled = pins(wanted, limits)
    choices: list[list[int | None]] = [
        [settled[window]]
        if window in settled
        else [*(place for place in range(len(limits)) if wish.able >> place & 1), None]
        for window, wish in enumerate(wanted)
    ]
    loads = [0] * len(limits)

    def extend(chosen: list[int | None]) -> Iterator[list[int | None]]:
        if len(chosen) == len(choices):
            yield chosen
            return
        for place in choices[len(chosen)]:
            if place is None:
                yield from extend([*chosen, None])
                continue
            limit = limits[place]
            if limit is None or loads[place] < limit:
                loads[place] += 1
                yield from extend([*chosen, place])
                loads[place] -= 1

    return extend([])


def served(wanted: Sequence[Wanted], chosen: Sequence[int | None], level: int) -> int:
    """Return how many windows of a level have a person."""
    return sum(
        place is not None and wish.level == level
        for wish, place in zip(wanted, chosen, strict=True)
    )


def squares(chosen: Sequence[int | None]) -> int:
    """Return the sum of squared loads."""
    people = {place for place in chosen if place is not None}
    return sum(list(chosen).count(place) ** 2 for place in people)


def worth(wanted: Sequence[Wanted], chosen: Sequence[int | None]) -> tuple[object, ...]:
    """Return the aims, one after the other, as something of which less is better."""
    return (
        *(-served(wanted, chosen, level) for level in LEVELS),
        squares(chosen),
        *(99 if place is None else place for place in chosen),
    )


@st.composite
def weeks(draw: st.DrawFn, windows: int, people: int) -> tuple[list[Wanted], list[int | None]]:
    """Draw a week and what everybody agreed to; pins are rare, levels sometimes all one."""
    count = draw(st.integers(1, people))
    levels = draw(st.sampled_from([st.just(1), st.integers(0, 2), st.integers(1, 2)]))
    pin = st.one_of(st.none(), st.none(), st.none(), st.integers(0, count - 1))
    wish = st.builds(Wanted, levels, st.integers(0, 2**count - 1), pin)
    wanted = draw(st.lists(wish, max_size=windows))
    limit = st.one_of(st.none(), st.integers(0, 3))
    return wanted, draw(st.lists(limit, min_size=count, max_size=count))


@settings(max_examples=rounds(500), deadline=None)
@given(weeks(windows=5, people=4))
def test_small_weeks_equal_brute_force_person_by_person(
    week: tuple[list[Wanted], list[int | None]],
) -> None:
    wanted, limits = week
    best = min(everything(wanted, limits), key=lambda chosen: worth(wanted, chosen))
    assert assign(wanted, limits) == best


NUMBERED = st.lists(st.integers(0, 3), min_size=4, max_size=4)
WISH = st.builds(Wanted, st.integers(0, 2), st.integers(0, 15), st.none())
EIGHT = st.lists(WISH, min_size=8, max_size=8)


@settings(max_examples=rounds(40), deadline=None)
@given(EIGHT, NUMBERED)
@example([Wanted(2, 0b0011)] * 4 + [Wanted(0, 0b0001)] * 2 + [Wanted(1, 0b1010)] * 2, [2, 1, 3, 1])
def test_eight_windows_and_four_people_equal_brute_force(
    wanted: list[Wanted], limits: list[int]
) -> None:
    best = min(everything(wanted, limits), key=lambda chosen: worth(wanted, chosen))
    assert assign(wanted, limits) == best


def solve(wanted: Sequence[Wanted], limits: Limits) -> tuple[list[int], int]:
    """Return windows served by level and the sum of squares, by somebody else's solver.

    A flow from the windows through contacts into places, the k-th of which costs 2k − 1; staying
    without a person costs more than all places together, the more the higher the level.
    """
    graph = nx.DiGraph()
    total = len(wanted)
    without = [(2 * total * total) ** (3 - level) for level in LEVELS]
    graph.add_node("end", demand=total)
    for window, wish in enumerate(wanted):
        graph.add_node(("window", window), demand=-1)
        graph.add_edge(("window", window), ("nobody", wish.level), capacity=1, weight=0)
        for place in range(len(limits)):
            if wish.able >> place & 1:
                graph.add_edge(("window", window), ("contact", place), capacity=1, weight=0)
    for level in LEVELS:
        graph.add_edge(("nobody", level), "end", weight=without[level])
    for place, limit in enumerate(limits):
        for number in range(total if limit is None else min(limit, total)):
            one = ("place", place, number)
            graph.add_edge(("contact", place), one, capacity=1, weight=0)
            graph.add_edge(one, "end", capacity=1, weight=2 * number + 1)
    flow = nx.min_cost_flow(graph)
    nobody = [flow.get(("nobody", level), {}).get("end", 0) for level in LEVELS]
    levels = [sum(wish.level == level for wish in wanted) for level in LEVELS]
    loads = [sum(flow.get(("contact", place), {}).values()) for place in range(len(limits))]
    return (
        [all_of - none for all_of, none in zip(levels, nobody, strict=True)],
        sum(load**2 for load in loads),
    )


@settings(max_examples=rounds(12), deadline=None)
@given(st.integers(), st.sampled_from([0.05, 0.2]), st.booleans())
def test_a_big_week_equals_an_independent_solver_in_value(
    seed: int, density: float, scarce: bool
) -> None:
    random = Random(seed)
    able = [sum((random.random() < density) << place for place in range(30)) for _ in range(150)]
    wanted = [Wanted(random.randrange(3), mask) for mask in able]
    agreed = [0, 1, 2, 3] if scarce else [None, 1, 3, 7]
    limits = [random.choice(agreed) for _ in range(30)]
    chosen = assign(wanted, limits)
    for place, limit in enumerate(limits):
        assert limit is None or chosen.count(place) <= limit
    assert all(
        place is None or wish.able >> place & 1 for wish, place in zip(wanted, chosen, strict=True)
    )
    levels = [served(wanted, chosen, level) for level in LEVELS]
    assert (levels, squares(chosen)) == solve(wanted, limits)


def test_a_later_high_window_takes_the_only_place() -> None:
    assert assign([Wanted(2, 1), Wanted(1, 1), Wanted(0, 1)], [1]) == [None, None, 0]


def test_among_equals_the_first_window_gets_the_person() -> None:
    assert assign([Wanted(1, 1), Wanted(1, 1)], [1]) == [0, None]


def test_a_pin_goes_before_levels_and_order_but_not_above_the_number() -> None:
    wanted = [Wanted(0, 0b11), Wanted(2, 0b11, 0), Wanted(2, 0b11, 0)]
    assert assign(wanted, [1, None]) == [1, 0, 1]


def test_nothing_wanted_and_nobody_there() -> None:
    assert assign([], []) == []
    assert assign([Wanted(0, 0)], []) == [None]


def test_somebody_is_dropped_where_another_of_the_level_comes_in_for_it() -> None:
    wanted = [Wanted(0, 0b011), Wanted(0, 0b001), Wanted(0, 0b010)]
    assert assign(wanted, [1, 1]) == [0, None, 1]
    # Here the one who comes in is handed on first, and another level has nobody either.
    wanted = [Wanted(0, 0b101), Wanted(0, 0b110), Wanted(1, 1), Wanted(1, 0b010), Wanted(2, 0b100)]
    assert assign(wanted, [1, 1, 1]) == [0, 2, None, 1, None]


def test_what_holds_for_one_window_is_not_taken_to_hold_for_the_next() -> None:
    """The first can have nobody earlier without somebody having more; the second can."""
    wanted = [Wanted(0, 0b101), Wanted(0, 0b011), Wanted(0, 0b011)]
    assert assign(wanted, [None, None, None]) == [2, 0, 1]
