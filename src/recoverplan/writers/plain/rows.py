"""Lists and single things as sentences that make sense when each is heard alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache

from recoverplan.domain.saying import medium_day, time_of_day
from recoverplan.domain.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.history import HistoryStep
    from recoverplan.writers.rows import Fact, Row


@lru_cache(maxsize=4096)  # most facts of a long list are those of other rows too
def sentence(text: str) -> str:
    """Return `text` as a sentence: a capital at its start, a full stop unless it ends in one."""
    return ended(text[:1].upper() + text[1:])


def ended(text: str) -> str:
    """Return `text` as it is, with a full stop unless it ends as a sentence does."""
    return text if text.endswith((".", "?", "!", '"')) else f"{text}."


def ordinal(day: date) -> str:
    """Return the day of the month as it is spoken: "1st", "12th", "23rd"."""
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending}"


def list_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give each row as one line: "Sam, number 1: peer. Call 555-0114. Any time."."""
    for row in rows:
        facts = " ".join(map(sentence, row.facts))
        yield clean(f"{row.name}, number {row.id}{facts and ': '}{facts or '.'}")


def fact_lines(name: str, facts: Iterable[Fact]) -> Iterator[str]:
    """Give a thing's name, then each fact as one line: "Role: peer."."""
    yield clean(name)
    for fact in facts:
        yield clean(f"{fact.label}: {ended(fact.text)}")


def history_row(step: HistoryStep, now: datetime, *, clock24: bool) -> Row:
    """Return the list's row: what was done and when, in the zone of `now`; whether it stands."""
    from recoverplan.writers.rows import Row  # a plan needs sentences alone, no rows

    at = step.at.astimezone(now.tzinfo)
    day = "today" if at.date() == now.date() else medium_day(at.date())
    year = "" if at.year == now.year else f" {at.year}"
    when = f"{day}{year}, {time_of_day(at, clock24=clock24, dated=True)}"
    return Row(step.id, step.what, (when, "taken back") if step.undone else (when,))
