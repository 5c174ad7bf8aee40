"""What `recoverplan remind` shows and ends: nothing here opens the store, or asks a passphrase,
but for a list of what would come while reminders are off.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from recoverplan import clock
from recoverplan.cli.declaring import Context
from recoverplan.cli.output import emit, say, tell
from recoverplan.cli.session import Place, begin
from recoverplan.domain.saying import iso
from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.ringing import notes
from recoverplan.ringing.rows import Row
from recoverplan.services import reminding, timers
from recoverplan.services.reminding_standing import (
    Standing,
    coming_up,
    look,
    notes_on,
    would_be,
    wrong_with,
    zone_of,
)
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import remind as words
from recoverplan.words.lived import NOT_BOTH
from recoverplan.words.safekeeping import STILL_CALLED
from recoverplan.writers.reminding import list_lines, list_screen, settings_said

USUAL_DAYS, MOST_DAYS = 7, 120
LONGEST_SNOOZE = timedelta(days=60)


def now_here(place: Place) -> datetime:
    """Return this moment in the zone of the reminders."""
    return clock.now(zone_of(reminding.read(place.home)))


def show_status(place: Place, *, as_json: bool) -> None:
    """Say how reminders stand."""
    emit_standing(place.home, now_here(place), None, plain=place.plain, as_json=as_json)


def emit_standing(
    home: Path, now: datetime, settings: Settings | None, *, plain: bool, as_json: bool
) -> None:
    """Print how reminders stand; with the settings, where they were just changed."""
    standing = look(home, now)

    def document() -> dict[str, Any]:
        found = standing.found
        told = {
            "schema": "recoverplan/remind/1",
            "on": standing.on,
            "with": standing.way or None,
            "entry": {True: "there", False: "changed", None: "gone"}[standing.entry],
            "words": found.fact("words") if found else None,
            "ran": moment(standing.ran, standing),
            "snoozed_until": moment(standing.snoozed, standing),
            "until": moment(standing.until, standing),
            "wrong": wrong_with(standing),
            "notes": notes_on(standing),
        }
        if not standing.on or standing.way == timers.PROMPT or standing.unseen:
            told["entry"] = None
        return told

    def lines() -> list[str]:
        return [clean(line) for line in standing_said(standing, settings)]

    emit(plain=lines, plainly=plain, document=document if as_json else None)


def moment(instant: datetime | None, standing: Standing) -> str | None:
    """Return an instant as JSON has it."""
    return None if instant is None else iso(instant, standing.zone)


def standing_said(standing: Standing, settings: Settings | None) -> list[str]:
    """Return how reminders stand, in sentences."""
    if not standing.on:
        return [words.OFF, words.HOW_TO_TURN_ON]
    way = words.WAYS.get(standing.way, words.NO_WAY)
    on = words.ON_PROMPT if standing.way == timers.PROMPT else words.ON
    said = [on.format(way=way[:1].upper() + way[1:])]
    if settings is not None:
        told = standing.found.fact("words") if standing.found else settings.remind_words
        asked = replace(settings, remind_words=told)
        said.append(settings_said(asked, clock24=standing.clock24))
        said += [words.NAMES_LEFT_OUT] if asked != settings else []
    elif standing.ran is not None:
        said.append(words.LAST_RUN.format(when=standing.said(standing.ran)))
    if standing.snoozed:
        said.append(words.SNOOZED.format(until=standing.said(standing.snoozed)))
    if standing.coming:
        at, row = standing.coming
        said.append(words.NEXT.format(when=standing.said(at), words=row.words))
    elif standing.found:
        said.append(words.NO_NEXT)
    return [*said, *wrong_with(standing), *notes_on(standing), words.HONEST]


def turn_off(place: Place) -> None:
    """Turn reminders off. Raises CouldNotError for what could not be taken away."""
    was_on = reminding.is_on(place.home)
    taken, wrong = reminding.turn_off(place.home)
    still = [f"{each.message} {STILL_CALLED}" for each in wrong]
    if wrong and was_on:
        raise CouldNotError(still[0], words.OFF_AGAIN)
    if wrong and not taken:
        say(words.OFF)
        tell(still[0])
        tell(words.OFF_AGAIN)
    elif taken:
        way = words.WAYS[taken[0]]
        say(words.TURNED_OFF.format(way=way[:1].upper() + way[1:]))
    else:
        say(words.TURNED_OFF_FILES if was_on else words.ALREADY_OFF)
    if was_on:
        say(words.PROMPT_STAYS)


def show_test(place: Place) -> None:
    """Show a test. Raises CouldNotError where that is not possible."""
    from recoverplan.ringing.showing import CannotShowError, show

    found = reminding.read(place.home)
    try:
        show(words.TEST, found)
    except CannotShowError as error:
        message = words.TEST_NOT_SHOWN.format(why=error)
        raise CouldNotError(message, words.TEST_ELSE) from error
    say(words.TEST_SENT)


def snooze_for(place: Place, typed: str, *, end: bool) -> None:
    """Have nothing shown for a while. Raises UsageError, NotFoundError where they are off."""
    if end and clean(typed):
        raise UsageError(NOT_BOTH.format(one="TIME", other="--end"))
    if not end and not clean(typed):
        raise UsageError(words.SNOOZE_NEEDS, words.SNOOZE_HINT)
    length = timedelta() if end else length_of(typed)
    if not reminding.is_on(place.home):
        raise NotFoundError(words.OFF, words.HOW_TO_TURN_ON)
    now = now_here(place)
    until = now + length
    reminding.snooze(place.home, 0 if end else int(until.timestamp()), int(now.timestamp()))
    if end:
        say(words.AWAKE)
        return
    say(words.SNOOZED.format(until=look(place.home, now).said(until)))


def length_of(typed: str) -> timedelta:
    """Return a length of time: "1d", "1 week", "90 minutes". Raises UsageError."""
    from recoverplan.domain.length import minutes_in

    length = timedelta(minutes=minutes_in(typed) or 0)
    if timedelta(0) < length <= LONGEST_SNOOZE:
        return length
    raise UsageError(words.SNOOZE_NOT_READ.format(typed=clean(typed)), words.SNOOZE_HINT)


def show_list(ctx: Context, typed_days: str | None, *, as_json: bool) -> None:
    """List what will be shown. While reminders are off: what would be, from the store."""
    from recoverplan.cli.fields import whole

    place: Place = ctx.obj
    days = USUAL_DAYS if typed_days is None else whole("--days", typed_days, 1, MOST_DAYS)
    if reminding.is_on(place.home):
        now, found = now_here(place), reminding.read(place.home)
        known = notes.read(str(place.home))
    else:
        session = begin(ctx)
        now, found = session.now, would_be(session.home, session.now, days)
        known = notes.Notes([])
        tell(words.WOULD_COME)
    rows = list(coming_up(found, known, now, now + timedelta(days=days)))
    clock24 = found is not None and found.fact("clock") == "24"
    plain = place.plain or (found is not None and found.fact("plain") == "yes")
    emit_list(rows, now, days, clock24=clock24, plain=plain, as_json=as_json)


def emit_list(
    rows: list[tuple[datetime, Row]],
    now: datetime,
    days: int,
    *,
    clock24: bool,
    plain: bool,
    as_json: bool,
) -> None:
    """Print reminders with when they come, by day."""
    zone = now.tzinfo

    def document() -> dict[str, Any]:
        reminders = [
            {
                "at": at.astimezone(zone).isoformat(timespec="seconds"),
                "kind": row.kind,
                "words": row.words,
            }
            for at, row in rows
        ]
        return {"schema": "recoverplan/reminders/1", "reminders": reminders}

    if not rows and not as_json:
        say(words.NOTHING_COMES.format(days=days))
        return
    local = [(at.astimezone(zone), row.words) for at, row in rows]
    emit(
        plain=lambda: list_lines(local, now.date(), clock24=clock24),
        screen=lambda width: list_screen(local, now.date(), width, clock24=clock24),
        plainly=plain,
        document=document if as_json else None,
    )


def print_lines(place: Place, typed: str) -> None:
    """Print the lines for a shell, and say on stderr where they go. Raises UsageError."""
    from recoverplan.writers.timers import lines_for

    shell = clean(typed) or Path(os.environ.get("SHELL", "")).name
    if shell not in words.SHELLS:
        raise UsageError(words.PROMPT_SHELL, words.PROMPT_SHELL_HINT)
    for line in lines_for(shell, place.home, timers.job_for(place.home)):
        say(line)
    tell(words.PROMPT_HOW.format(file=words.START_FILES[shell], shell=shell))
    if not reminding.is_on(place.home):
        tell(words.PROMPT_NOT_ON)
