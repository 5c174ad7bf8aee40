"""Making a new store: under another name, renamed when it is whole, by one program at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from recoverplan.store import keys, migrating, opening
from recoverplan.store.ending import ending
from recoverplan.store.files import make_empty, make_folder, present, sync_folder
from recoverplan.store.guarding import see_to
from recoverplan.store.trouble import plain_file_words, plain_words
from recoverplan.words import ending as words

LOCK = "keys.lock"


def make_store(home: Path) -> bool:
    """Make an empty store at `home` unless there is one; tell whether this call made it.

    The order lets a store that was half made be told from one that was lost: the new file, then
    its keys, then its name.
    """
    with plain_file_words(home), plain_words(home):
        see_to(home)  # before anything in it is changed
        make_folder(home)
        with alone(home):
            if opening.exists(home):
                return False
            new = home / opening.BEING_MADE
            for leftover in (new, new.with_name(f"{new.name}-journal")):
                leftover.unlink(missing_ok=True)
            os.close(make_empty(new))
            key = key_for_new(home)
            connection = opening.connect(new, key)
            try:
                migrating.migrate(connection)
            finally:
                connection.close()
            if not present(home / keys.NAME):
                with ending.whether_confirmed():
                    keys.save_slots(home, [keys.device_slot(key)])
            new.rename(home / opening.NAME)
            with ending.afterwards(words.STORE_NOT_CONFIRMED.format(home=home), words.OURS_AGAIN):
                sync_folder(home)
            return True


def key_for_new(home: Path) -> bytes:
    """Return a new key, or the one that a making which was cut short has saved already."""
    if present(home / keys.NAME):
        return keys.keys_without_passphrase(home)[0]
    return keys.new_key()


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the lock on the store's keys and name, to change them; other programs that want it wait
    their turn. Raises CouldNotError in a folder where others could change them too.
    """
    see_to(home)
    with mutex(home):
        yield


@contextmanager
def mutex(home: Path) -> Iterator[None]:
    """Hold that lock, whosever the folder is.

    It is a plain empty database, since SQLite's locks work wherever the store does.
    """
    from sqlcipher3 import dbapi2

    path = home / LOCK
    with suppress(FileExistsError):
        os.close(make_empty(path))
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=opening.BUSY_SECONDS,
    )
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()
