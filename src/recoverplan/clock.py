"""The only reader of the wall clock, of `RECOVERPLAN_NOW` and of the system's time zone."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from recoverplan.errors import UsageError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

# A clock outside these is a slip: no week can be planned around the ends of the calendar. That of a
# computer whose battery is empty says 1970.
YEARS = range(1970, 3000)


def now(zone: ZoneInfo) -> datetime:
    """Return this moment as an aware datetime in `zone`, the person's zone, cut to the second.

    `RECOVERPLAN_NOW=2026-11-23T10:00` holds the clock still: wall time of the person's zone.
    Raises UsageError when it is set to something else than such a time, or the year is none that
    can be planned in.
    """
    held = os.environ.get("RECOVERPLAN_NOW")
    if held:
        try:
            wall = datetime.fromisoformat(held)
        except ValueError:
            message = f"RECOVERPLAN_NOW is not a time: {held!r}."
            raise UsageError(message, "Write it like 2026-11-23T10:00, or unset it.") from None
        if wall.year not in YEARS:
            message = f"RECOVERPLAN_NOW is in the year {wall.year}."
            hint = f"Years from {YEARS[0]} to {YEARS[-1]} will do, like 2026-11-23T10:00."
            raise UsageError(message, hint)
        if wall.tzinfo is not None:
            return wall.astimezone(zone).replace(microsecond=0)
        # By way of UTC, so that a wall time that does not exist becomes one that does.
        return wall.replace(tzinfo=zone, microsecond=0).astimezone(UTC).astimezone(zone)
    return datetime.now(UTC).replace(microsecond=0).astimezone(zone)


def system_zone_name() -> str | None:
    """Return the IANA name of the computer's zone, from `TZ` or /etc, or None if it has none."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named
    try:
        target = os.path.realpath("/etc/localtime")
    except OSError:
        return None
    _, found, name = target.partition("zoneinfo/")
    return name if found and name else None
