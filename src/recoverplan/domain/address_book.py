"""The people on the card as entries of a phone's address book. A value; a writer makes text of it.

Like the card it is discreet: no role, no opening words, unless it has a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid5

from recoverplan.domain.card import carried, hours_said
from recoverplan.domain.contact import WAYS, Contact
from recoverplan.domain.dialing import for_a_phone
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
    if hours != ANY_TIME:
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
