"""A LaunchAgent of macOS: one file, and launchd told of it. Written by its documentation, untried.

launchd.plist(5), launchctl(1).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from recoverplan.errors import CouldNotError
from recoverplan.services.timers.programs import ask, done
from recoverplan.store.files import write_whole
from recoverplan.store.trouble import plain_file_words
from recoverplan.writers import timers
from recoverplan.writers.timers import Entry, Job


def answers() -> bool:
    """Tell whether launchd runs things for this user here."""
    with suppress(CouldNotError):
        return ask("launchctl", "print", domain()).returncode == 0
    return False


def domain() -> str:
    """Return the name of the user's own session."""
    if sys.platform == "win32":
        return ""
    return f"gui/{os.getuid()}"


def file_of(job: Job) -> Path:
    """Return where the agent is."""
    return Path.home() / "Library" / "LaunchAgents" / f"{timers.label(job)}.plist"


def entries(job: Job) -> list[Entry]:
    """Return the agent."""
    return [Entry(str(file_of(job)), timers.plist(job).decode())]


def put(job: Job) -> None:
    """Write the agent, and have launchd take it up anew."""
    path = file_of(job)
    with plain_file_words(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, timers.plist(job))
    with suppress(CouldNotError):
        ask("launchctl", "bootout", f"{domain()}/{timers.label(job)}")
    done("launchctl", "bootstrap", domain(), str(path))


def take(job: Job) -> bool:
    """Have launchd let it go, and remove it."""
    path = file_of(job)
    if not path.is_file():
        return False
    with suppress(CouldNotError):
        ask("launchctl", "bootout", f"{domain()}/{timers.label(job)}")
    with plain_file_words(path.parent):
        path.unlink(missing_ok=True)
    return True


def there(job: Job) -> bool | None:
    """Tell whether the agent is there as it would be written; None: not at all."""
    path = file_of(job)
    if not path.is_file():
        return None
    with suppress(OSError):
        return path.read_bytes() == timers.plist(job)
    return False
