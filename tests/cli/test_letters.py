"""Letters beyond ASCII are kept whatever the locale of the shell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def in_ascii(*arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a command line in a locale that knows ASCII alone."""
    line = [sys.executable, "-m", "recoverplan", *arguments]
    return subprocess.run(line, capture_output=True, env={**os.environ, **ASCII}, check=False)


def test_letters_are_kept_in_a_locale_that_has_none(run: Run) -> None:
    added = in_ascii("risk", "add", "Nächte 夜", "--when", "daily 9-11pm", "--trigger", "Müdigkeit")
    assert added.returncode == 0, added.stderr
    (risk,) = run("risk", "list", "--json").json["risks"]
    assert (risk["label"], risk["trigger"]) == ("Nächte 夜", ["Müdigkeit"])
    assert in_ascii("risk", "show", "nächte").returncode == 0
    assert in_ascii("risk", "edit", "Nächte 夜", "--label", "Frühe").returncode == 0
    assert run("risk", "show", "Frühe").code == 0


def test_bytes_that_are_no_text_are_left_out(run: Run) -> None:
    added = in_ascii("contact", "add", b"S\xffam \xc3\xa9", "--role", "peer")
    assert added.returncode == 0, added.stderr
    (sam,) = run("contact", "list", "--json").json["contacts"]
    assert sam["name"] == "Sam é"


def test_a_folder_is_found_in_such_a_locale(tmp_path: Path) -> None:
    folder = tmp_path / "Pläne"
    added = in_ascii("--store", str(folder), "step", "add", "Tee", "--kind", "alone")
    assert added.returncode == 0, added.stderr
    assert (folder / "plan.db").exists()


@pytest.mark.parametrize(
    "line",
    [
        ("contact", "add", "Sam", "--role", "peer", "--say", "-"),
        ("meeting", "log", "Lifeline", "--at", "yesterday 7pm", "--note", "-"),
        ("step", "add", "-", "--kind", "alone"),
    ],
)
def test_a_closed_standard_input_is_one_sentence(run: Run, line: tuple[str, ...]) -> None:
    run("group", "add", "Lifeline")
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" <&-', sys.executable, "-m", "recoverplan", *line],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "A - takes its text from standard input, and there is none."
    )
