"""An export read back record by record: every value checked, or the file is refused.

The file may come from anyone. Text is cleaned; whatever else is not as an export has it refuses
the whole file, naming the place. `export_fields.py` checks what one record says.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, TypeVar

from recoverplan.domain.everything import CLASSES, LISTS, POINTERS
from recoverplan.domain.template import MOST, Template, TemplateHours, TemplateStep
from recoverplan.domain.template import SCHEMA as TEMPLATE_SCHEMA
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.export_fields import record, refuse
from recoverplan.readers.json_stream import JsonStream, Record
from recoverplan.settings import Settings
from recoverplan.words import reading as words
from recoverplan.words import template as template_words

SCHEMA = "recoverplan/export/1"
MOST_BYTES = 4 << 30
KINDS = {"settings": Settings, **CLASSES, **LISTS}


class Checked:
    """What the records of a file so far say about each other; numbers only, for they are many."""

    def __init__(self) -> None:
        self.there: dict[str, set[int]] = defaultdict(set)
        self.wanted: dict[tuple[str, str, str], dict[int, int]] = defaultdict(dict)
        self.weeks: set[date] = set()
        self.names: set[str] = set()
        self.identities: set[tuple[int, str]] = set()

    def add(self, noun: str, one: Any) -> None:
        """Look at one record. Raises UsageError for what cannot stand beside the others."""
        if one.id < 1 or one.id in self.there[noun]:
            refuse(noun, words.EACH_NEEDS_A_NUMBER)
        self.there[noun].add(one.id)
        for field, target in POINTERS.get(noun, {}).items():
            if (wanted := getattr(one, field)) is not None:
                self.wanted[noun, field, target].setdefault(wanted, one.id)
        if noun == "reviews":
            if one.week.weekday() or one.week in self.weeks:
                refuse("reviews", words.EACH_NEEDS_A_WEEK)
            self.weeks.add(one.week)
        elif noun == "sources":
            if one.name in self.names:
                refuse("sources", words.EACH_NEEDS_A_NAME)
            self.names.add(one.name)
        elif noun == "listings":
            key = (one.source, one.listing.identity)
            if key in self.identities:
                refuse(f"listings, number {one.id}", words.ITS_LIST_HAS_THIS_IDENTITY)
            self.identities.add(key)

    def all_there(self) -> None:
        """Refuse a record that points at another which is not in the file."""
        for (noun, field, target), wanted in self.wanted.items():
            for number, by in wanted.items():
                if number not in self.there[target]:
                    refuse(
                        f"{noun}, number {by}",
                        words.IS_NOT_IN_THE_FILE.format(field=field, number=number),
                    )


def read_export(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Yield what an export holds: "settings" and these, or the name of a noun and a record of it.

    Raises UsageError for anything else, at the end for what only the whole can tell: read it once
    for that before anything is kept.
    """
    stream = begun(file)
    checked = Checked()
    seen: set[str] = set()
    for name, found in stream.members({*CLASSES, *LISTS}):
        if found is None or found.place == 0:
            if name in seen:
                refuse("the file", words.IS_THERE_TWICE.format(name=name))
            seen.add(name)
        if name == "schema":
            if found is None or found.value != SCHEMA:
                raise no_export()
        elif name not in KINDS:
            if "schema" not in seen:
                raise no_export()
            refuse("the file", words.IS_NOT_KNOWN.format(name=name))
        elif found is not None:
            yield name, one_record(name, found, checked)
    if stream.peek():
        raise stream.broken(words.SOMETHING_FOLLOWS_WHERE_THE_EXPORT)
    if "schema" not in seen:
        raise no_export()
    checked.all_there()


def begun(file: BinaryIO) -> JsonStream:
    """Return the stream of a file that begins with an object. Raises UsageError."""
    stream = JsonStream(file, MOST_BYTES, "an export", exact=True)
    if stream.peek() == "{":
        return stream
    if stream.peek() in set('["-0123456789tfn'):
        stream.value()
        raise no_export()
    raise stream.broken(words.IT_DOES_NOT_BEGIN)


def one_record(name: str, found: Record, checked: Checked) -> Any:
    """Return a record of the file. Raises UsageError."""
    place = f"{name}, record {found.place}" if found.place else name
    if not found.place and name != "settings":
        refuse(name, words.NOT_A_LIST)
    if not found.sound:
        refuse(place, words.A_NUMBER_IN_IT_CANNOT)
    one: Any = record(KINDS[name], found.value, place)
    if name != "settings":
        checked.add(name, one)
    return one


def no_export() -> UsageError:
    """Return the refusal of JSON that is something else."""
    message = words.THIS_FILE_IS_NOT_AN_EXPORT
    return UsageError(message, words.MAKE_ONE_WITH_RECOVERPLAN)


MOST_OF_A_TEMPLATE = 1 << 20
T = TypeVar("T")


def read_template(content: bytes, name: str) -> Template:
    """Return the template of a file. Raises CouldNotError, which says what is wrong with it."""
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise refusal(name, template_words.NO_JSON) from None
    if not isinstance(document, dict) or document.get("schema") != TEMPLATE_SCHEMA:
        raise refusal(name, template_words.NO_SCHEMA)
    for field in document:
        if field not in ("schema", "hard_hours", "steps"):
            raise refusal(name, template_words.NOTHING_ELSE.format(field=shown(field)))
    return Template(
        read_list(TemplateHours, document, "hard_hours", name),
        read_list(TemplateStep, document, "steps", name),
    )


def read_list(kind: type[T], document: dict[str, Any], field: str, name: str) -> tuple[T, ...]:
    """Return the records of one kind. Raises CouldNotError."""
    listed = document.get(field, [])
    if not isinstance(listed, list) or len(listed) > MOST:
        raise refusal(name, template_words.TOO_MANY)
    try:
        return tuple(record(kind, each, f"{field} {at}") for at, each in enumerate(listed, 1))
    except UsageError as error:
        why = error.message.partition(": ")[2].rstrip(".")
        raise refusal(name, why) from None


def refusal(name: str, why: str) -> CouldNotError:
    """Return the sentence that says what is wrong with a file."""
    return CouldNotError(
        template_words.CANNOT.format(name=shown(name), why=why), template_words.CANNOT_HINT
    )
