"""The rows of an XLSX file's first sheet that is a list, cell by cell, and no more than it may be.

Only the standard library's zip and expat: what a file says of its size is not believed, what comes
out is counted, and a document type (where entities could grow without end) is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO
from xml.parsers import expat

from recoverplan.errors import UsageError
from recoverplan.words import reading as words

MOST_BYTES = 256 << 20  # of one part, unpacked
MOST_TEXTS = 48 << 20  # characters of texts that cells share, and are in memory
MOST_CELL = 100_000
MOST_COLUMNS = 200
PIECE = 1 << 16
SHEET = re.compile(r"xl/worksheets/[\w-]+\.xml")
TEXTS = "xl/sharedStrings.xml"


# How a text is read aloud (in Japanese): it stands within the text, and is no part of it.
ALOUD = "rPh"


class Cells:
    """Collects what expat tells of a sheet: rows of texts, as they are ended."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.rows: list[list[str]] = []
        self.row: list[str] = []
        self.column = 0
        self.kind = ""
        self.said: list[str] = []
        self.inside = False

    def start(self, name: str, given: dict[str, str]) -> None:
        """Begin a row, a cell, or the text of one."""
        if name == "row":
            self.row = []
        elif name == "c":
            self.kind, self.said = given.get("t", "n"), []
            letters = re.match(r"[A-Z]{1,3}", given.get("r", ""))
            self.column = number_of(letters[0]) if letters else len(self.row)
        self.inside = name in {"v", "t"}

    def end(self, name: str) -> None:
        """End a row or a cell."""
        self.inside = False
        if name == "row":
            self.rows.append(self.row)
        elif name == "c" and self.column < MOST_COLUMNS:
            self.row += [""] * (self.column - len(self.row))
            self.row.append(self.value())

    def data(self, text: str) -> None:
        """Take a piece of the text of a cell."""
        if self.inside:
            self.said.append(text)

    def value(self) -> str:
        """Return the text of the cell that has ended."""
        said = "".join(self.said)[:MOST_CELL]
        if self.kind != "s":
            return said
        return self.texts[int(said)] if said.isdecimal() and int(said) < len(self.texts) else ""


class Texts:
    """Collects the texts that cells share, each from its pieces."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.said: list[str] = []
        self.inside = self.aloud = False
        self.length = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        """Begin a text, or a piece of one."""
        if name == "si":
            self.said = []
        self.aloud = self.aloud or name == ALOUD
        self.inside = name == "t" and not self.aloud

    def end(self, name: str) -> None:
        """End a text."""
        self.inside = False
        self.aloud = self.aloud and name != ALOUD
        if name == "si":
            self.texts.append("".join(self.said)[:MOST_CELL])

    def data(self, text: str) -> None:
        """Take a piece. Raises UsageError when they are too many."""
        if self.inside:
            self.length += len(text)
            if self.length > MOST_TEXTS:
                raise too_large()
            self.said.append(text)


def number_of(letters: str) -> int:
    """Return the number of a column, the first 0: "A", "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def sheets(file: BinaryIO) -> Iterator[Iterator[list[str]]]:
    """Yield the rows of each sheet. Raises UsageError for what is no spreadsheet, or too large."""
    with readable(), zipfile.ZipFile(file) as packed:
        # sheet2 comes before sheet10.
        names = sorted(
            filter(SHEET.fullmatch, packed.namelist()), key=lambda name: (len(name), name)
        )
        if not names:
            raise UsageError(words.NO_SPREADSHEET, words.NOTHING_WAS_IMPORTED)
        texts = Texts()
        if TEXTS in packed.namelist():
            for _ in parsed(packed, TEXTS, texts):
                pass
        for name in names[:20]:
            yield rows(packed, name, texts.texts)


@contextmanager
def readable() -> Iterator[None]:
    """Refuse what turns out to be no spreadsheet. Raises UsageError."""
    try:
        yield
    except (zipfile.BadZipFile, expat.ExpatError, RuntimeError, NotImplementedError, EOFError,
            OSError, ValueError, zlib.error) as error:  # fmt: skip
        raise UsageError(words.NO_SPREADSHEET, words.NOTHING_WAS_IMPORTED) from error


def rows(packed: zipfile.ZipFile, name: str, texts: list[str]) -> Iterator[list[str]]:
    """Yield the rows of one sheet. Raises UsageError."""
    cells = Cells(texts)
    with readable():  # a sheet is read while it is gone through, outside `sheets`
        for _ in parsed(packed, name, cells):
            yield from cells.rows
            cells.rows = []
        yield from cells.rows


def parsed(packed: zipfile.ZipFile, name: str, taking: Cells | Texts) -> Iterator[None]:
    """Read a part piece by piece into what takes it. Raises UsageError."""
    parser: Any = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, given: taking.start(tag.rpartition(" ")[2], given)
    parser.EndElementHandler = lambda tag: taking.end(tag.rpartition(" ")[2])
    parser.CharacterDataHandler = taking.data
    parser.StartDoctypeDeclHandler = refused
    size = 0
    with packed.open(name) as part:
        while piece := part.read(PIECE):
            size += len(piece)
            if size > MOST_BYTES:
                raise too_large()
            parser.Parse(piece, False)
            yield
    parser.Parse(b"", True)
    yield


def refused(*_: Any) -> None:
    """Refuse a document type."""
    raise UsageError(words.NO_SPREADSHEET, words.NOTHING_WAS_IMPORTED)


def too_large() -> UsageError:
    """Return the refusal of a spreadsheet that unpacks to more than a list could be."""
    return UsageError(words.TOO_LARGE_UNPACKED, words.NOTHING_WAS_IMPORTED)
