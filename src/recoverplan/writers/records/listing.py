"""The JSON of imports and finds: "recoverplan/import/1" and "recoverplan/found/1"."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.data.type_codes import codes_of, names
from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import Found, FoundAll, Imported, Kept, Listing, Look, Reason
from recoverplan.domain.saying import WEEKDAYS, iso
from recoverplan.domain.span import Span
from recoverplan.words import lists as words
from recoverplan.writers.finding import why, zone_of


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
        "groups": [
            {"id": each.group, "name": each.name, "listing": each.kept.id, "gone": each.kept.gone}
            for each in done.held
        ],
    }


def preview_record(name: str, seen: Look) -> dict[str, Any]:
    """Return what was understood of a list that was only looked at."""
    return {
        "schema": "recoverplan/preview/1",
        "format": seen.kind,
        "source": name,
        "meetings": seen.meetings,
        "more": seen.more,
        "columns": list(seen.columns),
        "needs_zone": seen.needs_zone,
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
        "unnamed": list(result.unnamed),
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
        **ways_record(listing),
        "programme": found.kept.source.programme,
        "types": list(found.types),
        "distance_km": None if found.distance_km is None else round(found.distance_km, 2),
        "caution": caution_of(listing),
        "why": ", ".join(why(found, miles=False)),
        "source": found.kept.source.name,
        "list_date": found.kept.source.dated,
    }


def ways_record(listing: Listing) -> dict[str, Any]:
    """Return how to attend a listed meeting, and what its list says of it besides."""
    return {
        "zone": listing.zone,
        "format": listing.format,
        "where": listing.where,
        "where_notes": listing.where_notes,
        "link": listing.link,
        "link_notes": listing.link_notes,
        "phone": listing.phone,
        "phone_notes": listing.phone_notes,
        "group": listing.group_name,
        "group_notes": listing.group_notes,
        "page": listing.page,
        "contact": listing.contact,
        "updated": listing.updated,
        "notes": listing.notes,
    }


def caution_of(listing: Listing) -> str | None:
    """Return what speaks against going without asking: the words of the list, or no way to go."""
    return listing.caution or (None if has_way(listing) else words.NO_WAY)


def listing_record(kept: Kept) -> dict[str, Any]:
    """Return everything that a list says of one meeting."""
    listing, source = kept.listing, kept.source
    codes = codes_of(source.programme, source.kind, source.codes)
    return {
        "schema": "recoverplan/listing/1",
        "listing": {
            "id": kept.id,
            "name": listing.name,
            "days": [
                name[:3].lower() for bit, name in enumerate(WEEKDAYS) if listing.days >> bit & 1
            ],
            "start": None
            if listing.start is None
            else f"{listing.start // 60:02}:{listing.start % 60:02}",
            "minutes": listing.minutes,
            **ways_record(listing),
            "latitude": listing.lat,
            "longitude": listing.lon,
            "region": listing.region,
            "programme": source.programme,
            "types": list(names(listing.types, codes)),
            "caution": caution_of(listing),
            "source": source.name,
            "list_date": source.dated,
            "retired": kept.retired,
        },
    }
