"""A list of meetings in any format: told apart by its content, read row by row."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryFile
from types import ModuleType
from typing import IO, Any, BinaryIO, NamedTuple, cast

from recoverplan.domain.listing import Listing, Look
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import spelled_out
from recoverplan.readers import bmlt, meeting_guide
from recoverplan.readers.json_stream import CALL, JsonStream, NotAListError, Record, too_much
from recoverplan.readers.listing_fields import Kind, Noted
from recoverplan.words import reading as words
from recoverplan.words.files import COULD_NOT_BE_READ

PIECE = 1 << 20
STDIN = "-"


@contextmanager
def opened(typed: str, most_bytes: int, what: str) -> Iterator[BinaryIO]:
    """Open a file, or what comes on stdin (`-`) or through a pipe, which is kept for a while.

    Raises CouldNotError, and UsageError for more than `most_bytes` of `what`.
    """
    try:
        if typed == STDIN:
            with TemporaryFile() as kept:
                keep(getattr(sys.stdin, "buffer", sys.stdin), kept, most_bytes, what)
                yield cast("BinaryIO", kept)
            return
        with Path(spelled_out(typed)).open("rb") as file:
            if file.seekable():
                if os.fstat(file.fileno()).st_size > most_bytes:
                    raise too_much(most_bytes, what)
                yield file
                return
            with TemporaryFile() as kept:
                keep(file, kept, most_bytes, what)
                yield cast("BinaryIO", kept)
    except OSError as error:
        message = COULD_NOT_BE_READ.format(file=typed, said=error.strerror or error)
        raise CouldNotError(message) from error


def keep(stream: IO[Any], kept: IO[bytes], most_bytes: int, what: str) -> None:
    """Copy a stream that can be read only once, and go back to the beginning of the copy."""
    size = 0
    while piece := stream.read(PIECE):
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
        size += len(data)
        if size > most_bytes:
            raise too_much(most_bytes, what)
        kept.write(data)
    kept.seek(0)


MOST_BYTES = 512 << 20
LOOKED_AT = 2000  # records until it is known what a list is, and whether it needs a zone
READERS: dict[Kind, ModuleType] = {"bmlt": bmlt, "meeting-guide": meeting_guide}
V1 = {"startTime", "venueType", "formatIds"}  # of a meeting in the first API of BMLT's server

NO_NAME = "no name"
NOTHING = words.NEITHER_A_NAME_NOR
TWICE = "listed twice"
SAMPLED = 3


class Rows(NamedTuple):
    """What a file holds: its format, its records as they come, what stands beside them, and the
    columns that are read where it is a table."""

    kind: Kind
    records: Iterator[Record]
    beside: dict[str, Any]
    columns: list[str]


def look(file: BinaryIO, today: date, *, closely: bool) -> Look:
    """Return what a list is, and go back to the beginning. Raises UsageError for no such list.

    Its meetings are read where somebody will be shown them or asked about them: `closely`.
    """
    reader = ListReader(file, None, today)
    needs_zone, more, meetings = False, False, 0
    sample: list[Listing] = []
    for listing in reader.listings() if closely else ():
        meetings += 1
        needs_zone = needs_zone or (listing.zone is None and listing.start is not None)
        if len(sample) < SAMPLED:
            sample.append(listing)
        if reader.rows >= LOOKED_AT:
            more = True
            break
    file.seek(0)
    return Look(reader.kind, needs_zone, meetings, more, tuple(reader.columns), tuple(sample))


def rows_of(file: BinaryIO, today: date) -> Rows:
    """Return what a file holds, by how it begins. Raises UsageError for no such list."""
    start = file.read(512)
    file.seek(0)
    if start.startswith(b"PK\x03\x04"):
        return rows_of_spreadsheet(file)
    said = start.decode(json.detect_encoding(start), "replace").lstrip("\ufeff \t\r\n")
    if said[:15].casefold() == "begin:vcalendar":
        from recoverplan.readers import calendars

        return Rows("ics", numbered(calendars.records(file, today)), {}, [])
    called = CALL.match(said)
    if said[:1] in {"[", "{"} or (called is not None and said[called.end() :][:1] in {"[", "{"}):
        return rows_of_json(JsonStream(file, MOST_BYTES))
    from recoverplan.readers import list_columns

    table = list_columns.text_table(file)
    if table is None:
        file.seek(0)
        return rows_of_json(JsonStream(file, MOST_BYTES))  # which says what it looks like
    return Rows(
        table.kind, numbered(list_columns.records(table)), {}, list_columns.understood(table.head)
    )


def rows_of_spreadsheet(file: BinaryIO) -> Rows:
    """Return the rows of the first sheet that is a list. Raises UsageError."""
    from recoverplan.readers import list_columns, spreadsheet

    for sheet in spreadsheet.sheets(file):
        for _, row in zip(range(20), sheet, strict=False):
            if list_columns.is_head(cell.strip() for cell in row):
                head = list_columns.trimmed(row)
                table = list_columns.Table(list_columns.kind_of(head, "xlsx"), head, sheet)
                found = map(list_columns.of_spreadsheet, list_columns.records(table))
                return Rows(table.kind, numbered(found), {}, list_columns.understood(head))
    raise UsageError(words.NO_COLUMNS, words.COLUMNS_NEEDED)


def rows_of_json(stream: JsonStream) -> Rows:
    """Return the records of a JSON list; of a sheet's values, by the heads of its columns."""
    found = stream.records()
    first: list[Record] = []
    for record in found:
        first.append(record)
        value = record.value
        if type(value) is dict:
            kind = kind_of(unwrapped(value))
            if kind is not None:
                plain = not (value.keys() >= V1 or "fields" in value)
                every = chain(first, found)
                return Rows(kind, every if plain else map(unwrapped_in, every), stream.beside, [])
        elif type(value) is list and record.place == 1:
            from recoverplan.readers import list_columns

            head = tuple(str(cell).strip() for cell in value)
            if list_columns.is_head(head):
                rows = ([str(cell) for cell in each.value] for each in found if each.sound)
                table = list_columns.Table("sheet", head, rows)
                numbers = numbered(list_columns.records(table))
                return Rows(table.kind, numbers, stream.beside, list_columns.understood(head))
        if record.place > LOOKED_AT:
            break
    raise NotAListError(other(first[0].value if first else None))


