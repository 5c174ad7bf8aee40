"""The parts of sentences: hours in short, open hours, help lines, questions."""

from __future__ import annotations

from datetime import time

import pytest

import alex
from recoverplan.domain.coverage import Cover
from recoverplan.domain.outlook import Open
from recoverplan.domain.span import Span
from recoverplan.writers import times, wording

WEEKEND = Span(alex.at(28, 0), alex.at(30, 0))


@pytest.mark.parametrize(
    ("span", "said", "said24"),
    [
        (alex.span(23, 21, 24), "9 to midnight", "21:00 to 00:00"),
        (alex.span(23, 14, 20), "2 to 8 pm", "14:00 to 20:00"),
        (alex.span(23, 21, 26), "9 pm to 2 am", "21:00 to 02:00"),
        (alex.span(23, 9, 12), "9 to noon", "09:00 to 12:00"),
        (alex.span(23, 9, 24), "9 am to midnight", "09:00 to 00:00"),
        (alex.span(23, 0, 24), "all day", "all day"),
        (WEEKEND, "through Sun 29", "through Sun 29"),
        (alex.span(27, 17, 54), "5 pm to Sun 6 am", "17:00 to Sun 06:00"),
    ],
)
def test_hours_of_a_row(span: Span, said: str, said24: str) -> None:
    assert times.hours_short(span, alex.ZONE, clock24=False) == said
    assert times.hours_short(span, alex.ZONE, clock24=True) == said24


@pytest.mark.parametrize(
    ("window", "gap", "said", "said24"),
    [
        ((21, 24), (23, 24), "11 to 12", "23 to 24"),
        ((14, 20), (14, 18), "2 to 6", "14 to 18"),
        ((21, 27), (24, 26), "12 to 2", "0 to 2"),
        ((8, 22), (9, 11), "9 to 11 am", "9 to 11"),
        ((21, 24), (21, 24), "all of it", "all of it"),
        ((0, 48), (1, 3), "Mon 23 1 to 3 am", "Mon 23 01:00 to 03:00"),
    ],
)
def test_hours_inside_a_window(
    window: tuple[int, int], gap: tuple[int, int], said: str, said24: str
) -> None:
    planned = alex.PLAN.occurrences[0]._replace(span=alex.span(23, *window))
    inside = alex.span(23, *gap)
    assert times.hours_inside(inside, planned, alex.ZONE, clock24=False) == said
    assert times.hours_inside(inside, planned, alex.ZONE, clock24=True) == said24


def test_half_past_midnight_is_not_half_past_twenty_four() -> None:
    planned = alex.PLAN.occurrences[0]._replace(span=alex.span(23, 21, 26))
    inside = Span(alex.at(23, 23), alex.at(24, 0, 30))
    assert times.hours_inside(inside, planned, alex.ZONE, clock24=True) == "23 to 00:30"
    assert times.hours_inside(inside, planned, alex.ZONE, clock24=False) == "11 to 12:30"


@pytest.mark.parametrize(
    ("at", "days", "said"),
    [
        (time(23), (0, 1, 2, 3), "Who might be up at 11 on a weeknight?"),
        (time(0), (5, 6), "Who might be up at midnight on a weekend?"),
        (time(14), (3,), "Who might be there at 2 pm on a Thursday?"),
        (time(18), (4,), "Who might be there at 6 pm on a Friday night?"),
        (time(8), (0, 6), "Who might be there at 8 am on a day like these?"),
    ],
)
def test_the_question_a_gap_asks(at: time, days: tuple[int, ...], said: str) -> None:
    assert wording.gap_question(Open(at, days), clock24=False) == said


def test_help_lines_say_how_to_reach_them() -> None:
    assert wording.line_words(alex.LINE_988) == "988: call or text, any hour"
    phone = alex.LINE_988._replace(name="Samaritans", call="116 123", text=None)
    assert wording.line_words(phone) == "Samaritans: call 116 123, any hour"
    words = phone._replace(name="Shout", call=None, text="SHOUT to 85258")
    assert wording.line_words(words) == "Shout: text SHOUT to 85258, any hour"


