"""The card as a picture for a phone's locked screen, 1170 × 2532 pixels.

Phones put their clock over the top third and their buttons over the foot, and crop the sides a
little: the card stands between, white on a dark ground. Whatever it has no room for is said.
"""

from __future__ import annotations

from recoverplan.domain.card import Card
from recoverplan.words import paper as words
from recoverplan.writers.columns import fit
from recoverplan.writers.paper.card import Part, back_parts, front_parts
from recoverplan.writers.paper.compiling import Paper, compile_page, measured
from recoverplan.writers.paper.fitting import SHOWN, opened, shortened, too_long, total

WIDTH, HEIGHT, SCALE = 390, 844, 3  # points of a phone's screen, and pixels to a point
ACROSS, TOP, DOWN, INSET = 340, 262, 470, 16  # where the card may stand, in points
POINT = 25.4 / 72  # millimetres
ROOM = (DOWN - 2 * INSET) * POINT
# Points, the largest that fits is taken.
SIZES = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
LARGE = 15.0  # for more steps letters become no smaller


def card_picture(card: Card) -> Paper:
    """Return the card as a PNG."""
    parts, notes = shortened(roomy_parts(card), heights, ROOM)
    parts, left_off = thinned(parts)
    if left_off:
        notes.append(words.NO_ROOM_FOR.format(what=", ".join(dict.fromkeys(left_off))))
    data = {
        "title": card.title or words.CARD,
        "width": WIDTH,
        "height": HEIGHT,
        "across": ACROSS,
        "top": TOP,
        "down": DOWN,
        "inset": INSET,
        "size": largest(parts),
        "parts": opened(parts),
    }
    made = compile_page("picture", data, "png", ppi=72 * SCALE)
    return made._replace(notes=tuple(notes))


def roomy_parts(card: Card) -> list[Part]:
    """Return the parts with as many steps as there is room for in large letters."""
    for fuller in card.fuller():
        parts = card_parts(fuller)
        if (
            not any(map(too_long, parts))
            and total(parts, heights(parts)[SIZES.index(LARGE)]) <= ROOM
        ):
            break
    return parts


def card_parts(card: Card) -> list[Part]:
    """Return everything on the card, in one column."""
    back = back_parts(card, codes=False)
    back[0]["before"] = 5
    return [*front_parts(card, codes=False), *back]


def heights(parts: list[Part]) -> list[list[float]]:
    """Return the height of each part in millimetres, a row for each size."""
    asked = {"parts": parts, "room": (ACROSS - 2 * INSET) * POINT, "sizes": SIZES}
    found: list[list[float]] = measured("card_measures", asked)
    return found


def largest(parts: list[Part]) -> float:
    """Return the largest letters in which all parts fit, else the smallest there are."""
    rows = zip(SIZES, heights(parts), strict=True)
    return next((size for size, row in rows if total(parts, row) <= ROOM), SIZES[-1])


def thinned(parts: list[Part]) -> tuple[list[Part], list[str]]:
    """Take off what there is no room for and say what: words of one's own, steps, then people.

    Of each the last goes first. Numbers to call are kept longest, the emergency number always.
    """
    without = [part | {"say": ""} if part.get("say") else part for part in parts]
    high, low = heights(parts)[-1], heights(without)[-1]
    kept = list(zip(parts, high, without, low, strict=True))
    left_off: list[str] = []

    def too_high() -> bool:
        return total([each[0] for each in kept], [each[1] for each in kept]) > ROOM

    for place in reversed(range(len(kept))):
        if kept[place][0].get("say") and too_high():
            left_off.append(f"“{fit(kept[place][0]['say'], SHOWN)}”")
            kept[place] = (*kept[place][2:], *kept[place][2:])
    for kind in ("reason", "step", "person", "line"):
        for place in reversed(range(len(kept) - 2)):
            if kept[place][0]["part"] == kind and too_high():
                gone = kept.pop(place)[0]
                left_off.append(label_of(gone))
    return [each[0] for each in kept], left_off


def label_of(part: Part) -> str:
    """Return what a part is called in a sentence."""
    return fit(str(part.get("name") or part.get("label") or part["text"]), SHOWN)
