"""vCards (2.1, 3.0, 4.0) as phones write them: bytes → people who can be reached, and problems.

vobject is not used to read: one line that it cannot parse loses the whole file, and the end of a
card within a card is the end of both to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from recoverplan.domain.address_book import Person
from recoverplan.domain.listing import Reason
from recoverplan.domain.text import clean, digits_of
from recoverplan.errors import UsageError
from recoverplan.readers.listing_fields import Noted
from recoverplan.readers.vcard_lines import (
    Property,
    PropertyReader,
    decoded,
    joined_name,
    kinds_of,
    number_in,
    place_of_pref,
    too_much,
    unescaped,
)
from recoverplan.words import reading as words

MOST_CARDS = 20_000
MOST_PROPERTIES = 200  # of one card, of those that are read
DEEPEST = 20  # cards within cards
LONGEST_NAME = 200
LONGEST_NUMBER = 80
LONGEST_ADDRESS = 254

NO_END = "no end (END:VCARD)"
NO_NAME = "no name"
NO_WAY = words.NEITHER_A_PHONE_NUMBER
TOO_LONG = words.A_TEXT_TOO_LONG
NO_NUMBER = words.A_NUMBER_WITHOUT_DIGITS
LETTERS = words.LETTERS_IN_A_CODE
STRANGE = words.A_LINE_THAT_IS_NO_PART

CELL = frozenset({"cell", "mobile", "iphone", "pcs", "handy", "móvil", "mobil", "portable"})
TEXTS = frozenset({"text", "msg", "sms"})
VOICE = frozenset({"voice"})
NEVER = frozenset({"fax", "homefax", "workfax", "pager", "modem", "bbs", "textphone"})
SAID = {
    "fax": "fax", "homefax": "fax", "workfax": "fax", "pager": "pager", "cell": "cell",
    "mobile": "cell", "home": "home", "work": "work", "main": "main",
}  # fmt: skip
USUAL = ("main", "home", "voice", "work")  # which of several numbers is called, after a cell

WANTED = frozenset(
    {"BEGIN", "END", "VERSION", "AGENT", "FN", "N", "NICKNAME", "ORG", "TEL", "EMAIL", "X-ABLABEL"}
)


class Found(NamedTuple):
    """Who is in a file of so many cards, what was left out, what was not as it should be.

    `more` are the ways that somebody's card has beside the ones taken, by the person's id:
    "555-0102 (work)".
    """

    cards: int
    people: tuple[Person, ...]
    skipped: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    more: dict[int, tuple[str, ...]]


class Number(NamedTuple):
    """A phone number and what it is for."""

    value: str
    kinds: frozenset[str]
    preferred: int  # 1 first, 101 not said

    @property
    def answered(self) -> bool:
        """Tell whether somebody answers it: no fax, no pager, and a number at all."""
        return has_digits(self.value) and not (
            self.kinds & NEVER and not self.kinds & (VOICE | CELL)
        )

    @property
    def said(self) -> str:
        """Return it with what it is for: "555-0102 (work)"."""
        kind = next((kind for kind in SAID if kind in self.kinds), None)
        return f"{self.value} ({SAID[kind]})" if kind else self.value


def read_people(file: BinaryIO) -> Found:
    """Read all cards of a file. Raises UsageError for what is no such file, or too much."""
    reader = CardReader(file)
    reader.read()
    if not reader.cards:
        raise UsageError(
            words.THERE_IS_NO_CONTACT,
            words.ON_A_PHONE_SHARE,
        )
    if reader.source.strange:
        reader.notes.add(STRANGE, reader.cards)
    return Found(
        reader.cards,
        tuple(reader.people),
        reader.skipped.reasons(),
        reader.notes.reasons(),
        reader.more,
    )


class CardReader:
    """Reads cards one after the other; a card within a card is passed over."""

    def __init__(self, file: BinaryIO) -> None:
        self.source = PropertyReader(file, WANTED)
        self.cards = 0
        self.people: list[Person] = []
        self.more: dict[int, tuple[str, ...]] = {}
        self.skipped, self.notes = Noted("card"), Noted("card")

    def read(self) -> None:
        """Read the whole file. Raises UsageError for more than MOST_CARDS."""
        card: list[Property] | None = None
        depth = 0
        for each in self.source.properties():
            edge = each.name in {"BEGIN", "END"} and each.value.strip().upper() == b"VCARD"
            if edge and each.name == "BEGIN":
                # A card within a card is somebody else (AGENT, version 2.1), who is not asked for.
                if depth or (card and is_empty_agent(card[-1])):
                    depth += 1
                    if depth > DEEPEST:
                        raise too_much()
                    continue
                if card is not None:
                    self.skipped.add(NO_END, self.cards)
                card = []
                self.begin()
            elif edge and depth:
                depth -= 1
            elif edge:
                if card is not None:
                    self.close(card)
                card = None
            elif card is not None and not depth and len(card) < MOST_PROPERTIES:
                card.append(each)
                if each.name == "VERSION":
                    self.source.keeps_space = each.value.strip() == b"2.1"
        if card is not None:  # perhaps cut off in the middle of a number
            self.skipped.add(NO_END, self.cards)

    def begin(self) -> None:
        """Count a card."""
        self.cards += 1
        self.source.keeps_space = False
        if self.cards > MOST_CARDS:
            raise too_much()

    def close(self, card: Sequence[Property]) -> None:
        """Take the person of a card, or say why not."""
        old = any(each.name == "VERSION" and each.value.strip() == b"2.1" for each in card)
        fields = Fields(self, card, old)
        name = fields.name()
        numbers = fields.numbers()
        call, text = chosen_numbers([each for each in numbers if each.answered])
        email, *emails = fields.emails() or [None]
        if not name:
            self.skipped.add(NO_NAME, self.cards, call or text or email or "")
            return
        if not (call or text or email):
            self.skipped.add(NO_WAY, self.cards, name)
            return
        person = Person(len(self.people) + 1, name, call, text, email)
        self.people.append(person)
        others = [each.said for each in numbers if each.value not in {call, text}]
        if more := (*others, *filter(None, emails)):
            self.more[person.id] = more


class Fields:
    """What stands in one card. `old`: version 2.1, which escapes less."""

    def __init__(self, reader: CardReader, card: Sequence[Property], old: bool) -> None:
        self.reader = reader
        self.card = card
        self.old = old
        self.labels = {
            each.group: self.text(each).casefold()
            for each in card
            if each.name == "X-ABLABEL" and each.group
        }

    def of(self, name: str) -> list[Property]:
        """Return the card's properties of a name."""
        return [each for each in self.card if each.name == name]

    def text(self, each: Property) -> str:
        """Return a value as text, "" where it is too long to be one."""
        if each.cut:
            self.note(TOO_LONG)
            return ""
        value, sound = decoded(each)
        if not sound:
            self.note(LETTERS, value)
        return value

    def plain(self, each: Property) -> str:
        """Return a value as text without its escapes."""
        return unescaped(self.text(each), old=self.old)

    def short(self, text: str, most: int) -> str:
        """Return a text as one harmless line, "" where it is too long."""
        line = clean(text)
        if len(line) <= most:
            return line
        self.note(TOO_LONG, line)
        return ""

    def note(self, reason: str, example: str = "") -> None:
        """Count what was not as it should be."""
        self.reader.notes.add(reason, self.reader.cards, example)

    def name(self) -> str:
        """Return what the person is called: the name to show, else its parts, else less."""
        for each in self.of("FN"):
            if name := self.short(self.plain(each), LONGEST_NAME):
                return name
        for each in self.of("N"):
            if name := self.short(joined_name(self.text(each), old=self.old), LONGEST_NAME):
                return name
        for each in (*self.of("NICKNAME"), *self.of("ORG")):
            said = self.plain(each).rstrip("; ")
            if name := self.short(said, LONGEST_NAME):
                return name
        return ""

    def numbers(self) -> list[Number]:
        """Return the numbers, each once, and what was written in the place of one."""
        found: dict[str, Number] = {}
        for each in self.of("TEL"):
            # The label that a person gave it: "_$!<Mobile>!$_" is mobile.
            kinds = kinds_of(each).union(re.findall(r"\w+", self.labels.get(each.group, "")))
            written = number_in(self.plain(each))
            number = self.short(written, LONGEST_NUMBER)
            if not number:
                continue
            digits = digits_of(number)
            if not has_digits(number):
                self.note(NO_NUMBER, number)
                digits = number
            preferred = place_of_pref(each)
            if before := found.get(digits):
                number, kinds = before.value, kinds | before.kinds
                preferred = min(preferred, before.preferred)
            found[digits] = Number(number, kinds, preferred)
        return list(found.values())

    def emails(self) -> list[str | None]:
        """Return the addresses, each once, the one that is preferred first."""
        found = []
        for each in self.of("EMAIL"):
            address = self.short(self.plain(each), LONGEST_ADDRESS)
            address = re.sub("(?i)^mailto:", "", address)
            name, at, place = address.rpartition("@")
            if name and at and place and " " not in address:
                found.append((place_of_pref(each), address))
        found.sort(key=lambda one: one[0])
        return list(dict.fromkeys(address for _, address in found))


