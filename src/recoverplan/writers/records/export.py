"""Everything as one JSON document, from which `readers.export` makes exactly the same again."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from recoverplan.domain import schedule
from recoverplan.domain.everything import Nouns
from recoverplan.domain.risk import IfThen
from recoverplan.domain.schedule import Hours
from recoverplan.settings import Settings

SCHEMA = "recoverplan/export/1"


def export_text(settings: Settings, nouns: Nouns) -> str:
    """Return the document as text: the same for the same contents, ids included."""
    document = {"schema": SCHEMA, "settings": encoded(settings)}
    document |= {name: encoded(records) for name, records in nouns._asdict().items()}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def encoded(value: Any) -> Any:
    """Return a domain value as JSON knows it; a record is an object of its own fields' names."""
    if isinstance(value, Hours):
        return {"phrase": value.phrase, "schedule": schedule.dump(value.schedule)}
    if isinstance(value, IfThen):
        return {"if": value.condition, "then": value.action}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encoded(each) for each in value]
    if is_dataclass(value):
        return {field.name: encoded(getattr(value, field.name)) for field in fields(value)}
    return value
