"""What everything that the program gives must be, whatever text it was given: harmless.

No control, no escape sequence and nothing that reorders reaches a terminal; no cell is a formula;
a page has only the elements that it has with plain words; no line of a calendar or an address book
is one that a text brought.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import vcard_reader
from calendar_reader import properties
from page_reading import PageRead
from recoverplan.domain.text import TAKEN_OUT

OBEYED = {chr(code) for code in TAKEN_OUT} - {"\n"}
TAGS = frozenset(
    (
        "a", "b", "bdi", "body", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2",
        "head", "header", "html", "li", "main", "meta", "ol", "p", "path", "q", "rect",
        "section", "span", "style", "summary", "svg", "title", "ul",
    )
)  # fmt: skip
IN_CALENDAR = frozenset(
    (
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP",
        "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP", "TZID", "TZNAME", "TZOFFSETFROM",
        "TZOFFSETTO", "RRULE", "RDATE", "X-WR-CALNAME", "X-WR-", "TIMEZONE", "STATUS", "LOCATION",
        "RECURRENCE-ID", "TRIGGER", "ACTION", "DESCRIPTION", "SEQUENCE", "LAST-MODIFIED",
    )
)  # fmt: skip
PARTS = frozenset(("VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT", "VALARM"))
ON_CARDS = frozenset(("VERSION", "PRODID", "N", "FN", "TEL", "EMAIL", "UID", "NOTE", "CATEGORIES"))
READING = (
    "plan", "plan --gaps", "plan --risk 1", "plan --why", "card", "card --title", "now",
    "now --why", "today", "review", "review --month", "support", "care", "contact list",
    "contact show 1", "contact show 2", "contact ask 1", "risk list", "risk show 1", "risk map",
    "step list", "step show 1", "reason list", "reason show 1", "group list", "group show 1",
    "meeting list", "meeting show 1", "meeting show 3", "urge list", "urge show 1", "urge chart",
    "lapse list", "lapse show 1", "support list", "support show 1", "family page --all",
    "group find", "history", "lock status", "doctor", "export --json -",
)  # fmt: skip
NO_JSON = ("lock", "doctor", "export", "help")
ENDS = {0, 1, 2, 3}  # done, could not, wrong usage, no such thing


def look(run: Callable[..., Any], folder: Path, *, tampered: bool = False) -> int:
    """Read all that is kept, in each way that there is, and return how many readings there were.

    JSON tells what rows hold that were `tampered` with as they are, each control escaped.
    """
    seen = 0
    for line in READING:
        words = line.split()
        ways: list[tuple[str, ...]] = [("--plain", *words)]
        if words[0] not in NO_JSON:
            ways.append((*words, "--json"))
        for way in ways:
            done = run(*way)
            quiet(done, way)
            seen += done.code == 0
            if way[-1] == "--json" and done.code == 0 and not tampered:
                unmoved(json.loads(done.out), way)
    look_at_files(run, folder, tampered=tampered)
    return seen


def quiet(done: Any, line: Iterable[str]) -> None:
    """Hold one command to moving no terminal and to ending as commands end."""
    assert not OBEYED & set(done.out + done.err), line
    assert done.code in ENDS, (line, done.err)
    assert "Traceback" not in done.err


def unmoved(value: Any, line: Iterable[str]) -> None:
    """Hold the texts of a JSON document, unescaped, to the same; a note may have line ends."""
    if isinstance(value, str):
        assert not OBEYED & set(value), line
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            unmoved(one, line)


def look_at_files(run: Callable[..., Any], folder: Path, *, tampered: bool) -> None:
    """Write every file that holds what was typed, and read each as its own reader does."""
    folder.mkdir(exist_ok=True)
    for words in (("card",), ("plan",), ("family", "page", "--all")):
        path = folder / f"{words[0]}.html"
        page(written(run, path, *words, "--html", str(path), "--force").decode())
    path = folder / "plan.ics"
    calendar(written(run, path, "plan", "--titles", "full", "--ics", str(path), "--force"))
    path = folder / "people.vcf"
    book(written(run, path, "card", "--vcf", str(path), "--force"))
    assert run("export", "--csv", str(folder / "tables"), "--force").code == 0
    for table in (folder / "tables").iterdir():
        cells(table.read_text(encoding="utf-8"), tampered=tampered)


def written(run: Callable[..., Any], path: Path, *line: str) -> bytes:
    """Run a line that writes a file, and return that; nothing where it has nothing to write."""
    path.unlink(missing_ok=True)
    done = run(*line)
    quiet(done, line)
    assert done.code in {0, 1}, (line, done.err)
    return path.read_bytes() if done.code == 0 else b""


def page(text: str) -> None:
    """Hold a page to the elements and attributes that are the program's own."""
    assert not OBEYED & set(text)
    read = PageRead(text)
    assert read.tags <= TAGS, read.tags - TAGS
    assert not {name for name in read.attributes if name.startswith("on") or name == "src"}
    for target, _ in read.links:
        assert target.partition(":")[0] in {"tel", "sms", "mailto", "https"}, target


def calendar(content: bytes) -> None:
    """Hold a calendar to lines that a plan has, each event begun and ended once."""
    lines = properties(content) if content else []
    assert not OBEYED & set("".join(lines))
    for line in lines:
        name, _, value = line.partition(":")
        name = name.partition(";")[0]
        assert name in IN_CALENDAR, line
        assert name not in {"BEGIN", "END"} or value in PARTS, line


def book(content: bytes) -> None:
    """Hold an address book to what a card of the program's own has."""
    for card in vcard_reader.read(content):
        assert set(card) <= ON_CARDS, set(card) - ON_CARDS
        assert len(card["FN"]) == len(card["N"]) == 1


def cells(text: str, *, tampered: bool) -> None:
    """Hold a table to cells that no spreadsheet calculates."""
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            shown = normalize("NFKC", cell).strip()
            assert shown.isdecimal() or not shown.startswith(("=", "+", "-", "@")), cell
            assert tampered or not OBEYED & set(cell)
