"""Changing what opens the store: a passphrase set, changed or removed, and the data key itself.

`PRAGMA rekey` knows no transaction: it commits what is pending, and says "ok" even where a reader
kept it from finishing. So, under one mutex: keys.json gets the slots of the new key beside those of
the old; the store is locked for everybody else, gets its new key, and is opened with it; only then
keys.json loses the old slots. Killed anywhere, one of the keys in keys.json opens the store, and
the next program that opens it to write drops the slots of the other.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.store import checking, keys, opening
from recoverplan.store.keys import Slot
from recoverplan.store.making import alone
from recoverplan.store.trouble import MAKE_ROOM, damaged, plain_file_words, plain_words
from recoverplan.store.unlocking import Opened, person

KEY_STANDS = "The key could not be changed: the disk is full, or failing. Nothing is lost."
OLD_COPIES = ("plan.before-*", "plan.damaged-*")


def is_locked(home: Path) -> bool:
    """Tell whether the store at `home` opens only with a passphrase. Raises DamagedError."""
    return keys.need_secret(keys.load_slots(home))


def old_copies(home: Path) -> list[Path]:
    """Return the copies of earlier states that lie in the store's folder, with their own keys."""
    return sorted(path for pattern in OLD_COPIES for path in home.glob(pattern))


def set_new_key(home: Path, passphrase: str, code: str) -> None:
    """Give the store a new data key, which opens with this passphrase and this recovery code.

    Copies of earlier states in the folder go: their key lay open, or may be known to others.
    Raises LockedError, DamagedError, CouldNotError; then what opened the store opens it still.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = opening.unlocked_with(home, home / opening.NAME, key_stands=True)
        with closing(way.connection) as connection:
            if checking.damages(connection):
                message = f"Your data in {home} is damaged, so its key was left as it is."
                raise damaged(message)
            old = [slot for slot in way.slots if slot.of == way.of]
            key, of = keys.new_key(), keys.new_name()
            new = [
                keys.secret_slot("passphrase", passphrase, key, of),
                keys.secret_slot("recovery", code, key, of),
            ]
            keys.save_slots(home, [*new, *old])
            try:
                rekey(connection, key)
            except BaseException as error:
                connection.close()
                with suppress(RecoverplanError, OSError):
                    keep_what_opens(home, [(way.key, old), (key, new)])
                if was_refused(error):
                    raise CouldNotError(KEY_STANDS, MAKE_ROOM) from error
                raise
        if not opens(home, key):
            keep_what_opens(home, [(way.key, old), (key, new)])
            raise CouldNotError(KEY_STANDS, MAKE_ROOM)
        keys.save_slots(home, new)
        person.remember(new, [Opened(key, of, "passphrase", passphrase)])
        for copy in old_copies(home):
            copy.unlink(missing_ok=True)


def rekey(connection: object, key: bytes) -> None:
    """Write every page under the new key, with everybody else kept out until it is done."""
    execute: Callable[[str], object] = connection.execute  # type: ignore[attr-defined]
    execute("BEGIN EXCLUSIVE")
    # The lock stays after the commit. This mode keeps what it has while it waits for more: said
    # any earlier, a change that is being committed would wait for us, and we for it.
    execute("PRAGMA locking_mode=EXCLUSIVE")
    execute("COMMIT")
    execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")


def was_refused(error: BaseException) -> bool:
    """Tell whether SQLCipher itself gave up: it then speaks of the key, whatever the reason was."""
    from sqlcipher3 import dbapi2

    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, dbapi2.DatabaseError) and code == dbapi2.SQLITE_ERROR


def opens(home: Path, key: bytes) -> bool:
    """Tell whether this key opens the store, all of it."""
    connection = opening.opened_by(key, home, home / opening.NAME)
    if connection is None:
        return False
    with closing(connection):
        return not checking.damages(connection)


def keep_what_opens(home: Path, ways: list[tuple[bytes, list[Slot]]]) -> None:
    """Keep only the slots of the key that opens the store."""
    for key, slots in ways:
        if opens(home, key):
            keys.save_slots(home, slots)
            return


def settle(home: Path) -> None:
    """Drop the slots of the key that is not in use, after a change of it was cut short."""
    with plain_file_words(home), alone(home):
        way = opening.unlocked_with(home, home / opening.NAME, key_stands=True)
        way.connection.close()
        kept = [slot for slot in way.slots if slot.of == way.of]
        if kept != way.slots:
            keys.save_slots(home, kept)
            person.remember(kept, person.known.get(tuple(way.slots), []))


def change_passphrase(home: Path, passphrase: str) -> None:
    """Let the store open with this passphrase instead of the one before; the code stays.

    Raises LockedError, DamagedError, CouldNotError.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = opening.unlocked_with(home, home / opening.NAME, key_stands=True)
        way.connection.close()
        others = [slot for slot in way.slots if slot.of == way.of and slot.kind == "recovery"]
        slots = [keys.secret_slot("passphrase", passphrase, way.key, way.of), *others]
        keys.save_slots(home, slots)
        person.remember(slots, [Opened(way.key, way.of, "passphrase", passphrase)])


def remove_passphrase(home: Path) -> None:
    """Let the store open without a passphrase on this computer again.

    Raises LockedError, DamagedError, CouldNotError.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = opening.unlocked_with(home, home / opening.NAME, key_stands=True)
        way.connection.close()
        keys.save_slots(home, [keys.device_slot(way.key)])
