"""Occurrences: against an oracle that walks the clock, in zones with odd rules, 2000 to 2100."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import example, given, settings
from hypothesis import strategies as st

import when_oracle as oracle
from recoverplan.domain.schedule import (
    Part,
    Schedule,
    dump,
    following,
    load,
    occurrences,
    pause,
    stretch,
)
from recoverplan.domain.schedule_rule import Rule, days, fault
from recoverplan.domain.span import Span
from recoverplan.domain.trip import Trip, itinerary
from rounds import rounds
from when_schedules import schedules

ZONES = (
    "America/New_York",
    "Europe/Dublin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Asia/Tehran",
    "Antarctica/Troll",
    "UTC",
)
# Days around which clocks did something odd.
CHANGES = (
    ("America/New_York", date(2026, 11, 1)),
    ("America/New_York", date(2027, 3, 14)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2027, 4, 4)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Africa/Casablanca", date(2026, 2, 15)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("Africa/Cairo", date(2026, 4, 24)),
    ("Europe/Dublin", date(2026, 10, 25)),
    ("Asia/Tehran", date(2022, 3, 22)),
    ("Antarctica/Troll", date(2026, 3, 29)),
)
moments = st.one_of(
    st.tuples(
        st.sampled_from(ZONES),
        st.dates(date(2000, 1, 10), date(2100, 12, 1)),
    ),
    st.sampled_from(CHANGES).flatmap(
        lambda change: st.tuples(
            st.just(change[0]), st.integers(-2, 2).map(lambda n: change[1] + timedelta(n))
        )
    ),
)


def whole(day: date) -> Schedule:
    return Schedule((Part(None, day, 0, 0, 1),))


@settings(max_examples=rounds(120), deadline=None)
@given(schedules(), moments, st.integers(1, 40))
@example(Schedule((Part("FREQ=DAILY", None, 1320, 120, 1),)), CHANGES[4], 4)
@example(Schedule((Part("FREQ=DAILY", None, 90, 120),)), CHANGES[0], 3)
@example(Schedule((Part("FREQ=DAILY", None, 150, 180),)), CHANGES[1], 3)
@example(Schedule((Part("FREQ=DAILY", None, 130, 150),)), CHANGES[2], 3)
def test_occurrences_agree_with_an_oracle_that_walks_the_clock(
    schedule: Schedule, moment: tuple[str, date], days: int
) -> None:
    zone = ZoneInfo(moment[0])
    start = datetime(moment[1].year, moment[1].month, moment[1].day, 11, 17, tzinfo=UTC)
    end = start + timedelta(days=days, hours=5)
    found = occurrences(schedule, zone, start, end)
    assert [tuple(span) for span in found] == oracle.occurrences(schedule, zone, start, end)
    assert found == sorted(set(found))
    assert all(span.start < span.end for span in found)
    assert all(span.start.tzinfo is UTC and span.end.tzinfo is UTC for span in found)


@settings(max_examples=rounds(60), deadline=None)
@given(schedules())
def test_a_schedule_is_the_same_after_it_was_kept(schedule: Schedule) -> None:
    text = dump(schedule)
    assert "\n" not in text
    assert load(text) == schedule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "FREQ=HOURLY||0|60|0|||",
        "FREQ=DAILY;INTERVAL=0||0|60|0|||",
        "FREQ=DAILY;INTERVAL=2||0|60|0|||",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30||0|60|0|||",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6||0|60|0|||",
        "FREQ=DAILY||1440|60|0|||",
        "FREQ=DAILY||60|60|0|||",
        "FREQ=DAILY||60||0|||",
        "FREQ=DAILY||60|90|0|30||",
        "FREQ=DAILY||60|90|0|||sideways",
        "||60|90|0|||",
        "FREQ=DAILY||60|90|0|||  ",
        "BYDAY=MO;FREQ=WEEKLY||60|90|0|||",
        "FREQ=DAILY||60|1440|0|||",
        "FREQ=DAILY||1440|60|2|||",
        "FREQ=DAILY||-1|60|0|||",
        "FREQ=DAILY||60|-1|1|||",
        "FREQ=DAILY||60|90|367|||",
        "FREQ=DAILY||60|90|-1|||",
        "FREQ=DAILY||1400|30|0|||",
        "FREQ=DAILY||60||0|0||",
        "FREQ=DAILY||60||0|527041||",
        "FREQ=DAILY||60|90|0||||",
    ],
)
def test_anything_else_is_no_schedule(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        load(text)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY||1439|1439|1|||",
        "FREQ=DAILY||0|1|0|||",
        "FREQ=DAILY||60|0|366|||",
        "FREQ=DAILY||60||0|1||",
        "FREQ=DAILY||60||0|527040||",
        "FREQ=DAILY||60|90|0|||before",
        "FREQ=DAILY||60|90|0|||after",
        "FREQ=DAILY||60|90|0|||night",
        "|2026-11-23|60|90|0|||",
    ],
)
def test_the_least_and_the_most_of_everything_is_one(text: str) -> None:
    assert dump(load(text)) == text


@pytest.mark.parametrize(
    ("move", "days"),
    [
        (None, [20, 21, 22, 23]),
        ("before", [20, 23]),
        ("after", [20, 23]),
        ("night", [21, 22, 23, 24]),
    ],
)
def test_a_day_on_a_weekend_moves_to_friday_or_to_monday_and_a_night_to_the_next(
    move: str | None, days: list[int]
) -> None:
    """Of Friday the 20th to Monday."""
    part = Part("FREQ=MONTHLY;BYMONTHDAY=20,21,22,23", None, 600, 660, weekend=move)
    start = datetime(2026, 11, 10, tzinfo=UTC)
    found = occurrences(Schedule((part,)), ZoneInfo("UTC"), start, start + timedelta(days=16))
    assert [span.start.day for span in found] == days


@pytest.mark.parametrize(("move", "day"), [("before", 20), ("after", 23), ("night", 22)])
def test_a_moved_day_is_found_though_only_itself_is_looked_at(move: str, day: int) -> None:
    part = Part(None, date(2026, 11, 21), 600, 660, weekend=move)
    start = datetime(2026, 11, day, tzinfo=UTC)
    found = occurrences(Schedule((part,)), ZoneInfo("UTC"), start, start + timedelta(days=1))
    assert [span.start.day for span in found] == [day]


def test_a_day_that_is_left_out_has_none_and_is_named_after_it_moved() -> None:
    daily = Part("FREQ=DAILY", None, 600, 660, excluded=(date(2026, 11, 24),))
    start = datetime(2026, 11, 23, tzinfo=UTC)
    found = occurrences(Schedule((daily,)), ZoneInfo("UTC"), start, start + timedelta(days=3))
    assert [span.start.day for span in found] == [23, 25]
    moved = Part(None, date(2026, 11, 21), 600, 660, 0, None, (date(2026, 11, 20),), "before")
    early = datetime(2026, 11, 1, tzinfo=UTC)
    assert occurrences(Schedule((moved,)), ZoneInfo("UTC"), early, early + timedelta(29)) == []


def test_what_only_touches_a_frame_is_not_in_it_and_an_empty_frame_has_nothing() -> None:
    hour = Schedule((Part("FREQ=DAILY", None, 600, 660),))
    ten, eleven = (datetime(2026, 11, 23, at, tzinfo=UTC) for at in (10, 11))
    half = ten + timedelta(minutes=30)
    for start, end, count in (
        (ten, eleven, 1), (ten - timedelta(hours=1), ten, 0), (eleven, eleven + timedelta(1), 1),
        (half, half, 0), (half, half + timedelta(minutes=1), 1), (eleven, ten, 0),
    ):  # fmt: skip
        assert len(occurrences(hour, ZoneInfo("UTC"), start, end)) == count, (start, end)


def test_on_a_trip_too_what_only_touches_a_frame_is_not_in_it() -> None:
    hour = Schedule((Part("FREQ=DAILY", None, 600, 660),))
    away = Trip(
        id=1, place="Tokyo", first=date(2026, 11, 23), until=date(2026, 11, 25),
        timezone="Asia/Tokyo", created=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    zone = itinerary(ZoneInfo("UTC"), [away], datetime(2026, 11, 1, tzinfo=UTC))
    ten = datetime(2026, 11, 24, 1, tzinfo=UTC)  # in Tokyo
    eleven, minute = ten + timedelta(hours=1), timedelta(minutes=1)
    for start, end, count in (
        (ten - minute, ten, 0), (ten - minute, ten + minute, 1), (eleven, eleven + minute, 0),
        (eleven - minute, eleven, 1),
    ):  # fmt: skip
        assert len(occurrences(hour, zone, start, end)) == count, (start, end)


def flown_west() -> ZoneInfo:
    """Return New York's zone until the first hour of 24 November in Los Angeles, three there."""
    away = Trip(
        id=1, place="LA", first=date(2026, 11, 24), until=date(2026, 11, 30),
        timezone="America/Los_Angeles", created=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    return itinerary(ZoneInfo("America/New_York"), [away], datetime(2026, 11, 1, tzinfo=UTC))


def test_days_that_began_before_a_trip_are_one_wherever_one_looks() -> None:
    days_on_end = Schedule(
        (Part("FREQ=WEEKLY;BYDAY=MO", None, 540, 540, 4), Part(None, date(2026, 11, 20), 0, 60))
    )
    thursday = datetime(2026, 11, 26, 12, tzinfo=UTC)
    found = occurrences(days_on_end, flown_west(), thursday, thursday + timedelta(hours=1))
    monday = datetime(2026, 11, 23, 14, tzinfo=UTC)  # nine in New York
    assert found == [Span(monday, datetime(2026, 11, 27, 17, tzinfo=UTC))]


@pytest.mark.parametrize(
    ("until_it", "from_it"),
    [
        ((120, 240), (0, 60)),  # cut off by the new clock; begins with it
        ((60, 180), (1380, 30)),  # ends with the old clock; under way by the new one
    ],
)
def test_what_one_clock_ends_and_what_the_other_begins_are_two(
    until_it: tuple[int, int], from_it: tuple[int, int]
) -> None:
    edge = datetime(2026, 11, 24, 8, tzinfo=UTC)  # 03:00 in New York, midnight in Los Angeles
    hours = Schedule(
        tuple(
            Part("FREQ=DAILY", None, start, end, int(end < start))
            for start, end in (until_it, from_it)
        )
    )
    found = occurrences(
        hours, flown_west(), edge - timedelta(minutes=1), edge + timedelta(minutes=1)
    )
    assert [(span.start < edge, span.end > edge) for span in found] == [
        (True, False),
        (False, True),
    ]


def test_a_pause_is_of_whole_days_the_last_one_included() -> None:
    zone = ZoneInfo("America/New_York")
    first, last = date(2026, 10, 31), date(2026, 11, 1)  # a day of 25 hours
    begins, ends = datetime(2026, 10, 31, 4, tzinfo=UTC), datetime(2026, 11, 2, 5, tzinfo=UTC)
    assert pause(None, last, zone) is None
    assert pause(first, None, zone) == (begins, None)
    assert pause(first, last, zone) == (begins, ends)


def test_as_many_follow_as_are_asked_for() -> None:
    hour = Schedule((Part("FREQ=DAILY", None, 600, 660),))
    now = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    for count in (0, 1, 9, 10, 11, 12, 101):
        found = following(hour, ZoneInfo("UTC"), now, count)
        first = now.replace(minute=0)
        assert [span.start for span in found] == [first + timedelta(n) for n in range(count)]


def test_a_length_in_minutes_runs_on_through_a_change_of_the_clocks() -> None:
    zone = ZoneInfo("America/New_York")
    part = Part(None, date(2026, 10, 31), 1380, None, 0, 48 * 60)
    assert part.days_long == 4
    for day in (31, 32, 33):
        start = datetime(2026, 10, 31, 23, 30, tzinfo=zone) + timedelta(days=day - 31)
        found = occurrences(Schedule((part,)), zone, start, start + timedelta(minutes=10))
        assert [span.minutes for span in found] == ([48 * 60] if day < 33 else [])


def test_the_day_that_apia_left_out_is_the_same_instants_as_the_next() -> None:
    zone = ZoneInfo("Pacific/Apia")
    both = Schedule(
        (Part(None, date(2011, 12, 30), 600, 660), Part(None, date(2011, 12, 31), 600, 660))
    )
    start = datetime(2011, 12, 28, tzinfo=UTC)
    assert len(occurrences(both, zone, start, start + timedelta(days=6))) == 1


def test_a_day_without_a_midnight_is_23_hours() -> None:
    zone = ZoneInfo("Africa/Cairo")
    spring = date(2026, 4, 24)
    start = datetime(2026, 4, 20, tzinfo=UTC)
    [span] = occurrences(whole(spring), zone, start, start + timedelta(days=9))
    assert span.minutes == 23 * 60


def test_hours_that_the_clocks_leave_nothing_of_are_none() -> None:
    """In New York 02:00 to 03:00 is no time at all on 14 March 2027."""
    spring = date(2027, 3, 14)
    for start, end, length in ((120, 180, None), (110, 180, 10), (120, 190, 10)):
        found = stretch(Part(None, spring, start, end), spring, ZoneInfo("America/New_York"))
        assert (found and (found.end - found.start) // timedelta(minutes=1)) == length


def test_floating_hours_follow_the_zone_in_force() -> None:
    nights = Schedule((Part("FREQ=DAILY", None, 1260, 120, 1),))
    start = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for name, hour in (("America/New_York", 2), ("Europe/Paris", 20)):
        first = occurrences(nights, ZoneInfo(name), start, start + timedelta(days=1))[0]
        assert first.start.hour == hour


def test_what_began_yesterday_and_still_runs_is_an_occurrence_and_what_ends_now_is_not() -> None:
    zone = ZoneInfo("America/New_York")
    nights = Schedule((Part("FREQ=DAILY", None, 1260, 120, 1),))
    running = datetime(2026, 11, 25, 1, 59, tzinfo=zone)
    over = datetime(2026, 11, 25, 2, 0, tzinfo=zone)
    assert following(nights, zone, running, 1)[0].start < running
    assert following(nights, zone, over, 1)[0].start > over
    assert occurrences(nights, zone, over, over) == []


def test_a_rare_day_is_found_decades_ahead() -> None:
    zone = ZoneInfo("UTC")
    rare = Schedule((Part("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", None, 0, 0, 1),))
    now = datetime(2072, 1, 1, tzinfo=UTC)
    [span] = following(rare, zone, now, 1)
    assert span == Span(datetime(2088, 2, 29, tzinfo=UTC), datetime(2088, 3, 1, tzinfo=UTC))


@pytest.mark.parametrize("year", [1, 2, 9999])
def test_the_edges_of_the_calendar_do_not_break_anything(year: int) -> None:
    nights = Schedule((Part("FREQ=DAILY", None, 1260, 120, 1),))
    start = datetime(year, 6, 1, tzinfo=UTC)
    occurrences(nights, ZoneInfo("Asia/Tokyo"), start, start + timedelta(days=2))
    following(nights, ZoneInfo("Asia/Tokyo"), start, 1)


MIDNIGHT = datetime.min.time()
SIMPLE = st.builds(
    lambda on, interval, until: Rule(
        "WEEKLY" if on else "DAILY",
        interval,
        weekdays=tuple((day, 0) for day in sorted(on)),
        until=until,
    ),
    st.sets(st.integers(0, 6)),
    st.integers(1, 40),
    st.one_of(st.none(), st.dates(date(2027, 1, 1), date(2028, 1, 1))),
)


@settings(max_examples=rounds(300), deadline=None)
@given(
    SIMPLE,
    st.dates(date(2020, 1, 1), date(2027, 6, 1)),
    st.dates(date(2019, 1, 1), date(2027, 1, 1)),
    st.integers(0, 500),
)
def test_simple_rules_are_walked_as_dateutil_walks_them(
    rule: Rule, low: date, anchor: date, length: int
) -> None:
    low = max(low, anchor)
    high = low + timedelta(days=length)
    assert fault(rule, anchor) is None
    walk = rrule.rrule(
        rrule.WEEKLY if rule.weekdays else rrule.DAILY,
        dtstart=datetime.combine(anchor, MIDNIGHT),
        interval=rule.interval,
        wkst=0,
        byweekday=[day for day, _ in rule.weekdays] or None,
        until=datetime.combine(min(high, rule.until or high), MIDNIGHT),
    )
    assert list(days(str(rule), anchor, low, high)) == [
        each.date() for each in walk if each.date() >= low
    ]
