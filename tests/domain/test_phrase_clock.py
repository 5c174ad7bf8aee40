"""A colon without am or pm: whose clock it is, and what settles the half of the day.

To people whose country has a 12-hour clock or speaks English, "7:30" is a morning or an evening;
`asks_half` says so. Now is Monday 23 November 2026, 10:00, in New York.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.moment import understand_moment
from recoverplan.domain.phrase import Occasion, PhraseError, schedule_words, typed_again, understand
from recoverplan.domain.schedule import Hours, load
from recoverplan.errors import UsageError
from when_schedules import schedules
from when_times import NOW, offers, times

# What is asked, and the offers: each is read one way by everybody.
ASKED = [
    ("tue 7:30", ("tue 7:30am-9:30am", "tue 7:30pm-9:30pm")),
    ("tuesdays at 7:30", ("tuesdays at 7:30am-9:30am", "tuesdays at 7:30pm-9:30pm")),
    ("fri 5:00-9:00", ("fri 5:00-9:00am", "fri 5:00-9:00pm")),
    ("fri 5.00-9.00", ("fri 5:00-9:00am", "fri 5:00-9:00pm")),
    ("fri 5:00 to 9:00", ("fri 5:00-9:00am", "fri 5:00-9:00pm")),
    ("from 5:00 until 9:00 fri", ("from 5:00-9:00am fri", "from 5:00-9:00pm fri")),
    ("fri 10:00-2:00", ("fri 10:00am-2:00pm", "fri 10:00pm-2:00am")),
    ("fri 10:00-11:00", ("fri 10:00-11:00am", "fri 10:00-11:00pm")),
    ("fri 11:30-12:30", ("fri 11:30am-12:30pm", "fri 11:30pm-12:30am")),
    ("fri 1:15-2:45", ("fri 1:15-2:45am", "fri 1:15-2:45pm")),
    ("fri 5:00-9", ("fri 5:00-9am", "fri 5:00-9pm")),
    ("fri 5-9:30", ("fri 5-9:30am", "fri 5-9:30pm")),
    ("fri 5-9", ("fri 5-9am", "fri 5-9pm")),
    ("fri 7:30 for 90 minutes", ("fri 7:30am for 90 minutes", "fri 7:30pm for 90 minutes")),
    ("fri 7:30 for 2h", ("fri 7:30am for 2h", "fri 7:30pm for 2h")),
    ("90 minutes at 7:30 fri", ("90 minutes at 7:30am fri", "90 minutes at 7:30pm fri")),
    ("fri 9pm-1:30", ("fri 9pm-1:30am", "fri 9pm-1:30pm")),
    ("fri noon-5:00", ("fri noon-5:00pm", "fri noon-5:00am")),
    ("fri 7:30-9:00 and 10:00-11:00", None),
    ("daily 5:00-9:00", ("daily 5:00-9:00am", "daily 5:00-9:00pm")),
    ("5:00-9:00", ("5:00-9:00am", "5:00-9:00pm")),
    ("mon-thu 6:30-8:30", ("mon-thu 6:30-8:30am", "mon-thu 6:30-8:30pm")),
    ("weekdays 4:15-6:00", ("weekdays 4:15-6:00am", "weekdays 4:15-6:00pm")),
    ("weekends 2:00-4:00", ("weekends 2:00-4:00am", "weekends 2:00-4:00pm")),
    ("24 dec 5:00-9:00", ("24 dec 5:00-9:00am", "24 dec 5:00-9:00pm")),
    ("27 nov 2026 7:30-9:00", ("27 nov 2026 7:30-9:00am", "27 nov 2026 7:30-9:00pm")),
    ("12/25/2026 5:00-9:00", ("12/25/2026 5:00-9:00am", "12/25/2026 5:00-9:00pm")),
    ("25/12/2026 5:00-9:00", ("25/12/2026 5:00-9:00am", "25/12/2026 5:00-9:00pm")),
    ("24-26 dec 5:00-9:00", ("24-26 dec 5:00-9:00am", "24-26 dec 5:00-9:00pm")),
    ("17-20 dec 5:00-9:00", ("17-20 dec 5:00-9:00am", "17-20 dec 5:00-9:00pm")),
    ("tomorrow 7:30-9:00", ("tomorrow 7:30-9:00am", "tomorrow 7:30-9:00pm")),
    ("15th 5:00-9:00", ("15th 5:00-9:00am", "15th 5:00-9:00pm")),
    ("15th and 30th 5:00-9:00", ("15th and 30th 5:00-9:00am", "15th and 30th 5:00-9:00pm")),
    ("last friday of the month 6:00-7:30",
     ("last friday of the month 6:00-7:30am", "last friday of the month 6:00-7:30pm")),
    ("fridays 7:30-9:00 until 3 dec 2026",
     ("fridays 7:30-9:00am until 3 dec 2026", "fridays 7:30-9:00pm until 3 dec 2026")),
    ("fridays 7:30-9:00 except 25 dec",
     ("fridays 7:30-9:00am except 25 dec", "fridays 7:30-9:00pm except 25 dec")),
    ("fri before 7:30", ("fri 5:30am-7:30am", "fri 5:30pm-7:30pm")),
    ("fri after 7:30", ("fri 7:30am-9:30am", "fri 7:30pm-9:30pm")),
    ("fri 5:00 - sun 9:00", ("fri 5:00am - sun 9:00am", "fri 5:00pm - sun 9:00am",
                             "fri 5:00am - sun 9:00pm", "fri 5:00pm - sun 9:00pm")),
    ("fri 5pm - sun 9:00", ("fri 5pm - sun 9:00am", "fri 5pm - sun 9:00pm")),
    ("24 dec 6pm - 26 dec 9:30", ("24 dec 6pm - 26 dec 9:30am", "24 dec 6pm - 26 dec 9:30pm")),
    ("fri 12:30-2:00", ("fri 12:30-2:00am", "fri 12:30-2:00pm")),
    ("fri 12:00-3:00", ("fri 00:00-3:00am", "sat 00:00-3:00am", "fri 12:00-3:00pm")),
    ("fri 7h30-9h", ("fri 7:30-9:00am", "fri 7:30-9:00pm")),
    ("mon 5-6pm; fri 7:30-9:00", ("mon 5-6pm; fri 7:30-9:00am", "mon 5-6pm; fri 7:30-9:00pm")),
    # what is filled in does not settle it
    ("biweekly fri 5:00-9:00 from 27 nov", ("biweekly fri 5:00-9:00am from 27 nov",
                                            "biweekly fri 5:00-9:00pm from 27 nov")),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), ASKED)
def test_a_colon_alone_is_asked_about_where_people_say_am_and_pm(
    phrase: str, expected: tuple[str, ...] | None
) -> None:
    found = offers(phrase, asks_half=True)
    assert found if expected is None else found == expected
    for offered in found:
        assert times(offered) == times(offered, asks_half=True)


# Neither asked about nor read otherwise than by people with a 24-hour clock.
SETTLED = [
    # a leading zero, for the whole phrase and beside a word
    ("fri 05:00-09:00", "Fri 27 Nov 05:00-09:00"),
    ("fri 05:00-9:00", "Fri 27 Nov 05:00-09:00"),
    ("fri 5:00-09:00", "Fri 27 Nov 05:00-09:00"),
    ("fri 05:00-9", "Fri 27 Nov 05:00-09:00"),
    ("fri 05.00-09.00", "Fri 27 Nov 05:00-09:00"),
    ("fri 0500-0900", "Fri 27 Nov 05:00-09:00"),
    ("fri 05h00-09h00", "Fri 27 Nov 05:00-09:00"),
    ("tue 07:30 for 90 minutes", "Tue 24 Nov 07:30-09:00"),
    ("every day 08:00-midnight", "Mon 23 Nov 08:00-00:00"),
    ("fri 08:00 to midnight", "Fri 27 Nov 08:00-00:00"),
    ("fri 09:30-noon", "Fri 27 Nov 09:30-12:00"),
    ("fri noon-05:00", "Fri 27 Nov 12:00-05:00"),
    ("fri 08:00-24:00", "Fri 27 Nov 08:00-00:00"),
    ("fri 0:30-2:00", "Fri 27 Nov 00:30-02:00"),
    ("mon 08:00-09:00; fri 7:30-9:30", "Fri 27 Nov 07:30-09:30"),
    ("fri 7:30-9:30; mon 08:00-09:00", "Fri 27 Nov 07:30-09:30"),
    ("fri 7:30-9:00 and 09:30-10:00", "Fri 27 Nov 07:30-09:00"),
    ("fri 05:00 - sun 9:00", "Fri 27 Nov 05:00-09:00"),
    # an hour above 12, for the whole phrase
    ("fri 17:00-21:00", "Fri 27 Nov 17:00-21:00"),
    ("fri 5:00-17:00", "Fri 27 Nov 05:00-17:00"),
    ("fri 12:00-13:00", "Fri 27 Nov 12:00-13:00"),
    ("fri 22:00-2:00", "Fri 27 Nov 22:00-02:00"),
    ("fri 22-6", "Fri 27 Nov 22:00-06:00"),
    ("fri 9-17", "Fri 27 Nov 09:00-17:00"),
    ("fri 7:30-24:00", "Fri 27 Nov 07:30-00:00"),
    ("fri 19h-20h30", "Fri 27 Nov 19:00-20:30"),
    ("fri 1930-2100", "Fri 27 Nov 19:30-21:00"),
    ("mon 18:00-19:00; fri 5:00-9:00", "Mon 23 Nov 18:00-19:00"),
    ("fri 5:00-9:00; mon 18:00-19:00", "Mon 23 Nov 18:00-19:00"),
    ("fri 1:00-5:00 and 18:00-20:00", "Fri 27 Nov 01:00-05:00"),
    ("mon 9-17, fri 5:00-7:00", "Mon 23 Nov 09:00-17:00"),
    ("fri 17:00 - sun 9:00", "Fri 27 Nov 17:00-09:00"),
    # a date that begins with its year, and an RRULE
    ("2026-11-27 7:30-9:00", "Fri 27 Nov 07:30-09:00"),
    ("2026/11/27 7:30-9:00", "Fri 27 Nov 07:30-09:00"),
    ("fridays 7:30-9:00 from 2026-12-01", "Fri 4 Dec 07:30-09:00"),
    ("every other friday from 2026-11-27 5:00-9:00", "Fri 27 Nov 05:00-09:00"),
    ("RRULE:FREQ=WEEKLY;BYDAY=FR 7:30-9:00", "Fri 27 Nov 07:30-09:00"),
    ("FREQ=DAILY 7:30-9:00", "Tue 24 Nov 07:30-09:00"),
    # am or pm said once, at the end; noon and midnight are as good
    ("fri 7:30-9pm", "Fri 27 Nov 19:30-21:00"),
    ("fri 7:30-9:00pm", "Fri 27 Nov 19:30-21:00"),
    ("fri 11:30-1pm", "Fri 27 Nov 11:30-13:00"),
    ("fri 9:00-noon", "Fri 27 Nov 09:00-12:00"),
    ("fri 7:00-09:00 pm", "Fri 27 Nov 19:00-21:00"),
    ("fri 7:30pm for 90 minutes", "Fri 27 Nov 19:30-21:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "first"), SETTLED)
def test_what_shows_the_clock_is_asked_of_nobody(phrase: str, first: str) -> None:
    assert times(phrase, asks_half=True) == first
    assert times(phrase, asks_half=False) == first


# A part of the day decides the half, for everybody.
PARTS = [
    ("mon evenings 7:30-9:00", "Mon 23 Nov 19:30-21:00"),
    ("mon evenings 7.30-9.00", "Mon 23 Nov 19:30-21:00"),
    ("mon 7:30-9:00 in the evening", "Mon 23 Nov 19:30-21:00"),
    ("evenings 6-8", "Mon 23 Nov 18:00-20:00"),
    ("evenings 5:30-7", "Mon 23 Nov 17:30-19:00"),
    ("evenings 11:00-12:30", "Mon 23 Nov 23:00-00:30"),
    ("evenings 8:00-midnight", "Mon 23 Nov 20:00-00:00"),
    ("evenings 7:30 for 90 minutes", "Mon 23 Nov 19:30-21:00"),
    ("7:30 for 90 minutes in the evening", "Mon 23 Nov 19:30-21:00"),
    ("mornings 7:30-9:00", "Tue 24 Nov 07:30-09:00"),
    ("tue mornings 9:00-1:00", "Tue 24 Nov 09:00-13:00"),
    ("tue 9:30-11:30 in the morning", "Tue 24 Nov 09:30-11:30"),
    ("mornings 6:15 for 30 minutes", "Tue 24 Nov 06:15-06:45"),
    ("afternoons 1:00-5:00", "Mon 23 Nov 13:00-17:00"),
    ("sat afternoon 12:30-2:00", "Sat 28 Nov 12:30-14:00"),
    ("sat afternoon 2:15-3:45", "Sat 28 Nov 14:15-15:45"),
    ("nights 9:30-1:30", "Mon 23 Nov 21:30-01:30"),
    ("nights 10:30-12:30", "Mon 23 Nov 22:30-00:30"),
    ("fri night 11:00-2:00", "Fri 27 Nov 23:00-02:00"),
    ("fri night 1:00-3:00", "Sat 28 Nov 01:00-03:00"),
    ("fri night 12:30-2:00", "Sat 28 Nov 00:30-02:00"),
    ("tonight 9:30-11:30", "Mon 23 Nov 21:30-23:30"),
    ("this evening 7:30-9:00", "Mon 23 Nov 19:30-21:00"),
    ("tomorrow morning 7:30-9:00", "Tue 24 Nov 07:30-09:00"),
    ("24 dec evening 5:00-9:00", "Thu 24 Dec 17:00-21:00"),
    ("weekday evenings 6:30-8:30", "Mon 23 Nov 18:30-20:30"),
    ("weeknights 8:00-10:00", "Mon 23 Nov 20:00-22:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "first"), PARTS)
@pytest.mark.parametrize("asks_half", [True, False])
def test_a_part_of_the_day_decides_the_half(phrase: str, first: str, asks_half: bool) -> None:
    assert times(phrase, asks_half=asks_half) == first


@pytest.mark.parametrize("asks_half", [True, False])
def test_a_part_of_the_day_keeps_its_side_in_what_is_offered(asks_half: bool) -> None:
    expected = ("mon evenings 7:30pm-9pm", "mon evenings 7:30pm for 2 hours")
    for typed in ("mon evenings 7:30", "mon evenings 7.30"):
        assert offers(typed, asks_half=asks_half) == expected
    assert offers("mon evenings 07:30-08:30") == ("mon evenings 7:30pm-8:30pm",)
    assert offers("mon evenings 7:30am-8:30am") == ()


# To everybody else a colon is the 24-hour clock, and is never asked about.
OTHERS = [
    ("fri 5:00-9:00", "Fri 27 Nov 05:00-09:00"),
    ("fri 7:30-9:00", "Fri 27 Nov 07:30-09:00"),
    ("fri 10:00-2:00", "Fri 27 Nov 10:00-02:00"),
    ("fri 12:00-1:00", "Fri 27 Nov 12:00-01:00"),
    ("tue 7:30 for 90 minutes", "Tue 24 Nov 07:30-09:00"),
    ("every day 8:00-midnight", "Mon 23 Nov 08:00-00:00"),
    ("fri noon-5:00", "Fri 27 Nov 12:00-05:00"),
    ("fri 9:00-noon", "Fri 27 Nov 09:00-12:00"),
    ("fri 5:00 - sun 9:00", "Fri 27 Nov 05:00-09:00"),
    ("27 nov 2026 7:30-9:00", "Fri 27 Nov 07:30-09:00"),
    ("24 dec 5:00-9:00", "Thu 24 Dec 05:00-09:00"),
    ("fri 7.30-9.00", "Fri 27 Nov 07:30-09:00"),
    ("fri 7h30-9h", "Fri 27 Nov 07:30-09:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "first"), OTHERS)
def test_others_are_never_asked(phrase: str, first: str) -> None:
    assert times(phrase) == first


def test_a_group_may_leave_the_end_out_and_is_asked_for_the_half_alone() -> None:
    assert offers("tue 7:30", asks_half=True, open_end=True) == ("tue 7:30am", "tue 7:30pm")
    assert times("tue 7:30", open_end=True) == "Tue 24 Nov 07:30-08:30"
    assert times("tue evening 7:30", asks_half=True, open_end=True) == "Tue 24 Nov 19:30-20:30"


def test_the_refusal_says_how_to_settle_it_for_good() -> None:
    with pytest.raises(PhraseError) as refused:
        understand("fri 5:00-9:00", NOW, asks_half=True)
    assert str(refused.value.hint).splitlines() == [
        "Try: fri 5:00-9:00am",
        "or: fri 5:00-9:00pm",
        "To use the 24-hour clock from now on: recoverplan config clock 24",
    ]
    for other in ("fri 5-9", "blursday 5:00-9:00", "fri 5pm"):
        with pytest.raises(PhraseError) as refused:
            understand(other, NOW, asks_half=True)
        assert "config clock" not in str(refused.value.hint)


# --- phrases that were kept

KEPT = [
    # as kept; the schedule it stands for; as it can be typed again by who is asked
    ("tue 7:30-9:00", "FREQ=WEEKLY;BYDAY=TU||450|540|0|||", "tue 07:30-09:00"),
    ("tue 7.30-9.00", "FREQ=WEEKLY;BYDAY=TU||450|540|0|||", "tue 07.30-09.00"),
    ("tue 7:30-11:00", "FREQ=WEEKLY;BYDAY=TU||450|660|0|||", "tue 07:30-11:00"),
    ("tue 10:00-11:00", "FREQ=WEEKLY;BYDAY=TU||600|660|0|||", "every Tuesday, 10–11 am"),
    ("tue 12:00-12:30", "FREQ=WEEKLY;BYDAY=TU||720|750|0|||", "every Tuesday, noon–12:30 pm"),
    ("tue 19:00-21:00", "FREQ=WEEKLY;BYDAY=TU||1140|1260|0|||", "tue 19:00-21:00"),
    ("tue 7pm-9pm", "FREQ=WEEKLY;BYDAY=TU||1140|1260|0|||", "tue 7pm-9pm"),
    ("fri midnight-3am", "FREQ=WEEKLY;BYDAY=FR||0|180|0|||", "every Friday, 00:00–03:00"),
    ("every day 08:00-midnight", "FREQ=DAILY||1200|0|1|||", "every day, 20:00–00:00"),
    ("31st or last day 5-6pm", "FREQ=MONTHLY;BYMONTHDAY=31||1020|1080|0|||before",
     "31st of the month, 17:00–18:00, if it falls on a weekend the Friday before"),
    ("nights 1am-3am until 3 dec 2026", "FREQ=DAILY;UNTIL=20261203||60|180|0|||",
     "every day, 01:00–03:00, until 3 Dec 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("kept", "schedule", "shown"), KEPT)
def test_a_phrase_kept_earlier_is_shown_so_that_it_can_be_typed_again(
    kept: str, schedule: str, shown: str
) -> None:
    hours = Hours(kept, load(schedule))
    found = typed_again(hours, Occasion(NOW, asks_half=True))
    assert found == shown
    assert understand(found, NOW, asks_half=True).schedule == hours.schedule


def test_what_others_kept_stays_as_they_typed_it() -> None:
    for kept, schedule, _ in KEPT[:7]:
        assert typed_again(Hours(kept, load(schedule)), Occasion(NOW)) == kept


@given(schedules(), st.booleans())
def test_the_words_of_any_schedule_can_be_typed_again_by_anybody(
    schedule: object, asks_half: bool
) -> None:
    hours = Hours("nights", schedule)  # type: ignore[arg-type]
    if len(schedule_words(hours.schedule)) < 1000:
        said = typed_again(hours, Occasion(NOW, asks_half=asks_half))
        assert understand(said, NOW, asks_half=asks_half).schedule == hours.schedule


def test_what_is_rewritten_with_its_date_can_be_typed_again_too() -> None:
    understood = understand("tomorrow 10am-11am", NOW, asks_half=True)
    assert understood.words == "24 Nov 2026, 10:00–11:00"
    assert understood.phrase == "24 Nov 2026, 10–11 am"
    assert understand("tomorrow 10am-11am", NOW).phrase == "24 Nov 2026, 10:00–11:00"


# --- 12 and 24 hours

MINUTES = st.sampled_from([0, 15, 30, 59])


@given(st.integers(1, 12), MINUTES, st.integers(1, 12), MINUTES, st.sampled_from(["mon", "24 dec"]))
def test_the_readings_of_a_colon_are_half_a_day_apart_and_one_is_the_24_hour_clocks(
    hour: int, minute: int, last: int, end: int, days: str
) -> None:
    typed = f"{days} {hour}:{minute:02}-{last}:{end:02}"
    if (hour, minute) == (last, end):
        return
    found = [understand(each, NOW).schedule.parts[0] for each in offers(typed, asks_half=True)]
    clock = [(part.start % 720, ((part.end or 0) % 720)) for part in found]
    assert set(clock) == {(hour % 12 * 60 + minute, last % 12 * 60 + end)}
    assert {part.start // 720 for part in found} == {0, 1}


@given(st.integers(0, 23), MINUTES, st.integers(0, 24), st.booleans())
def test_two_figures_an_hour_are_one_time_to_everybody(
    hour: int, minute: int, last: int, asks_half: bool
) -> None:
    if last * 60 in {hour * 60 + minute, 1440 + hour * 60 + minute}:
        return
    if 10 <= hour <= 12 and 10 <= last <= 12 and asks_half:
        return  # no figure shows which clock it is
    part = understand(f"fri {hour:02}:{minute:02}-{last:02}:00", NOW, asks_half=asks_half).schedule
    assert part.parts[0].start == hour * 60 + minute
    assert part.parts[0].end == last * 60 % 1440


# --- moments

MOMENTS = [
    ("fri 7:30", 'Type "fri 7:30am" or "fri 7:30pm".'),
    ("yesterday 7:30", 'Type "yesterday 7:30am" or "yesterday 7:30pm".'),
    ("7:30", 'Type "7:30am" or "7:30pm".'),
    ("at 7:30 on tuesday", 'Type "at 7:30am on tuesday" or "at 7:30pm on tuesday".'),
    ("20 nov 12:30", 'Type "20 nov 12:30am" or "20 nov 12:30pm".'),
    ("20/11/2026 10:15", 'Type "20/11/2026 10:15am" or "20/11/2026 10:15pm".'),
]


@pytest.mark.parametrize(("typed", "hint"), MOMENTS)
def test_a_moment_is_asked_about_alike(typed: str, hint: str) -> None:
    with pytest.raises(UsageError, match="reads two ways") as refused:
        understand_moment(typed, NOW, asks_half=True)
    assert str(refused.value.hint).splitlines()[0] == hint
    assert "config clock 24" in str(refused.value.hint)
    understand_moment(typed, NOW)
    for offered in hint.split('"')[1::2]:
        understand_moment(offered, NOW, asks_half=True)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("fri 07:30", "2026-11-20T07:30"),
        ("fri 19:30", "2026-11-20T19:30"),
        ("fri 7:30pm", "2026-11-20T19:30"),
        ("2026-11-20 7:30", "2026-11-20T07:30"),
        ("2026-11-20 07:30", "2026-11-20T07:30"),
        ("yesterday evening 7:30", "2026-11-22T19:30"),
        ("last night 9:30", "2026-11-22T21:30"),
        ("last night 1:30", "2026-11-23T01:30"),
        ("this morning 7:30", "2026-11-23T07:30"),
        ("this afternoon 2:15", "2026-11-23T14:15"),
        ("tonight 10:30", "2026-11-23T22:30"),
        ("last night midnight", "2026-11-23T00:00"),
        ("0:30", "2026-11-23T00:30"),
    ],
)
@pytest.mark.parametrize("asks_half", [True, False])
def test_what_settles_a_phrase_settles_a_moment(typed: str, at: str, asks_half: bool) -> None:
    found = understand_moment(typed, NOW, asks_half=asks_half)
    assert found == datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize("typed", ["fri midnight", "fri 12am", "yesterday 12 am", "today 12:00am"])
def test_a_moment_at_midnight_on_a_named_day_is_one_of_two(typed: str) -> None:
    with pytest.raises(UsageError, match="the start of that day, or its end"):
        understand_moment(typed, NOW)
