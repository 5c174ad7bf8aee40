"""Words to schedule, and back: what a person types for "when".

`understand` reads a phrase, `schedule_words` says a schedule so that `understand` reads the same
again, `short_words` says it as briefly as a card needs. docs/when.md has the whole grammar.
"""

from __future__ import annotations

import re
from datetime import datetime

from recoverplan.domain.extent import LINE as LONGEST
from recoverplan.domain.phrase.refusal import GENERAL, PhraseError, Refusal
from recoverplan.domain.phrase.time_of_day import Occasion
from recoverplan.domain.phrase.wording import schedule_words, short_words
from recoverplan.domain.schedule import Hours, Schedule
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple

__all__ = [
    "Occasion",
    "PhraseError",
    "Understood",
    "schedule_words",
    "short_words",
    "typed_again",
    "understand",
]  # fmt: skip


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
    phrase: str,
    now: datetime,
    *,
    clock24: bool = True,
    open_end: bool = False,
    asks_half: bool = False,
) -> Understood:
    """Read `phrase` at the moment `now` (aware, in the person's zone).

    `open_end`: a start without an end is one hour (groups), else it is refused. `asks_half`: a
    time with a colon and neither am nor pm reads two ways to this person, and is refused with both.
    Raises PhraseError.
    """
    from recoverplan.domain.phrase.figures import occasion_of
    from recoverplan.domain.phrase.reading import as_typed, read, refused

    if len(phrase) > LONGEST:
        from recoverplan.words import phrase as words

        raise PhraseError(words.TOO_LONG.format(count=len(phrase), most=LONGEST), GENERAL[:1])
    text = clean(phrase)
    occasion = Occasion(now, open_end, asks_half)
    try:
        schedule, notes, hangs_on_today = read(text, occasion_of(text, occasion))
    except Refusal as refusal:
        raise refused(refusal, text, occasion) from None
    said = schedule_words(schedule, clock24=clock24)
    if len(said) > LONGEST:
        from recoverplan.words import phrase as words

        raise PhraseError(words.TOO_MUCH, GENERAL[:1])
    kept = as_typed(schedule, occasion, clock24=clock24) if hangs_on_today else text
    return Understood(schedule, kept, said, tuple(dict.fromkeys(notes)))


def typed_again(hours: Hours, occasion: Occasion) -> str:
    """Return a phrase that gives kept hours again if this person types it now.

    The one that was kept, where it does (what a phrase may say has changed since, or they have
    another clock); else the same with noughts before its hours (07:30), else words.
    """
    phrase = hours.phrase
    # What phrases were read otherwise before, or by people with another clock.
    if not re.search(
        r"\d[:.h]\d\d|\bmidnight\b|\b12\b|\b12 ?am?\b|\bor\b|night", phrase, re.IGNORECASE
    ):
        return phrase
    from recoverplan.domain.phrase.reading import gives

    noughts = re.sub(r"(?<![\d:.])(\d)([:.]\d\d)(?!\d)", r"0\1\2", phrase)
    ways = (phrase, noughts, schedule_words(hours.schedule))
    return next(
        (way for way in ways if gives(way, hours.schedule, occasion)),
        schedule_words(hours.schedule, clock24=False),
    )
