"""One event of a calendar, and the UID that it keeps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from recoverplan.domain.schedule import Schedule
from recoverplan.domain.series import Series

if TYPE_CHECKING:
    from recoverplan.domain.giving import Give
    from recoverplan.domain.going import Going
    from recoverplan.domain.group import Group
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.treatment import Treatment

    Kept = RiskWindow | Group | Going | Give | Treatment

NAMES = UUID("6f0c1d5e-2a57-4c0e-9d7b-5b1f3f0a9c42")


class Entry(NamedTuple):
    """One event of the calendar. `zone` is an IANA name; None: it floats."""

    uid: str
    series: Series
    zone: str | None
    title: str
    note: str | None = None
    where: str | None = None
    alarm: bool = False
    busy: bool = False  # shown as taken to those who look for a free hour
    tentative: bool = False


def uid_of(kind: str, thing: Kept, *place: object) -> str:
    """Return the UID of an event: the same for the same thing and place, whatever it shows.

    The moment it was entered keeps two persons' events apart in a calendar that they share.
    """
    named = "|".join(map(str, (kind, thing.id, thing.created.isoformat(), *place)))
    return str(uuid5(NAMES, named))


def begin_of(schedule: Schedule, monday: date) -> date:
    """Return the day from which occurrences are wanted, so that one still running is in it."""
    return monday - timedelta(days=max((part.days_long for part in schedule.parts), default=0))
