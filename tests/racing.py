"""Command lines that run at one and the same moment: forks of the test, let go together."""

from __future__ import annotations

import json
import os
import resource
import signal
import traceback
import warnings
from collections.abc import Callable, Sequence
from typing import NamedTuple

from conftest import Result, Run
from secrets_given import lines


class Line(NamedTuple):
    """A command line, and the passphrases that it is handed."""

    words: tuple[str, ...]
    secrets: tuple[str, ...] = ()


def at_once(
    run: Run, given: Sequence[Line], first: Callable[[], object] = lambda: None
) -> list[Result]:
    """Run each of these in a process of its own, all let go together, and wait for all of them.

    `first` is done in each process before. An error that the program has no sentence for fails
    here.
    """
    gate, open_gate = os.pipe()
    children = []
    for line in given:
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the child only does its work
            child = os.fork()
        if child == 0:
            os.close(open_gate)
            os.close(reading)
            first()
            run_and_leave(run, line, gate, writing)
        os.close(writing)
        children.append((child, reading))
    os.close(gate)
    os.close(open_gate)  # now
    done = []
    for child, reading in children:
        with os.fdopen(reading, encoding="utf-8") as said:
            text = said.read()
        _, status = os.waitpid(child, 0)
        assert status == 0, text
        done.append(Result(*json.loads(text)))
    return done


def run_and_leave(run: Run, line: Line, gate: int, writing: int) -> None:
    """Wait for the gate, run the command line, tell what it gave, and end this process."""
    code = 1
    said = ""
    try:
        os.read(gate, 1)  # ends when the last writer has closed it
        if line.secrets:
            with lines(*line.secrets) as options:
                done = run(*line.words, *options)
        else:
            done = run(*line.words)
        said = json.dumps([done.code, done.out, done.err])
        code = 0
    except BaseException:
        said = traceback.format_exc()
    finally:
        with os.fdopen(writing, "w", encoding="utf-8") as out:
            out.write(said)
        os._exit(code)


def within_bounds(run: Run, *words: str) -> Result:
    """Run a command line that may take a minute, and so much memory more than there is in use."""
    return at_once(run, [Line(words)], bounds)[0]


def bounds() -> None:
    """End this process after a minute, and let it have half a gigabyte more of memory."""
    signal.alarm(60)
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        pages = int(file.read().split()[0])
    most = pages * os.sysconf("SC_PAGESIZE") + 512 * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
