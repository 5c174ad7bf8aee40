"""Another instant than the clock's: `--at WHEN`, or a clock held still by RECOVERPLAN_NOW.

Imported only then: dates, zones and phrases cost several times what `now` costs without them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from recoverplan import clock
from recoverplan.errors import UsageError
from recoverplan.words import moment as words


def held(
    at: str | None,
    zone_name: str,
    *,
    asks_half: bool = False,
    trips: Sequence[tuple[str, str, str]] = (),
) -> tuple[int, str | None]:
    """Return the instant asked for, in seconds since 1970, and what to say about it, if anything.

    `zone_name` is the zone on the card; without one, or with a broken one, the computer's.
    `trips`: the first and the last day of each, and its zone; a written date in one is its time.
    `asks_half`: to this person, "7:30" may be morning or evening.
    """
    zone = zone_over_time(zone_for(zone_name), trips)
    trouble = None
    try:
        now = clock.now(zone)
    except (UsageError, OverflowError, ValueError):
        year = os.environ.get("RECOVERPLAN_NOW", "")[:4]
        early = year.isdigit() and int(year) < clock.YEARS[0]
        trouble = words.CLOCK_TOO_EARLY if early else words.CLOCK_NOT_READ
        now = datetime.now(UTC).astimezone(zone)
    if at is not None:
        from recoverplan.domain.moment import understand_moment

        try:
            now = understand_moment(at, now, asks_half=asks_half)
        except UsageError as error:
            trouble = words.AT_NOT_READ.format(why=error.message)
    return max(0, int(now.timestamp())), trouble


def zone_over_time(home: ZoneInfo, trips: Sequence[tuple[str, str, str]]) -> ZoneInfo:
    """Return the zone in force over time; a trip that makes no sense is passed over."""
    if not trips:
        return home
    from datetime import date

    from recoverplan.domain.trip import Trip, itinerary

    now = datetime.now(UTC)
    known = []
    for number, (first, until, zone) in enumerate(trips, 1):
        with suppress(ValueError):
            days = date.fromisoformat(first), date.fromisoformat(until)
            known.append(
                Trip(id=number, place="", first=days[0], until=days[1], timezone=zone, created=now)
            )
    return itinerary(home, known, now)


def zone_for(name: str) -> ZoneInfo:
    """Return the first zone there is: by this name, the computer's, UTC."""
    for wanted in (name, clock.system_zone_name() or "", "UTC"):
        try:
            return ZoneInfo(wanted)
        except (ValueError, KeyError, OSError):
            continue
    return ZoneInfo("UTC")
