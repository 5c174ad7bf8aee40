"""Lists that are tables: what a column is called, and from its row to a record of Meeting Guide.

A sheet, a CSV file, a spreadsheet and a table pasted as text have the same columns.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, BinaryIO, NamedTuple

from recoverplan.domain.naming import folded
from recoverplan.domain.rhythm import without_accents
from recoverplan.errors import UsageError
from recoverplan.readers import bmlt
from recoverplan.readers.json_stream import NOT_UTF_8
from recoverplan.readers.listing_fields import Kind
from recoverplan.words import reading as words

# The fields of Meeting Guide, and what else programs and people call them.
COLUMNS = {
    "slug": "id|identifier|key|uid",
    "name": "meeting|meeting name|title|group name|nombre|nom|bezeichnung|gruppe|groupe|grupo"
    "|reunion",
    "day": "days|weekday|day of week|dia|dias|jour|jours|tag|tage|wochentag",
    "time": "start time|start|starts|begins|time start|hora|horario|inicio|heure"
    "|debut|uhrzeit|zeit|beginn|von",
    "end_time": "end|ends|time end|fin|ende|bis",
    "duration": "length|minutes|duracion|duree|dauer",
    "location": "venue|place|location name|where|lugar|lieu|ort",
    "formatted_address": "full address",
    "address": "street|street address|direccion|domicilio|adresse|anschrift|strasse",
    "city": "town|municipality|ciudad|ville|stadt",
    "state": "province", "postal_code": "postal code|zip|zip code|postcode|plz", "country": "",
    "region": "area", "sub_region": "", "sub_sub_region": "", "regions": "",
    "types": "type|type codes|meeting type|meeting types|formats|format|tipo|tipos|art|typ",
    "languages": "language|idioma|langue|sprache",
    "notes": "note|comments|description|details|notas|observaciones|remarques|commentaires"
    "|bemerkungen|hinweise|anmerkungen",
    "location_notes": "directions|entrance", "group": "home group", "group_notes": "",
    "conference_url": "online link|meeting link|link|zoom link|zoom|zoom url|online url|enlace"
    "|lien",
    "conference_url_notes": "passcode|zoom password|password|online notes",
    "conference_phone": "dial in|dial-in|phone in|conference number",
    "conference_phone_notes": "pin",
    "timezone": "time zone|tz|zone|zona horaria|fuseau horaire|zeitzone",
    "latitude": "lat|latitud", "longitude": "lng|lon|long|longitud",
    "coordinates": "", "approximate": "", "attendance_option": "attendance",
    "updated": "last updated|last modified|modified", "url": "web page|page|meeting page",
    "website": "web site", "phone": "telephone|telefono|telefon", "email": "", "published": "",
    "contact_1_name": "contact|contact name", "contact_1_phone": "contact phone",
    "contact_1_email": "contact email",
}  # fmt: skip
CALLED = {name: field for field, more in COLUMNS.items() for name in (field, *more.split("|"))}
NEEDED = {"name", "time", "day"}
ENOUGH = 3  # columns that are known
MOST_LINE = 4 << 20  # characters of one line
DELIMITERS = ",;\t|"
APART = re.compile(r"\t+| {2,}")


class Table(NamedTuple):
    """A table: its kind, the fields of its columns (None: not known), its rows as they come."""

    kind: Kind
    head: tuple[str, ...]
    rows: Iterator[list[str]]


def field_of(head: str) -> str | None:
    """Return the field that a column is, by its head."""
    said = " ".join(re.sub(r"[_\W]+", " ", without_accents(head)).split())
    return CALLED.get(said.replace(" ", "_")) or CALLED.get(said)


def is_head(cells: Iterable[str]) -> bool:
    """Tell whether a row names the columns of a list of meetings."""
    cells = list(cells)
    if set(cells) >= bmlt.NAWS_KNOWN or "id_bigint" in cells:
        return True
    found = {field_of(cell) for cell in cells if cell}
    return len(found & NEEDED) >= 2 and len(found - {None}) >= ENOUGH


def understood(head: Iterable[str]) -> list[str]:
    """Return the columns that are read, as their list calls them."""
    return [cell for cell in head if cell and (field_of(cell) or bmlt.NAWS_KNOWN & {cell})]


def records(table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as records; empty ones are left out."""
    if set(table.head) >= bmlt.NAWS_KNOWN:
        yield from filter(None, map(bmlt.record, pairs(table, table.head)))
    elif "id_bigint" in table.head:  # BMLT's own columns
        yield from pairs(table, table.head)
    else:
        fields = tuple(field_of(cell) or "" for cell in table.head)
        known = "slug" in fields
        for found in pairs(table, fields):
            yield found if known else {**found, "slug": identity(found)}


