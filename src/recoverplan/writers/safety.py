"""The safety plan in words: for a screen, as text that can be read in again, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from recoverplan.domain.safety import SafetyPlan
from recoverplan.words import safety as words
from recoverplan.words.moment import DISAGREE

BULLET = "- "


class Section(NamedTuple):
    """A heading with its lines; without any, `asks` invites to the first, and `add` is typed."""

    heading: str
    lines: tuple[str, ...]
    asks: str = ""
    add: str = ""


def sections(plan: SafetyPlan) -> Iterator[Section]:
    """Yield the six parts in order, then the reasons, where there are any."""
    for part in plan.parts:
        lines = tuple(item.text for item in part.items)
        asks = "" if lines else words.INVITATIONS[part.name]
        yield Section(part.heading, lines, asks, words.TO_ADD[part.name])
    if plan.reasons:
        yield Section(words.REASONS, plan.reasons)


def notes(plan: SafetyPlan) -> Iterator[str]:
    """Yield what has to be said of the emergency number."""
    if not plan.region:
        yield words.NO_REGION.format(command=words.SET_REGION)
    elif plan.check and plan.emergency:
        yield DISAGREE.format(number=plan.emergency)


def plain_lines(plan: SafetyPlan) -> Iterator[str]:
    """Yield the plan as lines to hear: a heading, then a line for each fact."""
    for section in sections(plan):
        yield f"{section.heading}:"
        yield from section.lines
        if section.asks:
            yield f"{section.asks} {section.add}"
    yield from notes(plan)


def safety_text(plan: SafetyPlan, title: str) -> str:
    """Return the plan as text: a title, headings, a dash before each line."""
    rows = [title]
    for section in sections(plan):
        rows += ["", section.heading]
        rows += [f"{BULLET}{line}" for line in section.lines]
        rows += [section.asks] if section.asks else []
    return "\n".join(rows) + "\n"


def safety_record(plan: SafetyPlan) -> dict[str, Any]:
    """Return the plan as "recoverplan/safety/1"."""
    return {
        "schema": "recoverplan/safety/1",
        "parts": [
            {"part": part.name, "items": [item.text for item in part.items]} for part in plan.parts
        ],
        "reasons": list(plan.reasons),
    }
