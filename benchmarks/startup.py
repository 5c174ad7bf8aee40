"""How long commands take to answer, as ratios to `python -c pass` of the same environment.

Measured in pairs, one bare start and one command in turn, so that what slows the machine slows
both; of each the median. The command is the installed script, as a person types it.
"""

from __future__ import annotations

import contextlib
import os
import pty
import shlex
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from statistics import median

PAIRS = 25
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "recoverplan")
BARE = [sys.executable, "-c", "pass"]
LIBRARIES = "import typer, rich.console, rich.table, dateutil.rrule, sqlcipher3"
PERSON = """
setup --name Alex --timezone America/New_York --region US --prefer call --about drugs
risk add "Nights alone" --when "mon-thu 9pm-midnight" --level high --step shower
risk add Payday --when "every other fri from 2026-11-27 5pm-11pm" --level high
risk add Sundays --when "sun 12-5pm" --if "I pace" --then "shoes on"
contact add Sam --role peer --call 555-0114 --when "daily 6-11pm" --per-week 3 --say "Ten minutes?"
contact add Priya --role peer --text 555-0127 --when "mon-thu 8-10pm" --per-week 2
contact add Dana --role family --call 555-0136 --when "fri-sun 10am-8pm" --per-week 2
step add "Shoes on, once round the block" --kind alone
step add "Tea and the radio" --kind alone
group add "Tuesday Lifeline" --when "tue 7-8pm" --where "St Luke's hall"
group add "SMART Friday" --when "fri 7-8:30pm" --format online
"""  # made up


def figures() -> list[tuple[str, float, float]]:
    """Return the ratios, each with what it may be at most."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RECOVERPLAN_HOME"] = folder
        for name in ("RECOVERPLAN_NOW", "PYTHONDONTWRITEBYTECODE"):
            os.environ.pop(name, None)
        for line in PERSON.strip().splitlines():
            subprocess.run([SCRIPT, *shlex.split(line)], check=True, capture_output=True)
        # Quiet all day, so that nothing rings while it is measured.
        remind = ("remind", "on", "--quiet", "00:00-23:59", "--with", "prompt", "--yes")
        subprocess.run([SCRIPT, *remind], check=True, capture_output=True)
        return [
            ("now, piped", ratio(piped, [SCRIPT, "now"]), 1.5),
            ("now, on a terminal", ratio(on_terminal, [SCRIPT, "now"]), 1.5),
            ("remind run, nothing due", ratio(piped, [SCRIPT, "remind", "run"]), 1.5),
            ("plan, piped", ratio(piped, [SCRIPT, "plan"]), 9),
            ("plan, on a terminal", ratio(on_terminal, [SCRIPT, "plan"]), 12),
            ("--help", ratio(piped, [SCRIPT, "--help"]), 7),
            (LIBRARIES, ratio(piped, [sys.executable, "-c", LIBRARIES]), inf),
        ]


def ratio(measure: Callable[[list[str]], float], command: list[str]) -> float:
    """Return how many times as long as a bare start a command takes."""
    measure(command)  # compiled files and disk caches are there from the second time on
    pairs = [(measure(BARE), measure(command)) for _ in range(PAIRS)]
    return median(took for _, took in pairs) / median(bare for bare, _ in pairs)


def piped(command: list[str]) -> float:
    """Return the seconds a command takes with its output thrown away."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - began


def on_terminal(command: list[str]) -> float:
    """Return the seconds a command takes on a pseudo-terminal that is read to its end."""
    ours, its = pty.openpty()
    began = time.perf_counter()
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its) as running:
        os.close(its)
        with contextlib.suppress(OSError):  # Linux says so where the other end is closed
            while os.read(ours, 65536):
                pass
        code = running.wait()
    took = time.perf_counter() - began
    os.close(ours)
    if code:
        message = f"{command} ended with {code}"
        raise RuntimeError(message)
    return took