def has_digits(text: str) -> bool:
    """Tell whether a text may be a number at all."""
    return len(digits_of(text)) > 1


def is_empty_agent(each: Property) -> bool:
    """Tell whether a card stands here within the card, as 2.1 has it."""
    return each.name == "AGENT" and not each.value.strip()


def chosen_numbers(numbers: Sequence[Number]) -> tuple[str | None, str | None]:
    """Return the number to call and the one to text: a cell phone's is both.

    Of several, a cell phone's goes before others, then the one that the phone marks as preferred,
    then the first.
    """
    calls = [each for each in numbers if not only_texts(each)]
    texts = [each for each in numbers if each.kinds & (TEXTS | CELL)]
    call = min(calls, key=place_to_call, default=None)
    text = min(texts, key=place_to_text, default=None)
    return call and call.value, text and text.value


def only_texts(number: Number) -> bool:
    """Tell whether a number is for texts alone."""
    return bool(number.kinds & TEXTS) and not number.kinds & VOICE


def place_to_call(number: Number) -> tuple[bool, int, int]:
    """Return what numbers to call are sorted by."""
    usual = [place for place, kind in enumerate(USUAL) if kind in number.kinds]
    return not number.kinds & CELL, number.preferred, min(usual, default=len(USUAL))


def place_to_text(number: Number) -> tuple[bool, int]:
    """Return what numbers to text are sorted by: one for texts alone was put there for them."""
    return not only_texts(number), number.preferred
