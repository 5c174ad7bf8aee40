"""The card as one page: numbers to tap on a phone, and on paper panels of 85.6 × 54 mm to fold.

On paper the panels stand below each other in one frame: cut it out, fold along the dashed lines,
and it is the size of a bank card.
"""

from __future__ import annotations

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import cells, clean
from recoverplan.words import paper as words
from recoverplan.words.moment import NUMBER_NOT_KNOWN
from recoverplan.writers.card import emergency_is, how, name_of
from recoverplan.writers.links import Link, help_links, link, tel
from recoverplan.writers.pages import render
from recoverplan.writers.wording import capital

PANEL_LINES = 10  # of the printed size, on one panel
LINE_CELLS = 42  # characters of the printed size in one line, rather too few than too many


def card_page(card: Card) -> str:
    """Return the whole page."""
    return render(
        "card",
        title=card.title or words.CARD,
        heading=bool(card.title),
        panels=[[person_said(one, card) for one in panel] for panel in in_panels(card)],
        blanks=words.BLANKS,
        steps=steps_said(card),
        reasons=card.reasons,
        lines=[line_values(line, card.region) for line in card.lines],
        month=month_said(card),
        **emergency_values(card.emergency, card.region, check_locally=card.check_locally),
    )


def steps_said(card: Card) -> list[str]:
    """Return the steps of a card, each with a capital."""
    return [capital(clean(step)) for step in card.steps]


def month_said(card: Card) -> str:
    """Return of which month the numbers of a card are, "" where there are none of these."""
    return capital(words.NUMBERS_OF.format(month=card.month)) if card.month else ""


def line_values(line: CardLine, region: str) -> tuple[str, list[Link], str]:
    """Return a help line's label, how to reach it, its hours."""
    return line.label, help_links(line, region), line.hours


def emergency_values(
    number: str | None, region: str, *, check_locally: bool
) -> dict[str, Link | str | None]:
    """Return what a page says of the emergency number, None where no region was chosen."""
    return {
        "emergency": Link(number, tel(number, region)) if number else None,
        "emergency_is": emergency_is(check_locally),
        "not_known": capital(NUMBER_NOT_KNOWN),
    }


def person_said(person: CardPerson, card: Card) -> dict[str, object]:
    """Return what the template says of one person."""
    return {
        "name": name_of(person, card),
        "way": link(person.way, person.value, card.region, person.say or ""),
        "hours": person.hours,
        "say": person.say,
    }


def in_panels(card: Card) -> list[list[CardPerson]]:
    """Share the people out over panels, so that each holds what is on it."""
    panels: list[list[CardPerson]] = [[]]
    left = PANEL_LINES - (2 if card.title else 0)
    for person in card.people:
        needed = lines_of(f"{name_of(person, card)} {how(person)} {clean(person.hours)}")
        needed += lines_of(clean(person.say)) if person.say else 0
        if needed > left and panels[-1]:
            panels.append([])
            left = PANEL_LINES
        panels[-1].append(person)
        left -= needed
    return panels


def lines_of(text: str) -> int:
    """Return about how many printed lines a text takes."""
    return 1 + cells(text) // LINE_CELLS
