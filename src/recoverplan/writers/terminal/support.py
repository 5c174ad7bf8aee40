"""The inventory of support on a terminal: what I have by kind, what I need next, one suggestion."""

from __future__ import annotations

from recoverplan.domain.inventory import KINDS, Inventory
from recoverplan.words import support as words
from recoverplan.words.moment import MORE
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.support import held_words, need_words, suggestion_lines
from recoverplan.writers.terminal.style import Row, Screen, rows_of

MEASURE = 96
NARROW = 60
LABEL = 13
MOST = 8  # of one kind; the list has all of them


def inventory_screen(made: Inventory, width: int) -> Screen:
    """Return the inventory for a terminal of `width` columns."""
    width = min(width, MEASURE)
    rows: list[Row] = [[(words.TITLE, "title")]]
    if not made.have and not made.need:
        rows += [[], *(row for said in words.EMPTY for row in rows_of(wrap(said, width)))]
    if made.have:
        rows += [[], [(words.HAVE.upper(), "heading")]]
        for kind in KINDS:
            texts = [held_words(each) for each in made.have if each.kind == kind]
            rows += labelled(kind, texts, width)
    if made.need:
        rows += [[], [(words.NEED.upper(), "heading")]]
        for kind in KINDS:
            texts = [need_words(each) for each in made.need if each.kind == kind]
            rows += labelled(kind, texts, width)
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
    indent = 2 if width < NARROW else LABEL
    lines = wrap(said, width - indent)
    if width < NARROW:
        return [[(kind.capitalize(), "name")], *rows_of("  " + line for line in lines)]
    first, *rest = lines
    label = pad(f"  {kind.capitalize()}", LABEL)
    return [[(label, "name"), first], *rows_of(" " * LABEL + line for line in rest)]
