"""The JSON of imports and finds: "recoverplan/import/1" and "recoverplan/found/1"."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.listing import Imported, Reason


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
