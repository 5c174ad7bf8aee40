"""Programs that are killed, or told of a failing disk, at a call of their own: strace does it.

Where a kill at a random moment finds what takes long, this finds every moment: each call of a
program that changes something on the disk is one of the places.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

# What changes a file, its name, or what of it is on the disk. Not every system has each.
CALLS = (
    "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat",
    "pwrite64", "write", "ftruncate", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "utimensat",
)  # fmt: skip
# The command line, with passphrases that take no time.
CHEAP = (
    "import sys; from recoverplan.store import keys; keys.COST = 2;"
    " from recoverplan.__main__ import main; sys.exit(main())"
)


class Place(NamedTuple):
    """One call of a command: which, and the how manieth of its kind."""

    call: str
    number: int


class Cut(NamedTuple):
    """What a command came to: its exit code (negative: killed), what it printed and said."""

    code: int
    out: str
    err: str


def needs_strace() -> None:
    """Skip the test where strace cannot be used."""
    strace = shutil.which("strace")
    if strace is None or subprocess.run([strace, "-qq", "true"], check=False).returncode:
        pytest.skip("strace is needed (a package of that name), and leave to use it")


def places(arguments: tuple[str, ...], secrets: tuple[str, ...], log: Path) -> list[Place]:
    """Run a command to its end, and return its calls that change something on the disk."""
    cut = traced(arguments, secrets, ("-o", str(log), "-e", f"trace={known_calls()}"))
    assert cut.code == 0, cut.err
    counts = Counter(re.findall(r"^(?:\d+ +)?([a-z0-9]+)\(", log.read_text(), re.MULTILINE))
    log.unlink()
    return [
        Place(call, number)
        for call, count in sorted(counts.items())
        for number in range(1, count + 1)
    ]


def known_calls() -> str:
    """Return the calls that strace knows on this machine, as it takes them."""
    return ",".join(f"?{call}" for call in CALLS)


def cut_at(
    place: Place, what: str, arguments: tuple[str, ...], secrets: tuple[str, ...] = ()
) -> Cut:
    """Run a command that meets `what` at one of its calls: "signal=KILL", "error=ENOSPC"."""
    inject = f"inject={place.call}:{what}:when={place.number}"
    return traced(arguments, secrets, ("-o", os.devnull, "-e", f"trace={place.call}", "-e", inject))


def traced(arguments: tuple[str, ...], secrets: tuple[str, ...], options: tuple[str, ...]) -> Cut:
    """Run a command under strace; its passphrases come as lines of a descriptor."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(writing)
    try:
        done = subprocess.run(
            ["strace", "-qq", *options, sys.executable, "-c", CHEAP, *arguments,
             *(("--passphrase-fd", str(reading)) if secrets else ())],
            capture_output=True, text=True, pass_fds=[reading], timeout=120, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    finally:
        os.close(reading)
    return Cut(done.returncode, done.stdout, done.stderr)
