"""The card in words: what its forms say alike, the card as plain lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import clean
from recoverplan.words import paper as words
from recoverplan.words.moment import NUMBER_NOT_KNOWN
from recoverplan.words.plan import YOU_CAN_SAY
from recoverplan.writers.plain.rows import ended, sentence
from recoverplan.writers.when import said_plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def name_of(person: CardPerson, card: Card) -> str:
    """Return the name, with the role only where the card has a title."""
    return f"{clean(person.name)} ({person.role})" if card.title else clean(person.name)


def how(person: CardPerson) -> str:
    """Return the way and the number as dialled: "call 555-0114"; other ways as they were typed."""
    value = clean(person.value)
    return value if person.way == "other" else f"{person.way} {value}"


def help_ways(line: CardLine) -> str:
    """Return how to reach a line; its number is left out where the label is the number."""
    call, text = clean(line.call or ""), clean(line.text or "")
    shown = "" if call == clean(line.label) else f" {call}"
    if call and call == text:
        return f"call or text{shown}"
    if call:
        return f"call{shown}" + (f", or text {text}" if text else "")
    return f"text {text}" if text else clean(line.other or "")


def emergency_is(check_locally: bool) -> str:
    """Return what the emergency number is called, wherever its sources disagree too."""
    return words.CHECK_LOCALLY if check_locally else words.EMERGENCY


def card_lines(card: Card) -> Iterator[str]:
    """Yield the card's lines."""
    if card.title:
        yield sentence(clean(card.title))
    for person in card.people:
        hours = said_plainly(clean(person.hours))
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
        hours = said_plainly(clean(line.hours))
        yield f"{clean(line.label)}: {help_ways(line)}, {hours}."
    number = clean(card.emergency or NUMBER_NOT_KNOWN)
    yield f"{emergency_is(card.check_locally).capitalize()}: {number}."
    if card.month:
        yield sentence(words.NUMBERS_OF.format(month=card.month))


def card_record(card: Card) -> dict[str, Any]:
    """Return everything on the card; roles only where it has a title."""
    people = [person._asdict() for person in card.people]
    if card.title is None:
        for person in people:
            del person["role"]
    return {
        "schema": "recoverplan/card/1",
        "title": card.title,
        "people": people,
        "steps": list(card.steps),
        "reasons": list(card.reasons),
        "lines": [line._asdict() for line in card.lines],
        "emergency": card.emergency,
        "check_locally": card.check_locally,
        "numbers_of": card.month or None,
    }
