"""A phrase explained, as plain lines and as JSON; and hours said back to whoever typed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from recoverplan.domain.saying import iso, long_day, relative_day, time_range
from recoverplan.domain.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:  # most that say hours explain none
    from recoverplan.domain.explanation import Explanation


def said_plainly(words: str) -> str:
    """Return hours in words that sound right when heard: "9 pm to midnight", without a dash."""
    return words.replace(" – ", " to ").replace("–", " to ")


def next_line(spans: Sequence[Span], now: datetime, *, clock24: bool) -> str:
    """Say the next times in the zone of `now`: "Next: today, 9 pm to midnight; Tue 24, …"."""
    if not spans:
        from recoverplan.words import phrase as words

        return words.NOT_AGAIN
    return f"Next: {'; '.join(stretch(span, now, clock24=clock24) for span in spans)}."


def stretch(span: Span, now: datetime, *, clock24: bool) -> str:
    """Say one time with its day."""
    start, end = (moment.astimezone(now.tzinfo) for moment in span)
    day = relative_day(start.date(), now.date())
    return f"{day}, {time_range(start, end, clock24=clock24, dated=True)}"


def when_lines(explanation: Explanation, *, clock24: bool) -> Iterator[str]:
    """Yield what was understood, the next occurrences, and the notes."""
    yield sentence(said_plainly(explanation.said))
    for number, span in enumerate(explanation.coming):
        yield f"{'Then' if number else 'Next'}: {when(span, explanation, clock24=clock24)}."
    yield from explanation.notes


def sentence(words: str) -> str:
    """Return words as a sentence; a rule in raw text stays as it is."""
    return words if words.startswith("RRULE") else f"{words[:1].upper()}{words[1:]}."


def when(span: Span, explanation: Explanation, *, clock24: bool) -> str:
    """Say one occurrence with its day, and its year if that is another: "Friday 27 November, …"."""
    start, end = (moment.astimezone(explanation.zone) for moment in span)
    year = f" {start.year}" if start.year != explanation.now.year else ""
    return f"{long_day(start.date())}{year}, {time_range(start, end, clock24=clock24, dated=True)}"


def when_document(explanation: Explanation) -> dict[str, object]:
    """Return "recoverplan/when/1": words in 24-hour style, instants in the zone of the person."""
    zone = explanation.zone
    return {
        "schema": "recoverplan/when/1",
        "phrase": explanation.phrase,
        "words": explanation.words,
        "rule": explanation.rule,
        "timezone": zone.key,
        "occurrences": [
            {"start": iso(span.start, zone), "end": iso(span.end, zone)}
            for span in explanation.coming
        ],
        "notes": list(explanation.notes),
    }
