"""Everything as one JSON document, from which `readers.export` makes exactly the same again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from recoverplan.domain import schedule
from recoverplan.domain.listing import Listing, Source, Stored
from recoverplan.domain.risk import IfThen
from recoverplan.domain.schedule import Hours
from recoverplan.settings import Settings

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
