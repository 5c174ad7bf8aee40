"""A zone that somebody types, by its place, and said back with the time it is there.

The table of places is read only then.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from recoverplan.cli.session import Session


def read_zone(typed: str, session: Session) -> ZoneInfo:
    """Return the zone of the place that was typed. Raises UsageError with places to choose from."""
    from recoverplan.domain.zone_meant import zone_meant

    return zone_meant(typed, session.now, clock24=session.clock24)


def times_in(zone: ZoneInfo, session: Session, *, elsewhere: bool = False) -> Iterator[str]:
    """Say which zone times are in and what time it is there; `elsewhere`: not in the person's."""
    from recoverplan.domain.zone_meant import kept_zone
    from recoverplan.words import usage as words

    yield words.TIMES_IN.format(kept=kept_zone(zone, session.now, clock24=session.clock24))
    if elsewhere:
        yield words.NEXT_IN_YOURS.format(zone=session.zone.key)
