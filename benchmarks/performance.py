"""`make bench`: docs/performance.md and the ratios that CI holds, all of one run.

`python -m benchmarks.performance --check` counts again and fails where a ratio has grown by more
than 3% over the one in the repository; with `--few` of a few commands, in less than a minute. Each
Python has its own costs of starting: one without kept ratios is held to what is the most.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import clocks, instructions, peers, typer_pin, years
from benchmarks.instructions import ALL, CASES, FEW, READS, WRITES, Case
from recoverplan import __version__

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
BY_HAND = "\n## Very much of everything\n"
KEPT = Path(__file__).with_name("ratios.json")
GROWTH = 1.03
INTRODUCTION = """
# How fast it is

Made by `make bench`. Instructions are counted by valgrind's callgrind, which counts the same on a
busy machine as on a quiet one, and are told as multiples of `python -c pass` of the same run
(PYTHONHASHSEED=0, compiled files there, a terminal of 80 columns, one entry of each kind).
`make gate` fails when a ratio of the first table grows by more than 3%.

Times are told as multiples of the same too, each the least of several runs in turns with it;
memory is the most that the system counted for the whole process.
"""


def this_python() -> str:
    """Return the Python that is measured, without its last number: "CPython 3.11"."""
    return f"{platform.python_implementation()} {'.'.join(platform.python_version_tuple()[:2])}"


def kept_ratios() -> dict[str, dict[str, float]]:
    """Return the ratios of every Python that was measured, by its name."""
    found: dict[str, dict[str, float]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def check(cases: tuple[Case, ...]) -> int:
    """Count again and tell which ratios have grown; 1 if one has by more than it may."""
    if shutil.which("valgrind") is None:
        print("Nothing to compare: needs valgrind.")
        return 0
    kept = kept_ratios().get(this_python(), {})
    grown = 0
    for case, ratio in instructions.measured(cases).items():
        before = kept.get(case.said)
        more = ratio > (case.most if before is None else before * GROWTH)
        grown += more
        was = f"at most {case.most:g}" if before is None else f"was {before:.2f}"
        print(f"{ratio:6.2f}  {was:12}{'  GROWN' if more else '':8}  {case.said}")
    return 1 if grown else 0


def page() -> str:
    """Measure everything and return the page; the ratios are written on the way."""
    with ThreadPoolExecutor() as pool:
        all_ours, all_peers, typers, grown = (
            pool.submit(instructions.measured, ALL), pool.submit(peers.measured),
            pool.submit(typer_pin.measured), pool.submit(years.measured),
        )  # fmt: skip
        ours = all_ours.result()
        beside, pins, growing = all_peers.result(), typers.result(), grown.result()
    ratios = {case.said: round(ratio, 3) for case, ratio in ours.items()}
    kept = kept_ratios() | {this_python(): ratios}
    KEPT.write_text(json.dumps(kept, indent=2) + "\n")
    names = ", ".join(f"{name} {peers.version(name)}" for name in peers.PEERS)
    bare, times = clocks.measured()
    lines = [
        *INTRODUCTION.strip().split("\n"),
        "", f"Measured on {datetime.now(UTC).date()}: recoverplan {__version__},",
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()};",
        f"{names}, taskwarrior {task_version()}.", "",
        "## Every day", "", "| command | bare Pythons | at most |", "|---|---|---|",
        *(f"| `{case.said.replace(', ', '`, ')} | {ratio:.2f} | {case.most:g} |"
          for case, ratio in ours.items() if case in CASES),
        "", "## All that reads, and every day's writes", "",
        "On a terminal, with one entry of each kind in the store.", "",
        "| command | bare Pythons | at most |", "|---|---|---|",
        *(f"| `recoverplan {case.line}` | {ratio:.2f} | {case.most:g} |"
          for case, ratio in ours.items() if case in {*READS, *WRITES}),
        "", "## Beside others, on a terminal", "",
        f"Bare Python took {bare.seconds * 1000:.0f} ms and {bare.memory / 1024:.0f} MB.", "",
        "| command | instructions, bare Pythons | time, bare Pythons | memory |",
        "|---|---|---|---|",
        *(f"| `{said}` | {work:.2f} | {times[said].seconds / bare.seconds:.2f} |"
          f" {times[said].memory / 1024:.0f} MB |"
          for said, work in [*((f"recoverplan {case.line}", ratio) for case, ratio in ours.items()
                               if case.line in {"now", "plan"} and case.terminal), *beside]),
        "", "## After ten years", "",
        *years.INTRODUCTION.strip().split("\n"), "",
        "| command, piped | instructions, times | memory, times | at most |", "|---|---|---|---|",
        *(f"| `{said}` | {work:.2f} | {memory:.2f} | {most:g} |"
          for said, work, memory, most in growing),
        "", "## Typer", "",
        f"A program of one command: {pins[0]:.2f} bare Pythons with `{typer_pin.PINNED}`,",
        f"{pins[1]:.2f} with `{typer_pin.NEWEST}`: {typer_pin.verdict(*pins)}.", "",
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
        sys.exit(check(FEW if "--few" in sys.argv[1:] else ALL))
    PAGE.write_text(page() + by_hand(), encoding="utf-8")
