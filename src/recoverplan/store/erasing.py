"""Erasing everything that is kept: files are unlinked, keys first, whatever state they are in.

Without the keys the rest is noise, so a cut in the middle leaves nothing that can be read. Deleting
rows instead would need room on the disk, and a store that opens.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from recoverplan.errors import CouldNotError
from recoverplan.home import EMERGENCY_CARD
from recoverplan.store import keys, making, opening
from recoverplan.store.files import sync_folder
from recoverplan.store.trouble import plain_file_words

# In this order. A star stands for what follows a name: a journal, a file on its way. A dot in front
# is a backup that was being made.
OURS = (
    f"{keys.NAME}*",
    f"plan.*.{keys.NAME}",
    "plan.before-*",
    "plan.damaged-*",
    ".plan.*",
    "..plan.*",
    f"{opening.NAME}*",
    f"{EMERGENCY_CARD}*",
    f"{making.LOCK}*",
)


class Erased(NamedTuple):
    """What an erasure did: files that are gone, and what else stands in the folder."""

    gone: tuple[Path, ...]
    left: tuple[Path, ...]


def erase(home: Path) -> Erased:
    """Unlink every file of the store at `home`, and the folder if nothing else is in it.

    Nothing there at all: nothing gone, nothing left. Raises CouldNotError naming what could not
    be removed.
    """
    gone: list[Path] = []
    kept: list[Path] = []
    with plain_file_words(home):
        for path in [path for pattern in OURS for path in sorted(home.glob(pattern))]:
            try:
                if keys.NAME in path.name or path.suffix in {".zip", ".new"}:
                    blank(path)
                path.unlink()
                gone.append(path)
            except FileNotFoundError:
                continue
            except OSError:
                kept.append(path)
        if kept:
            message = f"Could not remove {', '.join(map(str, kept))}."
            raise CouldNotError(message, "Remove it by hand, or make its folder writable.")
        if not home.is_dir():
            return Erased((), ())
        left = tuple(sorted(home.iterdir()))
        sync_folder(home)
        if not left:
            with suppress(OSError):  # a folder that may not be removed is an empty folder
                home.rmdir()
    return Erased(tuple(gone), left)


def blank(path: Path) -> None:
    """Write zeros over a file before it goes; some disks then no longer hold what it was."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            os.write(descriptor, bytes(os.fstat(descriptor).st_size))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
