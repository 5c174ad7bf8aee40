"""The topics of `recoverplan help`, put together from the sentences of words/."""

from __future__ import annotations

from recoverplan.data.regions import REGISTERS
from recoverplan.value import NamedTuple
from recoverplan.words import moment, setup, trial
from recoverplan.words import topics as words


class Topic(NamedTuple):
    """One topic: its name as typed, a line about it, its paragraphs."""

    name: str
    summary: str
    paragraphs: tuple[str, ...]


def registers() -> str:
    """Say which country has which register to be shut out of gambling."""
    return ". ".join(
        words.REGISTER.format(place=register.place, name=register.name)
        for code, register in REGISTERS.items()
        if code != "US"
    )


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
    "shifts": words.SHIFTS,
    "lines": words.LINES,
    "safer": words.SAFER,
    "gambling": tuple(one.format(registers=registers()) for one in words.GAMBLING),
    "medicine": words.MEDICINE,
    "under-18": words.UNDER_18,
    "family": words.FAMILY,
    "court": words.COURT,
}
TOPICS = tuple(Topic(name, summary, PARAGRAPHS[name]) for name, summary in words.SUMMARIES.items())
