"""What of the system calls `remind run` every five minutes: put there, looked at, taken away.

Each way is a module of the same five functions. Nothing is remembered of what was put there: its
name comes from the folder of the store, so that it is found again wherever it is.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Protocol

from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.words import remind as words
from recoverplan.writers.timers import Entry, Job

WAYS = ("systemd", "cron", "launchd", "tasks")
PROMPT = "prompt"  # no timer: the shell's prompt alone
CODE = "from recoverplan.__main__ import main; main()"


class Way(Protocol):
    """What each of the modules can do. All but `answers` raise CouldNotError."""

    def answers(self) -> bool:
        """Tell whether this way works here."""

    def entries(self, job: Job) -> list[Entry]:
        """Return what would be written."""

    def put(self, job: Job) -> None:
        """Write it, in the place of what was there of this name."""

    def take(self, job: Job) -> bool:
        """Take exactly that away; tell whether anything was there."""

    def there(self, job: Job) -> bool | None:
        """Tell whether it is there as it would be written now; None: not at all."""


def way(name: str) -> Way:
    """Return the module of a way."""
    module: Way = import_module(f"recoverplan.services.timers.{name}")
    return module


def job_for(home: Path, program: str | None = None) -> Job:
    """Return what is to be called for the store in a folder, by this Python or another.

    Python itself: the script that pip makes may cost more than all the rest. Without an
    environment (cron has none) the folder has to be said.
    """
    folder = os.path.abspath(home)  # noqa: PTH100 - as it was named, links and all
    name = f"reminder-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"
    python = program or this_python()
    return Job(name, (python, "-P", "-c", CODE, "--store", folder, "remind", "run"))


def this_python() -> str:
    """Return the Python that runs this program; on Windows the one that opens no window."""
    windowless = Path(sys.executable).with_name("pythonw.exe")
    return str(windowless) if sys.platform == "win32" and windowless.exists() else sys.executable


def usual() -> str:
    """Return the first way that works here, else the prompt alone."""
    ways = {"darwin": ("launchd",), "win32": ("tasks",)}.get(sys.platform, ("systemd", "cron"))
    return next((name for name in ways if way(name).answers()), PROMPT)


def refuse_idle(name: str) -> None:
    """Raise CouldNotError for a way that does not work here, with the reason if there is one."""
    if name == "cron":
        from recoverplan.services.timers import cron

        cron.read()
    elif name != PROMPT and not way(name).answers():
        raise CouldNotError(words.IDLE.format(name=name), words.OTHER_WAYS)


def put(name: str, job: Job) -> None:
    """Have a job called in one way, and in no other. Raises CouldNotError."""
    if name != PROMPT:
        way(name).put(job)
    for other in WAYS:
        if other != name and state(other, job) is not None:
            way(other).take(job)


def state(name: str, job: Job) -> bool | None:
    """Tell whether a job is called in a way, as it would be now; None: it is not, or can't be."""
    return seen(name, job)[0]


def seen(name: str, job: Job) -> tuple[bool | None, str]:
    """Tell whether a job is called in a way, and why that can't be seen ("" where it can)."""
    if name == PROMPT:
        return True, ""
    try:
        return way(name).there(job), ""
    except RecoverplanError as error:
        return None, error.message


def take(job: Job, known: str) -> tuple[list[str], list[RecoverplanError]]:
    """Have a job called no more; return the ways it was called in, and what went wrong.

    `known`: the way it was put there in, "" where that is not known. What can't be looked at in
    another way is no trouble, because nothing was put there.
    """
    taken: list[str] = []
    wrong: list[RecoverplanError] = []
    for name in WAYS:
        try:
            if way(name).take(job):
                taken.append(name)
        except RecoverplanError as error:
            if known in ("", name):
                wrong.append(error)
    return taken, wrong
