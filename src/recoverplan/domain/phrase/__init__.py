"""Words to schedule, and back: what a person types for "when".

`understand` reads a phrase, `words` says a schedule so that `understand` reads the same one again,
`short_words` says it as briefly as a card needs. docs/when.md has the whole grammar.
"""

from __future__ import annotations

import re
from datetime import datetime

from recoverplan.domain.phrase.building import Builder
from recoverplan.domain.phrase.clauses import read_segment
from recoverplan.domain.phrase.draft import Reader
from recoverplan.domain.phrase.joined import complete, pieces, said_apart
from recoverplan.domain.phrase.mending import Mender
from recoverplan.domain.phrase.refusal import GENERAL, PhraseError, Refusal, underlined
from recoverplan.domain.phrase.rfc import read_rfc
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.phrase.wording import short_words, words
from recoverplan.domain.schedule import Part, Schedule
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple

__all__ = ["PhraseError", "Understood", "short_words", "understand", "words"]

LONGEST = 2000  # characters
MOST_PARTS = 12
RAW = re.compile(r"(?:rrule|exdate|dtstart|freq=)", re.IGNORECASE)
# A semicolon ends a schedule; those inside RRULE text are followed by a letter and no space.
SEPARATOR = re.compile(
    r"(?:rrule|exdate|dtstart|freq=)(?:[^\s;]|;(?=[a-z]))*|(?P<end>;|\band also\b)", re.IGNORECASE
)


class Understood(NamedTuple):
    """What a phrase was taken to mean.

    `phrase` is what to keep: as typed where its meaning does not hang on the day it is read,
    else rewritten with its dates. `words` says it back, in the person's clock style; `notes`
    are sentences to show with it (what a rule skips, "all day", "one hour assumed").
    """

    schedule: Schedule
    phrase: str
    words: str
    notes: tuple[str, ...]


def understand(
    phrase: str, now: datetime, *, clock24: bool = True, open_end: bool = False
) -> Understood:
    """Read `phrase` at the moment `now` (aware, in the person's zone).

    `open_end`: a start without an end is one hour (groups), else it is refused.
    Raises PhraseError.
    """
    if len(phrase) > LONGEST:
        message = f"This is too long for a time: {len(phrase)} characters, {LONGEST} will do."
        raise PhraseError(message, GENERAL[:1])
    text = clean(phrase)
    try:
        schedule, notes, hangs_on_today = read(text, now, open_end=open_end)
    except Refusal as refusal:
        raise refused(refusal, text, now, open_end=open_end) from None
    said = words(schedule, clock24=clock24)
    if len(said) > LONGEST:
        message = "This is too much for one time; enter it as several."
        raise PhraseError(message, GENERAL[:1])
    kept = said if hangs_on_today else text
    return Understood(schedule, kept, said, tuple(dict.fromkeys(notes)))


def read(text: str, now: datetime, *, open_end: bool) -> tuple[Schedule, list[str], bool]:
    """Return the schedule, the notes, and whether it hangs on today. Raises Refusal."""
    parts: list[Part] = []
    notes: list[str] = []
    hangs_on_today = False
    for start, end in segments(text):
        try:
            found = [one(text, start, end, now, open_end=open_end)]
        except Refusal as refusal:
            apart = pieces(text, start, end)
            if not all(complete(text, *each, now, open_end=open_end) for each in apart):
                refusal.instead = (*said_apart(text, apart), *refusal.instead)
                apart = []
            if not apart:
                raise
            found = [one(text, *each, now, open_end=open_end) for each in apart]
        for more_parts, more_notes, hangs in found:
            parts += more_parts
            notes += more_notes
            hangs_on_today |= hangs
    if not parts:
        sentence = "No time was given."
        raise Refusal(sentence, 0, 0)
    unique = tuple(dict.fromkeys(parts))
    if len(unique) > MOST_PARTS:
        sentence = f"These are too many times at once: {MOST_PARTS} will do."
        raise Refusal(sentence, 0, len(text))
    return Schedule(unique), notes, hangs_on_today


def one(
    text: str, start: int, end: int, now: datetime, *, open_end: bool
) -> tuple[list[Part], list[str], bool]:
    """Return the parts of one schedule, its notes, and whether it hangs on today."""
    if RAW.search(text, start, end):
        return (*read_rfc(text, start, end, now, open_end=open_end), False)
    cursor = Cursor(text, start, end)
    builder = Builder(read_segment(Reader(cursor, now, open_end=open_end)), cursor, now)
    return builder.build(), builder.notes, builder.hangs_on_today


def segments(text: str) -> list[tuple[int, int]]:
    """Return where each of several schedules stands; empty ones are left out."""
    edges = [(match.start(), match.end()) for match in SEPARATOR.finditer(text) if match["end"]]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(" ,")]


def refused(refusal: Refusal, text: str, now: datetime, *, open_end: bool) -> PhraseError:
    """Return the error to show: the part underlined, and phrases that were tried and work."""

    def schedule(other: str) -> Schedule:
        return read(other, now, open_end=open_end)[0]

    message = refusal.sentence
    if text:
        message = underlined(message, text, refusal.start, refusal.end)
    return PhraseError(message, Mender(schedule, now.date()).near(text, refusal))
