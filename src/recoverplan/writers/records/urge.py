"""The JSON of an urge: what `urge list`, `urge show` and the writing commands print."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.saying import iso
from recoverplan.domain.urge import Urge
from recoverplan.domain.zone import known_zone


def urge_record(urge: Urge, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one urge; fields are the options' names, what was not given is None.

    `at` is in the zone it was logged in, `created` in `zone`.
    """
    return {
        "id": urge.id,
        "at": iso(urge.at, known_zone(urge.zone) or zone),
        "zone": urge.zone,
        "strength": urge.strength,
        "trigger": list(urge.triggers) or None,
        "did": urge.did,
        "after": urge.after,
        "note": urge.note,
        "created": iso(urge.created, zone),
    }
