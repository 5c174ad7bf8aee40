"""`make bench`: docs/performance.md and the ratios that CI holds, all of one run.

`python -m benchmarks.performance --check` counts again and fails where a ratio has grown by more
than 3% over the one in the repository. Ratios of another Python are not compared: each has its own
costs of starting.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from math import inf
from pathlib import Path

from benchmarks import instructions, peers, plans, typer_pin
from benchmarks.instructions import US, counted, surroundings
from recoverplan import __version__

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
BY_HAND = "\n## Very much of everything\n"
KEPT = Path(__file__).with_name("ratios.json")
GROWTH = 1.03
YEARS = 10
INTRODUCTION = """
# How fast it is

Made by `make bench`. Instructions are counted by valgrind's callgrind, which counts the same on a
busy machine as on a quiet one, and are told as multiples of `python -c pass` of the same run
(PYTHONHASHSEED=0, compiled files there, a terminal of 80 columns, one entry of each kind).
`make gate` fails when a ratio of the first table grows by more than 3%.
"""
GROWING: tuple[list[str], ...] = (["plan"], ["now"], ["urge", "log", "--strength", "5"])


def this_python() -> str:
    """Return the Python that is measured, without its last number: "CPython 3.11"."""
    return f"{platform.python_implementation()} {'.'.join(platform.python_version_tuple()[:2])}"


def check() -> int:
    """Count again and tell which ratios have grown; 1 if one has by more than it may."""
    if not KEPT.exists():
        print("No ratios are kept yet: make bench")
        return 0
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    if shutil.which("valgrind") is None or kept["python"] != this_python():
        print(f"Nothing to compare: needs valgrind and {kept['python']}.")
        return 0
    grown = 0
    for case, ratio in instructions.measured().items():
        before = kept["ratios"].get(case.said, inf)
        more = ratio > before * GROWTH
        grown += more
        print(f"{ratio:6.2f}  was {before:6.2f}{'  GROWN' if more else '':8}  {case.said}")
    return 1 if grown else 0


def growth() -> Iterator[tuple[str, float]]:
    """Yield how many times the work is after ten years of two meetings a week."""
    with tempfile.TemporaryDirectory() as folder:
        for years in (0, YEARS):
            plans.keep(Path(folder) / str(years), years)
        for line in GROWING:
            first, later = (
                counted([*US, *line], surroundings(Path(folder) / str(years)))
                for years in (0, YEARS)
            )
            said = f"recoverplan {' '.join(line)}".strip()
            yield said, later / first


def page() -> str:
    """Measure everything and return the page; the ratios are written on the way."""
    with ThreadPoolExecutor() as pool:
        all_ours, all_peers, typers, grown = (
            pool.submit(instructions.measured), pool.submit(peers.measured),
            pool.submit(typer_pin.measured), pool.submit(lambda: list(growth())),
        )  # fmt: skip
        ours = all_ours.result()
    ratios = {case.said: round(ratio, 3) for case, ratio in ours.items()}
    KEPT.write_text(json.dumps({"python": this_python(), "ratios": ratios}, indent=2) + "\n")
    pinned, newest = typers.result()
    names = ", ".join(f"{name} {peers.version(name)}" for name in peers.PEERS)
    lines = [
        *INTRODUCTION.strip().split("\n"),
        "", f"Measured on {datetime.now(UTC).date()}: recoverplan {__version__},",
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()};",
        f"{names}, taskwarrior {task_version()}.", "",
        "## Every day", "", "| command | bare Pythons | at most |", "|---|---|---|",
        *(f"| `{case.said.replace(', ', '`, ')} | {ratio:.2f} | {case.most:g} |"
          for case, ratio in ours.items()),
        "", "## Beside others, on a terminal", "",
        "| command | bare Pythons |", "|---|---|",
        *(f"| `{case.said.replace(', ', '`, ')} | {ratio:.2f} |"
          for case, ratio in ours.items() if case.line in {"now", "plan"} and case.terminal),
        *(f"| `{said}` | {ratio:.2f} |" for said, ratio in all_peers.result()),
        "", f"## After {YEARS} years of two meetings a week", "",
        "| command, piped | instructions, times |", "|---|---|",
        *(f"| `{said}` | {work:.2f} |" for said, work in grown.result()),
        "", "## Typer", "",
        f"A program of one command: {pinned:.2f} bare Pythons with `{typer_pin.PINNED}`,",
        f"{newest:.2f} with `{typer_pin.NEWEST}`: {typer_pin.verdict(pinned, newest)}.", "",
    ]  # fmt: skip
    return "\n".join(lines)


def by_hand() -> str:
    """Return the part of the page that is not made here, from its heading on."""
    _, heading, rest = PAGE.read_text(encoding="utf-8").partition(BY_HAND)
    return heading + rest


def task_version() -> str:
    """Return taskwarrior's version, "not here" without it."""
    if shutil.which("task") is None:
        return "not here"
    asked = subprocess.run(["task", "--version"], check=True, capture_output=True, text=True)
    return asked.stdout.strip()


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(check())
    PAGE.write_text(page() + by_hand(), encoding="utf-8")
