"""A command makes the plan once: what a screen, a page and a calendar say is carried with it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from conftest import Run
from recoverplan.domain import checkins, coverage, plan

WATCHED: tuple[Callable[..., Any], ...] = (
    plan.make_plan,
    plan.plan_in_bounds,
    checkins.occurrences_of,
    coverage.reach,
    coverage.covering_meetings,
)
ENTERED = (
    "contact|add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm",
    "contact|add|Dana|--role|family|--call|555-0136",
    "group|add|Lifeline|--when|tue 7-8pm|--where|12 Elm St",
    "risk|add|Nights|--when|mon-thu 6pm-midnight|--level|high|--step|shower",
    "risk|add|Weekend|--when|sat 10am - sun 2pm",
    "support|add|A ride|--need|--kind|practical",
    "urge|log|--strength|5|--trigger|stress",
)
NAMES = {each.__code__: each.__name__ for each in WATCHED}


@pytest.mark.parametrize(
    "line",
    [
        "plan",
        "plan --json",
        "plan --plain",
        "plan --gaps",
        "plan --days 14 --html {folder}/plan.html",
        "plan --html {folder}/plan.html",
        "plan --ics {folder}/plan.ics",
        "plan --pdf {folder}/plan.pdf",
        "card",
        "card --html {folder}/card.html",
        "",
        "now",
    ],
)
def test_the_plan_and_what_it_is_made_of_are_asked_for_once(
    run: Run, tmp_path: Path, line: str
) -> None:
    for entered in ENTERED:
        assert run(*entered.split("|")).code == 0
    run("plan")  # the emergency card is written by now
    counts: Counter[str] = Counter()

    def called(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in NAMES:
            counts[NAMES[frame.f_code]] += 1

    sys.setprofile(called)
    try:
        done = run(*line.format(folder=tmp_path).split())
    finally:
        sys.setprofile(None)
    assert done.code == 0
    if line.startswith("plan"):
        assert counts["make_plan"] == 1
    assert max(counts.values(), default=0) <= 1, counts
