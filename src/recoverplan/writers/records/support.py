"""Support as JSON: the records of what was entered, and the whole inventory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.inventory import Held, Inventory
from recoverplan.domain.saying import iso
from recoverplan.domain.support import Support

Names = Mapping[int, str]


def support_record(
    support: Support, zone: ZoneInfo, contacts: Names, groups: Names
) -> dict[str, Any]:
    """Return the record of one entry; `standing` is have, need or no."""
    return {
        "id": support.id,
        "kind": support.kind,
        "what": support.what,
        "standing": support.standing,
        "contact": named(support.contact, contacts),
        "group": named(support.group, groups),
        "created": iso(support.created, zone),
    }


def named(number: int | None, names: Names) -> dict[str, Any] | None:
    """Return an id with its name."""
    return None if number is None else {"id": number, "name": names.get(number)}


def inventory_record(made: Inventory) -> dict[str, Any]:
    """Return the inventory as "recoverplan/inventory/1"; an `id` of null: not entered here."""
    return {
        "schema": "recoverplan/inventory/1",
        "have": [held_record(each) for each in made.have],
        "need": [held_record(each) for each in made.need],
        "declined": [held_record(each) for each in made.declined],
        "suggestion": made.suggestion and made.suggestion._asdict(),
    }


def held_record(each: Held) -> dict[str, Any]:
    """Return one piece of support; `contact` and `group` are ids."""
    return {
        "id": each.id,
        "kind": each.kind,
        "what": each.what,
        "who": each.who,
        "contact": each.contact,
        "group": each.group,
    }
