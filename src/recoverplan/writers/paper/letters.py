"""Letters on paper: what the fonts that ship can print, and what stands for the rest.

Latin, Greek, Cyrillic and Vietnamese are always there, so that a page is the same everywhere. Other
letters are taken from the computer's fonts where one has them, else a stroke stands for each, to be
written over by hand. Small pictures (emoji) are left out: they would bring colors.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from recoverplan.data.font_letters import LETTERS
from recoverplan.words import paper as words

STARTS = [first for first, _ in LETTERS]
STROKE = "_"
SPACES = " \n"
# Marks piled up on one letter would reach into the line above; no language needs more than two.
TOWER = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")
BLANK = STROKE * 12  # where nothing is left of a text: room to write it
PICTURES = 0x1F000  # from here on, what Python does not know yet is a picture too
DRAWN_TOGETHER = "\u200d\ufe0e\ufe0f\u20e3"  # joiners and marks that make one picture of several
SCRIPTS = {
    "CJK": words.CHINESE_OR_JAPANESE, "HIRAGANA": "Japanese", "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}  # fmt: skip


class Lacking(NamedTuple):
    """A text with something that is not printed as it is: the letters, and the pictures in it."""

    text: str
    letters: str
    pictures: str

    @property
    def script(self) -> str:
        """Return what the first letter is of, as a person calls it: "Chinese or Japanese"."""
        first = unicodedata.name(self.letters[:1], "").partition(" ")[0]
        return SCRIPTS.get(first, first.capitalize())


def ships(character: str) -> bool:
    """Tell whether the fonts that ship have a letter."""
    place = bisect_right(STARTS, ord(character)) - 1
    return place >= 0 and ord(character) <= LETTERS[place][1]


def is_picture(character: str) -> bool:
    """Tell whether a character is a small picture, or makes one together with others."""
    kind = unicodedata.category(character)
    return (
        character in DRAWN_TOGETHER[1:]
        or kind == "So"
        or (ord(character) >= PICTURES and kind in {"Cn", "Sk"})
        or 0xE0000 <= ord(character) < 0xE0080
    )


def lacking(text: str) -> Lacking | None:
    """Return what of a text the fonts that ship do not have, None where they have all of it."""
    missing = "".join(
        dict.fromkeys(
            character
            for character in unicodedata.normalize("NFC", text)
            if not (character in SPACES or ships(character))
        )
    )
    if not missing:
        return None
    pictures = "".join(filter(is_picture, missing))
    return Lacking(text, "".join(each for each in missing if each not in pictures), pictures)


def pictures_alone(text: str) -> bool:
    """Tell whether nothing is left of a text once its small pictures are left out."""
    found = lacking(text)
    gone = set(found.pictures + DRAWN_TOGETHER) if found and found.pictures else set()
    return bool(gone) and not set(text) - gone - set(SPACES)


def printable(text: str, known: Callable[[str], bool]) -> str:
    """Return a text as it can be printed: `known` tells of a letter whether any font has it."""
    found = lacking(text)
    composed = TOWER.sub(r"\1", unicodedata.normalize("NFC", text))
    if found is None:
        return composed
    gone = set(found.pictures) | (set(DRAWN_TOGETHER) if found.pictures else set())
    kept = "".join(
        each if ships(each) or each in SPACES or known(each) else STROKE
        for each in composed
        if each not in gone
    )
    if not kept.strip(STROKE + SPACES):
        return BLANK
    return "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()


def texts(data: Any) -> Iterable[str]:
    """Yield every text in the data of a page."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


def changed(data: Any, change: Callable[[str], str]) -> Any:
    """Return the data of a page with every text changed."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {name: changed(value, change) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [changed(value, change) for value in data]
    return data
