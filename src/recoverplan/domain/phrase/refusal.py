"""Refusals: what was not understood, underlined, and the nearest phrase that works."""

from __future__ import annotations

from recoverplan.domain.text import cells
from recoverplan.errors import UsageError

SHOWN = 64  # cells of a phrase that are shown around the part underlined
EXAMPLES = (
    "every day 9pm-11pm",
    "fridays 21:00-01:00",
    "mon-thu 6pm-8pm",
    "weekday mornings",
    "weekend nights",
    "every other friday from 2026-11-27 17:00-23:00",
    "every 3 days from 2026-11-24 8pm for 90 minutes",
    "15th and last day of the month 17:00-23:00",
    "last friday of the month 18:00-23:00",
    "last working day of the month 17:00-23:00",
    "4th thursday of november 14:00-20:00",
    "every year on 3 jun",
    "tomorrow 6pm-11pm",
    "24 dec 18:00 - 26 dec 12:00",
    "fri 17:00 - sun 23:00",
    "thursdays 6pm-8pm until 3 dec 2026",
    "any time",
)


class PhraseError(UsageError):
    """A phrase that is refused. The message names the part; the hint is a phrase that works.

    `readings` holds the phrases that work, most likely first: where a phrase reads two ways, its
    readings, so that a person can be asked which they meant.
    """

    def __init__(self, message: str, readings: tuple[str, ...]) -> None:
        super().__init__(message, f"Try: {'  or: '.join(readings)}")
        self.readings = readings


class Refusal(Exception):  # noqa: N818  it becomes a PhraseError once the whole phrase is known
    """A part of a phrase that cannot be taken: what to say of it, where it is, what might do."""

    def __init__(self, sentence: str, start: int, end: int, instead: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.start = start
        self.end = end
        self.instead = instead


def underlined(sentence: str, text: str, start: int, end: int) -> str:
    """Return the sentence, and under it the phrase with the part from start to end underlined."""
    start, end = min(start, len(text)), min(end, len(text))
    if start >= end:  # something is missing: point at where it would be
        start, end = len(text), len(text) + 1
    left = max(0, start - SHOWN // 2)
    right = left + SHOWN
    before, part = text[left:start], text[start : min(end, right)]
    line = f"{'…' if left else ''}{text[left:right]}{'…' if len(text) > right else ''}"
    space = " " * (cells(before) + bool(left))
    return f"{sentence}\n  {line}\n  {space}{'^' * max(1, cells(part))}"


def nearest(text: str) -> str:
    """Return the example that looks most like the phrase."""
    from difflib import SequenceMatcher

    typed = text[:80].lower()
    words = set(typed.split())

    def likeness(example: str) -> tuple[int, float]:
        shared = sum(word in words for word in example.split() if word.isalpha())
        return shared, SequenceMatcher(None, typed, example).ratio()

    return max(EXAMPLES, key=likeness)


def closest(word: str, known: frozenset[str]) -> str | None:
    """Return the known word that is most like what was typed, if one is like it."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower()[:20], sorted(known), 1, 0.6)
    return found[0] if found else None
