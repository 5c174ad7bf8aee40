"""Copies of the store, its keys or its card that somebody else made in the folder.

A program that syncs leaves them when two machines wrote ("plan (conflicted copy).db"), a person
when they want to be sure. They have any name, so they are told by what is in them: they hold a
key, or open with one that this store has or had. Whose they are is for the person to say.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from io import FileIO
from pathlib import Path
from zipfile import ZipFile

from recoverplan.errors import NewerStoreError
from recoverplan.store import connecting, keys, ours
from recoverplan.store.backup_file import NOT_ONE, slots_in_zip
from recoverplan.store.files import NotOursError, carefully, read_start
from recoverplan.store.keys import Slot
from recoverplan.value import NamedTuple

DEEPEST = 3  # folders in folders; a copy of the whole folder lies in one
MOST_FILES = 5_000
START = 4096  # bytes, by which a file is told
PLAIN = b"SQLite format 3\0"
ZIP = b"PK\x03\x04"
CARD = b"recoverplan emergency card\t"
LOCKED_AWAY = b"\nlocked\tyes\n"
MOST_TRIES = 4  # slots that a passphrase is tried on: half a second each


class Stray(NamedTuple):
    """A copy that was found. `kind`: store, keys, card, or backup."""

    path: Path
    kind: str
    slots: tuple[Slot, ...] = ()

    @property
    def backup(self) -> bool:
        """Tell whether this is a backup that the person made, not a copy that came about."""
        return self.kind == "backup" and not self.path.name.startswith("plan.")


def find(
    home: Path, known: Sequence[bytes], slots: Sequence[Slot], secret: str | None = None
) -> list[Stray]:
    """Return the copies in the folder that hold one of the keys `known`, or open with one.

    `slots` are those of keys.json, `secret` the passphrase that opened them. In the folder itself
    any file of keys, and any card with names, is one: there is only one store there.
    """
    there = [each for path in files_in(home) if (each := looked_into(path))]
    here = [each for each in there if each.path.parent == home]
    at_hand = [*known, *(key for each in here for key in keys.device_keys(each.slots))]
    tries = iter(range(MOST_TRIES))

    def holds_known(each: Stray) -> bool:
        """Tell whether a copy holds a key that is known."""
        if set(each.slots) & set(slots) or set(keys.device_keys(each.slots)) & set(known):
            return True
        return secret is not None and any(
            keys.key_in(slot, secret) in known
            for slot in each.slots
            if slot.kind == "passphrase" and next(tries, None) is not None
        )

    def is_ours(each: Stray) -> bool:
        """Tell whether a copy is one of this store."""
        if each.kind == "store":
            return any(opens(each.path, key) for key in dict.fromkeys(at_hand))
        if each.kind == "backup":
            return bool(keys.device_keys(each.slots)) or holds_known(each)
        return each in here or (each.kind == "keys" and holds_known(each))

    found = [each for each in there if is_ours(each)]
    # What lies beside a copy of the store belongs to it.
    copied = {each.path.parent for each in found if each.kind == "store"} - {home}
    return [each for each in there if each in found or each.path.parent in copied]


def files_in(home: Path) -> Iterator[Path]:
    """Yield the plain files in the folder and those in it, but for our own."""
    mine = set(ours.everything(home))
    number = 0
    for folder, folders, names in os.walk(home):
        place = Path(folder)
        if len(place.relative_to(home).parts) >= DEEPEST:
            folders.clear()
        for name in sorted(names):
            number += 1
            if number > MOST_FILES:
                return
            if place / name not in mine:
                yield place / name


def looked_into(path: Path) -> Stray | None:
    """Return what a file is by what is in it, None where it is nothing that could be a copy."""
    with suppress(OSError, NotOursError):
        start = read_start(path, START)
        if start.startswith(CARD):
            return None if LOCKED_AWAY in start else Stray(path, "card")
        if start.startswith(ZIP):
            return backup_in(path)
        if start[:1] == b"{" and keys.FORMAT.encode() in start:
            return Stray(path, "keys", slots_told(read_start(path, keys.MOST_BYTES)))
        size = path.stat().st_size
        if size and size % connecting.PAGE_BYTES == 0 and not start.startswith(PLAIN):
            return Stray(path, "store")
    return None


def slots_told(content: bytes) -> tuple[Slot, ...]:
    """Return the slots in a file of keys, none where it is damaged or of a newer version."""
    with suppress(NewerStoreError, *keys.UNREADABLE):
        return tuple(keys.read_copy(content).slots)
    return ()


def backup_in(path: Path) -> Stray | None:
    """Return the backup that a zip is, as it was written or zipped anew; None for another."""
    with (
        suppress(NewerStoreError, *NOT_ONE),
        FileIO(path, "r", opener=carefully) as file,
        ZipFile(file) as archive,
    ):
        for name in archive.namelist():
            folder, _, base = name.rpartition("/")
            if base == ours.STORE:
                held = f"{folder}/{keys.NAME}" if folder else keys.NAME
                return Stray(path, "backup", tuple(slots_in_zip(archive, held)))
    return None


def opens(path: Path, key: bytes) -> bool:
    """Tell whether a key opens a file as a store; nothing is written, and no lock is waited for."""
    from sqlcipher3 import dbapi2

    try:
        with closing(connecting.connect(path, key, only_look=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return False
    return True


# Names of folders, and files that such programs leave in the folders they copy.
NAMES = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud", "icloud drive": "iCloud", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "syncthing": "Syncthing", "pcloud": "pCloud", "mega": "MEGA",
}  # fmt: skip
MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".sync": "Resilio Sync"}
MARKS |= {".owncloudsync.log": "ownCloud", ".sync_folder_id": "Nextcloud"}


def synced_by(home: Path) -> str | None:
    """Return the program that seems to copy this folder, None where there is no sign of one."""
    for place in (home, *home.parents):
        name = place.name.casefold()
        for known, program in NAMES.items():
            if name == known or name.startswith((f"{known} ", f"{known}-", f"{known}(")):
                return program
        for mark, program in MARKS.items():
            if place != Path.home() and (place / mark).exists():
                return program
    return None
