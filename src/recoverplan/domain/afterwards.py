"""What can be offered after a lapse: somebody to tell, and hours of the week to plan for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import reach
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import WEEKDAYS, typed_hours
from recoverplan.domain.schedule import occurrences

LENGTH = timedelta(hours=2)  # of the hours offered, from the full hour in which it happened


def somebody(contacts: Iterable[Contact], now: datetime, zone: ZoneInfo) -> Contact | None:
    """Return whom to tell: the first who counts and can be reached now, else the first who counts.

    None where nobody on the list counts.
    """
    moment = now.astimezone(UTC)
    people = reach(contacts, moment, moment + timedelta(minutes=1), zone)
    here = [each.contact for each in people if each.spans]
    return next(iter([*here, *(each.contact for each in people)]), None)


def hours_around(lapse: Lapse, risks: Sequence[RiskWindow], zone: ZoneInfo) -> str | None:
    """Return a phrase for the hours of the week in which it happened: "mon 21:00-23:00".

    None where hard hours stand there already.
    """
    if any(occurrences(risk.hours.schedule, zone, lapse.at, soon(lapse.at)) for risk in risks):
        return None
    start, end = full_hours(lapse, zone)
    day = WEEKDAYS[start.weekday()][:3].lower()
    return f"{day} {typed_hours(start.hour, end.hour)}"


def full_hours(lapse: Lapse, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the hours around a lapse that are offered, as wall time."""
    start = lapse.at.astimezone(zone).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    return start, start + LENGTH


def soon(instant: datetime) -> datetime:
    """Return the instant right after, the end of the shortest stretch."""
    return instant + timedelta(seconds=1)
