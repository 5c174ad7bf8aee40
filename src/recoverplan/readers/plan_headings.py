"""What a heading of a plan means: which part it names, in any wording, and how sure that is."""

from __future__ import annotations

import re

from recoverplan.data import plan_words as known
from recoverplan.domain.naming import folded
from recoverplan.domain.safety import REASONS
from recoverplan.words import safety as words

STEP = re.compile(
    r"(?i)\A\s*(?:(?:step|part|section|stage|q)\s*\d{1,2}|[A-H1-9]|[ivx]{1,4})\s*[:.)–—-]\s+"
)
DASH = re.compile(r"\s+[-–—]\s+")
COUNT = re.compile(r"\s*\(\d+\)\s*\Z")
HEADINGS = {folded(said): part for part, said in words.HEADINGS.items()}
HEADINGS[folded(words.REASONS)] = REASONS
PATTERNS = {
    part: [(re.compile(rf"(?:\b|\A)(?:{pattern})"), weight) for pattern, weight in listed]
    for part, listed in known.HEADING_WORDS.items()
}


def best(text: str) -> tuple[str | None, int]:
    """Return the part that a heading most likely means, and how sure that is; (None, 0): none."""
    said = re.sub(r"\bmy (own )?plan\b|\bsafety plan\b", " ", folded(text).replace("’", "'"))
    exact = HEADINGS.get(folded(text).rstrip(":"))
    if exact:
        return exact, 99
    sums = {
        part: sum(weight for pattern, weight in listed if pattern.search(said))
        for part, listed in PATTERNS.items()
    }
    part = max(sums, key=sums.__getitem__)
    return (part, sums[part]) if sums[part] else (None, 0)


def bare(text: str) -> str:
    """Return a heading without its number, its count and its colon."""
    text = COUNT.sub("", STEP.sub("", text, count=1))
    return text.strip(" :*_#").strip()


def halves(text: str) -> tuple[str, str]:
    """Return what stands before and behind a colon or a dash, whichever is first.

    "" is behind where there is neither.
    """
    before, _, after = text.partition(":")
    dash = DASH.search(text)
    if dash is not None and dash.start() < len(before):
        before, after = text[: dash.start()], text[dash.end() :]
    return before, after.strip()
