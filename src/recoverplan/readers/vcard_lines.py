"""The properties of a vCard file, in bounded memory: 2.1, 3.0 and 4.0, as phones write them.

Lines end with CRLF, LF or CR; they are folded, or broken with the "=" of quoted-printable; the file
may begin with a byte order mark or be UTF-16. Properties that nobody asked for (photos of
megabytes) are passed over, never kept. What is no property is counted, and stops nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from recoverplan.errors import UsageError
from recoverplan.words import reading as words

MOST_BYTES = 512 << 20
PIECE = 1 << 16
LONGEST_LINE = 1 << 13  # bytes; of a longer line nothing after this is looked at
LONGEST_VALUE = 1 << 13
MOST_PARAMETERS = 64
MOST_PROPERTIES = 500_000  # of a file; photos of any size are one each

HEADER = re.compile(rb'(?:[^":]|"[^"]*")*')  # up to the first colon outside quotes
PIECES = re.compile(rb'(?:[^";]|"[^"]*"|")+')
NAME = re.compile(rb"(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)\Z")
SIXTEEN = {
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"B\0": "utf-16-le",
    b"\0B": "utf-16-be",
}


class Property(NamedTuple):
    """One property. `parameters` are pairs in capitals and as written; without a name: ("", …).

    `value` is as it stands in the file, unfolded; `cut`: it was longer than is read.
    """

    group: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    value: bytes
    cut: bool = False

    def parameter(self, name: str) -> str | None:
        """Return the first value of a parameter."""
        return next((value for given, value in self.parameters if given == name), None)

    @property
    def quoted_printable(self) -> bool:
        """Tell whether the value is in quoted-printable."""
        return any(
            value.upper() == "QUOTED-PRINTABLE"
            for name, value in self.parameters
            if name in {"", "ENCODING"}
        )


class PropertyReader:
    """Reads the properties that have one of the names `wanted`.

    `strange` counts lines that are neither a property nor a part of one.
    """

    def __init__(self, file: BinaryIO, wanted: frozenset[str]) -> None:
        self.file = file
        self.wanted = wanted
        self.strange = 0
        self.seen = 0
        # What is taken for a property even where a soft line break came before.
        names = "|".join(wanted).encode("ascii")
        self.begins = re.compile(rb"(?i)(?:[a-z0-9-]+\.)?(?:%b)[;:]" % names)
        self.keeps_space = False  # as version 2.1 folds

    def properties(self) -> Iterator[Property]:
        """Yield them in order. Raises UsageError for far too many."""
        current: Property | None = None
        soft = base64 = False  # the line before asks for the next; it may be base64
        for line, cut in lines(pieces(self.file)):
            folded = line[:1] in {b" ", b"\t"}
            if (folded and not soft) or (soft and not self.begins.match(line)):
                soft = soft and line.endswith(b"=")
                if current is not None:
                    rest = line if self.keeps_space or not folded else line[1:]
                    current = longer(current, rest, cut=cut)
                    soft = current.quoted_printable and line.endswith(b"=")
                continue
            if current is not None:
                yield current
            current, soft = None, False
            header = HEADER.match(line)
            end = header.end() if header else 0
            if line[end : end + 1] != b":":
                self.strange += bool(line.strip()) and not base64 and not cut
                continue
            head = line[:end].upper()
            soft = b"QUOTED-PRINTABLE" in head and line.endswith(b"=")
            base64 = b"BASE64" in head or b"ENCODING=B" in head
            current = self.property_of(line[:end], line[end + 1 :], cut=cut)
        if current is not None:
            yield current

    def property_of(self, head: bytes, value: bytes, *, cut: bool) -> Property | None:
        """Return the property of a line, None if nobody asked for it."""
        first, *rest = PIECES.findall(head)[: MOST_PARAMETERS + 1] or [b""]
        self.seen += 1
        if self.seen > MOST_PROPERTIES:
            raise too_much()
        named = NAME.match(first.strip())
        if named is None:
            self.strange += 1
            return None
        name = named[2].decode("ascii").upper()
        if name not in self.wanted:
            return None
        group = (named[1] or b"").decode("ascii").upper()
        return Property(group, name, tuple(map(parameter, rest)), value, cut)


def parameter(piece: bytes) -> tuple[str, str]:
    """Return a parameter as name and value: TYPE=CELL, and CELL alone, as 2.1 has it."""
    name, equals, value = piece.decode("utf-8", "replace").strip().partition("=")
    if not equals:
        return "", name
    return name.strip().upper(), value.strip().replace('"', "")


def longer(current: Property, rest: bytes, *, cut: bool) -> Property:
    """Return a property with one more line; of quoted-printable its soft break goes."""
    value = current.value
    if current.quoted_printable and value.endswith(b"="):
        value = value[:-1]
    if len(value) + len(rest) > LONGEST_VALUE:
        rest, cut = b"=" if rest.endswith(b"=") else b"", True
        value = value[:LONGEST_VALUE]
    return current._replace(value=value + rest, cut=current.cut or cut)


def lines(given: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each line without its end, and whether it was too long to keep whole."""
    tail = b""
    for piece in given:
        found = (tail + piece).splitlines(keepends=True)
        tail = b""
        # The last may go on; after CR perhaps LF follows.
        if found and not found[-1].endswith(b"\n"):
            tail = found.pop()
            if len(tail) > LONGEST_LINE + 1:
                end = b"\r" if tail.endswith(b"\r") else b""
                tail = tail[: LONGEST_LINE + 1] + end
        for line in found:
            yield bounded(line)
    if tail:
        yield bounded(tail)


def bounded(line: bytes) -> tuple[bytes, bool]:
    """Return a line without its end, cut where it is too long."""
    line = line.rstrip(b"\r\n")
    return line[:LONGEST_LINE], len(line) > LONGEST_LINE


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield the file in pieces, without a byte order mark; UTF-16 as UTF-8."""
    first = file.read(PIECE)
    size = len(first)
    sixteen = SIXTEEN.get(first[:2])
    decoder = codecs.getincrementaldecoder(sixteen)("replace") if sixteen else None
    piece = first.removeprefix(codecs.BOM_UTF8)
    while piece:
        if decoder is not None:
            piece = decoder.decode(piece).lstrip("\ufeff").encode("utf-8", "replace")
        yield piece
        piece = file.read(PIECE)
        size += len(piece)
        if size > MOST_BYTES:
            raise too_much()


def too_much() -> UsageError:
    """Return the refusal of a file that is larger than any phone's contacts."""
    return UsageError(
        words.THIS_FILE_IS_TOO,
        words.NOTHING_WAS_IMPORTED_SHARE,
    )
