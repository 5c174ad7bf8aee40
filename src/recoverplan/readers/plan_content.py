"""What lines say by themselves, where their heading says nothing, or names two parts at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoverplan.data import plan_words as known
from recoverplan.readers.plan_people import EMERGENCY, KEYWORD, person_in

CLINICAL = re.compile(rf"(?i)\b(?:{known.CLINICAL}|{known.LINE}|{known.SERVICES})\b")
FAMILY = re.compile(rf"(?i)\b(?:{known.FAMILY}|{known.SPONSOR})\b")
# Numbers that are free to call, or short, are those of services.
OF_A_SERVICE = re.compile(
    r"(?<![\w-])(?:(?:\+?1[ .-])?\(?8(?:00|88|77|66|55|44|33)\)?[ .-]\d|080[08] ?\d|1[38]00 \d|"
    r"116[ -]?\d{3}\b|13 ?\d\d ?\d\d\b)"
)
SAID = {part: re.compile(rf"(?i)\b(?:{words})\b") for part, words in known.CONTENT_WORDS.items()}


def is_professional(text: str) -> bool:
    """Tell whether a line names a service, a line to call or somebody whose work it is."""
    return any(pattern.search(text) for pattern in (CLINICAL, EMERGENCY, KEYWORD, OF_A_SERVICE))


def is_personal(text: str) -> bool:
    """Tell whether a line names somebody of one's own with a number, or as who they are."""
    if is_professional(text):
        return False
    return person_in(text, "people") is not None or FAMILY.search(text) is not None


def of_two(text: str, usual: str, other: str) -> str:
    """Return which of two parts a line belongs to, both of which its heading names."""
    if "professionals" in (usual, other):
        own = other if usual == "professionals" else usual
        return "professionals" if is_professional(text) else own
    for part in (other, usual):
        if SAID[part].search(text):
            return part
    return usual


def shares(texts: Sequence[str]) -> dict[str, float]:
    """Return of each part how many of the lines speak of it, from 0 for none to 1 for all."""
    if not texts:
        return {}
    found = {part: sum(map(bool, map(said.search, texts))) for part, said in SAID.items()}
    found["professionals"] = sum(map(is_professional, texts))
    found["people"] = sum(map(is_personal, texts))
    return {part: count / len(texts) for part, count in found.items()}
