"""Contacts as JSON records: what `contact list`, `contact show` and the writing commands print."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.saying import iso


def contact_record(contact: Contact, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one contact.

    Fields are the options' names with `_`; what was not given is None. `zone` inside is the zone
    of the contact's hours; `created` is in the person's `zone`. `paused_until` None with
    `paused_from` set: until `contact pause NAME --end`.
    """
    return {
        "id": contact.id,
        "name": contact.name,
        "role": contact.role,
        "call": contact.call,
        "text": contact.text,
        "email": contact.email,
        "other": contact.other,
        "prefer": contact.prefer,
        "order": contact.order,
        "when": [hours.phrase for hours in contact.hours] or None,
        "zone": contact.zone,
        "per_week": contact.per_week,
        "say": contact.say,
        "card_name": contact.card_name,
        "on_card": contact.on_card,
        "on_now": contact.on_now,
        "paused_from": contact.paused_from.isoformat() if contact.paused_from else None,
        "paused_until": contact.paused_until.isoformat() if contact.paused_until else None,
        "met_at": contact.met_at,
        "created": iso(contact.created, zone),
    }
