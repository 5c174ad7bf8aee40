"""The plan as the JSON object "recoverplan/plan/1" (docs/formats.md)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.coverage import Cover
from recoverplan.domain.lived import GiveTime, TreatmentTime
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.preparing import preparations
from recoverplan.domain.saying import iso
from recoverplan.domain.span import Span
from recoverplan.domain.weekmap import WeekMap
from recoverplan.writers.records.noun import going_record


def timed(each: GiveTime | TreatmentTime, zone: ZoneInfo, **said: object) -> dict[str, Any]:
    """Return one time of a commitment or of treatment."""
    return {"id": each.what.id, **said, **ends(each.span, zone)}


def map_record(found: WeekMap) -> dict[str, Any]:
    """Return seven days of cells from Monday midnight on, and the stretches they are made of."""
    return {
        "schema": "recoverplan/map/1",
        "timezone": found.zone.key,
        "cell_minutes": found.cell_minutes,
        "days": [
            {
                "day": (found.first + timedelta(days=number)).isoformat(),
                "cells": [cell._asdict() for cell in day],
            }
            for number, day in enumerate(found.days)
        ],
        "stretches": [
            {**ends(each.span, found.zone), "level": each.level, "open": each.open}
            for each in found.stretches
        ],
    }


def plan_record(plan: Plan) -> dict[str, Any]:
    """Return the whole plan; instants with the offset of the plan's zone, lengths in minutes."""
    record = plan_document(plan)
    return record | {"occurrences": list(record["occurrences"])}


def plan_document(plan: Plan) -> dict[str, Any]:
    """Return the whole plan to be written once, each occurrence made when it is its turn."""
    return {
        "schema": "recoverplan/plan/1",
        "timezone": plan.zone.key,
        "from": iso(plan.start, plan.zone),
        "to": iso(plan.end, plan.zone),
        "occurrences": (occurrence(each, plan) for each in plan.occurrences),
        "tries": [trial(tries, plan.zone) for tries in plan.tries],
        "summary": {
            "occurrences": len(plan.occurrences),
            "with_person": plan.with_person,
            "gap_minutes": plan.gap_minutes,
        },
        **lived(plan),
        **left_out(plan),
    }


def lived(plan: Plan) -> dict[str, Any]:
    """Return what else is meant for these days: goings, an entry for each time of commitments and
    of treatment, the trip.
    """
    meant = plan.lived
    if meant is None:
        return {"goings": [], "gives": [], "treatments": [], "trip": None}
    return {
        "goings": [going_record(one, *meant.names, plan.zone) for one in meant.goings],
        "gives": [timed(each, plan.zone, text=each.what.text) for each in meant.gives],
        "treatments": [
            timed(each, plan.zone, label=each.what.label, kind=each.what.kind)
            for each in meant.treatments
        ],
        "trip": meant.trip
        and {
            "place": meant.trip.place,
            "from": meant.trip.first.isoformat(),
            "until": meant.trip.until.isoformat(),
        },
    }


def left_out(plan: Plan) -> dict[str, Any]:
    """Return what there was too much of to be worked out; nothing where that is nothing."""
    if plan.left_out is None:
        return {}
    people, _, after = plan.left_out
    return {"left_out": {"people": people, "after": after and iso(after, plan.zone)}}


def occurrence(planned: Planned, plan: Plan) -> dict[str, Any]:
    """Return one window with its people, meetings, gaps and steps."""
    risk, zone, meant = planned.risk, plan.zone, plan.lived
    stands = plan.check_in(planned)
    check_in = stands and {
        "contact": {"id": stands.contact.id, "name": stands.contact.name},
        "at": iso(stands.at, zone),
        "done": stands.done and iso(stands.done, zone),
    }
    steps = [{"kind": "if-then", "text": each.said} for each in risk.if_thens]
    whole = ends(planned.span, zone)
    prepared: dict[str, Any] = {}
    # Of the next of these hours alone.
    if meant and risk.prepare and planned.span.start == meant.next_starts.get(risk.id):
        found = preparations(risk, planned.span.start, zone)
        prepared["prepare"] = [
            {"at": iso(each.at, zone), "text": each.text, "done": each.done} for each in found
        ]
    return {
        "risk": {"id": risk.id, "label": risk.label, "level": risk.level},
        **whole,
        "check_in": check_in,
        "cover": [
            cover(each, whole if each.span is planned.span else ends(each.span, zone))
            for each in planned.cover
        ],
        "gaps": [ends(gap, zone) for gap in planned.gaps],
        "steps": steps + [{"kind": "own", "text": text} for text in risk.steps],
        **prepared,
    }


def cover(each: Cover, when: dict[str, str]) -> dict[str, Any]:
    """Return one source's stretch inside a window; `when` it is, as `ends` has it."""
    return {"kind": each.kind, "id": each.id, "name": each.name, **when}


def trial(tries: Tries, zone: ZoneInfo) -> dict[str, Any]:
    """Return how far one group's trial has come."""
    return {
        "group": {"id": tries.group.id, "name": tries.group.name},
        "tries": tries.tries,
        "status": tries.group.status,
        "next": ends(tries.next, zone) if tries.next else None,
    }


def ends(span: Span, zone: ZoneInfo) -> dict[str, str]:
    """Return a span's start and end."""
    return {"start": iso(span.start, zone), "end": iso(span.end, zone)}
