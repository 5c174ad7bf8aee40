"""A phrase explained, one fact a line, for the ear and for pipes."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.explanation import Explanation
from recoverplan.domain.saying import long_day, time_range
from recoverplan.domain.span import Span


def when_lines(explanation: Explanation, *, clock24: bool) -> Iterator[str]:
    """Yield what was understood, the next occurrences, and the notes."""
    yield sentence(explanation.said.replace(" – ", " to ").replace("–", " to "))
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
