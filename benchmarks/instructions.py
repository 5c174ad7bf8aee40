"""How much work everyday commands are: instructions, as multiples of `python -c pass`.

valgrind's callgrind counts the same on a busy machine as on a quiet one; PYTHONHASHSEED is 0, the
compiled files are there, and the terminal is a real one of 80 columns. Without valgrind there are
no figures.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.startup import BARE, SCRIPT

PERSON = """
setup --timezone America/New_York --region US
risk add Nights --when "daily 9pm-midnight"
contact add Sam --role peer --call 555-0114 --when "daily 6-11pm"
group add "Tuesday Lifeline" --when "tue 7-8pm"
"""  # made up
# So that there is one of each kind.
BESIDES = """
step add Tea --kind alone
reason add "My kids"
support add "A ride" --need --kind practical
give add Coffee --for Tuesday --when "tue 6pm"
treatment add Clinic --when "sat 10am"
trip add Chicago --from tomorrow --until "in 10 days"
urge log --strength 5
lapse log
meeting log Tuesday --at "last tue 7pm"
meeting plan Tuesday --with Sam
contact log Sam
contact agree Sam --if "I miss two Tuesdays" --then "ask me how I am"
"""
US = [SCRIPT]  # as a person types it


class Case(NamedTuple):
    """A command line, whether on a terminal, and the most it may be.

    `every`: of a store with one entry of each kind, else of the one person.
    """

    line: str
    terminal: bool
    most: float
    every: bool = False

    @property
    def said(self) -> str:
        """Return it as it is told: "recoverplan plan, on a terminal"."""
        where = "on a terminal" if self.terminal else "piped"
        kept = ", one of each kind" if self.every else ""
        return f"{f'recoverplan {self.line}'.strip()}, {where}{kept}"


CASES = (
    Case("now", False, 1.35),
    Case("now", True, 1.35),
    Case("plan", False, 6),
    Case("plan", True, 8.5),
    Case("", False, 6),
    Case("", True, 8.5),
    Case("card", True, 9),
    Case("--help", False, 6.7),
    Case("__complete bash contact show S", False, 4),
    Case("contact list", True, 11),
    Case("group list", True, 11),
    Case("urge list", True, 11),
    Case("urge log --strength 5", True, 12),
    Case("lapse log", False, 12),
)
MOST_OF_READS = 11
# All that only reads, each once; `card`, `plan` and today alone stand above.
READS = tuple(
    Case(line, True, MOST_OF_READS, every=True)
    for line in (
        "plan --days 30", "plan --risk Nights", "plan --gaps", "plan --today",
        "urge list", "urge show 1", "urge chart", "lapse list", "lapse show 1",
        "care --all", "lines", "remind status", "remind list", "remind prompt bash",
        "trip list", "trip show 1", "treatment list", "treatment show 1",
        "publish status", "family page", "review --month", "config",
        "risk list", "risk show 1", "risk map", "risk suggest", 'when "fri 5pm-6pm"',
        "contact list", "contact show Sam", "contact ask Sam", "step list", "step show 1", "safety",
        "reason list", "reason show 1", "group list", "group show 1", "group find",
        "meeting list", "meeting show 1", "support", "support list", "support show 1",
        "give list", "give show 1", "history", "lock status", "doctor", "export - --json",
        "help", "help privacy", "help plan", "completion bash", "--version",
    )
)  # fmt: skip
# Every day's writes.
WRITES = tuple(
    Case(line, True, 12, every=True)
    for line in (
        "urge log --strength 5", "lapse log --trigger tired", "contact log Sam --no-answer",
        'meeting log Tuesday --at "yesterday 7pm" --said listened --mood-before 3 --mood-after 5',
    )
)  # fmt: skip
ALL = (*CASES, *READS, *WRITES)
# What `.ci/run` counts again: each way there is to start.
FEW = tuple(
    case for case in CASES if case.line in {"now", "plan", "--help", "urge log --strength 5"}
)


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment that everything is measured in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "RECOVERPLAN_NOW"):
        kept.pop(name, None)
    return kept | {
        "PYTHONHASHSEED": "0", "RECOVERPLAN_HOME": str(home), "HOME": str(home),
        "TZ": "America/New_York", "TERM": "xterm-256color",
    }  # fmt: skip


def run(command: list[str], env: dict[str, str], *, terminal: bool) -> None:
    """Run a command to its end, with nobody to answer what it asks. Raises RuntimeError."""
    nothing = subprocess.DEVNULL
    ours, its = pty.openpty() if terminal else (-1, nothing)
    process = subprocess.Popen(command, stdin=nothing, stdout=its, stderr=its, env=env, cwd="/")
    if terminal:
        os.close(its)
        try:
            while os.read(ours, 65536):
                pass
        except OSError:
            pass
        os.close(ours)
    if process.wait():
        message = f"{shlex.join(command)} ended with {process.returncode}"
        raise RuntimeError(message)


def counted(
    command: list[str], env: dict[str, str], *, terminal: bool = False, again: bool = True
) -> int:
    """Return the instructions that a command takes, `again`: the second time that it runs."""
    if again:
        run(command, env, terminal=terminal)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        watch = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        run([*watch, f"--log-file={log}", *command], env, terminal=terminal)
        found = re.search(r"Collected : (\d+)", log.read_text(encoding="utf-8"))
    if found is None:
        message = f"valgrind did not count {shlex.join(command)}"
        raise RuntimeError(message)
    return int(found[1])


def filled(home: Path, entries: str = PERSON) -> dict[str, str]:
    """Enter somebody in a store at `home`, and return the environment for it."""
    env = surroundings(home)
    for line in entries.strip().splitlines():
        run([*US, *shlex.split(line)], env, terminal=False)
    return env


def writes(case: Case) -> bool:
    """Tell whether a command changes something."""
    return " log" in case.line


def measured(cases: tuple[Case, ...] = CASES) -> dict[Case, float]:
    """Return for each of the cases the multiple of bare Python."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as each:
        env = filled(Path(one))
        of_every = filled(Path(each), PERSON + BESIDES) if any(c.every for c in cases) else env
        bare = counted(BARE, env)

        def take(case: Case) -> int:
            used = of_every if case.every else env
            command = [*US, *shlex.split(case.line)]
            if not writes(case):
                return counted(command, used, terminal=case.terminal)
            run(command, used, terminal=case.terminal)
            run([*US, "undo"], used, terminal=False)  # the same meeting is logged once alone
            return counted(command, used, terminal=case.terminal, again=False)

        reads = [case for case in cases if not writes(case)]
        with ThreadPoolExecutor(4) as pool:  # what is counted doesn't depend on what else runs
            found = dict(zip(reads, pool.map(take, reads), strict=True))
        found |= {case: take(case) for case in cases if case not in found}
        return {case: found[case] / bare for case in cases}


def figures() -> list[tuple[str, float, float]]:
    """Return the ratios, each with what it may be at most."""
    if shutil.which("valgrind") is None:
        return []
    return [(case.said, ratio, case.most) for case, ratio in measured().items()]
