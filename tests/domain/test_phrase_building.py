"""What the clauses of a phrase come to together: bounds, stretches of days, what is refused."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import PhraseError, understand
from recoverplan.domain.schedule import following

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=NEW_YORK)


def starts(phrase: str, count: int = 9) -> list[str]:
    """Return when the first occurrences of a phrase begin and end, on the person's clock."""
    spans = following(understand(phrase, MONDAY).schedule, NEW_YORK, MONDAY, count)
    return [
        f"{span.start.astimezone(NEW_YORK):%d %b %y %H:%M} {span.end.astimezone(NEW_YORK):%d %H:%M}"
        for span in spans
    ]


def refused(phrase: str) -> PhraseError:
    """Return what refuses a phrase."""
    with pytest.raises(PhraseError) as caught:
        understand(phrase, MONDAY)
    return caught.value


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("2 on 2 off 7am-3pm from 2026-12-01 until 2026-12-01", "01"),
        ("2 on 2 off 7am-3pm from 2026-12-01 until 2026-12-02", "01 02"),
        ("2 on 2 off 7am-3pm from 2026-12-01 until 2026-12-06 except 2026-12-01", "02 05 06"),
        ("3 hours after: 2 nights 9pm-5am 2 off from 2026-12-01 until 2026-12-06", "02 03 06 07"),
    ],
)
def test_shifts_go_from_their_first_day_to_their_last(phrase: str, days: str) -> None:
    assert [start[:2] for start in starts(phrase)] == days.split()


def test_shifts_without_hours_of_their_own_take_those_that_were_said() -> None:
    found = starts("2 days 7am-3pm 2 nights 4 off from 2026-12-01 9pm-7am", 4)
    assert [start[10:15] for start in found] == ["07:00", "07:00", "21:00", "21:00"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("23 nov 9am-10am", "23 Nov 27 09:00 23 10:00"),  # it has just ended
        ("23 nov 9am-10:01am", "23 Nov 26 09:00 23 10:01"),
        ("22 nov 9am to 23 nov 10am", "22 Nov 27 09:00 23 10:00"),
        ("22 nov 9am to 23 nov 10:01", "22 Nov 26 09:00 23 10:01"),
        ("24 nov 10am to tuesday 10am", "24 Nov 26 10:00 01 10:00"),
        ("24 nov 10am to tuesday 11am", "24 Nov 26 10:00 24 11:00"),
        ("24 nov to thu 3 dec", "24 Nov 26 00:00 04 00:00"),
        ("24 nov 2026 9pm to 24 nov 2027 8pm", "24 Nov 26 21:00 24 20:00"),
    ],
)
def test_dates_from_one_to_another_are_the_next_that_have_not_ended(
    phrase: str, expected: str
) -> None:
    assert starts(phrase) == [expected]


def test_a_stretch_of_days_goes_over_the_end_of_the_week() -> None:
    assert starts("saturday 10pm to monday 2am", 1) == ["28 Nov 26 22:00 30 02:00"]


def test_what_hangs_on_today_is_kept_with_its_dates() -> None:
    assert understand("today to 27 nov 2026", MONDAY).phrase == "23 Nov 2026 to 27 Nov 2026"


@pytest.mark.parametrize(
    ("phrase", "message", "offered"),
    [
        ("24 nov 9pm to 24 nov 9pm", "same time", ["24 nov 2026 21:00 for 24 hours"]),
        ("24 nov 10am to 24 nov 9am", "ends before", ["24 nov 2026 10:00 for 24 hours"]),
        ("24 nov 2026 10am to 24 nov 9am", "ends before", ["24 nov 2026 10:00 for 24 hours"]),
        ("2 feb 10am to 2 feb 9am", "ends before", ["2 feb 2027 10:00 for 24 hours"]),
        ("today 9pm to today 9pm", "same time", ["23 nov 2026 21:00 for 24 hours"]),
        ("24 nov 2026 to 23 nov 2026", "must end after", []),
        ("24 nov 10am to 26 nov 9am, evenings", "has its own hours", []),
        ("any time evenings", "both is too much", []),
        ("tuesdays and saturdays of each month 7-9pm", "Which day of the month", []),
        ("evenings 11:00-13:00", "not in the evening", []),
        ("evenings 7a-9a", "not in the evening", []),
        ("tomorrow morning 1am-3am", "not in the morning", ["tomorrow 1am-3am"]),
        ("this morning 1am-3am", "not in the morning", ["today 1am-3am"]),
        ("this 1am-3am", 'understand "this"', []),
    ],
)
def test_what_does_not_go_together_is_refused_with_what_does(
    phrase: str, message: str, offered: list[str]
) -> None:
    error = refused(phrase)
    assert message in error.message
    assert list(error.readings) == offered
    for each in offered:
        understand(each, MONDAY)


def test_a_day_of_each_month_may_move_where_only_its_start_says_which() -> None:
    phrase = "every month from 2026-12-05 7-9pm or the friday before if it is a weekend"
    assert starts(phrase, 2) == ["04 Dec 26 19:00 04 21:00", "05 Jan 27 19:00 05 21:00"]


def test_a_night_that_would_leave_its_weekend_is_shown_where_that_is_said() -> None:
    phrase = "15th nights 1am-3am or the friday before if it is a weekend"
    _, shown, marked = refused(phrase).message.splitlines()
    assert shown[marked.index("^") : marked.rindex("^") + 1].startswith("or the friday")


def test_one_hour_is_assumed_where_one_of_several_has_no_end() -> None:
    read = understand("tue 7pm, 9pm-11pm", MONDAY, open_end=True)
    assert any("hour" in note for note in read.notes)
