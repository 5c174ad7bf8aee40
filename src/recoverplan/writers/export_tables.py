"""Everything as tables, for other programs: one a noun, as CSV or in a plain SQLite file.

What is more than a text or a number in a cell (hours, steps, answers) stands there as JSON.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields
from unicodedata import normalize

from recoverplan.domain.everything import CLASSES, Nouns
from recoverplan.settings import Settings
from recoverplan.value import NamedTuple
from recoverplan.writers.records.export import encoded

FORMULAS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | None


class Table(NamedTuple):
    """One table: its name, its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def tables(settings: Settings, nouns: Nouns) -> Iterator[Table]:
    """Yield the settings and every noun as a table each."""
    said = encoded(settings)
    yield Table(
        "settings", ("name", "value"), [(name, cell(value)) for name, value in said.items()]
    )
    for name, kind in CLASSES.items():
        columns = tuple(field.name for field in fields(kind))
        rows = [
            tuple(cell(record[column]) for column in columns)
            for record in encoded(getattr(nouns, name))
        ]
        yield Table(name, columns, rows)


def cell(value: object) -> Cell:
    """Return a value as it stands in a cell: yes and no are 1 and 0."""
    if value is None or isinstance(value, str | int):
        return int(value) if isinstance(value, bool) else value
    return json.dumps(value, ensure_ascii=False)


def csv_text(table: Table) -> str:
    """Return a table as CSV (RFC 4180), no cell of which a spreadsheet takes for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([guarded(one) if isinstance(one, str) else one for one in row])
    return out.getvalue()


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would run it as a formula."""
    seen = normalize("NFKC", text)
    risky = seen.startswith(FORMULAS) or seen.strip().startswith(FORMULAS)
    return f"'{text}" if risky or text.startswith("'") else text


def fill_database(connection: object, all_tables: Iterator[Table]) -> None:
    """Make the tables in an empty SQLite database and fill them, in one transaction."""
    execute = connection.execute  # type: ignore[attr-defined]
    execute("BEGIN")
    for table in all_tables:
        # Names are those of our own fields.
        columns = ", ".join(f'"{column}"' for column in table.columns)
        execute(f'CREATE TABLE "{table.name}" ({columns})')
        places = ", ".join("?" * len(table.columns))
        for row in table.rows:
            execute(f'INSERT INTO "{table.name}" VALUES ({places})', row)  # noqa: S608
    execute("COMMIT")
