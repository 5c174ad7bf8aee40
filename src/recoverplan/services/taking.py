"""People out of a phone's file onto the list: all of those chosen, or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from recoverplan.domain.contact import Contact
from recoverplan.domain.naming import folded
from recoverplan.domain.people_found import Compared, Person, compared
from recoverplan.store import contacts as contact_store
from recoverplan.store.opening import Store


class Taken(NamedTuple):
    """Who was added, who was on the list already, and who has a name that another one had."""

    added: tuple[Contact, ...]
    known: tuple[Compared, ...]
    twice: tuple[Person, ...]


def take(store: Store, people: Sequence[tuple[Person, str]], zone: str, now: datetime) -> Taken:
    """Add people, each with their role, in the transaction that is open.

    Somebody of a name that is on the list stays as they are there.
    """
    contacts = contact_store.load_all(store)
    place = max((one.order for one in contacts), default=0)
    known: list[Compared] = []
    twice: list[Person] = []
    added: dict[str, Contact] = {}
    roles = {person.id: role for person, role in people}
    for each in compared((person for person, _ in people), contacts):
        person = each.person
        if each.known is not None:
            known.append(each)
        elif folded(person.name) in added:
            twice.append(person)
        else:
            contact = contact_of(person, roles[person.id], zone, now, place + len(added) + 1)
            added[folded(person.name)] = contact_store.add(store, contact)
    if added:
        store.did(what_was_done(list(added.values())))
    return Taken(tuple(added.values()), tuple(known), tuple(twice))


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
    return f"added {len(added)} contacts from a phone"
