"""Break the store in every way that the tests know, many times, and write down what came of it.

`make torture` runs this; the whole of it takes hours, and needs root for a disk that is really full
and strace for calls that fail. It can be done part by part: `make torture SIZE="FILE::TEST …"` runs
these tests alone, `--calls "pwrite64 fcntl"` cuts these calls alone short, `--part 0.1` does a
tenth of what is done by chance. What held is added to tools/counted.jsonl, a line a fault, and
docs/reliability.md is made of it: of each fault the newest count, with its day. A test in which
anything went wrong adds nothing, and the run fails.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
RECORD = ROOT / "tools" / "counted.jsonl"
TESTS = (
    "tests/live/test_failing_disk.py",
    "tests/live/test_injected.py",
    "tests/live/test_injected_changes.py",
    "tests/live/test_malicious.py",
    "tests/live/test_races.py",
    "tests/live/test_restore_races.py",
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
    "write": 1000, "migration": 500, "restore": 500, "kill -9 during a new key": 500,
    "flips": 1600, "writes": 100, "kill": 200, "salvage": 60, "model": 100, "flipped backups": 300,
    "races": 1000, "restore races": 50, "weeks of reminders": 10_000, "each race": 501,
    "looks of doctor": 501, "erasing while others write": 501, "sweeps": 501,
    "kill -9 while erasing": 500,
}  # fmt: skip
LEAST = 12  # with fewer, some of them meet nothing of what they are about
ALL = 1_000_000  # more than there are of anything
BUT = "all but "
Entry = dict[str, Any]
HEAD = """# Reliability

What was broken on purpose, how often, and what came of it. Programs are really killed, a small file
system is really full, bits are really flipped, calls of the system really fail. `make torture` does
it and adds what it counted to `tools/counted.jsonl`, of which this page is made: each row is the
newest count of that fault, on that day. A test with one wrong outcome adds nothing. `make test`
does the same with smaller numbers. Where it can be counted how many there are to try, the
second figure says so.

| fault | runs | counted | what held, every time |
|---|---|---|---|
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
- A pipe where the time of the next reminder should be kept the timer's run, and the prompt of a
  shell, waiting for ever; a folder where another file of the reminders should be ended the run with
  the name of an error.
- A lock that the system would not give while `doctor --fix`, or the upgrade of a store, looked at
  its schema ended in the name of an error; nothing was changed.

## What was not tried

Power loss itself was not done here: what is relied on is SQLite's rollback journal with
`synchronous=EXTRA`, and a disk that does not lie about having written. Not guarded against: an old
whole copy of `plan.db` put back by hand, and somebody who uses this account while it is open.
"""


def main() -> int:
    """Run the tests with large numbers; add what those counted that held."""
    asked = options()
    runs = {name: max(LEAST, round(number * asked.part)) for name, number in RUNS.items()}
    runs |= {"injected": asked.places or ALL, "malicious": asked.files or ALL, "each call": 1}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        report.touch()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", asked.programs, "--dist", "worksteal",
             *(asked.tests or TESTS)],
            cwd=ROOT,
            env={
                **os.environ,
                "TESTS": "all",
                "RECOVERPLAN_TEST_CALLS": asked.calls,
                "RECOVERPLAN_TEST_RUNS": json.dumps(runs),
                "RECOVERPLAN_TEST_REPORT": str(report),
            },
            check=False,
        )  # fmt: skip
        keep(report, asked.part)
    PAGE.write_text(page(entries_in(RECORD)), encoding="utf-8")
    print(f"Written to {PAGE.relative_to(ROOT)}.")
    return done.returncode


def options() -> argparse.Namespace:
    """Return what is asked for, and what size of run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tests", nargs="*", help="tests as pytest names them; all unless said")
    parser.add_argument("--calls", default="", help="calls that are cut short; all unless said")
    parser.add_argument("--part", type=float, default=1.0, help="of what is random; 1 unless said")
    parser.add_argument("--places", type=int, help="calls of each command; all unless said")
    parser.add_argument("--files", type=int, help="malicious files of a kind; all unless said")
    parser.add_argument("--programs", default="auto", help="tests at once; one a core unless said")
    return parser.parse_args()


def entries_in(file: Path) -> list[Entry]:
    """Return the lines of a file, one JSON object each."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def keep(report: Path, size: float = 1) -> None:
    """Add what a run reported to the record, a fault's counts added up, with the day and the place.

    `size`: how much it was of what a whole run does, where nothing says how many there are.
    What several tests count under one name is one fault: they have to be run together.
    """
    counted: dict[tuple[str, str], Entry] = {}
    for entry in entries_in(report):
        before = counted.get((entry["fault"], entry["part"]))
        if before:
            entry["runs"] += before["runs"]
            entry["of"] = entry["of"] and entry["of"] + before["of"]
        counted[entry["fault"], entry["part"]] = entry
    on = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    with RECORD.open("a", encoding="utf-8") as record:
        for entry in counted.values():
            less = {"size": size} if size < 1 and not entry["of"] else {}
            record.write(json.dumps({**entry, **less, "day": day, "on": on}) + "\n")


def newest(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return what is to be told of each fault: the newest count of the whole, or of each part."""
    faults: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        parts = faults.setdefault(entry["fault"], {})
        if not entry["part"]:
            parts.clear()
        parts.pop("", None)
        parts[entry["part"]] = entry
    return {fault: [*parts.values()] for fault, parts in sorted(faults.items())}


def are_whole(parts: list[Entry]) -> bool:
    """Tell whether everything was tried that there is to be tried, where that can be counted."""
    if any(part["runs"] < (part["of"] or 0) or "size" in part for part in parts):
        return False
    named = {part["part"] for part in parts}
    return "" in named or any(BUT + part in named for part in named)


def page(entries: list[Entry]) -> str:
    """Return the page: one row a fault."""
    faults = newest(entries)
    rows = [f"| {fault} | {run(parts)} | {days(parts)} | {parts[-1]['held']} |"
            for fault, parts in faults.items()]  # fmt: skip
    left = [f"- {fault}: {run(parts)}" for fault, parts in faults.items() if not are_whole(parts)]
    places = sorted({part["on"] for parts in faults.values() for part in parts})
    told = ["", "Not whole:", "", *left] if left else ["", "Of these none is left out."]
    return "\n".join((HEAD + "\n".join(rows), "", f"On {'; '.join(places)}.", *told, TAIL))


def run(parts: list[Entry]) -> str:
    """Return how many runs there were, of how many, and what was left out."""
    number, of = (sum(part[name] or 0 for part in parts) for name in ("runs", "of"))
    said = f"{number:,} of {of:,}" if of else f"{number:,}"
    for size in {part["size"] for part in parts if "size" in part}:
        said += f", {size:.0%} of a whole run"
    if are_whole(parts) or parts[0]["part"] == "":
        return said
    return f"{said}: {', and '.join(part['part'] for part in parts)}"


def days(parts: list[Entry]) -> str:
    """Return the day on which it was counted, the first and the last of its parts' days."""
    found = sorted({date.fromisoformat(part["day"]) for part in parts})
    said = [f"{day.day} {day:%b %Y}" for day in found]
    return " and ".join(dict.fromkeys((said[0], said[-1])))


if __name__ == "__main__":
    sys.exit(main())
