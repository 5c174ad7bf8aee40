"""Measure `risk suggest` on thousands of made-up logs: `python -m tools.simulate_suggestions [N]`.

N logs a row (2000); each row with Wilson's 95 % interval. What it prints stands in
docs/evidence.md, with its date.
"""

from __future__ import annotations

import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from weekly_logs import HABITS, Interval, found

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


def main(logs: int) -> None:
    """Print each row as it is measured."""
    with Pool() as pool:
        for what, asked in ROWS:
            hits = pool.map(partial(found, **asked), range(logs), chunksize=20)
            measured = Interval(sum(hits), logs)
            low, high = measured.ends
            print(f"| {what} | {measured.hits} of {logs} | {low:.1%} to {high:.1%} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
