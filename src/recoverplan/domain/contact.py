"""Support contacts: who can be reached, how, when, and how often they agreed to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from recoverplan.domain.schedule import Hours
from recoverplan.value import Value, replace

ROLES = ("peer", "sponsor", "family", "clinical", "practical", "line")
WAYS = ("call", "text", "email", "other")
HOWS = ("call", "text", "in-person")  # how a talk with somebody was


class Contact(Value):
    """A person (or a line) and what they agreed to.

    `hours` empty: any time, not asked yet. `zone`: IANA name, the zone their hours are in.
    `per_week`: check-ins agreed to in a week; None: no number agreed; 0: never ask.
    `on_now` False: it may not be safe to call them; they are on no screen, plan or card.
    Paused from `paused_from` on, through `paused_until` (included) where that is set.
    """

    id: int = 0
    name: str
    role: str
    call: str | None = None
    text: str | None = None
    email: str | None = None
    other: str | None = None
    prefer: str | None = None
    order: int = 0  # place in the person's list; equal places fall back on the id
    hours: tuple[Hours, ...] = ()
    zone: str
    per_week: int | None = None
    say: str | None = None
    card_name: str | None = None
    on_card: bool = True
    on_now: bool = True
    paused_from: date | None = None
    paused_until: date | None = None
    met_at: int | None = None  # the group where they met
    created: datetime  # UTC

    def way(self, usual: str | None = None) -> str | None:
        """Return the preferred way, one of WAYS, or None if there is no way to reach them.

        `usual` is the person's own preference from setup, used where that way is given.
        """
        given = [way for way in WAYS if getattr(self, way)]
        for wished in (self.prefer, usual):
            if wished in given:
                return wished
        return given[0] if given else None

    def paused_on(self, day: date) -> bool:
        """Tell whether they are paused on a day; the last day of a pause is included."""
        if self.paused_from is None or day < self.paused_from:
            return False
        return self.paused_until is None or day <= self.paused_until

    def away_for_good(self, day: date) -> bool:
        """Tell whether they are paused on a day, without an end."""
        return self.paused_until is None and self.paused_on(day)


def listed(contacts: Iterable[Contact]) -> list[Contact]:
    """Return contacts in the person's order."""
    return sorted(contacts, key=lambda one: (one.order, one.id))


def in_order(contacts: Sequence[Contact], moved: Contact, place: int) -> tuple[Contact, ...]:
    """Return all contacts numbered 1, 2, … with `moved` at `place` (1-based, at most last)."""
    others = listed(one for one in contacts if one.id != moved.id)
    others.insert(place - 1, moved)
    return tuple(replace(one, order=number) for number, one in enumerate(others, start=1))
