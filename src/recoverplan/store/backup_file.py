"""The one file of a backup: a zip, stored, with the store as encrypted as ever, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from recoverplan.store import keys, ours
from recoverplan.store.files import to_disk
from recoverplan.store.keys import Slot
from recoverplan.words import safekeeping as words

NOTE_NAME = "READ-ME.txt"
PIECE = 1 << 20
# What reading something else as a backup raises, beside OSError.
NOT_ONE = (BadZipFile, EOFError, KeyError, ValueError, TypeError, AttributeError, RuntimeError)


def write_zip(file: BinaryIO, store: Path, slots: Sequence[Slot]) -> None:
    """Write a backup of the store in the file `store`, and bring it to the disk."""
    behind = "" if slots[0].kind == "device" else words.BEHIND
    with ZipFile(file, "w", ZIP_STORED) as archive:
        archive.writestr(private(NOTE_NAME), words.NOTE.format(behind=behind))
        archive.writestr(private(keys.NAME), keys.slots_out(slots))
        with store.open("rb") as content, archive.open(private(ours.STORE), "w") as entry:
            while piece := content.read(PIECE):
                entry.write(piece)
    to_disk(file)


def private(name: str) -> ZipInfo:
    """Return the entry of a file that unpacks as private; it says nothing of when."""
    entry = ZipInfo(name)
    entry.external_attr = 0o600 << 16
    return entry


def slots_in_zip(archive: ZipFile, name: str = keys.NAME) -> list[Slot]:
    """Return what opens the store in a backup; `name`: of its file of keys, in a folder or not.

    Raises KeyError, ValueError and their like for what is no backup of ours.
    """
    with archive.open(name) as content:
        return keys.slots_in(content.read(keys.MOST_BYTES))


def unpack(archive: ZipFile, name: str, file: BinaryIO) -> None:
    """Copy one entry to a file, on the disk. Raises KeyError, BadZipFile where its sum is wrong."""
    with archive.open(name) as content:
        poured(content, file)


def poured(content: IO[bytes], file: BinaryIO) -> None:
    """Copy a stream to a file, and bring that to the disk.

    Raises ValueError for a long run of zeros: what is encrypted has none, and a file with nothing
    in it may be as long as it likes.
    """
    while piece := content.read(PIECE):
        if len(piece) == PIECE and piece.count(0) == PIECE:
            raise ValueError(PIECE)
        file.write(piece)
    to_disk(file)
