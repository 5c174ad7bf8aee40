"""What a refusal offers: what was understood stays, and only what is missing is filled in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import PhraseError, understand

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
GENERAL = ("fridays 9pm-1am", "weekday evenings", "24 dec 6pm-11pm")


@pytest.mark.parametrize(
    ("phrase", "readings"),
    [
        ("after work on weekdays", ("5pm-9pm on weekdays",)),
        ("after work", ("every day 5pm-9pm",)),
        ("M-F 9-5", ("M-F 9am-5pm", "M-F 9pm-5am")),
        (
            "from 9pm until I fall asleep",
            ("every day from 9pm-11pm", "every day from 9pm for 2 hours"),
        ),
        ("christmas eve", ("24 dec 6pm-11pm", "24 dec all day")),
        ("friday night after 9", ("friday night 9pm-2am",)),
        ("weekdays after 9pm", ("weekdays 9pm-11pm", "weekdays 9pm-midnight")),
        ("weekdays before 9am", ("weekdays 7am-9am",)),
        ("tonight until midnight", ("tonight 9pm-midnight",)),
        ("every day at lunch", ("every day noon-1pm",)),
        ("blah", GENERAL),
        ("", GENERAL),
        ("evenings and weekends", ("evenings; weekends",)),
        ("every day at", ("every day 6pm-11pm", "every day all day")),
        ("fri 5-9", ("fri 5-9am", "fri 5-9pm")),
        ("thurday 9pm-10pm", ("thursday 9pm-10pm",)),
        ("wendsday evenings", ("wednesday evenings",)),
        ("evry day 9-10pm", ("every day 9-10pm",)),
        ("tommorow 6-8pm", ("tomorrow 6-8pm",)),
        ("14 februari 6-9pm", ("14 february 6-9pm",)),
        ("2-5 in the morning", ("2-5am",)),
        ("never on sundays", ("except on sundays 6pm-11pm", "except on sundays all day")),
        ("any time except nights", ("02:00-21:00",)),
        ("anytime after 5pm", ("5pm-7pm", "5pm-midnight")),
        ("fridays for 8 weeks 7-8pm", ("fridays until 2027-01-18 7-8pm",)),
        ("starting monday 7-8pm", ("mondays 7-8pm", "starting 2026-11-30 7-8pm")),
        ("thursday the 26th 2-8pm", ("thursday 26 nov 2026 2-8pm",)),
        ("weekdays in december 5-9pm", ("weekdays from 1 dec until 31 dec 5-9pm",)),
        ("friday night to sunday night", ("friday 9pm - sunday midnight",)),
        ("mon-wed 5-8pm and sat", ("mon-wed 5-8pm; sat", "sat and mon-wed 5-8pm")),
        ("fri 7pm-1h", ("fri 7pm for 1h", "fri 7pm-1am", "fri 7pm-1pm")),
        ("t/f 6-7pm", ("tue/f 6-7pm", "thu/f 6-7pm")),
    ],
)
def test_what_was_understood_stays_in_what_is_offered(
    phrase: str, readings: tuple[str, ...]
) -> None:
    with pytest.raises(PhraseError) as refused:
        understand(phrase, NOW)
    assert refused.value.readings == readings
    for reading in readings:
        understand(reading, NOW)


@pytest.mark.parametrize("phrase", ["payday 5-11pm", "payday weekend", "every payday 5-11pm"])
def test_payday_without_its_day_is_asked_about_and_never_every_day(phrase: str) -> None:
    with pytest.raises(PhraseError, match="On which day is payday"):
        understand(phrase, NOW)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("7pm tuesdays for 90 min", "every Tuesday, 19:00 for 90 minutes"),
        ("tuesdays 7pm (90 min)", "every Tuesday, 19:00 for 90 minutes"),
        ("tuesday, 7 pm, one hour", "every Tuesday, 19:00 for 1 hour"),
        ("90 minutes at 7pm tuesdays", "every Tuesday, 19:00 for 90 minutes"),
        ("M-F 9am-5pm", "every Monday to Friday, 09:00–17:00"),
        ("MWF 7-8pm", "every Monday, Wednesday and Friday, 19:00–20:00"),
        ("t/th 6-7pm", "every Tuesday and Thursday, 18:00–19:00"),
        ("mondays 19h30-21h", "every Monday, 19:30–21:00"),
        ("tues 1930-2100", "every Tuesday, 19:30–21:00"),
        ("fri 9p-1a", "every Friday, 21:00–01:00"),
        ("half past seven to nine pm", "every day, 19:30–21:00"),
        ("12 noon to 2pm", "every day, 12:00–14:00"),
        ("every day but sunday 9-11pm", "every day except Sunday, 21:00–23:00"),
        ("from monday to friday 9-17", "every Monday to Friday, 09:00–17:00"),
        ("all fridays 9pm-1am", "every Friday, 21:00–01:00"),
        ("once a week on tuesday 7-8pm", "every Tuesday, 19:00–20:00"),
        ("10pm-6am every day of the week", "every day, 22:00–06:00"),
        ("mon 5-8pm and wed 6-9pm", "every Monday, 17:00–20:00; every Wednesday, 18:00–21:00"),
        (
            "weekday evenings and weekends",
            "every Monday to Friday, 17:00–21:00; every weekend",
        ),
        (
            "fri nights and sun afternoons",
            "every Friday, 21:00–02:00; every Sunday, 12:00–17:00",
        ),
    ],
)
def test_what_people_type_is_understood(phrase: str, said: str) -> None:
    understood = understand(phrase, NOW)
    assert understood.words == said
    assert understand(understood.words, NOW).schedule == understood.schedule


def test_bounds_that_may_be_meant_for_both_are_not_taken_for_one() -> None:
    with pytest.raises(PhraseError) as refused:
        understand("mon 5-8pm and wed 6-9pm until 3 dec", NOW)
    assert refused.value.readings == ("mon 5-8pm; wed 6-9pm until 3 dec",)


@pytest.mark.parametrize(
    ("phrase", "part", "readings"),
    [
        ("friday 28 nov 5pm-6pm", "friday 28 nov", ["28 nov 2026 5pm-6pm"]),
        ("thursday the 31st 5pm-6pm", "", ["thursday 31 dec 2026 5pm-6pm"]),
        ("payday 5pm-11pm", "payday", None),
        ("payday weekends 5pm-6pm", "payday", []),
        ("fri any time 5pm-6pm", "5pm-6pm", ["fri 5pm-6pm"]),
        ("mornings and evenings 9am-10am", "mornings", []),
        ("of november 5pm-6pm", "of november", ["from 1 nov until 30 nov 5pm-6pm"]),
        ("of february 5pm-6pm", "of february", ["from 1 feb until 28 feb 5pm-6pm"]),
        ("of march 5pm-6pm", "of march", ["from 1 mar until 31 mar 5pm-6pm"]),
        (
            "fridays of the month 5pm-6pm",
            "of the month",
            ["last friday of the month 5pm-6pm", "first friday of the month 5pm-6pm"],
        ),
        ("fri sat of the month 5pm-6pm", "of the month", []),
        ("28 nov 2026 monthly 5pm-6pm", "28 nov 2026", []),
        ("28 nov 2026 from 1 dec 5pm-6pm", "28 nov 2026", []),
        ("2026-11-28 5pm-6pm except 2026-11-28", "2026-11-28", []),
        ("fridays or the friday before 5pm-6pm", "or the friday before", []),
        ("fridays morning 9pm-10pm", "9pm-10pm", []),
        ("fridays evening 4am-5am", "4am-5am", []),
        ("30 nov at night 8am-9am", "8am-9am", []),
        ("fri 5pm to fri 5pm", "", []),
        ("every month fri 5pm to sun 11pm", "every month", []),
        ("24 dec 2026 to 26 dec 2027", "", []),
        (
            "every other fri 5pm-6pm",
            "every other",
            ["every other fri 5pm-6pm from 2026-11-27", "every other fri 5pm-6pm from 2026-12-04"],
        ),
        (
            "every other month on the 15th 5pm-6pm",
            "every other month",
            [
                "every other month on the 15th 5pm-6pm from 2026-12-15",
                "every other month on the 15th 5pm-6pm from 2027-01-15",
            ],
        ),
    ],
)
def test_what_is_wrong_is_underlined_and_what_works_is_offered(
    phrase: str, part: str, readings: list[str] | None
) -> None:
    """Nothing in `part`: all of it but the hours. None for readings: whatever works."""
    with pytest.raises(PhraseError) as refused:
        understand(phrase, NOW)
    _, shown, marks = refused.value.message.splitlines()
    marked = shown[marks.index("^") : marks.index("^") + marks.count("^")]
    assert marked.startswith(part or phrase.partition(" 5pm-6pm")[0])
    if readings is None:
        assert refused.value.readings
    else:
        assert list(refused.value.readings) == readings
    for each in refused.value.readings:
        understand(each, NOW)


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2026, 11, 28), (2027, 11, 29), (2028, 2, 29)],
    ids=["next year has 28 days", "next year has 29", "it is running"],
)
def test_a_month_is_offered_with_the_days_that_it_has_next(
    year: int, month: int, last: int
) -> None:
    with pytest.raises(PhraseError) as refused:
        understand("of february 5pm-6pm", NOW.replace(year=year, month=month))
    assert refused.value.readings == (f"from 1 feb until {last} feb 5pm-6pm",)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("24 dec 5pm to 26 dec 4pm", "24 Dec 2026 17:00 – 26 Dec 2026 16:00"),
        ("26 nov 5pm to sunday 6pm", "26 Nov 2026 17:00 – 29 Nov 2026 18:00"),
        (
            "thu 26 nov to sun 5pm-6pm",
            "every day, 17:00–18:00, from 26 Nov 2026, until 29 Nov 2026",
        ),
        ("26 nov night 1am-2am", "27 Nov 2026, 01:00–02:00"),
        ("this weekend night", "27 Nov 2026, 21:00–02:00; 28 Nov 2026, 21:00–02:00"),
        (
            "every 2 years on 29 feb from 2026-11-24 5pm-6pm",
            "every other year on 29 Feb, 17:00–18:00, from 29 Feb 2028",
        ),
        ("fri 5pm to fri 4pm", "every Friday 17:00 – Friday 16:00"),
        ("fri night 1am-2am except 27 nov", "every Saturday, 01:00–02:00, except 28 Nov 2026"),
        ("22 nov to 23 nov", "22 Nov 2026 to 23 Nov 2026"),
        ("21 nov to 22 nov", "21 Nov 2027 to 22 Nov 2027"),
        ("1 feb to 29 feb 2028", "1 Feb 2028 to 29 Feb 2028"),
        ("1 jan to 29 feb", "1 Jan 2028 to 29 Feb 2028"),
        ("24 dec 5pm to 25 dec 11pm", "24 Dec 2026 17:00 – 25 Dec 2026 23:00"),
        ("24 dec 5pm to thursday 11pm", "24 Dec 2026, 17:00–23:00"),
        ("24 dec 11pm to thursday 5pm", "24 Dec 2026 23:00 – 31 Dec 2026 17:00"),
        (
            "4 on 4 off 9pm-6am from 1 dec except 25 nov",
            "4 on, 4 off, 21:00–06:00, from 1 Dec 2026, except 25 Nov 2027",
        ),
        (
            "3 hours after: 4 on 4 off 9pm-6am from 1 dec except 4 dec",
            "4 on, 4 off, 06:00 for 3 hours, from 2 Dec 2026, except 5 Dec 2026",
        ),
    ],
)
def test_dates_and_stretches_are_the_next_that_have_not_ended(phrase: str, words: str) -> None:
    assert understand(phrase, NOW).words == words


@pytest.mark.parametrize(
    ("phrase", "part", "sentence"),
    [
        ("every day payday 5-11pm", "payday", "On which day is payday?"),
        ("payday weekends 5-11pm", "payday", "On which day is payday?"),
        ("any time 5-6pm and 7-8pm", "5-6pm", "Any time, or these hours: both is too much."),
        ("any time mornings", "any time", "Any time, or these hours: both is too much."),
        ("fri mornings and evenings 9-10pm", "mornings",
         "Name the hours, or several parts of the day, but not both."),
        ("mon and fri of the month 6-7pm", "of the month", "Which day of the month?"),
        ("24 dec 6-7pm daily", "24 dec", "A single date can't repeat or be moved."),
        ("24 dec 6-7pm until 30 dec", "24 dec", "A single date can't repeat or be moved."),
        ("24 dec 6-7pm from 1 dec", "24 dec", "A single date can't repeat or be moved."),
        ("24 dec 6-7pm except 25 dec", "24 dec", "A single date can't repeat or be moved."),
        ("24-26 dec except 25 dec", "24-26 dec except 25 dec",
         "A single date can't repeat or be moved."),
        ("fridays 6-7pm or the working day before", "or the working day before",
         "Only days of the month can fall on a weekend."),
        ("15th mornings 6-7pm", "6-7pm", "These hours are not in the morning."),
        ("evening 8am-9am", "8am-9am", "These hours are not in the evening."),
        ("thu 29 nov 2026 6-7pm", "thu 29 nov 2026", "29 Nov 2026 is a Sunday."),
        ("every other month on the 15th 6-7pm", "every other month",
         "From which date does this count?"),
        ("every 3 days 6-7pm", "every 3 days", "From which date does this count?"),
        ("fri 9pm to fri 9pm", "fri 9pm to fri 9pm", "It starts and ends at the same time."),
        ("monthly fri 9pm to sun 8pm", "monthly",
         "A stretch of weekdays comes every week, or every few weeks."),
        ("1 jan 2027 to 2 jan 2028", "1 jan 2027 to 2 jan 2028",
         "This stretch must end after it starts, within a year."),
        ("of november 5pm-6pm", "of november",
         "A month needs days that are counted in it, such as the last friday of november."),
        ("every week fri 9pm to fri 9pm", "fri 9pm to fri 9pm",
         "It starts and ends at the same time."),
        ("any time 1 jan 2027 to 2 jan 2028", "1 jan 2027 to 2 jan 2028",
         "This stretch must end after it starts, within a year."),
        ("15th of every other month 6-7pm", "of every other month",
         "From which date does this count?"),
        ("4 on 4 off 9pm-6am from 1 dec until 1 nov 2026", "from 1 dec",
         "It ends before it starts."),
        ("monday the 3rd and 4th 5-6pm", "monday the 3rd and 4th 5-6pm",
         "These days don't go together; put a semicolon between two times."),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_shows_where(
    phrase: str, part: str, sentence: str
) -> None:
    with pytest.raises(PhraseError) as refused:
        understand(phrase, NOW)
    said, shown, below = refused.value.message.splitlines()[:3]
    assert (said, shown.strip()) == (sentence, phrase)
    assert shown[below.index("^") : below.rindex("^") + 1] == part


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("1 jan 2027 to 1 jan 2028", "1 Jan 2027 to 1 Jan 2028"),  # a year and a day
        ("31 dec to 1 jan", "31 Dec 2026 to 1 Jan 2027"),
        ("29 feb 2028 to 1 mar", "29 Feb 2028 to 1 Mar 2028"),
        ("fri 9pm to fri 8pm", "every Friday 21:00 – Friday 20:00"),
        ("fri 8pm to fri 9pm", "every Friday, 20:00–21:00"),
        ("this weekend nights", "27 Nov 2026, 21:00–02:00; 28 Nov 2026, 21:00–02:00"),
        ("1 dec to 3 dec 5-6pm", "every day, 17:00–18:00, from 1 Dec 2026, until 3 Dec 2026"),
        ("24 dec every year 6-7pm until 2030-01-01",
         "every year on 24 Dec, 18:00–19:00, until 1 Jan 2030"),
        ("24 dec every year or the next working day 6-7pm",
         "every year on 24 Dec, 18:00–19:00, if it falls on a weekend the Monday after"),
        ("every other week fri 9pm to sun 8pm from 27 nov",
         "every other Friday 21:00 – Sunday 20:00, from 27 Nov 2026"),
        ("29 feb every other year 5-6pm from 1 mar 2026",
         "every other year on 29 Feb, 17:00–18:00, from 29 Feb 2028"),
    ],
)  # fmt: skip
def test_what_is_nearly_refused_is_read(phrase: str, said: str) -> None:
    assert understand(phrase, NOW).words == said


@pytest.mark.parametrize(
    ("phrase", "notes"),
    [
        ("26 nov night 1am-2am", ("A night's hours past midnight are on the next day.",)),
        ("26 nov night 10pm-11pm", ()),
    ],
)
def test_a_date_of_the_next_day_is_said(phrase: str, notes: tuple[str, ...]) -> None:
    assert tuple(understand(phrase, NOW).notes) == notes


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("30th day of february every other year from 2027-01-01 9pm-10pm",
         "This names a day that never comes."),
        ("30th day of february 9pm-10pm", "This names a day that never comes."),
        ("every 3 months on the last friday of june from 2027-01-01 9pm-10pm",
         "Named months come every year."),
        ("last friday of march and june every 2 years from 2027-01-01 9pm-10pm",
         "Named months come every year."),
    ],
)  # fmt: skip
def test_days_of_months_that_do_not_come_so_are_refused_in_words(
    phrase: str, sentence: str
) -> None:
    with pytest.raises(PhraseError) as refused:
        understand(phrase, NOW)
    assert refused.value.message.partition("\n")[0] == sentence


def test_a_named_month_may_come_every_other_year() -> None:
    found = understand("last friday of june every 2 years from 2027-01-01 9pm-10pm", NOW)
    assert found.schedule.parts[0].rule == "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYDAY=-1FR"
