"""What lines say by themselves, where their heading says nothing, or names two parts at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from recoverplan.data import plan_words as known
from recoverplan.readers.plan_people import EMERGENCY, KEYWORD, person_in

CLINICAL = re.compile(rf"(?i)\b(?:{known.CLINICAL}|{known.LINE}|{known.SERVICES})\b")
SAID = {part: re.compile(rf"(?i)\b(?:{words})\b") for part, words in known.CONTENT_WORDS.items()}


def is_professional(text: str) -> bool:
    """Tell whether a line names a service, a line to call or somebody whose work it is."""
    return any(pattern.search(text) for pattern in (CLINICAL, EMERGENCY, KEYWORD))


def of_two(text: str, usual: str, other: str) -> str:
    """Return which of two parts a line belongs to, both of which its heading names."""
    if "professionals" in (usual, other):
        own = other if usual == "professionals" else usual
        return "professionals" if is_professional(text) else own
    for part in (other, usual):
        if SAID[part].search(text):
            return part
    return usual


def spoken(texts: Sequence[str], missing: Collection[str]) -> str | None:
    """Return the part that most lines speak of, of those that no heading names; None: unclear.

    Services and people tell themselves, so that these parts need not be missing.
    """
    if not texts:
        return None
    if all(map(is_professional, texts)) or (
        "professionals" in missing and sum(map(is_professional, texts)) * 2 > len(texts)
    ):
        return "professionals"
    if sum(person_in(text, "people") is not None for text in texts) * 2 > len(texts):
        return "people"
    sums = sorted(
        ((sum(SAID[part].search(text) is not None for text in texts), part)
         for part in missing if part in SAID), reverse=True,
    )  # fmt: skip
    if not sums or sums[0][0] * 2 < len(texts) or sums[0][0] < 2:
        return None
    return None if len(sums) > 1 and sums[1][0] == sums[0][0] else sums[0][1]
