"""What was said, however its lines were broken."""

from __future__ import annotations


def spoken(text: str) -> str:
    """Return a text with its line breaks and other spaces as single spaces."""
    return " ".join(text.split())
