"""Long JSON lists read record by record, in chunks: the whole of it is never in memory.

The standard library's decoder does the work (a pure-Python parser takes twenty times as long). A
record that holds a number no program should keep is one bad record; what is not JSON, or is nested
without end, refuses the whole file.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO, NamedTuple

from recoverplan.errors import UsageError

CHUNK_BYTES = 1 << 20
MOST_RECORD = 4 << 20  # characters of one record
MOST_DIGITS = 18
SPACE = re.compile(r"[ \t\r\n]*")
SHOWN = 40  # characters of what stands there instead


class Record(NamedTuple):
    """One record of the list: its place (1 is the first), its value, whether it can be relied on.

    `sound` is False where a number in it is too long, infinite, or none at all.
    """

    place: int
    value: Any
    sound: bool


class NotAListError(UsageError):
    """The file is JSON, or begins like it, and is no list of records; `found` says what it is."""

    def __init__(self, found: str) -> None:
        super().__init__(f"This is not a list of meetings: {found}.", "Nothing was imported.")


class JsonStream:
    """Reads `[record, …]`, `{"meetings": [record, …], …}`, or an object of lists (`members`).

    The file is binary, `what` it should be is said where it is too long. `exact`: bytes that are no
    text refuse it, instead of being replaced. `beside` collects what stands beside "meetings".
    """

    def __init__(
        self, file: BinaryIO, most_bytes: int, what: str = "a meeting list", *, exact: bool = False
    ) -> None:
        self.file = file
        self.what = what
        self.most_bytes = most_bytes
        self.read_bytes = 0
        self.text = ""
        self.at = 0
        self.ended = False
        self.sound = True
        self.beside: dict[str, Any] = {}
        self.errors = "strict" if exact else "replace"
        self.bytes_to_text: codecs.IncrementalDecoder | None = None
        self.decoder = json.JSONDecoder(parse_int=self.whole, parse_constant=self.no_number)

    def whole(self, digits: str) -> int | None:
        """Return a whole number; one that is too long makes its record unsound."""
        if len(digits) <= MOST_DIGITS:
            return int(digits)
        self.sound = False
        return None

    def no_number(self, _: str) -> None:
        """Note that something in the record is no number (NaN, Infinity, 5,000 digits)."""
        self.sound = False

    def records(self) -> Iterator[Record]:
        """Yield the list's records. Raises UsageError for what is not JSON or no list."""
        first = self.peek()
        if first == "[":
            yield from self.elements()
        elif first == "{":
            yield from self.inside_object()
        else:
            raise NotAListError(self.looks_like())
        if self.peek():
            raise self.broken("something follows where the list has ended")

    def inside_object(self) -> Iterator[Record]:
        """Yield the records of "meetings" in an object, and keep what stands beside them."""
        listed = False
        for name, found in self.members(("meetings",)):
            if found is None:
                listed = True
            elif name != "meetings" or found.place == 0:
                self.beside[name] = found.value
            else:
                yield found
        if not listed and not self.beside:
            raise NotAListError("an empty object")
        if not listed:
            names = ", ".join(list(self.beside)[:3])
            raise NotAListError(f"an object with {names}, and no meetings"[:200])

    def members(self, listed: Collection[str]) -> Iterator[tuple[str, Record | None]]:
        """Yield what is in the object that begins here: a name and its value, place 0.

        A list under one of the names `listed` comes as None, where it begins, and its elements.
        """
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return
        while True:
            name = self.value()
            if not isinstance(name, str) or self.peek() != ":":
                raise self.broken("a name is missing in the object")
            self.at += 1
            if self.peek() == "[" and name in listed:
                yield name, None
                for element in self.elements():
                    yield name, element
            else:
                value = self.value()
                yield name, Record(0, value, self.sound)
            if self.more("}"):
                return

    def elements(self) -> Iterator[Record]:
        """Yield the elements of the array that begins here."""
        self.at += 1
        if self.peek() == "]":
            self.at += 1
            return
        place = 0
        while True:
            place += 1
            self.peek()
            value = self.value(place)
            yield Record(place, value, self.sound)
            if self.more("]"):
                return

    def more(self, closing: str) -> bool:
        """Step over a comma, or over `closing`: then there is nothing more, which is True."""
        mark = self.peek()
        if mark not in {",", closing}:
            raise self.broken("it breaks off" if not mark else "a comma is missing")
        self.at += 1
        if mark == ",":
            self.peek()
        return mark == closing

    def value(self, place: int = 0) -> Any:
        """Return the value that begins here, reading on until it is whole."""
        while True:
            self.sound = True
            try:
                value, end = self.decoder.raw_decode(self.text, self.at)
            except json.JSONDecodeError:
                if self.ended:
                    raise self.broken("something is wrong", place) from None
            except RecursionError:
                raise self.broken("it is nested too deeply", place) from None
            else:
                # A number at the end of the text may go on.
                if end < len(self.text) or self.ended:
                    self.at = end
                    return value
            if len(self.text) - self.at > MOST_RECORD:
                raise self.broken("more than 4 MB, or not JSON", place)
            # Doubled, so that a long record is not tried again and again.
            self.fill(max(CHUNK_BYTES, len(self.text) - self.at))

    def peek(self) -> str:
        """Step over white space and return the next character, "" at the end."""
        while True:
            match = SPACE.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if self.ended:
                return ""
            self.fill(CHUNK_BYTES)

    def fill(self, size: int) -> None:
        """Read on, forgetting what has been used."""
        chunk = self.file.read(size)
        self.read_bytes += len(chunk)
        if self.read_bytes > self.most_bytes:
            message = f"This is more than {self.most_bytes >> 20} MB: too much for {self.what}."
            raise UsageError(message, "Nothing was imported.")
        self.ended = not chunk
        if self.bytes_to_text is None:  # some shells write what a program prints as UTF-16
            encoding = json.detect_encoding(chunk)
            encoding = "utf-8-sig" if encoding == "utf-8" else encoding
            self.bytes_to_text = codecs.getincrementaldecoder(encoding)(errors=self.errors)
        try:
            text = self.bytes_to_text.decode(chunk, final=self.ended)
        except UnicodeDecodeError:
            raise self.broken("some of it is no text") from None
        self.text = self.text[self.at :] + text
        self.at = 0

    def broken(self, why: str, place: int = 0) -> UsageError:
        """Return the refusal of what is not JSON, naming the record where it is in one."""
        said = f"{why} in record {place}" if place else why
        message = f"This file is not JSON that can be read: {said}."
        return UsageError(message, "Nothing was imported.")

    def looks_like(self) -> str:
        """Say what the file looks like instead of JSON."""
        start = self.text[self.at : self.at + 400].lstrip().casefold()
        if not start:
            return "it is empty"
        for beginning, name in (
            ("begin:vcalendar", "it looks like a calendar"),
            ("begin:vcard", "it looks like contacts (vCard)"),
            ("<?xml", "it looks like XML"),
            ("<", "it looks like a web page"),
            ("pk\x03\x04", "it looks like a zip archive or a spreadsheet"),
            ("%pdf", "it looks like a PDF"),
            ('"', "it looks like a single text, or a table (CSV)"),
        ):
            if start.startswith(beginning):
                return name
        line = start.split("\n", 1)[0]
        if line.count(",") >= 2 or line.count("\t") >= 2 or line.count(";") >= 2:
            return "it looks like a table (CSV)"
        return f'it begins with "{line[:SHOWN]}"'
