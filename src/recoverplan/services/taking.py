"""People out of a phone's file onto the list: all of those chosen, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import UTC, datetime

from recoverplan.domain.address_book import (
    Compared,
    LeftOut,
    Person,
    compared,
    filled,
    left_out,
    shares,
)
from recoverplan.domain.contact import Contact
from recoverplan.domain.naming import folded
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts as contact_store
from recoverplan.value import NamedTuple, replace
from recoverplan.words import reading as words


class Taken(NamedTuple):
    """Who was added, who was on the list already, and what of the cards was left out.

    In `left` is every further card of a name that was added; without ways nothing of it was new.
    """

    added: tuple[Contact, ...]
    known: tuple[Compared, ...]
    left: tuple[LeftOut, ...]


def take(
    store: Store,
    people: Sequence[tuple[Person, str]],
    more: Mapping[int, tuple[str, ...]],
    zone: str,
    now: datetime,
    off_now: Set[str] = frozenset(),
) -> Taken:
    """Add people, each with their role, in the transaction that is open.

    Whose folded name is in `off_now` is kept off now, plan and card.

    Somebody of a name that is on the list stays as they are there. Of two cards of one name that
    share a number or an address the second fills in what the first has not. `more` is what cards
    have beside that, by the person's id.
    """
    contacts = contact_store.load_all(store)
    place = max((one.order for one in contacts), default=0)
    roles = {person.id: role for person, role in people}
    known: list[Compared] = []
    cards: dict[str, list[Person]] = {}
    for each in compared((person for person, _ in people), contacts):
        if each.known is not None:
            known.append(each)
        else:
            cards.setdefault(folded(each.person.name), []).append(each.person)
    added: list[Contact] = []
    left: list[LeftOut] = []
    for first, *others in cards.values():
        contact = contact_of(first, roles[first.id], zone, now, place + len(added) + 1)
        contact = replace(contact, on_now=folded(first.name) not in off_now)
        for other in others:
            contact = filled(contact, other) if shares(other, contact) else contact
        contact = contact_store.add(store, contact)
        added.append(contact)
        left.append(left_out(contact, first, more.get(first.id, ())))
        for other in others:
            left.append(left_out(left[-1].taken, other, more.get(other.id, ()), second=True))
    if added:
        store.did(what_was_done(added))
    kept = (each for each in left if each.ways or each.second)
    return Taken(tuple(added), tuple(known), tuple(kept))


def left_of_known(
    known: Iterable[Compared], more: Mapping[int, tuple[str, ...]]
) -> tuple[LeftOut, ...]:
    """Return what the cards of people who were on the list have beside what is compared."""
    found: dict[int, LeftOut] = {}
    every: list[LeftOut] = []
    for each in known:
        if each.known is not None and each.person.id in more:
            before = found.get(each.known.id)
            contact = before.taken if before else each.known
            found[contact.id] = left_out(contact, each.person, more[each.person.id])
            every.append(found[contact.id])
    return tuple(each for each in every if each.ways)


def contact_of(person: Person, role: str, zone: str, now: datetime, place: int) -> Contact:
    """Return somebody found as a contact."""
    return Contact(
        name=person.name,
        role=role,
        call=person.call,
        text=person.text,
        email=person.email,
        order=place,
        zone=zone,
        on_card=role != "line",
        created=now.astimezone(UTC),
    )


def what_was_done(added: Sequence[Contact]) -> str:
    """Return the name of the change in the history."""
    if len(added) == 1:
        return f"added contact {added[0].name}"
    return words.DID_TAKE.format(count=len(added))
