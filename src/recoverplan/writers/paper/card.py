"""The card as a PDF: fold-over cards of 85.6 × 54 mm, several to a sheet.

A card has two panels side by side, so that it folds like a book: people in front; steps and lines
on the back. What a panel cannot hold in the smallest letters goes on to another one, and from there
to another card. Nothing is left off in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import clean
from recoverplan.words import paper as words
from recoverplan.words.moment import NUMBER_NOT_KNOWN
from recoverplan.writers.card import emergency_is, help_ways, name_of
from recoverplan.writers.columns import kept_together
from recoverplan.writers.links import square
from recoverplan.writers.paper.compiling import Paper, compile_page, measured
from recoverplan.writers.paper.fitting import Panel, fitted
from recoverplan.writers.wording import capital

Part = dict[str, Any]
SHORT = 4  # digits: nobody needs a code to dial 988
BETWEEN_PEOPLE, BETWEEN_STEPS, BETWEEN_GROUPS = 2.2, 0.9, 3.2  # millimetres


def front_parts(card: Card, *, codes: bool) -> list[Part]:
    """Return the title and everybody, or empty lines to write on."""
    parts: list[Part] = []
    if card.title:
        parts.append({"part": "title", "text": clean(card.title), "before": 0})
    if not card.people:
        blank = {"part": "blank", "before": BETWEEN_PEOPLE}
        return [*parts, *[dict(blank) for _ in range(words.BLANKS)]]
    return parts + [person_part(person, card, codes=codes) for person in card.people]


def person_part(person: CardPerson, card: Card, *, codes: bool) -> Part:
    """Return what the template is given for one person on the card."""
    part: Part = {
        "part": "person",
        "name": name_of(person, card),
        "way": "" if person.way == "other" else person.way,
        "value": clean(person.value),
        "hours": kept_together(clean(person.hours)),
        "say": clean(person.say or ""),
        "before": BETWEEN_PEOPLE,
    }
    return part | code_of(square(person.way, person.value, card.region) if codes else None)


def back_parts(card: Card, *, codes: bool) -> list[Part]:
    """Return the steps, the person's own reasons, then the lines and the month they are of."""
    parts: list[Part] = [
        {
            "part": "step",
            "number": str(number),
            "text": capital(clean(step)),
            "before": BETWEEN_STEPS,
        }
        for number, step in enumerate(card.steps, 1)
    ]
    for number, reason in enumerate(card.reasons):
        before = BETWEEN_STEPS if number else BETWEEN_GROUPS
        parts.append({"part": "reason", "text": clean(reason), "before": before})
    lines = [line_part(line, card.region, codes=codes) for line in card.lines]
    emergency = emergency_line(card.emergency, check_locally=card.check_locally)
    lines.append({"part": "line", "before": BETWEEN_STEPS, **emergency})
    lines[0]["before"] = BETWEEN_GROUPS
    if card.month:
        said = capital(words.NUMBERS_OF.format(month=card.month))
        lines.append({"part": "note", "text": said, "before": BETWEEN_STEPS})
    return parts + lines


def line_part(line: CardLine, region: str, *, codes: bool) -> Part:
    """Return a help line."""
    said = kept_together(f"{help_ways(line)}, {clean(line.hours)}")
    for way in filter(None, (line.call, line.text)):  # a number is never parted
        said = said.replace(clean(way), clean(way).replace(" ", "\xa0"))
    part: Part = {
        "part": "line",
        "label": clean(line.label),
        "said": said,
        "before": BETWEEN_STEPS,
    }
    target = square("call", line.call or "", region) if codes else None
    return part | code_of(target if len(target or "") > len("tel:") + SHORT else None)


def emergency_line(number: str | None, *, check_locally: bool) -> dict[str, str]:
    """Return the emergency number, or room to write one in."""
    if number is None:
        return {"label": "________", "said": NUMBER_NOT_KNOWN}
    return {"label": clean(number), "said": emergency_is(check_locally)}


def code_of(target: str | None) -> Part:
    """Return a square that a phone reads, as SVG, and what it is for."""
    if target is None:
        return {}
    import io

    import segno

    drawn = io.BytesIO()
    # As much spare as fits into the same square. The white around it is the template's.
    segno.make(target, error="l", boost_error=True, micro=False).save(
        drawn, kind="svg", border=0, xmldecl=False, omitsize=True
    )
    return {"code": drawn.getvalue().decode(), "dials": words.DIALS.format(target=target)}


WIDTH, HEIGHT = 85.6, 54.0  # of a panel, millimetres, as a bank card
INSET = 3.5  # above and below, millimetres
ROOM = WIDTH - 2 * 4  # the width of text, millimetres
SIZES = (12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)  # points, the largest that fits is taken
LARGE = 9.0  # points: for more steps letters become no smaller
ROWS = {"a4": 5, "letter": 4}
SHEET_HEIGHTS = {"a4": 297.0, "letter": 279.4}


def card_pdf(card: Card, paper: str, *, copies: int | None = None, codes: bool) -> Paper:
    """Return the card to print: so many copies, else as many as one sheet holds.

    `codes` adds squares that a phone dials from.
    """
    front, first = panels(front_parts(card, codes=codes))
    back, second = back_panels(card, codes=codes)
    folded = list(pairs(front, back))
    rows = ROWS[paper]
    copies = copies or max(1, rows // len(folded))
    notes = [*first, *second]
    if len(folded) > 1:
        notes.append(words.SEVERAL.format(count=len(folded), copies=copies))
    made = compile_page("card", sheet_data(card, paper, list(copied(folded, copies)), rows))
    return made._replace(notes=tuple(notes))


def back_panels(card: Card, *, codes: bool) -> tuple[list[Panel], list[str]]:
    """Return the back with as many steps as stand on it in large letters, at least the first."""
    for fuller in card.fuller():
        back, notes = panels(back_parts(fuller, codes=codes))
        if len(back) == 1 and back[0].size >= LARGE and not notes:
            break
    return back, notes


def panels(parts: list[Part]) -> tuple[list[Panel], list[str]]:
    """Share parts out over panels; return them and what had to be shortened, as sentences."""

    def heights(given: list[Part]) -> list[list[float]]:
        asked = {"parts": given, "room": ROOM, "sizes": SIZES}
        found: list[list[float]] = measured("card_measures", asked)
        return found

    return fitted(parts, heights, SIZES, HEIGHT - 2 * INSET)


def pairs(front: list[Panel], back: list[Panel]) -> Iterator[tuple[Panel, Panel]]:
    """Yield cards of two panels: the first people with the first steps and lines, then the rest."""
    yield front[0], back[0]
    rest = [*front[1:], *back[1:]]
    for place in range(0, len(rest), 2):
        following = rest[place + 1] if place + 1 < len(rest) else Panel(SIZES[0], [])
        yield rest[place], following


def copied(folded: Sequence[tuple[Panel, Panel]], copies: int) -> Iterator[dict[str, Any]]:
    """Yield every card to be printed, marked where it is there again."""
    for copy in range(copies):
        for card in folded:
            yield {"again": copy > 0, "panels": [panel._asdict() for panel in card]}


def sheet_data(card: Card, paper: str, cards: list[dict[str, Any]], rows: int) -> dict[str, Any]:
    """Return what the template takes."""
    return {
        "title": card.title or words.CARD,
        "paper": paper,
        "inset": INSET,
        "top": (SHEET_HEIGHTS[paper] - rows * HEIGHT) / 2,
        "legend": words.LEGEND,
        "sheets": [cards[place : place + rows] for place in range(0, len(cards), rows)],
    }
