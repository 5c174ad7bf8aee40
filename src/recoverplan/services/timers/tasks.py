"""A task of Windows' Task Scheduler. Written by [MS-TSCH] and schtasks' help, untried."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from recoverplan.errors import CouldNotError
from recoverplan.services.timers.programs import ask, done
from recoverplan.words import remind as words
from recoverplan.writers import timers
from recoverplan.writers.timers import Entry, Job


def answers() -> bool:
    """Tell whether there is a Task Scheduler."""
    with suppress(CouldNotError):
        return ask("schtasks", "/query", "/?").returncode == 0
    return False


def entries(job: Job) -> list[Entry]:
    """Return the task."""
    return [Entry(words.TASK.format(name=job.name), timers.task(job).decode("utf-16"))]


def put(job: Job) -> None:
    """Register the task, in the place of one that was there before."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "task.xml"
        path.write_bytes(timers.task(job))
        done("schtasks", "/create", "/tn", job.name, "/xml", str(path), "/f")


def take(job: Job) -> bool:
    """Remove the task, and the key by which Windows knows who shows notices."""
    found = there(job) is not None
    if found:
        done("schtasks", "/delete", "/tn", job.name, "/f")
    with suppress(ImportError):
        from recoverplan.ringing.windows import forget

        forget()
    return found


def there(job: Job) -> bool | None:
    """Tell whether the task is there, and calls this; None: not at all. Windows writes it anew,
    so that only its command is compared.
    """
    with suppress(CouldNotError):
        told = ask("schtasks", "/query", "/tn", job.name, "/xml")
        if told.returncode == 0:
            said = told.stdout.decode("utf-16" if told.stdout[:2] == b"\xff\xfe" else "mbcs")
            return all(part in said for part in timers.command_in_task(job))
    return None
