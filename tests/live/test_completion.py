"""Completion, typed at real shells: Tab finishes commands, options and one's own names."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from conftest import Run
from whole.test_first_week import enter

pytestmark = pytest.mark.live
START = {
    "bash": (["--norc", "--noprofile", "-i"], ". '{script}'"),
    "zsh": (["-f", "-i"], "autoload -Uz compinit && compinit -u -D && . '{script}'"),
    "fish": (["--no-config", "-i"], "source '{script}'"),
}
# Answers Tab as the program does; run, it prints the words that the shell gave it.
STAND_IN = """#!/bin/sh
if [ "$1" = __complete ]; then exec '{python}' -m recoverplan "$@"; fi
printf '<<'; for word in "$@"; do printf '[%s]' "$word"; done; echo '>>'
"""


@pytest.fixture(params=list(START))
def shell(request: pytest.FixtureRequest) -> str:
    """Go through the shells that are here."""
    name: str = request.param
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not here")
    return name


@pytest.fixture
def child(shell: str, tmp_path: Path, run: Run, process: Run) -> pexpect.spawn[str]:
    """Return a shell on a terminal in which recoverplan completes."""
    enter(run, "setup --timezone America/New_York --region US")
    enter(run, "risk add|Nights alone|--when|daily 9pm-midnight", "risk add|Payday|--when|fridays")
    enter(run, "contact add|Łukasz O'Hara|--role|peer|--other|Signal")
    enter(run, "step add|$HOME is a word: * too|--kind|alone")
    script = tmp_path / "script"
    script.write_text(process("completion", shell).out)
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "recoverplan"
    command.write_text(STAND_IN.format(python=sys.executable))
    command.chmod(0o755)
    (tmp_path / "notes.txt").touch()
    arguments, source = START[shell]
    child = pexpect.spawn(
        str(shutil.which(shell)),
        arguments,
        env={
            **os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "ZDOTDIR": str(tmp_path),
            "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8",
        },
        cwd=tmp_path,
        encoding="utf-8",
        dimensions=(50, 200),
        timeout=120,
    )  # fmt: skip
    child.sendline(f"{source.format(script=script)}; recoverplan ready")
    child.expect_exact("<<[ready]>>")
    return child


def given(child: pexpect.spawn[str], typed: str) -> str:
    """Type a line with Tabs in it, and return the words that the program would have been given."""
    child.send(f"recoverplan {typed}\r")
    child.expect("<<(.*)>>")
    return str(child.match[1])


def test_tab_finishes_what_is_typed(child: pexpect.spawn[str]) -> None:
    for typed, words in (
        ("conta\tsh\tŁu\t", "[contact][show][Łukasz O'Hara]"),
        ("risk edit Pa\t--lev\thi\t", "[risk][edit][Payday][--level][high]"),
        ("risk show Ni\t", "[risk][show][Nights alone]"),
        ('risk show "Ni\t', "[risk][show][Nights alone]"),
        ("step show \\$HO\t", "[step][show][$HOME is a word: * too]"),
        ("risk add x --when 'last\t", "[risk][add][x][--when][last day of the month 5pm-11pm]"),
        ("contact show 'Łu\t", "[contact][show][Łukasz O'Hara]"),
        ("urge log --at yes\t", "[urge][log][--at][yesterday 7pm]"),
        ("restore no\t", "[restore][notes.txt]"),
        ("risk edit Payday --check-in Łu\t", "[risk][edit][Payday][--check-in][Łukasz O'Hara]"),
    ):
        assert given(child, typed).strip() == words, typed
