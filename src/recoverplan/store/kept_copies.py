"""The copies of earlier states that recoverplan keeps, brought under the key that is in use now;
and the slots that open nothing: an earlier key under this one, what was agreed to for the card.

A copy is written anew beside its place and takes its name at once: cut short anywhere, it opens
with the old key or the new one. What was damaged goes: nothing of it can be written anew, and its
keys lie beside it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from errno import EIO
from hmac import compare_digest
from pathlib import Path
from shutil import copyfileobj
from zipfile import ZipFile

from recoverplan.store import checking, connecting, keys, ours
from recoverplan.store.backup_file import NOT_ONE, slots_in_zip, unpack, write_zip
from recoverplan.store.files import NotOursError, passing, sync_folder, take_away, to_disk
from recoverplan.store.keys import Slot
from recoverplan.store.strays import opens
from recoverplan.value import NamedTuple
from recoverplan.words import files as words

EARLIER = ("leaving", "older")
OLDER_KEPT = 4  # earlier keys that are remembered


def older_slot(old: bytes, key: bytes, of: bytes, kind: str = "older") -> Slot:
    """Return a slot that hides an earlier key under the one in use. `kind`: older or leaving."""
    salt = os.urandom(keys.SALT_BYTES)
    hidden = keys.xor(old, keys.check_of("hidden", salt, b"", keyed_by=key))
    return Slot(kind, salt, hidden, keys.check_of(kind, of + salt, hidden, keyed_by=key), of)


def older_keys(slots: Iterable[Slot], key: bytes) -> list[bytes]:
    """Return the earlier keys that slots hide under this one, the latest first."""
    return [
        keys.xor(slot.key, keys.check_of("hidden", slot.salt, b"", keyed_by=key))
        for slot in slots
        if slot.kind in EARLIER
        and compare_digest(
            keys.check_of(slot.kind, slot.of + slot.salt, slot.key, keyed_by=key), slot.check
        )
    ]


def card_slot(key: bytes, of: bytes) -> Slot:
    """Return what says that names may be on the emergency card while a passphrase is set."""
    mark = keys.check_of("names on the card", of, b"", keyed_by=key)
    return Slot("card", b"", mark, keys.check_of("card", of, mark, keyed_by=key), of)


def card_agreed(slots: Iterable[Slot], key: bytes) -> bool:
    """Tell whether somebody who knew the key agreed to names on the emergency card."""
    return any(
        compare_digest(keys.check_of("card", slot.of, slot.key, keyed_by=key), slot.check)
        for slot in slots
        if slot.kind == "card"
    )


class NoKeyError(Exception):
    """A copy is whole as far as can be seen, and none of the keys that are known opens it."""


class Anew(NamedTuple):
    """What came of bringing copies under another key: some are gone, some stay as they are."""

    removed: tuple[Path, ...] = ()
    unopened: tuple[Path, ...] = ()


def write_anew(home: Path, key: bytes, slots: Sequence[Slot], older: Sequence[bytes]) -> Anew:
    """Bring every copy under `key`, which opens with `slots`; the others are opened by `older`.

    One that is damaged is gone then, one that no key opens is left alone. Raises OSError where the
    disk gives trouble; then nothing is lost, and it can be done again.
    """
    opening_slots = [slot for slot in slots if slot.kind in keys.OPENING_KINDS]
    removed, unopened = [], []
    for path in ours.older_copies(home):
        try:
            if not is_anew(path, key, opening_slots, older):
                take_away(path)
                removed.append(path)
        except NoKeyError:
            unopened.append(path)
    sync_folder(home)
    return Anew(tuple(removed), tuple(unopened))


def is_anew(path: Path, key: bytes, slots: list[Slot], older: Sequence[bytes]) -> bool:
    """Bring one copy under the key; False for a damaged one. Raises NoKeyError, for what was never
    one of ours too: a link of that name, a pipe.
    """
    try:
        ours.refuse_odd_database(path)
    except NotOursError as error:
        raise NoKeyError from error
    if re.fullmatch(ours.OLDER_ZIP, path.name):
        return zip_anew(path, key, slots, older)
    return bool(re.fullmatch(ours.OLDER_STORE, path.name)) and store_anew(path, key, older)


def zip_anew(path: Path, key: bytes, slots: list[Slot], older: Sequence[bytes]) -> bool:
    """Write a kept backup anew under the key; False for what is no whole backup of ours."""
    pid = os.getpid()
    scratch = path.with_name(f".{path.name}.{pid}.db")
    waiting = path.with_name(f".{path.name}.{pid}.new")
    try:
        with path.open("rb") as file, ZipFile(file) as archive:
            there = slots_in_zip(archive)
            if there == slots:
                return True
            with passing(scratch, ours.BESIDE) as unpacked, passing(waiting) as zipped:
                unpack(archive, ours.STORE, unpacked)
                if not rekeyed(scratch, (*keys.device_keys(there), *older, key), key):
                    return False
                write_zip(zipped, scratch, slots)
                in_its_place(waiting, path)
    except NOT_ONE:
        return False
    return True


def store_anew(path: Path, key: bytes, older: Sequence[bytes]) -> bool:
    """Write a kept copy of the store anew under the key; False for a damaged one, and one that no
    key opens: nobody can be asked for it, since it has no keys of its own.
    """
    waiting = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(NoKeyError):
        return rekeyed(path, (key,), key)
    if not any(opens(path, each) for each in older):  # before it is copied: it may be enormous
        return False
    with passing(waiting, ours.BESIDE) as file:
        with path.open("rb") as source:
            copyfileobj(source, file)
        to_disk(file)
        if rekeyed(waiting, older, key):
            in_its_place(waiting, path)
            return True
    return False


def in_its_place(waiting: Path, path: Path) -> None:
    """Give a copy its name, and the time of the one that had it: the newest is looked for."""
    found = path.stat()
    os.utime(waiting, ns=(found.st_atime_ns, found.st_mtime_ns))
    waiting.replace(path)


def rekeyed(path: Path, tried: Sequence[bytes], key: bytes) -> bool:
    """Bring the store in a file under a key, from the first of `tried` that opens it.

    False where it was damaged before. Raises NoKeyError where none does, and OSError where the disk
    gives trouble.
    """
    from sqlcipher3 import dbapi2

    for each in dict.fromkeys(tried):
        try:
            with closing(connecting.connect(path, each)) as connection:
                if checking.damages(connection):
                    return False
                if each == key:
                    return True
                with closing(connection.execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")):
                    pass
        except dbapi2.DatabaseError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == dbapi2.SQLITE_CORRUPT:
                return False
            if code != dbapi2.SQLITE_NOTADB:
                raise OSError(EIO, str(error)) from error
            continue
        if reads_back(path, key):
            return True
        raise OSError(EIO, words.READS_BACK)
    raise NoKeyError


def reads_back(path: Path, key: bytes) -> bool:
    """Tell whether a key opens all of a file: SQLCipher may say nothing where it could not finish
    with a new one, and speaks of the key whatever went wrong.
    """
    from sqlcipher3 import dbapi2

    try:
        with closing(connecting.connect(path, key)) as connection:
            return not checking.damages(connection)
    except dbapi2.DatabaseError:
        return False