def test_a_capital_only_where_the_word_has_none_inside() -> None:
    assert wording.capital("shower first") == "Shower first"
    assert wording.capital("iPhone away") == "iPhone away"
    assert wording.capital("") == ""


def test_a_running_window_says_which_day_it_ends() -> None:
    planned = alex.PLAN.occurrences[0]._replace(span=WEEKEND)
    plan = alex.PLAN._replace(now=alex.at(28, 9))
    assert times.heading(planned, plan, clock24=False) == "Now, until Sun 29, midnight"
    evening = plan._replace(now=alex.at(29, 20))
    assert times.heading(planned, evening, clock24=False) == "Now, until midnight"


def test_days_of_another_month_and_year_are_named() -> None:
    plan = alex.PLAN._replace(start=alex.at(30, 0), end=alex.at(37, 0))
    assert times.day_range(alex.PLAN) == "Mon 23 to Sun 29 November"
    assert times.day_range(plan) == "Mon 30 Nov to Sun 6 Dec"
    year = alex.PLAN._replace(end=alex.at(23 + 60, 0))
    assert times.day_range(year) == "Mon 23 Nov 2026 to Thu 21 Jan 2027"


def test_a_help_line_s_number_comes_first_where_its_name_would_push_it_out() -> None:
    line = alex.LINE_988._replace(name="TelefonSeelsorge", call="0800 111 0 111", text=None)
    whole = "TelefonSeelsorge: call 0800 111 0 111, any hour"
    assert wording.line_words_within(line, 60) == whole
    assert wording.line_words_within(line, 40) == "TelefonSeelsorge: call 0800 111 0 111"
    assert wording.line_words_within(line, 30).startswith("call 0800 111 0 111, Telefon")


def test_hours_inside_a_window_of_several_days_name_their_days() -> None:
    weekend = alex.PLAN.occurrences[-1]._replace(span=Span(alex.at(28, 0), alex.at(30, 0)))
    evenings = [
        Cover("contact", 1, "Sam", Span(alex.at(day, 18), alex.at(day, 23))) for day in (28, 29)
    ]
    said = times.stretches(evenings, weekend, alex.PLAN, clock24=True)
    assert said == "18:00 to 23:00 and Sun 18:00 to 23:00"
    gap = Span(alex.at(28, 23), alex.at(29, 18))
    assert times.hours_inside(gap, weekend, alex.ZONE, clock24=True) == "Sat 28 23:00 to Sun 18:00"


def test_of_open_hours_only_what_is_still_to_come_is_said_and_counted() -> None:
    weekend = alex.PLAN.occurrences[-1]._replace(
        span=Span(alex.at(28, 0), alex.at(30, 0)),
        gaps=(
            Span(alex.at(28, 0), alex.at(28, 18)),
            Span(alex.at(28, 23), alex.at(29, 18)),
            Span(alex.at(29, 23), alex.at(30, 0)),
        ),
    )
    before, inside = alex.PLAN, alex.PLAN._replace(now=alex.at(29, 10))
    assert times.open_total(weekend, before) == "38 h open"
    assert times.open_total(weekend, inside) == "9 h open"
    said = times.open_words(weekend, inside, clock24=False)
    assert said == "until 6 pm, Sun 29 11 pm to midnight open"


def test_midnight_beside_a_day_is_its_end() -> None:
    days = alex.PLAN.occurrences[-1]._replace(span=Span(alex.at(28, 0), alex.at(30, 0)))
    gap = Span(alex.at(28, 0), alex.at(28, 18))
    assert times.hours_inside(gap, days, alex.ZONE, clock24=False) == "Sat 28 00:00 to 6 pm"
    gap = Span(alex.at(29, 0), alex.at(29, 18))
    assert times.hours_inside(gap, days, alex.ZONE, clock24=False) == "Sun 29 00:00 to 6 pm"
    end, since = (moment.astimezone(alex.ZONE) for moment in (alex.at(30, 0), alex.at(28, 10)))
    assert times.later_time(end, since, clock24=False) == "Sun 29, midnight"
