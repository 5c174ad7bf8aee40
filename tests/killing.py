"""Programs that really write and are really killed: forks of the test, or ones of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from forking import forked
from rounds import rounds

# Each of these asks for a number of runs by name; `make torture` raises all of them.
RUNS = json.loads(os.environ.get("RECOVERPLAN_TEST_RUNS", "{}"))
CALLS_ASKED = tuple(
    sorted(os.environ.get("RECOVERPLAN_TEST_CALLS", "").split())
)  # none: all of them
REPORT = os.environ.get("RECOVERPLAN_TEST_REPORT")
ROOT = Path(__file__).parents[1]
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from kept_examples import NOW, contact, step
from recoverplan.services.keeping import writing
from recoverplan.store.tables import contacts, steps
home, name, count, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
print("ready", flush=True)
for number in range(count):
    with writing(home, NOW) as store:
        if size > 1:
            store.execute("PRAGMA cache_size=3")  # so that a change is on the disk while it is made
        for part in range(size):
            steps.add(store, step(f"{name} {number}" if part == 0 else "more " * 99))
            contacts.add(store, contact(f"{name} {number}"))
        store.did("added pairs")
    print(number, flush=True)
"""


def runs(name: str, usual: int, least: int = 6) -> int:
    """Return how many runs of a fault are wanted: each is one of a whole program."""
    return int(RUNS.get(name, rounds(usual, least)))


def report(name: str, number: int, what: str, *, of: int | None = None, part: str = "") -> None:
    """Note for docs/reliability.md what was done so many times, and held every time.

    `of`: how many there are to be done, where that can be told; `part`: which part of the fault
    this was, "" for the whole.
    """
    if REPORT:
        line = {"fault": name, "part": part, "runs": number, "of": of, "held": what}
        with Path(REPORT).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def tell(descriptor: int, line: str) -> None:
    """Write a line to a descriptor at once."""
    os.write(descriptor, f"{line}\n".encode())


def killed(work: Callable[[Callable[[str], None]], None], seconds: float) -> list[str]:
    """Do `work` in another process, kill it after so long, and return what it had acknowledged.

    `work` gets the function that acknowledges. The clock starts when it acknowledges "ready".
    """
    reading, writing = os.pipe()

    def acknowledging() -> None:
        os.close(reading)
        work(lambda line: tell(writing, line))

    child = forked(acknowledging)
    os.close(writing)
    said = b""
    while b"ready\n" not in said and (piece := os.read(reading, 65536)):
        said += piece
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while piece := os.read(reading, 65536):
        said += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return said.decode().split("\n")[1:-1]


def writer(home: Path, name: str, count: int, size: int = 1) -> tuple[subprocess.Popen[str], Path]:
    """Start a program that writes; return it, and the file in which it acknowledges each change."""
    said = home.with_name(f"{home.name}.{name}")
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home), name, str(count), str(size)],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
        )
    return process, said
