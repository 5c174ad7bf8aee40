"""What would come, while reminders are off: worked out as far as it is asked for, no farther."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from conftest import Run

NOW = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - by the clock on the wall
ENTERED = """
setup|--region|US|--timezone|America/New_York
risk|add|Nights alone|--when|daily 9pm-midnight
risk|add|Weekends away|--when|fri 6pm - sun 10pm|--level|high
contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm|--per-week|3
contact|add|Kim|--role|sponsor|--text|555-0115
group|add|Lifeline|--when|tue 7-8pm
treatment|add|Clinic|--when|sat 10am
trip|add|Tokyo|--from|2026-11-28|--until|2026-12-04|--timezone|Asia/Tokyo
"""


@pytest.fixture(autouse=True)
def entered(run: Run) -> None:
    for line in ENTERED.split("\n"):
        if line:
            done = run(*line.split("|"))
            assert done.code == 0, done.err


def coming(run: Run, days: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = run("remind", "list", "--json", "--days", str(days)).json[
        "reminders"
    ]
    return found


@pytest.mark.parametrize("asked", ["", "--before|12h", "--most|1", "--quiet|10pm-8am"])
def test_few_days_are_the_beginning_of_many(run: Run, asked: str) -> None:
    if asked:
        assert run("remind", "on", "--with", "prompt", "--yes", *asked.split("|")).code == 0
        assert run("remind", "off").code == 0
    most = coming(run, 120)
    assert len({each["kind"] for each in most}) > 3
    for days in (1, 2, 5, 6, 7, 8, 12, 30, 105, 106, 112, 113, 119):
        end = NOW + timedelta(days=days)
        beginning = [each for each in most if each["at"] < end.isoformat()]
        assert coming(run, days) == beginning, days
