"""What `doctor` says about the store's own folder and schema: whose it is, who else may write in
it, and what stands in the store that this program did not put there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recoverplan.errors import DamagedError
from recoverplan.services.backing_up import make_backup, open_source
from recoverplan.services.replacing import free_name
from recoverplan.store import guarding, opening, strangers
from recoverplan.store.ending import ending
from recoverplan.store.trouble import plain_words
from recoverplan.words import files as words

OK, NOTE, WRONG = "ok", "note", "wrong"


class Finding(NamedTuple):
    """One thing looked at. `state`: ok, note or wrong; `fixed`: it was wrong, and is put right.

    `code` is what the program ends with where this is wrong.
    """

    what: str
    state: str
    says: str
    fixed: bool = False
    code: int = 1


def whose(home: Path) -> Iterator[Finding]:
    """Look at whose the folder is, and whether others may write in it or above it."""
    if os.name == "nt":
        return
    unsafe = guarding.of_another(home)
    if unsafe is not None:
        yield Finding("owner", WRONG, f"{unsafe.says} {unsafe.mend}")
    elif others_see(home) and not guarding.keeps_modes(home):
        yield Finding("disk", NOTE, words.NO_MODES.format(path=home))
        return
    elif guarding.open_to_all(home):
        if not guarding.ours_alone(home):  # else its mode alone says so, and is put right
            mend = words.TO_CLOSE.format(command=f"chmod o-w {guarding.quoted(home)}")
            yield Finding("writers", WRONG, f"{words.OPEN_TO_ALL.format(path=home)} {mend}")
    elif guarding.open_to_group(home):
        command = f"chmod g-w {guarding.quoted(home)}"
        says = words.GROUP_WRITES.format(path=home, command=command)
        yield Finding("writers", NOTE, says)
    above = guarding.open_above(home)
    if above is not None:
        command = f"chmod o-w {guarding.quoted(above)}"
        yield Finding("above", NOTE, words.ABOVE.format(path=above, command=command))


def others_see(home: Path) -> bool:
    """Tell whether the folder's mode, as it is shown, lets anybody else in."""
    return bool(home.stat().st_mode & 0o077)


def may_be_written(home: Path, *, fix: bool) -> bool:
    """Tell whether a store may be opened to write where it is; what is looked at stays as it is."""
    if os.name == "nt":
        return True
    return guarding.of_another(home) is None and (fix or not guarding.open_to_all(home))


def not_ours(home: Path, now: datetime, *, fix: bool) -> Iterator[Finding]:
    """Look for what is not ours; with `fix` keep the store as it is in a backup, then take it out.

    Raises what opening a store raises.
    """
    with plain_words(home), closing(opening.unlocked(home, home / opening.NAME)) as connection:
        found = strangers.strangers(connection)
        if not found:
            yield Finding("tables", OK, words.LOOKED)
            return
        says = words.FOUND.format(home=home, names=strangers.listed(found))
        fixed = fix and strangers.removable(found)
        if fixed:
            kept = keep(home, now)
            fixed = not strangers.remove(connection)
            says = f"{says} {words.KEPT.format(path=kept)}"
        elif not strangers.removable(found):
            says = f"{says} {words.EXPORT}"
    yield Finding("tables", WRONG, says, fixed, DamagedError.exit_code)


def keep(home: Path, now: datetime) -> Path:
    """Make a backup of the store as it is, beside it, with the keys that it has."""
    path = free_name(home, f"plan.before-fix-{now:%Y%m%d-%H%M%S}", ".zip")
    with ExitStack() as to_close:
        source = open_source(home, to_close)
        make_backup(source, source.slots, path)
    ending.not_yet()
    return path
