"""Coverage is exact: against a look at every single minute, over clock changes and zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_examples import LONG_AGO, NEW_YORK, contact, group, local, risk, said, weekly
from recoverplan.domain import coverage
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import (
    Cover,
    Meetings,
    Reach,
    counts,
    cover,
    covering_meetings,
    gaps,
    paused,
    reach,
    reachable,
    roster_of,
)
from recoverplan.domain.group import Group
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.span import Span
from rounds import rounds

ZONES = (
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "Pacific/Kiritimati",
)
MINUTE = timedelta(minutes=1)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Around these the clocks change in most of the zones above.
MIDDLES = (date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 11, 1))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """Draw hours on some days of the week, from a few minutes to more than a day."""
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, unique=True))
    start = draw(st.integers(0, 95)) * 15
    end_days = draw(st.sampled_from([0, 0, 1, 2]))
    end = draw(st.integers(0 if end_days else start + 1, 1439 if start < 1439 else 1440))
    return Hours(
        "", Schedule((Part(f"FREQ=WEEKLY;BYDAY={','.join(days)}", None, start, end, end_days),))
    )


@st.composite
def contacts(draw: st.DrawFn) -> list[Contact]:
    """Draw up to three contacts who count; some are paused for a while."""
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        paused = draw(st.sampled_from(MIDDLES)) - timedelta(days=draw(st.integers(0, 3)))
        away = draw(st.sampled_from([None, 0, 1, 9]))
        found.append(
            contact(
                number,
                f"Person {number}",
                hours=tuple(draw(st.lists(hours(), max_size=2))),
                zone=draw(st.sampled_from(ZONES)),
                paused_from=paused if draw(st.booleans()) else None,
                paused_until=None if away is None else paused + timedelta(days=away),
            )
        )
    return found


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    """Draw up to two groups, whatever their trial has come to."""
    return [
        Group(
            id=number,
            name=f"Group {number}",
            hours=tuple(draw(st.lists(hours(), max_size=2))),
            zone=draw(st.sampled_from(ZONES)),
            status=draw(st.sampled_from(["trying", "kept", "paused", "left"])),
            format=draw(st.sampled_from([None, "in-person", "online", "hybrid"])),
            where=draw(st.sampled_from([None, "a hall"])),
            link=draw(st.sampled_from([None, "https://example.org"])),
            phone=draw(st.sampled_from([None, "555-0100"])),
            listed=draw(st.sampled_from([(), ("list#1",)])),
            created=LONG_AGO,
        )
        for number in range(1, draw(st.integers(0, 2)) + 1)
    ]


def runs(scheduled: tuple[Hours, ...], zone: str, frame: Span) -> list[tuple[datetime, datetime]]:
    """Work out the stretches around a frame day by day, in UTC, as literally as can be."""
    found = []
    for each in scheduled:
        for part in each.schedule.parts:
            assert part.rule is not None
            assert part.end is not None
            for ahead in range(-5, (frame.end - frame.start).days + 5):
                start = (frame.start + timedelta(days=ahead)).date()
                if DAYS[start.weekday()] not in part.rule.partition("BYDAY=")[2]:
                    continue
                midnight = datetime(start.year, start.month, start.day, tzinfo=ZoneInfo(zone))
                begins = midnight + timedelta(minutes=part.start)
                ends = midnight + timedelta(days=part.end_days, minutes=part.end)
                found.append((begins.astimezone(UTC), ends.astimezone(UTC)))
    return found


def covering(frame: Span, reaches: list[Reach], meetings: Meetings) -> tuple[Cover, ...]:
    """Return who and what covers the frame, looked up among the stretches of days around it."""
    days = Span(frame.start - timedelta(days=2), frame.end + timedelta(days=2))
    return cover(frame, reaches, meetings, roster_of([each.spans for each in reaches], days))


def is_paused(person: Contact, minute: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a minute lies on a day, in the person's own zone, on which a contact is away."""
    if person.paused_from is None:
        return False
    today = minute.astimezone(zone).date()
    return person.paused_from <= today <= (person.paused_until or date.max)


