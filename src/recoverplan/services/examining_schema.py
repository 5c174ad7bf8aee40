"""What `doctor` says of things in the store that this program did not put there, and takes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from recoverplan.errors import DamagedError
from recoverplan.services.backing_up import make_backup, open_source
from recoverplan.services.findings import OK, WRONG, Finding
from recoverplan.services.replacing import free_name
from recoverplan.store import opening, strangers
from recoverplan.store.ending import ending
from recoverplan.store.trouble import plain_words
from recoverplan.words import files as words


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
