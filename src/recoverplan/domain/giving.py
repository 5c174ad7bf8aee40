"""What the person does for others: a chair, the coffee, somebody to check on."""

from __future__ import annotations

from datetime import datetime

from recoverplan.domain.schedule import Hours
from recoverplan.value import Value


class Give(Value):
    """Something that the person does for others, perhaps at a time.

    `group` is the id of the group it is for, `contact` that of a person; `zone`: an IANA name, the
    zone its hours are in.
    """

    id: int = 0
    text: str
    group: int | None = None
    contact: int | None = None
    hours: tuple[Hours, ...] = ()
    zone: str
    created: datetime  # UTC
