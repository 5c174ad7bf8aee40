"""A month of one person's life through the command line, with the screens of each Monday."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Golden, Run
from recoverplan import words
from sentences import spoken_in
from terminal import STYLES
from whole.test_first_week import ALEX, enter

# What is typed in each week, each line at its time.
WEEKS = (
    (
        ("2026-11-23T10:05", "meeting plan|1|--with|Sam|--goal|just listen|--leave|6:30pm"),
        ("2026-11-23T10:06", "risk edit|Payday|--prepare|1 day: card to Dana"),
        ("2026-11-23T10:07", "treatment add|Clinic|--when|sat 10am|--where|with Dr. Ito"),
        ("2026-11-23T20:32", "contact log|Sam|--how|call"),
        ("2026-11-24T21:00", "meeting log|Tuesday Lifeline|--said|listened"),
        ("2026-11-26T17:10", "risk done|Payday"),
        ("2026-11-27T16:40", "contact log|Dana|--how|call|--no-answer"),
        ("2026-11-29T18:00", "review|--week|2026-11-23|--helped|Sam|--less-alone|same"),
        ("2026-11-29T18:05", "meeting plan|1|--with|Sam|--goal|just listen|--leave|6:30pm"),
    ),
    (
        ("2026-11-30T09:10", "meeting plan|SMART Friday|--goal|say my name"),
        ("2026-11-30T09:11", "give add|Put out the chairs|--for|1|--when|tue 6:30pm"),
        ("2026-11-30T09:12", "contact agree|Sam|--if|I miss two Tuesdays|--then|ask me how I am"),
        ("2026-11-30T20:35", "contact log|Sam|--they-called"),
        ("2026-12-01T21:00", "meeting log|Tuesday Lifeline|--said|small-honesty"),
        ("2026-12-02T08:00", "trip add|Chicago|--from|2026-12-11|--until|2026-12-14|--region|US"),
    ),
    (
        ("2026-12-07T09:20", "group add|Loop Nooners|--trip|Chicago|--when|sat noon-1pm"),
        ("2026-12-07T09:21", "group add|Morning thread|--format|chat|--link|https://example.org/x"),
        ("2026-12-08T21:00", "meeting log|Tuesday Lifeline|--said|shared"),
        ("2026-12-11T16:45", "contact log|Dana|--no-answer"),
    ),
    (
        ("2026-12-14T10:10", "treatment add|Naltrexone|--when|daily 8am|--kind|medicine"),
        ("2026-12-18T16:45", "contact log|Dana|--no-answer"),
    ),
    (),
)  # fmt: skip
WORDS = Path(words.__file__).parent
MONDAYS = ("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21")
# What a screen may count: tries of one trial, a length, a number to call, a date.
COUNTED = re.compile(
    r"\b(\d+|two|three|four|five) (meetings|calls|talks|people|weeks|check-ins|groups)\b"
)
SCORES = re.compile(r"\b(missed|overdue|streak|score|in total|total)\b")
# Of one trial: "3 meetings so far, you planned 3 to 5"; how long ago something was, and
# how long a list is of which a plan can take the first ones alone.
TRIES = re.compile(r"\d+ meetings? so far|\d+ (weeks|days) ago|\d+ people on your list")


@pytest.fixture
def alex(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Enter the person of the examples; the screen is 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")
    enter(run, *ALEX)
    yield run
    os.environ.pop("FORCE_COLOR", None)  # `--color` sets it for all that is started from here


def screen(run: Run, *line: str, now: str) -> str:
    """Return a screen of 80 columns without its colors."""
    result = run(*line, "--color", "always", now=now)
    assert result.code == 0, result.err
    return STYLES.sub("", result.out)


def test_a_month_as_it_is_lived(alex: Run, golden: Golden) -> None:
    for number, (monday, week) in enumerate(zip(MONDAYS, WEEKS, strict=True), start=1):
        morning = f"{monday}T10:00"
        plan, front = screen(alex, "plan", now=morning), screen(alex, now=morning)
        golden(f"month-{number}-plan", plan)
        golden(f"month-{number}-today", front)
        golden(f"month-{number}-review", screen(alex, "review", now=morning))
        assert len(front.splitlines()) <= 12
        # An ordinary week is 23 lines; the last one has a question and a chat on top of all else.
        assert len(plan.splitlines()) <= (23 if number < len(WEEKS) else 24), plan
        for at, line in week:
            typed = line.split("|")
            head, *rest = typed
            result = alex(*head.split(), *rest, now=at)
            assert result.code == 0, (line, result.err)
    for said in every_screen(alex):
        assert not totals(said), said


def totals(said: str) -> list[str]:
    """Return where a screen counts across groups, people or weeks, or keeps a score."""
    found = [*COUNTED.finditer(TRIES.sub("", said)), *SCORES.finditer(said)]
    return [each[0] for each in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Tuesday Lifeline: 3 meetings so far, you planned 3 to 5.", []),
        ("You last talked 5 weeks ago.", []),
        ("5 meetings this month.", ["5 meetings"]),
        ("You talked with three people.", ["three people"]),
        ("12 calls, 4 groups", ["12 calls", "4 groups"]),
        ("A streak of days", ["streak"]),
        ("Twice overdue; in total 7", ["overdue", "in total"]),
    ],
)
def test_a_total_would_be_noticed(said: str, found: list[str]) -> None:
    assert totals(said) == found


@pytest.mark.parametrize("topic", ["lived", "plan", "review", "trial", "remind"])
def test_no_sentence_about_the_week_has_room_for_a_total(topic: str) -> None:
    """So that what is printed on none of these Mondays cannot count either."""
    for _, said in spoken_in((WORDS / f"{topic}.py").read_text(encoding="utf-8")):
        assert not totals(re.sub(r"\{\w+\}(?! of )", "5", said)), said


def every_screen(run: Run) -> list[str]:
    """Return what each command says that looks at the week, back or ahead."""
    lines = ("", "plan", "review", "review --month", "now", "contact list", "contact show Sam",
             "meeting plan --list", "contact log --list", "contact agree --list", "give list",
             "treatment list", "trip list", "risk list", "family page")  # fmt: skip
    return [run(*line.split(), "--plain", now="2026-12-21T10:00").out for line in lines]
