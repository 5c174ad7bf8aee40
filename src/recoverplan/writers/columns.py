"""Text in columns of a terminal, measured in cells: wide characters keep the lines straight."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from recoverplan.domain.text import cells, fits

CUT, ASCII_CUT = "…", "..."
FEWEST_DIGITS = 6  # of a phone number with spaces in it
HELD = "\0"  # a space that no line ends at
NUMBER = re.compile(r"(?<![\w.])\+?\(?\d[\d()/.-]*(?: [\d()/.-]+)+(?!\w)", re.ASCII)
JOINER = "\u200d"  # at the end of a cut text it would swallow what stands after it


def fit(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, cut with an ellipsis where it is longer."""
    if cells(text) <= width:
        return text
    mark = cut_mark()[: max(width, 0)]
    kept = ""
    for character in text:
        if cells(kept + character) > width - cells(mark):
            break
        kept += character
    return kept.rstrip(f" {JOINER}") + mark


def cut_mark() -> str:
    """Return the ellipsis; three dots, and so two cells more, for an output that has no other."""
    return CUT if fits(CUT, getattr(sys.stdout, "encoding", None) or "utf-8") else ASCII_CUT


def kept_together(text: str) -> str:
    """Return text in which am and pm never stand apart from their hour."""
    return text.replace(" am", "\xa0am").replace(" pm", "\xa0pm")


def pad(text: str, width: int) -> str:
    """Return `text` filled up with spaces to `width` cells."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken at spaces where there are any.

    A phone number stays on one line, its own spaces too.
    """
    lines: list[str] = []
    line = ""
    for word in words_of(text):
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while line and cells(line) > width:
            part = cut_off(line, width)
            lines.append(part)
            line = line[len(part) :]
    if line or not lines:
        lines.append(line)
    return lines


def words_of(text: str) -> list[str]:
    """Return what may stand on lines of its own: words, and whole phone numbers."""
    if sum(map(str.isdecimal, text)) < FEWEST_DIGITS:
        return text.split(" ")
    whole = NUMBER.sub(lambda found: held(found[0]), text)
    return [word.replace(HELD, " ") for word in whole.split(" ")]


def held(figures: str) -> str:
    """Return figures with the spaces of a phone number held; fewer digits are none."""
    digits = sum(map(str.isdecimal, figures))
    return figures if digits < FEWEST_DIGITS else figures.replace(" ", HELD)


def cut_off(word: str, width: int) -> str:
    """Return the first characters of `word` that fit into `width` cells; at least one."""
    part = word[0]
    for character in word[1:]:
        if cells(part + character) > width:
            break
        part += character
    return part.rstrip(JOINER) or part


def joined(parts: Iterable[str], width: int) -> list[str]:
    """Return parts with middle dots between them, broken between parts where there is room."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines += wrap(part, width)
    return lines
