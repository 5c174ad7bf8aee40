"""Trips, minute for minute, against a calculation that knows nothing of the program's own.

For each minute the zone in force is asked of the trips one after the other, and the wall clock of
that zone says whether the hours are hard: no edges, no spans, no clock changes to get right.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import calendar_reader
from planning_examples import contact, facts, group, risk
from recoverplan.domain.calendar import make_calendar
from recoverplan.domain.coverage import covering_meetings
from recoverplan.domain.emergency import Kept, make_card
from recoverplan.domain.plan import make_plan
from recoverplan.domain.schedule import occurrences
from recoverplan.domain.span import Span, union
from recoverplan.domain.trip import Itinerary, Trip, itinerary, overlapping
from recoverplan.now.card import parse
from recoverplan.now.view import View
from recoverplan.services.emergency import region_named
from recoverplan.value import replace
from recoverplan.writers.emergency import emergency_card
from recoverplan.writers.ics import ics
from rounds import rounds

MADE = datetime(2026, 1, 1, tzinfo=UTC)
ZONES = (
    "America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Sydney", "America/St_Johns",
    "Pacific/Auckland", "Asia/Kathmandu", "America/Los_Angeles", "Pacific/Honolulu",
    "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Kiritimati",
)  # fmt: skip
MINUTE = timedelta(minutes=1)
# The clocks change within: in March in the north, in April in the south, in November in both.
BEGINNINGS = (date(2026, 3, 4), date(2026, 3, 25), date(2026, 4, 1), date(2026, 10, 28))


class Hard(NamedTuple):
    """Hours by the wall clock: on these weekdays, from a minute of the day, for so many minutes."""

    days: tuple[int, ...]
    start: int
    minutes: int


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Trip, ...]:
    """Draw up to three trips that share no day."""
    day = draw(st.sampled_from(BEGINNINGS))
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        first = day + timedelta(days=draw(st.integers(0, 3)))
        until = first + timedelta(days=draw(st.integers(0, 4)))
        zone = draw(st.sampled_from(ZONES))
        found.append(trip(number, first, until, zone))
        day = until + timedelta(days=1)
    return tuple(found)


HARD = st.builds(
    Hard,
    days=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    start=st.integers(0, 1439),
    minutes=st.integers(30, 1300),
)


def trip(number: int, first: date, until: date, zone: str, region: str | None = None) -> Trip:
    """Return a trip."""
    return Trip(
        id=number, place=f"Place {number}", first=first, until=until, timezone=zone,
        region=region, created=MADE,
    )  # fmt: skip


def zone_at(minute: datetime, home: str, trips: tuple[Trip, ...]) -> ZoneInfo:
    """Return the zone in force, asked of the trips one after the other."""
    for each in sorted(trips, key=lambda each: each.first):
        there = ZoneInfo(each.timezone)
        if each.first <= minute.astimezone(there).date() <= each.until:
            return there
    return ZoneInfo(home)


def times_shown(wall: datetime, home: str, trips: tuple[Trip, ...]) -> int:
    """Return how often the person's clock shows a wall time."""
    zones = {ZoneInfo(home), *(ZoneInfo(each.timezone) for each in trips)}
    instants = {
        wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for zone in zones for fold in (0, 1)
    }
    return sum(
        instant.astimezone(zone_at(instant, home, trips)).replace(tzinfo=None) == wall
        for instant in instants
    )


def is_hard(minute: datetime, zone: ZoneInfo, hard: Hard) -> bool:
    """Tell whether the wall clock of a zone says that a minute is hard."""
    today = minute.astimezone(zone).date()
    for back in (0, 1):
        day = today - timedelta(days=back)
        if day.weekday() in hard.days:
            at = datetime(day.year, day.month, day.day, tzinfo=zone)
            ends, minutes = divmod(hard.start + hard.minutes, 1440)
            start = wall(at, 0, hard.start, zone)
            if start <= minute < wall(at, ends, minutes, zone):
                return True
    return False


