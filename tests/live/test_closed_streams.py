"""A caller may close a stream: the command does its work, and nothing crashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from terminal import LONGEST


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["plan", 'step add "Tea" --kind alone'])
def test_a_closed_stream_is_no_error(tmp_path: Path, command: str, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m recoverplan {command} {closed}', sys.executable],
        env=os.environ | {"RECOVERPLAN_HOME": str(tmp_path / "kept")},
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    assert (done.returncode, "error of its own" in done.stderr) == (0, False)


def test_a_reader_that_stops_early_is_no_error(run: Run, tmp_path: Path) -> None:
    assert run("risk", "add", "Nights", "--when", "nights").code == 0
    command = f"{sys.executable} -m recoverplan plan --days 366; echo $? >{tmp_path}/code"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -1"], check=False, capture_output=True, text=True
    )
    assert (tmp_path / "code").read_text() == "0\n"
    assert (done.stdout.count("\n"), done.stderr) == (1, "")
