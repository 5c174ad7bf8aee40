"""A fork of the test that becomes the program, which is loaded already.

From there on it has its own streams, its own command line and its own end, as it has when a shell
starts it. A fork takes a tenth of the time that a new interpreter takes.
"""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from typing import NoReturn, TextIO

from recoverplan import __main__ as door
from recoverplan import cli
from sharing import share_nothing

# In an interpreter of its own: the command line, with passphrases that take no time.
CHEAP = (
    "import sys; from recoverplan.store import keys; keys.COST = 2;"
    " from recoverplan.__main__ import main; sys.exit(main())"
)


@cache
def load_the_program() -> None:
    """Import what all commands need, so that no fork has to."""
    for module in pkgutil.iter_modules(cli.__path__):
        importlib.import_module(f"{cli.__name__}.{module.name}")


def become_the_program(
    words: Sequence[str], first: Callable[[], object] = lambda: None
) -> NoReturn:
    """Run a command line on the descriptors 0, 1 and 2, and end this process as the program ends.

    `first` is done when all is ready.
    """

    def run() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        share_nothing()
        warnings.simplefilter("ignore")  # as Python itself does with most
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            setattr(sys, name, opened(number))
            setattr(sys, f"__{name}__", getattr(sys, name))
        sys.argv = ["recoverplan", *words]
        first()
        door.leave()

    do_and_end(run)


def forked(work: Callable[[], object]) -> int:
    """Return the number of a new process that does this and ends; it is to be waited for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child only does its work
        child = os.fork()
    if child == 0:
        do_and_end(work)
    return child


def do_and_end(work: Callable[[], object]) -> NoReturn:
    """Do something and end this process, whatever comes of it: a fork that went back to its test
    would go on with all the tests that are left, beside the one that it is a fork of.
    """
    code = 1
    try:
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        os.write(2, traceback.format_exc().encode())  # may fail too: no memory, no terminal
    finally:
        os._exit(code)


def opened(number: int) -> TextIO:
    """Return a standard stream as Python opens it at its start."""
    at_once = bool(number and os.environ.get("PYTHONUNBUFFERED"))
    raw = open(number, "wb" if number else "rb", 0 if at_once else -1, closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(
        raw,
        "utf-8",
        "backslashreplace" if number == 2 else "strict",
        line_buffering=number == 2 or os.isatty(number),
        write_through=at_once,
    )
