"""Opening the store to read or to change it, and bringing one of an earlier version to this.

SQLite takes an empty file for a valid empty database: so whatever is called plan.db and is not a
marked store of ours is damaged, never new (`making.py` makes a new one).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from recoverplan.errors import (
    CouldNotError,
)
from recoverplan.store import connecting, keys, ours, schema
from recoverplan.store.files import copy_private, ours_at_a_glance, present
from recoverplan.store.opened import Store
from recoverplan.store.trouble import damaged, plain_file_words, plain_words
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_TO_COPY = 1 << 30  # bytes; a store of ours is far smaller, and a sparse file may fill the disk


def exists(home: Path) -> bool:
    """Tell whether there is a store, whole or not, at `home`.

    Raises DamagedError when its keys are there and the store is not: making a new one would hide
    that the old one is lost. Raises CouldNotError when something else than a folder has its name.
    """
    with plain_file_words(home):
        if present(home / ours.STORE):
            return True
        refuse_no_folder(home)
        if any(present(home / name) for name in keys.BOTH) and not present(home / ours.BEING_MADE):
            if present(home / ours.STORE):  # another program has just made it
                return True
            raise damaged(words.DATA_MISSING.format(home=home), words.BRING_BACK)
        return False


def refuse_no_folder(home: Path) -> None:
    """Raise CouldNotError if something that is not a folder has the name of the store's."""
    if present(home) and not home.is_dir():
        raise CouldNotError(words.NO_FOLDER_AT.format(home=home), words.NAME_A_FOLDER)


@contextmanager
def open_to_read(home: Path, *, as_it_is: bool = False) -> Iterator[Store]:
    """Open the store at `home` for one consistent look at it, also where nothing can be written.

    `as_it_is`: what a killed program left behind stays, to be looked at. Raises LockedError,
    DamagedError, NewerStoreError, CouldNotError.
    """
    with ExitStack() as to_close, plain_words(home):
        way = readable(home, to_close)  # in a transaction
        to_close.callback(way.connection.close)
        if not as_it_is:
            tidy(home, way)
        if schema.version_of(way.connection) < schema.VERSION:
            way.connection.execute("COMMIT")
            upgrade(home, way.connection)
            way.connection.execute("BEGIN")
        yield Store(home, way.connection, way=way)


@contextmanager
def open_to_write(home: Path, *, made: bool = False, as_it_is: bool = False) -> Iterator[Store]:
    """Open the store at `home` to change it; the caller opens the transactions.

    `as_it_is`: what a killed program left behind stays, to be looked at. Raises LockedError,
    DamagedError, NewerStoreError, CouldNotError.
    """
    with ExitStack() as to_close, plain_words(home):
        with plain_file_words(home):
            refuse_open_folder(home)
        way = connecting.unlocked_with(home, home / ours.STORE, reading=True)
        store = Store(
            home, way.connection, way=way, made=made,
            again=lambda: connecting.unlocked_with(home, home / ours.STORE),
        )  # fmt: skip
        to_close.callback(store.close)
        if not as_it_is:
            tidy(home, way)
        refuse_strangers(home, store.connection)
        older = schema.version_of(store.connection) < schema.VERSION
        store.execute("COMMIT")  # from here on somebody may change the key
        if older:
            upgrade(home, store.connection)
        yield store


def tidy(home: Path, way: connecting.Unlocked) -> None:
    """Put right what a killed program left behind, if anything."""
    if way.untidy or not way.settled:
        from recoverplan.store import settling

        settling.tidy(home, way)


def readable(home: Path, to_close: ExitStack) -> connecting.Unlocked:
    """Return a connection in a transaction to read from, whatever a killed program left behind.

    An unfinished change is rolled back where it lies; where nothing can be written, in a private
    copy that goes when `to_close` does.
    """
    from sqlcipher3 import dbapi2

    try:
        return connecting.unlocked_with(home, home / ours.STORE, reading=True)
    except dbapi2.OperationalError as error:
        unwritable = (dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN)
        if error.sqlite_errorcode & 0xFF not in unwritable or not present(home / ours.JOURNAL):
            raise
        if (home / ours.STORE).lstat().st_size > MOST_TO_COPY:
            raise
    from tempfile import TemporaryDirectory

    with plain_file_words(home):
        scratch = Path(to_close.enter_context(TemporaryDirectory(prefix="rp-")))  # 0700
        copy_private(home / ours.JOURNAL, scratch / ours.JOURNAL)
        copy_private(home / ours.STORE, scratch / ours.STORE)
    return connecting.unlocked_with(home, scratch / ours.STORE, reading=True)


def refuse_open_folder(home: Path) -> None:
    """Raise CouldNotError where another account could change the files of the store."""
    with suppress(FileNotFoundError):  # erased just now: opening it tells so
        if not ours_at_a_glance(home):
            from recoverplan.store.guarding import see_to

            see_to(home)


def refuse_strangers(home: Path, connection: Any) -> None:
    """Raise DamagedError if something in the store was not put there by this program."""
    if not schema.as_made(connection):
        from recoverplan.store.strangers import refuse_strangers

        refuse_strangers(home, connection)


def upgrade(home: Path, connection: Any) -> None:
    """Bring an older store to this version; a copy of it as it was is kept beside it."""
    from recoverplan.store import migrating

    refuse_strangers(home, connection)  # before the migration touches what they may wait for
    with plain_file_words(home):
        refuse_open_folder(home)
        migrating.keep_before_migrating(connection, home)
    migrating.migrate(connection)
