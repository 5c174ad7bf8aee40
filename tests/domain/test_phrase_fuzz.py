"""Whatever is typed: understood or refused in one way, quickly, and said back so that it reads.

FUZZ_PHRASES=100000 tries that many phrases; the suite tries fewer. FUZZ_SEED chooses others.
"""

from __future__ import annotations

import json
import os
import random
import sys
from datetime import datetime
from pathlib import Path
from types import FrameType
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import (
    PhraseError,
    Understood,
    schedule_words,
    short_words,
    understand,
)
from recoverplan.domain.schedule import dump, load
from recoverplan.domain.schedule_rfc import rule_value
from recoverplan.domain.schedule_rule import read
from rounds import rounds
from when_phrases import phrase

COUNT = int(os.environ.get("FUZZ_PHRASES", rounds(4000)))
SEED = int(os.environ.get("FUZZ_SEED", "23"))
NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
DATA = Path(__file__).parents[1] / "data" / "when.json"
SEEDS = [case["phrase"] for case in json.loads(DATA.read_text(encoding="utf-8"))] + [
    "fridays from 1 dec until 15 jan 6pm-8pm except 25 dec, 1 jan",
    "every 2 weeks on mon and thu from 30 nov 2026 7pm-8pm; sundays noon-5pm",
    "15th and last day 5pm-9pm, if it falls on a weekend, the friday before",
    "1st and 3rd friday of every other month from 1 dec 2026 6pm-7pm",
    "24, 25 and 26 dec 6pm-10pm",
    "from 24 dec 18:00 to 26 dec 12:00",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR DTSTART:20261127T170000 17:00-23:00 EXDATE:20261225",
    "weekday mornings and evenings",
    "4th thursday of november 14:00-20:00",
    "2nd last working day of march and june 9am-5pm",
]


def understood_or_refused(typed: str, *, open_end: bool = False) -> Understood | PhraseError:
    """Return what a phrase means, or its refusal; any other exception ends the test."""
    try:
        return understand(typed, NOW, open_end=open_end)
    except PhraseError as refused:
        return refused


def test_any_text_is_understood_or_refused_and_what_is_understood_can_be_said_back() -> None:
    rng = random.Random(SEED)
    understood = 0
    for _ in range(COUNT):
        typed = phrase(rng, SEEDS)
        found = understood_or_refused(typed, open_end=rng.random() < 0.2)
        if isinstance(found, PhraseError):
            for reading in found.readings:
                understand(reading, NOW, open_end=True)
            continue
        understood += 1
        schedule = found.schedule
        assert load(dump(schedule)) == schedule, typed
        assert short_words(schedule), typed
        rule_value(schedule)
        for said in (
            found.phrase,
            schedule_words(schedule),
            schedule_words(schedule, clock24=False),
        ):
            again = understand(said, NOW, open_end=True)
            assert again.schedule == schedule, (typed, said)
            assert again.phrase == said, (typed, said)
    assert understood > COUNT / 50


BOMBS = {
    "ten megabytes": "x" * 10_000_000,
    "escapes": "\x1b[" * 900,
    "numbers": "1," * 990,
    "bare numbers": "1 " * 990,
    "days": "mon," * 490,
    "hours": "9pm-10pm and " * 150,
    "schedules": "; nights" * 240,
    "dashes": "- " * 990,
    "lengths": "daily 9pm for " + "1h" * 800,
    "exceptions": "except 1 jan, " * 140,
    "secondly": "RRULE:FREQ=SECONDLY 9pm-10pm",
    "minutely": "RRULE:FREQ=MINUTELY 9pm-10pm",
    "hourly": "RRULE:FREQ=HOURLY;INTERVAL=24 9pm-10pm",
    "no interval": "RRULE:FREQ=DAILY;INTERVAL=0 9pm-10pm",
    "wide interval": "RRULE:FREQ=DAILY;INTERVAL=99999999999999999999 9pm-10pm",
    "a billion": "RRULE:FREQ=DAILY;COUNT=1000000000 DTSTART:20261127T170000 9pm-10pm",
    "thousand leap days": (
        "RRULE:FREQ=YEARLY;COUNT=1000;BYMONTH=2;BYMONTHDAY=29 DTSTART:20270301 9-10pm"
    ),
    "30 February": "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 9pm-10pm",
    "never a leap year": (
        "RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29 DTSTART:20270301 9-10pm"
    ),
    "sixth Monday": "RRULE:FREQ=MONTHLY;BYDAY=6MO 9pm-10pm",
    "tenth of four": "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=10 9pm-10pm",
    "a Tuesday every seven days": "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU DTSTART:20261123 9pm-10pm",
    "nested": "RRULE:" * 300,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_or_bounded(bomb: str) -> None:
    """Count calls, not seconds: 200,000 calls are less than 50 ms, and the same on any machine."""
    understand("RRULE:FREQ=DAILY;COUNT=3 DTSTART:20261127 9pm-10pm", NOW)  # what is loaded once
    read.cache_clear()
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        found = understood_or_refused(bomb)
    finally:
        sys.setprofile(None)
    assert calls < 200_000
    if isinstance(found, PhraseError):
        assert len(found.message) < 300
        assert len(str(found.hint)) < 500
    else:
        assert len(found.words) < 2000
