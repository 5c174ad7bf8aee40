"""What `group find` showed last: `group try 2` means the second of it.

Kept in the store, so that nobody reads elsewhere what was looked for; never part of the history or
of an export, and good for a day. Where it can't be kept at once, it is not: finding goes on.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from recoverplan.store import opening, profile
from recoverplan.store.opened import Store

GOOD_FOR = timedelta(days=1)


def remember(home: Path, now: datetime, shown: list[int]) -> None:
    """Keep the numbers of the listings that were shown, in their order, if that can be done."""
    with suppress(Exception), opening.open_to_write(home) as store:
        store.execute("PRAGMA busy_timeout=0")
        store.execute("BEGIN IMMEDIATE")
        profile.keep_found(store, now, shown)
        store.execute("COMMIT")


def listing_at(store: Store, place: int, now: datetime) -> int | None:
    """Return the listing that was shown at a place, 1 the first; None if none was, or long ago."""
    found = profile.last_found(store)
    if found is None:
        return None
    at, shown = found
    in_time = timedelta(0) <= now - at <= GOOD_FOR
    return shown[place - 1] if in_time and 0 < place <= len(shown) else None
