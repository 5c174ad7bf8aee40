"""Which midnight: hours that begin at one, and the hours of a night past it.

Friday's midnight in words is the one that begins it or the one that ends it. Now is Monday 23
November 2026, 10:00, in New York; every time here was worked out with a calendar.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.phrase import PhraseError, schedule_words, short_words, understand
from when_times import NOW, ZONE, offers, times

# Refused: the phrases offered, and what each of them gives first.
TWO_MIDNIGHTS = [
    ("friday midnight to 3am", "friday 00:00 to 3am", "saturday 00:00 to 3am", "27 28 03:00"),
    ("fri 12am-3am", "fri 00:00-3am", "sat 00:00-3am", "27 28 03:00"),
    ("fri 12-3am", "fri 00:00-3am", "sat 00:00-3am", "27 28 03:00"),
    ("fri 12:00am-3am", "fri 00:00-3am", "sat 00:00-3am", "27 28 03:00"),
    ("fri 12 am to 3 am", "fri 00:00 to 3 am", "sat 00:00 to 3 am", "27 28 03:00"),
    ("fri 12 midnight-3am", "fri 00:00-3am", "sat 00:00-3am", "27 28 03:00"),
    ("fri midnight-03:00", "fri 00:00-03:00", "sat 00:00-03:00", "27 28 03:00"),
    ("fri 12a-3a", "fri 00:00-3a", "sat 00:00-3a", "27 28 03:00"),
    ("midnight-3am on fridays", "00:00-3am on fridays", "00:00-3am on saturdays", "27 28 03:00"),
    ("every friday midnight-3am", "every friday 00:00-3am", "every saturday 00:00-3am",
     "27 28 03:00"),
    ("from midnight to 3am fri", "from 00:00 to 3am fri", "from 00:00 to 3am sat", "27 28 03:00"),
    ("fri between midnight and 3am", "fri between 00:00 and 3am", "sat between 00:00 and 3am",
     "27 28 03:00"),
    ("fri midnight for 3 hours", "fri 00:00 for 3 hours", "sat 00:00 for 3 hours", "27 28 03:00"),
    ("fri 12am for 90 minutes", "fri 00:00 for 90 minutes", "sat 00:00 for 90 minutes",
     "27 28 01:30"),
    ("fri midnight-0:30", "fri 00:00-0:30", "sat 00:00-0:30", "27 28 00:30"),
    ("fri 12am-noon", "fri 00:00-noon", "sat 00:00-noon", "27 28 12:00"),
    ("fri midnight-12pm", "fri 00:00-12pm", "sat 00:00-12pm", "27 28 12:00"),
    ("sun midnight-2am", "sun 00:00-2am", "mon 00:00-2am", "29 30 02:00"),
    ("saturdays midnight-2am", "saturdays 00:00-2am", "sundays 00:00-2am", "28 29 02:00"),
    ("sat & sun 12am-4am", "sat & sun 00:00-4am", "sun and mon 00:00-4am", "28 29 04:00"),
    ("fri, sat 12am-4am", "fri, sat 00:00-4am", "sat and sun 00:00-4am", "27 28 04:00"),
    ("thu-sat midnight-1am", "thu-sat 00:00-1am", "fri-sun 00:00-1am", "26 27 01:00"),
    ("thursday to saturday midnight-1am", "thursday to saturday 00:00-1am", "fri-sun 00:00-1am",
     "26 27 01:00"),
    ("weekends midnight-3am", "weekends 00:00-3am", "sun and mon 00:00-3am", "28 29 03:00"),
    ("15th midnight-3am", "15th 00:00-3am", "16th 00:00-3am", "15 16 03:00"),
    ("15th of the month 12am-3am", "15th of the month 00:00-3am", "16th of the month 00:00-3am",
     "15 16 03:00"),
    ("1st and 15th 12am-2am", "1st and 15th 00:00-2am", "2nd and 16th 00:00-2am", "1 2 02:00"),
    ("last day of the month midnight-3am", "last day of the month 00:00-3am",
     "last day of the month at night midnight-3am", "30 1 03:00"),
    ("30th midnight-3am", "30th 00:00-3am", "30th at night midnight-3am", "30 1 03:00"),
    ("last friday of the month midnight-3am", "last friday of the month 00:00-3am",
     "last friday of the month at night midnight-3am", "27 28 03:00"),
    ("last working day of the month 12am-1am", "last working day of the month 00:00-1am",
     "last working day of the month at night 12am-1am", "30 1 01:00"),
    ("31 dec midnight-3am", "31 dec 00:00-3am", "1 jan 2027 00:00-3am", "31 1 03:00"),
    ("31 dec 2026 12am-3am", "31 dec 2026 00:00-3am", "1 jan 2027 00:00-3am", "31 1 03:00"),
    ("2026-12-31 midnight-3am", "2026-12-31 00:00-3am", "1 jan 2027 00:00-3am", "31 1 03:00"),
    ("28 feb 2028 midnight-3am", "28 feb 2028 00:00-3am", "29 feb 2028 00:00-3am", "28 29 03:00"),
    ("tomorrow midnight-3am", "tomorrow 00:00-3am", "25 nov 2026 00:00-3am", "24 25 03:00"),
    ("this friday 12am-3am", "this friday 00:00-3am", "28 nov 2026 00:00-3am", "27 28 03:00"),
    ("next friday midnight-3am", "next friday 00:00-3am", "28 nov 2026 00:00-3am", "27 28 03:00"),
    ("in 3 days midnight-3am", "in 3 days 00:00-3am", "27 nov 2026 00:00-3am", "26 27 03:00"),
    ("24-26 dec midnight-3am", "24-26 dec 00:00-3am", "24-26 dec at night midnight-3am",
     "24 25 03:00"),
    ("every other friday from 27 nov 2026 midnight-3am",
     "every other friday from 27 nov 2026 00:00-3am",
     "every other friday from 27 nov 2026 at night midnight-3am", "27 28 03:00"),
    ("fridays midnight-3am until 4 dec 2026", "fridays 00:00-3am until 4 dec 2026",
     "fridays at night midnight-3am until 4 dec 2026", "27 28 03:00"),
    ("fridays midnight-3am except 27 nov 2026", "fridays 00:00-3am except 27 nov 2026",
     "fridays at night midnight-3am except 27 nov 2026", "4 5 03:00"),
    ("every year on 31 dec midnight-3am", "every year on 31 dec 00:00-3am",
     "every year on 31 dec at night midnight-3am", "31 1 03:00"),
    # stretches of days
    ("friday midnight - saturday 3am", "friday 00:00 - saturday 3am",
     "saturday 00:00 - saturday 3am", "27 28 03:00"),
    ("fri 12am - sun 8pm", "fri 00:00 - sun 8pm", "sat 00:00 - sun 8pm", "27 28 20:00"),
    ("from friday midnight to sunday 11pm", "from friday 00:00 to sunday 11pm",
     "from saturday 00:00 to sunday 11pm", "27 28 23:00"),
    ("saturday midnight - saturday 3am", "saturday 00:00 - saturday 3am",
     "sunday 00:00 - sunday 3am", "28 29 03:00"),
    ("24 dec midnight - 26 dec noon", "24 dec 00:00 - 26 dec noon",
     "25 dec 2026 00:00 - 26 dec noon", "24 25 12:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "first", "second", "days"), TWO_MIDNIGHTS)
def test_a_named_day_that_begins_at_midnight_in_words_is_refused_with_both(
    phrase: str, first: str, second: str, days: str
) -> None:
    assert offers(phrase) == (first, second)
    early, late, end = days.split()
    for offered, day in ((first, early), (second, late)):
        found = times(offered)
        assert found.split()[1] == day, (offered, found)
        assert found.split()[3] == f"00:00-{end}", (offered, found)


def test_the_refusal_says_which_two_midnights() -> None:
    with pytest.raises(PhraseError) as refused:
        understand("fri 12am-3am", NOW)
    assert refused.value.message.splitlines() == [
        '"12am" reads two ways: the midnight before that day, or the one after it.',
        "  fri 12am-3am",
        "      ^^^^",
    ]
    assert refused.value.hint == "Try: fri 00:00-3am\nor: sat 00:00-3am"


def test_a_group_that_meets_at_midnight_is_asked_about_as_well() -> None:
    assert offers("fri midnight", open_end=True) == ("fri 00:00", "sat 00:00")


PLAIN = [
    # in figures, on the 24-hour clock
    ("fri 00:00-03:00", "Fri 27 Nov 00:00-03:00"),
    ("fri 0:00-3:00", "Fri 27 Nov 00:00-03:00"),
    ("fri 00:00-3am", "Fri 27 Nov 00:00-03:00"),
    ("fri 0000-0300", "Fri 27 Nov 00:00-03:00"),
    ("31 dec 00:00-03:00", "Thu 31 Dec 00:00-03:00"),
    ("tomorrow 00:00-03:00", "Tue 24 Nov 00:00-03:00"),
    ("15th 00:00-03:00", "Tue 15 Dec 00:00-03:00"),
    ("friday 00:00 - saturday 3am", "Fri 27 Nov 00:00-03:00"),
    ("fri 0-3am", "Fri 27 Nov 00:00-03:00"),
    # no day was named
    ("midnight-3am", "Tue 24 Nov 00:00-03:00"),
    ("12am-3am", "Tue 24 Nov 00:00-03:00"),
    ("daily midnight-3am", "Tue 24 Nov 00:00-03:00"),
    ("every day 12am-3am", "Tue 24 Nov 00:00-03:00"),
    ("everyday midnight to 3", None),
    ("daily midnight-3am until 3 dec 2026", "Tue 24 Nov 00:00-03:00"),
    ("daily midnight-3am except 24 nov 2026", "Wed 25 Nov 00:00-03:00"),
    # over noon there is one day only
    ("fri 12am-2pm", "Fri 27 Nov 00:00-14:00"),
    ("fri midnight-12:30pm", "Fri 27 Nov 00:00-12:30"),
    ("fri midnight to 6pm", "Fri 27 Nov 00:00-18:00"),
    ("fri midnight for 14 hours", "Fri 27 Nov 00:00-14:00"),
    ("fri 12am for 24 hours", "Fri 27 Nov 00:00-00:00"),
    ("fri midnight to midnight", "Fri 27 Nov 00:00-00:00"),
    ("saturday midnight - saturday 2pm", "Sat 28 Nov 00:00-14:00"),
    ("31 dec midnight-1pm", "Thu 31 Dec 00:00-13:00"),
    # midnight at the end is that of the day named
    ("fri 9pm-midnight", "Fri 27 Nov 21:00-00:00"),
    ("fri noon-midnight", "Fri 27 Nov 12:00-00:00"),
    ("fri 10-midnight", "Fri 27 Nov 22:00-00:00"),
    ("fri 9pm-12am", "Fri 27 Nov 21:00-00:00"),
    ("fri 5pm - sun midnight", "Fri 27 Nov 17:00-00:00"),
    # after midnight, but not at it
    ("fri 12:30am-3am", "Fri 27 Nov 00:30-03:00"),
    ("fri 1am-3am", "Fri 27 Nov 01:00-03:00"),
    ("fri 0:30-3:00", "Fri 27 Nov 00:30-03:00"),
    # noon is none
    ("fri 12pm-3pm", "Fri 27 Nov 12:00-15:00"),
    ("fri noon-3pm", "Fri 27 Nov 12:00-15:00"),
    ("fri 12-3pm", "Fri 27 Nov 12:00-15:00"),
    ("RRULE:FREQ=WEEKLY;BYDAY=FR 00:00-03:00", "Fri 27 Nov 00:00-03:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "first"), PLAIN)
def test_figures_no_day_and_a_stretch_over_noon_are_plain(phrase: str, first: str | None) -> None:
    if first is None:
        assert len(offers(phrase)) == 2
    else:
        assert times(phrase) == first


NIGHTS = [
    # phrase, and the first two times that it gives
    ("friday nights 1am-3am", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("friday night midnight-3am", "Sat 28 Nov 00:00-03:00, Sat 5 Dec 00:00-03:00"),
    ("fri night 12am-3am", "Sat 28 Nov 00:00-03:00, Sat 5 Dec 00:00-03:00"),
    ("fri nights 00:00-03:00", "Sat 28 Nov 00:00-03:00, Sat 5 Dec 00:00-03:00"),
    ("fri nights 01:30-04:00", "Sat 28 Nov 01:30-04:00, Sat 5 Dec 01:30-04:00"),
    ("1am-3am on friday nights", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("fri at night 1am-3am", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("fridays 1am-3am at night", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("fri night 1-3", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("fri night 1:30-3:00", "Sat 28 Nov 01:30-03:00, Sat 5 Dec 01:30-03:00"),
    ("fri night 12-2am", "Sat 28 Nov 00:00-02:00, Sat 5 Dec 00:00-02:00"),
    ("fri night 1am for 2 hours", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("sunday nights 1am-3am", "Mon 30 Nov 01:00-03:00, Mon 7 Dec 01:00-03:00"),
    ("fri and sun nights 1am-2am", "Sat 28 Nov 01:00-02:00, Mon 30 Nov 01:00-02:00"),
    ("thu-sat nights 1am-2am", "Fri 27 Nov 01:00-02:00, Sat 28 Nov 01:00-02:00"),
    ("weekend nights 1am-3am", "Sat 28 Nov 01:00-03:00, Sun 29 Nov 01:00-03:00"),
    ("weeknights 1am-3am", "Tue 24 Nov 01:00-03:00, Wed 25 Nov 01:00-03:00"),
    ("weeknights midnight-3am", "Tue 24 Nov 00:00-03:00, Wed 25 Nov 00:00-03:00"),
    ("nights 1am-3am", "Tue 24 Nov 01:00-03:00, Wed 25 Nov 01:00-03:00"),
    ("every night midnight-4am", "Tue 24 Nov 00:00-04:00, Wed 25 Nov 00:00-04:00"),
    ("nightly 2am-4am", "Tue 24 Nov 02:00-04:00, Wed 25 Nov 02:00-04:00"),
    # one night
    ("tonight 1am-3am", "Tue 24 Nov 01:00-03:00"),
    ("tonight midnight-3am", "Tue 24 Nov 00:00-03:00"),
    ("tomorrow night 1am-3am", "Wed 25 Nov 01:00-03:00"),
    ("tomorrow night midnight-3am", "Wed 25 Nov 00:00-03:00"),
    ("this friday night 1am-3am", "Sat 28 Nov 01:00-03:00"),
    ("31 dec at night 1am-3am", "Fri 1 Jan 01:00-03:00"),
    ("31 dec night midnight-3am", "Fri 1 Jan 00:00-03:00"),
    ("24 and 31 dec nights 1am-3am", "Fri 25 Dec 01:00-03:00, Fri 1 Jan 01:00-03:00"),
    ("this weekend nights 1am-3am", "Sat 28 Nov 01:00-03:00, Sun 29 Nov 01:00-03:00"),
    # bounds count nights
    ("friday nights 1am-3am until 4 dec 2026", "Sat 28 Nov 01:00-03:00, Sat 5 Dec 01:00-03:00"),
    ("friday nights 1am-3am until 3 dec 2026", "Sat 28 Nov 01:00-03:00"),
    ("friday nights 1am-3am from 4 dec 2026", "Sat 5 Dec 01:00-03:00, Sat 12 Dec 01:00-03:00"),
    ("friday nights 1am-3am except 27 nov 2026", "Sat 5 Dec 01:00-03:00, Sat 12 Dec 01:00-03:00"),
    ("every night 1am-3am from 26 nov 2026", "Fri 27 Nov 01:00-03:00, Sat 28 Nov 01:00-03:00"),
    ("every night 1am-3am until 23 nov 2026", "Tue 24 Nov 01:00-03:00"),
    ("every night 1am-3am except 23 nov 2026", "Wed 25 Nov 01:00-03:00, Thu 26 Nov 01:00-03:00"),
    ("nights 1am-3am except fridays", "Tue 24 Nov 01:00-03:00, Wed 25 Nov 01:00-03:00"),
    ("24 dec to 26 dec nights 1am-2am", "Fri 25 Dec 01:00-02:00, Sat 26 Dec 01:00-02:00"),
    # every so often
    ("every other friday night 1am-3am from 27 nov 2026",
     "Sat 28 Nov 01:00-03:00, Sat 12 Dec 01:00-03:00"),
    ("every other night from 24 nov 2026 1am-3am",
     "Wed 25 Nov 01:00-03:00, Fri 27 Nov 01:00-03:00"),
    ("every 2 weeks on fri and sun nights from 27 nov 2026 1am-2am",
     "Sat 28 Nov 01:00-02:00, Mon 30 Nov 01:00-02:00"),
    # days of the month and the year
    ("15th at night 1am-3am", "Wed 16 Dec 01:00-03:00, Sat 16 Jan 01:00-03:00"),
    ("last day of the month at night 1am-3am", "Tue 1 Dec 01:00-03:00, Fri 1 Jan 01:00-03:00"),
    ("31st at night 1am-3am", "Fri 1 Jan 01:00-03:00, Mon 1 Feb 01:00-03:00"),
    ("last friday night of the month 1am-3am", "Sat 28 Nov 01:00-03:00, Sat 26 Dec 01:00-03:00"),
    ("4th friday night of the month 1am-3am", "Sat 28 Nov 01:00-03:00, Sat 26 Dec 01:00-03:00"),
    ("last working day of the month at night 1am-3am",
     "Tue 1 Dec 01:00-03:00, Fri 1 Jan 01:00-03:00"),
    ("every year on 31 dec at night 1am-3am", "Fri 1 Jan 01:00-03:00, Sat 1 Jan 01:00-03:00"),
    ("15th at night 1am-3am except 15 dec 2026", "Sat 16 Jan 01:00-03:00, Tue 16 Feb 01:00-03:00"),
    ("15th at night 1am-3am until 15 dec 2026", "Wed 16 Dec 01:00-03:00"),
    # an evening hour stays where it is
    ("friday nights 11pm-2am", "Fri 27 Nov 23:00-02:00, Fri 4 Dec 23:00-02:00"),
    ("friday nights", "Fri 27 Nov 21:00-02:00, Fri 4 Dec 21:00-02:00"),
    ("friday nights 9pm-midnight", "Fri 27 Nov 21:00-00:00, Fri 4 Dec 21:00-00:00"),
    ("friday nights 11pm-1am and 2am-3am", "Fri 27 Nov 23:00-01:00, Sat 28 Nov 02:00-03:00"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "both"), NIGHTS)
def test_a_nights_hours_past_midnight_are_on_the_next_day(phrase: str, both: str) -> None:
    assert times(phrase, count=2) == both


def test_the_first_last_and_28th_are_followed_by_the_day_after_whatever_the_month() -> None:
    """28 February is followed by 1 March, and by the 29th in a leap year."""
    found = times("28th at night 1am-3am", count=30).split(", ")
    assert "Mon 1 Mar 01:00-03:00" in found
    assert "Tue 29 Feb 01:00-03:00" in found


def test_it_is_said_that_the_hours_are_on_the_next_day() -> None:
    note = "A night's hours past midnight are on the next day."
    friday = understand("friday nights 1am-3am", NOW)
    assert (friday.words, friday.notes) == ("every Saturday, 01:00–03:00", (note,))
    assert note not in understand("friday nights 11pm-2am", NOW).notes
    monthly = understand("last friday night of the month 1am-3am", NOW)
    assert monthly.words == "last Friday of the month at night, 01:00–03:00"


def test_hours_that_are_in_no_night_are_refused() -> None:
    assert offers("friday nights 5am-7am") == ()
    assert offers("friday nights 3pm-5pm") == ()
    assert offers("15th at night 1am-3am, or the monday after") == ()


def test_before_two_tonight_is_the_night_that_runs_with_its_hours_past_midnight() -> None:
    late = datetime(2026, 11, 24, 0, 30, tzinfo=ZONE)
    assert understand("tonight 1am-3am", late).words == "24 Nov 2026, 01:00–03:00"
    assert understand("tonight 1am-3am", NOW).words == "24 Nov 2026, 01:00–03:00"


def test_a_night_of_a_date_without_a_year_is_the_one_whose_hours_are_not_over() -> None:
    early = datetime(2027, 1, 1, 2, tzinfo=ZONE)
    assert understand("31 dec night 1am-3am", early).words == "1 Jan 2027, 01:00–03:00"


@pytest.mark.parametrize(
    ("phrase", "long12", "short12"),
    [
        ("fri 00:00-03:00", "every Friday, 00:00–3 am", "Fri 00:00–3 am"),
        ("daily midnight-3am", "every day, 00:00–3 am", "every day 00:00–3 am"),
        ("fri 00:00 for 3 hours", "every Friday, 00:00 for 3 hours", "Fri 00:00 for 3 hours"),
        ("31 dec 2026 00:00-03:00", "31 Dec 2026, 00:00–3 am", "31 Dec 2026 00:00–3 am"),
        ("fri 00:00 - sat 03:00", "every Friday 00:00 – Saturday 3 am", "Fri 00:00 – Sat 3 am"),
        ("fri 00:00-12:00", "every Friday, 00:00–noon", "Fri 00:00–noon"),
        ("fri 21:00-24:00", "every Friday, 9 pm–midnight", "Fri 9 pm–midnight"),
        ("friday nights midnight-3am", "every Saturday, 00:00–3 am", "Sat 00:00–3 am"),
        ("last fri of the month at night 1am-3am",
         "last Friday of the month at night, 1–3 am", "last Fri of the month at night 1–3 am"),
    ],
)  # fmt: skip
def test_what_begins_at_midnight_is_said_back_as_0000_and_reads_back(
    phrase: str, long12: str, short12: str
) -> None:
    schedule = understand(phrase, NOW).schedule
    assert schedule_words(schedule, clock24=False) == long12
    assert short_words(schedule, clock24=False) == short12
    for asks_half in (False, True):
        assert understand(long12, NOW, asks_half=asks_half).schedule == schedule


DAYS = st.sampled_from(["mon", "fridays", "sunday", "15th", "last day", "24 dec", "tomorrow"])
ENDS = st.integers(0, 12).flatmap(
    lambda hour: st.sampled_from([15, 30, 45]).map(lambda minute: (hour % 12, minute))
)


@given(DAYS, ENDS, st.sampled_from(["midnight", "12am", "12 am", "12:00am"]))
def test_the_two_readings_of_a_midnight_are_a_day_apart(
    days: str, end: tuple[int, int], midnight: str
) -> None:
    hour, minute = end
    first, second = offers(f"{days} {midnight}-{hour or 12}:{minute:02}am")
    early, late = (understand(each, NOW).schedule for each in (first, second))
    assert all(part.start == 0 for part in (*early.parts, *late.parts))
    days_found = [
        datetime.strptime(f"{times(each).rsplit(' ', 1)[0]} 2026", "%a %d %b %Y").date()  # noqa: DTZ007
        for each in (first, second)
    ]
    assert (days_found[1] - days_found[0]).days % 7 == 1


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("fri 24:00-03:00", "sat 00:00-03:00"),
        ("fri 24:00-3am", "sat 00:00-3am"),
        ("weekdays 24:00 for 2 hours", "tue-sat 00:00 for 2 hours"),
        ("31 dec 24:00-02:00", "1 jan 2027 00:00-02:00"),
        ("tomorrow 24:00-1:00", "25 nov 2026 00:00-1:00"),
        ("fri 24:00-14:00", "sat 00:00-14:00"),
        ("fri night 24:00-3:00", "fri night 00:00-3:00"),
        ("last friday of the month 24:00-02:00",
         "last friday of the month at night 00:00-02:00"),
        ("every friday 24:00-2:00 until 1 dec 2027",
         "every friday at night 00:00-2:00 until 1 dec 2027"),
        ("daily 24:00-03:00", "daily 00:00-03:00"),
        ("fri 24:00 - sun 3:00", "sat 00:00 - sun 3:00"),
        ("24 dec 24:00 - 26 dec 03:00", "25 dec 2026 00:00 - 26 dec 03:00"),
    ],
)  # fmt: skip
def test_the_24th_hour_begins_the_day_after(typed: str, offered: str) -> None:
    with pytest.raises(PhraseError, match="24:00 can only be an end") as refused:
        understand(typed, NOW)
    assert refused.value.readings == (offered,)
    understand(offered, NOW)


@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [
        ("mon 10pm-11pm and midnight-1am",
         "mon 10pm-11pm and 00:00-1am", "mon 10pm-11pm; tue 00:00-1am"),
        ("fri, sat midnight-1am and 6pm-8pm",
         "fri, sat 00:00-1am and 6pm-8pm", "fri, sat 6pm-8pm; sat and sun 00:00-1am"),
        ("24 dec 6-8pm, 12am-1am",
         "24 dec 6-8pm, 00:00-1am", "24 dec 6-8pm; 25 dec 2026 00:00-1am"),
        ("25 dec to 1 jan midnight-3am",
         "25 dec to 1 jan 00:00-3am", "25 dec to 1 jan at night midnight-3am"),
    ],
)  # fmt: skip
def test_the_midnight_after_moves_nothing_else(typed: str, before: str, after: str) -> None:
    with pytest.raises(PhraseError, match="reads two ways: the midnight before") as refused:
        understand(typed, NOW)
    assert refused.value.readings == (before, after)
