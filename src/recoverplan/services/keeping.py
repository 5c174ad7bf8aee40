"""Reading from and writing to the store: the emergency card follows every change before "done"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

Store = Any


@contextmanager
def reading(home: Path) -> Iterator[Store | None]:
    """Open the store to read from it; None when there is none yet. Writes nothing.

    Raises LockedError, DamagedError, NewerStoreError.
    """
    raise NotImplementedError
    yield


@contextmanager
def writing(home: Path, now: datetime) -> Iterator[Store]:
    """Open the store (making it where there is none, and saying so on stderr) for one change.

    All that is written inside is one step: kept whole or not at all, and undone whole. The body
    names it: `store.did("added contact Dana")`. After the commit the emergency card is brought in
    step; where that fails CouldNotError says so.
    """
    raise NotImplementedError
    yield
