"""What is meant by tonight, now and the next hours, where a meeting is looked for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.soon import soon

ZONE = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("typed", "now", "start", "end"),
    [
        ("tonight", "23 10:00", "23 17:00", "24 02:00"),
        ("tonight", "23 19:30", "23 19:30", "24 02:00"),
        ("Tonight", "24 01:15", "24 01:15", "24 02:00"),
        ("now", "23 19:30", "23 19:30", "23 20:30"),
        ("next 2 hours", "23 19:30", "23 19:30", "23 21:30"),
        ("the next hour", "23 19:30", "23 19:30", "23 20:30"),
        ("within 90 minutes", "23 19:30", "23 19:30", "23 21:00"),
        ("next three hours", "23 23:30", "23 23:30", "24 02:30"),
        ("in an hour", "23 19:30", "23 20:30", "23 21:30"),
        ("in half an hour", "23 19:30", "23 20:00", "23 21:00"),
    ],
)
def test_a_stretch_begins_about_now(typed: str, now: str, start: str, end: str) -> None:
    at = datetime.strptime(f"2026-11-{now}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
    span = soon(typed, at)
    assert span is not None
    assert [f"{edge.astimezone(ZONE):%d %H:%M}" for edge in span] == [start, end]


@pytest.mark.parametrize(
    "typed", ["tuesdays", "next friday", "in 3 days", "next 900 hours", "tonight 8pm"]
)
def test_all_else_is_a_phrase(typed: str) -> None:
    assert soon(typed, datetime(2026, 11, 23, 10, tzinfo=ZONE)) is None
