"""Meeting lists of the whole world: 150,000 meetings, made from the real lists beside the checkout.

The import is compared with the least that anybody would have to do: `json.load`, and the same
columns into a plain table with `executemany`. Finds are compared with the same find in an empty
list, whole process. Without the folder of real lists there are no figures.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any

FEEDS = Path(__file__).parents[2] / "shared" / "feeds" / "meeting-guide"
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
MEETINGS = 150_000
TIMES = 9
SHARE = 4.0  # of the time of json.load and executemany
MOST_MB = 200.0
MORE_MS = 50.0
SHUT_OUT_SECONDS = 2.0  # about what a commit of 60 MB takes on a slow disk
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London")
COLUMNS = (
    "slug", "name", "day", "time", "end_time", "timezone", "attendance_option", "location",
    "formatted_address", "address", "city", "region", "latitude", "longitude", "conference_url",
    "conference_phone", "types", "notes",
)  # fmt: skip
FINDS: tuple[tuple[str, list[str]], ...] = (
    ("nothing said", []),
    ("an hour of the week", ["tue 7pm-8pm"]),
    ("tonight, a kind", ["tonight", "--type", "women"]),
    ("a place, any time", ["--near", "33.7,-117.9"]),
    ("a town, any time", ["--near", "Costa Mesa"]),
    ("an hour near a place", ["tue 19:00-22:00", "--near", "33.7,-117.9", "--within", "50km"]),
    ("an hour, words", ["tue 7pm", "--text", "big book"]),
    ("words, any time", ["--text", "big book"]),
    ("a word of one in fifteen, any time", ["--text", "women"]),
    ("a word of one in five, any time", ["--text", "meeting"]),
    ("a night when the clocks change", ["2027-03-14 00:00-06:00"]),
)


def make(path: Path) -> None:
    """Write 150,000 meetings: the real ones over and over, each under a name of its own."""
    rows: list[dict[str, Any]] = []
    for each in sorted(FEEDS.glob("*.json")):
        try:
            rows += json.loads(each.read_text(encoding="utf-8"))
        except ValueError:
            continue  # one of them is broken on purpose
    with path.open("w", encoding="utf-8") as file:
        for number in range(MEETINGS):
            row = dict(rows[number % len(rows)])
            row["slug"] = f"{row['slug']}-{number}"
            row["timezone"] = row.get("timezone") or ZONES[number % len(ZONES)]
            file.write("[" if number == 0 else ",\n")
            file.write(json.dumps(row))
        file.write("]")


def least(path: Path, folder: Path) -> float:
    """Return the seconds of json.load and executemany, in a process of its own."""
    call = f"plainly({str(path)!r}, {str(folder / 'plain.db')!r})"
    done = subprocess.run(
        [sys.executable, "-c", f"from benchmarks.lists import plainly; {call}"],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    return float(done.stdout)


def plainly(path: str, database: str) -> None:
    """Do what can be done least, and print the seconds."""
    Path(database).unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.execute(f"CREATE TABLE meeting ({', '.join(COLUMNS)})")
    began = perf_counter()
    with Path(path).open(encoding="utf-8") as file:
        rows = json.load(file)
    connection.executemany(
        f"INSERT INTO meeting VALUES ({', '.join('?' * len(COLUMNS))})",
        (
            [json.dumps(value) if isinstance(value := row.get(name), list) else value
             for name in COLUMNS]
            for row in rows
        ),
    )  # fmt: skip
    connection.commit()
    print(perf_counter() - began)


def imported(path: Path, home: Path) -> tuple[float, float, float]:
    """Return an import's seconds, its most MB, and how long a reader waited at most meanwhile."""
    from recoverplan.store.opening import open_to_read

    environment = {**os.environ, "RECOVERPLAN_HOME": str(home)}
    subprocess.run(
        [SCRIPT, "step", "add", "Tea", "--kind", "alone"],
        env=environment, check=True, capture_output=True,
    )  # fmt: skip
    began = perf_counter()
    process = subprocess.Popen(
        [SCRIPT, "group", "import", str(path), "--zone", "UTC"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    longest = 0.0
    while process.poll() is None:
        before = perf_counter()
        with open_to_read(home) as store:
            store.execute("SELECT count(*) FROM plan_step").fetchone()
        longest = max(longest, perf_counter() - before)
        sleep(0.05)
    seconds = perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, most, longest


def found(home: Path, options: list[str]) -> float:
    """Return the milliseconds of a find."""
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        subprocess.run(
            [SCRIPT, "group", "find", *options, "--json"],
            env={**os.environ, "RECOVERPLAN_HOME": str(home)},
            capture_output=True,
            check=False,
        )
        taken.append(perf_counter() - began)
    return median(taken) * 1000


def figures() -> list[tuple[str, float, float]]:
    """Return the figures; none without the real lists."""
    if not FEEDS.is_dir():
        return []
    os.environ |= {"RECOVERPLAN_NOW": "2026-11-23T10:00", "TZ": "America/New_York"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "world.json"
        make(path)
        seconds, most, longest = imported(path, folder / "full")
        result = [
            ("import of 150,000 meetings to json.load and executemany",
             seconds / least(path, folder), SHARE),
            ("import: MB of memory", most, MOST_MB),
            ("import: seconds that a reader waited at most", longest, SHUT_OUT_SECONDS),
        ]  # fmt: skip
        subprocess.run(
            [SCRIPT, "step", "add", "Tea", "--kind", "alone"],
            env={**os.environ, "RECOVERPLAN_HOME": str(folder / "empty")},
            check=True, capture_output=True,
        )  # fmt: skip
        for what, options in FINDS:
            more = found(folder / "full", options) - found(folder / "empty", options)
            result.append((f"find, {what}: ms more than in an empty list", more, MORE_MS))
    return result
