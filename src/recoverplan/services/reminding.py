"""Reminders: kept in step with the store where they are on, turned on and off, looked at.

They are on where `reminders.txt` is. That, and what calls them, belongs to this computer: neither
an export nor a backup carries it anywhere. What was asked for is in the settings, which travel.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from recoverplan.domain.reminding import FULL, NEUTRAL, Style, frame_of, loud, pieces, reminders
from recoverplan.errors import BehindError, CouldNotError, RecoverplanError
from recoverplan.home import CAREFULLY, REMINDER_FILES, REMINDERS, REMINDERS_NEXT
from recoverplan.ringing import notes, rows
from recoverplan.ringing.rows import Reminders
from recoverplan.services import timers
from recoverplan.services.reminding_names import consent_of, names_agreed
from recoverplan.settings import Settings
from recoverplan.store import opening, profile
from recoverplan.store.ending import ending
from recoverplan.store.files import present, take_away, write_whole
from recoverplan.store.opened import Store
from recoverplan.store.trouble import plain_file_words, plain_words
from recoverplan.value import NamedTuple, replace
from recoverplan.words import files as ending_words
from recoverplan.words import remind as words
from recoverplan.words.files import NOTHING_CHANGED


class Here(NamedTuple):
    """What belongs to this computer: what calls the reminders, by which Python, where the session
    bus was last seen, and under which lock names were agreed to. All of it "" where that is not
    known.
    """

    timer: str = ""
    program: str = ""
    bus: str = ""
    agreed: str = ""


def is_on(home: Path) -> bool:
    """Tell whether reminders are on here."""
    return present(home / REMINDERS)


def read(home: Path) -> Reminders | None:
    """Return the reminders as they are written; None where they are off or can't be believed."""
    with suppress(OSError, ValueError):
        return rows.read(str(home))
    return None


def here(home: Path) -> Here:
    """Return what the reminders say of this computer, with the session bus of this session."""
    found = read(home)
    if found is None and is_on(home):  # damaged: the system itself tells what calls it
        job = timers.job_for(home)
        ways = (name for name in timers.WAYS if timers.state(name, job) is not None)
        before = Here(next(ways, timers.PROMPT), job.command[0])
    else:
        before = Here(*map(found.fact, Here._fields)) if found else Here()
    return before._replace(bus=session_bus() or before.bus)


