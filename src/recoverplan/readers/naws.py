"""NAWS CSV (NA World Services), as BMLT servers export it: one row to one record."""

from __future__ import annotations

from typing import Any

from recoverplan.readers.listing_fields import truth

KNOWN = frozenset({"Committee", "CommitteeName", "Day", "Time"})
SAME = {
    "CommitteeName": "name", "Day": "day", "Place": "location", "Address": "address",
    "City": "city", "State": "state", "Zip": "postal_code", "Country": "country",
    "LocBorough": "sub_region", "PhoneMeetingNumber": "conference_phone",
    "VirtualMeetingLink": "conference_url", "VirtualMeetingInfo": "conference_url_notes",
    "Latitude": "latitude", "Longitude": "longitude", "TimeZone": "timezone",
    "LastChanged": "updated", "WholeTime": "duration",
}  # fmt: skip
FORMATS = ("Format1", "Format2", "Format3", "Format4", "Format5")


def record(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return a row as a record of Meeting Guide; None for one that is to be deleted."""
    if row.get("Delete", "").strip().upper() == "D":
        return None
    found = {field: row[column] for column, field in SAME.items() if row.get(column)}
    found["slug"] = row.get("Committee") or row.get("ComemID") or ""
    found["time"] = clock(row.get("Time", ""))
    found["types"] = [code for column in FORMATS if (code := row.get(column))]
    closed = row.get("Closed", "").strip().upper()
    found["types"] += {"OPEN": ["O"], "CLOSED": ["C"]}.get(closed, [])
    if truth(row.get("WheelChr")):
        found["types"].append("WC")
    found["location_notes"] = "; ".join(filter(None, (row.get("Room"), row.get("Directions"))))
    if truth(row.get("unpublished") or row.get("Unpublished")):
        found["published"] = "0"
    return found


def clock(said: str) -> str:
    """Return a time as lists write it: NAWS has "1930"."""
    figures = said.strip().zfill(4)
    return f"{figures[:2]}:{figures[2:]}" if figures.isdecimal() and len(figures) == 4 else said
