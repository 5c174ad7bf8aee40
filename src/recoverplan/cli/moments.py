"""Moments that are still to come, as somebody types them: the next Tuesday, when to leave."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from recoverplan.cli.repairing import settled
from recoverplan.cli.session import Session
from recoverplan.domain.moment import (
    Moment,
    read_moment,
    still_to_come,
    understand_moment,
)
from recoverplan.domain.moment_days import OF_THE_MONTH, month_of, weekday_of
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.words import lived as words

WEEK = timedelta(days=7)
NEARLY_A_YEAR = timedelta(days=334)  # a date without a year is the last one, or within a month
A_MONTH = [timedelta(days=days) for days in (28, 31, 62)]  # by then the next "20th" has come
HALF_A_DAY = timedelta(hours=12)


def to_come(typed: str, session: Session) -> datetime:
    """Return the instant (UTC) of something to come: a weekday is the next one.

    Raises UsageError for what has been.
    """
    said = clean(typed)
    refused: UsageError | None = None
    for ahead in (timedelta(0), *looks_ahead(said)):
        try:
            at = understand_moment(said, session.now + ahead, asks_half=session.asks_half)
        except UsageError as error:  # the weekday may be that of the date in another year
            refused = refused or error
            continue
        if at >= session.now:
            return at.astimezone(UTC)
    if refused is not None:
        raise refused
    raise UsageError(words.IS_OVER.format(typed=said), words.TYPE_WHEN)


def looks_ahead(said: str) -> list[timedelta]:
    """Return from how far ahead a text may be read again, whose last reading is over."""
    found = said.casefold().replace(",", " ").split()
    if "last" in found or any(len(word) == 4 and word.isdecimal() for word in found):
        return []
    dated = any(word.rstrip(".stndrh").isdecimal() for word in found)
    if any(weekday_of(word) is not None for word in found) and not dated:
        return [WEEK]
    months = any(month_of(word.rstrip(".")) for word in found)
    if not months and any(OF_THE_MONTH.fullmatch(word) for word in found):
        return A_MONTH
    near = {"today", "yesterday", "ago", "now", "this", "tonight"}
    return [NEARLY_A_YEAR] if dated and len(found) > 1 and not near & set(found) else []


def leaving(typed: str, start: datetime, session: Session) -> datetime | None:
    """Return when to leave (UTC) for what starts at an instant; "" gives None.

    Without am or pm it is the last such time before the start. Raises UsageError.
    """
    said = clean(typed)
    if not said:
        return None
    local = start.astimezone(session.zone)
    at = understand_moment(said, local, asks_half=False).astimezone(UTC)
    plain = not any(half in said.casefold() for half in ("am", "pm", "a.m", "p.m"))
    if plain and at <= start - HALF_A_DAY and at.astimezone(session.zone).hour < 12:
        at += HALF_A_DAY
    if at > start:
        at -= timedelta(days=1)
    if not start - HALF_A_DAY <= at <= start:
        from recoverplan.domain.saying import time_of_day

        time = time_of_day(local, clock24=session.clock24)
        message = words.LEAVE_BEFORE.format(typed=said, time=time)
        raise UsageError(message, words.LEAVE_HINT)
    return at


def day_to_come(typed: str, session: Session, since: date | None = None) -> date:
    """Return a day, by its date or in words. Raises UsageError for what is none."""
    from contextlib import suppress

    from recoverplan.cli.hours import read_day

    with suppress(ValueError):
        return date.fromisoformat(clean(typed))
    shifted = session if since is None else session._replace(now=noon(since, session))
    return read_day(typed, shifted)


def noon(day: date, session: Session) -> datetime:
    """Return noon of a day, in the person's zone."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=session.zone)


def past_moment(typed: str, session: Session) -> Moment:
    """Return when (UTC) something was; asks for the hour that is missing, on a terminal.

    Raises UsageError for a future one.
    """
    now = session.now

    def read(text: str) -> Moment:
        found = read_moment(text, now, asks_half=session.asks_half, past=True)
        if found.at.astimezone(UTC) > now.astimezone(UTC):
            raise still_to_come(clean(text))
        return found._replace(at=found.at.astimezone(UTC))

    def said(found: Moment) -> str:
        from recoverplan.writers.plain.trial import moment_said

        today, clock24 = now.date(), session.clock24
        return moment_said(found.at, found.rough, session.zone, today, clock24=clock24)

    return settled(typed, read, said)


def when_fields(typed: str, session: Session) -> dict[str, Any]:
    """Return the fields of a log that say when it was. Raises UsageError."""
    found = past_moment(typed, session)
    return {"at": found.at, "rough": found.rough}
