"""Promises about time phrases: `when --json`, each time worked out by hand.

Now is Monday 23 November 2026, 10:00 in New York, unless a test says otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Run


def when(run: Run, phrase: str, *options: str, now: str | None = None) -> dict[str, Any]:
    """Return `when PHRASE --json`."""
    result = run("when", phrase, "--json", *options, now=now)
    assert result.code == 0, (phrase, result.err)
    document: dict[str, Any] = result.json
    assert document["schema"] == "recoverplan/when/1"
    assert document["phrase"] == phrase
    assert isinstance(document["notes"], list)
    return document


def times(found: dict[str, Any]) -> list[str]:
    """Return "1124 21:00-02:00" for each occurrence: month, day, start and end."""
    return [
        f"{one['start'][5:7]}{one['start'][8:10]} {one['start'][11:16]}-{one['end'][11:16]}"
        for one in found["occurrences"]
    ]


def test_the_example_of_the_interface(run: Run) -> None:
    found = when(run, "every other fri from 27 nov 5pm-11pm")
    assert found["words"] == "every other Friday, 17:00–23:00, from 27 Nov 2026"
    assert found["rule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    assert found["timezone"] == "America/New_York"
    assert found["occurrences"][0] == {
        "start": "2026-11-27T17:00:00-05:00",
        "end": "2026-11-27T23:00:00-05:00",
    }
    assert times(found) == ["1127 17:00-23:00", "1211 17:00-23:00", "1225 17:00-23:00"]


def test_a_single_date_has_no_rule_and_one_time(run: Run) -> None:
    found = when(run, "26 nov 2pm-8pm", "--count", "5")
    assert found["rule"] is None
    assert times(found) == ["1126 14:00-20:00"]


@pytest.mark.parametrize(("now", "first"), [("10:59", "1123"), ("11:00", "1130")])
def test_the_first_time_is_the_first_that_ends_after_now(run: Run, now: str, first: str) -> None:
    found = when(run, "mon 9-11am", "--count", "1", now=f"2026-11-23T{now}")
    assert times(found) == [f"{first} 09:00-11:00"]


FIRST = [
    # the phrase, its first time
    ("mon 9-1am", "1123 21:00-01:00"),
    ("mon 11-1pm", "1123 11:00-13:00"),
    ("tue 9-5pm", "1124 09:00-17:00"),
    ("tue 5:00-7:30", "1124 05:00-07:30"),
    ("tue 21:00-24:00", "1124 21:00-00:00"),
    ("tue 9pm-midnight", "1124 21:00-00:00"),
    ("tue noon-3pm", "1124 12:00-15:00"),
    ("tue 22:00-02:00", "1124 22:00-02:00"),
    ("tue", "1124 00:00-00:00"),
    ("nights", "1123 21:00-02:00"),
    ("evenings", "1123 17:00-21:00"),
    ("mornings", "1123 06:00-12:00"),
    ("afternoons", "1123 12:00-17:00"),
    ("weekend", "1128 00:00-00:00"),
    ("weekends 9-5pm", "1128 09:00-17:00"),
    ("weekend nights", "1127 21:00-02:00"),
    ("weeknights", "1123 21:00-02:00"),
    ("weekdays 8-9am", "1124 08:00-09:00"),
    ("next friday 5-6pm", "1127 17:00-18:00"),
    ("this monday 5-6pm", "1123 17:00-18:00"),
    ("next monday 5-6pm", "1130 17:00-18:00"),
    ("tomorrow 5-6pm", "1124 17:00-18:00"),
    ("today 5-6pm", "1123 17:00-18:00"),
    ("15th and last day 5-6pm", "1130 17:00-18:00"),
    ("last friday of the month 5-6pm", "1127 17:00-18:00"),
    ("first tuesday of the month 5-6pm", "1201 17:00-18:00"),
    ("last working day 5-6pm", "1130 17:00-18:00"),
    ("tue 8pm for 90 minutes", "1124 20:00-21:30"),
]


@pytest.mark.parametrize(("phrase", "first"), FIRST)
def test_what_a_phrase_means(run: Run, phrase: str, first: str) -> None:
    assert times(when(run, phrase, "--count", "1")) == [first]


def test_a_bare_weekend_is_one_stretch_of_two_days(run: Run) -> None:
    (first, *_) = when(run, "weekends")["occurrences"]
    assert first == {"start": "2026-11-28T00:00:00-05:00", "end": "2026-11-30T00:00:00-05:00"}


def test_no_hours_is_all_day_and_says_so(run: Run) -> None:
    assert any("all day" in note for note in when(run, "sat")["notes"])


def test_next_and_this_friday_on_a_friday(run: Run) -> None:
    friday = "2026-11-27T10:00"
    assert times(when(run, "this friday 5-6pm", now=friday)) == ["1127 17:00-18:00"]
    assert times(when(run, "next friday 5-6pm", now=friday)) == ["1204 17:00-18:00"]


def test_before_two_tonight_is_the_night_now_running(run: Run) -> None:
    found = when(run, "tonight 9pm-3am", now="2026-11-24T01:59")
    assert times(found) == ["1123 21:00-03:00"]
    found = when(run, "tonight 9pm-3am", now="2026-11-24T02:00")
    assert times(found) == ["1124 21:00-03:00"]


def test_a_date_without_a_year_is_the_next_that_has_not_ended(run: Run) -> None:
    for now, year in (("2026-11-26T19:59", "2026"), ("2026-11-26T20:00", "2027")):
        found = when(run, "26 nov 2pm-8pm", now=now)
        assert found["occurrences"][0]["start"].startswith(f"{year}-11-26")


def test_every_other_week_counts_from_its_date(run: Run) -> None:
    found = when(run, "every other friday from 25 nov 5-6pm", "--count", "2")
    assert times(found) == ["1127 17:00-18:00", "1211 17:00-18:00"]
    # Several days: Monday weeks from the one that holds Wednesday 25 November.
    found = when(run, "every other mon and fri from 25 nov 5-6pm", "--count", "3")
    assert times(found) == ["1127 17:00-18:00", "1207 17:00-18:00", "1211 17:00-18:00"]


def test_until_includes_its_day_and_from_is_a_lower_bound(run: Run) -> None:
    found = when(run, "daily 5-6pm from 25 nov until 26 nov", "--count", "9")
    assert times(found) == ["1125 17:00-18:00", "1126 17:00-18:00"]


def test_a_rule_that_skips_says_what_it_skips(run: Run) -> None:
    found = when(run, "31st 5-6pm")
    assert times(found) == ["1231 17:00-18:00", "0131 17:00-18:00", "0331 17:00-18:00"]
    assert any("31st" in note for note in found["notes"])


def test_working_days_say_that_holidays_are_not_known(run: Run) -> None:
    assert any("holiday" in note for note in when(run, "last working day 5-6pm")["notes"])


CLOCKS = [
    # Clocks in New York go back on 1 November 2026 at 02:00 and forward on 14 March 2027 at 02:00.
    ("sat 21:00-02:00", "2026-10-30T10:00", "21:00:00-04:00", "02:00:00-05:00"),
    ("sat 21:00 for 6 hours", "2026-10-30T10:00", "21:00:00-04:00", "02:00:00-05:00"),
    ("sun 01:00-01:30", "2026-10-31T10:00", "01:00:00-04:00", "01:30:00-04:00"),
    ("sun 02:15-02:45", "2027-03-13T10:00", "03:15:00-04:00", "03:45:00-04:00"),
    ("sun 01:30-02:30", "2027-03-13T10:00", "01:30:00-05:00", "03:30:00-04:00"),
]


@pytest.mark.parametrize(("phrase", "now", "start", "end"), CLOCKS)
def test_clock_changes(run: Run, phrase: str, now: str, start: str, end: str) -> None:
    first = when(run, phrase, now=now)["occurrences"][0]
    assert (first["start"][11:], first["end"][11:]) == (start, end)


def test_what_has_no_length_left_is_dropped(run: Run) -> None:
    """On 14 March 02:30 is 03:30 in New York: from there to 03:30 nothing is left."""
    found = when(run, "sun 02:30-03:30", "--count", "2", now="2027-03-13T10:00")
    assert times(found) == ["0321 02:30-03:30", "0328 02:30-03:30"]


REFUSED = [
    # the phrase, what the refusal offers
    ("5-7", "5-7am"),
    ("mon 5-7", "5-7pm"),
    ("9pm-5", "am"),
    ("9pm-9pm", "for 24 hours"),
    ("tue 7pm", "tue 7pm for"),
    ("every other friday 5-6pm", "from 2026-11-27"),
    ("03/04/2027 5-6pm", "3 apr 2027"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 18:00 for 2 hours", "RRULE"),
    ("banana", ""),
    ("FREQ=SECONDLY", ""),
    ("30 feb 5-6pm", ""),
    ("", ""),
]


@pytest.mark.parametrize(("phrase", "offered"), REFUSED)
def test_what_is_not_clear_is_refused_with_what_to_type(
    run: Run, phrase: str, offered: str
) -> None:
    result = run("when", phrase, "--json")
    assert (result.code, result.out) == (2, "")
    assert result.err.strip()
    assert offered in result.err


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in FIRST])
def test_the_words_are_a_phrase_of_the_same_times(run: Run, phrase: str) -> None:
    found = when(run, phrase)
    assert when(run, found["words"])["occurrences"] == found["occurrences"]


@pytest.mark.parametrize("region", ["US", "GB"])
def test_what_is_echoed_is_in_the_persons_clock_and_json_is_not(run: Run, region: str) -> None:
    run("setup", "--region", region, "--timezone", "America/New_York")
    said = run("when", "tue 9pm-11pm").out
    assert ("11 pm" in said, "23:00" in said) == (region == "US", region == "GB")
    assert when(run, "tue 9pm-11pm")["words"] == "every Tuesday, 21:00–23:00"
