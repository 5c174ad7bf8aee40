"""The JSON of imports and finds: "recoverplan/import/1" and "recoverplan/found/1"."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.listing import Found, FoundAll, Imported, Reason
from recoverplan.domain.saying import iso
from recoverplan.domain.span import Span
from recoverplan.writers.finding import zone_of


def import_record(done: Imported) -> dict[str, Any]:
    """Return what an import did."""
    return {
        "schema": "recoverplan/import/1",
        "format": done.source.kind,
        "source": done.source.name,
        "programme": done.source.programme,
        "zone": done.source.zone,
        "rows": done.rows,
        "added": done.added,
        "updated": done.updated,
        "retired": done.retired,
        "unchanged": done.unchanged,
        "skipped": list(map(reason_record, done.skipped)),
        "notes": list(map(reason_record, done.notes)),
        "closed": done.closed,
        "cautions": done.cautions,
    }


def reason_record(reason: Reason) -> dict[str, Any]:
    """Return one reason with its count and examples."""
    return {"reason": reason.reason, "count": reason.rows, "examples": list(reason.examples)}


def found_record(result: FoundAll, span: Span | None, zone: ZoneInfo) -> dict[str, Any]:
    """Return what was found; in-person meetings have the offset of their own zone."""
    return {
        "schema": "recoverplan/found/1",
        "from": None if span is None else iso(span.start, zone),
        "to": None if span is None else iso(span.end, zone),
        "total": result.total,
        "meetings": [meeting_record(each, zone) for each in result.meetings],
    }


def meeting_record(found: Found, zone: ZoneInfo) -> dict[str, Any]:
    """Return one time of one meeting."""
    listing = found.kept.listing
    shown = zone_of(found, zone)
    return {
        "id": found.kept.id,
        "name": listing.name,
        "start": None if found.start is None else iso(found.start, shown),
        "end": None if found.end is None else iso(found.end, shown),
        "zone": listing.zone,
        "format": listing.format,
        "where": listing.where,
        "where_notes": listing.where_notes,
        "link": listing.link,
        "link_notes": listing.link_notes,
        "phone": listing.phone,
        "phone_notes": listing.phone_notes,
        "programme": found.kept.source.programme,
        "types": list(found.types),
        "distance_km": None if found.distance_km is None else round(found.distance_km, 2),
        "caution": listing.caution,
        "notes": listing.notes,
        "source": found.kept.source.name,
    }
