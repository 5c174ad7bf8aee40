"""The emergency numbers and help lines that ship, as they were looked up: grade, source and date.

`helplines.json` is kept whole, so that whoever doubts a number can see where it comes from. What
may be shown of it is decided in domain/region.py.
"""

from __future__ import annotations

import json
from pathlib import Path

from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Helplines(NamedTuple):
    """The two tables, one mapping a row, and the day they were looked up (ISO 8601)."""

    checked: str
    emergency: tuple[dict[str, Any], ...]
    lines: tuple[dict[str, Any], ...]


PATH = Path(__file__).with_name("helplines.json")


def load() -> Helplines:
    """Read the shipped file."""
    document = json.loads(PATH.read_text(encoding="utf-8"))
    return Helplines(
        document["checked"][:10], tuple(document["emergency"]), tuple(document["lines"])
    )


def load_country(country: str) -> Helplines:
    """Read the rows of one country and its parts: the same as in `load`, in a tenth of the time.

    The file has each row on a line of its own, with the code first.
    """
    text = PATH.read_text(encoding="utf-8")
    emergency, _, lines = text.partition('"lines": [')
    checked = emergency.partition('"checked": "')[2][:10]
    return Helplines(checked, rows_of(country, emergency), rows_of(country, lines))


def rows_of(country: str, part: str) -> tuple[dict[str, Any], ...]:
    """Return a part's rows whose code is the country's or begins with it and a hyphen."""
    starts = f' {{"c": "{country}"', f' {{"c": "{country}-'
    return tuple(json.loads(row.rstrip(",")) for row in part.split("\n") if row.startswith(starts))
