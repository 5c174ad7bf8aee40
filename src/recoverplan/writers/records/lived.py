"""What is meant for a plan's days, as the plan's JSON has it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.lived import GiveTime, Lived, TreatmentTime
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.preparing import preparations
from recoverplan.domain.saying import iso
from recoverplan.writers.records.noun import going_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def lived_record(plan: Plan, lived: Lived) -> dict[str, Any]:
    """Return goings, and an entry for each time of commitments and treatment; and the trip."""
    trip = lived.trip
    return {
        "goings": [going_record(one, *lived.names, plan.zone) for one in lived.goings],
        "gives": [timed(each, plan.zone, text=each.what.text) for each in lived.gives],
        "treatments": [
            timed(each, plan.zone, label=each.what.label, kind=each.what.kind)
            for each in lived.treatments
        ],
        "trip": trip
        and {
            "place": trip.place,
            "from": trip.first.isoformat(),
            "until": trip.until.isoformat(),
        },
    }


def timed(each: GiveTime | TreatmentTime, zone: ZoneInfo, **said: object) -> dict[str, Any]:
    """Return one time of a commitment or of treatment."""
    start, end = (iso(moment, zone) for moment in each.span)
    return {"id": each.what.id, **said, "start": start, "end": end}


def prepared_record(planned: Planned, zone: ZoneInfo, lived: Lived) -> dict[str, Any]:
    """Return what is to be done before hard hours; nothing but for the next of them."""
    if planned.span.start != lived.next_starts.get(planned.risk.id):
        return {}
    found = preparations(planned.risk, planned.span.start, zone)
    return {
        "prepare": [
            {"at": iso(each.at, zone), "text": each.text, "done": each.done} for each in found
        ]
    }