def wall(day: datetime, days: int, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall-clock time."""
    named = (day.replace(tzinfo=None) + timedelta(days=days)).replace(
        hour=minutes // 60, minute=minutes % 60
    )
    return named.replace(tzinfo=zone).astimezone(UTC)


def looked_at(trips: tuple[Trip, ...]) -> list[datetime]:
    """Return minutes to look at: all along in steps, and each one around the edges of trips."""
    begin = datetime.combine(trips[0].first - timedelta(days=3), datetime.min.time(), UTC)
    end = datetime.combine(trips[-1].until + timedelta(days=4), datetime.min.time(), UTC)
    found = [begin + MINUTE * step for step in range(0, int((end - begin) / MINUTE), 13)]
    for each in trips:
        for day in (each.first, each.until + timedelta(days=1)):
            edge = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(each.timezone))
            found += [edge.astimezone(UTC) + MINUTE * away for away in range(-3, 4)]
    return sorted(set(found))


def window(hard: Hard) -> tuple[str, str, str]:
    """Return hard hours as the examples make them."""
    days = ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in hard.days)
    end = (hard.start + hard.minutes) % 1440
    return days, f"{hard.start // 60}:{hard.start % 60}", f"{end // 60}:{end % 60}"


def inside(spans: list[Span], minute: datetime) -> bool:
    """Tell whether a minute is in one of the spans."""
    return any(span.start <= minute < span.end for span in spans)


FEW = settings(max_examples=rounds(60), deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(journeys(), st.sampled_from(ZONES), HARD)
def test_hard_hours_are_those_of_the_clock_where_one_is(
    trips: tuple[Trip, ...], home: str, hard: Hard
) -> None:
    minutes = looked_at(trips)
    zone = itinerary(ZoneInfo(home), trips, minutes[0])
    known = facts([risk(1, *window(hard))], [contact(1, "Sam")], zone=zone)
    made = make_plan(known, minutes[0], minutes[0], minutes[-1], running_only=False)
    planned = union(each.span for each in made.occurrences)
    for minute in minutes[:-1]:
        there = zone_at(minute, home, trips)
        assert inside(planned, minute) == is_hard(minute, there, hard), (minute, there)
        local = minute.astimezone(there)
        # A wall time that comes three times (clocks go back, and a trip west begins, in one night)
        # is more than the two that a datetime can tell apart.
        if times_shown(local.replace(tzinfo=None), home, trips) <= 2:
            assert minute.astimezone(zone).utcoffset() == local.utcoffset()
            assert minute.astimezone(zone).astimezone(UTC) == minute


def test_home_sets_its_clocks_back_in_the_hour_after_a_trip() -> None:
    """The first of the two hours was spent elsewhere; what is left is the later one."""
    away = trip(1, date(2026, 10, 31), date(2026, 10, 31), "America/New_York")
    home = ZoneInfo("America/St_Johns")
    minute = datetime(2026, 11, 1, 4, 41, tzinfo=UTC)
    there = minute.astimezone(itinerary(home, (away,), minute))
    assert there.utcoffset() == minute.astimezone(home).utcoffset()
    assert there.astimezone(UTC) == minute


@FEW
@given(journeys(), st.sampled_from(ZONES), HARD)
def test_now_shows_the_clock_the_hours_and_the_number_of_where_one_is(
    trips: tuple[Trip, ...], home: str, hard: Hard
) -> None:
    minutes = looked_at(trips)
    abroad = tuple(replace(each, region="JP") for each in trips)
    zone = itinerary(ZoneInfo(home), abroad, minutes[0])
    japan, hours = region_named("JP"), risk(1, *window(hard), steps=("tea",))
    kept = Kept(zone, risks=(hours,), trips=tuple((each, japan) for each in abroad))
    content = emergency_card(make_card(kept, region_named("US"), minutes[0]))
    for minute in minutes[::5]:
        card = parse(content)
        assert card is not None
        seconds = int(minute.timestamp())
        view = View(card, seconds)
        there = zone_at(minute, home, trips)
        local = minute.astimezone(there)
        assert view.wall.iso(seconds) == local.isoformat(timespec="seconds")
        running = card.running("during", "1", seconds) is not None
        assert running == is_hard(minute, there, hard), minute
        away = any(
            each.first <= minute.astimezone(ZoneInfo(each.timezone)).date() <= each.until
            for each in trips
        )
        assert view.number() == ("119" if away else "911")
        assert all(line.entry.get("trip") is None for line in view.lines) != away


@FEW
@given(journeys(), st.sampled_from(ZONES), HARD)
def test_a_calendar_on_a_phone_that_travels_too_shows_the_same_hours(
    trips: tuple[Trip, ...], home: str, hard: Hard
) -> None:
    minutes = looked_at(trips)
    zone = itinerary(ZoneInfo(home), trips, minutes[0])
    known = facts([risk(1, *window(hard))], [], zone=zone)
    made = make_plan(known, minutes[0], minutes[0], minutes[-1], running_only=False)
    monday = minutes[0].date() - timedelta(days=14 + minutes[0].weekday())
    for since in (None, monday):  # a file, and a calendar that is kept in step
        content = ics(make_calendar(known, made, prefer=None, full=False, since=since))
        shown = {
            zone_name: union(
                Span(each.start, each.end)
                for each in calendar_reader.seen(
                    content, ZoneInfo(zone_name), minutes[0] - timedelta(days=2), minutes[-1]
                )
            )
            for zone_name in {home, *(each.timezone for each in trips)}
        }
        for minute in minutes[:-1]:
            there = zone_at(minute, home, trips)
            assert inside(shown[there.key], minute) == is_hard(minute, there, hard), minute


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), min_size=1, max_size=12))
def test_of_many_trips_those_of_a_day_are_found(days: list[tuple[int, int]]) -> None:
    begins = date(2026, 1, 1)
    trips = tuple(
        trip(
            number,
            begins + timedelta(days=first),
            begins + timedelta(days=first + long),
            ZONES[number % len(ZONES)],
        )
        for number, (first, long) in enumerate(days, 1)
    )
    made = itinerary(ZoneInfo(ZONES[0]), trips, datetime(2026, 1, 1, tzinfo=UTC))
    assert isinstance(made, Itinerary)
    in_order = sorted(trips, key=lambda each: (each.first, each.id))
    for number in range(-2, 95):
        day = begins + timedelta(days=number)
        expected = [each.timezone for each in in_order if each.first <= day <= each.until]
        assert [zone.key for zone in made.on(day)] == expected
        instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        assert made.leg_at(instant) == next(leg for leg in made.legs if instant < leg.end)


def test_at_home_the_zone_is_the_zone() -> None:
    home = ZoneInfo("America/New_York")
    assert itinerary(home, (), MADE) is home


def test_days_that_never_come_have_no_hours_and_days_that_come_twice_have_them_twice() -> None:
    tokyo = trip(1, date(2026, 12, 1), date(2026, 12, 5), "Asia/Tokyo")
    zone = itinerary(ZoneInfo("America/New_York"), [tokyo], MADE)
    nights = risk(1, "daily", "21:00", "24:00").hours.schedule
    spans = occurrences(
        nights, zone, datetime(2026, 11, 29, tzinfo=UTC), datetime(2026, 12, 8, tzinfo=UTC)
    )
    days = [span.start.astimezone(zone).strftime("%d") for span in spans]
    assert days == ["28", "29", "01", "02", "03", "04", "05", "05", "06"]


def test_on_a_trip_halls_do_not_cover_but_those_of_the_trip_do() -> None:
    away = trip(7, date(2026, 11, 24), date(2026, 11, 24), "America/New_York")
    home = ZoneInfo("America/New_York")
    zone = itinerary(home, [away], MADE)
    groups = [
        group(1, "Hall", "daily", "19:00", "20:00"),
        group(2, "Online", "daily", "19:00", "20:00", format="online"),
        group(3, "There", "daily", "19:00", "20:00", trip=7),
    ]
    start = datetime(2026, 11, 23, tzinfo=home).astimezone(UTC)
    found = covering_meetings(groups, start, start + timedelta(days=3), zone).listed
    by_day: dict[int, set[str]] = {}
    for span, each in found:
        by_day.setdefault(span.start.astimezone(home).day, set()).add(each.name)
    assert by_day == {23: {"Hall", "Online"}, 24: {"Online", "There"}, 25: {"Hall", "Online"}}


@pytest.mark.parametrize(
    ("first", "until", "overlaps"),
    [((12, 5), (12, 9), True), ((11, 1), (12, 1), True), ((12, 2), (12, 3), True),
     ((12, 6), (12, 9), False), ((11, 1), (11, 30), False)],
)  # fmt: skip
def test_trips_that_share_a_day_overlap(
    first: tuple[int, int], until: tuple[int, int], overlaps: bool
) -> None:
    tokyo = trip(1, date(2026, 12, 1), date(2026, 12, 5), "Asia/Tokyo")
    other = trip(0, date(2026, *first), date(2026, *until), "Asia/Tokyo")
    assert (overlapping([tokyo], other) is not None) == overlaps
