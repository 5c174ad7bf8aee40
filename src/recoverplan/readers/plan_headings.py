"""What a heading of a plan means: which part it names, in any wording, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

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
EXACT, SURE, LIKELY = 99, 3, 2  # of a heading's meaning
OTHER = "other"  # what forms ask besides: medicines, wishes, how others can help
NAMES_PEOPLE = {"people", "professionals"}
ON_MY_OWN = {"alone", "places"}
PEOPLE_NOUN = re.compile(r"(?i)\b(?:people|persons?|humans?|friends?|famil\w*|loved ones|ppl)\b")
PATTERNS = {
    part: [(re.compile(rf"(?:\b|\A)(?:{pattern})"), weight) for pattern, weight in listed]
    for part, listed in known.HEADING_WORDS.items()
}


@lru_cache(maxsize=4096)  # each line is asked about several times
def sums_of(text: str) -> Mapping[str, int]:
    """Return how much a heading says of each part, but for those it says nothing of."""
    said = re.sub(
        r"\bmy (own )?plan\b|\bsafety plan\b", " ", folded(text).replace("’", "'").replace("_", " ")
    )
    for short, full in known.CHAT:
        said = re.sub(rf"(?<!\w){short}(?!\w)", full, said)
    exact = HEADINGS.get(folded(text).rstrip(":"))
    if exact:
        return {exact: EXACT}
    # What stands in brackets explains; it counts where the rest says nothing.
    outside = re.sub(r"\([^()]*\)", " ", said)
    for each in dict.fromkeys((outside, said)):
        sums = {
            part: sum(weight for pattern, weight in listed if pattern.search(each))
            for part, listed in PATTERNS.items()
        }
        if any(sums.values()):
            return {part: found for part, found in sums.items() if found}
    return {}


def best(text: str) -> tuple[str | None, int]:
    """Return the part that a heading most likely means, and how sure that is; (None, 0): none.

    It may be OTHER, which is no part of a plan.
    """
    sums = sums_of(text)
    part = max(sums, key=sums.__getitem__, default=None)
    return (part, sums[part]) if part else (None, 0)


def also(text: str, part: str) -> str | None:
    """Return the second part that a heading names: people and lines, alone or with others."""
    sums = sums_of(text)
    if part in NAMES_PEOPLE and PEOPLE_NOUN.search(text):
        (second,) = NAMES_PEOPLE - {part}
        return second if sums.get(second, 0) >= LIKELY else None
    if part in ON_MY_OWN and re.search(r"(?i)\b(?:or|and)\b|[&/]", text):
        (second,) = ON_MY_OWN - {part}
        return second if min(sums.get(one, 0) for one in ON_MY_OWN) >= LIKELY else None
    return None


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
