"""How people and lines are said on every form of the card: framed, plain and as a page."""

from __future__ import annotations

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import clean


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
