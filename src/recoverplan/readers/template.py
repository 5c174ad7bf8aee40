"""A template's file: read whole and checked, or refused in one sentence."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from recoverplan.domain.template import MOST, SCHEMA, Template, TemplateHours, TemplateStep
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.export_fields import record
from recoverplan.words import template as words

MOST_BYTES = 1 << 20
T = TypeVar("T")


def read_template(content: bytes, name: str) -> Template:
    """Return the template of a file. Raises CouldNotError, which says what is wrong with it."""
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise refusal(name, words.NO_JSON) from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise refusal(name, words.NO_SCHEMA)
    for field in document:
        if field not in ("schema", "hard_hours", "steps"):
            raise refusal(name, words.NOTHING_ELSE.format(field=shown(field)))
    return Template(
        read_list(TemplateHours, document, "hard_hours", name),
        read_list(TemplateStep, document, "steps", name),
    )


def read_list(kind: type[T], document: dict[str, Any], field: str, name: str) -> tuple[T, ...]:
    """Return the records of one kind. Raises CouldNotError."""
    listed = document.get(field, [])
    if not isinstance(listed, list) or len(listed) > MOST:
        raise refusal(name, words.TOO_MANY)
    try:
        return tuple(record(kind, each, f"{field} {at}") for at, each in enumerate(listed, 1))
    except UsageError as error:
        why = error.message.partition(": ")[2].rstrip(".")
        raise refusal(name, why) from None


def refusal(name: str, why: str) -> CouldNotError:
    """Return the sentence that says what is wrong with a file."""
    return CouldNotError(words.CANNOT.format(name=shown(name), why=why), words.CANNOT_HINT)
