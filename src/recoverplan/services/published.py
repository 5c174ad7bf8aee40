"""What is published from this computer, and where: kept in a file beside the store.

It has no names or titles in it, only digests, and says for each file what was written to it last.
Neither an export nor a backup carries it anywhere.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

from recoverplan.errors import CouldNotError
from recoverplan.home import PUBLISHED
from recoverplan.store.files import NotOursError, lock, present, read_small, write_whole
from recoverplan.words import publish as words
from recoverplan.words.files import TRY_AGAIN

FORMAT = "recoverplan/published/1"
KINDS = (CALENDAR, CONTACTS, PAGE) = ("calendar", "contacts", "page")
ENDINGS = {CALENDAR: ".ics", CONTACTS: ".vcf"}
MOST_BYTES = 64 << 20
PATIENCE = 10  # seconds to wait for another program


class Item(NamedTuple):
    """One file that was written. `value` is a digest of what it was made from, `core` of what it
    says; both "" until it is there. `sequence` counts its writings.

    `stamp`: its time, inode and size as they were left. `gone`: the value that came back once
    after it was deleted there; `foreign`: what somebody else made of it, that was overwritten once.
    """

    uid: str
    name: str
    value: str = ""
    core: str = ""
    sequence: int = 0
    stamp: tuple[int, ...] = ()
    gone: str = ""
    foreign: str = ""


class Place(NamedTuple):
    """A folder, or for a page its file, and what was written there.

    `titles` were asked for; `agreed` is the consent to them under the passphrase in force.
    `since`: the Monday with which what repeats begins. `retired`: the highest sequence number of
    items that are gone; `named`: names were allowed when it was last brought in step; `behind`:
    what is there may not be what the store says. `before`: the place that this one takes over
    from, while its files may still be there.
    """

    kind: str
    path: str
    titles: str
    since: date
    agreed: str = ""
    retired: int = -1
    named: bool = False
    behind: bool = False
    items: tuple[Item, ...] = ()
    before: Place | None = None

    @property
    def folder(self) -> Path:
        """Return the folder in which the files are."""
        path = Path(self.path)
        return path.parent if self.kind == PAGE else path

    def name_of(self, uid: str) -> str:
        """Return the usual name of an item's file."""
        return Path(self.path).name if self.kind == PAGE else f"{uid}{ENDINGS[self.kind]}"


def is_on(home: Path) -> bool:
    """Tell whether anything is published from here."""
    return present(home / PUBLISHED)


def load(home: Path) -> dict[str, Place]:
    """Return what is published, by kind; nothing where nothing is. Raises CouldNotError."""
    try:
        found = json.loads(read_small(home / PUBLISHED, MOST_BYTES))
        if found["format"] != FORMAT:
            raise CouldNotError(words.NEWER)
        places = [place_in(each) for each in found["places"]]
    except FileNotFoundError:
        return {}
    except (OSError, NotOursError, ValueError, KeyError, TypeError) as error:
        raise CouldNotError(words.DAMAGED, words.DAMAGED_HINT) from error
    return {place.kind: place for place in places}


def load_or_none(home: Path) -> dict[str, Place]:
    """Return what is published; nothing where that is damaged: what is there is adopted."""
    try:
        return load(home)
    except CouldNotError:
        return {}


def place_in(record: Any) -> Place:
    """Return a place as it is kept. Raises ValueError, KeyError or TypeError for another thing."""
    items = [Item(**{**each, "stamp": tuple(each["stamp"])}) for each in record["items"]]
    before = place_in(record["before"]) if record.get("before") else None
    since = date.fromisoformat(record["since"])
    place = Place(**{**record, "since": since, "items": tuple(items), "before": before})
    plain = [Path(item.name).name == item.name and item.name not in {"", ".."} for item in items]
    if place.kind not in KINDS or not Path(place.path).is_absolute() or not all(plain):
        raise ValueError(place.kind)
    return place


def save(home: Path, places: dict[str, Place]) -> None:
    """Keep what is published; where nothing is any more, the file goes. Raises OSError."""
    path = home / PUBLISHED
    if not places:
        path.unlink(missing_ok=True)
        return
    records = [record_of(place) for place in places.values()]
    write_whole(path, json.dumps({"format": FORMAT, "places": records}).encode())


def record_of(place: Place) -> dict[str, Any]:
    """Return a place as it is kept."""
    return {
        **place._asdict(),
        "since": place.since.isoformat(),
        "items": [{**item._asdict(), "stamp": list(item.stamp)} for item in place.items],
        "before": record_of(place.before) if place.before else None,
    }


def keep(home: Path, place: Place) -> None:
    """Keep one place beside the others. Under `alone`. Raises OSError, CouldNotError."""
    save(home, {**load(home), place.kind: place})


def looked_at(home: Path, now: datetime) -> None:
    """Note when what is published was last brought in step: the time of its file says so."""
    seconds = now.timestamp()
    os.utime(home / PUBLISHED, (seconds, seconds))


def is_due(home: Path, now: datetime) -> bool:
    """Tell whether what is published was not looked at today. The days in it move on."""
    try:
        looked = datetime.fromtimestamp((home / PUBLISHED).stat().st_mtime, now.tzinfo)
    except OSError:
        return False
    return looked.date() != now.date()


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Let no other program publish from this store, or stop it, meanwhile. Raises CouldNotError."""
    if (
        sys.platform == "win32"
    ):  # there a folder can't be locked, and the store's own lock has to do
        yield
        return
    descriptor = os.open(home, os.O_RDONLY)
    try:
        until = monotonic() + PATIENCE
        while not lock(descriptor, exclusive=True):
            if monotonic() > until:
                raise CouldNotError(words.BUSY, TRY_AGAIN)
            sleep(0.02)
        yield
    finally:
        os.close(descriptor)
