"""A connection to `plan.db`, encrypted page by page: which file that is, which of the keys beside
it opens it, and what makes it no whole store of ours.

`opening.py` opens the store to be read or changed; what makes it, changes its key or puts it right
takes its connection from here.
"""

from __future__ import annotations

import stat
from contextlib import ExitStack, suppress
from pathlib import Path

from recoverplan.errors import DamagedError, LockedError, NewerStoreError
from recoverplan.store import keys, ours, schema
from recoverplan.store.files import present
from recoverplan.store.keys import Keys
from recoverplan.store.opened import whole_text
from recoverplan.store.trouble import damaged, gone, plain_file_words
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PAGE_BYTES = 4096


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
    from recoverplan.store.unlocking import person

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

    from recoverplan.store.mutex import turn

    if present(home / ours.LOCK):
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
        raise damaged(words.NOT_A_FILE.format(home=home, name=ours.STORE))
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
        raise damaged(words.NOT_A_STORE.format(file=home / ours.STORE))
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
        timeout=ours.BUSY_SECONDS,
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
