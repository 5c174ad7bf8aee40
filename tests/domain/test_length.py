"""Lengths of time, as people type them wherever one is asked for."""

from __future__ import annotations

import pytest

from conftest import Run
from recoverplan.domain.length import minutes_in
from recoverplan.domain.preparing import ahead_of

DAY = 1440


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90), ("30m", 30), ("30 min", 30), ("1h", 60), ("1h 30m", 90), ("1h30", 90),
        ("1 hr 30 mins", 90), ("1.5 hours", 90), ("1,5h", 90), ("half an hour", 30),
        ("half hour", 30), ("an hour", 60), ("an hour and a half", 90), ("two hours", 120),
        ("a couple of hours", 120), ("1:30", 90), ("1 hour and 30 minutes", 90),
        ("1 week", 7 * DAY),         ("1w", 7 * DAY), ("2wks", 14 * DAY),
        ("two weeks", 14 * DAY), ("a fortnight", 14 * DAY), ("1d", DAY),
        ("a day", DAY), ("for 3 days", 3 * DAY), ("1 day, 2 hours", DAY + 120), ("0", 0),
        ("half a day", 720), ("  2  H ", 120),
        ("", None), ("soon", None), ("h", None), ("1x", None), ("1 month", None), ("-5", None),
        ("5 5", None), ("90 s", None), ("an", None), ("0.3m", None),
    ],
)  # fmt: skip
def test_a_length_is_read(typed: str, minutes: int | None) -> None:
    assert minutes_in(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 day", "1 day"), ("2d", "2 days"), ("a week", "1 week"), ("90 min", "90 minutes"),
        ("1h 30m", "90 minutes"), ("half an hour", "30 minutes"), ("an hour", "1 hour"),
        ("0 days", None), ("9 weeks", None), ("90", None), ("soon", None),
    ],
)  # fmt: skip
def test_how_long_before_is_kept_in_its_unit(typed: str, kept: str | None) -> None:
    assert ahead_of(typed) == kept


@pytest.mark.parametrize("typed", ["1 week", "1w", "90", "half an hour"])
def test_one_reader_reads_lengths_everywhere(run: Run, typed: str) -> None:
    run("setup", "--region", "US")
    assert "length" not in run("remind", "snooze", typed).err
    if typed not in {"1 week", "1w"}:
        assert run("setup", "--lead", typed).code == 0
