"""Making a new store: under another name, renamed when it is whole, by one program at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from recoverplan.store import keys, migrating, opening, ours
from recoverplan.store.ending import ending
from recoverplan.store.files import (
    NotOursError,
    identity,
    make_empty,
    make_folder,
    passing,
    present,
    refuse_odd,
    refuse_planted,
    sync_folder,
    to_disk,
)
from recoverplan.store.guarding import see_to
from recoverplan.store.trouble import damaged, gone, plain_file_words, plain_words
from recoverplan.words import files as words

LOCK = ours.LOCK


def make_store(home: Path) -> bool:
    """Make an empty store at `home` unless there is one; tell whether this call made it.

    The order lets a store that was half made be told from one that was lost: the new file, then
    its keys, then its name.
    """
    with plain_file_words(home), plain_words(home):
        see_to(home)  # before anything in it is changed
        make_folder(home)
        with alone(home, may_lack_store=True):
            if opening.exists(home):
                return False
            new = home / opening.BEING_MADE
            with passing(new, ours.BESIDE) as file, unless_erased(home, file), no_keys_alone(home):
                to_disk(file)
                key = key_for_new(home)
                with closing(opening.connect(new, key)) as connection:
                    migrating.migrate(connection)
                if not any(present(home / name) for name in keys.BOTH):
                    with ending.whether_confirmed():
                        keys.save_slots(home, [keys.device_slot(key)])
                new.rename(home / opening.NAME)
            with ending.afterwards(words.STORE_NOT_CONFIRMED.format(home=home), words.OURS_AGAIN):
                sync_folder(home)
            return True


@contextmanager
def unless_erased(home: Path, made: BinaryIO) -> Iterator[None]:
    """Raise GoneError where what is being made was taken away by an erasing, whatever that looked
    like from here: a file that is missing, a disk that fails. `made` is the open file of the store.
    """
    try:
        yield
    except Exception as error:
        names = (opening.NAME, opening.BEING_MADE)
        there = [home / name for name in names if present(home / name)]
        ours_still = any(os.path.samestat(path.lstat(), os.fstat(made.fileno())) for path in there)
        missing = isinstance(error, FileNotFoundError) and f"{error.filename}".startswith(f"{home}")
        if ours_still and not missing:
            raise
        ending.forget()  # nothing of this run is left
        raise gone(home) from error


@contextmanager
def no_keys_alone(home: Path) -> Iterator[None]:
    """Take the keys away where the store did not get its name: alone, they would be taken for those
    of one that was lost, and no other would ever be made.
    """
    try:
        yield
    except BaseException:
        if not present(home / opening.NAME):
            for name in keys.BOTH:
                with suppress(OSError):
                    (home / name).unlink(missing_ok=True)
        raise


def key_for_new(home: Path) -> bytes:
    """Return a new key, or the one that a making which was cut short has saved already."""
    if any(present(home / name) for name in keys.BOTH):
        return keys.keys_without_passphrase(home)[0]
    return keys.new_key()


@contextmanager
def alone(home: Path, *, wait: bool = True, may_lack_store: bool = False) -> Iterator[None]:
    """Hold the lock on the store's keys and name, to change them; see `turn`.

    Raises CouldNotError in a folder where others could change them too.
    """
    see_to(home)
    with turn(home, wait=wait, may_lack_store=may_lack_store):
        yield


@contextmanager
def turn(home: Path, *, wait: bool = True, may_lack_store: bool = False) -> Iterator[None]:
    """Hold that lock, whosever the folder is; other programs that want it wait their turn.

    The lock is a plain empty database, since SQLite's locks work wherever the store does. Without
    `wait` raises what SQLite raises where another program has it. Raises NotFoundError where the
    store is gone, erased while this waited; but for `may_lack_store`.
    """
    connection = mutex(home, wait=wait)
    while connection is None:
        if may_lack_store:
            make_folder(home)
        elif not present(home / opening.NAME):
            raise gone(home)
        connection = mutex(home, wait=wait)
    with closing(connection):
        if not may_lack_store and not present(home / opening.NAME):
            with suppress(OSError):
                (home / LOCK).unlink()  # nothing is to come back of what was erased
            raise gone(home)
        yield


def mutex(home: Path, *, wait: bool) -> Any:
    """Return a connection that holds the lock, None where its file went while this waited.

    Raises DamagedError for what is no file, and sqlcipher3's errors.
    """
    from sqlcipher3 import dbapi2

    path = home / LOCK
    connection = None
    try:
        with suppress(FileExistsError):
            os.close(make_empty(path))
        found = path.lstat()
        refuse_odd(path, found)
        refuse_planted(path, found)
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            timeout=opening.BUSY_SECONDS if wait else 0,
        )
        connection.execute("BEGIN EXCLUSIVE")
        if identity(path) == (found.st_dev, found.st_ino):
            return connection
    except NotOursError as error:
        raise damaged(words.DAMAGED_BECAUSE.format(home=home, why=error)) from error
    except FileNotFoundError:
        pass
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    if connection is not None:
        connection.close()
    return None
