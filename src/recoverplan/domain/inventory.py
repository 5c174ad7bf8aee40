"""The inventory: what support there is, what is needed next, and one suggestion at most.

Contacts and kept groups are support already: they are read from where they stand, never entered
twice. More people are not better for everyone (docs/evidence.md): what was declined is never
suggested again, nor is anything else of its kind, and whoever has just changed the list is left in
peace for a week.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from recoverplan.data.picklists import SUPPORTS
from recoverplan.domain.contact import Contact, listed
from recoverplan.domain.group import Group
from recoverplan.value import NamedTuple, Value

KINDS = ("peer", "clinical", "practical")
# Something that the person has; needs next; does not want, so that it is never suggested.
STANDINGS = ("have", "need", "no")


class Support(Value):
    """One kind of support, in a pick-list's words or the person's own.

    `contact` and `group` are the ids of who or what gives it, None where that is not said.
    """

    id: int = 0
    kind: str
    what: str
    standing: str
    contact: int | None = None
    group: int | None = None
    created: datetime  # UTC


# The kind of support that somebody of a role is. A line is no support of one's own.
KIND_OF_ROLE = {
    "peer": "peer",
    "sponsor": "peer",
    "clinical": "clinical",
    "practical": "practical",
    "family": "practical",
}
QUIET = timedelta(days=7)  # after a change of the inventory nothing is suggested


class Held(NamedTuple):
    """One piece of support. `id` None: it is read from a contact or a group.

    `what` None: the person or group alone; `who` None: nobody is named for it. `contact` and
    `group` are ids.
    """

    kind: str
    what: str | None
    who: str | None = None
    id: int | None = None
    contact: int | None = None
    group: int | None = None


class Suggestion(NamedTuple):
    """One thing to try. `noted`: the person needs it already; else nothing of its kind is here."""

    kind: str
    what: str
    noted: bool
    id: int | None = None


class Inventory(NamedTuple):
    """All of it, in the order of kinds; `declined` is what the person does not want."""

    have: tuple[Held, ...]
    need: tuple[Held, ...]
    declined: tuple[Held, ...]
    suggestion: Suggestion | None


def make_inventory(
    supports: Sequence[Support],
    contacts: Sequence[Contact],
    groups: Sequence[Group],
    now: datetime,
) -> Inventory:
    """Gather the inventory of the moment `now` (aware, in the person's zone)."""
    today = now.date()
    people = {contact.id: contact for contact in counted(contacts, today)}
    kept = {group.id: group for group in groups if group.status == "kept" and group.attended}
    by_standing: dict[str, list[Held]] = {standing: [] for standing in STANDINGS}
    for support in supports:
        by_standing[support.standing].append(held(support, people, kept))
    have = [*by_itself(people.values(), kept.values(), by_standing["have"]), *by_standing["have"]]
    need = in_kinds(by_standing["need"])
    return Inventory(
        have=in_kinds(have),
        need=need,
        declined=in_kinds(by_standing["no"]),
        suggestion=suggest(supports, {each.kind for each in have}, need, now),
    )


def counted(contacts: Iterable[Contact], today: date) -> list[Contact]:
    """Return those who are support, in the person's order: nobody who is away without an end."""
    return [
        contact
        for contact in listed(contacts)
        if contact.role in KIND_OF_ROLE and not contact.away_for_good(today)
    ]


def held(support: Support, people: dict[int, Contact], kept: dict[int, Group]) -> Held:
    """Return an entry as it stands in the inventory, with the name of who gives it."""
    giver: Contact | Group | None = None
    if support.contact is not None:
        giver = people.get(support.contact)
    elif support.group is not None:
        giver = kept.get(support.group)
    return Held(
        support.kind,
        support.what,
        giver.name if giver else None,
        support.id,
        support.contact,
        support.group,
    )


def by_itself(
    people: Iterable[Contact], kept: Iterable[Group], entered: Iterable[Held]
) -> Iterable[Held]:
    """Yield people and groups as support, but those an entry of the same kind names."""
    named = {(each.kind, each.contact, each.group) for each in entered}
    for contact in people:
        kind = KIND_OF_ROLE[contact.role]
        if (kind, contact.id, None) not in named:
            role = None if contact.role == kind else contact.role
            yield Held(kind, role, contact.name, contact=contact.id)
    for group in kept:
        if ("peer", None, group.id) not in named:
            yield Held("peer", None, group.name, group=group.id)


def in_kinds(entries: Iterable[Held]) -> tuple[Held, ...]:
    """Return entries in the order of kinds, those of one kind as they came."""
    return tuple(sorted(entries, key=lambda each: KINDS.index(each.kind)))


def suggest(
    supports: Sequence[Support], kinds_held: set[str], need: Sequence[Held], now: datetime
) -> Suggestion | None:
    """Return the one suggestion of the week, None while the person is left in peace.

    Needs come in turn with kinds of which nothing stands here, a week each.
    """
    if any(timedelta() <= now - each.created < QUIET for each in supports):
        return None
    answered = kinds_held | {each.kind for each in supports}
    options = [Suggestion(each.kind, each.what or "", True, each.id) for each in need]
    for kind in KINDS:
        if kind not in answered:
            first = next(offer.what for offer in SUPPORTS if offer.kind == kind)
            options.append(Suggestion(kind, first, False))
    if not options:
        return None
    weeks = (now.date().toordinal() - 1) // 7  # the first day there is was a Monday
    return options[weeks % len(options)]
