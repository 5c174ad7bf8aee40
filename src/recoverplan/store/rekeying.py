"""Changing what opens the store: a passphrase set, changed or removed, and the data key itself.

`PRAGMA rekey` knows no transaction: it commits what is pending, and says "ok" even where a reader
kept it from finishing. So, under one mutex: keys.json gets the slots of the new key beside those of
the old; the store is locked for everybody else, gets its new key, and is opened with it; only then
keys.json loses the old slots. Copies of earlier states in the folder are written anew under the new
key last, from the old one, which a slot of the new hides until that is done. Killed anywhere, one
of the keys in keys.json opens the store, and the next program that opens it does the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from recoverplan.errors import (
    CouldNotError,
    FileUnconfirmedError,
    GoneError,
    RecoverplanError,
    UnconfirmedError,
)
from recoverplan.store import checking, connecting, kept_copies, keys, ours
from recoverplan.store.connecting import Unlocked
from recoverplan.store.ending import ending
from recoverplan.store.kept_copies import Anew
from recoverplan.store.keys import Slot
from recoverplan.store.mutex import alone
from recoverplan.store.opened import Store
from recoverplan.store.settling import copies_settled, in_force
from recoverplan.store.trouble import damaged, plain_file_words, plain_words
from recoverplan.store.unlocking import Opened, person
from recoverplan.words import files as words


def is_locked(home: Path) -> bool:
    """Tell whether the store at `home` opens only with a passphrase. Raises DamagedError."""
    return keys.need_secret(keys.load_slots(home))


def set_new_key(
    home: Path,
    passphrase: str,
    code: str,
    *,
    names: bool | None = False,
    before: Callable[[Store], None] = lambda _: None,
) -> Anew:
    """Give the store a new data key, which opens with this passphrase and this recovery code.

    `names` may then be on the emergency card, None: as it was agreed; `before` is done with the
    store while the old key is in use. Returns what came of copies of earlier states in the folder.
    Raises LockedError, DamagedError, CouldNotError: then what opened the store opens it still.
    Raises UnconfirmedError where nobody can tell which key is in use.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = connecting.unlocked_with(home, home / ours.STORE, key_stands=True)
        key, of = keys.new_key(), keys.new_name()
        old = in_force(way)
        new = [
            keys.secret_slot("passphrase", passphrase, key, of),
            keys.secret_slot("recovery", code, key, of),
            *taken_along(home, way, key, of, names=names),
        ]
        with closing(way.connection):
            if checking.damages(way.connection):
                raise damaged(words.KEY_LEFT.format(home=home))
            bring_under(home, way, old, (key, new), before)
        ending.done(words.NEW_KEY)
        person.remember(new, [Opened(key, of, "passphrase", passphrase)])
        return finish(home, key, new)


def taken_along(
    home: Path, way: Unlocked, key: bytes, of: bytes, *, names: bool | None
) -> list[Slot]:
    """Return the slots that open nothing, made anew for another key."""
    old = in_force(way)
    if names is None:
        names = kept_copies.card_agreed(old, way.key)
    latest = kept_copies.older_slot(
        way.key, key, of, "leaving" if ours.older_copies(home) else "older"
    )
    earlier = kept_copies.older_keys(old, way.key)[: kept_copies.OLDER_KEPT - 1]
    return [
        *([kept_copies.card_slot(key, of)] if names else []),
        latest,
        *(kept_copies.older_slot(each, key, of) for each in earlier),
    ]


def bring_under(
    home: Path,
    way: Unlocked,
    old: list[Slot],
    new: tuple[bytes, list[Slot]],
    before: Callable[[Store], None],
) -> None:
    """Write the store under the new key, its slots in keys.json beside the `old` ones.

    Whatever came of that, the store itself is asked which key is in use; where that is the old one,
    this raises, and its slots alone are kept, if the disk allows.
    """
    key, slots = new
    trouble: BaseException | None = None
    try:
        keys.save_slots(home, [*slots, *old])
        again = partial(connecting.unlocked_with, home, home / ours.STORE, key_stands=True)
        before(Store(home, way.connection, way=way, again=again))
        rekey(way.connection, key)
    except BaseException as error:
        trouble = error
    way.connection.close()
    if in_use(home, (key, way.key)) == key:
        return
    with suppress(RecoverplanError, OSError):
        keys.save_slots(home, old)
    if trouble is None or was_refused(trouble):
        raise CouldNotError(words.KEY_STANDS, words.MAKE_ROOM) from trouble
    raise trouble


def finish(home: Path, key: bytes, new: list[Slot]) -> Anew:
    """Drop the slots of the old key, and bring copies of earlier states under the new.

    Returns what came of these; trouble is said at the end of the run.
    """
    anew = Anew()
    with ending.afterwards(words.KEY_CHANGED, words.REST_FOLLOWS):
        keys.save_slots(home, new)
        slots, anew = copies_settled(home, key, new)
        person.remember(slots, person.known[tuple(new)])
    return anew


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
    connection = connecting.opened_by(key, home, home / ours.STORE)
    if connection is None:
        return False
    with closing(connection):
        return not checking.damages(connection)


def in_use(home: Path, either: Sequence[bytes]) -> bytes:
    """Return which of these keys opens the store, all of it.

    Raises UnconfirmedError where none does, or it cannot be read, also when asked again.
    """
    from sqlcipher3 import dbapi2

    for _ in range(2):  # trouble of a moment is not the last word on what a person can open
        for key in either:
            try:
                if opens(home, key):
                    return key
            except GoneError:
                raise
            except (RecoverplanError, OSError, dbapi2.DatabaseError):
                continue
    raise UnconfirmedError(words.NEW_OR_OLD_KEY, words.KEEP_BOTH)


def remove_passphrase(home: Path) -> None:
    """Let the store open without a passphrase on this computer again.

    Raises LockedError, DamagedError, CouldNotError.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = connecting.unlocked_with(home, home / ours.STORE, key_stands=True)
        way.connection.close()
        kept = [slot for slot in in_force(way) if slot.kind in kept_copies.EARLIER]
        save_or_tell(home, [keys.device_slot(way.key, way.of), *kept])


def save_or_tell(home: Path, slots: list[Slot], odd: Sequence[Any] = ()) -> None:
    """Write keys.json and its second copy. Where the new counts and the disk refused the rest, that
    is said at the end of the run. Raises OSError where what was there still counts.
    """
    try:
        keys.save_slots(home, slots, odd)
    except (OSError, FileUnconfirmedError) as error:
        if keys.load_slots(home) != slots:
            raise
        why = error.why if isinstance(error, FileUnconfirmedError) else f"{error.strerror}."
        ending.doubt(words.NOT_CONFIRMED_BECAUSE.format(why=why), words.REST_FOLLOWS)
    ending.done(words.SAVED)


def agree(home: Path, *, names: bool) -> None:
    """Keep whether names may be on the emergency card while a passphrase is set.

    Raises LockedError, DamagedError, CouldNotError.
    """
    with plain_file_words(home), plain_words(home), alone(home):
        way = connecting.unlocked_with(home, home / ours.STORE, key_stands=True)
        way.connection.close()
        slots = [slot for slot in in_force(way) if slot.kind != "card"]
        if names:
            slots.append(kept_copies.card_slot(way.key, way.of))
        save_or_tell(home, slots, way.found.odd)
        person.remember(slots, person.known.get((*way.found.slots, *way.found.others), []))
