"""What has its times in the week beside hard hours: treatment (appointments, programmes, medicine),
and what the person does for others (a chair, the coffee, somebody to check on). Neither covers
anything.
"""

from __future__ import annotations

from datetime import date, datetime

from recoverplan.domain.schedule import Hours
from recoverplan.value import Value

KINDS = ("appointment", "programme", "medicine")
MEDICINE = "medicine"


class Treatment(Value):
    """One kind of treatment, by the person's own label, and when it is.

    `zone`: an IANA name, the zone its hours are in; those of medicine float with the person.
    Paused from `paused_from` on, through `paused_until` (included) where that is set.
    """

    id: int = 0
    label: str
    kind: str = "appointment"
    hours: tuple[Hours, ...]
    zone: str
    where: str | None = None
    call: str | None = None
    paused_from: date | None = None
    paused_until: date | None = None
    created: datetime  # UTC


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
