"""The emergency numbers and help lines that ship, as they were looked up: grade, source and date.

`helplines.json` is kept whole, so that whoever doubts a number can see where it comes from. What
may be shown of it is decided in domain/region.py.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple


class Helplines(NamedTuple):
    """The two tables, one mapping a row, and the day they were looked up (ISO 8601)."""

    checked: str
    emergency: tuple[dict[str, Any], ...]
    lines: tuple[dict[str, Any], ...]


def load() -> Helplines:
    """Read the shipped file."""
    path = Path(__file__).with_name("helplines.json")
    document = json.loads(path.read_text(encoding="utf-8"))
    return Helplines(
        document["checked"][:10], tuple(document["emergency"]), tuple(document["lines"])
    )
