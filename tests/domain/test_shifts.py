"""Patterns of shifts: which hours they give, how they are said back, and what is asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.phrase import PhraseError, short_words, understand
from recoverplan.domain.phrase.wording import grouped
from recoverplan.domain.schedule import dump, load, occurrences

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)


def starts(phrase: str, days: int) -> list[str]:
    schedule = understand(phrase, NOW).schedule
    found = occurrences(schedule, ZONE, NOW.replace(hour=0), NOW + timedelta(days=days))
    return [f"{span.start.astimezone(ZONE):%d %H:%M}" for span in found]


def test_days_on_come_again_after_the_days_off() -> None:
    assert starts("2 on 2 off from 23 nov 10pm-6am", 7) == ["23 22:00", "24 22:00", "27 22:00",
                                                            "28 22:00"]  # fmt: skip


def test_an_odd_pattern_goes_on_the_other_way_round() -> None:
    days = [start[:2] for start in starts("2-2-3 from 23 nov 7am-7pm", 14)]
    assert days == ["23", "24", "27", "28", "29", "02", "03", "07"]


def test_each_kind_of_shift_has_its_hours() -> None:
    typed = "from 23 nov: 1 early 6am-2pm; 1 late 2pm-10pm, 1 night 10pm-6am, 2 off"
    assert starts(typed, 5) == ["23 06:00", "24 14:00", "25 22:00", "28 06:00"]


def test_the_hours_after_a_shift_begin_where_it_ends() -> None:
    typed = "3 hours after: 2 nights on 2 off from 23 nov 10pm-6am"
    assert starts(typed, 6) == ["24 06:00", "25 06:00", "28 06:00", "29 06:00"]
    assert understand(typed, NOW).schedule.parts[0].minutes == 180


def test_bounds_hold_for_a_pattern() -> None:
    typed = "1 on 1 off from 23 nov until 29 nov except 25 nov 9am-5pm"
    assert [start[:2] for start in starts(typed, 14)] == ["23", "27", "29"]


def test_a_long_pattern_is_one_time_of_those_that_a_phrase_may_have() -> None:
    several = "; ".join(["28 on 28 off from 23 nov 7am-7pm", *[f"mon {n}:00-{n}:30" for n in
                                                               range(13, 24)]])  # fmt: skip
    schedule = understand(several, NOW).schedule
    assert len(grouped(schedule.parts)) == 12
    assert load(dump(schedule)) == schedule


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30 on 30 off from 23 nov 7am-7pm", "56 days"),
        ("2 on 2 off 7am-7pm", "On which date"),
        ("2 early, 2 late 2pm-10pm, 4 off from 23 nov", 'When is "2 early"?'),
    ],
)
def test_what_is_missing_is_said(typed: str, said: str) -> None:
    with pytest.raises(PhraseError, match=said.replace("?", r"\?")):
        understand(typed, NOW)


def test_a_card_says_it_briefly() -> None:
    schedule = understand("4 on 4 off from 23 nov 10pm-6am", NOW).schedule
    assert short_words(schedule, clock24=False) == "4 on, 4 off, 10 pm–6 am, from 23 Nov 2026"


TURNS = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["6am-2pm", "2pm-10pm", "10pm-6am"])),
                 min_size=1, max_size=4)  # fmt: skip


@given(turns=TURNS, off=st.integers(1, 7), after=st.booleans(), clock24=st.booleans())
def test_any_pattern_reads_back_as_it_is_said(
    turns: list[tuple[int, str]], off: int, after: bool, clock24: bool
) -> None:
    items = ", ".join(f"{days} shifts {hours}" for days, hours in turns)
    typed = f"{'2 hours after: ' if after else ''}from 23 nov: {items}, {off} off"
    understood = understand(typed, NOW, clock24=clock24)
    assert understand(understood.words, NOW).schedule == understood.schedule
