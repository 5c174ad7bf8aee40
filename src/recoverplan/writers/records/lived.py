"""What is meant for a plan's days, as the plan's JSON has it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.lived import GiveTime, Lived, TreatmentTime
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.preparing import preparations
from recoverplan.domain.saying import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.domain.talk import Going


def lived_record(plan: Plan, lived: Lived) -> dict[str, Any]:
    """Return goings, and an entry for each time of commitments and treatment; and the trip."""
    trip = lived.trip
    return {
        "goings": [going(one, plan.zone, lived) for one in lived.goings],
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


def going(one: Going, zone: ZoneInfo, lived: Lived) -> dict[str, Any]:
    """Return a going, with the names of its group and of who comes along."""
    groups, contacts = lived.names
    return {
        "id": one.id,
        "group": {"id": one.group, "name": groups.get(one.group)},
        "start": iso(one.start, zone),
        "end": iso(one.end, zone),
        "with": one.contact and {"id": one.contact, "name": contacts.get(one.contact)},
        "goal": one.goal,
        "leave": one.leave and iso(one.leave, zone),
        "early": one.early,
        "late": one.late,
        "note": one.note,
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
