"""Who is there, looked up, is who is found by asking each of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planning_examples import NEW_YORK, contact, risk
from recoverplan.domain.checkins import Occurrence, asked_of, check_in_times
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Reach, cover, covering_meetings, roster_of
from recoverplan.domain.span import Span, union
from recoverplan.value import replace

BEGIN = datetime(2026, 11, 23, tzinfo=UTC)
HOURS = st.integers(0, 40)
SPANS = st.tuples(HOURS, st.integers(1, 12)).map(lambda each: span(*each))


def span(start: int, hours: int) -> Span:
    return Span(BEGIN + timedelta(hours=start), BEGIN + timedelta(hours=start + hours))


@st.composite
def people(draw: st.DrawFn) -> list[Reach]:
    """Draw when people may be reached, and when each was entered: before, or in the midst."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        spans = union(draw(st.lists(SPANS, max_size=5)))
        entered = BEGIN + timedelta(hours=draw(st.integers(-5, 20)))
        each: Contact = replace(contact(number + 1, f"P{number}"), created=entered)
        found.append(Reach(each, spans, [one.end for one in spans]))
    return found


@given(people(), st.lists(SPANS, min_size=1, max_size=8))
def test_who_covers_hours_is_who_is_found_by_asking_each(
    reaches: list[Reach], frames: list[Span]
) -> None:
    days = Span(min(each.start for each in frames), max(each.end for each in frames))
    roster = roster_of([each.spans for each in reaches], days)
    nowhere = covering_meetings([], *days, NEW_YORK)
    for frame in frames:
        found = [(each.id, each.span) for each in cover(frame, reaches, nowhere, roster)]
        asked = [(each.contact.id, part) for each in reaches for part in each.within(frame)]
        assert found == asked


@given(people(), st.lists(SPANS, min_size=1, max_size=8), st.integers(0, 6), st.integers(-5, 20))
def test_who_can_be_asked_and_when_is_what_is_found_by_asking_each(
    reaches: list[Reach], frames: list[Span], before: int, entered: int
) -> None:
    lead = timedelta(minutes=30 * before)
    window = replace(risk(1, "MO", "21:00", "24:00"), created=BEGIN + timedelta(hours=entered))
    start = min(each.start for each in frames) - lead
    roster = asked_of(reaches, Span(start, max(each.end for each in frames)))
    for frame in frames:
        earliest = max(frame.start - lead, window.created)
        asked = [each.first(max(earliest, each.contact.created), frame.end) for each in reaches]
        times = check_in_times(Occurrence(window, frame), reaches, lead, roster)
        assert list(times.items()) == [(n, at) for n, at in enumerate(asked) if at is not None]
