"""Meeting lists of the whole world: 150,000 meetings, made from the real lists beside the checkout.

The import is compared with the least that anybody would have to do: `json.load`, and the same
columns into a plain table with `executemany`. Once with Meeting Guide rows and once with BMLT's,
every field kept and written as servers do: what real rows come to lies on both sides of the 140 MB
that the whole world's lists are said to take.

Finds are compared with the same find in a list of one meeting, which is in the town that is asked
for: one with none at all refuses a place before it looks. Whole processes, in turns, of which the
least processor time counts; and their instructions, as valgrind counts them. Of an import those of
3,000 meetings are counted. Without the folder of real lists there are no figures.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from benchmarks.instructions import counted, run, surroundings
from benchmarks.startup import BARE

FEEDS = Path(__file__).parents[2] / "shared" / "feeds"
GUIDE = FEEDS / "meeting-guide"
NEW_YORK = FEEDS / "bmlt" / "bmlt-sample-greater-new-york.json"
TOWN = "Costa Mesa"
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
MEETINGS = 150_000
TIMES = 21
SHARE = 4.0  # of the time of json.load and executemany
MOST_MB = 200.0
MORE_MS = 50.0
MORE_BARE = 4.0  # of what a bare Python takes, which is 12 ms
COUNTED = 3000  # meetings of which the instructions of an import are counted
SHUT_OUT_SECONDS = 2.0  # about what a commit of 60 MB takes on a slow disk
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London")
COLUMNS = (
    "slug", "name", "day", "time", "end_time", "timezone", "attendance_option", "location",
    "formatted_address", "address", "city", "region", "latitude", "longitude", "conference_url",
    "conference_phone", "types", "notes", "location_notes", "group",
    "group_notes", "url", "updated",
)  # fmt: skip
BMLT_COLUMNS = (
    "id_bigint", "meeting_name", "weekday_tinyint", "start_time", "duration_time", "time_zone",
    "venue_type", "location_text", "location_street", "location_municipality",
    "location_province", "location_city_subsection", "latitude", "longitude",
    "virtual_meeting_link", "phone_meeting_number", "formats", "comments",
)  # fmt: skip
FINDS: tuple[tuple[str, list[str]], ...] = (
    ("nothing said", []),
    ("an hour of the week", ["tue 7pm-8pm"]),
    ("tonight, a kind", ["tonight", "--type", "women"]),
    ("a place, any time", ["--near", "33.7,-117.9"]),
    ("a town, any time", ["--near", TOWN]),
    ("an hour near a place", ["tue 19:00-22:00", "--near", "33.7,-117.9", "--within", "50km"]),
    ("an hour, words", ["tue 7pm", "--text", "big book"]),
    ("words, any time", ["--text", "big book"]),
    ("a word of one in fifteen, any time", ["--text", "women"]),
    ("a word of one in five, any time", ["--text", "meeting"]),
    ("a night when the clocks change", ["2027-03-14 00:00-06:00"]),
)


def guide_rows() -> list[dict[str, Any]]:
    """Return the rows of all real Meeting Guide lists."""
    rows: list[dict[str, Any]] = []
    for each in sorted(GUIDE.glob("*.json")):
        try:
            rows += json.loads(each.read_text(encoding="utf-8"))
        except ValueError:
            continue  # one of them is broken on purpose
    return rows


def make(path: Path, rows: list[dict[str, Any]], meetings: int = MEETINGS) -> None:
    """Write as many meetings: the real ones over and over, each under a name of its own."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(meetings):
            row = dict(rows[number % len(rows)])
            if "slug" in row:
                row["slug"] = f"{row['slug']}-{number}"
                row["timezone"] = row.get("timezone") or ZONES[number % len(ZONES)]
            else:
                row["id_bigint"] = str(number + 1)
            file.write("[" if number == 0 else ",\n")
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
        file.write("]")


