"""The lock on the store's keys and name: who changes them waits until nobody else does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from errno import ENOENT
from pathlib import Path
from typing import Any

from recoverplan.store import ours
from recoverplan.store.files import (
    NotOursError,
    identity,
    make_empty,
    make_folder,
    present,
    refuse_planted,
)
from recoverplan.store.guarding import see_to
from recoverplan.store.trouble import damaged, gone
from recoverplan.words import files as words

MOST_ERASED = 1_000  # times, one after the other, before the lock could be had


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
    for _ in range(MOST_ERASED):
        if connection is not None:
            break
        if may_lack_store:
            make_folder(home)
        elif not present(home / ours.STORE):
            raise gone(home)
        connection = mutex(home, wait=wait)
    else:  # there are folders, of a system's own, in which nothing can be made
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(home / ours.LOCK))
    with closing(connection):
        if not may_lack_store and not present(home / ours.STORE):
            with suppress(OSError):
                (home / ours.LOCK).unlink()  # nothing is to come back of what was erased
            raise gone(home)
        yield


def mutex(home: Path, *, wait: bool) -> Any:
    """Return a connection that holds the lock, None where its file went while this waited.

    Raises DamagedError for what is no file, and sqlcipher3's errors.
    """
    from sqlcipher3 import dbapi2

    path = home / ours.LOCK
    connection = None
    try:
        with suppress(FileExistsError):
            os.close(make_empty(path))
        found = path.lstat()
        ours.refuse_odd_database(path)
        refuse_planted(path, found)
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            timeout=ours.BUSY_SECONDS if wait else 0,
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
