"""Break the store in every way that the tests know, many times, and write down what came of it.

`make torture` runs this; the whole of it takes hours, and needs root for a disk that is really full
and strace for calls that fail. `make torture SIZE="--part 0.1 --places 30"` does a tenth of the
runs, and 30 of the calls of each command. What is written to docs/reliability.md is what was
counted in this run, with its date and its size.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
TESTS = (
    "tests/live/test_failing_disk.py",
    "tests/live/test_injected.py",
    "tests/live/test_injected_changes.py",
    "tests/live/test_malicious.py",
    "tests/live/test_races.py",
    "tests/store/test_opening.py",
    "tests/store/test_rekeying.py",
    "tests/live/test_cut_short.py",
    "tests/live/test_erase_races.py",
    "tests/live/test_full_disk.py",
    "tests/live/test_kills.py",
    "tests/live/test_model.py",
    "tests/live/test_sweep_races.py",
    "tests/cli/test_backup.py",
    "tests/cli/test_doctor.py",
    "tests/ringing/test_weeks.py",
)
RUNS = {
    "write": 1000, "migration": 500, "restore": 100, "kill -9 during a new key": 500,
    "kill -9 during a change of the passphrase": 500, "flips": 1600, "writes": 100, "kill": 40,
    "salvage": 60, "model": 100, "flipped backups": 300, "races": 1000,
    "weeks of reminders": 10_000, "each race": 501, "looks of doctor": 501,
    "erasing while others write": 501, "sweeps": 501, "kill -9 while erasing": 500,
}  # fmt: skip
LEAST = 12  # with fewer, some of them meet nothing of what they are about
ALL = 1_000_000  # more than there are of anything
HEAD = """# Reliability

What was broken on purpose, how often, and what came of it. `make torture` writes this page; `make
test` does the same with smaller numbers. Programs are really killed, a small file system is really
full, bits are really flipped, calls of the system really fail. One wrong outcome in any run fails
it, and no page is written. Where it can be counted how many there are to try, the second figure
says so; those that were tried are spread evenly over them.

{when}, {where}, {minutes:.0f} minutes{size}.

| fault | runs | what held, every time |
|---|---|---|
"""
TAIL = """
"A call cut short" is a command under strace: at one of its calls that change a file in the folder
of the store (or beside it, where it writes one), or that print its answer, it is killed, or the
call fails with EIO or ENOSPC; one that locks a file or lets go of it fails with EIO. After each,
before anything else, `now` must answer with emergency number and help line. Then one secret opens
the store, or none was set; what is in it and in its history is what was there before, or what the
whole command makes of it; exit code and sentence say which of the two. Then the next change is
kept, and `doctor` finds nothing wrong and nothing left.

A race is two to four processes of the program, let go at one moment, each a fork of one that has it
loaded; the first round of each starts interpreters of their own. After every round one secret opens
the store, each change that was acknowledged is there, and `now` answers.

"Malicious files" are made by `tests/malicious.py`. Each is handed to the command it is for, in a
process that may take a minute and half a gigabyte.

## What it found

Each of these is mended, and the test that met it stays:

- A program that found an older store while another brought it to this version compared the tables
  of before with those of after, and refused the store as tampered with (once in 501 rounds).
- One that was making a store while an erasing took its files away spoke of a failing disk, or of a
  missing file. Of two erasings, the later one did.
- A lock that could not be taken during a look at a backup was called a broken backup.
- On a full disk a reminder was shown again at each call of the timer.
- `lock set` ended as done, but not confirmed, where only the card or `keys.json` was written and
  the passphrase was not set; and as not done where a lock could not be let go of.
- Reminders or publishing that could not be turned on left part of it behind.
- `doctor` called wrong what another program was just writing.
- A store that another account of a group put in the place of ours was read as ours.

## What was not tried

Power loss itself was not done here: what is relied on is SQLite's rollback journal with
`synchronous=EXTRA`, and a disk that does not lie about having written. Not guarded against: an old
whole copy of `plan.db` put back by hand, and somebody who uses this account while it is open.
"""


def main() -> int:
    """Run the tests with large numbers; write the page if all of them held."""
    asked = options()
    runs = {name: max(LEAST, round(number * asked.part)) for name, number in RUNS.items()}
    runs |= {"injected": asked.places or ALL, "malicious": asked.files or ALL, "each call": 1}
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        report.touch()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", asked.programs, "--dist", "worksteal", *TESTS],
            cwd=ROOT,
            env={
                **os.environ,
                "RECOVERPLAN_TEST_RUNS": json.dumps(runs),
                "RECOVERPLAN_TEST_REPORT": str(report),
            },
            check=False,
        )
        entries = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    if done.returncode:
        return done.returncode
    PAGE.write_text(page(entries, (monotonic() - began) / 60, asked), encoding="utf-8")
    print(f"Written to {PAGE.relative_to(ROOT)}.")
    return 0


def options() -> argparse.Namespace:
    """Return what size of run is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=float, default=1.0, help="of all runs; 1 unless said")
    parser.add_argument("--places", type=int, help="calls of each command; all unless said")
    parser.add_argument("--files", type=int, help="malicious files of a kind; all unless said")
    parser.add_argument("--programs", default="auto", help="tests at once; one a core unless said")
    return parser.parse_args()


def page(entries: list[dict[str, Any]], minutes: float, asked: argparse.Namespace) -> str:
    """Return the page: one row a fault, its runs added up."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for entry in entries:
        row = (entry["fault"], entry["result"])
        run, of = counts.get(row, (0, 0))
        counts[row] = (run + entry["runs"], of + (entry["of"] or 0))
    rows = [
        f"| {fault} | {run:,}{f' of {of:,}' if of else ''} | {result} |"
        for (fault, result), (run, of) in sorted(counts.items())
    ]
    now = datetime.now(UTC)
    where = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    size = "" if asked.part == 1 else f", {asked.part:.0%} of the full numbers"
    return (
        HEAD.format(when=f"{now.day} {now:%B %Y}", where=where, minutes=max(1, minutes), size=size)
        + "\n".join(rows)
        + "\n"
        + TAIL
    )


if __name__ == "__main__":
    sys.exit(main())
