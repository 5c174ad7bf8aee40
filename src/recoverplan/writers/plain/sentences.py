"""What makes a sentence of words."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)  # most facts of a long list are those of other rows too
def sentence(text: str) -> str:
    """Return `text` as a sentence: a capital at its start, a full stop unless it ends in one."""
    return ended(text[:1].upper() + text[1:])


def ended(text: str) -> str:
    """Return `text` as it is, with a full stop unless it ends as a sentence does."""
    return text if text.endswith((".", "?", "!", '"')) else f"{text}."
