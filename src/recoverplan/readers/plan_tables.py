"""The tables of a plan: whether their first row names the columns, and their first cells parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from recoverplan.data import plan_words as known
from recoverplan.readers.plan_lines import Raw, has_number
from recoverplan.readers.plan_people import LIKELY, bare, best, halves

COLUMN = re.compile(rf"(?i)(?:{known.COLUMNS})")


class Table(NamedTuple):
    """Rows with cells below each other. `head`: the row that names the columns, None for none.

    `leads`: the first cells are headings; rows below them may leave theirs empty.
    """

    head: int | None
    leads: bool


def tables_of(lines: Sequence[Raw]) -> dict[int, Table]:
    """Return the table of each row with cells, by the row's place."""
    found: dict[int, Table] = {}
    for is_row, run in groupby(range(len(lines)), key=lambda place: bool(lines[place].cells)):
        places = [*run] if is_row else []
        while places:
            rows = [places.pop(0)]
            while places and not lines[places[0]].first:
                rows.append(places.pop(0))
            found |= dict.fromkeys(rows, table_of(lines, rows))
    return found


def table_of(lines: Sequence[Raw], rows: Sequence[int]) -> Table:
    """Return what kind of table some rows are."""
    top = lines[rows[0]]
    below = [lines[place] for place in rows[1:]]
    named = [heading_cell(each) for each in below]
    if not below:
        return Table(None, leads=heading_cell(top) is not None and not has_number(top.text))
    several = len({heading_cell(top), *named} - {None}) > 1
    led = all(part or not each.cells[0] for part, each in zip(named, below, strict=True))
    if led and (several or not all(each.cells[0] for each in below)):
        return Table(None if heading_cell(top) else rows[0], leads=True)
    alike = len(below[0].cells) == len(top.cells)
    head = alike and any(COLUMN.fullmatch(cell) for cell in top.cells[1:])
    return Table(rows[0] if head else None, leads=False)


def heading_cell(raw: Raw) -> str | None:
    """Return the part that the first cell of a row names as a heading, None for none."""
    if not raw.cells or not raw.cells[0] or has_number(raw.cells[0]) or halves(raw.cells[0])[1]:
        return None
    part, sure = best(bare(re.sub(r"\A\d{1,2}\s+", "", raw.cells[0])))
    return part if sure >= LIKELY else None
