"""Moments as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoverplan.domain.moment import MomentError, read_moment, understand_day, understand_moment
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.words.usage import HOW_TO_SETTLE
from rounds import rounds

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=NEW_YORK)
ZONES = ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
WORDS = re.split(
    r"\s+",
    "mon tue fri friday sunday last yesterday today tomorrow tonight night at 7pm 7 19:00 7:30 "
    "noon midnight 20 nov november 2026 03/04 24 am pm now ago hours days 2 - 2026-11-20 T 13pm",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-11-23T10:00:00-05:00"),
        ("yesterday 7pm", "2026-11-22T19:00:00-05:00"),
        ("yesterday 19:24", "2026-11-22T19:24:00-05:00"),
        ("yesterday afternoon 1", "2026-11-22T13:00:00-05:00"),
        ("a minute ago", "2026-11-23T09:59:00-05:00"),
        ("7pm yesterday", "2026-11-22T19:00:00-05:00"),
        ("Yesterday at 7 P.M.", "2026-11-22T19:00:00-05:00"),
        ("2026-11-20 19:00", "2026-11-20T19:00:00-05:00"),
        ("2026-11-20T19:00", "2026-11-20T19:00:00-05:00"),
        ("2026-11-20T19:00:30Z", "2026-11-20T14:00:30-05:00"),
        ("2026-11-20 19:00 +01:00", "2026-11-20T13:00:00-05:00"),
        ("tonight 12", "2026-11-24T00:00:00-05:00"),
        ("fri night 12", "2026-11-21T00:00:00-05:00"),
        ("yesterday afternoon 12", "2026-11-22T12:00:00-05:00"),
        ("2026-11-20 7pm", "2026-11-20T19:00:00-05:00"),
        ("fri 19:00", "2026-11-20T19:00:00-05:00"),
        ("mon 09:00", "2026-11-23T09:00:00-05:00"),
        ("mon 11:00", "2026-11-16T11:00:00-05:00"),
        ("last monday 9am", "2026-11-16T09:00:00-05:00"),
        ("today 7pm", "2026-11-23T19:00:00-05:00"),
        ("7pm", "2026-11-23T19:00:00-05:00"),
        ("9:30", "2026-11-23T09:30:00-05:00"),
        ("12am", "2026-11-23T00:00:00-05:00"),
        ("noon", "2026-11-23T12:00:00-05:00"),
        ("20 nov 19:00", "2026-11-20T19:00:00-05:00"),
        ("17 nov 2026 7pm", "2026-11-17T19:00:00-05:00"),
        ("nov 17, 2026 7.30pm", "2026-11-17T19:30:00-05:00"),
        ("fri 20 nov 19:00", "2026-11-20T19:00:00-05:00"),
        ("20/11 19:00", "2026-11-20T19:00:00-05:00"),
        ("5/5 7pm", "2026-05-05T19:00:00-04:00"),
        ("last night 11pm", "2026-11-22T23:00:00-05:00"),
        ("last night 1am", "2026-11-23T01:00:00-05:00"),
        ("2 hours ago", "2026-11-23T08:00:00-05:00"),
        ("3 days ago 7pm", "2026-11-20T19:00:00-05:00"),
        ("tomorrow 7pm", "2026-11-24T19:00:00-05:00"),
    ],
)
def test_a_moment_is_understood(text: str, expected: str) -> None:
    assert understand_moment(text, MONDAY).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last night 5:59am", "2026-11-23T05:59:00-05:00"),
        ("last night 6am", None),  # the morning after
        ("last night 5pm", "2026-11-22T17:00:00-05:00"),
        ("last night 4:59pm", None),
        ("tonight 5am", "2026-11-24T05:00:00-05:00"),
        ("yesterday evening 5am", None),
        ("yesterday night 5am", None),
    ],
)
def test_a_night_is_from_five_in_the_afternoon_to_before_six(
    text: str, expected: str | None
) -> None:
    if expected is None:
        with pytest.raises(UsageError):
            understand_moment(text, MONDAY)
    else:
        assert understand_moment(text, MONDAY).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 dec 7pm", "2026-12-20T19:00:00-05:00"),  # soon: meant, and refused by a log
        ("20 jan 7pm", "2026-01-20T19:00:00-05:00"),  # far ahead: the last one
        ("29 feb 7pm", "2024-02-29T19:00:00-05:00"),
        ("24 dec 7pm", "2026-12-24T19:00:00-05:00"),  # in 31 days: the last that is soon
        ("25 dec 7pm", "2025-12-25T19:00:00-05:00"),  # in 32
    ],
)
def test_a_date_without_a_year_is_the_last_one_unless_it_comes_soon(
    text: str, expected: str
) -> None:
    assert understand_moment(text, MONDAY).isoformat() == expected


def test_before_two_in_the_morning_tonight_is_the_night_still_running() -> None:
    late = datetime(2026, 11, 24, 1, 0, tzinfo=NEW_YORK)
    assert understand_moment("tonight 11pm", late).day == 23
    assert understand_moment("tonight 1am", late).day == 24
    assert understand_moment("tonight 11pm", MONDAY).day == 23
    assert understand_moment("tonight 1am", MONDAY).day == 24


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("7", "7 am or 7 pm", '"7am" or "7pm"'),
        ("fri 7", "7 am or 7 pm", '"fri 7am" or "fri 7pm"'),
        ("20 nov 7", "7 am or 7 pm", '"20 nov 7am"'),
        ("fri 19", "not clear", '"fri 19:00"'),
        ("fri 23", "not clear", 'Type "fri 23:00".'),
        ("fri 24", "could not be read", "yesterday 7pm"),
        ("13", "not clear", 'Type "13:00".'),
        ("03/04", "could not be read", "yesterday 7pm"),
        ("03/04 7pm", "3 April or 4 March", '"3 apr"'),
        ("03/04/2027 7pm", "3 April or 4 March", '"3 apr 2027"'),
        ("yesterday", "without a time", 'Type "yesterday 7pm" or "yesterday 9pm".'),
        ("20 nov", "without a time", '"20 nov 7pm"'),
        ("fri midnight", "reads two ways", '"fri 00:00"'),
        ("fri 24:00", "end of a day", "00:00"),
        ("13pm", '"13pm"', "yesterday 7pm"),
        ("fri 13:30pm", '"13:30pm"', "yesterday 7pm"),
        ("thu 20 nov 2026 19:00", "a Friday, not a Thursday", "yesterday 7pm"),
        ("2026-02-30 19:00", "no such day", "yesterday 7pm"),
        ("7:60", "no such day or time", "yesterday 7pm"),
        ("0026-11-20 19:00", "no such day", "yesterday 7pm"),
        ("99999-01-01 19:00", "could not be read", "yesterday 7pm"),
        ("7-8pm", "could not be read", "yesterday 7pm"),
        ("every fri 7pm", "could not be read", "yesterday 7pm"),
        ("next fri 7pm", "could not be read", "yesterday 7pm"),
        ("", "could not be read", "yesterday 7pm"),
        ("\x1b[31m", "could not be read", "yesterday 7pm"),
    ],
)
def test_what_is_no_one_moment_is_refused_with_what_to_type(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as refused:
        understand_moment(text, MONDAY)
    assert message in refused.value.message
    assert hint in (refused.value.hint or "")
    assert "\x1b" not in refused.value.message


def test_a_time_the_clocks_skip_takes_the_offset_before_the_change() -> None:
    assert understand_moment("2026-03-08 02:30", MONDAY).isoformat() == "2026-03-08T03:30:00-04:00"


def test_a_time_that_comes_twice_is_the_first_unless_its_offset_is_given() -> None:
    assert understand_moment("2026-11-01 01:30", MONDAY).isoformat() == "2026-11-01T01:30:00-04:00"
    second = understand_moment("2026-11-01T01:30:00-05:00", MONDAY)
    assert second.astimezone(UTC) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_hours_ago_are_real_hours_across_a_change() -> None:
    morning = datetime(2026, 11, 1, 3, 0, tzinfo=NEW_YORK)
    ago = understand_moment("3 hours ago", morning)
    assert morning.astimezone(UTC) - ago.astimezone(UTC) == timedelta(hours=3)
    assert ago.hour == 1


instants = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda wall: wall.replace(microsecond=0, tzinfo=UTC)
)


@given(instants, instants, st.sampled_from(ZONES), st.sampled_from(ZONES))
@settings(max_examples=rounds(150), deadline=None)
def test_iso_with_an_offset_comes_back_as_the_same_instant(
    instant: datetime, now: datetime, here: str, there: str
) -> None:
    text = instant.astimezone(ZoneInfo(there)).isoformat()
    understood = understand_moment(text, now.astimezone(ZoneInfo(here)))
    assert understood.astimezone(UTC) == instant
    assert str(understood.tzinfo) == here


@given(
    instants,
    st.sampled_from(ZONES),
    st.sampled_from(["mon", "tues", "Wednesday", "thu", "fri", "sat", "last sun", "last mon"]),
    st.times(),
)
@settings(max_examples=rounds(150), deadline=None)
def test_a_weekday_is_never_in_the_future_nor_more_than_eight_days_back(
    now: datetime, zone: str, weekday: str, at: time
) -> None:
    here = now.astimezone(ZoneInfo(zone))
    understood = understand_moment(f"{weekday} {at:%H:%M}", here).astimezone(UTC)
    assert understood <= now
    assert now - understood <= timedelta(days=8)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)))
@example("9999-12-31T23:59-23:59")
@example("9999-12-31 23:59")
@example("9999 days ago 7pm")
@example("٧pm")
@settings(max_examples=rounds(400), deadline=None)
def test_any_text_is_a_moment_or_a_usage_error(text: str) -> None:
    for now in (MONDAY, datetime(2026, 3, 1, 0, 30, tzinfo=ZoneInfo("Asia/Kathmandu"))):
        try:
            assert understand_moment(text, now).tzinfo is now.tzinfo
        except UsageError as refused:
            said = refused.message, refused.hint or ""
        else:
            continue
        assert said[1]
        assert clean(said[0]) == said[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("1 nov", date(2026, 11, 1)),
        ("fri", date(2026, 11, 20)),
        ("mon", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 22)),
        ("today", date(2026, 11, 23)),
        ("Nov 1, 2026", date(2026, 11, 1)),
        ("fri,", date(2026, 11, 20)),
    ],
)
def test_a_day_is_understood(text: str, day: date) -> None:
    assert understand_day(text, MONDAY) == day


def test_a_day_named_in_its_own_first_hour_is_that_day() -> None:
    friday = datetime(2026, 11, 27, 0, 30, tzinfo=NEW_YORK)
    assert understand_day("fri", friday) == friday.date()


def test_an_hour_that_is_not_in_the_part_of_the_day_says_so() -> None:
    with pytest.raises(UsageError) as caught:
        understand_moment("yesterday evening 9am", MONDAY)
    assert "evening" in caught.value.message.removeprefix('"yesterday evening 9am"')


@pytest.mark.parametrize("text", ["tonight midnight", "tonight 12am"])
def test_the_midnight_of_tonight_is_one(text: str) -> None:
    late = MONDAY.replace(hour=23)
    assert understand_moment(text, late).isoformat() == "2026-11-24T00:00:00-05:00"


def test_tonight_decides_the_half_of_the_day() -> None:
    late = MONDAY.replace(hour=23)
    assert understand_moment("tonight 9:30", late, asks_half=True) == late.replace(
        hour=21, minute=30
    )


@pytest.mark.parametrize("text", ["", "soon", "03/04", "2026-02-30", "fri 7pm", "x" * 100])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        understand_day(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just now", "2026-11-23T10:00:00-05:00"),
        ("right now", "2026-11-23T10:00:00-05:00"),
        ("an hour ago", "2026-11-23T09:00:00-05:00"),
        ("a minute ago", "2026-11-23T09:59:00-05:00"),
        ("90 min ago", "2026-11-23T08:30:00-05:00"),
        ("3h ago", "2026-11-23T07:00:00-05:00"),
        ("day before yesterday 7pm", "2026-11-21T19:00:00-05:00"),
        ("yesterday 7 a.m.", "2026-11-22T07:00:00-05:00"),
        ("on the 20th of nov, at 7pm", "2026-11-20T19:00:00-05:00"),
        ("1900-01-01 19:00", "1900-01-01T19:00:00-05:00"),
    ],
)
def test_other_ways_to_say_a_moment(text: str, expected: str) -> None:
    assert understand_moment(text, MONDAY).isoformat() == expected


@pytest.mark.parametrize("read", [understand_moment, understand_day])
def test_a_text_is_read_up_to_eighty_letters_and_from_the_year_1900(
    read: Callable[[str, datetime], object],
) -> None:
    time_of = " 19:00" if read is understand_moment else ""
    for text in ("", " ", f"{'x' * 81}", f"1899-12-31{time_of}", "yesterday " * 9):
        with pytest.raises(UsageError) as caught:
            read(text, MONDAY)
        assert caught.value.hint is not None
        assert "Type it like" in caught.value.hint
    assert read(f"1900-01-01{time_of}", MONDAY)


def test_the_eightieth_letter_of_a_moment_is_read_and_the_next_is_not() -> None:
    text = "earlier " * 2 + "on " * 19 + "fri 7pm"
    assert len(text) == 80
    assert understand_moment(text, MONDAY) == understand_moment("fri 7pm", MONDAY)
    with pytest.raises(UsageError):
        understand_moment(text.replace("on fri", "the fri"), MONDAY)


def test_a_long_text_is_cut_where_it_is_said_back() -> None:
    for letters, shown in ((40, "x" * 40), (41, "x" * 39 + "…")):
        for read in (understand_moment, understand_day):
            with pytest.raises(UsageError) as caught:
                read("x" * letters, MONDAY)
            assert f'"{shown}"' in caught.value.message


@pytest.mark.parametrize(
    ("text", "expected", "past"),
    [
        ("9am", "23 09:00", "23 09:00"),
        ("10am", "23 10:00", "23 10:00"),  # this very minute has been
        ("7pm", "23 19:00", "22 19:00"),
        ("noon", "23 12:00", "22 12:00"),
        ("night 7", "23 19:00", "22 19:00"),
        ("today 7pm", "23 19:00", "23 19:00"),  # a day was said
        ("evening 12am", None, None),
        ("evening 12", None, None),
        ("afternoon 12", "23 12:00", "22 12:00"),
        ("morning 7", "23 07:00", "23 07:00"),
        ("midnight", None, "23 00:00"),  # it may begin the day or end it
        ("00:00", "23 00:00", "23 00:00"),
        ("last night midnight", "23 00:00", "23 00:00"),
        ("fri, 7pm", "20 19:00", "20 19:00"),
        ("a minute ago", "23 09:59", "23 09:59"),
        ("an hour ago", "23 09:00", "23 09:00"),
        ("right now", "23 10:00", "23 10:00"),
        ("07:30", "23 07:30", "23 07:30"),
        ("13", None, None),
        ("24:30", None, None),
    ],
)
def test_in_the_morning_what_is_still_to_come_was_yesterday_for_a_log(
    text: str, expected: str | None, past: str | None
) -> None:
    for wanted, is_past in ((expected, False), (past, True)):
        if wanted is None:
            with pytest.raises(UsageError):
                read_moment(text, MONDAY, past=is_past)
        else:
            found = read_moment(text, MONDAY, past=is_past)
            assert f"{found.at:%d %H:%M}" == wanted
            assert not found.rough


def test_from_noon_on_what_is_still_to_come_is_today() -> None:
    noon = MONDAY.replace(hour=12)
    assert read_moment("7pm", noon, past=True).at.day == 23
    assert read_moment("7pm", noon.replace(hour=11, minute=59), past=True).at.day == 22


@pytest.mark.parametrize(
    ("text", "said", "later", "earlier"),
    [
        ("7", "7", ("evening", "7pm"), ("morning", "7am")),
        ("12", "12", ("noon", "12pm"), ("midnight", "12am")),
        ("fri 5", "5", ("evening", "fri 5pm"), ("morning", "fri 5am")),
        ("about 7", "7", ("evening", "around 7pm"), ("morning", "around 7am")),
        ("fri around 7", "7", ("evening", "fri around 7pm"), ("morning", "fri around 7am")),
        ("7 fri", "7", ("evening", "fri 7pm"), ("morning", "fri 7am")),
        ("at 7 yesterday", "7", ("evening", "yesterday 7pm"), ("morning", "yesterday 7am")),
    ],
)
def test_a_bare_hour_lacks_its_half_of_the_day(
    text: str, said: str, later: tuple[str, str], earlier: tuple[str, str]
) -> None:
    with pytest.raises(MomentError) as refused:
        read_moment(text, MONDAY)
    missing = refused.value.missing
    assert missing is not None
    assert (missing.what, missing.said) == ("half", said)
    assert [tuple(each) for each in missing.choices] == [later, earlier]
    assert not refused.value.several_lines
    for each in missing.choices:
        assert read_moment(each.phrase, MONDAY).rough is ("around" in each.phrase)


@pytest.mark.parametrize("text", ["7:30", "7:05", "fri 7:30", "12:15", "1:00 yesterday"])
def test_a_colon_leaves_the_half_open_for_whom_it_does(text: str) -> None:
    read_moment(text, MONDAY)
    with pytest.raises(MomentError) as refused:
        read_moment(text, MONDAY, asks_half=True)
    assert refused.value.several_lines  # it says how to settle it for good
    assert (refused.value.hint or "").splitlines()[1:] == HOW_TO_SETTLE.splitlines()
    missing = refused.value.missing
    assert missing is not None
    assert missing.what == "half"
    evening, morning = (read_moment(each.phrase, MONDAY).at for each in missing.choices)
    assert evening.hour % 12 == morning.hour % 12


@pytest.mark.parametrize(
    "text", ["07:30", "13:00", "0:30", "2026-11-20 7:30", "fri evening 7:30", "fri 7:30pm"]
)
def test_a_time_that_can_be_but_one_is_open_for_nobody(text: str) -> None:
    assert read_moment(text, MONDAY, asks_half=True) == read_moment(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "hours", "past"),
    [
        ("earlier", ["7pm", "9pm", "noon", "9am"], ["9am"]),
        ("today", ["7pm", "9pm", "noon", "9am"], ["9am"]),
        ("yesterday", ["7pm", "9pm", "noon", "9am"], ["7pm", "9pm", "noon", "9am"]),
        ("this morning", ["9am", "7am"], ["9am", "7am"]),
        ("this evening", ["7pm", "6pm"], None),
        ("tonight", ["9pm", "11pm"], None),
        ("afternoon", ["3pm", "1pm"], ["3pm", "1pm"]),  # yesterday's, for a log
        ("last night", ["9pm", "11pm"], ["9pm", "11pm"]),
    ],
)
def test_a_day_without_an_hour_offers_hours_that_may_have_been(
    text: str, hours: list[str], past: list[str] | None
) -> None:
    for wanted, is_past in ((hours, False), (past, True)):
        with pytest.raises(UsageError) as refused:
            read_moment(text, MONDAY, past=is_past)
        missing: Any = getattr(refused.value, "missing", None)
        if wanted is None:
            assert missing is None
            continue
        assert not getattr(refused.value, "several_lines", True)
        day = "today" if text == "earlier" else text
        assert (missing.what, missing.said) == ("about", day)
        assert [each.words for each in missing.choices] == wanted
        assert [each.phrase for each in missing.choices] == [f"{day} around {w}" for w in wanted]
        assert missing.around == (f"{day} around ", "")
        assert [f'"{day} {each}"' in (refused.value.hint or "") for each in wanted] == [
            place < 2 for place in range(len(wanted))
        ]


def test_an_hour_that_is_this_very_minute_has_been() -> None:
    nine = MONDAY.replace(hour=9)
    with pytest.raises(MomentError) as refused:
        read_moment("today", nine, past=True)
    assert refused.value.missing is not None
    assert [each.words for each in refused.value.missing.choices] == ["9am"]