@settings(max_examples=rounds(250), deadline=None)
@given(
    contacts(), groups(), st.sampled_from(ZONES), st.sampled_from(MIDDLES),
    st.integers(-48 * 60, 48 * 60), st.integers(1, 40 * 60),
)  # fmt: skip
def test_every_minute_is_covered_or_open_and_never_both(
    people: list[Contact], places: list[Group], home: str, middle: date, start: int, length: int
) -> None:
    zone = ZoneInfo(home)
    begins = datetime(middle.year, middle.month, middle.day, tzinfo=UTC) + start * MINUTE
    frame = Span(begins, begins + length * MINUTE)
    around = Span(frame.start - timedelta(hours=1), frame.end + timedelta(hours=1))
    meetings = covering_meetings(places, *around, zone)
    covers = covering(frame, reach(people, *around, zone), meetings)
    left = gaps(frame, covers)

    by_source: dict[tuple[str, int], list[Span]] = {}
    for each in covers:
        by_source.setdefault((each.kind, each.id), []).append(each.span)
    walls = {("contact", each.id): runs(each.hours, each.zone, frame) for each in people}
    walls |= {
        ("meeting", each.id): [
            span for span in runs(each.hours, each.zone, frame) if near(each, span[0], zone)
        ]
        for each in places
        if each.status in {"trying", "kept"} and known(each)
    }
    minute = frame.start
    while minute < frame.end:
        there = {key for key, all_of in walls.items() if any(s <= minute < e for s, e in all_of)}
        there |= {("contact", each.id) for each in people if not each.hours}
        there -= {("contact", each.id) for each in people if is_paused(each, minute, zone)}
        said_to_be = {
            key for key, spans in by_source.items() if any(s <= minute < e for s, e in spans)
        }
        assert said_to_be == there
        assert any(s <= minute < e for s, e in left) == (not there)
        minute += MINUTE

    assert all(frame.start <= s < e <= frame.end for s, e in (*left, *(c.span for c in covers)))
    assert all(one.end < other.start for one, other in pairwise(left))


def known(place: Group) -> bool:
    """Tell whether one knows how to attend: by hand always, from a list by its format."""
    if not place.listed:
        return True
    hall, remote = place.where is not None, bool(place.link or place.phone)
    ways = {"in-person": hall, "online": remote, "hybrid": hall or remote, None: hall or remote}
    return ways[place.format]


def near(place: Group, start: datetime, zone: ZoneInfo) -> bool:
    """Tell whether one can go, or join: a hall's wall clock differs by less than three hours."""
    if place.format in {"online", "hybrid"} or (not place.format and (place.link or place.phone)):
        return True
    there, here = (
        start.astimezone(each).replace(tzinfo=None) for each in (ZoneInfo(place.zone), zone)
    )
    return -timedelta(hours=3) < there - here < timedelta(hours=3)


NOBODY = {"call": None}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        (NOBODY, False),
        (NOBODY | {"other": "Signal"}, True),
        (NOBODY | {"email": "sam@example.org"}, True),
        ({"per_week": 0}, False),
        ({"per_week": 1}, True),
        ({"role": "line"}, False),
        ({"role": "line", "per_week": 3}, False),
        ({"role": "practical"}, False),
        ({"role": "clinical"}, False),
        ({"role": "clinical", "per_week": 0}, False),
        ({"role": "clinical", "per_week": 1}, True),
        ({"role": "practical", "per_week": 2}, True),
        ({"role": "family"}, True),
    ],
)
def test_who_counts(more: dict[str, object], expected: bool) -> None:
    assert counts(contact(1, "Sam", **more)) is expected


def test_a_pause_takes_the_persons_own_days_out_of_somebodys_hours() -> None:
    away = contact(
        1, "Sam", "daily", "22:00", "02:00",
        zone="Europe/London", paused_from=date(2026, 11, 24), paused_until=date(2026, 11, 24),
    )  # fmt: skip
    there = reachable(away, local("2026-11-23 12:00"), local("2026-11-26 12:00"), NEW_YORK)
    assert [said(span) for span in there] == [
        "23 17:00 to 23 21:00",
        "25 17:00 to 25 21:00",
    ]


def test_hours_run_into_a_paused_day_only_until_its_midnight() -> None:
    away = contact(1, "Sam", "daily", "22:00", "02:00", paused_from=date(2026, 11, 24))
    there = reachable(away, local("2026-11-23 12:00"), local("2026-12-26 12:00"), NEW_YORK)
    assert [said(span) for span in there] == ["23 22:00 to 24 00:00"]


def test_no_hours_means_any_time() -> None:
    start, end = local("2026-11-23 12:00"), local("2026-12-26 12:00")
    assert reachable(contact(1, "Sam"), start, end, NEW_YORK) == [Span(start, end)]


