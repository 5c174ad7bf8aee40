"""How much of what is random, or done again and again, a run of the tests does.

`make test` does a part of it, others each time; `make test-all` all of it.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Any, TypeVar

ALL = os.environ.get("TESTS") == "all"
PART = 8  # of so many
LEAST = 10  # with fewer, some of them meet nothing of what they are about
# What a test module has that has more to do in `make test-all`.
MORE = {"runs", "some", "its_turn", "Tried", "faults", "KILLS", "ALL"}
Thing = TypeVar("Thing")
TRACED = "COVERAGE_PROCESS_CONFIG" in os.environ  # by coverage, which loads more and takes longer
# Drawn anew in each run, and the same in all the programs that share it.
TURN = random.Random(os.environ.get("PYTEST_XDIST_TESTRUNUID")).randrange(1000)


def rounds(full: int, least: int = LEAST) -> int:
    """Return how many of so many random examples, or rounds, are done in this run."""
    return full if ALL else min(full, max(least, full // PART))


def some(things: Sequence[Thing], least: int = LEAST) -> list[Thing]:
    """Return those of the things that have their turn in this run, in their order."""
    chosen = random.sample(range(len(things)), rounds(len(things), least))
    return [things[place] for place in sorted(chosen)]


def its_turn(place: int, of: int = 2) -> bool:
    """Tell whether what stands at a place has its turn in this run: one of so many has."""
    return ALL or (place + TURN) % of == 0


def has_more(test: Any, module: Any) -> bool:
    """Tell whether a test has more to do with all rounds than with a part of them."""
    return getattr(test, "is_hypothesis_test", False) or not MORE.isdisjoint(vars(module))
