"""The card as the JSON object "recoverplan/card/1" (docs/formats.md)."""

from __future__ import annotations

from recoverplan.domain.card import Card

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def card_record(card: Card) -> dict[str, Any]:
    """Return everything on the card; roles only where it has a title."""
    people = [person._asdict() for person in card.people]
    if card.title is None:
        for person in people:
            del person["role"]
    return {
        "schema": "recoverplan/card/1",
        "title": card.title,
        "people": people,
        "steps": list(card.steps),
        "reasons": list(card.reasons),
        "lines": [line._asdict() for line in card.lines],
        "emergency": card.emergency,
        "check_locally": card.check_locally,
        "numbers_of": card.month or None,
    }