def test_hours_that_touch_are_one_stretch() -> None:
    sam = contact(1, "Sam", hours=(weekly("MO", "18:00", "21:00"), weekly("MO", "21:00", "23:00")))
    frame = Span(local("2026-11-23 20:00"), local("2026-11-23 22:00"))
    (each,) = covering(
        frame, reach([sam], *frame, NEW_YORK), covering_meetings([], *frame, NEW_YORK)
    )
    assert (each.kind, each.id, each.name, each.span) == ("contact", 1, "Sam", frame)


@pytest.mark.parametrize(
    ("status", "covered"), [("trying", True), ("kept", True), ("paused", False), ("left", False)]
)
def test_meetings_cover_by_how_the_trial_stands(status: str, covered: bool) -> None:
    lifeline = group(1, "Lifeline", "TU", "19:00", "20:00", status=status)
    frame = Span(local("2026-11-24 19:30"), local("2026-11-24 21:00"))
    covers = covering(frame, [], covering_meetings([lifeline], *frame, NEW_YORK))
    assert [said(each.span) for each in covers] == (["24 19:30 to 24 20:00"] if covered else [])


def listed(*meetings: tuple[str, str]) -> Meetings:
    """Return meetings of one group at these times, as they are searched."""
    lifeline = group(1, "Lifeline", "TU", "19:00", "20:00")
    spans = sorted(Span(local(start), local(end)) for start, end in meetings)
    longest = max(span.end - span.start for span in spans)
    return Meetings([span.start for span in spans], [(span, lifeline) for span in spans], longest)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("24 18:00", "24 19:00", []),  # it begins as the frame ends
        ("24 18:00", "24 19:01", ["24 19:00 to 24 19:01"]),
        ("24 19:59", "24 21:00", ["24 19:59 to 24 20:00"]),
        ("24 20:00", "24 21:00", []),  # it ends as the frame begins
        ("24 18:00", "24 21:00", ["24 19:00 to 24 20:00"]),
        ("24 19:15", "24 19:30", ["24 19:15 to 24 19:30"]),
        ("25 02:59", "25 03:30", ["25 02:59 to 25 03:00"]),  # the long one, begun 5 hours before
        ("25 03:00", "25 03:30", []),
        ("24 19:30", "24 22:30", ["24 19:30 to 24 20:00", "24 22:00 to 24 22:30"]),
    ],
)
def test_a_meeting_is_found_wherever_it_runs_and_nowhere_else(
    start: str, end: str, expected: list[str]
) -> None:
    meetings = listed(
        ("2026-11-24 19:00", "2026-11-24 20:00"), ("2026-11-24 22:00", "2026-11-25 03:00")
    )
    frame = Span(local(f"2026-11-{start}"), local(f"2026-11-{end}"))
    assert [said(span) for span, _ in meetings.within(frame)] == expected


@settings(max_examples=rounds(200), deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), min_size=1, max_size=8),
    st.integers(0, 300),
    st.integers(1, 120),
)
def test_meetings_in_a_frame_are_those_that_overlap_it(
    drawn: list[tuple[int, int]], begins: int, lasts: int
) -> None:
    """Against a look at every one of them."""
    base = local("2026-11-24 00:00")
    lifeline = group(1, "Lifeline", "TU", "19:00", "20:00")
    spans = sorted(
        Span(base + start * MINUTE, base + (start + long) * MINUTE) for start, long in drawn
    )
    longest = max(span.end - span.start for span in spans)
    meetings = Meetings(
        [span.start for span in spans], [(span, lifeline) for span in spans], longest
    )
    frame = Span(base + begins * MINUTE, base + (begins + lasts) * MINUTE)
    expected = [
        Span(max(span.start, frame.start), min(span.end, frame.end))
        for span in spans
        if span.start < frame.end and span.end > frame.start
    ]
    assert [span for span, _ in meetings.within(frame)] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("18:00", "18:30", None),  # before any hours
        ("18:00", "19:00", None),  # they begin as it ends
        ("18:00", "19:01", "24 19:00"),
        ("19:30", "23:00", "24 19:30"),  # at once
        ("19:59", "21:00", "24 19:59"),
        ("20:00", "21:30", "24 21:00"),  # the first hours end as it begins
        ("20:00", "21:00", None),
        ("22:00", "23:00", None),  # after all of them
        ("19:30", "19:30", None),  # no time at all
        ("19:40", "19:30", None),
    ],
)
def test_the_first_moment_at_which_somebody_can_be_reached(
    start: str, end: str, expected: str | None
) -> None:
    spans = [
        Span(local(f"2026-11-24 {begins}"), local(f"2026-11-24 {ends}"))
        for begins, ends in (("19:00", "20:00"), ("21:00", "22:00"))
    ]
    sam = Reach(contact(1, "Sam"), spans, [span.end for span in spans])
    found = sam.first(local(f"2026-11-24 {start}"), local(f"2026-11-24 {end}"))
    assert (None if found is None else f"{found.astimezone(NEW_YORK):%d %H:%M}") == expected


