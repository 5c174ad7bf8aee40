"""How reminders stand on this computer: what `remind status` and `doctor` tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from recoverplan.clock import system_zone_name
from recoverplan.domain.saying import medium_day, relative_day, time_of_day
from recoverplan.domain.zone import known_zone
from recoverplan.home import REMINDERS_RAN
from recoverplan.ringing import notes, rows, rules
from recoverplan.ringing.notes import Notes
from recoverplan.ringing.rows import Reminders, Row
from recoverplan.services import reminding, timers
from recoverplan.value import NamedTuple
from recoverplan.words import remind as words

AN_HOUR = timedelta(hours=1)
SOON = timedelta(days=14)
FAR = timedelta(days=400)


class Standing(NamedTuple):
    """How reminders stand. `way` calls them, "" if that is not known; `entry`: whether it is there
    as it was written (None: not at all), and `unseen` why that can't be told. `found`: what is
    written, None where it is damaged.

    `ran`, `snoozed`, `until` and `since` are instants; `why` nothing can be shown since then.
    `coming`: what is shown next, and when.
    """

    on: bool
    now: datetime
    zone: ZoneInfo
    clock24: bool
    found: Reminders | None = None
    way: str = ""
    entry: bool | None = None
    unseen: str = ""
    program: str = ""
    ran: datetime | None = None
    snoozed: datetime | None = None
    until: datetime | None = None
    since: datetime | None = None
    why: str = ""
    coming: tuple[datetime, Row] | None = None

    def said(self, instant: datetime) -> str:
        """Say when something was or will be: "today 8:30 pm"."""
        local, today = instant.astimezone(self.zone), self.now.astimezone(self.zone).date()
        past = local.date() < today
        day = medium_day(local.date()) if past else relative_day(local.date(), today)
        return f"{day}, {time_of_day(local, clock24=self.clock24, dated=True)}"


def look(home: Path, now: datetime) -> Standing:
    """Return how reminders stand for the store in a folder. Nothing is opened or written."""
    found = reminding.read(home)
    zone = zone_of(found)
    standing = Standing(
        reminding.is_on(home), now, zone, found is not None and found.fact("clock") == "24", found
    )
    if not standing.on:
        return standing
    here = reminding.here(home)
    known = notes.read(str(home))
    trouble, snoozed = known.trouble, known.snoozed
    job = timers.job_for(home, here.program)
    entry, unseen = timers.seen(here.timer, job) if here.timer else (None, "")
    coming = next(coming_up(found, known, now, now + FAR), None)
    return standing._replace(
        way=here.timer,
        entry=entry,
        unseen=unseen,
        program=here.program,
        ran=last_run(home),
        snoozed=instant(snoozed) if snoozed > now.timestamp() else None,
        until=instant(int(found.fact("until") or 0)) if found else None,
        since=instant(trouble[0]) if trouble else None,
        why=trouble[1] if trouble else "",
        coming=coming,
    )


def coming_up(
    found: Reminders | None, known: Notes, now: datetime, end: datetime
) -> Iterator[tuple[datetime, Row]]:
    """Yield what will be shown until `end` while the computer is on, and when.

    `known` is what was shown; it is not to be kept afterwards.
    """
    begin, last = (int(moment.timestamp()) for moment in (now, end))
    for at, row in rules.forecast(found, known, begin, last) if found else ():
        yield instant(at), row


def zone_of(found: Reminders | None) -> ZoneInfo:
    """Return the zone that the reminders were made for, trips included, else the computer's."""
    names = (found.fact("zone") if found else "", system_zone_name() or "")
    home = next((zone for name in names if name and (zone := known_zone(name))), ZoneInfo("UTC"))
    away = found.fact("away") if found else ""
    return with_trips(home, away) if away else home


def with_trips(home: ZoneInfo, away: str) -> ZoneInfo:
    """Return the zone over time with the trips of a file: "2026-12-01/2026-12-05/Asia/Tokyo".

    What makes no sense is passed over.
    """
    from recoverplan.domain.trip import Trip
    from recoverplan.services.emergency import zone_over_time

    trips = []
    for each in away.split():
        first, _, rest = each.partition("/")
        until, _, name = rest.partition("/")
        with suppress(ValueError):
            days = date.fromisoformat(first), date.fromisoformat(until)
            trips.append(
                Trip(place="", first=days[0], until=days[1], timezone=name, created=instant(0))
            )
    return zone_over_time(home, tuple(trips))


def instant(seconds: int) -> datetime:
    """Return an instant of seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def last_run(home: Path) -> datetime | None:
    """Return when something last looked for what is due, None if nothing has yet."""
    try:
        seconds = (home / REMINDERS_RAN).stat().st_mtime
    except OSError:
        return None
    return instant(int(seconds)) if seconds > 0 else None


def wrong_with(standing: Standing) -> list[str]:
    """Return what keeps reminders from being shown, a sentence each, with what to do."""
    said = []
    if not standing.on:
        return []
    if standing.found is None:
        said.append(words.DAMAGED)
    elif standing.way == timers.PROMPT:
        return said
    elif standing.entry is None and not standing.unseen:
        said.append(words.ENTRY_GONE.format(way=words.WAYS.get(standing.way, words.NO_WAY)))
    elif not os.access(standing.program, os.X_OK):
        said.append(words.PROGRAM_MOVED.format(program=standing.program))
    elif standing.entry is False:
        said.append(words.ENTRY_OTHER.format(way=words.WAYS[standing.way]))
    return said


def notes_on(standing: Standing) -> list[str]:
    """Return what else is worth knowing, a sentence each."""
    said = []
    if standing.why and standing.since:
        since = standing.said(standing.since)
        said.append(words.NOT_SHOWN.format(since=since, why=standing.why))
    if standing.unseen:
        said.append(words.ENTRY_UNSEEN.format(why=standing.unseen))
    if standing.way not in ("", timers.PROMPT) and (standing.entry is not None or standing.unseen):
        if standing.ran is None:
            said.append(words.NO_RUN_YET)
        elif standing.now - standing.ran > AN_HOUR:
            said.append(words.NO_RUN.format(when=standing.said(standing.ran)))
    system = system_zone_name()
    if standing.found and system and system != standing.zone.key:
        said.append(words.OTHER_ZONE.format(zone=standing.zone.key, system=system))
    if standing.until and standing.until - standing.now < SOON:
        said.append(words.ENDS_SOON.format(day=standing.said(standing.until)))
    return said


def would_be(home: Path, now: datetime, days: int) -> Reminders | None:
    """Return the reminders that there would be for so many days, were they on; None where there is
    no store.

    Raises what opening the store raises.
    """
    from recoverplan.services.keeping import reading

    with reading(home) as store:
        return (
            None
            if store is None
            else rows.parse(reminding.content_of(store, now, reminding.Here(), days=days))
        )
