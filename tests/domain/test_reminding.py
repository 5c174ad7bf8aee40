"""What there is to be reminded of: it comes from the plan, and says when, what and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain_plans import much
from planning_examples import LONG_AGO, NEW_YORK, contact, day, facts, group, local, risk, weekly
from recoverplan.domain.calendar import make_calendar
from recoverplan.domain.lived import Meant
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.plan import Facts, make_plan, plan_stretch
from recoverplan.domain.reminding import SOURCES, Reminder, Style, frame_of, reminders
from recoverplan.domain.schedule import occurrences
from recoverplan.domain.span import Span
from recoverplan.domain.treatment import Treatment
from rounds import rounds

NOW = local("2026-11-23 10:00")  # a Monday
HALF_AN_HOUR = timedelta(minutes=30)
SAM = contact(1, "Sam", "daily", "18:00", "23:00")
NIGHTS = risk(1, "daily", "21:00", "24:00", label="Nights alone")


def made(
    known: Facts,
    *kinds: str,
    before: timedelta = HALF_AN_HOUR,
    style: Style | None = None,
    now: datetime = NOW,
) -> list[Reminder]:
    """Return the reminders of the first evening and the next day."""
    found = reminders(known, frame_of(known, now), kinds, before, style or Style())
    return [
        each for each in found if local("2026-11-23 00:00") <= each.due < local("2026-11-25 00:00")
    ]


def said(found: Iterable[Reminder]) -> list[tuple[str, str, str]]:
    """Return from when to when each is told, and what it says."""
    return [
        (
            f"{one.due.astimezone(NEW_YORK):%a %H:%M}",
            f"{one.until.astimezone(NEW_YORK):%a %H:%M}",
            one.words,
        )
        for one in found
    ]


def test_a_check_in_is_told_at_its_time_while_that_person_may_be_reached() -> None:
    found = made(facts([NIGHTS], [SAM]), "check-ins")
    call = "Time for the call you planned"
    assert said(found) == [
        ("Mon 20:30", "Mon 23:00", call),
        ("Tue 20:30", "Tue 23:00", call),
    ]
    assert {each.start for each in found} == {local("2026-11-23 21:00"), local("2026-11-24 21:00")}


def test_how_long_before_moves_hours_and_meetings_and_no_check_in() -> None:
    known = facts([NIGHTS], [SAM], [group(1, "Lifeline", "TU", "19:00", "20:00")])
    early = made(known, before=timedelta(hours=2))
    assert said(each for each in early if each.kind != "check-in") == [
        ("Mon 19:00", "Mon 22:30", "Your plan for 9 pm is ready"),
        ("Tue 19:00", "Tue 22:30", "Your plan for 9 pm is ready"),
        ("Tue 17:00", "Tue 19:15", "Your meeting starts at 7 pm"),
        ("Tue 20:00", "Wed 19:00", "Time for your notes"),
    ]
    at_once = made(known, before=timedelta(0))
    assert [each for each in early if each.kind in {"check-in", "log"}] == [
        each for each in at_once if each.kind in {"check-in", "log"}
    ]
    for one, other in zip(early, at_once, strict=True):
        assert (one.keys, one.until, one.words) == (other.keys, other.until, other.words)


@pytest.mark.parametrize(
    ("way", "neutral", "full"),
    [
        ({"call": "555-0114"}, "Time for the call you planned", "Call Sam, 555-0114"),
        (
            {"call": None, "text": "555-0127"},
            "Time for the message you planned",
            "Text Sam, 555-0127",
        ),
        (
            {"call": None, "email": "s@example.org"},
            "Time for the email you planned",
            "Email Sam, s@example.org",
        ),
        (
            {"call": None, "other": "Signal"},
            "Time to get in touch, as you planned",
            "Get in touch with Sam: Signal",
        ),
    ],
)
def test_words_are_neutral_unless_names_were_asked_for(
    way: dict[str, str | None], neutral: str, full: str
) -> None:
    known = facts([NIGHTS], [replace(SAM, **way)])  # type: ignore[arg-type]
    for style, words in ((Style(), neutral), (Style(full=True), full)):
        assert {each.words for each in made(known, "check-ins", style=style)} == {words}


def test_names_of_everything_by_choice() -> None:
    calm = group(1, "Lifeline", "TU", "19:00", "20:00", where="St Luke's hall")
    known = facts([NIGHTS], [SAM], [calm])
    found = made(known, style=Style(full=True, clock24=True))
    assert {each.words for each in found} == {
        "Call Sam, 555-0114",
        "Your plan for 21:00 is ready: Nights alone",
        "Lifeline, St Luke's hall: starts at 19:00",
        "How was Lifeline? Write a line: recoverplan meeting log",
    }


def test_one_person_at_one_instant_rings_once_and_two_people_twice() -> None:
    late = risk(2, "MO", "21:00", "22:00")
    together = made(facts([NIGHTS, late], [SAM]), "check-ins")
    assert len([each for each in together if each.due < day("2026-11-24")]) == 1
    assert len(together[0].keys) == 2
    dana = contact(2, "Dana", "daily", "18:00", "23:00")
    pinned = [replace(NIGHTS, check_in=1), replace(late, check_in=2)]
    apart = made(facts(pinned, [SAM, dana]), "check-ins")
    assert len([each for each in apart if each.due < day("2026-11-24")]) == 2


def test_hours_and_meetings_that_begin_together_are_one() -> None:
    both = [NIGHTS, risk(2, "MO", "21:00", "22:00", label="Mondays")]
    known = facts(
        both,
        [],
        [group(1, "Calm", "TU", "19:00", "20:00"), group(2, "Lifeline", "TU", "19:00", "20:00")],
    )
    found = made(known, style=Style(full=True))
    words = {each.words for each in found if each.kind in {"hours", "meeting"}}
    assert "Your plan for 9 pm is ready: Nights alone; Mondays" in words
    assert "Calm; Lifeline: starts at 7 pm" in words
    assert len(found) == len({each.keys for each in found})


def test_somebody_else_who_is_asked_is_the_same_reminder() -> None:
    dana = contact(2, "Dana", "daily", "18:00", "23:00")
    before = made(facts([NIGHTS], [SAM, dana]), "check-ins", style=Style(full=True))
    after = made(facts([NIGHTS], [dana]), "check-ins", style=Style(full=True))
    assert [each.keys for each in before] == [each.keys for each in after]
    assert {each.words for each in before} != {each.words for each in after}


def test_what_was_logged_or_left_does_not_ring() -> None:
    lifeline = group(1, "Lifeline", "TU", "19:00", "20:00")
    start = local("2026-11-24 19:00")
    logged = Meeting(
        id=1, group=1, at=start, zone="America/New_York", occurrence=start, created=start
    )
    assert len(made(facts([], [], [lifeline]))) == 2
    assert made(facts([], [], [lifeline])._replace(meetings=(logged,))) == []
    for status in ("paused", "left"):
        assert made(facts([], [], [replace(lifeline, status=status)])) == []
    kept = made(facts([], [], [replace(lifeline, status="kept")]))
    assert [each.kind for each in kept] == ["meeting"]  # notes are for the tries
    always = group(1, "Open room", "daily", "00:00", "24:00")
    assert made(facts([], [], [always])) == []


def test_what_was_entered_while_it_ran_does_not_ring_and_what_came_just_before_does() -> None:
    for entered, due in (("21:30", []), ("20:45", ["Mon 20:45"]), ("18:00", ["Mon 20:30"])):
        nights = risk(1, "MO", "21:00", "24:00", created=local(f"2026-11-23 {entered}"))
        assert [when for when, _, _ in said(made(facts([nights], []), "hours"))] == due


def test_a_whole_day_is_named_and_still_told_in_its_morning() -> None:
    days = risk(1, "TU", "00:00", "24:00")
    assert said(made(facts([days], []), "hours")) == [
        ("Mon 23:30", "Tue 12:00", "Your plan for Tuesday is ready")
    ]
    small_hours = risk(1, "TU", "00:00", "03:00")
    assert said(made(facts([small_hours], []), "hours")) == [
        ("Mon 23:30", "Tue 01:30", "Your plan for midnight is ready")
    ]
    early = risk(1, "TU", "02:00", "03:00")
    told = made(facts([early], []), "hours", before=timedelta(hours=4))
    assert [each.words for each in told] == ["Your plan for Tuesday 2 am is ready"]


def test_only_the_kinds_that_were_asked_for() -> None:
    prepared = replace(NIGHTS, prepare=(("1 hour", "tea"),))
    clinic = Treatment(
        id=1, label="Clinic", hours=(weekly("TU", "15:00", "16:00"),), zone="UTC", created=LONG_AGO
    )
    known = facts([prepared], [SAM], [group(1, "Lifeline", "TU", "19:00", "20:00")])
    known = known._replace(meant=Meant(treatments=(clinic,)))
    for name in SOURCES:
        kinds = {each.kind for each in made(known, name)}
        assert len(kinds) == 1, name
    assert {each.kind for each in made(known)} == {
        "check-in", "hours", "meeting", "log", "preparation", "treatment",
    }  # fmt: skip


def test_shortly_before_they_end_one_says_so() -> None:
    known = facts([NIGHTS], [SAM])
    found = reminders(known, frame_of(known, NOW), (), HALF_AN_HOUR, Style())
    last = found[-1]
    assert (last.kind, last.words) == (
        "renewal",
        "Your reminders end on Tuesday 23 March. Open the program once and they go on",
    )
    assert f"{last.due.astimezone(NEW_YORK):%d %b %H:%M}" == "16 Mar 12:00"
    assert reminders(facts([], []), frame_of(known, NOW), (), HALF_AN_HOUR, Style()) == []


@settings(max_examples=rounds(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(known=much())
def test_they_are_the_plan(known: Facts) -> None:
    """Each call of the plan and each start has its reminder, within its own hours, and no more."""
    frame = Span(day("2026-11-23"), day("2026-12-07"))
    planned = plan_stretch(known, frame)
    found = reminders(known, frame, (), HALF_AN_HOUR, Style(full=True))
    calls = {
        (each.check_in.contact.name, each.check_in.at)
        for each in planned
        if each.check_in and frame.start <= each.check_in.at < frame.end
    }
    told = [each for each in found if each.kind == "check-in"]
    assert calls <= {(each.words.split(", ")[0].removeprefix("Call "), each.due) for each in told}
    # More than one for a call only where that person is away in between.
    there = [
        sum(
            len(occurrences(hours.schedule, ZoneInfo(each.check_in.contact.zone), *each.span))
            for hours in each.check_in.contact.hours
        )
        for each in planned
        if each.check_in
    ]
    assert len({each.keys for each in told}) <= sum(max(1, times) for times in there)
    starts = {each.span.start for each in planned if each.risk.created < each.span.start}
    assert {each.start for each in found if each.kind == "hours"} == {
        start
        for start in starts
        if start >= frame.start
        or any(each.kind == "hours" and each.start == start for each in found)
    }
    for each in found:
        assert each.due < each.until
        assert each.due >= LONG_AGO


@settings(max_examples=rounds(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(known=much(), hours=st.integers(0, 7 * 48))
def test_one_call_has_one_time(known: Facts, hours: int) -> None:
    """Whenever it is looked at, a call of the plan is in reminders and calendar at its time."""
    now = day("2026-11-23") + timedelta(minutes=30 * hours)
    frame = Span(day("2026-11-23"), day("2026-12-07"))
    plan = make_plan(known, now, *frame)
    found = reminders(known, frame, ["check-ins"], HALF_AN_HOUR, Style(full=True))
    told = [(each.words, each.due) for each in found]
    assert len(told) == len(set(told))
    calendar = make_calendar(known, plan, prefer=None, full=True, region="US")
    events = [
        each.series.first.start.replace(tzinfo=NEW_YORK).astimezone(UTC)
        for each in calendar.entries
        if each.alarm
    ]
    calls = {stands.call for each in plan.occurrences if (stands := plan.check_in(each))}
    assert sorted(events) == sorted(at for _, at in calls)
    for each in plan.occurrences:
        asked = plan.check_in(each)
        if asked and not asked.over and frame.start <= asked.at < frame.end:
            assert (f"Call {asked.contact.name}, {asked.contact.call}", asked.at) in told
        if asked and asked.over:
            assert asked.at <= now
