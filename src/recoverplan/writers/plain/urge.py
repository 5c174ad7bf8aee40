"""What is said about urges in lists, alone, and right after one was noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from recoverplan.domain.text import clean
from recoverplan.domain.urge import Urge
from recoverplan.domain.zone import known_zone
from recoverplan.words import urge as words
from recoverplan.writers.listing import Fact, Row, facts_of
from recoverplan.writers.plain.sentences import sentence
from recoverplan.writers.plain.trial import moment_said

LABELS = {"triggers": "Set off by", "did": "What you did", "after": "Strength after"}


def when_of(urge: Urge, zone: ZoneInfo, today: date, *, clock24: bool) -> str:
    """Say when an urge was, by the clocks where it was; elsewhere than `zone`, with the zone."""
    there = known_zone(urge.zone) or zone
    said = moment_said(urge.at, urge.rough, there, today, clock24=clock24)
    if there is zone:
        return said
    same = urge.at.astimezone(there).utcoffset() == urge.at.astimezone(zone).utcoffset()
    return said if same else f"{said}, {there.key}"


@cache
def strengths(strength: int | None, after: int | None) -> str:
    """Say how strong an urge was, and how strong afterwards, as far as that was said."""
    said = []
    if strength is not None:
        said.append(words.STRENGTH_SAID.format(strength=strength))
    if after is not None:
        said.append(words.AFTER_SAID.format(after=after))
    return ", ".join(said)


def said_in_short(urge: Urge) -> str:
    """Return all but the note as sentences, each with a space before it."""
    parts = (strengths(urge.strength, urge.after), ", ".join(urge.triggers), urge.did)
    return "".join(f" {sentence(clean(part))}" for part in parts if part)


def urge_row(urge: Urge, when: str) -> Row:
    """Return the list's row; `when` is its time in the person's style."""
    parts = (strengths(urge.strength, urge.after), ", ".join(urge.triggers), urge.did, urge.note)
    return Row(urge.id, when, tuple(filter(None, parts)) or (words.NOTHING_SAID,))


def urge_facts(urge: Urge) -> Iterator[Fact]:
    """Give everything that is known of one urge."""
    yield from facts_of(urge, LABELS, {"id", "at", "rough", "zone", "created"})
    yield Fact("Number", str(urge.id))
