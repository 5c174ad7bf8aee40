"""The card as one page: numbers to tap on a phone, and on paper panels of 85.6 × 54 mm to fold.

On paper the panels stand below each other in one frame: cut it out, fold along the dashed lines,
and it is the size of a bank card.
"""

from __future__ import annotations

from recoverplan.domain.card import Card, CardPerson
from recoverplan.domain.text import cells, clean
from recoverplan.words import paper as words
from recoverplan.words.moment import NUMBER_NOT_KNOWN
from recoverplan.writers.links import Link, help_links, link, tel
from recoverplan.writers.pages import render
from recoverplan.writers.ways import how, name_of
from recoverplan.writers.wording import capital

PANEL_LINES = 10  # of the printed size, on one panel
LINE_CELLS = 42  # characters of the printed size in one line, rather too few than too many


def card_page(card: Card) -> str:
    """Return the whole page."""
    month = capital(words.NUMBERS_OF.format(month=card.month)) if card.month else ""
    return render(
        "card",
        title=card.title or words.CARD,
        heading=bool(card.title),
        panels=[[person_said(one, card) for one in panel] for panel in in_panels(card)],
        blanks=words.BLANKS,
        steps=[capital(clean(step)) for step in card.steps],
        reasons=card.reasons,
        lines=[(line.label, help_links(line, card.region), line.hours) for line in card.lines],
        emergency=emergency_link(card),
        emergency_is=words.CHECK_LOCALLY if card.check_locally else words.EMERGENCY,
        not_known=capital(NUMBER_NOT_KNOWN),
        month=month,
    )


def person_said(person: CardPerson, card: Card) -> dict[str, object]:
    """Return what the template says of one person."""
    return {
        "name": name_of(person, card),
        "way": link(person.way, person.value, card.region, person.say or ""),
        "hours": person.hours,
        "say": person.say,
    }


def emergency_link(card: Card) -> Link | None:
    """Return the emergency number, None where no region was chosen."""
    if card.emergency is None:
        return None
    return Link(card.emergency, tel(card.emergency, card.region))


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
