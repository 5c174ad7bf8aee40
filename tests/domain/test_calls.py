"""Shared calls equal brute force with the same three steps; with none shared, `assign` itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoverplan.domain.assignment import Wanted, assign
from recoverplan.domain.calls import Stretch, assign_calls
from rounds import rounds

Limits = Sequence[int | None]
Call = tuple[int, int]
LEVELS = range(3)


class Ask:
    """Stretches with the same people at the same instants and the same pin, by number."""

    def __init__(self, stretches: Sequence[Stretch], members: list[int]) -> None:
        self.members = members
        self.times = dict(stretches[members[0]].times)
        self.pinned = stretches[members[0]].pinned
        levels = [stretches[member].level for member in members]
        self.weight = tuple(levels.count(level) for level in LEVELS)


def asks_of(stretches: Sequence[Stretch]) -> list[Ask]:
    """Take the first step: gather what is one ask, in the order of their first stretches."""

    def key(number: int) -> tuple[object, ...]:
        pinned = stretches[number].pinned
        return (sorted(stretches[number].times), -1 if pinned is None else pinned)

    gathered = groupby(sorted(range(len(stretches)), key=key), key)
    members = sorted(list(numbers) for _, numbers in gathered)
    return [Ask(stretches, each) for each in members]


def pins(asks: Sequence[Ask], loads: list[int], limits: Limits) -> dict[int, int]:
    """Return what pinning settles beforehand, the weightiest ask first; adds it to the loads."""
    settled: dict[int, int] = {}
    for number in sorted(range(len(asks)), key=lambda one: [-n for n in asks[one].weight]):
        place = asks[number].pinned
        if place is None or place not in asks[number].times:
            continue
        limit = limits[place]
        if limit is None or loads[place] < limit:
            settled[number] = place
            loads[place] += 1
    return settled


def every_way(
    asks: Sequence[Ask], loads: list[int], limits: Limits, settled: dict[int, int]
) -> Iterator[tuple[object, list[int | None]]]:
    """Yield every assignment that keeps to the numbers, with what of it is to be least."""

    def extend(chosen: list[int | None]) -> Iterator[tuple[object, list[int | None]]]:
        number = len(chosen)
        if number == len(asks):
            served = [
                -sum(ask.weight[level] for ask, place in zip(asks, chosen, strict=True)
                     if place is not None)
                for level in LEVELS
            ]  # fmt: skip
            squares = sum(load * load for load in loads)
            yield (*served, squares, *(99 if place is None else place for place in chosen)), chosen
        elif number in settled:
            yield from extend([*chosen, settled[number]])
        else:
            yield from extend([*chosen, None])
            for place in asks[number].times:
                limit = limits[place]
                if limit is None or loads[place] < limit:
                    loads[place] += 1
                    yield from extend([*chosen, place])
                    loads[place] -= 1

    return extend([])


def brute(stretches: Sequence[Stretch], limits: Limits) -> list[int | None]:
    """Return the answer by trying every assignment in each round of the three steps."""
    asks = asks_of(stretches)
    calls: dict[Call, list[Ask]] = {}
    open_asks = asks
    while True:
        loads = [sum(place == holder for holder, _ in calls) for place in range(len(limits))]
        settled = pins(open_asks, loads, limits)
        _, best = min(every_way(open_asks, loads, limits, settled))
        found: dict[Call, list[Ask]] = {}
        for ask, place in zip(open_asks, best, strict=True):
            if place is not None:
                found.setdefault((place, ask.times[place]), []).append(ask)
        falling = {call: some for call, some in found.items() if len(some) > 1 or call in calls}
        for call, some in falling.items():
            calls.setdefault(call, []).extend(some)
        open_asks = [ask for ask in open_asks if not any(ask in some for some in calls.values())]
        if not falling:
            break
    made = calls | found
    chosen: list[int | None] = [None] * len(stretches)
    for ask in asks:
        holders = [place for (place, _), some in made.items() if ask in some]
        riding = [place for place in sorted(ask.times) if (place, ask.times[place]) in made]
        for member in ask.members:
            chosen[member] = next(iter([*holders, *riding]), None)
    return chosen


def calls_of(stretches: Sequence[Stretch], chosen: Sequence[int | None]) -> set[Call]:
    """Return the calls that an answer makes."""
    return {
        (place, dict(stretch.times)[place])
        for stretch, place in zip(stretches, chosen, strict=True)
        if place is not None
    }


def served(stretches: Sequence[Stretch], chosen: Sequence[int | None]) -> list[int]:
    """Return how many stretches of each level have a person."""
    return [
        sum(stretch.level == level and place is not None
            for stretch, place in zip(stretches, chosen, strict=True))
        for level in LEVELS
    ]  # fmt: skip


@st.composite
def weeks(
    draw: st.DrawFn, most: int, people: int, instants: int
) -> tuple[list[Stretch], list[int | None]]:
    """Draw a week in which people are wanted at few instants; pins are rare."""
    count = draw(st.integers(1, people))
    levels = draw(st.sampled_from([st.just(1), st.integers(0, 2), st.integers(1, 2)]))
    pin = st.one_of(st.none(), st.none(), st.none(), st.integers(0, count - 1))

    def times(able: int, marks: list[int]) -> tuple[Call, ...]:
        return tuple((place, marks[place]) for place in range(count) if able >> place & 1)

    some = st.builds(
        times,
        st.integers(0, 2**count - 1),
        st.lists(st.integers(0, instants), min_size=count, max_size=count),
    )
    stretches = draw(st.lists(st.builds(Stretch, levels, some, pin), max_size=most))
    limit = st.one_of(st.none(), st.integers(0, 3))
    return stretches, draw(st.lists(limit, min_size=count, max_size=count))


@st.composite
def nested(draw: st.DrawFn) -> tuple[list[Stretch], list[int | None]]:
    """Draw windows of one or two evenings that nest and overlap, and when people may be reached.

    Instants are half hours; whoever may be reached is called an hour before, or from when they can.
    """
    count = draw(st.integers(1, 4))
    reach = draw(st.lists(st.lists(st.integers(0, 20), max_size=3), min_size=count, max_size=count))
    stretches = []
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(1, 14))
        end = start + draw(st.integers(1, 8))
        first = {
            place: max(begin, start - 2)
            for place, begins in enumerate(reach)
            for begin in sorted(begins, reverse=True)
            if begin < end and start - 2 < begin + 6
        }
        stretches.append(Stretch(draw(st.integers(0, 2)), tuple(sorted(first.items()))))
    limit = st.one_of(st.none(), st.integers(0, 3))
    return stretches, draw(st.lists(limit, min_size=count, max_size=count))


@settings(max_examples=rounds(400), deadline=None)
@given(weeks(most=5, people=4, instants=2))
def test_small_weeks_equal_brute_force_with_the_same_steps(
    week: tuple[list[Stretch], list[int | None]],
) -> None:
    stretches, limits = week
    assert assign_calls(stretches, limits) == brute(stretches, limits)


@settings(max_examples=rounds(300), deadline=None)
@given(nested())
def test_windows_that_nest_and_overlap_equal_brute_force(
    week: tuple[list[Stretch], list[int | None]],
) -> None:
    stretches, limits = week
    assert assign_calls(stretches, limits) == brute(stretches, limits)


FULL = st.lists(
    st.builds(
        Stretch,
        st.integers(0, 2),
        st.lists(st.integers(0, 3), min_size=4, max_size=4).map(lambda at: tuple(enumerate(at))),
        st.none(),
    ),
    min_size=8,
    max_size=8,
)


@settings(max_examples=rounds(25), deadline=None)
@given(FULL, st.lists(st.integers(0, 3), min_size=4, max_size=4))
@example([Stretch(1, ((0, n // 2), (1, n), (2, 0), (3, n % 3))) for n in range(8)], [2, 1, 1, 2])
def test_eight_stretches_and_four_people_equal_brute_force(
    stretches: list[Stretch], limits: list[int]
) -> None:
    assert assign_calls(stretches, limits) == brute(stretches, limits)


@settings(max_examples=rounds(300), deadline=None)
@given(weeks(most=12, people=5, instants=3))
def test_nobody_is_asked_above_their_number_and_no_fewer_are_served(
    week: tuple[list[Stretch], list[int | None]],
) -> None:
    stretches, limits = week
    chosen = assign_calls(stretches, limits)
    made = calls_of(stretches, chosen)
    for contact, limit in enumerate(limits):
        assert limit is None or sum(holder == contact for holder, _ in made) <= limit
    unpinned = [stretch._replace(pinned=None) for stretch in stretches]
    today = assign([wanted(stretch) for stretch in unpinned], limits)
    assert served(unpinned, assign_calls(unpinned, limits)) >= served(unpinned, today)
    # Whoever has nobody could not ride along either.
    for stretch, place in zip(stretches, chosen, strict=True):
        assert place is not None or not made & set(stretch.times)


def wanted(stretch: Stretch) -> Wanted:
    """Return a stretch as a window by itself."""
    able = sum(1 << place for place, _ in stretch.times)
    return Wanted(stretch.level, able, stretch.pinned)


@settings(max_examples=rounds(300), deadline=None)
@given(weeks(most=12, people=5, instants=3))
def test_where_no_instant_is_shared_it_is_as_each_by_itself(
    week: tuple[list[Stretch], list[int | None]],
) -> None:
    apart = [
        stretch._replace(times=tuple((place, number) for place, _ in stretch.times))
        for number, stretch in enumerate(week[0])
    ]
    assert assign_calls(apart, week[1]) == assign([wanted(each) for each in apart], week[1])


def test_one_ask_takes_one_of_the_calls_agreed_to() -> None:
    both = Stretch(1, ((0, 7),))
    assert assign_calls([both, both, Stretch(1, ((0, 9),))], [2]) == [0, 0, 0]
    assert assign_calls([both, both, Stretch(1, ((0, 9),))], [1]) == [0, 0, None]


def test_an_ask_weighs_what_is_in_it() -> None:
    # Two high ones go before one; one high and one low before one high alone.
    one, two = Stretch(0, ((0, 1),)), Stretch(0, ((0, 2),))
    assert assign_calls([one, two, two], [1]) == [None, 0, 0]
    assert assign_calls([one, two, two._replace(level=2)], [1]) == [None, 0, 0]
    assert assign_calls([one, *[two._replace(level=1)] * 5], [1]) == [0, *[None] * 5]


def test_what_falls_together_is_one_call_and_frees_the_other() -> None:
    # Sam at 20:30 for two windows that others could have too; his second call goes to a third.
    evening, late = Stretch(1, ((0, 1), (1, 1))), Stretch(1, ((0, 1), (1, 2)))
    assert assign_calls([evening, late, Stretch(1, ((0, 3),))], [2, 0]) == [0, 0, 0]


def test_a_settled_call_counts_once_towards_an_even_load() -> None:
    evening, late = Stretch(1, ((0, 1),)), Stretch(1, ((0, 1), (2, 5)))
    third = Stretch(1, ((0, 8), (1, 8)))
    assert assign_calls([evening, late, third], [None, None, 0]) == [0, 0, 1]


def test_whoever_has_nobody_rides_along_with_the_earliest_contacts_call() -> None:
    first, second = Stretch(0, ((0, 4), (1, 9))), Stretch(0, ((0, 2), (1, 4)))
    rider = Stretch(2, ((0, 4), (1, 4)))
    assert assign_calls([first, second, rider], [1, 1]) == [0, 1, 0]


def test_a_different_pin_is_another_ask() -> None:
    same = ((0, 1), (1, 1))
    assert assign_calls([Stretch(1, same), Stretch(1, same, 1)], [None, None]) == [0, 1]
    assert assign_calls([Stretch(1, same, 1), Stretch(1, same, 1)], [None, 1]) == [1, 1]
