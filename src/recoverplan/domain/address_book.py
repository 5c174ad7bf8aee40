"""A phone's address book: the people on the card as its entries, and people found in one beside
those who are on the list already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from recoverplan.domain.card import carried, hours_said
from recoverplan.domain.contact import WAYS, Contact
from recoverplan.domain.dialing import for_a_phone, is_number
from recoverplan.domain.naming import folded
from recoverplan.domain.text import digits_of
from recoverplan.value import replace
from recoverplan.words import publish as words
from recoverplan.words.paper import ANY_TIME

NAMES = UUID("d4b6a0de-8f0b-4b3a-9a55-0f4a7c1f6e21")


class BookEntry(NamedTuple):
    """One person: a number to call and one to text may be the same."""

    uid: str
    name: str
    call: str | None
    text: str | None
    email: str | None
    note: str | None


def address_book(
    contacts: Iterable[Contact],
    today: date,
    *,
    prefer: str | None,
    title: str | None,
    clock24: bool,
    zone: str | None = None,
    region: str = "",
) -> tuple[BookEntry, ...]:
    """Return the people on the card, each with every way to reach them.

    `prefer` is the person's own usual way, `title` the card's, which brings roles with it,
    `zone` their own: hours by another clock say so. Numbers are dialed in `region`; what is no
    number ("555-0114 or 555-0115") stands in the note, where nothing dials it.
    """
    return tuple(
        BookEntry(
            uid=str(uuid5(NAMES, f"{contact.id}|{contact.created.isoformat()}")),
            name=contact.card_name or contact.name,
            call=for_a_phone(contact.call or "", region),
            text=for_a_phone(contact.text or "", region),
            email=contact.email,
            note="\n".join(noted(contact, prefer, title, zone, clock24=clock24)) or None,
        )
        for contact in carried(contacts, today)
    )


def noted(
    contact: Contact, prefer: str | None, title: str | None, zone: str | None, *, clock24: bool
) -> Iterator[str]:
    """Yield what stands in the note: what an address book has no field for."""
    if title:
        yield words.TITLED.format(title=title, role=contact.role)
    hours = hours_said(contact, zone, clock24=clock24)
    if contact.hours and hours != ANY_TIME:
        yield words.REACHABLE.format(hours=hours)
    way = contact.way(prefer)
    if way in words.BEST and sum(getattr(contact, each) is not None for each in WAYS) > 1:
        yield words.BEST[way]
    for number in dict.fromkeys(filter(None, (contact.call, contact.text))):
        if for_a_phone(number, "") is None:
            yield words.ALSO.format(other=number)
    if contact.other:
        yield words.ALSO.format(other=contact.other)
    if title and contact.say:
        yield words.SAY.format(say=contact.say)


BETWEEN = "; "  # texts of another way
TAKEN = ("call", "text", "email")  # the ways that are read
SAME_DIGITS = 7  # with and without what stands before them, +1 or 0


class Person(NamedTuple):
    """Somebody found in a file; `id` is their place among those found, from 1."""

    id: int
    name: str
    call: str | None
    text: str | None
    email: str | None


class LeftOut(NamedTuple):
    """Ways of somebody's card that their contact has not: pairs of a way and what it is.

    A way is one of WAYS. `second` is whose card it is, where another one of that name was taken.
    `contact` has what was left out of other cards before, as if it had been taken.
    """

    contact: Contact
    ways: tuple[tuple[str, str], ...]
    second: Person | None = None

    @property
    def together(self) -> bool:
        """Tell whether the second card is sure to be of the same person: they were put together."""
        return self.second is not None and shares(self.second, self.contact)

    @property
    def values(self) -> tuple[str, ...]:
        """Return what is left out, each once."""
        return tuple(dict.fromkeys(value for _, value in self.ways))

    @property
    def taken(self) -> Contact:
        """Return the contact as if it had been taken."""
        ways: dict[str, Any] = dict(self.options())
        return replace(self.contact, **ways)

    def options(self) -> dict[str, str]:
        """Return how the contact takes it all: a way that is free, else beside any other way."""
        free = {
            way: value
            for way, value in self.ways
            if option_for(way, value) == way and not getattr(self.contact, way)
        }
        kept = {value for way, value in free.items() if way != "other"}
        rest = [value for value in self.values if value not in kept]
        if rest:
            free["other"] = BETWEEN.join((*parts_of(self.contact), *rest))
        return free


def option_for(way: str, value: str) -> str:
    """Return the option that takes what a phone has for a way: words are no number to call."""
    return way if way not in ("call", "text") or is_number(value) else "other"


class Compared(NamedTuple):
    """Somebody found. `known` has their name; `shares` has a number of theirs, under another."""

    person: Person
    known: Contact | None = None
    shares: Contact | None = None

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """Return the ways that the file has otherwise than the list, with what it has."""
        return () if self.known is None else others_of(self.person, self.known)


def compared(people: Iterable[Person], contacts: Sequence[Contact]) -> list[Compared]:
    """Return each person beside the contact of that name, or who has that number."""
    named: dict[str, Contact] = {}
    for contact in contacts:
        named.setdefault(folded(contact.name), contact)
    found = []
    for person in people:
        known = named.get(folded(person.name))
        sharing = None if known else next((one for one in contacts if shares(person, one)), None)
        found.append(Compared(person, known, sharing))
    return found


def others_of(person: Person, contact: Contact) -> tuple[tuple[str, str], ...]:
    """Return the ways of a person that a contact has not, with what they are."""
    beside = [text.partition(" (")[0] for text in parts_of(contact)]
    return tuple(
        (way, value)
        for way in TAKEN
        if (value := getattr(person, way))
        and value not in beside
        and not same_way(contact, way, value)
    )


def left_out(
    contact: Contact, person: Person, more: Iterable[str], *, second: bool = False
) -> LeftOut:
    """Return what a card has that its contact has not; `more` is what it has beside the person."""
    beside = [("other", text) for text in more if text not in parts_of(contact)]
    ways = (*others_of(person, contact), *beside) if second else tuple(beside)
    return LeftOut(contact, ways, person if second else None)


def parts_of(contact: Contact) -> list[str]:
    """Return what stands in a contact's other way, each text alone."""
    return contact.other.split(BETWEEN) if contact.other else []


def filled(contact: Contact, person: Person) -> Contact:
    """Return a contact with the ways of a person where it has none."""
    ways = {way: getattr(contact, way) or getattr(person, way) for way in TAKEN}
    return replace(contact, **ways)


def same_way(contact: Contact, way: str, value: str) -> bool:
    """Tell whether a contact has a number, or an address, in any way of writing it."""
    if way == "email":
        return value.casefold() == (contact.email or "").casefold()
    return any(same_number(value, one) for one in (contact.call, contact.text) if one)


def shares(person: Person, contact: Contact) -> bool:
    """Tell whether a person has a number or an address of a contact's."""
    values = ((way, getattr(person, way)) for way in TAKEN)
    return any(value and same_way(contact, way, value) for way, value in values)


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are one, written with or without the country or area."""
    first, second = sorted((digits_of(one), digits_of(other)), key=len)
    return first == second or (len(first) >= SAME_DIGITS and second.endswith(first))
