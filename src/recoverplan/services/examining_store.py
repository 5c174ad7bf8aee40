"""What `doctor` says about the store's own folder and schema: whose it is, who else may write in
it, and what stands in the store that this program did not put there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from recoverplan.errors import DamagedError
from recoverplan.services.backing_up import keep_beside
from recoverplan.store import connecting, guarding, ours, strangers
from recoverplan.store.ending import after_the_fact
from recoverplan.store.files import in_use, passing
from recoverplan.store.trouble import NOT_ALLOWED, cannot_write, file_trouble, plain_words
from recoverplan.value import NamedTuple
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


ROOM = 1 << 16  # bytes: more than a change of one thing takes
BEYOND_FIXING = ("store", "pages", "saving")  # what `fix` can't put right, as far as is known
MOMENT, PATIENCE = 0.25, 3.0  # seconds: longer than from a change to the card that follows it


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


def saving(home: Path) -> Iterator[Finding]:
    """Look whether a change could be written beside the store: a full disk may take a name alone.

    Where it could, nothing is said.
    """
    try:
        with passing(home / f"plan.probe.{os.getpid()}") as file:
            file.write(bytes(ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        trouble = file_trouble(error, home)
        if error.errno in NOT_ALLOWED:
            trouble = cannot_write(words.YOUR_DATA_IN.format(home=home))
        yield Finding("saving", WRONG, f"{after_the_fact(trouble)} {trouble.hint or ''}".strip())


def other_names(home: Path) -> Iterator[Finding]:
    """Look for files of ours that have another name too, which nothing here reaches."""
    linked = ours.linked(ours.everything(home))
    if linked:
        names = ", ".join(path.name for path in linked)
        yield Finding("links", NOTE, words.LINKED.format(names=names))


def at_rest(home: Path, look: Callable[[], list[Finding]]) -> list[Finding]:
    """Return what a look finds, of several for as long as another program is at the files.

    Between a change and the card that follows it, or between two copies of the keys, something is
    wrong for a moment. Of several looks the one with the least that is wrong counts.
    """
    looks: list[list[Finding]] = []
    until = monotonic() + PATIENCE
    while True:
        before = stands(home)
        looks.append(look())
        if not wrongs(looks[-1]) or monotonic() > until:
            break
        sleep(MOMENT)
        if stands(home) == before and not any(map(in_use, ours.leftovers(home))):
            break
    return min(reversed(looks), key=wrongs)


def wrongs(found: list[Finding]) -> int:
    """Return how much is wrong."""
    return sum(each.state == WRONG for each in found)


def stands(home: Path) -> set[tuple[str, int, int]]:
    """Return what tells whether any file in the folder came, went or was written since."""
    found = set()
    with os.scandir(home) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):  # gone by now
                one = entry.stat(follow_symlinks=False)
                found.add((entry.name, one.st_ino, one.st_mtime_ns))
    return found


def not_ours(home: Path, now: datetime, *, fix: bool) -> Iterator[Finding]:
    """Look for what is not ours; with `fix` keep the store as it is in a backup, then take it out.

    Raises what opening a store raises.
    """
    with (
        plain_words(home),
        closing(connecting.unlocked(home, home / ours.STORE)) as connection,
    ):
        found = strangers.strangers(connection)
        if not found:
            yield Finding("tables", OK, words.LOOKED)
            return
        says = words.FOUND.format(home=home, names=strangers.listed(found))
        fixed = fix and strangers.removable(found)
        if fixed:
            kept = keep_beside(home, f"plan.before-fix-{now:%Y%m%d-%H%M%S}")
            fixed = not strangers.remove(connection)
            says = f"{says} {words.KEPT.format(path=kept)}"
        elif not strangers.removable(found):
            says = f"{says} {words.EXPORT}"
    yield Finding("tables", WRONG, says, fixed, DamagedError.exit_code)
