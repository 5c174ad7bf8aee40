"""Looking back at a week: what belongs to it, what was said of it, and when `care` is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alex import DANA, HOURS, LIFELINE, SAM
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.looking_back import (
    Known,
    Outcome,
    Review,
    look_back,
    meant,
    repeats_despite_support,
    week_to_review,
)
from recoverplan.domain.phrase import understand
from recoverplan.domain.plan import Facts
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.step import Reason
from recoverplan.domain.urge import Lapse, Urge, hours_around, somebody

ZONE = ZoneInfo("America/New_York")
MADE = datetime(2026, 11, 1, tzinfo=UTC)
MONDAY = date(2026, 11, 16)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant of November 2026 from New York's wall time."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def wall(day: int, hour: int = 12) -> datetime:
    """Return a moment as the person sees it."""
    return at(day, hour).astimezone(ZONE)


def window(number: int, label: str, phrase: str, created: datetime = MADE) -> RiskWindow:
    """Return hard hours."""
    understood = understand(phrase, MADE.astimezone(ZONE))
    hours = Hours(understood.phrase, understood.schedule)
    return RiskWindow(id=number, label=label, hours=hours, created=created)


def known(*risks: RiskWindow, **more: object) -> Known:
    """Return what is known of somebody with these hard hours."""
    facts = Facts(risks, (), (), (), ZONE)
    return Known(facts)._replace(**more)  # type: ignore[arg-type]


NIGHTS = window(1, "Nights alone", "mon-thu 9pm-midnight")
SUNDAYS = window(2, "Sundays", "sun 12-5pm")


def outcome(how: str, start: datetime, risk: RiskWindow = NIGHTS) -> Outcome:
    """Return an answer about hard hours."""
    return Outcome(id=1, risk=risk.id, label=risk.label, start=start, how=how, created=MADE)


def lapse(when: datetime, *triggers: str) -> Lapse:
    """Return a lapse."""
    return Lapse(id=1, at=when, zone=ZONE.key, triggers=triggers, created=MADE)


def test_from_thursday_on_it_is_this_week_before_it_the_one_before() -> None:
    weeks = [week_to_review(wall(day)) for day in range(16, 24)]
    assert weeks == [date(2026, 11, 9)] * 3 + [MONDAY] * 4 + [MONDAY]
    assert monday_before(date(2026, 11, 22)) == MONDAY


def test_only_hours_that_are_over_and_were_known_take_part() -> None:
    back = look_back(known(NIGHTS, SUNDAYS), MONDAY, 7, wall(18, 22))
    assert [each.start for each in back.hours] == [at(16, 21), at(17, 21)]
    late = window(1, "Nights alone", "mon-thu 9pm-midnight", created=at(18, 10))
    back = look_back(known(late), MONDAY, 7, wall(22, 20))
    assert [each.start for each in back.hours] == [at(18, 21), at(19, 21)]


def test_hours_belong_to_the_week_in_which_they_begin() -> None:
    nights = window(1, "Sunday night", "sun 10pm-2am")
    assert len(look_back(known(nights), MONDAY, 7, wall(25)).hours) == 1
    assert look_back(known(nights), date(2026, 11, 23), 7, wall(25)).hours == ()


def test_answers_stay_when_their_window_is_changed_or_gone() -> None:
    moved = outcome("easier", at(16, 20))
    gone = replace(outcome("used", at(17, 18)), risk=None, label="Payday")
    back = look_back(known(NIGHTS, outcomes=(moved, gone)), MONDAY, 7, wall(17, 23))
    assert [(each.label, each.start, each.how) for each in back.hours] == [
        ("Nights alone", at(16, 20), "easier"),
        ("Payday", at(17, 18), "used"),
    ]


def test_an_evening_that_was_answered_is_not_asked_about_again_when_its_window_moves() -> None:
    twice = window(1, "Nights alone", "mon 7-8am, mon 9pm-midnight")
    moved = outcome("used", at(16, 22))
    back = look_back(known(twice, outcomes=(moved,)), MONDAY, 7, wall(17, 23))
    assert [(each.start, each.how) for each in back.hours] == [
        (at(16, 7), None),
        (at(16, 22), "used"),
    ]


def test_what_helped_and_what_came_before_are_gathered() -> None:
    urges = (
        Urge(id=1, at=at(17, 21), zone=ZONE.key, strength=7, after=3, did="walk", created=MADE),
        Urge(id=2, at=at(18, 21), zone=ZONE.key, strength=3, after=8, did="wait", created=MADE),
        Urge(id=3, at=at(18, 22), zone=ZONE.key, triggers=("payday", "bored"), created=MADE),
        Urge(id=4, at=at(9, 21), zone=ZONE.key, triggers=("long ago",), created=MADE),
    )
    reviews = (
        Review(id=1, week=MONDAY, helped="Walk", idea="leave early", created=MADE),
        Review(id=2, week=date(2026, 11, 9), question="Whom?", created=MADE),
    )
    reasons = (
        Reason(id=1, text="my daughter", shown=("review", "now"), created=MADE),
        Reason(id=2, text="sleep", shown=("now",), created=MADE),
    )
    facts = known(
        urges=urges, lapses=(lapse(at(20, 23), "payday"),), reviews=reviews, reasons=reasons
    )
    back = look_back(facts, MONDAY, 7, wall(22, 20))
    assert back.helped == ("Walk",)
    assert back.before == ("payday", "bored")
    assert (back.ideas, back.asked, back.reasons) == (("leave early",), "Whom?", ("my daughter",))
    month = look_back(facts, date(2026, 11, 1), 30, wall(22, 20))
    assert [review.week.day for review in month.reviews] == [9, 16]
    assert month.asked is None


def test_what_helped_several_times_stands_where_it_was_said_first() -> None:
    said = ("Tea", "Walk", "tea", "Call Sam", "walk")
    urges = tuple(
        Urge(id=n, at=at(17, n), zone=ZONE.key, strength=7, after=3, did=did, created=MADE)
        for n, did in enumerate(said, 1)
    )
    back = look_back(known(urges=urges), MONDAY, 7, wall(22, 20))
    assert back.helped == ("Tea", "Walk", "Call Sam")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Nights alone", [16, 17, 18, 19]),
        ("nights ALONE", [16, 17, 18, 19]),
        ("nights", [16, 17, 18, 19]),
        ("nights alone tue", [17]),
        ("nights wednesday", [18]),
        ("thu", [19]),
        ("2026-11-16", [16]),
        ("Sundays", [22]),
        ("sun", [22]),
        ("fri", []),
        ("sundays tue", []),
        ("payday", []),
        ("", []),
    ],
)
def test_a_label_a_day_or_both_name_hard_hours(typed: str, days: list[int]) -> None:
    back = look_back(known(NIGHTS, SUNDAYS), MONDAY, 7, wall(22, 20))
    found = meant(back.hours, typed, ZONE) if typed else []
    assert [each.start.astimezone(ZONE).day for each in found] == days


def test_a_window_named_like_a_day_is_meant_by_its_whole_name() -> None:
    named = window(3, "Tue", "mon 6-7pm")
    back = look_back(known(NIGHTS, named), MONDAY, 7, wall(22, 20))
    assert [each.label for each in meant(back.hours, "tue", ZONE)] == ["Tue"]


@pytest.mark.parametrize(
    ("days", "used", "support", "named"),
    [
        ((), (), "both", False),
        ((20,), (), "both", False),
        ((20, 20), (), "both", False),
        ((19, 20), (), "both", True),
        ((19, 20), (), "person", True),
        ((19, 20), (), "group", True),
        ((19, 20), (), "none", False),
        ((20,), (18,), "both", True),
        ((20,), (20,), "both", False),
        ((), (18, 19), "both", True),
        ((1, 20), (), "both", True),
    ],
)
def test_care_is_named_where_lapses_repeat_although_there_is_support(
    days: tuple[int, ...], used: tuple[int, ...], support: str, named: bool
) -> None:
    people: tuple[Contact, ...] = (SAM,) if support in {"both", "person"} else ()
    groups: tuple[Group, ...] = (LIFELINE,) if support in {"both", "group"} else ()
    facts = Facts((), people, groups, (), ZONE)
    what = Known(
        facts,
        lapses=tuple(lapse(at(day, 22)) for day in days),
        outcomes=tuple(outcome("used", at(day, 21)) for day in used),
    )
    assert repeats_despite_support(what, wall(22, 20)) is named
    assert not repeats_despite_support(what, wall(22, 20) + timedelta(days=60))


def test_somebody_who_can_be_reached_is_named_before_the_first_in_order() -> None:
    evenings = Hours("x", understand("daily 6-11pm", wall(1)).schedule)
    sam = replace(SAM, hours=(evenings,))
    mornings = Hours("x", understand("daily 8am-noon", wall(1)).schedule)
    dana = replace(DANA, hours=(mornings,))
    assert somebody((sam, dana), wall(23, 10), ZONE) == dana
    assert somebody((sam, dana), wall(23, 20), ZONE) == sam
    assert somebody((sam, dana), wall(23, 3), ZONE) == sam
    assert somebody((replace(sam, per_week=0),), wall(23, 20), ZONE) is None


def test_hours_are_offered_from_the_full_hour_unless_they_stand_already() -> None:
    assert hours_around(lapse(at(20, 23, 40)), (), ZONE) == "fri 23:00-01:00"
    assert hours_around(lapse(at(16, 21, 5)), (SUNDAYS,), ZONE) == "mon 21:00-23:00"
    assert hours_around(lapse(at(16, 21, 5)), (NIGHTS,), ZONE) is None
    assert hours_around(lapse(at(16, 21)), (NIGHTS,), ZONE) is None
    empty = RiskWindow(id=9, label="none", hours=HOURS, created=MADE)
    assert hours_around(lapse(at(1, 1, 30)), (empty,), ZONE) == "sun 01:00-03:00"
