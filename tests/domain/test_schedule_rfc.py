"""The way back: RRULE and EXDATE give the same starts to another reader of RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recoverplan.domain.phrase import understand
from recoverplan.domain.schedule import Part, Schedule, start_days
from recoverplan.domain.schedule_rfc import recurrences, rule_value, stamp
from rounds import rounds
from when_schedules import parts

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))


@settings(max_examples=rounds(120), deadline=None)
@given(parts(), st.dates(date(2001, 1, 1), date(2095, 1, 1)))
def test_rrule_and_exdate_give_the_same_days(part: Part, low: date) -> None:
    assume(part.rule is not None)
    high = low + timedelta(days=500)
    # A calendar starts an event at a day of its own: any day of the rule, here well before.
    begin = part.first or date(1999, 12, 1)
    found = set()
    for recurrence in recurrences(part):
        assume(recurrence.whole)
        text = "\n".join((f"DTSTART:{stamp(begin, part.start)}", *recurrence.lines))
        rule = rrulestr(text, forceset=True)
        lower = datetime.combine(low, datetime.min.time())
        found |= {each.date() for each in rule.between(lower, lower + timedelta(days=501))}
    found = {day for day in found if low < day <= high}
    wanted = {day for day in start_days(part, low, high, slack=0) if low < day <= high}
    # Days that move across the very first day have no rule before it to come from.
    edge = begin + timedelta(days=3)
    assert {day for day in found if day > edge} == {day for day in wanted if day > edge}


@settings(max_examples=rounds(80), deadline=None)
@given(parts())
def test_raw_text_reads_back_as_the_same_part(part: Part) -> None:
    assume(part.rule is not None and part.weekend is None and part.end is not None)
    # Hours beside a raw rule are those of one day, or of a night.
    assume(part.end_days * 1440 + (part.end or 0) < part.start + 1440 or clock(part) == "24:00")
    assume(part.end_days < 2)
    [recurrence] = recurrences(part)
    hours = f"{part.start // 60:02}:{part.start % 60:02}-{clock(part)}"
    begin = (f"DTSTART:{stamp(part.first, part.start)}",) if part.first else ()
    typed = " ".join((*recurrence.lines, *begin, hours))
    assert understand(typed, NOW).schedule == Schedule((part,))


def clock(part: Part) -> str:
    end = part.end or 0
    return "24:00" if (part.start, end) == (0, 0) else f"{end // 60:02}:{end % 60:02}"


def test_the_rule_of_several_parts_has_a_line_for_each_and_dates_have_none() -> None:
    several = understand("fri 6-7pm; 15th 6-7pm; 24 dec 2026 6-7pm", NOW).schedule
    assert rule_value(several) == "FREQ=WEEKLY;BYDAY=FR\nFREQ=MONTHLY;BYMONTHDAY=15"
    assert rule_value(understand("24 dec 2026 6-7pm", NOW).schedule) is None


def test_until_counts_to_the_minute_at_which_the_last_one_starts() -> None:
    schedule = understand("fridays 6-7pm until 4 dec 2026", NOW).schedule
    assert rule_value(schedule) == "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261204T180000"


def test_weeks_that_start_on_sunday_keep_their_weeks() -> None:
    raw = "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU DTSTART:20261124T180000 18:00-19:00"
    schedule = understand(raw, NOW).schedule
    days = sorted(
        day
        for part in schedule.parts
        for day in start_days(part, date(2026, 11, 20), date(2027, 1, 20), slack=0)
    )
    rule = rrulestr(
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU", dtstart=datetime(2026, 11, 24, tzinfo=UTC)
    )
    wanted = [
        each.date()
        for each in rule.between(
            datetime(2026, 11, 20, tzinfo=UTC), datetime(2027, 1, 21, 12, tzinfo=UTC)
        )
    ]
    assert days == wanted


def test_a_payday_that_rfc_5545_cannot_say_is_marked() -> None:
    schedule = understand("31st 6-7pm if it falls on a weekend the friday before", NOW).schedule
    [recurrence] = recurrences(schedule.parts[0])
    assert not recurrence.whole