def numbered(found: Iterator[dict[str, Any]]) -> Iterator[Record]:
    """Yield records with their places."""
    return map(Record, count(1), found, chain.from_iterable(iter(lambda: (True,), ())))


def unwrapped_in(record: Record) -> Record:
    """Return a record without what it is wrapped in."""
    value = record.value
    return record._replace(value=unwrapped(value)) if type(value) is dict else record


def unwrapped(value: dict[str, Any]) -> dict[str, Any]:
    """Return a meeting as its format has it: out of a record with fields, or of BMLT's API."""
    fields = value.get("fields")
    if type(fields) is dict:
        from recoverplan.readers.list_columns import field_of

        named = {field_of(str(name)) or name: each for name, each in fields.items()}
        return {"slug": value.get("id"), **named}
    return bmlt.of_api(value) if value.keys() >= V1 else value


def kind_of(record: dict[str, Any]) -> Kind | None:
    """Return the format of a list that has this record."""
    return next((kind for kind, reader in READERS.items() if reader.is_one(record)), None)


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

    def __init__(self, file: BinaryIO, zone: str | None, today: date) -> None:
        found = rows_of(file, today)
        self.kind, self.records, self.beside, self.columns = found
        self.reader = READERS.get(self.kind, meeting_guide)
        self.zone = zone
        self.rows = 0
        self.skipped = Noted()
        self.notes = Noted()

    def listings(self) -> Iterator[Listing]:
        """Yield a listing for each row that can be kept, each identity once.

        Its zone is None where nobody said it. Raises UsageError for what is not JSON.
        """
        seen: set[str] = set()
        reader = self.reader
        for place, value, sound in self.records:
            self.rows = place
            if not sound or not isinstance(value, dict):
                self.skipped.add(words.NO_RECORD if sound else words.A_NUMBER_IN_IT_CANNOT, place)
                continue
            identity, name = reader.identity(value), reader.name(value)
            if not identity or not name:
                self.skipped.add(missing(identity, name), place, name or identity or "")
                continue
            if identity in seen:
                self.skipped.add(TWICE, place, name)
                continue
            if "not_weekly" in value:
                self.skipped.add(value["not_weekly"], place, name)
                continue
            seen.add(identity)
            listing: Listing = reader.listing(value, identity, name, place, self.zone, self.notes)
            yield listing

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """Return the names that the list itself gives its type codes, in English first."""
        formats = self.beside.get("formats")
        every = formats if isinstance(formats, list) else ()
        return tuple(bmlt.format_names(each for each in every if isinstance(each, dict)).items())


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
