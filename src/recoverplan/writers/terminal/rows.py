"""Lists and single things on a terminal: names stand out, everything else is calm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from recoverplan.domain.text import cells, clean
from recoverplan.writers.rows import Fact, Row

NARROW = 60
SEPARATOR = " · "


def list_screen(title: str, rows: Sequence[Row], width: int) -> RenderableType:
    """Show rows under a title: number, name, facts; below one another on a narrow terminal."""
    head = Text(title.upper(), style="bold")
    if width < NARROW:
        return Group(head, *(narrow(row) for row in rows))
    said = max(cells(SEPARATOR.join(row.facts)) for row in rows)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    # A long name may have the room that short facts leave.
    table.add_column(max_width=max(width // 3, width - said - 10))
    table.add_column(ratio=1)
    for row in rows:
        facts = SEPARATOR.join(row.facts)
        table.add_row(str(row.id), Text(clean(row.name), style="bold"), Text(clean(facts)))
    return Group(head, table)


def narrow(row: Row) -> RenderableType:
    """Show one row in a few short lines."""
    name = Text(f"{row.id} {clean(row.name)}", style="bold")
    facts = (Padding(Text(clean(fact)), (0, 0, 0, 2)) for fact in row.facts)
    return Group(name, *facts)


def fact_screen(name: str, facts: Iterable[Fact], width: int) -> RenderableType:
    """Show one thing: its name, then each fact beside what it is."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=max(width // 3, 12))
    table.add_column(ratio=1)
    for fact in facts:
        table.add_row(Text(clean(fact.label), style="dim"), Text(clean(fact.text)))
    return Group(Text(clean(name), style="bold"), Padding(table, (0, 0, 0, 2)))
