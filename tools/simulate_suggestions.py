"""Measure `risk suggest` on made-up logs: `python -m tools.simulate_suggestions [N] [ROW]...`.

N logs a row (2000), of all rows or of those whose names hold a ROW, on one core; each row with
Wilson's 95 % interval. The seeds are none that the tests or the choice of the method's numbers
used. What it prints stands in docs/evidence.md, with its date.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from weekly_logs import HABITS, Interval, found

FRESH = 200_000  # the first seed

Row = tuple[str, dict[str, Any]]

ROWS: tuple[Row, ...] = (
    *((f"no pattern: {habit}", {"habit": habit}) for habit in (*HABITS, "shift work")),
    ("no pattern: uniform, 26 weeks", {"habit": "uniform", "weeks": 26}),
    ("no pattern: bursts of 3", {"habit": "uniform", "bursts": 3}),
    ("no pattern: bursts of 3 in evenings", {"habit": "evenings only", "bursts": 3}),
    ("no pattern: uniform, 20 entries", {"habit": "uniform", "entries": 20}),
    ("no pattern: uniform, 200 entries", {"habit": "uniform", "entries": 200}),
    *(
        (f"planted {times} times, {weeks} weeks", {"habit": "uniform", "times": t, "weeks": weeks})
        for times, t in (("4", 4), ("12", 12), ("20", 20))
        for weeks in (8, 12, 26)
    ),
    ("planted 20 times, day and night", {"habit": "day and night", "times": 20}),
    ("planted 20 times, 20 entries", {"habit": "uniform", "times": 20, "entries": 20}),
)


def main(logs: int, wanted: list[str]) -> None:
    """Print each row as it is measured."""
    for what, asked in ROWS:
        if wanted and not any(word in what for word in wanted):
            continue
        seeds = range(FRESH, FRESH + logs)
        measured = Interval(sum(found(seed, **asked) for seed in seeds), logs)
        low, high = measured.ends
        said = f"{measured.share:.1%} ({low:.1%} to {high:.1%})"
        print(f"| {what} | {measured.hits} of {logs} | {said} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, sys.argv[2:])
