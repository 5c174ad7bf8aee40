"""Stretches that begin about now, as they are said where a meeting is looked for: tonight, now,
next 2 hours, in an hour. Whatever else says when is a phrase.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from recoverplan.domain.phrase.tokens import NUMBERS
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean

EVENING, LATE = time(17), time(2)  # tonight: from, until
HOUR = timedelta(hours=1)
MOST = timedelta(days=2)
LENGTH = (
    rf"(?P<number>an?|[0-9]{{1,3}}|{'|'.join(NUMBERS)})? ?(?P<unit>h|hrs?|hours?|m|mins?|minutes?)"
)
AHEAD = re.compile(rf"(?P<how>(?:in |for )?(?:the )?(?:next|coming)|within|in) {LENGTH}")
HALF = re.compile(r"(?P<how>in|(?:the )?next|within) half an? hour|(?:the )?next half hour")


def soon(text: str, now: datetime) -> Span | None:
    """Return the stretch that is meant, None for words that are no such; `now` is aware, local."""
    said = " ".join(clean(text).casefold().split())
    instant = now.astimezone(UTC)
    if said in {"tonight", "this night"}:
        return tonight(now)
    if said in {"now", "right now", "on now", "soon", "anything now"}:
        return Span(instant, instant + HOUR)
    length = timedelta(minutes=30)
    found = HALF.fullmatch(said)
    if found is None:
        found = AHEAD.fullmatch(said)
        if found is None:
            return None
        number = found["number"] or "1"
        count = 1 if number in {"a", "an"} else NUMBERS.get(number) or int(number)
        length = timedelta(hours=count) if found["unit"][0] == "h" else timedelta(minutes=count)
    if not timedelta() < length <= MOST:
        return None
    if found["how"] == "in":  # "in an hour": what begins then, or is on then
        return Span(instant + length, instant + length + HOUR)
    return Span(instant, instant + length)


def tonight(now: datetime) -> Span:
    """Return tonight: from 5 pm, or from now where that is later, until 2; by then the night that
    is running.
    """
    evening = now.date() - timedelta(days=now.time() < LATE)
    start = datetime.combine(evening, EVENING, now.tzinfo).astimezone(UTC)
    end = datetime.combine(evening + timedelta(days=1), LATE, now.tzinfo).astimezone(UTC)
    return Span(max(start, now.astimezone(UTC)), end)
