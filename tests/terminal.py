"""A real terminal for tests: type at questions, read what is shown."""

from __future__ import annotations

import os
import re
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect

from forking import become_the_program, load_the_program

LONGEST = 120  # seconds for one answer, on a machine that has much else to do
STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


STARTS_OTHERWISE = ("PYTHON", "LC_", "LANG")  # what Python goes by when it starts


def spawn(*arguments: str, columns: int = 80, rows: int = 50, **environment: str) -> Any:
    """Start a command on a terminal of its own: a fork in which the program is loaded already, or
    a new interpreter where the environment is about that.
    """
    anew = any(name.startswith(STARTS_OTHERWISE) for name in environment)

    def become() -> None:
        # Whoever started this waits for the end of a pipe, of whatever number.
        for number in {int(each.name) for each in Path("/dev/fd").iterdir()} - {0, 1, 2}:
            with suppress(OSError):  # that of the list itself
                os.close(number)
        os.environ.update(environment)
        become_the_program(arguments)

    load_the_program()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child only does its work
        return pexpect.spawn(
            sys.executable,
            ["-m", "recoverplan", *arguments],
            env={**os.environ, **environment},
            preexec_fn=None if anew else become,
            encoding="utf-8",
            dimensions=(rows, columns),
            timeout=LONGEST,
        )


class Terminal:
    """One command on a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 50, **environment: str):
        self.child = spawn(*arguments, columns=columns, rows=rows, **environment)

    def wait_for(self, said: str) -> None:
        """Wait until something is said, wherever its lines are broken: a long path within too."""
        words = (r"\s*".join(map(re.escape, each if len(each) > 40 else [each]))
                 for each in said.split())  # fmt: skip
        self.child.expect(r"\s+".join(words))

    def answer(self, question: str, typed: str = "") -> None:
        """Wait for a question and type an answer; Enter alone skips it."""
        self.wait_for(question)
        self.child.sendline(typed)

    def rest(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was shown since the last question."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, STYLES.sub("", self.child.before).replace("\r\n", "\n")

    def interrupt(self) -> tuple[int, str]:
        """Type Ctrl-C and wait for the end."""
        self.child.sendcontrol("c")
        return self.rest()
