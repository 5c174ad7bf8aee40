"""Support contacts in the store."""

from __future__ import annotations

from recoverplan.domain.contact import Contact
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_all(store: Store) -> tuple[Contact, ...]:
    """Return all contacts in the person's own order."""
    return tuple(map(contact_in, store.execute("SELECT * FROM contact ORDER BY place, id")))


def add(store: Store, contact: Contact) -> Contact:
    """Keep a new contact and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO contact VALUES (
            :id, :name, :role, :call, :text, :email, :other, :prefer, :place, :hours, :zone,
            :per_week, :say, :card_name, :on_card, :paused_from, :paused_until, :met_at, :created
        )
        """,
        contact_out(contact),
    )
    return replace(contact, id=cursor.lastrowid)


def save(store: Store, contact: Contact) -> None:
    """Replace the contact that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE contact SET
            name = :name, role = :role, call = :call, text = :text, email = :email,
            other = :other, prefer = :prefer, place = :place, hours = :hours, zone = :zone,
            per_week = :per_week, say = :say, card_name = :card_name, on_card = :on_card,
            paused_from = :paused_from, paused_until = :paused_until, met_at = :met_at,
            created = :created
        WHERE id = :id
        """,
        contact_out(contact),
    )
    rows.one_changed(cursor, "contact", contact.id)


def remove(store: Store, number: int) -> None:
    """Remove a contact; windows, meetings that name it forget it. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM contact WHERE id = ?", (number,))
    rows.one_changed(cursor, "contact", number)


def contact_out(contact: Contact) -> dict[str, Any]:
    """Return the contact's columns."""
    return {
        "id": contact.id or None,
        "name": contact.name,
        "role": contact.role,
        "call": contact.call,
        "text": contact.text,
        "email": contact.email,
        "other": contact.other,
        "prefer": contact.prefer,
        "place": contact.order,
        "hours": rows.hours_out(contact.hours),
        "zone": contact.zone,
        "per_week": contact.per_week,
        "say": contact.say,
        "card_name": contact.card_name,
        "on_card": int(contact.on_card),
        "paused_from": rows.maybe_day_out(contact.paused_from),
        "paused_until": rows.maybe_day_out(contact.paused_until),
        "met_at": contact.met_at,
        "created": rows.instant_out(contact.created),
    }


def contact_in(row: Any) -> Contact:
    """Return the contact of a row."""
    return Contact(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        call=row["call"],
        text=row["text"],
        email=row["email"],
        other=row["other"],
        prefer=row["prefer"],
        order=row["place"],
        hours=rows.hours_in(row["hours"]),
        zone=row["zone"],
        per_week=row["per_week"],
        say=row["say"],
        card_name=row["card_name"],
        on_card=bool(row["on_card"]),
        paused_from=rows.maybe_day_in(row["paused_from"]),
        paused_until=rows.maybe_day_in(row["paused_until"]),
        met_at=row["met_at"],
        created=rows.instant_in(row["created"]),
    )
