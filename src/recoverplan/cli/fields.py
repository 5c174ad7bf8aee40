"""From what was typed into an option to a value; what will not do gets one sentence.

Every function takes what was typed as it is, cleans it, and raises UsageError whose message names
the option (or, on the terminal, what was asked) and says what to type instead.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask, confirm
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.domain.bounds import NOTE, bounded, few
from recoverplan.domain.contact import Contact
from recoverplan.domain.dialing import is_number, keyword_in
from recoverplan.domain.text import as_typed, clean, clean_note
from recoverplan.errors import UsageError
from recoverplan.words import usage as words
from recoverplan.words.question import Question
from recoverplan.writers.links import square

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
    listed = f"{', '.join(known[:-1])} or {known[-1]}"
    message = f'{option} is {listed}, not "{clean(typed)}".'
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


PART = re.compile(r"[+(]?\d[\d\s().-]*\d")
LETTERS_TYPED = str.maketrans("OolI", "0011")  # for digits that look the same
DIALED = ("call", "text")


def number_or_words(way: str, option: str, typed: str) -> tuple[str | None, str | None]:
    """Return a number as typed, and words that are none and are to be kept as another way.

    `way` is call or text; `option` says where it was typed. Both None for "". Raises UsageError
    for words, where nobody agrees to keep them so.
    """
    text = optional(typed)
    if text is None or is_number(text) or (way == "text" and has_keyword(text)):
        return text, None
    # "none" is no way to reach anybody; words with a number in them may be one.
    if any(map(str.isdecimal, text)) and can_ask() and confirm(words.AS_OTHER.format(text=text)):
        return None, text
    meant = number_in(text)
    hint = words.ALONE.format(number=meant) if meant else words.WRITE_IT
    message = words.NOT_A_NUMBER.format(option=option, text=text)
    raise UsageError(message, f"{hint} {words.KEEP_WORDS.format(text=as_typed(text))}")


def ask_number(
    way: str, question: Question, *, default: str | None = None
) -> tuple[str | None, str | None]:
    """Ask for a number to call or to text; return it, or words to keep as another way."""
    answer = ask(question, default=default, check=lambda typed: number_or_words(way, "This", typed))
    return answer or (None, None)


def has_keyword(text: str) -> bool:
    """Tell whether a text is one word and where to send it: "HOME to 741741"."""
    word, number = keyword_in(text)
    return word.isalnum() and is_number(number)


def number_in(text: str) -> str | None:
    """Return the one number that stands among words, or was typed with an O for a 0."""
    mended = text.translate(LETTERS_TYPED)
    if is_number(mended):
        return mended
    found = [part for part in PART.findall(text) if is_number(part)]
    return found[0].strip() if len(found) == 1 else None


def numbers_undialed(contact: Contact, region: str) -> list[tuple[str, str]]:
    """Return the ways and numbers of a contact that no page can dial, each number once."""
    given = {getattr(contact, way): way for way in reversed(DIALED) if getattr(contact, way)}
    return [
        (way, number)
        for number, way in reversed(given.items())
        if square(way, number, region) is None
    ]


def undialed(contact: Contact, session: Session) -> Iterator[str]:
    """Say which numbers of a contact no page can dial, and what helps."""
    found = numbers_undialed(contact, session.region.code)
    if found and not session.region.code:
        yield words.NO_COUNTRY.format(numbers=" or ".join(number for _, number in found))
        return
    for way, number in found:
        yield words.CANT_TELL.format(number=number, id=contact.id, way=way)


def all_undialed(contacts: Sequence[Contact], session: Session) -> Iterator[str]:
    """Say the same of several contacts, in one sentence."""
    from recoverplan.writers.plain.taking import names_said

    if len(contacts) == 1:
        yield from undialed(contacts[0], session)
        return
    found = [one.name for one in contacts if numbers_undialed(one, session.region.code)]
    if found and not session.region.code:
        yield words.NO_COUNTRY.format(numbers=f"the numbers of {names_said(found)}")
    elif found:
        yield words.CANT_TELL_MANY.format(names=names_said(found))


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
    from recoverplan.words import usage as words

    yield words.TIMES_IN.format(kept=kept_zone(zone, session.now, clock24=session.clock24))
    if elsewhere:
        yield words.NEXT_IN_YOURS.format(zone=session.zone.key)
