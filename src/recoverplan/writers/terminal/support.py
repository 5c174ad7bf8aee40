"""The inventory of support on a terminal: what I have by kind, what I need next, one suggestion."""

from __future__ import annotations

from recoverplan.domain.inventory import KINDS, Inventory
from recoverplan.words import support as words
from recoverplan.words.moment import MORE
from recoverplan.writers.columns import wrap
from recoverplan.writers.support import held_words, need_words, suggestion_lines
from recoverplan.writers.terminal.style import BETWEEN, Row, Screen, rows_of, side_by_side

MEASURE = 96
NARROW = 60
LABEL = 9
INDENT = "  "
MOST = 8  # of one kind; the list has all of them


def inventory_screen(made: Inventory, width: int) -> Screen:
    """Return the inventory for a terminal of `width` columns."""
    width = min(width, MEASURE)
    rows: list[Row] = [[(words.TITLE, "title")]]
    if not made.have and not made.need:
        rows += [[], *(row for said in words.EMPTY for row in rows_of(wrap(said, width)))]
    parts = ((words.HAVE, made.have, held_words), (words.NEED, made.need, need_words))
    for heading, held, in_words in parts:
        rows += [[], [(heading.upper(), "heading")]] if held else []
        for kind in KINDS:
            rows += labelled(kind, [in_words(each) for each in held if each.kind == kind], width)
    if made.suggestion is not None:
        said = suggestion_lines(made.suggestion)
        rows += [[], *(row for line in said for row in rows_of(wrap(line, width)))]
    return Screen(rows)


def labelled(kind: str, texts: list[str], width: int) -> list[Row]:
    """Return one kind: its name, then what there is, a dot between; nothing for nothing."""
    if not texts:
        return []
    more = [MORE.format(count=len(texts) - MOST)] if len(texts) > MOST else []
    said = " · ".join(texts[:MOST] + more)
    name = kind.capitalize()
    if width < NARROW:
        return [
            [(name, "name")],
            *rows_of(f"{INDENT}{line}" for line in wrap(said, width - len(INDENT))),
        ]
    room = width - len(INDENT) - LABEL - len(BETWEEN)
    return side_by_side([(name, LABEL, "name"), (said, room, "")], INDENT)
