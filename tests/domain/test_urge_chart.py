"""The chart of urges agrees with a plain count, whatever was logged and wherever."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kept_examples import NOW
from recoverplan.domain.urge import Urge
from recoverplan.domain.urge_chart import ENOUGH, Did, Trigger, urge_chart
from rounds import rounds

STRENGTH = st.none() | st.integers(0, 10)
AN_URGE = st.builds(
    Urge,
    at=st.integers(0, 60 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    zone=st.sampled_from(["America/New_York", "Asia/Kolkata", "Pacific/Apia", "no such zone"]),
    strength=STRENGTH,
    triggers=st.lists(st.sampled_from(["tired", "Tired", "bored"]), max_size=3).map(tuple),
    did=st.none() | st.sampled_from(["tea", "TEA", "walked"]),
    after=STRENGTH,
    created=st.just(NOW),
)
URGES = st.lists(AN_URGE, max_size=40).map(
    lambda urges: [replace(urge, id=number) for number, urge in enumerate(urges, 1)]
)


def wall(urge: Urge) -> datetime:
    return urge.at.astimezone(UTC if " " in urge.zone else ZoneInfo(urge.zone))


@settings(deadline=None, max_examples=rounds(120))
@given(URGES, st.integers(0, 70), st.integers(0, 70))
def test_every_number_is_a_plain_count(urges: list[Urge], back: int, length: int) -> None:
    first = NOW.date() - timedelta(days=back)
    last = first + timedelta(days=length)
    chart = urge_chart(urges, first, last)
    inside = [urge for urge in urges if first <= wall(urge).date() <= last]
    assert chart.urges == len(inside)
    assert chart.days == len({wall(urge).date() for urge in inside})
    assert chart.earlier == sum(wall(urge).date() < first for urge in urges)
    hours = Counter((wall(urge).weekday(), wall(urge).hour) for urge in inside)
    assert {(hour.weekday, hour.hour): hour.urges for hour in chart.hours} == hours
    assert sum(hour.urges for hour in chart.hours) == chart.urges
    assert all(1 <= hour.days <= hour.urges for hour in chart.hours)
    tags = Counter(tag for urge in inside for tag in {each.lower() for each in urge.triggers})
    assert {one.text.lower(): one.urges for one in chart.triggers if one.text} == tags
    for one in chart.triggers:
        them = [
            urge.strength
            for urge in inside
            if (one.text.lower() in [tag.lower() for tag in urge.triggers])
            or (not one.text and not urge.triggers)
        ] if one.text else [urge.strength for urge in inside if not urge.triggers]  # fmt: skip
        said = [strength for strength in them if strength is not None]
        assert one.strength == (pytest.approx(fmean(said)) if said else None)
    done = Counter(urge.did.lower() for urge in inside if urge.did)
    assert {one.text.lower(): one.times for one in chart.done} == done
    for did in chart.done:
        both = [
            (urge.strength, urge.after)
            for urge in inside
            if urge.did and urge.did.lower() == did.text.lower()
            if urge.strength is not None and urge.after is not None
        ]
        assert did.both == len(both)
        if len(both) < ENOUGH:
            assert (did.before, did.after) == (None, None)
        else:
            assert did.before == pytest.approx(fmean(before for before, _ in both))
            assert did.after == pytest.approx(fmean(after for _, after in both))


def test_a_rough_time_counts_for_its_part_of_the_day() -> None:
    def at(day: int, hour: int, *, rough: bool = True) -> Urge:
        then = datetime(2026, 11, day, hour, tzinfo=ZoneInfo("America/New_York"))
        zone = "America/New_York"
        return Urge(at=then.astimezone(UTC), rough=rough, zone=zone, created=NOW)

    logged = [at(20, 20), at(20, 18), at(21, 1), at(20, 23), at(22, 9), at(20, 20, rough=False)]
    chart = urge_chart(logged, date(2026, 11, 1), date(2026, 11, 23))
    assert [(one.weekday, one.hour, one.urges) for one in chart.hours] == [(4, 20, 1)]
    assert chart.parts == ((4, "evening", 2), (4, "night", 2), (6, "morning", 1))
    assert chart.urges == 6


def test_the_most_frequent_comes_first_and_the_untold_last() -> None:
    told = [("bored",), ("tired", "bored"), (), (), (), ("Bored", "bored")]
    urges = [
        Urge(id=number, at=NOW, zone="UTC", triggers=tags, strength=number, created=NOW)
        for number, tags in enumerate(told, 1)
    ]
    chart = urge_chart(urges, NOW.date(), NOW.date())
    assert chart.triggers == (
        Trigger("bored", 3, 1, 3.0),
        Trigger("tired", 1, 1, 2.0),
        Trigger(None, 3, 1, 4.0),
    )


def test_before_and_after_are_said_from_five_on() -> None:
    one = Urge(at=NOW, zone="UTC", strength=8, after=3, did="tea", created=NOW)
    urges = [replace(one, id=number) for number in range(1, ENOUGH)]
    urges.append(replace(one, id=50, after=None))
    day = date(2026, 11, 23)
    assert urge_chart(urges, day, day).done == (Did("tea", 5, 4, None, None),)
    urges.append(replace(one, id=51))
    assert urge_chart(urges, day, day).done == (Did("tea", 6, 5, 8.0, 3.0),)


def test_nothing_logged_is_an_empty_chart() -> None:
    chart = urge_chart([], date(2026, 11, 1), date(2026, 11, 23))
    assert (chart.urges, chart.days, chart.hours, chart.since) == (0, 0, (), None)