def of_spreadsheet(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record whose times and dates a spreadsheet may have kept as numbers of days."""
    for field in ("time", "end_time"):
        said = record.get(field, "")
        if re.fullmatch(r"0?\.\d+|0|1(?:\.0*)?|\d(?:\.\d+)?[Ee]-\d{1,3}", said):
            minutes = round(float(said) * 1440)
            record[field] = f"{minutes // 60:02}:{minutes % 60:02}"
    said = record.get("updated", "")
    if re.fullmatch(r"[3-6]\d{4}(?:\.\d+)?", said):
        record["updated"] = (date(1899, 12, 30) + timedelta(days=int(float(said)))).isoformat()
    return record


def pairs(table: Table, fields: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield each row that has something in it, by the fields of its columns; the first one wins."""
    for row in table.rows:
        found: dict[str, Any] = {}
        for field, cell in zip(fields, row, strict=False):
            said = cell.strip()
            if field and said and field not in found:
                found[field] = said
        if found:
            yield found


def identity(found: dict[str, Any]) -> str:
    """Return what tells a row from others where the table has no column for it."""
    parts = ("name", "day", "time", "location", "address", "formatted_address", "conference_url")
    return " ".join(folded(str(found.get(part, ""))) for part in parts).strip()[:200]


def text_table(file: BinaryIO) -> Table | None:
    """Return the table of a text, told by its head, which may stand below a few other lines.

    None where no line is one. Raises UsageError for a line without end.
    """
    written = lines(file)
    for _, line in zip(range(20), written, strict=False):
        mark = max(DELIMITERS, key=line.count)
        if line.count(mark):
            head = next(csv.reader([line], delimiter=mark), [])
            if is_head(cell.strip() for cell in head):
                kind: Kind = "csv" if mark in ",;" else "text"
                rows = cells(written, mark)
                return Table(kind_of(head, kind), trimmed(head), rows)
        head = APART.split(line.strip())
        if is_head(head):
            return Table("text", trimmed(head), (APART.split(each.strip()) for each in written))
    return None


def kind_of(head: Iterable[str], kind: Kind) -> Kind:
    """Return the format that the columns of a table are of."""
    cells = set(head)
    return "naws" if cells >= bmlt.NAWS_KNOWN else "bmlt" if "id_bigint" in cells else kind


def trimmed(head: Iterable[str]) -> tuple[str, ...]:
    """Return the heads of columns without space around them."""
    return tuple(cell.strip() for cell in head)


def cells(written: Iterator[str], mark: str) -> Iterator[list[str]]:
    """Yield the rows of what is separated by `mark`. Raises UsageError for a cell without end."""
    reader = csv.reader(written, delimiter=mark)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            raise too_long() from None
        if row is None:
            return
        if not all(re.fullmatch(r":?-*:?", cell.strip()) for cell in row):  # a ruled line
            yield row


def lines(file: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text in whatever encoding such files have. Raises UsageError."""
    start = file.read(4)
    file.seek(0)
    encoding = "utf-16" if start[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else "utf-8-sig"
    text = io.TextIOWrapper(file, encoding, NOT_UTF_8, newline="")
    try:
        while line := text.readline(MOST_LINE):
            if len(line) >= MOST_LINE:
                raise too_long()
            yield line.replace("\0", "")
    finally:
        with suppress(ValueError):  # it is closed already
            text.detach()  # which would close the file


def too_long() -> UsageError:
    """Return the refusal of a table with a cell or a line without end."""
    return UsageError(words.A_CELL_WITHOUT_END, words.NOTHING_WAS_IMPORTED)
