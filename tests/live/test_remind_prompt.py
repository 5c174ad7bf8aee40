"""Reminders in a real prompt of bash, zsh and fish: Python starts only when something is due."""

from __future__ import annotations

import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from conftest import Run
from desktop import need
from recoverplan.services.timers import job_for
from recoverplan.writers.timers import lines_for
from terminal import LONGEST

pytestmark = pytest.mark.live

CALL = "Reminder: Time for the call you planned."
BEGIN = {
    "bash": ("bash", ["--noprofile", "--norc", "-i"]),
    "zsh": ("zsh", ["--no-rcs", "-i"]),
    "fish": ("fish", ["--no-config", "-i"]),
}
READY = "@@{}@@"  # what the prompt shows: the exit status of the last command


class Shell:
    """A shell on a terminal with the lines for reminders in it."""

    def __init__(self, name: str, lines: Path, folder: Path) -> None:
        program, options = BEGIN[name]
        self.child: Any = pexpect.spawn(
            program, options, encoding="utf-8", timeout=LONGEST, dimensions=(50, 200), echo=False,
            env={**os.environ, "HOME": str(folder), "TERM": "dumb", "PROMPT_COMMAND": "true"},
        )  # fmt: skip
        self.child.sendline(f". {shlex.quote(str(lines))}" if name != "fish" else f"source {lines}")
        self.number = 0
        self.name = name
        self.say("true")

    def say(self, command: str) -> str:
        """Run a command; return what is shown from the last prompt on until the one after it."""
        shown = ""
        for line in (command, "true"):
            self.number += 1
            # The mark is put together by the shell, so that what is typed does not hold it.
            self.child.sendline(f"{line}; echo ma''rk{self.number}")
            self.child.expect(f"mark{self.number}\r\n")
            shown += self.child.before
        return shown

    def end(self) -> None:
        """End it."""
        self.child.close(force=True)


@pytest.fixture
def on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that is due tomorrow at the earliest, in real time."""
    monkeypatch.delenv("RECOVERPLAN_NOW")
    tomorrow = time.strftime("%Y-%m-%d", time.localtime(time.time() + 2 * 86_400))
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", "Then", "--when", f"{tomorrow} 9pm-midnight")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    done = run("remind", "on", "--for", "check-ins", "--with", "prompt", "--quiet", "none", "--yes")
    assert done.code == 0


@pytest.fixture
def starts(tmp_path: Path) -> Path:
    """A file with a line for each time that Python was started."""
    return tmp_path / "starts"


@pytest.fixture(params=BEGIN)
def shell(
    request: pytest.FixtureRequest, on: None, home: Path, tmp_path: Path, starts: Path
) -> Iterator[Callable[[], Shell]]:
    """Give what begins a shell; the Python in its lines counts how often it starts."""
    need(request.param)
    counting = tmp_path / "py 'thon"
    counting.write_text(
        f"#!/bin/sh\necho start >> {shlex.quote(str(starts))}\n"
        f'exec {shlex.quote(sys.executable)} "$@"\n'
    )
    counting.chmod(0o700)
    lines = tmp_path / "lines"
    lines.write_text("\n".join(lines_for(request.param, home, job_for(home, str(counting)))) + "\n")
    begun: list[Shell] = []

    def begin() -> Shell:
        begun.append(Shell(request.param, lines, tmp_path))
        return begun[-1]

    yield begin
    for each in begun:
        each.end()


def make_due(home: Path) -> None:
    """Move the first reminder to a minute ago, as if time had passed."""
    file = home / "reminders.txt"
    now = int(time.time())
    text = re.sub(r"(?m)^at\t\d+\t", f"at\t{now - 60}\t", file.read_text(), count=1)
    file.write_text(text)
    os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    (home / "reminders-next.txt").write_text(f"{now - 60} {now - 3600} 0\n")
    os.utime(home / "reminders-next.txt", (now - 60, now - 60))


def count(starts: Path) -> int:
    return len(starts.read_text().splitlines()) if starts.exists() else 0


def test_it_rings_once_and_starts_python_only_then(
    shell: Callable[[], Shell], home: Path, starts: Path
) -> None:
    first = shell()
    settled = count(starts)  # the first prompt after a change looks once
    assert settled <= 1
    for _ in range(3):
        assert "Reminder" not in first.say("true")
    assert count(starts) == settled
    make_due(home)
    assert CALL in first.say("true")
    second = shell()
    for each in (first, second, first):
        assert "Reminder" not in each.say("true")
    assert count(starts) == settled + 1


def test_the_exit_status_of_the_last_command_stays(shell: Callable[[], Shell], home: Path) -> None:
    one = shell()
    status = "$status" if one.name == "fish" else "$?"
    for due in (False, True):
        if due:
            make_due(home)
        one.child.sendline("sh -c 'exit 7'")
        assert "is 7 so" in one.say(f"echo is {status} so")


def test_a_clock_that_was_set_back_looks_again(
    shell: Callable[[], Shell], home: Path, starts: Path
) -> None:
    one = shell()
    settled = count(starts)
    later = int(time.time()) + 86_400
    (home / "reminders-next.txt").write_text(f"{later + 60} {later} 0\n")
    os.utime(home / "reminders-next.txt", (later + 60, later + 60))
    one.say("true")
    assert count(starts) == settled + 1
    one.say("true")
    assert count(starts) == settled + 1


@pytest.mark.parametrize("spoilt", ["gone", "noise", "pipe", "off", "kept"])
def test_whatever_is_wrong_costs_no_prompt(
    shell: Callable[[], Shell], home: Path, starts: Path, run: Run, spoilt: str
) -> None:
    one = shell()
    settled = count(starts)
    file = home / "reminders-next.txt"
    if spoilt == "gone":
        file.unlink()
    elif spoilt == "noise":
        file.write_bytes(b"\xff\x00 $(touch /tmp/no) `x`\n")
    elif spoilt == "pipe":
        file.unlink()
        os.mkfifo(file)
    elif spoilt == "off":
        assert run("remind", "off").code == 0
    else:  # it can't be moved on: the shell itself remembers
        make_due(home)
        (home / "reminders.txt").unlink()
    one.say("true")  # a prompt that was being drawn meanwhile may have looked before
    for _ in range(3):
        shown = one.say("true")
        assert "Reminder" not in shown
        assert "o such file" not in shown
        assert "rror" not in shown
    assert count(starts) <= settled + 1


def test_the_lines_come_from_the_command(
    run: Run, on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    by_itself, named = run("remind", "prompt"), run("remind", "prompt", "zsh")
    assert by_itself.out == named.out
    assert "add-zsh-hook precmd" in named.out
    assert "recoverplan remind prompt zsh >> ~/.zshrc" in named.err
    for shell in ("tcsh", "", "/bin/sh"):
        monkeypatch.setenv("SHELL", shell)
        refused = run("remind", "prompt")
        assert (refused.code, refused.out) == (2, "")
        assert "bash, zsh or fish" in refused.err
