"""How long commands take on a terminal, and how much memory: ours and others', in turns.

What slows the machine slows all of them, and of each the least of many runs is taken.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks import peers
from benchmarks.instructions import US, filled
from benchmarks.startup import BARE

TURNS = 15


class Taken(NamedTuple):
    """What a command took: seconds, and KB of memory at most."""

    seconds: float
    memory: int


def taken(command: list[str], env: dict[str, str], *, terminal: bool) -> Taken:
    """Run a command once and return what it took. Raises RuntimeError."""
    ours, its = pty.openpty() if terminal else (-1, os.open(os.devnull, os.O_RDWR))
    told, tells = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", WATCH, str(tells), *command],
        stdin=its, stdout=its, stderr=its, env=env, cwd="/", pass_fds=(tells,),
    )  # fmt: skip
    os.close(its)
    os.close(tells)
    try:
        while terminal and os.read(ours, 65536):
            pass
    except OSError:
        pass  # its end was closed
    with open(told, encoding="ascii") as said:  # noqa: PTH123 - a pipe
        status, seconds, memory = said.read().split()
    process.wait()
    if terminal:
        os.close(ours)
    if int(status):
        message = f"{command} ended with {os.waitstatus_to_exitcode(int(status))}"
        raise RuntimeError(message)
    return Taken(float(seconds), int(memory))


# A process of its own starts the command: the system counts to it what whoever starts it has in
# memory at that moment, and this one has stores of ten years.
WATCH = """
import os, sys, time
tells, *command = sys.argv[1:]
began = time.perf_counter()
process = os.posix_spawnp(command[0], command, os.environ)
_, status, used = os.wait4(process, 0)
os.write(int(tells), f"{status} {time.perf_counter() - began} {used.ru_maxrss}".encode())
"""


def least(several: list[Taken]) -> Taken:
    """Return the least of each."""
    return Taken(min(each.seconds for each in several), min(each.memory for each in several))


def measured() -> tuple[Taken, dict[str, Taken]]:
    """Return what bare Python takes, and each command that stands beside others."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        env = filled(Path(one))
        lines = [("", BARE, env)]
        lines += [(f"recoverplan {word}", [*US, word], env) for word in ("now", "plan")]
        lines += peers.commands(Path(other))
        turns = [
            [taken(command, its, terminal=True) for _, command, its in lines] for _ in range(TURNS)
        ]
        bare, *found = map(least, map(list, zip(*turns, strict=True)))
        names = [said for said, _, _ in lines[1:]]
        return bare, dict(zip(names, found, strict=True))
