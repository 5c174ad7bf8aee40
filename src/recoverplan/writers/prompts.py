"""The lines that show reminders in a shell's prompt: data/prompts/, with the paths put in."""

from __future__ import annotations

import shlex
from pathlib import Path

from recoverplan.home import REMINDERS_NEXT
from recoverplan.ringing import PRINT
from recoverplan.writers.timers import Job

FOLDER = Path(__file__).parents[1] / "data" / "prompts"


def lines_for(shell: str, home: Path, job: Job) -> list[str]:
    """Return the lines for bash, zsh or fish."""
    quoted = fish_quoted if shell == "fish" else shlex.quote
    run = " ".join(map(quoted, (*job.command, PRINT)))
    text = (FOLDER / shell).read_text(encoding="utf-8")
    # The path first: a command may hold anything.
    text = text.replace("@NEXT@", quoted(str(home / REMINDERS_NEXT)))
    return text.replace("@RUN@", run).splitlines()


def fish_quoted(word: str) -> str:
    """Return a word quoted for fish, where a backslash means something between quotes."""
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"
