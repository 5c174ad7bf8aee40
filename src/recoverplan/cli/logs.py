"""What the commands that log something share: when it was, and finding a log by its number."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar

from recoverplan.cli.session import Session
from recoverplan.domain.moment import understand_moment
from recoverplan.domain.naming import Numbered
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError

T = TypeVar("T", bound=Numbered)
LAST = "last"  # typed instead of a number: the one that was logged last


def past_moment(typed: str, session: Session) -> datetime:
    """Return the instant (UTC) of something that has been. Raises UsageError for a future one."""
    now, asks_half = session.now, session.asks_half
    at = understand_moment(typed, now, asks_half=asks_half).astimezone(UTC)
    if at > now.astimezone(UTC):
        # Just after midnight, an evening hour alone is one of the night that still runs.
        with suppress(UsageError):
            at = understand_moment(f"tonight {typed}", now, asks_half=asks_half).astimezone(UTC)
    if at > now.astimezone(UTC):
        message = f'"{clean(typed)}" is still to come; a log is of what has been.'
        raise UsageError(message, 'Type when it was, like "yesterday 7pm" or "fri 19:00".')
    return at


def numbered(logs: Iterable[T], wanted: str, noun: str) -> T:
    """Return the log with this number, or the one logged last. Raises NotFoundError.

    `noun` is the command for such logs, and the word for one.
    """
    known = list(logs)
    typed = clean(wanted).casefold()
    if typed == LAST and known:
        return max(known, key=lambda log: log.id)
    for log in known:
        if typed.removeprefix("#") == str(log.id):
            return log
    message = f'No {noun} has the number "{clean(wanted)}".' if known else f"No {noun} is logged."
    raise NotFoundError(message, f"See the numbers: recoverplan {noun} list")
