"""Tries: what counts as one, which meeting a log belongs to, what a trial has shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_examples import LONG_AGO, contact, weekly
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.moment import understand_moment
from recoverplan.domain.trial import (
    Mood,
    average_mood,
    count_tries,
    logged_already,
    next_meeting,
    occurrence_at,
    promise,
    same_meeting,
    tally,
    trial_of,
    tried_of,
    usual_moment,
)
from recoverplan.domain.trip import Trip, itinerary
from recoverplan.value import replace
from rounds import rounds

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=NEW_YORK)


def tuesdays(**more: object) -> Group:
    fields = {
        "id": 1,
        "name": "Tuesday Lifeline",
        "hours": (weekly("TU", "19:00", "20:00"),),
        "zone": "America/New_York",
        "created": MONDAY.astimezone(UTC),
        **more,
    }
    return Group(**fields)  # type: ignore[arg-type]


def at(text: str) -> datetime:
    return understand_moment(text, MONDAY).astimezone(UTC)


def logged(text: str, group: Group | None = None, **more: object) -> Meeting:
    group = group or tuesdays()
    moment = at(text)
    fields = {
        "group": group.id,
        "at": moment,
        "zone": "America/New_York",
        "occurrence": occurrence_at(group, moment),
        "created": MONDAY.astimezone(UTC),
        **more,
    }
    return Meeting(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2026-11-17 19:00", "2026-11-17 19:00"),  # exactly a start
        ("2026-11-17 19:40", "2026-11-17 19:00"),  # while it ran
        ("2026-11-17 18:00", "2026-11-17 19:00"),  # an hour before
        ("2026-11-17 20:30", "2026-11-17 19:00"),  # just after
        ("2026-11-10 19:00", "2026-11-10 19:00"),  # before the group was entered
    ],
)
def test_a_log_belongs_to_the_meeting_it_is_near(text: str, start: str) -> None:
    assert occurrence_at(tuesdays(), at(text)) == at(start)


@pytest.mark.parametrize("text", ["2026-11-17 17:59", "2026-11-17 21:00", "2026-11-18 19:00"])
def test_a_log_at_another_time_belongs_to_no_known_meeting(text: str) -> None:
    assert occurrence_at(tuesdays(), at(text)) is None


def test_of_two_meetings_in_a_row_the_one_that_runs_is_meant() -> None:
    row = tuesdays(hours=(weekly("TU", "19:00", "20:00"), weekly("TU", "20:00", "21:00")))
    assert occurrence_at(row, at("2026-11-17 19:59")) == at("2026-11-17 19:00")
    assert occurrence_at(row, at("2026-11-17 20:00")) == at("2026-11-17 20:00")


def test_the_nearer_of_two_meetings_is_meant() -> None:
    two = tuesdays(hours=(weekly("TU", "19:00", "20:00"), weekly("TU", "21:00", "22:00")))
    assert occurrence_at(two, at("2026-11-17 20:10")) == at("2026-11-17 19:00")
    assert occurrence_at(two, at("2026-11-17 20:50")) == at("2026-11-17 21:00")


def test_without_a_time_a_log_is_of_the_last_start_within_a_day() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=NEW_YORK)
    assert usual_moment(tuesdays(), late) == at("2026-11-24 19:00")
    day_after = datetime(2026, 11, 25, 19, 0, tzinfo=NEW_YORK)
    assert usual_moment(tuesdays(), day_after) == at("2026-11-24 19:00")
    later = day_after + timedelta(minutes=1)
    assert usual_moment(tuesdays(), later) == later.astimezone(UTC)
    just_begun = datetime(2026, 11, 24, 19, 0, tzinfo=NEW_YORK)
    assert usual_moment(tuesdays(), just_begun) == just_begun.astimezone(UTC)


def test_of_two_starts_within_a_day_the_later_is_usual() -> None:
    two = tuesdays(hours=(weekly("TU", "09:00", "10:00"), weekly("TU", "19:00", "20:00")))
    late = datetime(2026, 11, 24, 23, 30, tzinfo=NEW_YORK)
    assert usual_moment(two, late) == at("2026-11-24 19:00")


def test_going_to_the_door_is_no_try() -> None:
    assert count_tries(1, [logged("2026-11-17 19:00", door=True)]) == 0
    assert count_tries(1, [logged("2026-11-17 19:00", door=True), logged("2026-11-10 19:00")]) == 1


def test_two_logs_of_one_meeting_are_one_try() -> None:
    twice = [logged("2026-11-17 19:00"), logged("2026-11-17 19:45"), logged("2026-11-10 19:00")]
    assert count_tries(1, twice) == 2


def test_a_door_and_a_log_of_the_same_meeting_are_one_try() -> None:
    both = [logged("2026-11-17 18:30", door=True), logged("2026-11-17 19:00")]
    assert count_tries(1, both) == 1


def test_outside_known_times_logs_an_hour_apart_are_two_tries() -> None:
    anytime = tuesdays(hours=())
    near = [logged("2026-11-17 19:00", anytime), logged("2026-11-17 19:59", anytime)]
    assert count_tries(1, near) == 1
    apart = [logged("2026-11-17 19:00", anytime), logged("2026-11-17 20:00", anytime)]
    assert count_tries(1, apart) == 2


def test_an_hour_apart_is_another_meeting_however_the_two_are_compared() -> None:
    first, later = logged("2026-11-24 12:00"), logged("2026-11-24 13:00")
    assert not same_meeting(first, later)
    assert not same_meeting(later, first)
    assert same_meeting(logged("2026-11-24 12:01"), later)


def test_logs_of_two_meetings_that_overlap_are_two_tries() -> None:
    row = tuesdays(hours=(weekly("TU", "19:00", "20:00"), weekly("TU", "19:30", "20:30")))
    one, other = logged("2026-11-17 19:00", row), logged("2026-11-17 19:35", row)
    assert one.occurrence != other.occurrence
    assert count_tries(1, [one, other]) == 2
    # Of a time that was not known then, only how near it is can say whether it is the same.
    unknown = replace(other, occurrence=None)
    assert same_meeting(one, unknown)
    assert same_meeting(unknown, one)
    assert count_tries(1, [one, unknown]) == 1


def test_the_promise_is_met_by_the_last_try_of_those_promised_as_they_were_logged() -> None:
    weeks = ["2026-10-20", "2026-10-27", "2026-11-03", "2026-11-10"]
    logs = [
        logged(f"{day} 19:00", created=LONG_AGO + timedelta(days=number))
        for number, day in enumerate(weeks)
    ]
    exactly = tuesdays(tries_goal=(2, 3))
    assert tried_of(exactly, logs[:2]) == (2, None)
    assert tried_of(exactly, logs[:3]) == (3, LONG_AGO + timedelta(days=2))
    assert tried_of(exactly, logs[::-1]) == (4, LONG_AGO + timedelta(days=2))
    assert tried_of(exactly, []) == (0, None)


def test_meetings_of_other_groups_are_no_tries_of_this_one() -> None:
    other = tuesdays(id=2)
    assert count_tries(1, [logged("2026-11-17 19:00"), logged("2026-11-10 19:00", other)]) == 1


def test_meetings_before_the_clocks_changed_belong_to_their_own_start() -> None:
    # Daylight time ended on 1 November: 19:00 on 27 October was 23:00 UTC, not midnight.
    before = logged("2026-10-27 19:00")
    assert before.occurrence == datetime(2026, 10, 27, 23, 0, tzinfo=UTC)
    after = logged("2026-11-03 19:00")
    assert after.occurrence == datetime(2026, 11, 4, 0, 0, tzinfo=UTC)
    assert count_tries(1, [before, after]) == 2


def test_a_meeting_in_the_hour_that_comes_twice_is_logged_once() -> None:
    night = tuesdays(hours=(weekly("SU", "01:30", "02:30"),))
    first = logged("2026-11-01T01:30:00-04:00", night)
    second = logged("2026-11-01T01:30:00-05:00", night)
    assert first.occurrence == second.occurrence == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert count_tries(1, [first, second]) == 1


@given(st.lists(st.integers(0, 60), max_size=5), st.data())
@settings(max_examples=rounds(60), deadline=None)
def test_tries_do_not_hang_on_the_order_of_the_log(hours: list[int], data: st.DataObject) -> None:
    logs = [
        logged(f"2026-11-17T{10 + hour // 6:02}:{hour % 6 * 10:02}", id=number)
        for number, hour in enumerate(hours, start=1)
    ]
    counts = {count_tries(1, order) for order in permutations(logs)}
    assert len(counts) == 1
    assert counts.pop() <= len(logs)


@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.booleans(), st.sampled_from(["known", "unknown"])),
        max_size=8,
    )
)
@settings(max_examples=rounds(150), deadline=None)
def test_tries_are_the_logs_that_repeat_no_earlier_try(
    logs: list[tuple[int, bool, str]],
) -> None:
    anytime, known = tuesdays(hours=()), tuesdays()
    meetings = [
        logged(
            f"2026-11-17T{10 + place // 6:02}:{place % 6 * 10:02}",
            known if kind == "known" else anytime,
            id=number,
            door=door,
        )
        for number, (place, door, kind) in enumerate(logs, start=1)
    ]
    tries: list[Meeting] = []
    for meeting in sorted(meetings, key=lambda one: (one.at, one.id)):
        if not meeting.door and not any(same_meeting(meeting, one) for one in tries):
            tries.append(meeting)
    assert count_tries(1, meetings) == len(tries)


def test_an_earlier_log_of_the_same_meeting_is_found_whatever_its_group_calls_it() -> None:
    first = logged("2026-11-17 19:00", id=7)
    again = logged("2026-11-17 18:45")
    assert logged_already(again, [first]) == first
    assert logged_already(first, [first]) is None
    assert logged_already(logged("2026-11-10 19:00"), [first]) is None


def test_the_next_meeting_is_the_one_that_has_not_ended() -> None:
    found = next_meeting(tuesdays(), datetime(2026, 11, 24, 19, 30, tzinfo=NEW_YORK))
    assert found is not None
    assert found.start == at("2026-11-24 19:00")
    after = next_meeting(tuesdays(), datetime(2026, 11, 24, 20, 0, tzinfo=NEW_YORK))
    assert after is not None
    assert after.start == at("2026-12-01 19:00")
    past = tuesdays(hours=(weekly("2026-11-20", "19:00", "20:00"),))
    assert next_meeting(past, MONDAY) is None


def test_the_next_meeting_is_looked_for_as_far_ahead_as_yearly_hours_need() -> None:
    day = (MONDAY + timedelta(days=400)).date()
    assert next_meeting(tuesdays(hours=(weekly(f"{day}", "09:00", "10:00"),)), MONDAY)
    assert next_meeting(tuesdays(hours=(weekly(f"{day}", "10:00", "11:00"),)), MONDAY) is None


def test_on_a_trip_the_next_meeting_is_the_first_that_one_is_there_for() -> None:
    week = Trip(
        id=1, place="Berlin", first=date(2026, 11, 24), until=date(2026, 11, 30),
        timezone="Europe/Berlin", created=LONG_AGO,
    )  # fmt: skip
    away = itinerary(NEW_YORK, [week], MONDAY)
    hall = tuesdays(where="St Luke's hall")
    found = next_meeting(hall, MONDAY, away)
    assert found is not None
    assert found.start == at("2026-12-01 19:00")
    # Without a trip a hall far away is next all the same, and so is one that none is there for.
    at_home = next_meeting(hall, MONDAY, ZoneInfo("Asia/Tokyo"))
    assert at_home is not None
    assert at_home.start == at("2026-11-24 19:00")
    once = tuesdays(where="St Luke's hall", hours=(weekly("2026-11-24", "19:00", "20:00"),))
    assert next_meeting(once, MONDAY, away) == at_home
    far = trial_of(hall, [], [], MONDAY.astimezone(away))
    assert (far.next, far.hindrance) == (found, None)
    nowhere = trial_of(once, [], [], MONDAY.astimezone(away))
    assert (nowhere.next, nowhere.hindrance) == (at_home, "far")


def test_a_thread_has_no_tries_in_its_trial() -> None:
    logs = [logged("2026-11-17 19:00"), logged("2026-11-10 19:00")]
    assert trial_of(tuesdays(), logs, [], MONDAY).tries == 2
    assert trial_of(tuesdays(format="chat"), logs, [], MONDAY).tries == 0


def test_a_paused_or_left_group_has_no_next_meeting_in_its_trial() -> None:
    assert trial_of(tuesdays(), [], [], MONDAY).next is not None
    assert trial_of(tuesdays(status="paused"), [], [], MONDAY).next is None
    assert trial_of(tuesdays(status="left"), [], [], MONDAY).next is None


def test_a_trial_gathers_fit_moods_and_people() -> None:
    robin, sam, kim = contact(3, "Robin", met_at=1), contact(4, "Sam"), contact(5, "Kim")
    meetings = [
        logged("2026-11-17 19:00", fit=(("safety", "yes"), ("rhythm", "no")), mood_before=3),
        logged("2026-11-10 19:00", fit=(("safety", "unsure"),), contact=5, id=1),
    ]
    trial = trial_of(tuesdays(), meetings, [robin, sam, kim], MONDAY)
    answers = dict(trial.fit)
    assert answers["safety"] == ("unsure", "yes")  # oldest first
    assert answers["rhythm"] == ("no",)
    assert answers["newcomers"] == ()
    assert trial.moods == (Mood(at("2026-11-17 19:00"), 3, None),)
    assert [one.name for one in trial.contacts] == ["Robin", "Kim"]


def test_answers_moods_and_promises_are_said_short() -> None:
    assert tally(["yes", "no", "yes"]) == "2 yes, 1 no"
    assert tally([]) == ""
    moods = [Mood(LONG_AGO, 3, 5), Mood(LONG_AGO, 4, None)]
    assert average_mood(moods) == (4, 5)
    assert average_mood([]) == (None, None)
    assert promise((3, 5)) == "3–5"
    assert promise((4, 4)) == "4"
    assert promise((3, 5), " to ") == "3 to 5"
