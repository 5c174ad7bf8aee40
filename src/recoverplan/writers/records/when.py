"""A phrase explained, as a JSON document: recoverplan/when/1."""

from __future__ import annotations

from recoverplan.domain.explanation import Explanation
from recoverplan.domain.saying import iso


def when_document(explanation: Explanation) -> dict[str, object]:
    """Return the document; the words are in 24-hour style, the instants in the person's zone."""
    zone = explanation.zone
    return {
        "schema": "recoverplan/when/1",
        "phrase": explanation.phrase,
        "words": explanation.words,
        "rule": explanation.rule,
        "timezone": zone.key,
        "occurrences": [
            {"start": iso(span.start, zone), "end": iso(span.end, zone)}
            for span in explanation.coming
        ],
        "notes": list(explanation.notes),
    }
