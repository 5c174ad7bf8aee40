"""What was said, however its lines were broken, and what files of words can say."""

from __future__ import annotations

import re
from collections.abc import Iterator


def spoken(text: str) -> str:
    """Return a text with its line breaks and other spaces as single spaces."""
    return " ".join(text.split())


def sayings(value: object) -> Iterator[str]:
    """Yield every text of a constant, with three dots for what is filled in."""
    if isinstance(value, str):
        yield open_places(value)
    elif isinstance(value, dict | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from sayings(part)


def open_places(text: str) -> str:
    """Return a text with its line breaks as spaces, and what is filled in as three dots."""
    return re.sub(r"\{\w*\}", "…", spoken(text))
