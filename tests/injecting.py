"""A disk that fails once, at one system call of a real program: strace's `-e inject` does it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from killing import runs

# Calls that change something, or let it be known whether something was changed; `make torture`
# takes all of them.
FEW = ("fsync", "rename")
ALL = ("fsync", "rename", "link", "unlink", "fcntl")
CALLS = ALL if runs("each call", 0) else FEW


class Fault(NamedTuple):
    """One run with one fault. `at`: the call as strace writes it, with what it was given."""

    call: str
    number: int
    at: str
    code: int
    out: str
    err: str


def need_strace() -> None:
    """Skip a test where programs cannot be traced; where everything must run, fail."""
    found = shutil.which("strace")
    works = (
        found and not subprocess.run([found, "true"], check=False, capture_output=True).returncode
    )
    if not works:
        reason = "strace is not there, or may not trace"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def faults(
    before: Path, *arguments: str, calls: tuple[str, ...] = CALLS, error: str = "EIO"
) -> Iterator[Fault]:
    """Run a command line again and again, each time with the next call in the folder failing.

    `before` is copied to the folder `at work` beside it each time; the store is in `home` there.
    Ends when there is no call left that could fail.
    """
    work = before.with_name("at work")
    log = before.with_name("strace.log")
    for call in calls:
        number = 0
        while True:
            number += 1
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(before, work)
            traced = ["strace", "-f", "-q", "-o", str(log), *only(work, call)]
            inject = f"inject={call}:error={error}:when={number}"
            program = (sys.executable, "-m", "recoverplan", *arguments)
            done = subprocess.run(
                [*traced, "-e", f"trace={call}", "-e", inject, *program],
                cwd=work,
                env={**os.environ, "RECOVERPLAN_HOME": str(work / "home"), "RECOVERPLAN_DEBUG": ""},
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
            hit = [line for line in log.read_text().splitlines() if "(INJECTED)" in line]
            if not hit:
                break
            err = [line for line in done.stderr.splitlines() if not line.startswith("strace:")]
            yield Fault(call, number, hit[0], done.returncode, done.stdout, "\n".join(err))


def only(work: Path, call: str) -> list[str]:
    """Return what leaves out the calls that have nothing to do with the store: locks of other
    files. The names of passing files hold a number that nobody knows before, so that the other
    calls are all looked at.
    """
    if call != "fcntl":
        return []
    names = ("plan.db", "plan.db-journal", "keys.lock")
    return [part for name in names for part in ("-P", str(work / "home" / name))]
