"""Lists and single things as sentences that make sense when each is heard alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoverplan.domain.text import clean
from recoverplan.writers.listing import Fact, Row
from recoverplan.writers.plain.sentences import ended, sentence


def list_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give each row as one line: "Sam, number 1: peer. Call 555-0114. Any time."."""
    for row in rows:
        facts = " ".join(map(sentence, row.facts))
        yield clean(f"{row.name}, number {row.id}: {facts}")


def fact_lines(name: str, facts: Iterable[Fact]) -> Iterator[str]:
    """Give a thing's name, then each fact as one line: "Role: peer."."""
    yield clean(name)
    for fact in facts:
        yield clean(f"{fact.label}: {ended(fact.text)}")
