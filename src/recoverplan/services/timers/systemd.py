"""A timer of the user's own systemd: two units in the folder of the user's units.

It runs while there is a session of the user's; without one there is nobody to remind.
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
from recoverplan.words import remind as words
from recoverplan.writers import timers
from recoverplan.writers.timers import Entry, Job

ANSWERS = {b"running", b"degraded", b"starting", b"initializing"}
SOON = 5.0  # seconds


def answers() -> bool:
    """Tell whether systemd runs things for this user here."""
    try:
        told = ask("systemctl", "--user", "is-system-running", seconds=SOON, environment=session())
    except CouldNotError:
        return False
    return told.stdout.strip() in ANSWERS  # its exit code says something else


def session() -> dict[str, str]:
    """Return what systemctl needs to know where the user's systemd is.

    `su`, cron and some ways of ssh don't say it.
    """
    if sys.platform == "win32":
        return {}
    usual = f"/run/user/{os.getuid()}"
    with suppress(OSError):
        if not os.environ.get("XDG_RUNTIME_DIR") and Path(usual).stat().st_uid == os.getuid():
            return {"XDG_RUNTIME_DIR": usual}
    return {}


def folder() -> Path:
    """Return the folder of the user's own units."""
    from platformdirs import user_config_path

    return user_config_path() / "systemd" / "user"


def entries(job: Job) -> list[Entry]:
    """Return the two units."""
    return [Entry(str(path), text) for path, text in units(job).items()]


def units(job: Job) -> dict[Path, str]:
    """Return the two units by their paths. Raises CouldNotError for a path that can't be in one."""
    if "\n" in "".join(job.command):
        message = words.NO_UNIT
        raise CouldNotError(message)
    return {
        folder() / f"{job.name}.service": timers.service(job),
        folder() / f"{job.name}.timer": timers.timer(),
    }


def put(job: Job) -> None:
    """Write the units and start the timer."""
    found = units(job)
    with plain_file_words(folder()):
        folder().mkdir(parents=True, exist_ok=True)
        for path, text in found.items():
            write_whole(path, os.fsencode(text))
    done("systemctl", "--user", "daemon-reload", environment=session())
    done("systemctl", "--user", "enable", "--now", f"{job.name}.timer", environment=session())


def take(job: Job) -> bool:
    """Stop the timer and remove the units, also where systemd does not answer."""
    found = [path for path in units(job) if path.is_file() or path.is_symlink()]
    wants = folder() / "timers.target.wants" / f"{job.name}.timer"
    if not found and not wants.is_symlink():
        return False
    with suppress(CouldNotError):
        ask("systemctl", "--user", "disable", "--now", f"{job.name}.timer", environment=session())
    with plain_file_words(folder()):
        for path in (*found, wants):
            path.unlink(missing_ok=True)
    for empty in (wants.parent, folder(), folder().parent):
        with suppress(OSError):  # only where nothing else is in it
            empty.rmdir()
    with suppress(CouldNotError):
        ask("systemctl", "--user", "daemon-reload", environment=session())
        ask("systemctl", "--user", "reset-failed", f"{job.name}.service", environment=session())
    return True


def there(job: Job) -> bool | None:
    """Tell whether both units are there as they would be written; None: neither is."""
    found = units(job)
    if not any(path.is_file() for path in found):
        return None
    with suppress(OSError):
        return all(
            path.is_file() and path.read_bytes() == os.fsencode(text)
            for path, text in found.items()
        )
    return False
