"""Times and days in the person's style."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.saying import (
    iso,
    long_day,
    medium_day,
    relative_day,
    short_day,
    time_of_day,
    time_range,
)

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("time", "twelve", "twentyfour"),
    [
        ("21:00", "9 pm", "21:00"),
        ("20:30", "8:30 pm", "20:30"),
        ("12:00", "noon", "12:00"),
        ("00:00", "midnight", "00:00"),
        ("00:30", "12:30 am", "00:30"),
        ("12:05", "12:05 pm", "12:05"),
        ("09:00", "9 am", "09:00"),
    ],
)
def test_a_time_is_said_in_both_clock_styles(time: str, twelve: str, twentyfour: str) -> None:
    assert time_of_day(at(f"2026-11-24 {time}"), clock24=False) == twelve
    assert time_of_day(at(f"2026-11-24 {time}"), clock24=True) == twentyfour


@pytest.mark.parametrize(
    ("start", "end", "twelve", "twentyfour"),
    [
        ("23 21:00", "24 00:00", "9 pm to midnight", "21:00 to 00:00"),
        ("26 14:00", "26 20:00", "2 to 8 pm", "14:00 to 20:00"),
        ("29 12:00", "29 17:00", "noon to 5 pm", "12:00 to 17:00"),
        ("29 11:30", "29 13:00", "11:30 am to 1 pm", "11:30 to 13:00"),
        ("23 21:00", "24 02:00", "9 pm to 2 am", "21:00 to 02:00"),
        ("23 22:00", "24 21:00", "10 pm to 9 pm", "22:00 to 21:00"),
        ("23 21:00", "24 21:00", "9 pm to 9 pm", "21:00 to 21:00"),
        ("27 17:00", "29 23:00", "5 pm to Sun 29, 11 pm", "17:00 to Sun 29, 23:00"),
        ("29 00:00", "30 00:00", "all day", "all day"),
        ("28 00:00", "30 00:00", "all day through Sun 29", "all day through Sun 29"),
    ],
)
def test_a_stretch_is_said_once_and_clearly(
    start: str, end: str, twelve: str, twentyfour: str
) -> None:
    a, b = at(f"2026-11-{start}"), at(f"2026-11-{end}")
    assert time_range(a, b, clock24=False) == twelve
    assert time_range(a, b, clock24=True) == twentyfour


def test_days_are_said_short_medium_and_long() -> None:
    day = date(2026, 11, 24)
    assert (short_day(day), medium_day(day), long_day(day)) == (
        "Tue 24",
        "Tue 24 Nov",
        "Tuesday 24 November",
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 25), "Wed 25"),
        (date(2026, 11, 29), "Sun 29"),
        (date(2026, 11, 30), "Mon 30 Nov"),
        (date(2026, 11, 22), "Sun 22 Nov"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
    ],
)
def test_a_day_is_said_as_seen_from_today(day: date, said: str) -> None:
    assert relative_day(day, date(2026, 11, 23)) == said


def test_an_instant_is_written_with_the_zones_offset() -> None:
    instant = datetime(2026, 11, 25, 2, tzinfo=UTC)
    assert iso(instant, NEW_YORK) == "2026-11-24T21:00:00-05:00"
