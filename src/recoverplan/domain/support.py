"""The inventory of support: what a person has, and what they need next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

KINDS = ("peer", "clinical", "practical")
# Something that the person has; needs next; does not want, so that it is never suggested.
STANDINGS = ("have", "need", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One kind of support, in a pick-list's words or the person's own.

    `contact` and `group` are the ids of who or what gives it, None where that is not said.
    """

    id: int = 0
    kind: str
    what: str
    standing: str
    contact: int | None = None
    group: int | None = None
    created: datetime  # UTC
