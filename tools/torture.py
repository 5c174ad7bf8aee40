"""Break the store in every way that the tests know, many times, and write down what came of it.

`make torture` runs this; it takes half an hour and more, and needs root for a disk that is really
full. What is written to docs/reliability.md is what was counted in this run, with its date.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
TESTS = (
    "tests/store/test_opening.py",
    "tests/store/test_locking.py",
    "tests/live/test_cut_short.py",
    "tests/live/test_full_disk.py",
    "tests/live/test_kills.py",
    "tests/live/test_model.py",
    "tests/cli/test_backup.py",
    "tests/cli/test_doctor.py",
    "tests/ringing/test_weeks.py",
)
RUNS = {
    "write": 1000, "migration": 500, "restore": 100, "kill -9 during a new key": 500,
    "kill -9 during a change of the passphrase": 500, "flips": 1600, "writes": 100, "kill": 40,
    "salvage": 60, "model": 100, "flipped backups": 300, "races": 1000,
    "weeks of reminders": 10_000,
}  # fmt: skip
HEAD = """# Reliability

What was broken on purpose, how often, and what came of it. `make torture` writes this page; `make
test` does the same with smaller numbers. Programs are really killed, a small file system is really
full, bits are really flipped. One wrong outcome in any run fails it, and no page is written.

{when}, {where}, {minutes:.0f} minutes.

| fault | runs | what held, every time |
|---|---|---|
"""
TAIL = """
Power loss itself was not done here: what is relied on is SQLite's rollback journal with
`synchronous=EXTRA`, and a disk that does not lie about having written. Not guarded against: an old
whole copy of `plan.db` put back by hand, and somebody who uses this account while it is open.
"""


def main() -> int:
    """Run the tests with large numbers; write the page if all of them held."""
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        report.touch()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *TESTS],
            cwd=ROOT,
            env={
                **os.environ,
                "RECOVERPLAN_TEST_RUNS": json.dumps(RUNS),
                "RECOVERPLAN_TEST_REPORT": str(report),
            },
            check=False,
        )
        entries = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    if done.returncode:
        return done.returncode
    PAGE.write_text(page(entries, (monotonic() - began) / 60), encoding="utf-8")
    print(f"Written to {PAGE.relative_to(ROOT)}.")
    return 0


def page(entries: list[dict[str, object]], minutes: float) -> str:
    """Return the page: one row a fault, its runs added up."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for entry in entries:
        counts[str(entry["fault"]), str(entry["result"])] += int(str(entry["runs"]))
    now = datetime.now(UTC)
    where = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    rows = [
        f"| {fault} | {runs:,} | {result} |" for (fault, result), runs in sorted(counts.items())
    ]
    when = f"{now.day} {now:%B %Y}"
    return (
        HEAD.format(when=when, where=where, minutes=max(1, minutes)) + "\n".join(rows) + "\n" + TAIL
    )


if __name__ == "__main__":
    sys.exit(main())
