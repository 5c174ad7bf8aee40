"""Spans against sets of minutes: the arithmetic must agree with counting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.span import Span, clip, subtract, total_minutes, union

ZERO = datetime(2026, 11, 23, tzinfo=UTC)


def span(start: int, end: int) -> Span:
    return Span(ZERO + timedelta(minutes=start), ZERO + timedelta(minutes=end))


def minutes(spans: list[Span]) -> set[int]:
    return {
        minute
        for one in spans
        for minute in range(
            int((one.start - ZERO).total_seconds() // 60),
            int((one.end - ZERO).total_seconds() // 60),
        )
    }


def apart(spans: list[Span]) -> bool:
    return all(one.start < one.end for one in spans) and all(
        before.end < after.start for before, after in pairwise(spans)
    )


some = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: span(p[0], p[0] + p[1])),
    max_size=8,
)


@given(some, some)
def test_arithmetic_agrees_with_counting_minutes(a: list[Span], b: list[Span]) -> None:
    for result, counted in (
        (union([*a, *b]), minutes(a) | minutes(b)),
        (subtract(a, b), minutes(a) - minutes(b)),
    ):
        assert minutes(result) == counted
        assert apart(result)
    assert total_minutes(a) == len(minutes(a))


@given(some, st.integers(0, 40), st.integers(1, 40))
def test_clip_keeps_each_spans_own_part(a: list[Span], start: int, length: int) -> None:
    frame = span(start, start + length)
    for cut, whole in zip(
        clip(a, frame), [one for one in a if minutes([one]) & minutes([frame])], strict=True
    ):
        assert minutes([cut]) == minutes([whole]) & minutes([frame])


def test_spans_that_touch_become_one_and_nothing_gives_nothing() -> None:
    assert union([span(10, 20), span(0, 10)]) == [span(0, 20)]
    assert union([]) == subtract([], [span(0, 1)]) == []
    assert subtract([span(0, 30)], [span(10, 20)]) == [span(0, 10), span(20, 30)]


def test_one_stretch_taken_away_from_several_is_taken_from_each() -> None:
    assert subtract([span(0, 10), span(20, 30), span(40, 50)], [span(5, 45)]) == [
        span(0, 5),
        span(45, 50),
    ]


def test_arithmetic_reads_each_span_a_bounded_number_of_times() -> None:
    """Count comparisons: ten times the spans may cost about ten times as many, not a hundred."""

    class Counted(datetime):
        compared = 0

        def __lt__(self, other: date) -> bool:
            Counted.compared += 1
            return super().__lt__(other)  # type: ignore[operator]

        def __le__(self, other: date) -> bool:
            Counted.compared += 1
            return super().__le__(other)  # type: ignore[operator]

    def cost(count: int) -> int:
        zero = Counted(2026, 1, 1, tzinfo=UTC)
        a = [
            Span(zero + timedelta(minutes=10 * n), zero + timedelta(minutes=10 * n + 6))
            for n in range(count)
        ]
        b = [
            Span(one.start + timedelta(minutes=3), one.end + timedelta(minutes=3)) for one in a
        ] + [Span(zero, zero + timedelta(minutes=10 * count))]
        Counted.compared = 0
        union([*a, *b])
        subtract(a, b)
        return Counted.compared

    assert cost(2000) < 13 * cost(200)