def test_a_pause_that_is_over_takes_nothing_away() -> None:
    over = contact(1, "Sam", paused_from=date(2026, 11, 1), paused_until=date(2026, 11, 2))
    later = contact(1, "Sam", paused_from=date(2026, 12, 1))
    frame = Span(local("2026-11-24 12:00"), local("2026-11-25 12:00"))
    for away in (over, later):
        assert paused(away, frame, NEW_YORK) == []
        assert reachable(away, *frame, NEW_YORK) == [frame]


def test_meetings_of_several_groups_come_by_start_and_the_longest_bounds_the_search() -> None:
    late, early, long = (
        group(1, "Late", "TU", "20:00", "21:00"),
        group(2, "Early", "TU", "19:00", "20:00"),
        group(3, "Long", "TU", "15:00", "21:30"),
    )
    frame = Span(local("2026-11-24 00:00"), local("2026-11-25 00:00"))
    meetings = covering_meetings([late, early, long], *frame, NEW_YORK)
    assert [each.name for _, each in meetings.listed] == ["Long", "Early", "Late"]
    assert meetings.longest == timedelta(hours=6, minutes=30)
    evening = Span(local("2026-11-24 21:00"), local("2026-11-24 22:00"))
    assert [each.name for _, each in meetings.within(evening)] == ["Long"]
    assert covering_meetings([], *frame, NEW_YORK).longest == timedelta()
    same = group(2, "Second", "TU", "19:00", "20:00"), group(1, "First", "TU", "19:00", "20:00")
    both = covering_meetings(same, *frame, NEW_YORK)
    assert [each.name for _, each in both.listed] == ["First", "Second"]


def test_whoever_covers_comes_in_the_persons_order_whenever_they_come() -> None:
    people = [
        contact(1, "Sam", "daily", "22:00", "23:00"),
        contact(2, "Lee", "daily", "21:00", "22:00"),
        contact(3, "Kim"),
    ]
    frame = Span(local("2026-11-24 21:00"), local("2026-11-24 23:00"))
    nothing = covering_meetings([], *frame, NEW_YORK)
    found = covering(frame, reach(people, *frame, NEW_YORK), nothing)
    assert [each.name for each in found] == ["Sam", "Lee", "Kim"]


def test_beyond_the_bound_those_who_were_chosen_are_kept_then_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start, end = local("2026-11-24 00:00"), local("2026-11-25 00:00")
    people = reach([contact(number, f"P{number}") for number in range(1, 8)], start, end, NEW_YORK)
    windows = [risk(1, "TU", "21:00", "22:00", check_in=6), risk(2, "TU", "22:00", "23:00")]
    for bound, kept in ((14, [1, 2, 3, 4, 5, 6, 7]), (13, [1, 2, 3, 4, 5, 6]), (5, [1, 6])):
        monkeypatch.setattr(coverage, "IN_A_WEEK", bound)
        found = coverage.within_bound(people, windows)
        assert [each.contact.id for each in found] == kept
    monkeypatch.setattr(coverage, "IN_A_WEEK", 1)
    assert [each.contact.id for each in coverage.within_bound(people, windows)] == [6]
    assert len(coverage.within_bound(people, [])) == 1
    monkeypatch.setattr(coverage, "IN_A_WEEK", 7)
    assert len(coverage.within_bound(people, windows[:1])) == 7


def test_a_pause_goes_on_to_the_end_of_the_calendar() -> None:
    away = contact(1, "Sam", paused_from=date(2026, 11, 1), paused_until=date.max)
    frame = Span(
        datetime(2026, 11, 24, tzinfo=NEW_YORK).astimezone(UTC),
        datetime(2026, 11, 25, tzinfo=NEW_YORK).astimezone(UTC),
    )
    assert paused(away, frame, NEW_YORK) == [frame]
