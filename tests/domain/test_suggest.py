"""Where the log gathers: how often chance is taken for a pattern, how often a pattern is found."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain import suggest as module
from recoverplan.domain.phrase import understand
from recoverplan.domain.schedule import following
from recoverplan.domain.suggest import FEWEST_LOGGED, Suggestion, suggest
from rounds import rounds
from weekly_logs import MONDAY, Interval, found, log

WEEKS = 12
# Seeds, always the same ones: with fewer, the ends of the interval tell nothing.
CHANCE, PLANTED, FEWER = rounds(150, 80), rounds(140, 40), rounds(60, 20)
TODAY = (MONDAY + timedelta(weeks=WEEKS, days=-1)).date()
SUNDAY_AT_4 = MONDAY + timedelta(days=6, hours=16)


def scattered(count: int) -> list[datetime]:
    """Return entries spread over weeks and hours, none of them near Sunday afternoon."""
    return [MONDAY + timedelta(days=step * 2 % 5 + 7 * (step % WEEKS), hours=step * 7 % 24)
            for step in range(count)]  # fmt: skip


def gathering(count: int) -> list[datetime]:
    """Return entries of as many Sundays, between 4 and 6 pm."""
    return [SUNDAY_AT_4 + timedelta(weeks=week, minutes=7 * week) for week in range(count)]


@pytest.mark.parametrize("habit", ["uniform", "day and night", "sine over the day"])
def test_chance_is_rarely_taken_for_a_pattern(habit: str) -> None:
    measured = Interval(sum(found(seed, habit) for seed in range(CHANCE)), CHANCE)
    assert measured.share <= 0.05, measured.ends


def test_a_planted_two_hour_pattern_is_nearly_always_found() -> None:
    # Few logs, with the interval that few have; docs/evidence.md has more, and the figure itself.
    measured = Interval(sum(found(seed, "uniform", times=20) for seed in range(PLANTED)), PLANTED)
    assert measured.share >= 0.87, measured.ends
    assert measured.ends[1] >= 0.9, measured.ends


def test_a_pattern_too_weak_to_be_told_is_not_counted_as_found() -> None:
    measured = Interval(sum(found(seed, "uniform", times=4) for seed in range(FEWER)), FEWER)
    assert measured.ends[1] < 0.9


def test_the_interval_is_wilsons() -> None:
    low, high = Interval(5, 100).ends
    assert (round(low, 4), round(high, 4)) == (0.0215, 0.1118)


def test_a_threshold_that_lets_chance_pass_would_be_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "CHANCE", 0.5)
    measured = Interval(sum(found(seed, "uniform") for seed in range(FEWER)), FEWER)
    assert measured.ends[0] > 0.05


def test_every_evening_is_no_pattern() -> None:
    daily = [MONDAY + timedelta(days=day, hours=22, minutes=day % 60) for day in range(70)]
    assert suggest(daily, (), TODAY) == []


def test_many_entries_of_one_hard_night_are_not_a_pattern() -> None:
    night = [SUNDAY_AT_4 + timedelta(minutes=8 * step) for step in range(12)]
    assert suggest([*scattered(28), *night], (), TODAY) == []
    two_nights = [at + timedelta(weeks=step % 2) for step, at in enumerate(night)]
    assert suggest([*scattered(28), *two_nights], (), TODAY) == []


def test_what_gathers_is_counted_beside_what_the_rest_would_give() -> None:
    (one,) = suggest([*scattered(28), *gathering(12)], (), TODAY)
    assert one.phrase == "sun 16:00-18:00"
    assert one.observed == 12
    assert 0 < one.expected < 1


def test_too_little_says_nothing() -> None:
    few = [*scattered(FEWEST_LOGGED - 9), *gathering(8)]
    assert len(few) < FEWEST_LOGGED
    assert suggest(few, (), TODAY) == []
    assert suggest([*few, *scattered(40)[-1:]], (), TODAY) != []
    assert suggest([], (), TODAY) == []


def test_hours_that_are_hard_already_are_left_out() -> None:
    noted = [*scattered(28), *gathering(12)]
    sundays = [
        (SUNDAY_AT_4 + timedelta(weeks=week), SUNDAY_AT_4 + timedelta(weeks=week, hours=2))
        for week in range(WEEKS)
    ]
    assert suggest(noted, sundays, TODAY) == []
    elsewhere = [(start + timedelta(days=1), end + timedelta(days=1)) for start, end in sundays]
    assert [one.phrase for one in suggest(noted, elsewhere, TODAY)] == ["sun 16:00-18:00"]


def test_asking_twice_gives_one_answer() -> None:
    noted, _ = log(3, "uniform", times=20)
    assert suggest(noted, (), TODAY) == suggest(list(reversed(noted)), (), TODAY) != []


@pytest.mark.parametrize("hours", [1, 2, 3, 4])
def test_every_phrase_means_its_hours(hours: int) -> None:
    utc = ZoneInfo("UTC")
    now = MONDAY.replace(tzinfo=utc)
    for start in range(168):
        phrase = Suggestion(start, hours, 5, 0.5).phrase
        spans = following(understand(phrase, now).schedule, utc, now, 2)
        span = next(one for one in spans if one.start >= now)  # Sunday night may run on
        assert span.start == now + timedelta(hours=start), phrase
        assert span.minutes == hours * 60, phrase
