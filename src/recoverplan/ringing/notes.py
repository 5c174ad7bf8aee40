"""What was shown, remembered: so that nothing is shown twice, by two runs or after a kill.

Lines of text, appended and brought to the disk one by one, under a lock that goes with the process
that holds it, however it ends. A line that was cut off is passed over.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from types import TracebackType
from typing import IO

from recoverplan.home import CAREFULLY, REMINDERS_RAN, REMINDERS_SHOWN
from recoverplan.now.card import contents, harmless, seconds
from recoverplan.ringing.rows import Row

# pathlib would cost more than all the rest.
# ruff: noqa: PTH105

KEPT = 14 * 86_400  # seconds after a thing stops helping; a clock may be set back
MOST_LINES = 200


class Notes:
    """What was shown. `snoozed`: nothing before this instant; `trouble`: since when, and why,
    notices can't be shown.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines: list[str] = []
        self.shown: dict[str, int] = {}
        self.days: Counter[str] = Counter()
        self.snoozed = 0
        self.trouble: tuple[int, str] | None = None
        for line in lines:
            self.read(line)

    def read(self, line: str) -> None:
        """Take in a line; one that makes no sense is left out."""
        name, *fields = line.split("\t")
        at = seconds(fields[0]) if fields else None
        if at is None:
            return
        if name == "shown" and len(fields) == 4 and (until := seconds(fields[1])) is not None:
            self.shown |= dict.fromkeys(fields[3].split(","), until)
            self.days[fields[2]] += 1
            self.trouble = None
        elif name == "snoozed":
            self.snoozed = at
        elif name == "trouble" and len(fields) == 2:
            self.trouble = at, harmless(fields[1])
        else:
            return
        self.lines.append(line)

    def told(self, row: Row) -> bool:
        """Tell whether all that a row is about was shown."""
        return all(key in self.shown for key in row.keys)

    def of_day(self, day: str) -> int:
        """Return how many were shown on a local day."""
        return self.days[day]

    def take(self, row: Row, now: int) -> str:
        """Note that a row was shown, and return the line that says so."""
        line = f"shown\t{now}\t{row.until}\t{row.day}\t{','.join(row.keys)}"
        self.read(line)
        return line

    def hindered(self, why: str, now: int) -> str | None:
        """Note why nothing can be shown; return the line that says so, None if that was said."""
        if self.trouble and self.trouble[1] == harmless(why):
            return None
        line = f"trouble\t{now}\t{harmless(why)}"
        self.read(line)
        return line

    def worth_keeping(self, now: int) -> list[str]:
        """Return the lines that still mean something."""
        kept = [line for line in self.lines if line.startswith("shown\t")]
        kept = [line for line in kept if int(line.split("\t")[2]) + KEPT > now]
        if self.snoozed > now:
            kept.append(f"snoozed\t{self.snoozed}")
        if self.trouble:
            kept.append("trouble\t{}\t{}".format(*self.trouble))
        return kept


def read(folder: str) -> Notes:
    """Return what was noted; nothing where that can't be read."""
    try:
        data = contents(f"{folder}/{REMINDERS_SHOWN}") or b""
    except (OSError, ValueError):
        data = b""
    whole = data[: data.rfind(b"\n") + 1].decode(errors="replace")
    return Notes(whole.split("\n"))


def write(folder: str, line: str, notes: Notes, now: int) -> None:
    """Bring a line that `notes` has taken in to the disk. Under the lock alone."""
    path = f"{folder}/{REMINDERS_SHOWN}"
    if len(notes.lines) > MOST_LINES:
        replace(path, "".join(f"{each}\n" for each in notes.worth_keeping(now)))
        return
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | CAREFULLY, 0o600)
    with os.fdopen(descriptor, "rb+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        # Who was ended in the middle of a line left half a key, which is none.
        cut = b"\tcut\n" if size and file.read(1) != b"\n" else b""
        file.write(cut + f"{line}\n".encode())
        os.fsync(file.fileno())


def replace(path: str, text: str, at: int | None = None) -> None:
    """Replace a private file whole, with the time `at`. Under the lock alone."""
    waiting = f"{path}.new"
    descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | CAREFULLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if at is not None:
        os.utime(waiting, (at, at))
    os.replace(waiting, path)


def over(path: str, text: str, at: int | None = None) -> None:
    """Write over a short file where it lies, which takes no room. Under the lock alone.

    Who is ended in the middle leaves what makes no sense, and so nothing that is believed.
    """
    with os.fdopen(os.open(path, os.O_RDWR | CAREFULLY), "rb+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        file.write(text.encode().ljust(size))
        os.fsync(file.fileno())
    if at is not None:
        os.utime(path, (at, at))


class Alone:
    """The lock: one run at a time, told at once that there is another (`held` is false).

    It lies on a file that is never replaced, whose time says when the last run was.
    """

    def __init__(self, folder: str) -> None:
        self.path = f"{folder}/{REMINDERS_RAN}"
        self.file: IO[bytes] | None = None

    def __enter__(self) -> bool:
        """Take the lock; tell whether that was possible."""
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            os.utime(self.path, (0, 0))  # there was no run yet
        except FileExistsError:
            pass
        self.file = os.fdopen(os.open(self.path, os.O_RDWR | CAREFULLY), "rb+", buffering=0)
        try:
            lock(self.file)
        except OSError:
            return False
        return True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Let it go."""
        if self.file is not None:
            self.file.close()


def lock(file: IO[bytes]) -> None:
    """Lock a file until it is closed. Raises OSError if another program has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
