"""The inventory of support as JSON: what there is, what is needed, what is not wanted."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.inventory import Held, Inventory


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
