"""Command lines that run at one and the same moment: processes of the program, let go together.

Each is a fork of the test, in which the program is loaded already: from there on it has its own
streams, its own command line and its own end, as it has when a shell starts it. A fork takes a few
hundredths of the time that a new interpreter takes, and so thousands of rounds can be run.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from tempfile import TemporaryFile
from typing import IO, NamedTuple, NoReturn

from conftest import Result
from forking import CHEAP, become_the_program, forked, load_the_program


class Line(NamedTuple):
    """A command line, and the passphrases that it is handed."""

    words: tuple[str, ...]
    secrets: tuple[str, ...] = ()


class Started(NamedTuple):
    """A process that waits to be let go, and the files that it writes to."""

    process: int
    out: IO[bytes]
    err: IO[bytes]


def at_once(
    given: Sequence[Line], first: Callable[[], object] = lambda: None, *, anew: bool = False
) -> list[Result]:
    """Run each of these in a process of its own, all let go together, and wait for all of them.

    `first` is done in each process before; `anew`: each gets an interpreter of its own. An error
    that the program has no sentence for fails here.
    """
    gate = os.pipe()
    started = [start(line, gate, first, anew=anew) for line in given]
    for end in gate:
        os.close(end)  # now
    results = list(map(result_of, started))
    for result in results:
        assert result.code >= 0, result
        assert "Traceback (most recent" not in result.err, result.err
    return results


def start(
    line: Line, gate: tuple[int, int], first: Callable[[], object], *, anew: bool = False
) -> Started:
    """Start a process that waits until both ends of the gate, a pipe, are closed here."""
    load_the_program()
    out, err = TemporaryFile(), TemporaryFile()  # noqa: SIM115 - closed when they are read

    def work() -> None:
        os.close(gate[1])
        run_and_leave(line, gate[0], (out, err), first, anew=anew)

    return Started(forked(work), out, err)


def result_of(started: Started) -> Result:
    """Wait for a process, and return what it came to; a signal that killed it is below zero."""
    _, status = os.waitpid(started.process, 0)
    said = []
    for file in (started.out, started.err):
        with file:
            file.seek(0)
            said.append(file.read().decode())
    return Result(os.waitstatus_to_exitcode(status), *said)


def run_and_leave(
    line: Line,
    gate: int,
    streams: tuple[IO[bytes], IO[bytes]],
    first: Callable[[], object],
    *,
    anew: bool,
) -> NoReturn:
    """Become the program: wait for the gate, run the command line, and end this process."""
    words = [*line.words, *handed_over(line.secrets)]
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        for number, stream in enumerate((nothing, *streams)):
            os.dup2(stream.fileno(), number)

    def wait() -> None:
        first()
        os.read(gate, 1)  # ends when the last writer has closed it
        if anew:
            os.execv(sys.executable, [sys.executable, "-c", CHEAP, *words])

    become_the_program(words, wait)


def handed_over(secrets: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options that hand passphrases over, a line each, to this very process."""
    if not secrets:
        return ()
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(writing)
    os.set_inheritable(reading, True)
    return "--passphrase-fd", str(reading)


def within_bounds(*words: str) -> Result:
    """Run a command line that may take a minute, and so much memory more than there is in use."""
    return at_once([Line(words)], bounds)[0]


def bounds() -> None:
    """End this process after a minute, and let it have half a gigabyte more of memory."""
    signal.alarm(60)
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        pages = int(file.read().split()[0])
    most = pages * os.sysconf("SC_PAGESIZE") + 512 * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
