"""The topics of `recoverplan help`, put together from the sentences of words/."""

from __future__ import annotations

from typing import NamedTuple

from recoverplan.words import moment, setup, trial
from recoverplan.words import topics as words


class Topic(NamedTuple):
    """One topic: its name as typed, a line about it, its paragraphs."""

    name: str
    summary: str
    paragraphs: tuple[str, ...]


PARAGRAPHS = {
    "peer-support": words.PEER_SUPPORT,
    "first-meeting": (*trial.BEFORE_FIRST_MEETING, words.FIRST_MEETING_MORE),
    "withdrawal": (
        setup.WITHDRAWAL.format(number=moment.NUMBER_NOT_KNOWN),
        setup.AFTER_A_BREAK,
        words.WITHDRAWAL_MORE,
    ),
    "privacy": words.PRIVACY,
    "when": words.WHEN,
}
TOPICS = tuple(Topic(name, summary, PARAGRAPHS[name]) for name, summary in words.SUMMARIES.items())
