"""Programs that are killed, or told of a failing disk, at a call of their own: strace does it.

Where a kill at a random moment finds what takes long, this finds every moment: each call of a
program that changes something on the disk is one of the places.
"""

from __future__ import annotations

import ctypes
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from racing import Line, result_of, start
from recoverplan.store import keys
from rounds import some

# What changes a file, its name, or what of it is on the disk, or locks it. Not every system has
# each.
CALLS = (
    "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat",
    "pwrite64", "write", "ftruncate", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat",
    "utimensat", "symlink", "symlinkat", "open", "openat", "copy_file_range", "sendfile", "fcntl",
)  # fmt: skip
MAKES = ("O_CREAT", "O_TRUNC")  # an opening without these changes nothing
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC")
LOCK_FAULTS = ("error=EIO",)
CALL = re.compile(r"^(\d+) +([a-z0-9]+)\(")
ANY_TRACER = 0x59616D61, -1  # what prctl() takes: whoever may trace this process


class Place(NamedTuple):
    """One call of a command: which, the how manieth of its kind, whether it prints the answer."""

    call: str
    number: int
    answer: bool = False


class Cut(NamedTuple):
    """What a command came to: its exit code (negative: killed), what it printed and said.

    `at`: the call that was its last, or that failed, as strace writes it; "" if it was not made.
    """

    code: int
    out: str
    err: str
    at: str = ""


def needs_strace() -> None:
    """Skip the test where strace cannot be used, or does not kill; where everything must run, fail.

    With --seccomp-bpf, which would save a third of the time, strace 6.1 fails a call and kills
    nobody, without a word.
    """
    strace = shutil.which("strace")
    asked = [f"{strace}", "-qq", "-f", "-e", "inject=close:signal=KILL", "true"]
    if strace is None or subprocess.run(asked, check=False, capture_output=True).returncode != -9:
        reason = "strace is needed (a package of that name), and leave to use it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def places(
    arguments: tuple[str, ...], secrets: tuple[str, ...] = (), inside: tuple[Path, ...] = ()
) -> list[Place]:
    """Run a command to its end, and return its calls that change something on the disk.

    With `inside`, those alone that have to do with a file in one of these folders, and the answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        cut = traced(arguments, secrets, log, ("-e", f"trace={known_calls()}"))
        assert cut.code == 0, cut.err
        lines = log.read_text(errors="replace").splitlines()
    made = [(found[1], found[2], line) for line in lines if (found := CALL.match(line))]
    counts: Counter[str] = Counter()
    wanted = []
    for process, call, line in made:
        if process != made[0][0]:  # a program that it has started
            continue
        counts[call] += 1
        changes = not call.startswith("open") or any(flag in line for flag in MAKES)
        answer = call == "write" and "(1<" in line
        if changes and (answer or not inside or any(f"{each}" in line for each in inside)):
            wanted.append(Place(call, counts[call], answer))
    return wanted


def known_calls() -> str:
    """Return the calls that strace knows on this machine, as it takes them."""
    return ",".join(f"?{call}" for call in CALLS)


def pairs_of(known: list[Place], calls: tuple[str, ...] = ()) -> list[tuple[Place, str]]:
    """Return each place with each fault that it can meet: a lock takes no room on a disk, and who
    is killed there is as one who is killed at the next change. `calls`: of these alone.
    """
    return [
        (place, fault)
        for place in known
        if not calls or place.call in calls
        for fault in (LOCK_FAULTS if place.call == "fcntl" else FAULTS)
    ]


def spread(pairs: list[tuple[Place, str]], number: int) -> list[tuple[Place, str]]:
    """Return so many of the pairs of a place and a fault, evenly from the first to the last.

    Which one of each stretch is left to chance; all of them, where there are no more.
    """
    if number >= len(pairs):
        return pairs
    step = len(pairs) / number
    return [pairs[int((turn + random.random()) * step)] for turn in range(number)]


def failures(
    command: tuple[str, ...],
    again: Callable[[], None],
    inside: Path,
    calls: tuple[str, ...],
    secrets: tuple[str, ...] = (),
) -> Iterator[Cut]:
    """Run a command again and again, each time with another of its calls of these kinds failing.

    `again` puts everything back as it was before; `inside` is the folder that the calls are about.
    """
    again()
    known = [each for each in places(command, secrets, (inside,)) if each.call.startswith(calls)]
    for place in some(known, 5):
        again()
        cut = cut_at(place, "error=EIO", command, secrets)
        if cut.at:
            yield cut


def cut_at(
    place: Place, what: str, arguments: tuple[str, ...], secrets: tuple[str, ...] = ()
) -> Cut:
    """Run a command that meets `what` at one of its calls: "signal=KILL", "error=ENOSPC"."""
    inject = f"inject={place.call}:{what}:when={place.number}"
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        options = ("-e", f"trace={place.call}", "-e", inject)
        cut = traced(arguments, secrets, log, options)
        lines = log.read_text(errors="replace").splitlines()
    if cut.code < 0:
        hit = [line for line in lines if CALL.match(line)][-1:]
    else:
        hit = [line for line in lines if "(INJECTED)" in line]
    # One call more than before, by chance, and it is Python that reads its own files, or the file
    # before the answer that is written.
    ours = (
        bool(hit)
        and ("(1<" in hit[0]) == place.answer
        and not any(f'"{own}/' in hit[0] for own in {sys.prefix, sys.base_prefix})
    )
    return cut._replace(at=hit[0] if ours else "")


def traced(
    arguments: tuple[str, ...], secrets: tuple[str, ...], log: Path, options: tuple[str, ...]
) -> Cut:
    """Run a command under strace, from its first call on: a fork that waits until it is watched."""
    gate = os.pipe()
    started = start(Line(arguments, secrets), gate, be_watched)
    strace = ["strace", "--quiet=personality,exits", "-f", "-y", "-s", "0", "-o", str(log)]
    with subprocess.Popen(
        [*strace, *options, "-p", str(started.process)], stderr=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stderr is not None
        said = watching.stderr.readline()
        assert said.endswith("attached\n"), said
        for end in gate:
            os.close(end)
        done = result_of(started)
        return Cut(done.code, done.out, done.err)


def be_watched() -> None:
    """Make passphrases take no time, and every run alike; two minutes are enough for any."""
    ctypes.CDLL(None).prctl(*map(ctypes.c_long, ANY_TRACER))
    signal.alarm(120)
    keys.COST = 2
    sys.dont_write_bytecode = True
    os.environ["RECOVERPLAN_DEBUG"] = ""  # no traceback where a person gets none
