"""Opening the store: the one file `plan.db`, encrypted page by page, and everything that can be
wrong with it.

SQLite takes an empty file for a valid empty database: so whatever is called plan.db and is not a
marked store of ours is damaged, never new (`making.py` makes a new one).
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from recoverplan.errors import (
    CouldNotError,
    DamagedError,
    LockedError,
    NewerStoreError,
)
from recoverplan.store import keys, ours, schema
from recoverplan.store.files import copy_private, ours_at_a_glance, present
from recoverplan.store.keys import Keys
from recoverplan.store.opened import Store as Store  # noqa: PLC0414 - given on
from recoverplan.store.opened import whole_text
from recoverplan.store.trouble import damaged, gone, plain_file_words, plain_words
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = ours.STORE
JOURNAL = "plan.db-journal"
BEING_MADE = ours.BEING_MADE
PAGE_BYTES = 4096
BUSY_SECONDS = 15.0
MOST_TO_COPY = 1 << 30  # bytes; a store of ours is far smaller, and a sparse file may fill the disk


class Unlocked:
    """A connection, the key that opened it, the name of that key, and the slots that it is among.

    `found`: both copies of keys.json as they were read; `file`: which file it is, whatever gets
    its name later; `untidy`: there may be leftovers in the folder.
    """

    def __init__(
        self, connection: Any, key: bytes, of: bytes, found: Keys, file: tuple[int, int],
        *, untidy: bool,
    ) -> None:  # fmt: skip
        self.connection = connection
        self.key = key
        self.of = of
        self.found = found
        self.slots = found.around(key, of)
        self.file = file
        self.untidy = untidy

    @property
    def settled(self) -> bool:
        """Tell whether both copies of keys.json say the same, and that of one key."""
        return self.found.even and not keys.unfinished(self.slots)

    def tidy(self, home: Path) -> None:
        """Put right what a killed program left behind, if anything."""
        if self.untidy or not self.settled:
            from recoverplan.store.settling import tidy

            tidy(home, self)


def exists(home: Path) -> bool:
    """Tell whether there is a store, whole or not, at `home`.

    Raises DamagedError when its keys are there and the store is not: making a new one would hide
    that the old one is lost. Raises CouldNotError when something else than a folder has its name.
    """
    with plain_file_words(home):
        if present(home / NAME):
            return True
        refuse_no_folder(home)
        if any(present(home / name) for name in keys.BOTH) and not present(home / BEING_MADE):
            if present(home / NAME):  # another program has just made it
                return True
            raise damaged(words.DATA_MISSING.format(home=home))
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
            way.tidy(home)
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
        way = unlocked_with(home, home / NAME, reading=True)
        store = Store(
            home, way.connection, way=way, made=made,
            again=lambda: unlocked_with(home, home / NAME),
        )  # fmt: skip
        to_close.callback(store.close)
        if not as_it_is:
            way.tidy(home)
        refuse_strangers(home, store.connection)
        older = schema.version_of(store.connection) < schema.VERSION
        store.execute("COMMIT")  # from here on somebody may change the key
        if older:
            upgrade(home, store.connection)
        yield store


def readable(home: Path, to_close: ExitStack) -> Unlocked:
    """Return a connection in a transaction to read from, whatever a killed program left behind.

    An unfinished change is rolled back where it lies; where nothing can be written, in a private
    copy that goes when `to_close` does.
    """
    from sqlcipher3 import dbapi2

    try:
        return unlocked_with(home, home / NAME, reading=True)
    except dbapi2.OperationalError as error:
        unwritable = (dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN)
        if error.sqlite_errorcode & 0xFF not in unwritable or not present(home / JOURNAL):
            raise
        if (home / NAME).lstat().st_size > MOST_TO_COPY:
            raise
    from tempfile import TemporaryDirectory

    with plain_file_words(home):
        scratch = Path(to_close.enter_context(TemporaryDirectory(prefix="rp-")))  # 0700
        copy_private(home / JOURNAL, scratch / JOURNAL)
        copy_private(home / NAME, scratch / NAME)
    return unlocked_with(home, scratch / NAME, reading=True)


def unlocked(home: Path, path: Path) -> Any:
    """Return a connection to the store in the file `path`, opened by the keys of `home`."""
    return unlocked_with(home, path).connection


def unlocked_with(
    home: Path, path: Path, *, reading: bool = False, key_stands: bool = False
) -> Unlocked:
    """Open the store in the file `path` by the keys of `home`, asking for a passphrase if need be.

    `reading`: the connection is in a transaction, so that it keeps the key that it was opened with.
    `key_stands`: nobody else can be changing the key, since the caller holds its mutex.
    Raises LockedError, DamagedError, NewerStoreError, NotFoundError where it was erased meanwhile,
    and sqlcipher3's errors.
    """
    way = None
    try:
        way = way_in(home, path, reading=reading)
    except DamagedError:
        if key_stands:
            raise
    if way is None and not key_stands:
        with ExitStack() as to_close:
            wait_for_the_key(home, to_close)
            way = way_in(home, path, reading=reading)
    if way is not None:
        return way
    found = keys.load(home)
    if keys.unfinished((*found.slots, *found.others)):
        raise LockedError(words.NOT_IN_USE, words.NOT_IN_USE_HINT)
    if not keys.need_secret(found.slots):
        keys.keys_without_passphrase(home)  # says so when it is the keys that are damaged
    raise damaged(words.FIRST_PAGE.format(home=home))


def way_in(home: Path, path: Path, *, reading: bool) -> Unlocked | None:
    """Return what the keys of `home` open, None if none of them opens the file.

    Where no slot of the copy of keys.json that counts opens it, those of the other are tried: a
    store that was put back by hand, with the keys of then. Raises LockedError and the other errors
    of `unlocked_with`.
    """
    from recoverplan.store.unlocking import keep_out_of_dumps, person

    keep_out_of_dumps()
    with plain_file_words(home):
        untidy = ours.look_around(home)
        file = check_file(home, path)
        found = keys.load(home)

    def opened_with(key: bytes, of: bytes) -> Unlocked | None:
        connection = opened_by(key, home, path, reading=reading)
        if connection is None:
            return None
        return Unlocked(connection, key, of, found, file, untidy=untidy)

    for slot in (*found.slots, *found.others):
        if slot.kind == "device" and (way := opened_with(slot.key, slot.of)):
            return way
    for opened in person.open((*found.slots, *found.others)):
        if way := opened_with(opened.key, opened.of):
            return way
    if not keys.load(home).says_as(found):  # somebody changed the key meanwhile
        return way_in(home, path, reading=reading)
    return None


def wait_for_the_key(home: Path, to_close: ExitStack) -> None:
    """Wait until nobody is changing the key, and keep it so until `to_close` is closed.

    Where the mutex cannot be had (a folder that is read-only), nobody can be changing it.
    """
    from sqlcipher3 import dbapi2

    from recoverplan.store.making import LOCK, turn

    if present(home / LOCK):
        with suppress(dbapi2.OperationalError, OSError):
            to_close.enter_context(turn(home))


def check_file(home: Path, path: Path) -> tuple[int, int]:
    """Return which file that is. Raises DamagedError if it cannot be a whole store by its looks,
    NotFoundError if it was there and is gone.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        raise gone(home) from None
    if not stat.S_ISREG(found.st_mode):
        raise damaged(words.NOT_A_FILE.format(home=home, name=NAME))
    # The rest of a page that was cut off would read as zeros, without a word.
    if found.st_size % PAGE_BYTES:
        raise damaged(words.LAST_PAGE.format(home=home))
    return found.st_dev, found.st_ino


