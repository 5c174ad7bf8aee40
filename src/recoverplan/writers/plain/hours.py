"""Hours said back to whoever typed them: the next times they give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from recoverplan.domain.saying import relative_day, time_range
from recoverplan.domain.span import Span


def said_plainly(words: str) -> str:
    """Return hours in words that sound right when heard: "9 pm to midnight", without a dash."""
    return words.replace(" – ", " to ").replace("–", " to ")


def next_line(spans: Sequence[Span], now: datetime, *, clock24: bool) -> str:
    """Say the next times in the zone of `now`: "Next: today, 9 pm to midnight; Tue 24, …"."""
    if not spans:
        return "It does not come again."
    return f"Next: {'; '.join(stretch(span, now, clock24=clock24) for span in spans)}."


def stretch(span: Span, now: datetime, *, clock24: bool) -> str:
    """Say one time with its day."""
    start, end = (moment.astimezone(now.tzinfo) for moment in span)
    day = relative_day(start.date(), now.date())
    return f"{day}, {time_range(start, end, clock24=clock24, dated=True)}"
