"""What a phrase gives, in the few letters that a table of tests has room for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.phrase import PhraseError, understand
from recoverplan.domain.schedule import following

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)  # a Monday


def times(phrase: str, *, count: int = 1, asks_half: bool = False, open_end: bool = False) -> str:
    """Return the first occurrences: "Fri 27 Nov 21:00-01:00", with commas between them."""
    found = understand(phrase, NOW, asks_half=asks_half, open_end=open_end)
    return ", ".join(
        f"{start.astimezone(ZONE):%a} {start.astimezone(ZONE).day} "
        f"{start.astimezone(ZONE):%b %H:%M}-{end.astimezone(ZONE):%H:%M}"
        for start, end in following(found.schedule, ZONE, NOW, count)
    )


def offers(phrase: str, *, asks_half: bool = False, open_end: bool = False) -> tuple[str, ...]:
    """Return what a refused phrase offers; one that is understood fails the test."""
    try:
        found = understand(phrase, NOW, asks_half=asks_half, open_end=open_end)
    except PhraseError as refused:
        return refused.readings
    message = f"{phrase!r} was taken as {found.words!r}"
    raise AssertionError(message)
