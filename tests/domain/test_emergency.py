"""What the emergency card holds, worked out by hand for New York from 23 November 2026 on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from moment_examples import (
    ALEX,
    DANA,
    EVENING,
    LIFELINE,
    MADE,
    NIGHTS,
    SAM,
    SMART,
    ZONE,
    card_of,
    contact,
    with_contacts,
)
from recoverplan.domain import emergency
from recoverplan.domain.emergency import CardPerson, offsets, without_names
from recoverplan.domain.group import CHAT
from recoverplan.domain.span import Span
from recoverplan.domain.step import KINDS, Step
from recoverplan.domain.talk import Going
from recoverplan.domain.trip import Trip, itinerary
from recoverplan.services.emergency import region_named


def wall(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return an instant of the winter in UTC from New York's wall time."""
    year = 2026 if month > 6 else 2027
    return datetime(year, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def person(*phrases: str, **fields: object) -> CardPerson:
    """Return the only person on a card."""
    [found] = card_of(with_contacts(contact("Kim", *phrases, call="555-0140", **fields))).people
    return found


def test_hours_stand_for_120_days_from_the_days_before() -> None:
    card = card_of()
    assert card.known == Span(wall(11, 15), wall(3, 23))
    sam = card.people[0].reach
    assert sam
    assert len(sam) == 8 + 120
    assert sam[0] == Span(wall(11, 15, 18), wall(11, 15, 23))
    # The clocks go forward on 14 March: six in the evening is an hour earlier in UTC.
    assert sam[-1].start - sam[0].start == timedelta(days=127) - timedelta(hours=1)


def test_hours_are_the_contacts_own_zones() -> None:
    london = person("daily 9am-5pm", zone="Europe/London").reach
    assert london
    assert Span(wall(11, 23, 4), wall(11, 23, 12)) in london


def test_a_broken_zone_of_a_contact_is_taken_as_the_persons() -> None:
    assert person("daily 9am-5pm", zone="Nowhere/At all").reach == person("daily 9am-5pm").reach


def test_any_time_needs_no_stretches() -> None:
    assert person().reach is None
    assert person().hours == "any time (not asked yet)"


def test_touching_hours_are_one_stretch() -> None:
    around = person("daily 8am-8pm", "daily 8pm-8am").reach
    assert around is None


def test_a_pause_takes_its_days_out_the_last_included() -> None:
    paused = person(
        "daily 6pm-11pm", paused_from=date(2026, 11, 23), paused_until=date(2026, 11, 25)
    )
    assert paused.pause == (wall(11, 23), wall(11, 26))
    assert paused.reach
    around = [span.start for span in paused.reach if wall(11, 22) < span.start < wall(11, 28)]
    assert around == [wall(11, 22, 18), wall(11, 26, 18), wall(11, 27, 18)]
    assert person(paused_from=date(2026, 11, 23)).pause == (wall(11, 23), None)


def test_whoever_cannot_be_reached_and_lines_are_no_people() -> None:
    nobody = contact("Kim")
    line = contact("A line", role="line", call="555-0141")
    assert card_of(with_contacts(nobody, line)).people == ()


def test_people_stand_in_the_persons_order_with_the_way_they_prefer() -> None:
    card = card_of(ALEX._replace(contacts=(replace(DANA, order=0), *ALEX.contacts[:2])))
    assert [each.contact.name for each in card.people] == ["Dana", "Sam", "Priya"]
    both = contact("Kim", call="555-0140", text="555-0140")
    assert card_of(with_contacts(both)._replace(prefer="text")).people[0].way == "text"
    assert card_of(with_contacts(replace(both, prefer="call"))).people[0].way == "call"


def test_steps_to_do_stand_in_the_order_of_a_safety_plan_without_warning_signs() -> None:
    steps = tuple(
        Step(id=number, text=f"{kind} {number}", kind=kind, created=MADE)
        for number, kind in enumerate([*reversed(KINDS), "alone"], 1)
    )
    assert card_of(ALEX._replace(steps=steps)).steps == (
        "alone 5",
        "alone 7",
        "places 4",
        "people 3",
        "professionals 2",
        "safer 1",
    )


def test_only_groups_on_trial_or_kept_have_meetings() -> None:
    groups = tuple(
        replace(LIFELINE, id=number, status=status)
        for number, status in enumerate(("trying", "kept", "paused", "left"), 1)
    )
    card = card_of(ALEX._replace(groups=groups))
    assert [meeting.group.status for meeting in card.meetings] == ["trying", "kept"]
    assert card.meetings[0].meets[0] == Span(wall(11, 17, 19), wall(11, 17, 20))


def test_where_a_group_meets() -> None:
    linked = replace(SMART, id=3, link="https://example.org/room")
    nowhere = replace(LIFELINE, id=4, where=None)
    card = card_of(ALEX._replace(groups=(LIFELINE, SMART, linked, nowhere)))
    assert [meeting.where for meeting in card.meetings] == [
        "St Luke's hall",
        "online",
        "online, https://example.org/room",
        None,
    ]


@pytest.mark.parametrize(
    ("about", "naloxone"),
    [
        ((), True),
        (("alcohol",), False),
        (("alcohol", "gambling"), False),
        (("alcohol", "drugs"), True),
        (("other",), True),
    ],
)
def test_naloxone_is_not_spoken_of_where_only_alcohol_or_gambling_was_named(
    about: tuple[str, ...], naloxone: bool
) -> None:
    assert card_of(ALEX._replace(about=about)).naloxone is naloxone


@pytest.mark.parametrize(
    ("about", "withdrawal"),
    [((), True), (("gambling",), False), (("gambling", "alcohol"), True), (("drugs",), True)],
)
def test_withdrawal_is_spoken_of_unless_gambling_alone_was_named(
    about: tuple[str, ...], withdrawal: bool
) -> None:
    assert card_of(ALEX._replace(about=about)).withdrawal is withdrawal


def test_what_one_needs_to_join_is_of_the_way_that_is_named() -> None:
    phone = replace(
        SMART, link=None, link_notes="Passcode: tea", phone="555-0142", phone_notes="PIN 4321"
    )
    both = replace(phone, link="https://example.org/room")
    card = card_of(ALEX._replace(groups=(phone, both)))
    assert [meeting.where for meeting in card.meetings] == [
        "call 555-0142, PIN 4321",
        "online, https://example.org/room, Passcode: tea",
    ]


def test_a_line_with_hours_is_open_in_its_own_zone() -> None:
    card = card_of(ALEX._replace(about=("alcohol",)), region="IE")
    lines = {each.line.name: each for each in card.lines}
    assert lines["Samaritans"].open is None
    drugs = lines["HSE Drugs & Alcohol Helpline"].open
    assert drugs
    assert Span(wall(11, 23, 4, 30), wall(11, 23, 12, 30)) in drugs  # 09:30 to 17:30 in Dublin


def test_every_change_of_the_clocks_is_found_to_the_second() -> None:
    found = offsets(ZONE, datetime(2026, 11, 15, tzinfo=UTC), datetime(2027, 11, 30, tzinfo=UTC))
    assert [(offset.since, offset.seconds // 3600) for offset in found] == [
        (datetime(2026, 11, 15, tzinfo=UTC), -5),
        (datetime(2027, 3, 14, 7, tzinfo=UTC), -4),
        (datetime(2027, 11, 7, 6, tzinfo=UTC), -5),
    ]
    lord_howe = offsets(ZoneInfo("Australia/Lord_Howe"), EVENING, EVENING + timedelta(days=180))
    assert [offset.seconds for offset in lord_howe] == [39_600, 37_800]


@pytest.mark.parametrize(
    "name",
    ["Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "America/Santiago", "Antarctica/Troll",
     "Asia/Beirut", "Asia/Gaza", "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Norfolk"],
)  # fmt: skip
def test_no_change_of_the_clocks_is_stepped_over(name: str) -> None:
    """Against a look at every hour; some of these stop their summer time for Ramadan alone."""
    zone = ZoneInfo(name)
    start, hour = datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1)
    expected: list[tuple[int, int]] = []
    for number in range(3 * 366 * 24):
        ahead = int((start + number * hour).astimezone(zone).utcoffset().total_seconds())  # type: ignore[union-attr]
        if not expected or expected[-1][1] != ahead:
            expected.append((number, ahead))
    found = offsets(zone, start, start + timedelta(days=3 * 366))
    seen = [((each.since - start) / hour, each.seconds) for each in found]
    assert [(int(-(-at // 1)), ahead) for at, ahead in seen] == expected


def going(number: int, start: datetime, **fields: object) -> Going:
    """Return a meeting of Lifeline that is meant to be attended."""
    given = {"group": 1, "zone": ZONE.key, "contact": 1, "created": MADE, **fields}
    return Going(id=number, start=start, end=start + timedelta(hours=1), **given)  # type: ignore[arg-type]


def test_meetings_to_go_to_stand_as_far_as_the_card_knows_with_who_comes_along() -> None:
    at = (wall(11, 15) - timedelta(minutes=1), wall(11, 15), wall(3, 22, 23), wall(3, 23))
    meant = tuple(going(number, start) for number, start in enumerate(at, 1))
    card = card_of(ALEX._replace(goings=meant))
    assert [each.going.id for each in card.goings] == [2, 3]
    assert {(each.group.name, each.where, each.name) for each in card.goings} == {
        ("Tuesday Lifeline", "St Luke's hall", "Sam")
    }


def test_whoever_is_off_now_is_not_named_and_a_group_that_felt_unsafe_is_left_out() -> None:
    meant = (going(1, wall(11, 24, 19)), going(2, wall(11, 24, 19), contact=None))
    off = replace(SAM, on_now=False)
    kept = ALEX._replace(goings=meant, contacts=(off, DANA))
    card = card_of(kept)
    assert [each.name for each in card.goings] == [None, None]
    assert [each.contact.name for each in card.people] == ["Dana"]
    assert card_of(kept._replace(groups=(replace(LIFELINE, unsafe=True),))).goings == ()
    assert card_of(kept._replace(groups=())).goings == ()


def test_where_nobody_comes_along_nobody_is_named() -> None:
    [found] = card_of(ALEX._replace(goings=(going(1, wall(11, 24, 19), contact=None),))).goings
    assert found.name is None


def test_of_somebody_who_entered_nothing_the_card_says_nothing() -> None:
    card = card_of(emergency.Kept(ZONE))
    assert (card.urges, card.plain, card.locked_away) == (False, False, False)
    assert (card.people, card.steps, card.hours, card.meetings, card.goings) == ((),) * 5
    assert (card.chats, card.trips, card.reasons, card.abroad) == ((), (), (), None)
    assert card.lines


def test_chats_are_those_of_groups_that_are_gone_to() -> None:
    chats = tuple(
        replace(LIFELINE, id=number, format=CHAT, status=status)
        for number, status in enumerate(("trying", "kept", "paused", "left"), 1)
    )
    card = card_of(ALEX._replace(groups=(*chats, SMART)))
    assert [each.id for each in card.chats] == [1, 2]


def test_hard_hours_stand_with_something_to_do_the_hardest_first() -> None:
    low = replace(NIGHTS, id=2, level="low", if_thens=())
    bare = replace(NIGHTS, id=3, if_thens=(), steps=())
    only_if = replace(NIGHTS, id=4, level="medium", steps=())
    card = card_of(ALEX._replace(risks=(low, bare, only_if, NIGHTS)))
    assert [each.risk.id for each in card.hours] == [1, 4, 2]
    assert card.hours[0].during[0] == Span(wall(11, 15, 21), wall(11, 16))
    assert len(card.hours[0].during) == 8 + 120


def test_days_ahead_are_fewer_where_hours_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three people and two groups: five stretches a day at the most."""
    for most, days in ((5 * 128, 120), (5 * 127, 119), (5 * 10 + 4, 2), (5 * 9, 1), (0, 1)):
        monkeypatch.setattr(emergency, "MOST_STRETCHES", most)
        card = card_of()
        assert card.known == Span(
            wall(11, 15), (EVENING.replace(hour=0, minute=0) + timedelta(days=days)).astimezone(UTC)
        ), most
        assert emergency.horizon(with_contacts()._replace(groups=())) == timedelta(
            days=min(120, max(1, most - 8))
        )


def away(first: date, until: date, number: int = 1) -> tuple[Trip, None]:
    """Return some days in Tokyo."""
    trip = Trip(
        id=number, place="Tokyo", first=first, until=until, timezone="Asia/Tokyo", created=MADE
    )
    return trip, None


@pytest.mark.parametrize(
    ("first", "until", "there"),
    [
        (date(2026, 11, 12), date(2026, 11, 14), False),  # it is over as the card's days begin
        (date(2026, 11, 12), date(2026, 11, 15), True),
        (date(2027, 3, 22), date(2027, 3, 25), True),
        (date(2027, 3, 23), date(2027, 3, 25), False),  # it begins as they end
    ],
)
def test_a_trip_stands_that_has_a_minute_of_the_cards_days(
    first: date, until: date, there: bool
) -> None:
    trip = Trip(id=1, place="Boston", first=first, until=until, timezone=ZONE.key, created=MADE)
    zone = itinerary(ZONE, [trip], EVENING)
    card = card_of(ALEX._replace(zone=zone, trips=((trip, None),)))
    assert bool(card.trips) is there


def test_trips_stand_that_touch_what_the_card_knows_and_the_clock_is_theirs() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    over, soon, late = (
        away(date(2026, 11, 1), date(2026, 11, 3), 1),
        away(date(2026, 12, 1), date(2026, 12, 5), 2),
        away(date(2027, 6, 1), date(2027, 6, 5), 3),
    )
    trips = (over, soon, late)
    zone = itinerary(ZONE, [trip for trip, _ in trips], EVENING)
    card = card_of(ALEX._replace(zone=zone, trips=trips))
    [found] = card.trips
    assert (found.trip.id, found.region, found.lines) == (2, None, ())
    start = datetime(2026, 12, 1, tzinfo=tokyo).astimezone(UTC)
    end = datetime(2026, 12, 6, tzinfo=tokyo).astimezone(UTC)
    assert found.during == Span(start, end)
    changes = [(each.since, each.seconds // 3600) for each in card.offsets[:3]]
    assert changes == [(wall(11, 15), -5), (start, 9), (end, -5)]
    home_again = [
        (each.since, each.seconds) for each in offsets(zone, end, end + timedelta(days=1))
    ]
    assert home_again == [(end, -5 * 3600)]
    abroad = (soon[0], region_named("IE"))
    there = card_of(ALEX._replace(zone=zone, trips=(abroad,))).trips[0]
    assert there.region is not None
    assert there.lines
    assert all(each.line.name for each in there.lines)


def test_without_names_only_what_anybody_may_read_is_left() -> None:
    abroad = (away(date(2026, 12, 1), date(2026, 12, 5))[0], region_named("IE"))
    nowhere = away(date(2026, 12, 8), date(2026, 12, 9), 2)
    kept = ALEX._replace(
        trips=(abroad, nowhere), risks=(NIGHTS,), reasons=("My kids",), plain=True, urges=True
    )
    left = without_names(kept)
    assert [trip.place for trip, _ in left.trips] == [abroad[1].name, "Asia/Tokyo"]
    assert (left.about, left.plain, left.locked_away) == (kept.about, True, True)
    bare = left._replace(zone=None, trips=(), about=(), plain=False, locked_away=False)  # type: ignore[arg-type]
    assert bare == emergency.Kept(None)  # type: ignore[arg-type]


def test_a_pause_that_is_over_stands_as_it_was_and_takes_no_hours() -> None:
    over = person("daily 6pm-11pm", paused_from=date(2026, 11, 1), paused_until=date(2026, 11, 2))
    assert over.pause == (wall(11, 1) - timedelta(hours=0), wall(11, 3))
    assert over.reach is not None
    assert len(over.reach) == 8 + 120


def test_own_hours_are_said_by_the_clock_of_the_region() -> None:
    kept = with_contacts(contact("Kim", "daily 6pm-11pm", call="555-0140"))
    twelve, day = (card_of(kept, region).people[0].hours for region in ("US", "IE"))
    assert twelve != day
    assert "18:00" in day


def test_offsets_begin_at_the_start_and_end_before_the_end() -> None:
    change = datetime(2027, 3, 14, 7, tzinfo=UTC)
    second = timedelta(seconds=1)
    for start, end, count in (
        (change, change + timedelta(days=1), 1),
        (change - second, change + second, 2),
        (change - timedelta(days=3), change, 2),  # seen where the next week begins
        (change - timedelta(days=3), change - second, 1),
    ):
        found = offsets(ZONE, start, end)
        assert len(found) == count, (start, end)
        assert found[0].since == start
