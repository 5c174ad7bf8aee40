"""The properties of a vCard file, in bounded memory: 2.1, 3.0 and 4.0, as phones write them.

Lines end with CRLF, LF or CR; they are folded, or broken with the "=" of quoted-printable; the file
may begin with a byte order mark or be UTF-16. Properties that nobody asked for (photos of
megabytes) are passed over, never kept. What is no property is counted, and stops nothing.
"""

from __future__ import annotations

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from recoverplan.errors import UsageError
from recoverplan.words import reading as words

BROKEN = re.compile(rb"=(?![0-9A-Fa-f]{2})")
# The ones that phones used. Others that Python knows may be slow, or no text at all.
CODES = re.compile(
    r"(?i)(utf-?8|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp\d{3,4}|utf-?16(le|be)?"
    r"|shift[-_]?jis|sjis|euc-(jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|koi8-[ru]|macintosh)"
)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NOT_LAST = 101  # after PREF=100


def decoded(each: Property) -> tuple[str, bool]:
    """Return a value as text, and whether all of it could be read."""
    value, sound = each.value, True
    if each.quoted_printable:
        sound = not BROKEN.search(value)
        value = a2b_qp(value)
    said = (each.parameter("CHARSET") or "utf-8").strip()
    known = CODES.fullmatch(said) is not None
    for code in (said if known else "utf-8", "utf-8", "cp1252"):
        try:
            return value.decode(code), sound and known and code == said
        except (UnicodeError, LookupError):
            continue
    return value.decode("latin-1"), False


def unescaped(text: str, *, old: bool = False) -> str:
    """Return a text without its backslashes; 2.1 (`old`) has none but before ; and \\."""

    def meant(found: re.Match[str]) -> str:
        letter = found[1]
        if letter in "nN" and not old:
            return "\n"
        return letter if letter in (";\\" if old else ",;:\\") else found[0]

    return ESCAPE.sub(meant, text)


def joined_name(text: str, *, old: bool = False) -> str:
    """Return a name out of its parts: given, further and family name."""
    parts = re.split(r"(?<!\\)((?:\\\\)*);", text)
    # Backslashes that escape each other belong to the part before them.
    whole = [a + b for a, b in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    family, given, further = ([unescaped(part, old=old) for part in whole[:3]] + [""] * 3)[:3]
    return " ".join(part for part in (given, further, family) if part.strip())


def kinds_of(each: Property) -> frozenset[str]:
    """Return what a property is for, in small letters: cell, home, pref."""
    return frozenset(
        kind.strip().casefold()
        for name, value in each.parameters
        if name in {"", "TYPE"}
        for kind in value.split(",")
    )


def place_of_pref(each: Property) -> int:
    """Return how much a property is preferred: 1 the most, 101 where nothing is said."""
    said = each.parameter("PREF") or ""
    if said.isascii() and said.isdecimal() and len(said) < 4:
        return max(1, min(int(said), NOT_LAST))
    return 1 if "pref" in kinds_of(each) else NOT_LAST


def number_in(text: str) -> str:
    """Return the number of a tel: address as people write it; any other text as it is."""
    found = re.match(r"(?i)\s*(?:tel|sms|callto):(?://)?([^;?]*)(.*)", text, re.DOTALL)
    if found is None:
        return text
    extension = re.search(r"(?i);ext=([^;]*)", found[2])
    number = unquote(found[1])
    return f"{number} ext. {unquote(extension[1])}" if extension else number


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
