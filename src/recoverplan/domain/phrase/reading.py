"""Reading a phrase: segments, each read by its clauses, and what is refused, with offers.

Most commands only say hours: this, and the patterns of every clause, is loaded to read them.
"""

from __future__ import annotations

import re

from recoverplan.domain.extent import TIMES as MOST_PARTS
from recoverplan.domain.phrase.building import Builder
from recoverplan.domain.phrase.clauses import read_segment
from recoverplan.domain.phrase.draft import Reader
from recoverplan.domain.phrase.figures import occasion_of
from recoverplan.domain.phrase.joined import complete, pieces, said_apart
from recoverplan.domain.phrase.refusal import PhraseError, Refusal, underlined
from recoverplan.domain.phrase.rfc import read_rfc
from recoverplan.domain.phrase.time_of_day import Occasion
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.phrase.wording import grouped, schedule_words
from recoverplan.domain.schedule import Part, Schedule
from recoverplan.words import phrase as words

RAW = re.compile(r"(?:rrule|exdate|dtstart|freq=)", re.IGNORECASE)
# A semicolon ends a schedule; those inside RRULE text are followed by a letter and no space.
SEPARATOR = re.compile(
    r"(?:rrule|exdate|dtstart|freq=)(?:[^\s;]|;(?=[a-z]))*|(?P<end>;|\band also\b)", re.IGNORECASE
)
# Shifts of one pattern with semicolons between them: "2 early 6am-2pm; 2 late 2pm-10pm; 4 off".
MONTHS = "(?:am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
TURN = rf"\d{{1,2}}\s+(?!{MONTHS}\b)[a-z]+\s+(?:shifts?\s+)?"
SHIFT = re.compile(rf"\s*(?:{TURN}\d|\d{{1,2}}\s+(?:[a-z]+\s+)?(?:off|rest)\b)", re.IGNORECASE)


def read(text: str, occasion: Occasion) -> tuple[Schedule, list[str], bool]:
    """Return the schedule, the notes, and whether it hangs on today. Raises Refusal."""
    parts: list[Part] = []
    notes: list[str] = []
    hangs_on_today = False
    for start, end in segments(text):
        try:
            found = [one(text, start, end, occasion)]
        except Refusal as refusal:
            apart = pieces(text, start, end)
            if not all(complete(text, *each, occasion) for each in apart):
                refusal.instead = (*said_apart(text, apart), *refusal.instead)
                apart = []
            if not apart:
                raise
            found = [one(text, *each, occasion) for each in apart]
        for more_parts, more_notes, hangs in found:
            parts += more_parts
            notes += more_notes
            hangs_on_today |= hangs
    if not parts:
        raise Refusal(words.NO_TIME, 0, 0)
    unique = tuple(dict.fromkeys(parts))
    if len(unique) > MOST_PARTS and len(grouped(unique)) > MOST_PARTS:
        raise Refusal(words.TOO_MANY.format(most=MOST_PARTS), 0, len(text))
    return Schedule(unique), notes, hangs_on_today


def one(text: str, start: int, end: int, occasion: Occasion) -> tuple[list[Part], list[str], bool]:
    """Return the parts of one schedule, its notes, and whether it hangs on today."""
    if RAW.search(text, start, end):
        return (*read_rfc(text, start, end, occasion), False)
    cursor = Cursor(text, start, end)
    builder = Builder(read_segment(Reader(cursor, occasion)), cursor, occasion.now)
    return builder.build(), builder.notes, builder.hangs_on_today


def as_typed(schedule: Schedule, occasion: Occasion, *, clock24: bool) -> str:
    """Return words for a schedule that this person could type: read, they give it again.

    Those of the 24-hour clock don't where no hour shows which clock it is ("10:00–11:00").
    """
    said = schedule_words(schedule, clock24=clock24)
    return said if gives(said, schedule, occasion) else schedule_words(schedule, clock24=False)


def gives(phrase: str, schedule: Schedule, occasion: Occasion) -> bool:
    """Tell whether a phrase is understood as this schedule."""
    try:
        return read(phrase, occasion_of(phrase, occasion))[0] == schedule
    except Refusal:
        return False


def segments(text: str) -> list[tuple[int, int]]:
    """Return where each of several schedules stands; empty ones are left out."""
    edges = [(match.start(), match.end()) for match in SEPARATOR.finditer(text) if match["end"]]
    edges = [edge for edge in edges if not in_a_pattern(text, *edge)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(" ,")]


def in_a_pattern(text: str, end: int, start: int) -> bool:
    """Tell whether the shifts of one pattern go on behind a semicolon that is here."""
    before = re.split(r"[;,]|:\s", text[:end])[-1]
    return bool(SHIFT.match(before) and SHIFT.match(text, start))


def refused(refusal: Refusal, text: str, occasion: Occasion) -> PhraseError:
    """Return the error to show: the part underlined, and phrases that were tried and work."""
    from recoverplan.domain.phrase.mending import Mender  # its patterns cost more than all else

    here = occasion_of(text, occasion)

    def schedule(other: str) -> Schedule:
        found = read(other, here)[0]
        # A date that was filled in must not settle which half of the day was meant.
        if occasion_of(other, occasion) != here and not gives(other, found, occasion):
            raise Refusal("", 0, 0)
        return found

    message = refusal.sentence
    if text:
        message = underlined(message, text, refusal.start, refusal.end)
    readings = Mender(schedule, occasion.now.date()).near(text, refusal)
    clock = here.asks_half and works(text, occasion)
    return PhraseError(message, readings, clock=clock, missing=refusal.missing)


def works(text: str, occasion: Occasion) -> bool:
    """Tell whether a phrase is understood on the 24-hour clock."""
    try:
        read(text, occasion._replace(asks_half=False))
    except Refusal:
        return False
    return True
