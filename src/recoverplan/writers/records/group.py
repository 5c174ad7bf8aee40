"""The JSON of a group: fields are the options' names, as docs/formats.md promises."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.group import Group
from recoverplan.domain.saying import iso
from recoverplan.domain.trial import promise


def group_record(group: Group, tries: int, zone: ZoneInfo) -> dict[str, Any]:
    """Return the record of a group. `tries` is how many there were; `zone` is the person's."""
    return {
        "id": group.id,
        "name": group.name,
        "when": [hours.phrase for hours in group.hours] or None,
        "programme": group.programme,
        "format": group.format,
        "zone": group.zone,
        "where": group.where,
        "where_notes": group.where_notes,
        "link": group.link,
        "link_notes": group.link_notes,
        "phone": group.phone,
        "phone_notes": group.phone_notes,
        "type": list(group.types) or None,
        "status": group.status,
        "tries": promise(group.tries_goal, "-"),
        "tries_so_far": tries,
        "why": group.why,
        "unsafe": group.unsafe,
        "listed": list(group.listed) or None,
        "caution": group.caution,
        "created": iso(group.created, zone),
    }
