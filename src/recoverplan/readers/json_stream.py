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
from recoverplan.words import reading as words

CHUNK_BYTES = 1 << 20
MOST_RECORD = 4 << 20  # characters of one record
MOST_DIGITS = 18
SPACE = re.compile(r"[ \t\r\n]*")
NEXT = re.compile(r"[ \t\r\n]*,[ \t\r\n]*(?=[^ \t\r\n])")
CALL = re.compile(r"(?:/\*\*/)?\s*[A-Za-z_$][\w$.]{0,80}\s*\(")  # JSON for a script: call([…]);
DEEPEST = 3  # objects about a list
LISTS = ("meetings", "data", "records", "values", "results", "items")
SHOWN = 40  # characters of what stands there instead


def as_windows(error: UnicodeError) -> tuple[str, int]:
    """Return bytes that are no UTF-8 as Windows writes letters, as old programs still do."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    encoding = "cp1252" if error.encoding.startswith("utf-8") else error.encoding
    return error.object[error.start : error.end].decode(encoding, "replace"), error.end


def too_much(most_bytes: int, what: str) -> UsageError:
    """Return the refusal of what is too long."""
    message = words.THIS_IS_MORE_THAN_MB.format(said=most_bytes >> 20, what=what)
    return UsageError(message, words.NOTHING_WAS_IMPORTED)


NOT_UTF_8 = "as-windows"
codecs.register_error(NOT_UTF_8, as_windows)


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
        super().__init__(words.THIS_IS_NOT_A_LIST.format(found=found), words.WHAT_CAN_BE_READ)


class JsonStream:
    """Reads `[record, …]`, `{"meetings": [record, …], …}`, records one after the other, or an
    object of lists (`members`); the first two also in a call: `name([…]);`.

    The file is binary, `what` it should be is said where it is too long. `exact`: bytes that are no
    text refuse it, instead of being replaced. `beside` collects what stands beside "meetings".
    """

    def __init__(
        self,
        file: BinaryIO,
        most_bytes: int,
        what: str = words.A_MEETING_LIST,
        *,
        exact: bool = False,
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
        self.errors = "strict" if exact else NOT_UTF_8
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
        called = CALL.match(self.text, self.at) if first not in {"[", "{"} else None
        if called is not None:
            self.at = called.end()
            first = self.peek()
        if first == "[":
            yield from self.elements()
        elif first == "{":
            yield from self.inside_object()
        else:
            raise NotAListError(self.looks_like())
        for mark in (")", ";") if called is not None else ():
            self.at += self.peek() == mark
        if self.peek():
            raise self.broken(words.SOMETHING_FOLLOWS_WHERE_THE_LIST)

    def inside_object(self) -> Iterator[Record]:
        """Yield the records of the list in an object, and keep what stands beside them.

        An object after which another follows is itself a record.
        """
        listed = None
        for name, found in self.members(LISTS):
            if found is None:
                listed = listed or name
            elif name != listed or found.place == 0:
                self.beside[name] = found.value
            else:
                yield found
        if not listed and self.peek() == "{":
            yield from self.one_by_one()
        elif not listed and not self.beside:
            raise NotAListError(words.AN_EMPTY_OBJECT)
        elif not listed:
            names = ", ".join(list(self.beside)[:3])
            raise NotAListError(words.AN_OBJECT_WITH_AND_NO_MEETINGS.format(names=names)[:200])

    def one_by_one(self) -> Iterator[Record]:
        """Yield the records of which each is a line: the first has been read as what is beside."""
        yield Record(1, self.beside, sound=True)
        self.beside = {}
        place = 1
        while self.peek():
            place += 1
            value = self.value(place)
            yield Record(place, value, self.sound)

    def members(
        self, listed: Collection[str], deep: int = 0
    ) -> Iterator[tuple[str, Record | None]]:
        """Yield what is in the object that begins here: a name and its value, place 0.

        A list under one of the names `listed` comes as None, where it begins, and its elements. An
        object there is looked into: `{"data": {"meetings": […]}}`.
        """
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return
        while True:
            name = self.value()
            if not isinstance(name, str) or self.peek() != ":":
                raise self.broken(words.A_NAME_IS_MISSING)
            self.at += 1
            if self.peek() == "[" and name in listed:
                yield name, None
                for element in self.elements():
                    yield name, element
            elif deep < DEEPEST and self.peek() == "{" and name in listed:
                yield from self.members(listed, deep + 1)
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
            value = self.value(place)
            yield Record(place, value, self.sound)
            following = NEXT.match(self.text, self.at)
            if following is not None:  # as nearly always: what follows is there already
                self.at = following.end()
            elif self.more("]"):
                return

    def more(self, closing: str) -> bool:
        """Step over a comma, or over `closing`: then there is nothing more, which is True."""
        mark = self.peek()
        if mark not in {",", closing}:
            raise self.broken(words.IT_BREAKS_OFF if not mark else words.A_COMMA_IS_MISSING)
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
                    raise self.broken(words.SOMETHING_IS_WRONG, place) from None
            except RecursionError:
                raise self.broken(words.IT_IS_NESTED_TOO, place) from None
            else:
                # A number at the end of the text may go on.
                if end < len(self.text) or self.ended:
                    self.at = end
                    return value
            if len(self.text) - self.at > MOST_RECORD:
                raise self.broken(words.MORE_THAN_MB_OR_NOT_JSON, place)
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
            raise too_much(self.most_bytes, self.what)
        self.ended = not chunk
        if self.bytes_to_text is None:  # some shells write what a program prints as UTF-16
            encoding = json.detect_encoding(chunk)
            encoding = "utf-8-sig" if encoding == "utf-8" else encoding
            self.bytes_to_text = codecs.getincrementaldecoder(encoding)(errors=self.errors)
        try:
            text = self.bytes_to_text.decode(chunk, final=self.ended)
        except UnicodeDecodeError:
            raise self.broken(words.SOME_OF_IT_IS_NO_TEXT) from None
        self.text = self.text[self.at :] + text
        self.at = 0

    def broken(self, why: str, place: int = 0) -> UsageError:
        """Return the refusal of what is not JSON, naming the record where it is in one."""
        said = f"{why} in record {place}" if place else why
        message = words.THIS_FILE_IS_NOT_JSON.format(said=said)
        return UsageError(message, words.NOTHING_WAS_IMPORTED)

    def looks_like(self) -> str:
        """Say what the file looks like instead of JSON."""
        start = self.text[self.at : self.at + 400].lstrip().casefold()
        if not start:
            return words.IT_IS_EMPTY
        for beginning, name in (
            ("begin:vcalendar", words.IT_LOOKS_LIKE_A_CALENDAR),
            ("begin:vcard", words.IT_LOOKS_LIKE_CONTACTS),
            ("<?xml", words.IT_LOOKS_LIKE_XML),
            ("<", words.IT_LOOKS_LIKE_A_WEB),
            ("pk\x03\x04", words.IT_LOOKS_LIKE_A_ZIP),
            ("\xd0\xcf\x11", words.IT_LOOKS_LIKE_AN_OLD),
            ("%pdf", words.IT_LOOKS_LIKE_A_PDF),
            ('"', words.IT_LOOKS_LIKE_A_SINGLE),
        ):
            if start.startswith(beginning):
                return name
        line = start.split("\n", 1)[0]
        if line.count(",") >= 2 or line.count("\t") >= 2 or line.count(";") >= 2:
            return words.IT_LOOKS_LIKE_A_TABLE
        return words.IT_BEGINS_WITH.format(line=line[:SHOWN])
