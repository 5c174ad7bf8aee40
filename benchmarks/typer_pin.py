"""Whether the pin on Typer can go: how long the newest one takes to start, beside the pinned one.

Each in an environment of its own, with a program of one command and one option. The pin stays while
the newest takes more than a tenth longer: from 0.29 on it loads pydantic when parameters are read.
"""

from __future__ import annotations

import subprocess
import tempfile
import venv
from contextlib import suppress
from math import inf
from pathlib import Path

from benchmarks.instructions import counted, surroundings
from benchmarks.startup import BARE

PINNED, NEWEST = "typer>=0.28,<0.29", "typer>=0.29"
LONGER = 1.1
PROGRAM = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def greet(name: str = "you") -> None:
    print(name)
app()
"""


def started(wanted: str, folder: Path) -> float:
    """Return what a version of Typer takes to run the program, as a multiple of bare Python."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", wanted], check=True)
    program = folder / "program.py"
    program.write_text(PROGRAM)
    env = surroundings(folder)
    bare = counted([str(python), *BARE[1:]], env)
    return counted([str(python), str(program)], env) / bare


def measured() -> tuple[float, float]:
    """Return the multiples of the pinned and of the newest Typer."""
    with tempfile.TemporaryDirectory() as name:
        return started(PINNED, Path(name) / "pinned"), started(NEWEST, Path(name) / "newest")


def verdict(pinned: float, newest: float) -> str:
    """Say whether the pin can go."""
    can = newest <= pinned * LONGER
    return "the pin can go" if can else "the pin stays"


def figures() -> list[tuple[str, float, float]]:
    """Return both multiples; none where nothing can be installed."""
    with suppress(OSError, subprocess.SubprocessError):
        pinned, newest = measured()
        said = verdict(pinned, newest)
        return [(f"{PINNED}", pinned, inf), (f"{NEWEST}: {said}", newest, inf)]
    return []