def least(path: Path, folder: Path, columns: tuple[str, ...]) -> float:
    """Return the seconds of json.load and executemany, in a process of its own."""
    call = f"plainly({str(path)!r}, {str(folder / 'plain.db')!r}, {columns!r})"
    done = subprocess.run(
        [sys.executable, "-c", f"from benchmarks.lists import plainly; {call}"],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    return float(done.stdout)


def plainly(path: str, database: str, columns: tuple[str, ...]) -> None:
    """Do what can be done least, and print the seconds."""
    Path(database).unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    named = ", ".join(f'"{each}"' for each in columns)
    connection.execute(f"CREATE TABLE meeting ({named})")
    began = perf_counter()
    with Path(path).open(encoding="utf-8") as file:
        rows = json.load(file)
    connection.executemany(
        f"INSERT INTO meeting VALUES ({', '.join('?' * len(columns))})",
        (
            [json.dumps(value) if isinstance(value := row.get(name), list) else value
             for name in columns]
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
    usage = None
    while usage is None:
        before = perf_counter()
        with open_to_read(home) as store:
            store.execute("SELECT count(*) FROM plan_step").fetchone()
        longest = max(longest, perf_counter() - before)
        sleep(0.05)
        pid, status, used = os.wait4(process.pid, os.WNOHANG)  # its own memory, not another's
        if pid:
            process.returncode, usage = os.waitstatus_to_exitcode(status), used
    return perf_counter() - began, usage.ru_maxrss / 1024, longest


def found(home: Path, options: list[str]) -> float:
    """Return the milliseconds of processor time that a find takes."""
    process = subprocess.Popen(
        [SCRIPT, "group", "find", *options, "--json"],
        env={**os.environ, "RECOVERPLAN_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"group find {shlex.join(options)} ended with {process.returncode}"
        raise RuntimeError(message)
    return (used.ru_utime + used.ru_stime) * 1000


def more(full: Path, one: Path, options: list[str]) -> float:
    """Return how many milliseconds more a find takes in the full list, the least of both."""
    pairs = [(found(full, options), found(one, options)) for _ in range(TIMES)]
    return min(each for each, _ in pairs) - min(each for _, each in pairs)


def more_work(full: Path, one: Path, options: list[str], bare: int) -> float:
    """Return how many bare Pythons more a find takes in the full list, in instructions."""
    command = [SCRIPT, "group", "find", *options, "--json"]
    both = (counted(command, worked_in(home)) for home in (full, one))
    return (next(both) - next(both)) / bare


def worked_in(home: Path) -> dict[str, str]:
    """Return the environment that instructions are counted in."""
    return surroundings(home) | {"RECOVERPLAN_NOW": os.environ["RECOVERPLAN_NOW"]}


def import_work(folder: Path, rows: list[dict[str, Any]], columns: tuple[str, ...]) -> float:
    """Return how many times the instructions of json.load and executemany an import takes.

    Of a few thousand meetings, and without what it takes to begin.
    """
    one, some = folder / "first.json", folder / "some.json"
    make(one, rows, 1)
    make(some, rows, COUNTED)
    here = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r})"

    def plain(path: Path) -> int:
        call = f"plainly({str(path)!r}, {str(folder / 'plain.db')!r}, {columns!r})"
        command = [sys.executable, "-c", f"{here}; from benchmarks.lists import plainly; {call}"]
        return counted(command, worked_in(folder))

    def ours(path: Path) -> int:
        home = folder / f"counted-{columns[0]}-{path.stem}"
        run([SCRIPT, "step", "add", "Tea", "--kind", "alone"], worked_in(home), terminal=False)
        command = [SCRIPT, "group", "import", str(path), "--zone", "UTC"]
        return counted(command, worked_in(home), again=False)

    return (ours(some) - ours(one)) / (plain(some) - plain(one))


def figures() -> list[tuple[str, float, float]]:
    """Return the figures; none without the real lists."""
    if not FEEDS.is_dir():
        return []
    os.environ |= {"RECOVERPLAN_NOW": "2026-11-23T10:00", "TZ": "America/New_York"}
    result: list[tuple[str, float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        guide = guide_rows()
        bmlt: list[dict[str, Any]] = json.loads(NEW_YORK.read_text(encoding="utf-8"))
        for kind, rows, columns in (("BMLT", bmlt, BMLT_COLUMNS), ("Guide", guide, COLUMNS)):
            path = folder / f"{kind}.json"
            make(path, rows)
            size = path.stat().st_size / 1e6
            seconds, most, longest = imported(path, folder / kind)
            what = f"import of 150,000 meetings, {kind}, {size:.0f} MB"
            result += [
                (f"{what}: to json.load and executemany",
                 seconds / least(path, folder, columns), SHARE),
                (f"{what}: MB of memory", most, MOST_MB),
                (f"{what}: seconds that a reader waited at most", longest, SHUT_OUT_SECONDS),
            ]  # fmt: skip
        in_town = [row for row in guide if f"{TOWN}, CA" in row.get("formatted_address", "")]
        make(folder / "one.json", in_town, 1)
        imported(folder / "one.json", folder / "one")
        both = folder / "Guide", folder / "one"
        for what, options in FINDS:
            said = f"find, {what}: ms more than in a list of one meeting"
            result.append((said, more(*both, options), MORE_MS))
        if shutil.which("valgrind") is not None:
            bare = counted(BARE, worked_in(folder))
            for what, options in FINDS:
                said = f"find, {what}: bare Pythons more, in instructions"
                result.append((said, more_work(*both, options, bare), MORE_BARE))
            for kind, rows, columns in (("BMLT", bmlt, BMLT_COLUMNS), ("Guide", guide, COLUMNS)):
                said = f"import, {kind}: to json.load and executemany, in instructions"
                result.append((said, import_work(folder, rows, columns), SHARE))
    return result
