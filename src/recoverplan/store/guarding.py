"""Whose folder the store is in. Where another account could swap its files (keys of its own, a
card with other numbers), nothing is written there; reading goes on, and so does `now`.

An account that administers the computer can do so anywhere; this is about all the others.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from recoverplan.errors import CouldNotError
from recoverplan.store import ours
from recoverplan.store.ending import ending
from recoverplan.store.files import make_empty, ours_at_a_glance, present, this_account
from recoverplan.value import NamedTuple
from recoverplan.words import files as words


class Unsafe(NamedTuple):
    """Why nothing is written in a folder, and the command that mends it."""

    says: str
    mend: str


def see_to(home: Path) -> None:
    """Make sure that nobody else can write in the folder; there may be none yet.

    One that everybody may write in is made private where nothing but our files is in it, and the
    run says so. Raises CouldNotError, with the command that mends it, and OSError.
    """
    if not present(home) or ours_at_a_glance(home):
        return
    found = of_another(home)
    if found is not None:
        message = f"{found.says} {words.NOTHING_CHANGED}"
        raise CouldNotError(message, found.mend)
    if not open_to_all(home) or not keeps_modes(home):
        return
    if not ours_alone(home):
        message = f"{words.OPEN_TO_ALL.format(path=home)} {words.NOTHING_CHANGED}"
        raise CouldNotError(message, words.TO_CLOSE.format(command=f"chmod o-w {quoted(home)}"))
    home.chmod(0o700)
    ending.note(words.CLOSED.format(path=home))


def of_another(home: Path) -> Unsafe | None:
    """Return what is wrong with a folder, or a link to it, of another account; None if it is ours.

    On a disk that does not know whose a file is, it is.
    """
    me, link, owner = this_account(), home.lstat(), home.stat().st_uid
    if stat.S_ISLNK(link.st_mode) and link.st_uid not in {me, 0}:
        says = words.LINK_OF_ANOTHER.format(path=home, owner=name_of(link.st_uid))
        return Unsafe(says, words.NAME_ITSELF.format(command=quoted(home.resolve())))
    if owner == me or not keeps_modes(home):
        return None
    says = words.OF_ANOTHER.format(path=home, owner=name_of(owner))
    mend = f"chown -R {name_of(me)} {quoted(home)}"
    if me == 0:
        return Unsafe(says, words.RUN_AS.format(owner=name_of(owner), command=mend))
    return Unsafe(says, words.MAKE_YOURS.format(command=f"sudo {mend}"))


def open_to_all(folder: Path) -> bool:
    """Tell whether every account may write in a folder, and rename what is in it."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def open_to_group(folder: Path) -> bool:
    """Tell whether a group may write in a folder."""
    return bool(folder.stat().st_mode & stat.S_IWGRP)


def open_above(home: Path) -> Path | None:
    """Return the nearest folder above, in which every account may write; None for none."""
    return next((folder for folder in home.resolve().parents if open_to_all(folder)), None)


def ours_alone(home: Path) -> bool:
    """Tell whether a folder has nothing but our files in it, and no other account made them."""
    found = set(home.iterdir())
    return found <= set(ours.everything(home)) and all(
        path.lstat().st_uid == this_account() for path in found
    )


def keeps_modes(folder: Path) -> bool:
    """Tell whether the disk keeps whose a file is and who may read it (exFAT and some of Windows'
    disks under Linux do not). A new file tells; where none can be made it is taken to be so.
    """
    probe = folder / f"plan.probe.{os.getpid()}"
    try:
        descriptor = make_empty(probe)
    except OSError:
        return True
    try:
        made = os.fstat(descriptor)
        return made.st_uid == this_account() and not stat.S_IMODE(made.st_mode) & 0o077
    finally:
        os.close(descriptor)
        probe.unlink(missing_ok=True)


def quoted(path: Path) -> str:
    """Return a path as it can be typed after a command."""
    from shlex import quote

    return quote(str(path))


def name_of(uid: int) -> str:
    """Return what an account is called, its number where it has no name."""
    if sys.platform == "win32":
        return str(uid)
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
