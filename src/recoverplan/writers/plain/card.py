"""The card as plain lines, without a frame: one person, step or line at a time."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.card import Card
from recoverplan.domain.text import clean
from recoverplan.words import paper as words
from recoverplan.words.moment import NUMBER_NOT_KNOWN
from recoverplan.words.plan import YOU_CAN_SAY
from recoverplan.writers.plain.rows import ended, sentence
from recoverplan.writers.ways import help_ways, how, name_of


def card_lines(card: Card) -> Iterator[str]:
    """Yield the card's lines."""
    if card.title:
        yield sentence(clean(card.title))
    for person in card.people:
        hours = clean(person.hours).replace("–", " to ")
        yield f"{name_of(person, card)}: {how(person)}, {hours}."
        if person.say:
            yield YOU_CAN_SAY.format(name=clean(person.name), opening=clean(person.say))
    if not card.people:
        yield words.NOBODY
    for place, step in enumerate(card.steps, 1):
        yield f"Step {place}: {sentence(clean(step))}"
    for reason in card.reasons:
        yield ended(clean(reason))
    for line in card.lines:
        hours = clean(line.hours).replace("–", " to ")
        yield f"{clean(line.label)}: {help_ways(line)}, {hours}."
    called = words.CHECK_LOCALLY if card.check_locally else words.EMERGENCY
    yield f"{sentence(called)[:-1]}: {clean(card.emergency or NUMBER_NOT_KNOWN)}."
    if card.month:
        yield sentence(words.NUMBERS_OF.format(month=card.month))
