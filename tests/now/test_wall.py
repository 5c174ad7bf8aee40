"""The wall clock out of seconds says what datetime, zoneinfo and domain/saying.py say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain import saying
from recoverplan.domain.emergency import offsets
from recoverplan.now.wall import Wall

START = datetime(2026, 11, 15, tzinfo=UTC)
ZONES = (
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/St_Johns",
    "UTC",
)


def wall(zone: str, *, clock24: bool = False) -> Wall:
    table = offsets(ZoneInfo(zone), START, START + timedelta(days=1098))
    return Wall(
        [(int(offset.since.timestamp()), offset.seconds) for offset in table], clock24=clock24
    )


WALLS = {(zone, style): wall(zone, clock24=style) for zone in ZONES for style in (False, True)}


@pytest.mark.parametrize("clock24", [False, True])
def test_every_minute_of_a_day_is_said_as_elsewhere(clock24: bool) -> None:
    clock = wall("UTC", clock24=clock24)
    for minute in range(1440):
        moment = START + timedelta(minutes=minute)
        said = saying.time_of_day(moment, clock24=clock24)
        assert clock.clock(int(moment.timestamp())) == said


@given(
    st.sampled_from(sorted(WALLS)),
    st.integers(0, 1000 * 86_400),
    st.integers(0, 90 * 86_400),
)
def test_any_moment_in_any_zone(which: tuple[str, bool], since: int, ahead: int) -> None:
    zone, clock = ZoneInfo(which[0]), WALLS[which]
    now = START + timedelta(seconds=since)
    then = now + timedelta(seconds=ahead)
    here, there = now.astimezone(zone), then.astimezone(zone)
    first, second = int(now.timestamp()), int(then.timestamp())
    assert clock.iso(first) == saying.iso(now, zone)
    assert clock.day(second, first) == saying.relative_day(there.date(), here.date())
    time = saying.time_of_day(here, clock24=which[1])
    assert clock.moment(first) == f"{saying.WEEKDAYS[here.weekday()]} {time}"


def test_an_end_far_away_is_named_with_its_day() -> None:
    clock = wall("America/New_York")
    now = int(datetime(2026, 11, 23, 21, 40, tzinfo=ZoneInfo("America/New_York")).timestamp())
    hour = 3600
    assert clock.until(now + 4 * hour, "1:40 am", now) == "1:40 am"
    assert clock.until(now + 24 * hour, "9:40 pm", now) == "tomorrow, 9:40 pm"
    assert clock.until(now + 48 * hour, "9:40 pm", now) == "Wed 25, 9:40 pm"
    midnight = int(datetime(2026, 11, 26, tzinfo=ZoneInfo("America/New_York")).timestamp())
    assert clock.until(midnight, "midnight", now) == "Wed 25, midnight"


def test_without_a_table_the_computers_own_clock_is_taken() -> None:
    assert Wall([], clock24=True).clock(0)
