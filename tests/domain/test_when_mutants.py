"""Deliberate mistakes, each of which the checks must catch: else the checks would prove little."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import when_oracle as oracle
from recoverplan.domain import schedule as schedule_module
from recoverplan.domain import schedule_rule
from recoverplan.domain.phrase import PhraseError, times, understand
from recoverplan.domain.phrase.time_of_day import Time
from recoverplan.domain.schedule import Part, Schedule, following, instant, occurrences, start_days
from recoverplan.domain.span import Span

CASES = json.loads((Path(__file__).parents[1] / "data" / "when.json").read_text(encoding="utf-8"))
# Rules that began long ago, seen from a week in which an interval's phase shows.
OLD = (
    Part("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR", date(2016, 11, 25), 1020, 1380),
    Part("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=15,-1", date(2016, 1, 15), 1020, 1380),
    Part("FREQ=DAILY;INTERVAL=3;UNTIL=20261202", date(2016, 1, 15), 1020, 1380),
    Part("FREQ=MONTHLY;BYMONTHDAY=1,15,28,-1", None, 1020, 1380, weekend="before"),
    Part("FREQ=MONTHLY;BYMONTHDAY=1,15,28,-1", None, 1020, 1380, weekend="after"),
)


def failures() -> list[str]:
    """Return which of the checks fail: the phrases of when.json, and the oracle on old rules."""
    failed = [case["phrase"] for case in CASES if not passes(case)]
    zone = ZoneInfo("America/New_York")
    start = datetime(2026, 11, 1, 12, tzinfo=UTC)
    end = start + timedelta(days=60)
    for part in OLD:
        found = [tuple(span) for span in occurrences(Schedule((part,)), zone, start, end)]
        if found != oracle.occurrences(Schedule((part,)), zone, start, end):
            failed.append(str(part))
    return failed


def passes(case: dict[str, Any]) -> bool:
    """Tell whether a phrase gives what it must."""
    zone = ZoneInfo(case["tz"])
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=zone)
    try:
        schedule = understand(case["phrase"], now).schedule
    except PhraseError:
        return bool(case.get("refuse"))
    spans = following(schedule, zone, now, 4)
    return [
        [span.start.astimezone(zone).isoformat(), span.end.astimezone(zone).isoformat()]
        for span in spans
    ] == case.get("occurrences")


def a_day_late(part: Part, first: date, last: date, *, slack: int) -> Any:
    return (day + timedelta(days=1) for day in start_days(part, first, last, slack=slack))


def nothing_from_before(part: Part, first: date, last: date, *, slack: int) -> Any:
    return start_days(part, first, last, slack=0)


def greedy_half(start: Time, last: int) -> int:
    return start.with_half("pm" if last % 1440 >= 720 else "am")


def second_of_two(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    wall = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone, fold=1)
    return wall.astimezone(UTC)


def wall_clock_length(part: Part, day: date, zone: ZoneInfo) -> Any:
    end = part.start + part.minutes if part.minutes is not None else (part.end or 0)
    days = end // 1440 + part.end_days
    start, end_at = instant(day, part.start, zone), instant(day + timedelta(days), end % 1440, zone)
    return Span(start, end_at) if start < end_at else None


def from_the_week_itself(rule: schedule_rule.Rule, anchor: date, low: date) -> date:
    return low


MUTANTS: dict[str, tuple[ModuleType, str, Callable[..., Any]]] = {
    "off by a day": (schedule_module, "start_days", a_day_late),
    "the running window is dropped": (schedule_module, "start_days", nothing_from_before),
    "greedy am and pm": (times, "shorter", greedy_half),
    "the second of two equal times": (schedule_module, "instant", second_of_two),
    "lengths by the clock on the wall": (schedule_module, "stretch", wall_clock_length),
    "an interval without its phase": (schedule_rule, "turn_before", from_the_week_itself),
    "a weekend that moves nothing": (schedule_module, "moved", lambda day, weekend: day),
}


def test_without_a_mistake_every_check_passes() -> None:
    assert failures() == []


@pytest.mark.parametrize("mistake", MUTANTS)
def test_a_mistake_is_caught(mistake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, name, wrong = MUTANTS[mistake]
    monkeypatch.setattr(module, name, wrong)
    assert failures()
