"""People found in a phone's file, beside those who are on the list already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recoverplan.domain.contact import Contact
from recoverplan.domain.naming import folded

SAME_DIGITS = 7  # with and without what stands before them, +1 or 0


class Person(NamedTuple):
    """Somebody found in a file; `id` is their place among those found, from 1."""

    id: int
    name: str
    call: str | None
    text: str | None
    email: str | None


class Compared(NamedTuple):
    """Somebody found. `known` has their name; `shares` has a number of theirs, under another."""

    person: Person
    known: Contact | None = None
    shares: Contact | None = None

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """Return the ways that the file has otherwise than the list, with what it has."""
        if self.known is None:
            return ()
        return tuple(
            (way, value)
            for way in ("call", "text", "email")
            if (value := getattr(self.person, way)) and not same_way(self.known, way, value)
        )


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


def same_way(contact: Contact, way: str, value: str) -> bool:
    """Tell whether a contact has a number, or an address, in any way of writing it."""
    kept = [contact.email] if way == "email" else [contact.call, contact.text]
    if way == "email":
        return value.casefold() in {one.casefold() for one in kept if one}
    return any(same_number(value, one) for one in kept if one)


def shares(person: Person, contact: Contact) -> bool:
    """Tell whether a person has a number or an address of a contact's."""
    ways = (("call", person.call), ("text", person.text), ("email", person.email))
    return any(value and same_way(contact, way, value) for way, value in ways)


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are one, written with or without the country or area."""
    first, second = sorted((digits(one), digits(other)), key=len)
    return first == second or (len(first) >= SAME_DIGITS and second.endswith(first))


def digits(number: str) -> str:
    """Return the digits of a number."""
    return "".join(letter for letter in number if letter.isdecimal())
