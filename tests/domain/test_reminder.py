"""When a reminder may be told: outside the quiet hours, cut by the day, exact to the second."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from recoverplan.domain.reminding import Reminder, key, loud, pieces
from recoverplan.domain.span import Span
from rounds import rounds

# A whole hour, half an hour, none, and a jump at midnight itself.
ZONES = st.sampled_from(
    ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana"]
)
MINUTE = timedelta(minutes=1)


def wall_is_quiet(at: datetime, quiet: tuple[int, ...], zone: ZoneInfo) -> bool:
    """By the clock on the wall, a minute at a time."""
    if not quiet:
        return False
    start, end = quiet
    minute = at.astimezone(zone).hour * 60 + at.astimezone(zone).minute
    inside = range(start, end) if start < end else [*range(start, 1440), *range(end)]
    return minute in inside


@settings(max_examples=rounds(60), deadline=None)
@given(
    name=ZONES,
    day=st.integers(0, 365),
    quiet=st.one_of(
        st.just(()),
        st.tuples(st.integers(0, 1439), st.integers(0, 1439)).filter(lambda two: two[0] != two[1]),
    ),
)
def test_what_is_loud_is_what_the_clock_on_the_wall_says(
    name: str, day: int, quiet: tuple[int, ...]
) -> None:
    zone = ZoneInfo(name)
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)
    frame = Span(start, start + timedelta(days=2))
    found = loud(frame, quiet, zone)
    at = frame.start
    while at < frame.end:
        inside = [each for span, each in found if span.start <= at < span.end]
        assert inside == ([] if wall_is_quiet(at, quiet, zone) else [at.astimezone(zone).date()])
        at += MINUTE


def test_both_days_on_which_the_clocks_change() -> None:
    zone = ZoneInfo("America/New_York")
    for day in (datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)):
        frame = Span(day, day + timedelta(days=1))
        for quiet in ((23 * 60, 7 * 60), (60, 90), (90, 150), (1 * 60, 3 * 60)):
            found = loud(frame, quiet, zone)
            for minute in range(24 * 60):
                at = day + minute * MINUTE
                expected = not wall_is_quiet(at, quiet, zone)
                assert any(span.start <= at < span.end for span, _ in found) is expected


def test_a_reminder_is_told_before_and_after_the_quiet_hours_by_day() -> None:
    zone = ZoneInfo("America/New_York")
    start = datetime(2026, 11, 24, 2, tzinfo=UTC)  # Monday, 9 pm
    told = Reminder(start, start + timedelta(hours=11), "log", start, "Notes", (key("log", start),))
    frame = Span(start - timedelta(days=2), start + timedelta(days=2))
    found = pieces([told], loud(frame, (23 * 60, 7 * 60), zone))
    said = [
        (f"{one.due.astimezone(zone):%H:%M}", f"{one.until.astimezone(zone):%H:%M}", one.day.day)
        for one in found
    ]
    assert said == [("21:00", "23:00", 23), ("07:00", "08:00", 24)]
    whole = pieces([told], loud(frame, (), zone))
    assert [piece.day.day for piece in whole] == [23, 24]
    assert pieces([told._replace(until=start)], loud(frame, (), zone)) == []


def test_a_key_tells_kind_and_start_and_nothing_of_what_it_is_for() -> None:
    start = datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert key("treatment", start) == "t1795485600"
    assert key("check-in", start, 3) == "c1795485600.3"