def session_bus() -> str:
    """Return the address of this session's bus where a timer would not find it, else ""."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").split(";")
    usual = "unix:path=/run/user/"
    return next((each for each in given if each.startswith("unix:") and usual not in each), "")


def follow(store: Store, now: datetime) -> None:
    """Make reminders that are on say what the store says. Raises BehindError."""
    try:
        write(store, now, here(store.home))
    except RecoverplanError as error:
        hint = error.message.replace(f" {NOTHING_CHANGED}", "")
        raise BehindError(words.BEHIND, hint) from error


def write(store: Store, now: datetime, machine: Here) -> None:
    """Write the reminders: private, whole, and only where something of them is different.

    Under the store's write lock, so that no older ones can replace newer ones, but with nothing
    written to the store. Raises what the store raises, and CouldNotError.
    """
    from recoverplan.services.emergency import holds

    with plain_words(store.home), plain_file_words(store.home), store.still():
        content = content_of(store, now, machine)
        path = store.home / REMINDERS
        if not holds(path, content):
            write_whole(path, content)
            look_at_once(store.home)


def look_at_once(home: Path) -> None:
    """Have the next run, or a shell's prompt, look for what is due now."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | CAREFULLY
    descriptor = os.open(home / REMINDERS_NEXT, flags, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(b"0 0 0\n")
    os.utime(home / REMINDERS_NEXT, (0, 0))


def content_of(
    store: Store,
    now: datetime,
    machine: Here,
    settings: Settings | None = None,
    days: int | None = None,
) -> bytes:
    """Return the reminders as they are to be; with `settings` as they would be with these.

    `days`: only those of that many days are looked at.
    """
    from recoverplan.services.emergency import region_or_none, trips_in, zone_for, zone_over_time
    from recoverplan.services.planning import facts
    from recoverplan.writers.reminders import reminders as written

    asked = profile.load(store) if settings is None else settings
    full = asked.remind_words == FULL and (
        settings is not None or names_agreed(store, machine.agreed)
    )
    home = zone_for(asked)
    trips = trips_in(store)
    zone = zone_over_time(home, trips, now)
    clock24 = region_or_none(asked).clock24
    known = facts(store, asked, zone, now)
    frame = frame_of(known, now, days)
    style = Style(full=full, clock24=clock24, prefer=asked.prefer)
    before = timedelta(minutes=asked.remind_before)
    found = reminders(known, frame, asked.remind_for, before, style)
    head = {
        "zone": home.key,
        "away": " ".join(f"{each.first}/{each.until}/{each.timezone}" for each in trips),
        "clock": "24" if clock24 else "12",
        "plain": "yes" if asked.plain else "no",
        "words": FULL if full else NEUTRAL,
        "sound": "yes" if asked.remind_sound else "no",
        "most": str(asked.remind_most),
        **machine._asdict(),
    }
    return written(head, pieces(found, loud(frame, asked.remind_quiet, zone)), frame.end)


def behind(store: Store, now: datetime) -> bool:
    """Tell whether the reminders say something else of the days ahead than the store does."""
    found = read(store.home)
    wanted = rows.parse(content_of(store, now, here(store.home)))
    if found is None or wanted is None:
        return True
    # How far they go moves on with the days.
    end = min(int(each.fact("until") or 0) for each in (found, wanted)) - 8 * 86_400
    since = int(now.timestamp())

    def ahead(each: Reminders) -> list[tuple[object, ...]]:
        return [
            (row.due, row.until, row.keys, row.words)
            for row in each.rows
            if row.until > since and row.due < end
        ]

    return ahead(found) != ahead(wanted)


def what_it_says(content: bytes) -> list[str]:
    """Return all that the reminders of a content would say, each once."""
    found = rows.parse(content)
    return list(dict.fromkeys(row.words for row in found.rows)) if found else []


def without_names(store: Store, now: datetime) -> bool:
    """Take names out of the reminders, before a passphrase is set; tell whether there were any.

    Raises RecoverplanError.
    """
    home = store.home
    found = read(home)
    if found is not None and found.fact("words") != FULL:
        return False
    neutral = replace(profile.load(store), remind_words=NEUTRAL)
    with plain_file_words(home):
        write_whole(home / REMINDERS, content_of(store, now, here(home), neutral))
        look_at_once(home)
    return True


def turn_on(home: Path, now: datetime, way: str, *, names: bool | None = None) -> None:
    """Write the reminders of this store and have them called. Raises RecoverplanError.

    `names`: whether they were agreed to under the passphrase just now; None: that stays as it is.
    Where nothing could be had to call them, they are as before.
    """
    before = here(home) if is_on(home) else None
    job = timers.job_for(home)
    program = job.command[0]
    with opening.open_to_write(home) as store:
        machine = here(home)._replace(timer=way, program=program)
        if names is not None:
            machine = machine._replace(agreed=consent_of(store) if names else "")
        try:
            write(store, now, machine)
            with plain_file_words(home), notes.Alone(str(home)):
                pass  # it makes the file whose time tells of the last run
            timers.put(way, job)
        except RecoverplanError:
            if before is None:
                timers.take(job, way)
                remove_files(home)
            else:
                write(store, now, before)
                with suppress(RecoverplanError):
                    timers.put(before.timer or timers.PROMPT, job)
            raise
    ending.done(ending_words.REMINDERS_ON)


def turn_off(home: Path) -> tuple[list[str], list[RecoverplanError]]:
    """Take away what calls the reminders, then their files; the store is not opened.

    Returns the ways they were called in, and what went wrong there.
    """
    was_on = is_on(home)
    taken, wrong = stop_calling(home)
    try:
        remove_files(home)
    except RecoverplanError:
        for name in taken:
            with suppress(RecoverplanError):
                timers.put(name, timers.job_for(home))
        raise
    if (taken or was_on) and not wrong:
        ending.done(words.OFF)
    return taken, wrong


def stop_calling(home: Path) -> tuple[list[str], list[RecoverplanError]]:
    """Take away what calls the reminders; return the ways, and what went wrong.

    Where they are off nobody knows what may still call them.
    """
    found = read(home)
    return timers.take(timers.job_for(home), found.fact("timer") if found else "")


def remove_files(home: Path) -> None:
    """Remove the files of the reminders; the one by which they are on goes last.

    Raises CouldNotError.
    """
    with plain_file_words(home):
        for name in reversed(REMINDER_FILES):
            for path in (home / f"{name}.new", home / name):
                with suppress(FileNotFoundError):
                    take_away(path, blank=False)


def snooze(home: Path, until: int, now: int) -> None:
    """Have nothing shown before an instant (seconds since 1970). Raises CouldNotError."""
    with plain_file_words(home), notes.Alone(str(home)) as alone:
        if not alone:
            raise CouldNotError(words.BUSY, ending_words.TRY_AGAIN)
        known = notes.read(str(home))
        line = f"snoozed\t{until}"
        known.read(line)
        notes.write(str(home), line, known, now)
        look_at_once(home)
    ending.done(ending_words.SAVED)