def opened_by(key: bytes, home: Path, path: Path, *, reading: bool = False) -> Any:
    """Return a connection to the file, None if this is not its key; with `reading` in a
    transaction. Raises as `check_ours` does, and NotFoundError where the file is gone by now.
    """
    from sqlcipher3 import dbapi2

    connection = None
    try:
        connection = connect(path, key)
        if reading:
            connection.execute("BEGIN")
        check_ours(home, connection)
    except BaseException as error:
        if connection is not None:
            connection.close()
        code = getattr(error, "sqlite_errorcode", 0)
        if code == dbapi2.SQLITE_NOTADB:
            return None
        if code & 0xFF == dbapi2.SQLITE_CANTOPEN and not present(path):
            raise gone(home) from error
        raise
    return connection


def check_ours(home: Path, connection: Any) -> None:
    """Raise DamagedError if the store lacks our mark, NewerStoreError if it is too new."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise damaged(words.NOT_A_STORE.format(file=home / NAME))
    refuse_newer(connection)


def connect(path: Path, key: bytes, *, only_look: bool = False) -> Any:
    """Return a connection to the file `path`, which must be there.

    `only_look`: no lock is taken and nothing written; for a file that nobody else writes to.
    Raises sqlcipher3's errors; SQLITE_NOTADB for another key, or a damaged first page.
    """
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        # Never makes a file.
        f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if only_look else 'mode=rw'}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
    )
    connection.row_factory = dbapi2.Row
    connection.text_factory = whole_text
    try:
        for pragma in (
            "cipher_log_level=NONE",  # before the key: errors belong in a sentence, not on stderr
            f"key=\"x'{key.hex()}'\"",
            "synchronous=EXTRA",  # with the rollback journal: nothing acknowledged is lost
            "foreign_keys=ON",
            "recursive_triggers=ON",  # without it a replaced row is not recorded for undo
            "temp_store=MEMORY",
            "secure_delete=ON",
            "trusted_schema=OFF",  # what a schema that was tampered with may call
            "cell_size_check=ON",  # a page that makes no sense is seen before it is used
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_newer(connection: Any) -> None:
    """Raise NewerStoreError if a newer version of the program has changed the schema."""
    if schema.version_of(connection) <= schema.VERSION:
        return
    from sqlcipher3 import dbapi2

    try:
        writer = connection.execute("SELECT version FROM written").fetchone()[0]
    except (dbapi2.DatabaseError, TypeError):
        writer = words.NEWER_VERSION
    raise NewerStoreError(words.DATA_NEWER.format(writer=writer), words.DATA_UPDATE)


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
