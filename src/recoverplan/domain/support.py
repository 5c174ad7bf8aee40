"""The inventory of support: what a person has, and what they need next."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import Value

KINDS = ("peer", "clinical", "practical")
# Something that the person has; needs next; does not want, so that it is never suggested.
STANDINGS = ("have", "need", "no")


class Support(Value):
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
