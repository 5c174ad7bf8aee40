"""Erasing everything that is kept: files are unlinked, keys first, whatever state they are in.

Without the keys the rest is noise, so a cut in the middle leaves nothing that can be read. Deleting
rows instead would need room on the disk, and a store that opens. Whoever is just writing is waited
for, and whoever waits to write finds nothing afterwards (`Store.begin`): a file that was
unlinked under a program takes what it writes without a word.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.home import CAREFULLY
from recoverplan.store import ours
from recoverplan.store.ending import ending
from recoverplan.store.files import MOST_TO_ZERO, NotOursError, read_start, sync_folder, take_away
from recoverplan.store.mutex import alone
from recoverplan.store.trouble import plain_file_words
from recoverplan.value import NamedTuple
from recoverplan.words import files as words

# Where SQLite locks a database file, from its description of the file format: the lock-byte page.
LOCK_BYTES, LOCK_LENGTH = 0x40000000, 512
ROUNDS = 10  # of looking for files of ours, should a program make them meanwhile


class Erased(NamedTuple):
    """What an erasure did: files that are gone, and what else stands in the folder."""

    gone: tuple[Path, ...]
    left: tuple[Path, ...]


def erase(home: Path, others: Sequence[Path] = ()) -> Erased:
    """Unlink every file of the store at `home`, and the folder if nothing else is in it.

    `others`: copies somebody else made, to go as well. Nothing there at all: nothing gone, nothing
    left. Raises CouldNotError naming what could not be removed.
    """
    ending.begins()
    gone: list[Path] = []
    kept: dict[Path, None] = {}
    with plain_file_words(home), everybody_waiting(home):
        for number in range(ROUNDS):
            found = [path for path in ours.everything(home) if path not in kept]
            if not found and number > 0:
                break
            for path in (*(others if number == 0 else ()), *found):
                try:
                    # Never through a descriptor of the store: closing it would end its lock.
                    take_away(path, blank=path in others or ours.may_hold_keys(path))
                    gone.append(path)
                except FileNotFoundError:
                    continue
                except OSError:
                    kept[path] = None
    if kept:
        message = words.NOT_REMOVED.format(paths=", ".join(map(str, kept)))
        if not any(ours.may_hold_keys(path) and not is_blank(path) for path in kept):
            message = f"{message} {words.KEYS_ARE_GONE}"
        raise CouldNotError(message, words.REMOVE_BY_HAND[len(kept) > 1])
    if gone:
        ending.done(words.ERASED)
    return Erased(tuple(gone), left_in(home))


def look(home: Path) -> tuple[list[Path], list[Path]]:
    """Return what `erase` would take away, and copies that somebody else made in the folder.

    Nothing is opened: a copy of the store is known where a key for it lies open in the folder.
    """
    from recoverplan.store import keys, strays

    slots: list[keys.Slot] = []
    with suppress(RecoverplanError):  # keys of a newer version go just the same
        slots = [slot for copy in keys.copies_in(home) if copy for slot in copy.slots]
    found = strays.find(home, keys.device_keys(slots), slots)
    return ours.everything(home), [each.path for each in found if not each.backup]


def is_blank(path: Path) -> bool:
    """Tell whether zeros stand where a file had a key: also where it could not be removed."""
    with suppress(OSError, NotOursError):
        return not read_start(path, MOST_TO_ZERO).strip(b"\0")
    return False


def erase_older(home: Path, older: Sequence[Path]) -> list[Path]:
    """Unlink copies of earlier states, while nobody makes or needs one if that can be had.

    Returns those that could not be removed.
    """
    kept = []
    with keys_untouched(home):
        for path in older:
            try:
                take_away(path)
            except FileNotFoundError:
                continue
            except OSError:
                kept.append(path)
        with suppress(OSError):
            sync_folder(home)
    return kept


def left_in(home: Path) -> tuple[Path, ...]:
    """Return what is left in the folder; an empty one goes."""
    with plain_file_words(home), suppress(FileNotFoundError):  # another erasing took it away
        if not home.is_dir():
            return ()
        left = tuple(sorted(home.iterdir()))
        sync_folder(home)
        if not left:
            with suppress(OSError):  # a folder that may not be removed is an empty folder
                home.rmdir()
        return left
    return ()


@contextmanager
def everybody_waiting(home: Path) -> Iterator[None]:
    """Let those who are changing the key or the store finish, and keep the others waiting.

    For as long as one waits for anything here; a program that never finishes does not keep the
    person from erasing. No key is needed.
    """
    with ExitStack() as to_close:
        if ours.is_there(home):
            to_close.enter_context(keys_untouched(home))
            with suppress(OSError):
                to_close.enter_context(store_locked(home / ours.STORE))
        yield


@contextmanager
def keys_untouched(home: Path) -> Iterator[None]:
    """Hold the lock on the store's keys and name, if that can be had."""
    from sqlcipher3 import dbapi2

    with ExitStack() as to_close:
        with suppress(RecoverplanError, dbapi2.DatabaseError, OSError):
            to_close.enter_context(alone(home, may_lack_store=True))
        yield


@contextmanager
def store_locked(path: Path) -> Iterator[None]:
    """Hold SQLite's own locks on a database, without opening it, as long as that can be had.

    Raises OSError where it is no file that can be opened.
    """
    if sys.platform == "win32" or not stat.S_ISREG(path.lstat().st_mode):
        yield  # Windows keeps a file that is open from being removed, and `take_away` from its name
        return
    import fcntl

    descriptor = os.open(path, os.O_RDWR | CAREFULLY)
    try:
        until = monotonic() + ours.BUSY_SECONDS
        while True:
            try:
                fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, LOCK_LENGTH, LOCK_BYTES)
                break
            except OSError:
                if monotonic() > until:
                    break
                sleep(0.01)
        yield
    finally:
        os.close(descriptor)
