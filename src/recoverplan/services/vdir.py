"""A folder kept in step: one file an item, as khal, vdirsyncer and others read it (a vdir).

Files that were not written from here are never touched. What was edited there is overwritten once,
what was deleted comes back once; after that the folder has its way until the item itself changes,
or the two would go to and fro for ever. A server's own form of an item is left as it is: what it
says is compared, not its bytes. Whatever is written anew has a higher SEQUENCE, without which
vdirsyncer would not carry it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from recoverplan.errors import CouldNotError
from recoverplan.readers.published import digest, same
from recoverplan.services.published import PAGE, Item, Place
from recoverplan.store.files import NotOursError, passing, read_small, sync_folder, to_disk
from recoverplan.value import NamedTuple
from recoverplan.words import publish as words

LARGEST = 4 << 20  # bytes of an item


class Wanted(NamedTuple):
    """An item as it is to be: a digest of what it is made from, its bytes by their SEQUENCE, and
    what can be read in it.
    """

    value: str
    made: Callable[[int], bytes]
    shows: tuple[str, ...] = ()


class Said(NamedTuple):
    """What came of it: how many files were written, and how many removed; which items came back
    or were overwritten, by what they show; which names something else has.
    """

    written: int = 0
    removed: int = 0
    back: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    in_the_way: tuple[str, ...] = ()


def bring_in_step(
    place: Place, wanted: Mapping[str, Wanted], keep: Callable[[Place], None]
) -> tuple[Place, Said]:
    """Make a folder hold what is wanted; return the place as it is then, and what came of it.

    `keep` is called before a file comes that was not there: should the program be killed, it is
    known whose that is. Raises CouldNotError where there is no such folder, and OSError.
    """
    folder = place.folder
    refuse_no_folder(folder)
    known = {item.uid: item for item in place.items}
    there = files_in(folder)
    begin = max(place.retired + 1, 0)
    new = [uid for uid in wanted if uid not in known]
    if new:
        names = adopted(place, there) if not known else {}
        known |= {
            uid: Item(uid, names.get(uid) or place.name_of(uid), sequence=begin - 1) for uid in new
        }
        keep(place._replace(items=tuple(known.values())))
    folding = Folding(place, there)
    removed = [known.pop(uid) for uid in [*known] if uid not in wanted]
    gone = sum(folding.remove(item) for item in removed)
    items = tuple(folding.bring(known[uid], each) for uid, each in wanted.items())
    if folding.written or gone:
        with suppress(PermissionError):
            sync_folder(folder)
    retired = max([place.retired, *(item.sequence for item in removed)])
    said = Said(
        folding.written,
        gone,
        tuple(folding.back),
        tuple(folding.overwritten),
        tuple(folding.in_the_way),
    )
    return place._replace(items=items, retired=retired, behind=False), said


def take_away(place: Place) -> tuple[int, list[str]] | None:
    """Remove all that was written to a place; return how many files, and the names that are left
    because something else has them now. None where there is no such folder now. Raises OSError.
    """
    try:
        refuse_no_folder(place.folder)
    except CouldNotError:
        return None
    folding = Folding(place, files_in(place.folder))
    return sum(map(folding.remove, place.items)), folding.in_the_way


class Folding:
    """One pass over a folder: `there` are its files, as they were found."""

    def __init__(self, place: Place, there: Mapping[str, os.stat_result]) -> None:
        self.place = place
        self.there = there
        self.written = 0
        self.back: list[str] = []
        self.overwritten: list[str] = []
        self.in_the_way: list[str] = []

    def bring(self, item: Item, wanted: Wanted) -> Item:
        """Make one file say what is wanted, where that is for us to say."""
        found = self.there.get(item.name)
        if found is None:
            return self.bring_back(item, wanted)
        if stamp(found) != item.stamp:
            return self.settle(item, wanted, found)
        return item if item.value == wanted.value else self.write(item, wanted)

    def bring_back(self, item: Item, wanted: Wanted) -> Item:
        """Write a file that is not there; one that was deleted again stays away."""
        if item.gone == wanted.value:
            return item
        if item.core and item.value == wanted.value:
            self.back.append(shown(wanted, item))
            item = item._replace(gone=wanted.value)
        return self.write(item, wanted)

    def settle(self, item: Item, wanted: Wanted, found: os.stat_result) -> Item:
        """Look at a file that somebody else wrote, and write it anew if it says something else."""
        theirs = self.says(item)
        new = item.value != wanted.value
        item = item._replace(sequence=max(item.sequence, self.sequence_in(item.name)))
        if theirs and new:
            # Written before a kill, or before it was known here.
            core = self.core(item, wanted.made(item.sequence))
            if same(core, theirs):
                return item._replace(value=wanted.value, core=core, stamp=stamp(found))
        if not theirs or (self.place.kind == PAGE and not item.core):
            self.in_the_way.append(item.name)
            return item
        edited = bool(item.core) and not same(item.core, theirs) and theirs != item.foreign
        if not new and not edited:
            return item._replace(stamp=stamp(found))
        if edited:
            self.overwritten.append(shown(wanted, item))
        return self.write(item._replace(foreign="" if new else theirs), wanted)

    def write(self, item: Item, wanted: Wanted) -> Item:
        """Write a file whole, under the next sequence number. Raises OSError."""
        sequence = item.sequence + 1
        content = wanted.made(sequence)
        path = self.place.folder / item.name
        waiting = path.with_name(f".{item.name}.tmp")  # a name that vdirs' readers pass over
        with passing(waiting) as file:
            file.write(content)
            to_disk(file)
            waiting.replace(path)
        self.written += 1
        return item._replace(
            value=wanted.value,
            core=self.core(item, content),
            sequence=sequence,
            stamp=stamp(path.lstat()),
        )

    def remove(self, item: Item) -> bool:
        """Remove a file if it is what was written, or says something of the same item.

        A page has no mark by which it could be told after somebody else wrote it.
        """
        found = self.there.get(item.name)
        if found is None:
            return False
        theirs = self.says(item) if stamp(found) != item.stamp else item.core
        if not theirs or (self.place.kind == PAGE and theirs != item.core):
            self.in_the_way.append(item.name)
            return False
        (self.place.folder / item.name).unlink(missing_ok=True)
        return True

    def says(self, item: Item) -> str | None:
        """Return what the file there says, as a digest; None where it is something else."""
        try:
            content = read_small(self.place.folder / item.name, LARGEST)
        except (OSError, NotOursError):
            return None
        return self.core(item, content) or None

    def core(self, item: Item, content: bytes) -> str:
        """Return what bytes say of an item, "" for what is not that item."""
        if self.place.kind == PAGE:
            from hashlib import sha256

            return sha256(content).hexdigest()[:16]
        return digest(content, item.uid)

    def sequence_in(self, name: str) -> int:
        """Return the SEQUENCE of the file there, 0 where it has none."""
        with suppress(OSError, NotOursError):
            content = read_small(self.place.folder / name, LARGEST)
            return max(
                [int(each) for each in re.findall(rb"(?m)^SEQUENCE:(\d{1,9})", content)] or [0]
            )
        return 0


def shown(wanted: Wanted, item: Item) -> str:
    """Return what tells an item to a person."""
    return wanted.shows[0] if wanted.shows else item.name


def stamp(found: os.stat_result) -> tuple[int, ...]:
    """Return what tells whether a file was written since."""
    return found.st_mtime_ns, found.st_ino, found.st_size


def files_in(folder: Path) -> dict[str, os.stat_result]:
    """Return what is in a folder, by name; links are not followed."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):  # others are at work there too
                found[entry.name] = entry.stat(follow_symlinks=False)
    return found


def refuse_no_folder(folder: Path) -> None:
    """Raise CouldNotError for what is no folder, a link to one included."""
    try:
        found = folder.lstat()
    except (FileNotFoundError, NotADirectoryError):
        found = None
    if found is None or not stat.S_ISDIR(found.st_mode):
        raise CouldNotError(words.NO_FOLDER.format(path=folder), words.NO_FOLDER_HINT)


def adopted(place: Place, there: Mapping[str, os.stat_result]) -> dict[str, str]:
    """Return the names of files in which items are already, by UID: two of one stop all syncing."""
    if place.kind == PAGE:
        return {}
    return dict(uids_in(place, there))


def uids_in(place: Place, there: Mapping[str, os.stat_result]) -> Iterator[tuple[str, str]]:
    """Yield the UID of each file that could be an item, and its name."""
    ending = place.name_of("")
    for name in sorted(there):
        if not name.endswith(ending) or name.startswith("."):
            continue
        with suppress(OSError, NotOursError):
            content = read_small(place.folder / name, LARGEST)
            for found in re.findall(rb"(?m)^UID:(?:urn:uuid:)?([^\r\n]+)", content):
                yield found.decode("utf-8", "replace"), name
