"""Which files in the folder of the store are ours: told by exact names, here and nowhere else.

The folder may be shared with files of the person. So what is taken away unasked has one of these
names to the letter; a copy that somebody else made of our files (a program that syncs, a person)
has another name, and is told by what is in it (`strays.py`), named, and removed on a yes.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from recoverplan.home import EMERGENCY_CARD, PUBLISHED, REMINDER_FILES
from recoverplan.store.files import NotOursError, in_use, refuse_odd, refuse_planted, sweep
from recoverplan.store.trouble import damaged
from recoverplan.words import files as words

STORE = "plan.db"
BEING_MADE = "plan.db.new"
KEYS = "keys.json"
SECOND_KEYS = "keys-copy.json"
LOCK = "keys.lock"
BUSY_SECONDS = 15.0  # how long another program of ours is waited for
JOURNAL = "plan.db-journal"
BESIDE = ("-journal", "-wal", "-shm")  # what SQLite puts beside a database, or reads there
OPENED = (STORE, *(STORE + end for end in BESIDE))  # by SQLite, whatever they are
LIVE = frozenset(
    (
        *(KEYS, SECOND_KEYS, *OPENED, LOCK, *(LOCK + end for end in BESIDE)),
        *REMINDER_FILES,
        *(PUBLISHED, EMERGENCY_CARD),
    )
)
STARTS = ("plan.", "keys", "emergency-card", "reminders", "published", ".")  # of every name below

_BESIDE = "(-journal|-wal|-shm)?"
_PID = r"\.\d{1,10}"
# Copies of an earlier state: from before an upgrade, a restore or a repair, and what was damaged.
OLDER_STORE = rf"plan\.before-\d+\.db{_BESIDE}"
OLDER_ZIP = r"plan\.before-(restore|fix)-[\d-]+\.zip"
OLDER_DAMAGED = rf"plan\.damaged-[\d-]+\.(db{_BESIDE}|keys\.json|keys-copy\.json)"
OLDER = f"{OLDER_STORE}|{OLDER_ZIP}|{OLDER_DAMAGED}"
# What is on its way to another name; it stays behind where a program is killed.
PASSING = "|".join(
    (
        r"(keys\.json|keys-copy\.json|emergency-card\.txt|reminders(-\w+)?\.txt|published\.json)\.new",
        rf"plan\.db\.(new|restored{_PID}){_BESIDE}",
        rf"plan\.before-\d+\.db{_PID}{_BESIDE}",
        rf"plan\.probe{_PID}",
        # A file that was being written for the person, where that is in this folder.
        rf"\..+\.(csv|db|html|ics|json|pdf|png|sqlite|txt|vcf|zip){_PID}\.new",
        rf"\..+\.zip{_PID}\.db{_BESIDE}",
    )
)


def older_copies(home: Path) -> list[Path]:
    """Return the copies of earlier states that recoverplan itself keeps in the folder."""
    return named(home, OLDER)


def leftovers(home: Path) -> list[Path]:
    """Return what programs that were killed left behind, and what one is just writing."""
    return named(home, PASSING)


def everything(home: Path) -> list[Path]:
    """Return every file of ours, in the order in which they are to go.

    What holds keys first, since without them the rest is noise; the card last, since a program that
    is just writing would else make it anew.
    """
    order = (
        r"keys\.json",
        r"keys.*\.json(\.new)?",
        rf"{OLDER}|{PASSING}",
        r"plan\.db.*",
        r"(keys\.lock|reminders|published).*",
        r".*",
    )
    found = named(home, f"{OLDER}|{PASSING}|{'|'.join(map(re.escape, LIVE))}")

    def place(path: Path) -> int:
        return next(n for n, pattern in enumerate(order) if re.fullmatch(pattern, path.name))

    return sorted(found, key=place)


def is_there(home: Path) -> bool:
    """Tell whether anything in the folder is ours."""
    return bool(everything(home))


def may_hold_keys(path: Path) -> bool:
    """Tell whether a file of ours may have a key in it, by its name. The lock has none, and to open
    and close it would let go of it.
    """
    name = path.name
    return name.endswith((".zip", ".new")) or ("keys" in name and not name.startswith(LOCK))


def linked(paths: Sequence[Path]) -> list[Path]:
    """Return those that have another name too (a hard link), which is none of these."""
    found: dict[tuple[int, int], list[Path]] = {}
    names: dict[tuple[int, int], int] = {}
    for path in paths:
        with suppress(FileNotFoundError):
            one = path.lstat()
            if stat.S_ISREG(one.st_mode):
                found.setdefault((one.st_dev, one.st_ino), []).append(path)
                names[one.st_dev, one.st_ino] = one.st_nlink
    return [path for one, ours in found.items() if names[one] > len(ours) for path in ours]


def named(home: Path, pattern: str) -> list[Path]:
    """Return what in the folder has a name of this pattern, to the letter, by name."""
    try:
        names = sorted(path.name for path in home.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [home / name for name in names if re.fullmatch(pattern, name, re.DOTALL | re.ASCII)]


def look_around(home: Path) -> bool:
    """Look whether SQLite would meet something odd in the folder, and whether leftovers may be
    there; tell the second. Raises DamagedError for the first.
    """
    untidy = False
    try:
        with os.scandir(home) as entries:
            for entry in entries:
                if entry.name not in LIVE:
                    untidy = untidy or may_be_left(entry.name)
                elif entry.name in OPENED:
                    found = entry.stat(follow_symlinks=False)
                    refuse_odd(home / entry.name, found)
                    refuse_planted(home / entry.name, found)
    except NotOursError as error:
        raise damaged(words.DAMAGED_BECAUSE.format(home=home, why=error)) from error
    except (FileNotFoundError, PermissionError):
        pass
    return untidy


def refuse_odd_database(path: Path) -> None:
    """Raise NotOursError where SQLite would meet what is no plain file: at a database, or beside
    it. It would wait at a pipe.
    """
    for ending in ("", *BESIDE):
        each = path.with_name(path.name + ending)
        with suppress(FileNotFoundError):
            refuse_odd(each, each.lstat())


def odd_ones(home: Path) -> list[str]:
    """Return a sentence for each thing that has the name of a file of ours, and is no file, or
    another account's.
    """
    said = []
    for path in everything(home):
        try:
            found = path.lstat()
            refuse_odd(path, found)
            refuse_planted(path, found)
        except NotOursError as error:
            said.append(str(error))
        except FileNotFoundError:
            continue
    return said


def may_be_left(name: str) -> bool:
    """Tell, at little cost, whether a name may be that of a leftover."""
    ending = name.endswith((".new", *BESIDE)) or name[-1].isdigit()
    return name.startswith(STARTS) and (ending or (name[0] == "." and name.endswith(".db")))


def sweep_leftovers(home: Path) -> list[Path]:
    """Take away what programs that were killed left behind; return what is still there."""
    return not_swept(leftovers(home))


def left_behind(home: Path) -> list[Path]:
    """Return what programs that were killed left behind, without what another one is at just now:
    it writes that, or sweeps it. What SQLite has put beside such a file goes with it.
    """
    found = leftovers(home)
    busy = [path for path in found if in_use(path)]
    beside = {each.name + end for each in busy for end in BESIDE}
    return [path for path in found if path not in busy and path.name not in beside]


def not_swept(found: Sequence[Path], *, odd_too: bool = True) -> list[Path]:
    """Take away passing files, sorted by name, that no program is at; return the others.

    A program holds the file that it is at. What SQLite has put beside that nobody holds: it comes
    after it by name, and stays where it stays.
    """
    left: list[Path] = []
    for path in found:
        beside = any(path.name == each.name + end for each in left for end in BESIDE)
        if beside or not sweep(path, odd_too=odd_too):
            left.append(path)
    return left


def sweep_for(path: Path) -> None:
    """Take away what an earlier writing of a file left beside it, when its program was killed."""
    with suppress(PermissionError):  # a folder that may be written to, and not listed
        pattern = rf"\.{re.escape(path.name)}{_PID}\.(new|db{_BESIDE})"
        not_swept(named(path.parent, pattern), odd_too=False)
