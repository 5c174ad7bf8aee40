"""What a restore does to the store that is there: kept first, then copied over or set aside.

Over a whole store the backup goes in place, page by page in one transaction, under the keys of that
store: a rename would lose what another program is just writing. From keeping the old one to the
last page copied nobody else can write, so what they were told is saved is in one of the two. Over a
damaged one, or where there is none, the backup gets the store's name, and its own keys.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.services.backing_up import free_name, keep_beside
from recoverplan.store import checking, connecting, keys, ours
from recoverplan.store.ending import ending
from recoverplan.store.files import present, sync_folder
from recoverplan.store.keys import Slot
from recoverplan.words import files as ending_words
from recoverplan.words import safekeeping as words


class Arrived(NamedTuple):
    """A backup taken apart beside its place: whole, of this version. `slots`: to open it with."""

    path: Path
    key: bytes
    slots: list[Slot]
    records: int


def over_whole(home: Path, arrived: Arrived, now: datetime) -> Path:
    """Keep a whole store in a backup, and copy the other over it, with nobody between the two.

    Returns where the kept one is. Raises CouldNotError and what the store raises.
    """
    with held(home) as target:
        kept = keep_whole(home, now)
        try:
            copy_in(arrived, target)
        except BaseException:
            if not ending.stands:
                kept.unlink(missing_ok=True)
            raise
    return kept


@contextmanager
def held(home: Path) -> Iterator[Any]:
    """Open the store with nobody else able to change it until it is closed; they can still read.

    The caller holds the mutex. Raises what opening raises, and sqlcipher3's errors.
    """
    way = connecting.unlocked_with(home, home / ours.STORE, key_stands=True)
    with closing(way.connection) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # what is locked stays locked
        connection.execute("ROLLBACK")  # a COMMIT would take the lock that shuts readers out
        yield connection


def keep_whole(home: Path, now: datetime) -> Path:
    """Make a backup of the store as it is, beside it, with the keys that it has."""
    path = keep_beside(home, f"plan.before-restore-{now:%Y%m%d-%H%M%S}")
    try:
        sync_folder(home)  # before anything is written over what is now kept there only
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def copy_in(arrived: Arrived, target: Any) -> None:
    """Copy every page into the store that is there, in one transaction, under its own key."""
    from sqlcipher3 import dbapi2

    def waited(status: int, _remaining: int, _total: int) -> None:
        if status in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
            message = f"{ending_words.BUSY} {ending_words.NOTHING_CHANGED}"
            raise CouldNotError(message, ending_words.TRY_AGAIN)

    with closing(connecting.connect(arrived.path, arrived.key)) as source:
        ending.begins()
        try:
            source.backup(target, pages=-1, progress=waited)
        except dbapi2.DatabaseError:
            if not same_state(source, target):
                raise
            ending.doubt(words.RESTORED_NOT_CONFIRMED, ending_words.LOOK_AGAIN)
        ending.done(words.RESTORED_STANDS)


def same_state(source: Any, target: Any) -> bool:
    """Tell whether two stores have been through the same and hold as much."""
    query = "SELECT id, name, at FROM history_step ORDER BY id"
    states = [
        ([tuple(row) for row in each.execute(query)], checking.count_records(each))
        for each in (source, target)
    ]
    return states[0] == states[1]


def over_damaged(home: Path, arrived: Arrived, now: datetime) -> Path | None:
    """Give the backup the store's name, and its own keys; what had that name gets another.

    Returns where that is now (of several files the store), None where there was nothing. Raises
    OSError.
    """
    aside = names_aside(home, now)
    done: list[tuple[Path, Path]] = []
    keyless = [home / name for name in keys.BOTH if not present(home / name)]
    with nobody_writing(home):
        try:
            for path, other in aside:
                if present(path):
                    set_aside(path, other)
                    done.append((path, other))
            with ending.whether_confirmed():
                keys.save_slots(home, arrived.slots)
            arrived.path.rename(home / ours.STORE)
        except BaseException:
            put_back(done)
            for path in keyless:
                path.unlink(missing_ok=True)
            raise
    ending.done(words.RESTORED_STANDS)
    with ending.afterwards(words.RESTORED_NOT_CONFIRMED, ending_words.OURS_AGAIN):
        sync_folder(home)
    return done[-1][1] if done else None


def names_aside(home: Path, now: datetime) -> list[tuple[Path, Path]]:
    """Return the files of a damaged store, each with the name that it gets, the store last.

    Its journal first: it would be taken for one of the store that comes.
    """
    kept = free_name(home, f"plan.damaged-{now:%Y%m%d-%H%M%S}", ".db")
    return [
        (home / ours.JOURNAL, home / f"{kept.name}-journal"),
        *((home / name, home / f"{kept.stem}.{name}") for name in keys.BOTH),
        (home / ours.STORE, kept),
    ]


def set_aside(path: Path, other: Path) -> None:
    """Give a file another name. It keeps its own besides where it can, until another file takes
    that: so at no time there seems to be no store at all. Raises OSError.
    """
    if path.name != ours.JOURNAL:
        with suppress(OSError):
            other.hardlink_to(path)
            return
    path.rename(other)


def put_back(done: list[tuple[Path, Path]]) -> None:
    """Give files the names back that they had, after the rest could not be done."""
    for path, other in reversed(done):
        with suppress(OSError):
            other.replace(path)
            other.unlink(missing_ok=True)  # two names of one file: replacing did nothing


@contextmanager
def nobody_writing(home: Path) -> Iterator[None]:
    """Wait for a program that is just writing to a damaged store, where that can be opened.

    One that begins later finds that the file was moved, and says so.
    """
    from sqlcipher3 import dbapi2

    with ExitStack() as to_close:
        if os.name != "nt":  # there, no file can be renamed while it is open
            with suppress(RecoverplanError, dbapi2.DatabaseError):
                to_close.enter_context(held(home))
        yield
