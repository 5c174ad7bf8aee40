"""A real terminal for tests: type at questions, read what is shown."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import pexpect

STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """One command on a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 50, **environment: str):
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "recoverplan", *arguments],
            env={**os.environ, **environment},
            encoding="utf-8",
            dimensions=(rows, columns),
            timeout=20,
        )

    def wait_for(self, said: str) -> None:
        """Wait until something is said, wherever its lines are broken."""
        self.child.expect(r"\s+".join(map(re.escape, said.split())))

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
