"""What stands on a card, cut into the parts that the templates know.

A part is a record of texts; `part` names its kind, `before` is the room above it in millimetres
where something stands there.
"""

from __future__ import annotations

from typing import Any

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import clean
from recoverplan.words import paper as words
from recoverplan.writers.card_words import help_ways, name_of
from recoverplan.writers.links import square
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
    lines.append(emergency_part(card))
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


def emergency_part(card: Card) -> Part:
    """Return the emergency number, or room to write one in."""
    part: Part = {"part": "line", "before": BETWEEN_STEPS}
    if card.emergency is None:
        return part | {"label": "________", "said": words.NUMBER_NOT_KNOWN}
    said = words.CHECK_LOCALLY if card.check_locally else words.EMERGENCY
    return part | {"label": clean(card.emergency), "said": said}


def kept_together(text: str) -> str:
    """Return text in which am and pm never stand apart from their hour."""
    return text.replace(" am", "\xa0am").replace(" pm", "\xa0pm")


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
