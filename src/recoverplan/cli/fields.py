"""From what was typed into an option to a value; what will not do gets one sentence.

Every function takes what was typed as it is, cleans it, and raises UsageError whose message names
the option (or, on the terminal, what was asked) and says what to type instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from recoverplan.cli.session import Session
from recoverplan.domain.extent import NOTE, bounded, few
from recoverplan.domain.text import clean, clean_note, listed
from recoverplan.errors import UsageError
from recoverplan.words import usage as words

STDIN = "-"
MOST_STDIN = 10 * NOTE  # characters that are looked at; blanks among them do not count
MOST_PER_WEEK = 50  # check-ins; more is a slip of the finger


def name_of(typed: str, what: str) -> str:
    """Return a name that something must have; "-" reads it from standard input.

    `what` says whose name: "a contact". Raises UsageError where nothing can be seen of it.
    """
    name = bounded(clean(from_stdin(typed)))
    if not name:
        message = words.THE_NAME_OF_IS_EMPTY.format(what=what)
        raise UsageError(message, words.TYPE_AT_LEAST_ONE_LETTER)
    return name


def optional(typed: str) -> str | None:
    """Return a text that may be left out; "-" reads it from standard input. Raises UsageError."""
    return bounded(clean(from_stdin(typed))) or None


def note_of(typed: str) -> str | None:
    """Return a note of any number of lines; "-" reads it from standard input. Raises UsageError."""
    return bounded(clean_note(from_stdin(typed)), NOTE) or None


def from_stdin(typed: str) -> str:
    """Return `typed`, or all of standard input where it is "-". Raises UsageError.

    What comes this way is in no shell's history and in no list of running programs.
    """
    if typed != STDIN:
        return typed
    try:
        text = sys.stdin.read(MOST_STDIN)
    except UnicodeDecodeError:
        raise UsageError(words.STANDARD_INPUT_IS_NOT_TEXT) from None
    if not text.strip():
        raise UsageError(words.A_TAKES_ITS_TEXT, words.SEND_IT_WITH_A_PIPE)
    return text


def several(typed: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of an option that may be repeated, without empty ones. Raises UsageError."""
    return few(tuple(text for text in map(optional, typed) if text))


def choice(option: str, typed: str, values: Iterable[str]) -> str:
    """Return the one of `values` that was typed, in any case. Raises UsageError."""
    known = tuple(values)
    word = clean(typed).casefold()
    if word in known:
        return word
    message = f'{option} is {listed(known, "or")}, not "{clean(typed)}".'
    raise UsageError(message)


def whole(option: str, typed: str, least: int, most: int) -> int:
    """Return a whole number from `least` to `most`. Raises UsageError."""
    text = clean(typed)
    if text.isascii() and text.isdecimal() and len(text) < 6 and least <= int(text) <= most:
        return int(text)
    message = words.IS_A_WHOLE_NUMBER.format(option=option, least=least, most=most, text=text)
    raise UsageError(message)


def minutes(option: str, typed: str, most: int) -> int:
    """Return a length in minutes, at most `most`: "30", "1h 30m", "half an hour".

    Raises UsageError.
    """
    from recoverplan.domain.length import minutes_in

    length = minutes_in(typed)
    if length is not None and 0 <= length <= most:
        return length
    message = words.IS_A_LENGTH_OF_TIME.format(option=option, said=most // 60, typed=clean(typed))
    raise UsageError(message, words.WRITE_IT_LIKE_M)


def address(option: str, typed: str) -> str | None:
    """Return an email address; "" gives None. Raises UsageError."""
    text = optional(typed)
    if text is None:
        return None
    name, at, place = text.rpartition("@")
    if not (name and at and place) or " " in text:
        message = words.TAKES_AN_EMAIL_ADDRESS.format(option=option, text=text)
        raise UsageError(message, words.WRITE_IT_LIKE_SAM)
    return text


# A zone that somebody types, by its place, and said back with the time it is there.
#
# The table of places is read only then.


def read_zone(typed: str, session: Session) -> ZoneInfo:
    """Return the zone of the place that was typed. Raises UsageError with places to choose from."""
    from recoverplan.domain.zone_meant import zone_meant

    return zone_meant(typed, session.now, clock24=session.clock24)


def times_in(zone: ZoneInfo, session: Session, *, elsewhere: bool = False) -> Iterator[str]:
    """Say which zone times are in and what time it is there; `elsewhere`: not in the person's."""
    from recoverplan.domain.zone_meant import kept_zone

    yield words.TIMES_IN.format(kept=kept_zone(zone, session.now, clock24=session.clock24))
    if elsewhere:
        yield words.NEXT_IN_YOURS.format(zone=session.zone.key)
