"""Phone numbers that are typed: what may be kept as one, and which of them no page can dial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoverplan.cli.asking import ask, confirm
from recoverplan.cli.fields import optional
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.domain.contact import Contact
from recoverplan.domain.dialing import is_number, keyword_in
from recoverplan.domain.text import as_typed
from recoverplan.errors import UsageError
from recoverplan.words import usage as words
from recoverplan.words.question import Question
from recoverplan.writers.links import square

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
    from recoverplan.writers.taking import names_said

    if len(contacts) == 1:
        yield from undialed(contacts[0], session)
        return
    found = [one.name for one in contacts if numbers_undialed(one, session.region.code)]
    if found and not session.region.code:
        yield words.NO_COUNTRY.format(numbers=words.NUMBERS_OF.format(names=names_said(found)))
    elif found:
        yield words.CANT_TELL_MANY.format(names=names_said(found))
