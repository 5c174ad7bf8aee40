"""Lists and single things on a terminal: names stand out, everything else is calm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoverplan.domain.text import cells, clean
from recoverplan.writers.columns import wrap
from recoverplan.writers.terminal.style import Row, Screen, rows_of, side_by_side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.writers import rows as told

NARROW = 60
SEPARATOR = " · "
BETWEEN = 2  # columns
INDENT = "  "
LEAST = 12  # columns that a text has, however long what stands beside it


def list_screen(title: str, rows: Sequence[told.Row], width: int) -> Screen:
    """Show rows under a title: number, name, facts; below one another on a narrow terminal."""
    made: list[Row] = [[(title.upper(), "name")]]
    if width < NARROW:
        return Screen(made + [line for row in rows for line in narrow(row, width)])
    names = [clean(row.name) for row in rows]
    facts = [clean(SEPARATOR.join(row.facts)) for row in rows]
    number = max(len(str(row.id)) for row in rows)
    # A long name may have the room that short facts leave.
    most = max(width // 3, width - max(map(cells, facts)) - 10)
    name = min(max(map(cells, names)), most)
    rest = max(width - number - name - 2 * BETWEEN, LEAST)
    for row, called, said in zip(rows, names, facts, strict=True):
        made += side_by_side(
            (([str(row.id).rjust(number)], number, ""), (called, name, "name"), (said, rest, ""))
        )
    return Screen(made)


def narrow(row: told.Row, width: int) -> list[Row]:
    """Show one row in a few short lines."""
    made = rows_of(wrap(f"{row.id} {clean(row.name)}", width), "name")
    for fact in row.facts:
        made += [[INDENT, line] for line in wrap(clean(fact), width - len(INDENT))]
    return made


def fact_screen(name: str, facts: Iterable[told.Fact], width: int) -> Screen:
    """Show one thing: its name, then each fact beside what it is."""
    return Screen([*rows_of(wrap(clean(name), width), "name"), *fact_rows(facts, width)])


def fact_rows(facts: Iterable[tuple[str, str]], width: int) -> list[Row]:
    """Return each fact beside what it is."""
    told = [(clean(name), clean(text)) for name, text in facts]
    label = min(max((cells(said) for said, _ in told), default=0), max(width // 3, LEAST))
    rest = max(width - len(INDENT) - label - BETWEEN, LEAST)
    return [
        row
        for said, text in told
        for row in side_by_side(((said, label, "quiet"), (text, rest, "")), INDENT)
    ]
