"""A plan that two people made in messages: what one of them asks is the heading, the rest is below.

Times and names in front of the messages are how they were sent, and no part of the plan.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoverplan.readers.plan_people import LIKELY, bare, best

MESSAGE = re.compile(
    r"\s*[\[(]?(?:[\d./-]{5,10},? )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm])?[\])]?"
    r"(?: [-–])? ([^:]{1,40}): (\S.*)"
)
LEAST = 6  # messages


def without_senders(rows: Sequence[str]) -> list[str]:
    """Return messages as headings and bullets; any other text as it is."""
    said = [MESSAGE.fullmatch(row) for row in rows]
    sent = [(one[1], one[2]) for one in said if one]
    if len(sent) < LEAST or len(sent) * 3 < sum(map(bool, map(str.strip, rows))) * 2:
        return [*rows]
    asker = asks_most(sent)
    return [
        part
        for row, one in zip(rows, said, strict=True)
        for part in (as_row(one[2], asked=one[1] == asker) if one else [row])
    ]


def asks_most(sent: Sequence[tuple[str, str]]) -> str:
    """Return who sent most messages that may be headings, of all that they sent."""
    found: dict[str, list[bool]] = defaultdict(list)
    for sender, text in sent:
        found[sender].append(best(bare(text))[1] >= LIKELY)
    return max(found, key=lambda sender: sum(found[sender]) / len(found[sender]))


def as_row(text: str, *, asked: bool) -> Iterator[str]:
    """Yield a message of who asks as a heading, but for numbers to call; others as bullets."""
    yield from ("", f"## {text}") if asked and not re.search(r"\d{3}", text) else (f"- {text}",)
