"""The only reader of the wall clock, of `RECOVERPLAN_NOW` and of the system's time zone."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from recoverplan.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

# A clock outside these is a slip: no week can be planned around the ends of the calendar. That of a
# computer whose battery is empty says 1970.
YEARS = range(1970, 3000)
LOCALTIME = "/etc/localtime"
WEEK = 7 * 24 * 3600
NEARLY = 0.9  # the computer's own data may be older than ours, and differ in some weeks


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
            from recoverplan.words import usage as words

            raise UsageError(words.NOW_IS_NO_TIME.format(held=held), words.NOW_LIKE) from None
        if wall.year not in YEARS:
            from recoverplan.words import usage as words

            hint = words.NOW_YEARS.format(first=YEARS[0], last=YEARS[-1])
            raise UsageError(words.NOW_TOO_FAR.format(year=wall.year), hint)
        if wall.tzinfo is not None:
            return wall.astimezone(zone).replace(microsecond=0)
        # On a trip the written date decides whose time it is.
        written = getattr(zone, "written", None)
        meant = written(wall) if written else zone
        # By way of UTC, so that a wall time that does not exist becomes one that does.
        return wall.replace(tzinfo=meant, microsecond=0).astimezone(UTC).astimezone(zone)
    return datetime.now(UTC).replace(microsecond=0).astimezone(zone)


def system_zone_name() -> str | None:
    """Return the IANA name of the computer's zone, or None if nothing tells it.

    `TZ` wins over /etc. Where neither names a zone (a rule like "CET-1CEST", a copied
    /etc/localtime), the name is that of a place whose clocks show the same. A `TZ` that can be
    nothing of the kind is given back as it was set, so that whoever set it can be told.
    """
    given = os.environ.get("TZ", "").removeprefix(":")
    path = given or LOCALTIME
    if path.startswith("/"):
        _, found, name = os.path.realpath(path).partition("zoneinfo/")
        if found and name:
            return name
    elif not is_rule(given):
        return given
    weeks = weeks_around_now()
    return configured(weeks) or alike(weeks) or given or None


def is_rule(given: str) -> bool:
    """Tell whether `TZ` is a rule of POSIX: "UTC0", "<+03>-3", "CET-1CEST,M3.5.0,M10.5.0/3"."""
    from re import match

    return match(r"(<[^>]+>|[A-Za-z]{3,})[-+]?\d", given) is not None


def weeks_around_now() -> list[tuple[datetime, timedelta]]:
    """Return an instant a week, from a year ago to a year ahead, each with the clock's offset."""
    import time

    now = int(time.time())
    instants = (now + week * WEEK for week in range(-52, 53))
    return [
        (datetime.fromtimestamp(at, UTC), timedelta(seconds=time.localtime(at).tm_gmtoff))
        for at in instants
    ]


def agreeing(name: str, weeks: list[tuple[datetime, timedelta]]) -> float:
    """Return in which part of the weeks (0 to 1) a zone's clocks show what the computer's does."""
    from zoneinfo import ZoneInfo

    try:
        zone = ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return 0
    return sum(at.astimezone(zone).utcoffset() == offset for at, offset in weeks) / len(weeks)


def configured(weeks: list[tuple[datetime, timedelta]]) -> str | None:
    """Return the zone that the system's settings name (Windows' registry, /etc/timezone), if the
    clock agrees: such files are often left as they were when /etc/localtime is changed.
    """
    import logging

    import tzlocal

    logging.getLogger("tzlocal").setLevel(logging.ERROR)  # advice for who runs the computer
    try:
        name = tzlocal.get_localzone_name()
    except (ValueError, KeyError, OSError):  # settings that contradict each other
        return None
    known = name and not is_rule(name) and agreeing(name, weeks) >= NEARLY
    return name if known else None


def alike(weeks: list[tuple[datetime, timedelta]]) -> str | None:
    """Return the likeliest zone whose clocks show what the computer's does in the most weeks."""
    best, most = None, 0.0
    for name in likeliest_first():
        part = agreeing(name, weeks)
        if part > most:
            best, most = name, part
        if part == 1:
            break
    return best if most >= NEARLY else None


def likeliest_first() -> list[str]:
    """Return all zones: UTC, those that /etc/localtime is a copy of, and for each set of rules
    after Unicode's table its best known zone, the rules that most places follow first.
    """
    from collections import Counter
    from zoneinfo import TZPATH, available_timezones

    from tzlocal.windows_tz import tz_win, win_tz

    known = [win_tz[rules] for rules, _ in Counter(tz_win.values()).most_common()]
    names = sorted(available_timezones() - {"localtime", "Factory"})
    copied = [
        name
        for name in sorted(names, key=lambda name: name not in known)
        if any(same_file(f"{root}/{name}", LOCALTIME) for root in TZPATH)
    ]
    return ["UTC", *copied, *known, *names]


def same_file(one: str, other: str) -> bool:
    """Tell whether two files hold the same bytes."""
    from filecmp import cmp

    try:
        return cmp(one, other, shallow=False)
    except OSError:
        return False
