"""A list of meetings in either format: told apart by its content, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any, BinaryIO, NamedTuple

from recoverplan.domain.listing import Listing
from recoverplan.errors import UsageError
from recoverplan.readers import bmlt, meeting_guide
from recoverplan.readers.json_stream import JsonStream, NotAListError
from recoverplan.readers.listing_fields import text
from recoverplan.readers.noted import Noted
from recoverplan.words import reading as words

MOST_BYTES = 512 << 20
LOOKED_AT = 2000  # records until it is known what a list is, and whether it needs a zone
READERS: dict[str, ModuleType] = {"bmlt": bmlt, "meeting-guide": meeting_guide}

NO_NAME = "no name"
NOTHING = words.NEITHER_A_NAME_NOR
TWICE = "listed twice"


class Look(NamedTuple):
    """What a list is, from its first records; `needs_zone`: times without a zone of their own."""

    kind: str
    needs_zone: bool


def look(file: BinaryIO) -> Look:
    """Return what a list is, and go back to the beginning. Raises UsageError for no such list."""
    kind: str | None = None
    needs_zone = False
    first: Any = None
    for record in JsonStream(file, MOST_BYTES).records():
        if record.place > LOOKED_AT or needs_zone:
            break
        first = record.value if record.place == 1 else first
        if not isinstance(record.value, dict):
            continue
        kind = kind or kind_of(record.value)
        if kind is not None:
            needs_zone = without_zone(record.value, kind)
    file.seek(0)
    if kind is None:
        raise NotAListError(other(first))
    return Look(kind, needs_zone)


def kind_of(record: dict[str, Any]) -> str | None:
    """Return the format of a list that has this record."""
    return next((kind for kind, reader in READERS.items() if reader.is_one(record)), None)


def without_zone(record: dict[str, Any], kind: str) -> bool:
    """Tell whether a record has a time and no zone of its own."""
    reader = READERS[kind]
    if not (reader.name(record) and reader.identity(record)):
        return False
    read: Listing = reader.listing(record, 1, None, Noted())
    return read.start is not None and read.zone is None


def other(first: Any) -> str:
    """Say what a list is that holds no meetings."""
    if first is None:
        return words.THE_LIST_IS_EMPTY
    if not isinstance(first, dict):
        kinds = {str: "texts", int: "numbers", float: "numbers", list: "lists"}
        return words.IT_IS_A_LIST_ALREADY.format(get=kinds.get(type(first), "something else"))
    if "key_string" in first:
        return words.IT_LOOKS_LIKE_BMLTS_BUT
    if "root_server_url" in first or "rootURL" in first:
        return words.IT_LOOKS_LIKE_BMLTS
    names = ", ".join(list(first)[:4])
    return words.IT_IS_A_LIST.format(names=names)[:200] if first else words.ITS_RECORDS_ARE_EMPTY


class ListReader:
    """Reads the rows of a list; counts what is skipped and what was assumed."""

    def __init__(self, file: BinaryIO, kind: str, zone: str | None) -> None:
        self.stream = JsonStream(file, MOST_BYTES)
        self.reader = READERS[kind]
        self.zone = zone
        self.rows = 0
        self.skipped = Noted()
        self.notes = Noted()

    def listings(self) -> Iterator[Listing]:
        """Yield a listing for each row that can be kept, each identity once.

        Raises UsageError for what is not JSON, and for a time whose zone nobody said.
        """
        seen: set[str] = set()
        reader = self.reader
        for place, value, sound in self.stream.records():
            self.rows = place
            if not sound or not isinstance(value, dict):
                self.skipped.add(words.NO_RECORD if sound else words.BAD_NUMBER, place)
                continue
            identity, name = reader.identity(value), reader.name(value)
            if not identity or not name:
                self.skipped.add(missing(identity, name), place, name or identity or "")
                continue
            if identity in seen:
                self.skipped.add(TWICE, place, name)
                continue
            seen.add(identity)
            listing: Listing = reader.listing(value, place, self.zone, self.notes)
            if listing.zone is None and listing.start is not None:
                raise zone_missing()
            yield listing

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """Return the names that the list itself gives its type codes, in English first."""
        formats = self.stream.beside.get("formats")
        found: dict[str, str] = {}
        for each in formats if isinstance(formats, list) else ():
            if not isinstance(each, dict):
                continue
            code = text(each.get("key_string"), 40)
            name = text(each.get("name_string"), 80)
            if code and name and (code not in found or each.get("lang") == "en"):
                found[code] = name
        return tuple(found.items())


def missing(identity: str | None, name: str | None) -> str:
    """Return why a row without a name or an identity is skipped."""
    if not identity and not name:
        return NOTHING
    return words.NO_IDENTITY if name else NO_NAME


def zone_missing() -> UsageError:
    """Return the refusal of a list whose times are in no zone that is known."""
    return UsageError(
        words.THE_TIMES_IN_THIS_LIST,
        words.SAY_IT_ONCE_ZONE,
    )
