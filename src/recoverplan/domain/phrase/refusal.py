"""Refusals: what was not understood, underlined, and phrases that work."""

from __future__ import annotations

from recoverplan.domain.text import cells
from recoverplan.errors import UsageError
from recoverplan.value import NamedTuple

SHOWN = 64  # cells of a phrase that are shown around the part underlined
GENERAL = ("fridays 9pm-1am", "weekday evenings", "24 dec 6pm-11pm")
LIKE = 0.72  # how alike two words must be


class Choice(NamedTuple):
    """One answer to what is missing: the words to show, and the whole phrase that has it."""

    words: str
    phrase: str


class Missing(NamedTuple):
    """The one piece that a phrase lacks, so that it can be asked for.

    `what` it is: "half" of the day of the time `said`, the half of an "end", "until" when, "from"
    when, "since" which date. `choices` are the likeliest answers first; `around`, where an answer
    may be typed in other words, is the phrase before and after the place where it goes.
    """

    what: str
    said: str
    choices: tuple[Choice, ...]
    around: tuple[str, str] | None = None


class PhraseError(UsageError):
    """A phrase that is refused. The message names the part; the hint is a phrase that works.

    `readings` holds the phrases that work, most likely first: where a phrase reads two ways, its
    readings, so that a person can be asked which they meant. It is empty where none would keep all
    that was understood. `clock`: the phrase has one reading on the 24-hour clock. `missing`: the
    one piece that would do, where there is one.
    """

    several_lines = True

    def __init__(
        self,
        message: str,
        readings: tuple[str, ...],
        *,
        clock: bool = False,
        missing: Missing | None = None,
    ) -> None:
        offers = "\n".join(f"or: {reading}" for reading in readings).replace("or:", "Try:", 1)
        hint = offers
        if not offers:
            from recoverplan.words.phrase import NO_OFFER

            hint = NO_OFFER.format(*GENERAL)
        if clock:
            from recoverplan.words.usage import HOW_TO_SETTLE

            hint = f"{hint}\n{HOW_TO_SETTLE}"
        super().__init__(message, hint)
        self.readings = readings
        self.clock = clock
        self.missing = missing


class Refusal(Exception):  # noqa: N818  it becomes a PhraseError once the whole phrase is known
    """A part of a phrase that cannot be taken: what to say of it, where it is, what might do.

    What might do keeps all that stands outside the part; with `sure` it says that in other words.
    `missing` is the piece that the part lacks.
    """

    missing: Missing | None = None

    def __init__(
        self,
        sentence: str,
        start: int,
        end: int,
        instead: tuple[str, ...] = (),
        *,
        sure: bool = False,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.start = start
        self.end = end
        self.instead = instead
        self.sure = sure


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


def closest(word: str, known: frozenset[str], like: float = LIKE) -> str | None:
    """Return the known word that is most like what was typed, if one is like it."""
    from difflib import get_close_matches

    typed = word.lower()[:20]
    likely = [each for each in sorted(known) if len(each) > 3 or len(typed) < 5]
    found = get_close_matches(typed, likely, 1, like)
    # Nobody types two letters too many: "semiweekly" is no slip for "weekly". The first letter is
    # right in all but long words: "lights" is no slip for "nights".
    slip = found and len(typed) < len(found[0]) + 2 and (typed[0] == found[0][0] or len(typed) > 6)
    return found[0] if slip else None
