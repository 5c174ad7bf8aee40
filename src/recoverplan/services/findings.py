"""One thing that `doctor` looked at, as it is told."""

from __future__ import annotations

from typing import NamedTuple

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
