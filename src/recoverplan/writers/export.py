"""Everything that is kept, for other programs: as one JSON document, from which `readers.export`
makes exactly the same again, and as tables, one a noun, as CSV or in a plain SQLite file.

What is more than a text or a number in a cell (hours, steps, answers) stands there as JSON.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any
from unicodedata import normalize

from recoverplan.domain import schedule
from recoverplan.domain.everything import CLASSES, Nouns
from recoverplan.domain.listing import Listing, Source, Stored
from recoverplan.domain.risk import IfThen
from recoverplan.domain.schedule import Hours
from recoverplan.settings import Settings
from recoverplan.value import NamedTuple

SCHEMA = "recoverplan/export/1"


def export_pieces(
    settings: Settings, records: Iterable[tuple[str, Iterable[object]]]
) -> Iterator[str]:
    """Yield the document in pieces, a record a line, so that it need not be in memory at once.

    `records`: each noun's name with its records.
    """
    yield f'{{\n "schema": "{SCHEMA}",\n "settings": {line(settings)}'
    for name, found in records:
        yield f',\n "{name}": ['
        empty = True
        for record in found:
            yield f"{'' if empty else ','}\n  {line(record)}"
            empty = False
        yield "]" if empty else "\n ]"
    yield "\n}\n"


def line(value: object) -> str:
    """Return a record as JSON in one line."""
    return json.dumps(encoded(value), ensure_ascii=False)


def encoded(value: Any) -> Any:
    """Return a domain value as JSON knows it; a record is an object of its own fields' names."""
    if isinstance(value, Hours):
        return {"phrase": value.phrase, "schedule": schedule.dump(value.schedule)}
    if isinstance(value, IfThen):
        return {"if": value.condition, "then": value.action}
    if isinstance(value, datetime | date):
        return value.isoformat()
    names: Iterable[str] = ()
    if isinstance(value, Source | Stored | Listing):
        names = value._fields
    elif is_dataclass(value):
        names = (field.name for field in fields(value))
    elif isinstance(value, tuple):
        return [encoded(each) for each in value]
    else:
        return value
    return {name: encoded(getattr(value, name)) for name in names}


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
