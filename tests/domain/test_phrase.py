"""Phrases and the occurrences they must give: tests/data/when.json, whole."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recoverplan.domain.phrase import PhraseError, schedule_words, short_words, understand
from recoverplan.domain.schedule import Schedule, following
from rounds import rounds
from when_schedules import schedules

CASES = json.loads((Path(__file__).parents[1] / "data" / "when.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["phrase"])
def test_every_phrase_gives_its_occurrences_or_is_refused(case: dict[str, Any]) -> None:
    zone = ZoneInfo(case["tz"])
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=zone)
    if case.get("refuse"):
        with pytest.raises(PhraseError) as refused:
            understand(case["phrase"], now)
        for reading in refused.value.readings:
            understand(reading, now)
        return
    understood = understand(case["phrase"], now)
    spans = following(understood.schedule, zone, now, 4)
    assert [
        [span.start.astimezone(zone).isoformat(), span.end.astimezone(zone).isoformat()]
        for span in spans
    ] == case["occurrences"]
    for clock24 in (True, False):
        said = schedule_words(understood.schedule, clock24=clock24)
        assert understand(said, now).schedule == understood.schedule


# --- what else must be understood, refused, kept

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("MON WED FRI 7-9PM", "every Monday, Wednesday and Friday, 19:00–21:00"),
        ("Fri. 9 PM – 1 AM", "every Friday, 21:00–01:00"),
        ("fri-mon 9pm-11pm", "every Friday to Monday, 21:00–23:00"),
        ("mon through thu between 9pm and 1am", "every Monday to Thursday, 21:00–01:00"),
        ("noon to midnight", "every day, 12:00–00:00"),
        ("4th thursday of november 14:00-20:00", "fourth Thursday of November, 14:00–20:00"),
        ("weekly payday on fridays 5pm-11pm", "every Friday, 17:00–23:00"),
        (
            "2nd last working day of the month 5-6pm",
            "2nd last working day of the month, 17:00–18:00",
        ),
        ("first working day of the month 9-17", "first working day of the month, 09:00–17:00"),
        (
            "second to last friday of the month noon-1pm",
            "2nd last Friday of the month, 12:00–13:00",
        ),
        ("1st, 15th and last day 9-10am", "1st, 15th and last day of the month, 09:00–10:00"),
        ("3rd last day of the month 9-10am", "3rd last day of the month, 09:00–10:00"),
        ("every day except sunday 9pm-11pm", "every day except Sunday, 21:00–23:00"),
        (
            "fridays 6-8pm except 25 dec, 1 jan",
            "every Friday, 18:00–20:00, except 25 Dec 2026 and 1 Jan 2027",
        ),
        (
            "fridays from 1 dec until 15 jan 6pm-8pm",
            "every Friday, 18:00–20:00, from 1 Dec 2026, until 15 Jan 2027",
        ),
        (
            "from 1 dec to 15 jan fridays 6-8pm",
            "every Friday, 18:00–20:00, from 1 Dec 2026, until 15 Jan 2027",
        ),
        ("in 3 days 6pm-8pm", "26 Nov 2026, 18:00–20:00"),
        ("next monday 6pm-8pm", "30 Nov 2026, 18:00–20:00"),
        ("this monday 6pm-8pm", "23 Nov 2026, 18:00–20:00"),
        ("this weekend", "28 Nov 2026 to 29 Nov 2026"),
        ("tonight 1am-3am", "24 Nov 2026, 01:00–03:00"),
        ("evenings 6-8", "every day, 18:00–20:00"),
        ("6-8 in the evening", "every day, 18:00–20:00"),
        ("fri 22-6", "every Friday, 22:00–06:00"),
        ("11-1pm on sunday", "every Sunday, 11:00–13:00"),
        ("9-5pm on monday", "every Monday, 09:00–17:00"),
        ("fri 9.30pm - 11.15 p.m.", "every Friday, 21:30–23:15"),
        ("fri 9pm for 1h30", "every Friday, 21:00 for 90 minutes"),
        ("fri 9pm for 1.5 hours", "every Friday, 21:00 for 90 minutes"),
        ("fri 9pm for an hour", "every Friday, 21:00 for 1 hour"),
        ("22:00-24:00", "every day, 22:00–00:00"),
        ("every other weekend from 28 nov 2026", "every other weekend, from 28 Nov 2026"),
        (
            "every 2 weeks on mon and fri from sat 28 nov 2026 7-8pm",
            "every other week on Monday and Friday, 19:00–20:00, from 30 Nov 2026",
        ),
        ("every december 24 6pm-10pm", "every year on 24 Dec, 18:00–22:00"),
        ("29 feb 6pm-8pm", "29 Feb 2028, 18:00–20:00"),
        ("24-26 dec", "24 Dec 2026 to 26 Dec 2026"),
        ("dec 24 to dec 26 6-9pm", "every day, 18:00–21:00, from 24 Dec 2026, until 26 Dec 2026"),
        ("dec 24 to 26 dec", "24 Dec 2026 to 26 Dec 2026"),
        ("dec 24 - 26", "24 Dec 2026 to 26 Dec 2026"),
        ("every 3rd day from 24 nov 2026 6-7pm", "every 3 days, 18:00–19:00, from 24 Nov 2026"),
        ("this weekend 10-11am", "28 Nov 2026, 10:00–11:00; 29 Nov 2026, 10:00–11:00"),
        ("last day of month 6-7pm", "last day of the month, 18:00–19:00"),
        ("26 dec 18:00 - mon 12:00", "26 Dec 2026 18:00 – 28 Dec 2026 12:00"),
        ("weekend evenings", "every Saturday and Sunday, 17:00–21:00"),
        ("weekends 10-11am", "every Saturday and Sunday, 10:00–11:00"),
        ("friday 5pm until sunday 11pm", "every Friday 17:00 – Sunday 23:00"),
        ("from friday 5pm to sunday midnight", "every Friday 17:00 – Sunday 24:00"),
        (
            "weekday mornings and evenings",
            "every Monday to Friday, 06:00–12:00; every Monday to Friday, 17:00–21:00",
        ),
        (
            "fri 9pm-1am; sun noon-5pm and also tue 7-8pm",
            "every Friday, 21:00–01:00; every Sunday, 12:00–17:00; every Tuesday, 19:00–20:00",
        ),
        (
            "15th and last day 17:00-23:00, if it falls on a weekend, the friday before",
            (
                "15th and last day of the month, 17:00–23:00, "
                "if it falls on a weekend the Friday before"
            ),
        ),
        (
            "1st of the month 5-6pm or the monday after",
            "1st of the month, 17:00–18:00, if it falls on a weekend the Monday after",
        ),
        (
            (
                "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR DTSTART:20261127T170000 5-11pm "
                "EXDATE:20261225T170000"
            ),
            "every other Friday, 17:00–23:00, from 27 Nov 2026, except 25 Dec 2026",
        ),
        (
            "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=FR DTSTART:20261127T170000 17:00-23:00",
            "every Friday, 17:00–23:00, from 27 Nov 2026, until 11 Dec 2026",
        ),
    ],
)
def test_phrases_of_the_same_kinds_are_understood(phrase: str, said: str) -> None:
    assert understand(phrase, NOW).words == said


@pytest.mark.parametrize(
    ("phrase", "part", "reading"),
    [
        ("blursday 9pm-10pm", "blursday", "thursday 9pm-10pm"),
        ("fri 9pm-1", "9pm-1", "fri 9pm-1am"),
        ("fri 9pm-1", "9pm-1", "fri 9pm-1pm"),
        ("5-7", "5-7", "5-7pm"),
        ("daily 8 for 2 hours", "8", "daily 8pm for 2 hours"),
        ("10pm-10pm", "10pm-10pm", "10pm for 24 hours"),
        ("every third friday 6-7pm", "every third friday", "third friday of the month 6-7pm"),
        ("monday 24 nov 7-8pm", "monday 24 nov", "24 nov 2026 7-8pm"),
        (
            "every other tuesday 19:00-20:00",
            "every other",
            "every other tuesday 19:00-20:00 from 2026-12-01",
        ),
        ("last friday 6pm-8pm", "last friday", "last friday of the month 6pm-8pm"),
        ("monthly on friday 6pm-8pm", "friday", "monthly on last friday 6pm-8pm"),
        ("fri 9pm-10pm xyz", "xyz", "fri 9pm-10pm"),
        ("31 sep 6-7pm", "31 sep", "30 sep 6-7pm"),
        ("sat 24:00-2:00", "24:00", "sun 00:00-2:00"),
        ("fri 13pm-14pm", "13pm", "fri 13:00-14:00"),
        ("payday", "payday", "last working day of the month 17:00-23:00"),
        ("05/06/2027 8-9pm", "05/06/2027", "5 jun 2027 8-9pm"),
        ("biweekly on friday 6-7pm", "biweekly", "every 2 weeks on friday 6-7pm from 2026-11-23"),
        ("every hour", "every hour", "every day"),
        ("fri 6-8pm until 1 nov 2025 from 1 dec 2026", "until 1 nov 2025", None),
        ("tuesdays 24 dec 6-7pm wed", "tuesdays 24 dec 6-7pm wed", None),
        (
            "15th 6-7pm if it falls on a holiday",
            "if it falls on a holiday",
            "15th 6-7pm if it falls on a weekend, the friday before",
        ),
    ],
)
def test_a_refusal_underlines_the_part_and_gives_a_phrase_that_works(
    phrase: str, part: str, reading: str | None
) -> None:
    with pytest.raises(PhraseError) as refused:
        understand(phrase, NOW)
    error = refused.value
    _, line, mark = error.message.split("\n")
    assert line[mark.index("^") : mark.rindex("^") + 1] == part
    assert reading is None or reading in error.readings
    assert error.hint is not None
    assert all(each in error.hint for each in error.readings)
    for each in error.readings:
        understand(each, NOW)


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("fri 9pm-1am", "fri 9pm-1am"),
        ("2026-12-24 6-7pm", "2026-12-24 6-7pm"),
        ("tomorrow 6-7pm", "24 Nov 2026, 18:00–19:00"),
        ("24 dec 6-7pm", "24 Dec 2026, 18:00–19:00"),
        ("fridays 6-7pm until 1 jan", "every Friday, 18:00–19:00, until 1 Jan 2027"),
        ("every year on 3 jun", "every year on 3 jun"),
    ],
)
def test_what_is_kept_means_the_same_on_any_other_day(phrase: str, kept: str) -> None:
    understood = understand(phrase, NOW)
    assert understood.phrase == kept
    later = datetime(2031, 5, 7, 3, 4, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert understand(kept, later).schedule == understood.schedule


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("fridays", "No hours were given: all day."),
        ("9pm-10pm", "No day was given: every day."),
        ("31st of the month 6-7pm", "Months without a 31st are skipped."),
        ("29th of the month 6-7pm", "February is skipped, but for leap years (no 29th)."),
        (
            "every year on 29 feb 6-7pm",
            "29 February comes in leap years only; other years are skipped.",
        ),
        ("5th monday of the month 6-7pm", "Months without a fifth Monday are skipped."),
        (
            "last working day of the month 6-7pm",
            "A working day is Monday to Friday; public holidays are not known.",
        ),
        ("weekends", "A weekend is Saturday 00:00 to Monday 00:00."),
        (
            "fridays 6-7pm from 1 nov",
            "1 November is taken as that of 2027; add the year for another.",
        ),
    ],
)
def test_notes_say_what_was_filled_in_or_is_skipped(phrase: str, note: str) -> None:
    assert understand(phrase, NOW).notes == (note,)


def test_a_group_may_leave_the_end_out_and_hears_that_it_is_an_hour() -> None:
    understood = understand("tue 7pm", NOW, open_end=True)
    assert understood.words == "every Tuesday, 19:00 for 1 hour"
    assert understood.notes == ("No end was given: one hour.",)


@pytest.mark.parametrize(
    ("phrase", "short12", "short24"),
    [
        ("every day 6-11pm", "every day 6–11 pm", "every day 18:00–23:00"),
        ("mon-thu 8-10pm", "Mon–Thu 8–10 pm", "Mon–Thu 20:00–22:00"),
        ("fri-sun 10am-8pm", "Fri–Sun 10 am–8 pm", "Fri–Sun 10:00–20:00"),
        ("24/7", "any time", "any time"),
        ("weekends", "weekends", "weekends"),
        ("fri 5pm - sun 11pm", "Fri 5 pm – Sun 11 pm", "Fri 17:00 – Sun 23:00"),
        (
            "last friday of the month 6-7pm",
            "last Fri of the month 6–7 pm",
            "last Fri of the month 18:00–19:00",
        ),
    ],
)
def test_a_card_says_hours_briefly(phrase: str, short12: str, short24: str) -> None:
    schedule = understand(phrase, NOW).schedule
    assert short_words(schedule, clock24=False) == short12
    assert short_words(schedule, clock24=True) == short24


@settings(max_examples=rounds(150), deadline=None)
@given(schedules(), st.booleans())
def test_words_read_back_as_the_same_schedule(schedule: Schedule, clock24: bool) -> None:
    said = schedule_words(schedule, clock24=clock24)
    assume(len(said) < 2000)
    assert understand(said, NOW).schedule == schedule


def test_before_two_in_the_morning_tonight_is_the_night_now_running() -> None:
    late = datetime(2026, 11, 24, 1, 59, tzinfo=NEW_YORK)
    assert understand("tonight", late).words == "23 Nov 2026, 21:00–02:00"
    assert understand("tonight", late.replace(hour=2, minute=0)).words == "24 Nov 2026, 21:00–02:00"
    assert understand("31 dec 20:00-02:00", datetime(2027, 1, 1, 1, tzinfo=NEW_YORK)).words == (
        "31 Dec 2026, 20:00–02:00"
    )


def test_the_15th_and_the_last_working_day_reads_two_ways() -> None:
    with pytest.raises(PhraseError) as refused:
        understand("15th and last working day 5-6pm", NOW)
    assert refused.value.readings == (
        "15th day and last working day 5-6pm",
        "15th working day and last working day 5-6pm",
    )
    first = understand("1st and last working day 5-6pm", NOW)
    assert first.words == "first and last working day of the month, 17:00–18:00"


@pytest.mark.parametrize(
    "said",
    [
        "the 15th and the last working day",
        "The 15th and last working day",
        "1st and the last working day",
        "on the 1st and on the last working day",
    ],
)
def test_a_date_and_the_last_working_day_are_asked_about(said: str) -> None:
    with pytest.raises(PhraseError) as refused:
        understand(f"{said} 5-6pm", NOW)
    one, other = (understand(each, NOW).words for each in refused.value.readings)
    assert one.startswith(("1st of the month, ", "15th of the month, "))
    assert one.endswith("; last working day of the month, 17:00–18:00")
    assert "working day of the month, " in other


def test_payday_is_read_as_its_own_menu_says_it() -> None:
    said = understand("on the 15th and on the last day of the month 5-11pm", NOW)
    assert said.words == "15th and last day of the month, 17:00–23:00"
