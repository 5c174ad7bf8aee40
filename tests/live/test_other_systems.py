"""What other systems do not have, taken away here: single keys, letters, room for long paths."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from cli.test_lapse import SAFE
from conftest import Run
from terminal import Terminal

pytestmark = pytest.mark.live

ODD = "Zoë – “夜” ☕ 𝒵"
CONSOLES = {
    "Windows": {"PYTHONIOENCODING": "cp1252"},
    "DOS": {"PYTHONIOENCODING": "cp437"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "Japanese": {"PYTHONIOENCODING": "cp932"},
}
NO_TERMIOS = """
import sys
sys.modules["termios"] = sys.modules["tty"] = None
"""


def test_where_single_keys_cannot_be_had_a_line_does(tmp_path: Path, run: Run) -> None:
    """As on Windows: there is no termios there, nor what comes with it."""
    (tmp_path / "sitecustomize.py").write_text(NO_TERMIOS, encoding="utf-8")
    talk = Terminal("lapse", "log", PYTHONPATH=str(tmp_path))
    talk.wait_for(SAFE)
    talk.answer("Enter skip", "no")
    code, shown = talk.rest()
    assert code == 0
    assert "This program cannot contact anyone" in " ".join(shown.split())
    assert len(run("lapse", "list", "--json").json["lapses"]) == 1


@pytest.mark.parametrize("console", CONSOLES)
def test_json_has_the_same_values_on_every_console(run: Run, console: str) -> None:
    assert run("risk", "add", ODD, "--when", "daily 9pm-11pm").code == 0
    assert run("contact", "add", ODD, "--role", "peer", "--call", "555-0114").code == 0
    for line in (("risk", "list", "--json"), ("plan", "--json"), ("now", "--json"),
                 ("contact", "list", "--json"), ("export", "--json")):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "recoverplan", *line],
            env={**os.environ, **CONSOLES[console]}, capture_output=True, check=True,
        )  # fmt: skip
        encoding = CONSOLES[console].get("PYTHONIOENCODING", "ascii")
        assert json.loads(done.stdout.decode(encoding)) == run(*line).json, line


@pytest.mark.parametrize("console", CONSOLES)
def test_every_screen_is_shown_on_every_console(run: Run, console: str) -> None:
    run("setup", "--name", ODD, "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", ODD, "--when", "daily 9pm-11pm", "--step", ODD)
    run("contact", "add", ODD, "--role", "peer", "--call", "555-0114", "--say", ODD)
    for line in ("plan", "now", "card", "risk list", "contact list", "", "risk map", "care --all"):
        shown, code = pexpect.run(
            shlex.join([sys.executable, "-m", "recoverplan", *line.split()]),
            env={**os.environ, **CONSOLES[console]}, dimensions=(40, 80), withexitstatus=True,
        )  # fmt: skip
        said = shown.decode(CONSOLES[console].get("PYTHONIOENCODING", "ascii"))
        assert code == 0, line
        assert "Traceback" not in said
        assert "error of its own" not in said


# One name is too long; all of it is, for SQLite (512 bytes) or for Linux (4096).
LONG = ["a" * 300, "abcdefghi/" * 55, "abcdefghi/" * 450]
FILES = ("backup {} --plain-key", "restore {} --yes", "export --json {}", "export --csv {}",
         "export --sqlite {}", "import {}", "card --html {}", "card --pdf {}", "card --vcf {}",
         "plan --ics {}", "contact import {} --all", "group import {} --zone UTC")  # fmt: skip


@pytest.mark.parametrize("name", LONG, ids=["name", "database", "system"])
def test_a_home_too_long_is_said_in_a_sentence(run: Run, tmp_path: Path, name: str) -> None:
    home = str(tmp_path / name)
    for line in ("setup --name Alex", "step add Tea --kind alone", "doctor", "plan", "backup"):
        done = run("--store", home, *line.split())
        if name == LONG[1] and line in {"doctor", "plan", "backup"}:
            continue  # there is nothing there, and that is said
        assert done.code == 1, line
        assert "This path is too long here, with its " in done.err
        assert "Choose a shorter one." in done.err
        assert len(done.err) < 400
    done = run("--store", home, "now")
    assert done.code == 0
    assert "This program cannot contact anyone" in done.out


@pytest.mark.parametrize("name", [LONG[0], LONG[2]], ids=["name", "system"])
def test_a_file_s_name_too_long_is_said_in_a_sentence(run: Run, tmp_path: Path, name: str) -> None:
    assert run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114").code == 0
    for line in FILES:
        done = run(*line.format(tmp_path / name).split())
        assert done.code == 1, line
        assert "too long" in done.err, line
