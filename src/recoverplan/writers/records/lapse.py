"""The JSON of a lapse: what `lapse list`, `lapse show` and the writing commands print."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.lapse import Lapse
from recoverplan.domain.saying import iso
from recoverplan.domain.zone import known_zone


def lapse_record(lapse: Lapse, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one lapse. `at` is in the zone it was logged in, `created` in `zone`."""
    return {
        "id": lapse.id,
        "at": iso(lapse.at, known_zone(lapse.zone) or zone),
        "zone": lapse.zone,
        "trigger": list(lapse.triggers) or None,
        "note": lapse.note,
        "created": iso(lapse.created, zone),
    }
