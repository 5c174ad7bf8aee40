"""How much of anything is taken in, wherever it comes from: options, standard input, answers on
the terminal, an export. The one place that bounds, and the sentences that say how much it is.

A phone's contacts and meeting lists have smaller bounds of their own, below which they cut
(`readers/vcard.py`, `readers/listing_fields.py`).
"""

from __future__ import annotations

from collections.abc import Sized

from recoverplan.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T", bound=Sized)

LINE = 2_000  # characters of a text on one line
NOTE = 20_000  # characters of a note of several
SEVERAL = 50  # what one record can have several of: times, triggers, steps
TIMES = 12  # stretches of time in one phrase
LISTED = 2_000  # the same in a meeting list that comes back from an export


def bounded(text: str, most: int = LINE) -> str:
    """Return a text that is short enough. Raises UsageError."""
    if len(text) > most:
        from recoverplan.words import usage as words

        message = words.TEXT_TOO_LONG.format(most=most, length=len(text))
        raise UsageError(message, words.SAY_IT_BRIEFLY)
    return text


def few(several: T, most: int = SEVERAL) -> T:
    """Return several things that are few enough. Raises UsageError."""
    if len(several) > most:
        from recoverplan.words import usage as words

        message = words.TOO_MANY_OF_THESE.format(most=most, length=len(several))
        raise UsageError(message, words.MAKE_TWO)
    return several
