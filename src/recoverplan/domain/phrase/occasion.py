"""What a phrase is read at, and what it was taken to mean."""

from __future__ import annotations

from datetime import datetime

from recoverplan.domain.schedule import Schedule
from recoverplan.value import NamedTuple


class Occasion(NamedTuple):
    """The moment (aware, in the person's zone) at which a phrase is read, and what may be left out.

    `open_end`: a start without an end is one hour. `asks_half`: to this person a time with a colon
    and neither am nor pm ("7:30") reads two ways, unless the phrase is on the 24-hour clock.
    """

    now: datetime
    open_end: bool = False
    asks_half: bool = False

    def of(self, text: str) -> Occasion:
        """Return the occasion for this phrase: one on the 24-hour clock asks nothing."""
        if not self.asks_half:
            return self
        from recoverplan.domain.phrase.figures import on_24_hours

        return self._replace(asks_half=not on_24_hours(text))


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
