"""Suggested hard hours as the JSON object "recoverplan/suggestions/1" (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recoverplan.domain.suggest import Suggestion


def suggestions_record(found: Iterable[Suggestion], logged: int, rough: int) -> dict[str, Any]:
    """Return the suggestions; what is expected has one decimal.

    `rough` of those logged were left out.
    """
    return {
        "schema": "recoverplan/suggestions/1",
        "logged": logged,
        "rough": rough,
        "suggestions": [
            {"when": one.phrase, "observed": one.observed, "expected": round(one.expected, 1)}
            for one in found
        ],
    }
