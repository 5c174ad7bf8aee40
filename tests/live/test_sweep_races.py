"""Sweeping what was left never takes what another program is just writing, or has just written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kept_examples import add_step, step_texts
from killing import report, runs

pytestmark = pytest.mark.live

EXPORTS = """
import sys
from pathlib import Path
from recoverplan.services.file_out import write_file
home, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    content = f"{name} {number} ".encode() * 100
    write_file(home / f"{name}.json", content, force=True)
    assert (home / f"{name}.json").read_bytes() == content, number
"""
OPENS = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from kept_examples import add_step, step_texts
home, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    assert step_texts(home)[0] == "tea"
    if number % 20 == 0:
        add_step(home, f"{name} {number}")
"""


def test_exports_into_the_folder_while_others_open_the_store(home: Path) -> None:
    add_step(home)
    each = runs("sweeps", 150)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(home), f"{kind}{number}", str(each)],
            cwd=Path(__file__).parents[2], stderr=subprocess.PIPE, text=True,
        )
        for number in range(2)
        for kind, script in (("e", EXPORTS), ("o", OPENS))
    ]  # fmt: skip
    for process in processes:
        _, err = process.communicate(timeout=600)
        assert process.returncode == 0, err
    assert len(step_texts(home)) == 1 + 2 * len(range(0, each, 20))
    assert not [path for path in home.iterdir() if path.name.startswith(".")]
    report("files written into the folder while it is swept", 2 * each, "each is whole, none lost")
