"""A schedule in a calendar: read by an independent library it gives the same minutes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_reader import seen
from recoverplan.domain.calendar import Calendar, Entry
from recoverplan.domain.phrase import understand
from recoverplan.domain.schedule import Schedule, occurrences
from recoverplan.domain.series import HORIZON, series_of
from recoverplan.domain.span import Span
from recoverplan.writers.ics import ics
from rounds import rounds
from when_schedules import schedules

NEW_YORK = ZoneInfo("America/New_York")
# A day shortly before a change of the clocks, forwards or back.
CHANGES = (
    ("America/New_York", date(2026, 10, 26)),
    ("America/New_York", date(2027, 3, 8)),
    ("Europe/London", date(2027, 3, 22)),
    ("Australia/Lord_Howe", date(2026, 9, 28)),
    ("Australia/Lord_Howe", date(2027, 3, 29)),
    ("America/Santiago", date(2026, 8, 31)),
    ("Africa/Cairo", date(2027, 4, 26)),
)
PHRASES = (
    "daily 9pm-6am",
    "weekends",
    "sun 1:15am-2:45am",
    "sat 23:30 for 4 hours",
    "sun 00:45 for 90 minutes",
    "every other fri from 2 oct 2026 5pm-11pm until 1 may 2027",
    "last day of the month 6-9pm",
    "15th and last day 5pm-11pm if it falls on a weekend the friday before",
    "31st 6-7pm if it falls on a weekend the friday before",
    "1st 6-7pm if it falls on a weekend the monday after",
    "mon,tue 9-11pm; tue 9-11pm; wed 9-11pm",
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 17:00-23:00",
    "24 dec 2026 6pm-2am",
)


def calendar_of(schedule: Schedule, zone: ZoneInfo, begin: date, *, floating: bool) -> bytes:
    entries = tuple(
        Entry(uid=each.place, series=each, zone=None if floating else zone.key, title="x")
        for each in series_of(schedule, zone, begin, floating=floating)
    )
    now = datetime.combine(begin, datetime.min.time(), tzinfo=UTC)
    return ics(Calendar("x", now, begin, entries, 0, (), None, ()))


def same_in_both(schedule: Schedule, zone: ZoneInfo, begin: date, days: int) -> None:
    """Compare, from the first day on which an occurrence may start that the calendar holds."""
    longest = max(part.days_long for part in schedule.parts) + 2
    low = datetime.combine(begin, datetime.min.time(), tzinfo=UTC) + timedelta(days=longest)
    high = low + timedelta(days=days)
    wanted = occurrences(schedule, zone, low, high)
    for floating in (True, False):
        content = calendar_of(schedule, zone, begin, floating=floating)
        found = [Span(each.start, each.end) for each in seen(content, zone, low, high)]
        assert found == wanted, (schedule, floating)


@pytest.mark.parametrize(("name", "begin"), CHANGES)
def test_every_kind_of_phrase_through_a_change_of_the_clocks(name: str, begin: date) -> None:
    zone = ZoneInfo(name)
    now = datetime.combine(begin, datetime.min.time(), tzinfo=zone)
    for phrase in PHRASES:
        same_in_both(understand(phrase, now).schedule, zone, begin, 50)


@settings(max_examples=rounds(60), deadline=None)
@given(schedules(), st.sampled_from(CHANGES), st.integers(0, 400))
def test_any_schedule_through_any_change(
    schedule: Schedule, change: tuple[str, date], later: int
) -> None:
    name, begin = change
    same_in_both(schedule, ZoneInfo(name), begin + timedelta(days=later - later % 7), 40)


def test_what_floats_is_the_same_on_the_clock_of_any_zone() -> None:
    schedule = understand("daily 9pm-1am", datetime(2026, 10, 26, tzinfo=NEW_YORK)).schedule
    content = calendar_of(schedule, NEW_YORK, date(2026, 10, 26), floating=True)
    tokyo = ZoneInfo("Asia/Tokyo")
    low = datetime(2026, 10, 28, tzinfo=UTC)
    for each in seen(content, tokyo, low, low + timedelta(days=20)):
        assert f"{each.start.astimezone(tokyo):%H:%M}" == "21:00"
        assert f"{each.end.astimezone(tokyo):%H:%M}" == "01:00"


def test_what_has_a_zone_is_the_same_instant_in_any() -> None:
    schedule = understand("tue 7-8pm", datetime(2026, 10, 26, tzinfo=NEW_YORK)).schedule
    content = calendar_of(schedule, NEW_YORK, date(2026, 10, 26), floating=False)
    low = datetime(2026, 10, 26, tzinfo=UTC)
    high = low + timedelta(days=60)
    assert [each[:2] for each in seen(content, ZoneInfo("Asia/Tokyo"), low, high)] == [
        each[:2] for each in seen(content, NEW_YORK, low, high)
    ]


def test_a_window_is_one_repeating_event_wherever_a_rule_can_say_it() -> None:
    now = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    for phrase in ("daily 9pm-6am", "mon-thu 9pm-midnight", "every other fri from 27 nov 5-11pm"):
        for begin in (date(2026, 11, 16), date(2026, 11, 23), date(2027, 1, 4)):
            found = series_of(understand(phrase, now).schedule, NEW_YORK, begin, floating=True)
            assert len(found) == 1
            assert found[0].rule
            assert found[0].left_out == found[0].differing == ()


def test_days_that_are_left_out_stay_so() -> None:
    now = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    raw = "RRULE:FREQ=DAILY EXDATE:20261126T180000,20261127T180000,20300101T180000 18:00-19:00"
    schedule = understand(raw, now).schedule
    [found] = series_of(schedule, NEW_YORK, now.date(), floating=True)
    assert [each.date() for each in found.left_out] == [
        date(2026, 11, 26),
        date(2026, 11, 27),
        date(2030, 1, 1),
    ]
    same_in_both(schedule, NEW_YORK, now.date(), 20)


def test_a_payday_without_a_rule_is_said_day_by_day_for_two_years() -> None:
    now = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    phrase = "31st 6-7pm if it falls on a weekend the friday before"
    found = series_of(understand(phrase, now).schedule, NEW_YORK, now.date(), floating=True)
    assert all(each.single and each.rule is None for each in found)
    assert len({each.place for each in found}) == len(found) == 14
    assert found[-1].first.start.date() - now.date() > timedelta(days=HORIZON - 120)
    assert all(each.first.start.weekday() < 5 for each in found)


def test_two_rules_that_meet_on_a_day_give_it_once() -> None:
    now = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    schedule = understand("tue 9-11pm; daily 9-11pm", now).schedule
    found = series_of(schedule, NEW_YORK, now.date(), floating=True)
    low = datetime(2026, 11, 23, tzinfo=UTC)
    content = calendar_of(schedule, NEW_YORK, now.date(), floating=True)
    counted = Counter(each.start for each in seen(content, NEW_YORK, low, low + timedelta(60)))
    assert set(counted.values()) == {1}
    assert len(found[1].left_out) > 100
