"""What an import of people did, as a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.address_book import Compared, LeftOut
from recoverplan.domain.contact import Contact
from recoverplan.domain.listing import Reason
from recoverplan.writers.records.listing import reason_record
from recoverplan.writers.records.noun import record_of


def people_record(
    cards: int,
    found: Sequence[Compared],
    added: Sequence[Contact],
    unchanged: Sequence[Compared],
    problems: tuple[Sequence[Reason], Sequence[Reason]],
    zone: ZoneInfo,
    *,
    left: Sequence[LeftOut],
) -> dict[str, Any]:
    """Return the whole record; `problems` are what was skipped and what was noted.

    `left` is what of those chosen was left out.
    """
    skipped, notes = problems
    return {
        "schema": "recoverplan/people/1",
        "cards": cards,
        "found": [
            {
                "name": each.person.name,
                "call": each.person.call,
                "text": each.person.text,
                "email": each.person.email,
                "contact": each.known.id if each.known else None,
            }
            for each in found
        ],
        "added": [record_of(contact, zone) for contact in added],
        "unchanged": [
            {"id": each.known.id, "name": each.known.name} for each in unchanged if each.known
        ],
        "left_out": [
            {
                "id": each.contact.id,
                "name": each.contact.name,
                "ways": [{"way": way, "value": value} for way, value in each.ways],
            }
            for each in (
                *(LeftOut(one.known, one.changes) for one in unchanged if one.known),
                *left,
            )
            if each.ways
        ],
        "skipped": [reason_record(each) for each in skipped],
        "notes": [reason_record(each) for each in notes],
    }
