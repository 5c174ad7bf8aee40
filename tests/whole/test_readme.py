"""The README's tour is real: its commands are run and their output is what stands there."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

import pexpect
import pytest

from terminal import LONGEST

README = Path(__file__).parents[2] / "README.md"
# What is typed stands in `sh` blocks; in `console` blocks with what it shows.
BLOCK = re.compile(r"```(sh|console)\n(.*?)```", re.DOTALL)
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(program: list[str], command: str) -> str:
    """Run a command line on a pseudo-terminal of 80×40 and return what it shows."""
    name, *arguments = shlex.split(command)
    assert name == "recoverplan"
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}
    shown, status = pexpect.run(
        shlex.join([*program, *arguments]),
        env=environment,
        dimensions=(40, 80),
        withexitstatus=True,
        timeout=LONGEST,
        encoding="utf-8",
    )
    assert status == 0, shown
    shown = STYLE.sub("", shown).replace("\r", "")
    return "\n".join(line.rstrip() for line in shown.splitlines()).strip("\n")


def shown_by(program: list[str]) -> str:
    """Return the README with what this program really shows."""

    def rerun(block: re.Match[str]) -> str:
        kind, lines = block[1], block[2].splitlines()
        if kind == "sh":
            for line in lines:
                if line.startswith("recoverplan "):
                    on_a_terminal(program, line)
            return block[0]
        commands = [line[2:] for line in lines if line.startswith("$ ")]
        parts = [f"$ {command}\n{on_a_terminal(program, command)}\n" for command in commands]
        return "```console\n" + "\n".join(parts) + "```"

    return BLOCK.sub(rerun, README.read_text(encoding="utf-8"))


@pytest.mark.live
def test_the_tour_shows_real_output(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-23T21:40")
    expected = shown_by([sys.executable, "-m", "recoverplan"])
    if request.config.getoption("--golden") == "write":
        README.write_text(expected, encoding="utf-8")
    assert len(BLOCK.findall(expected)) >= 8
    assert expected == README.read_text(encoding="utf-8")
