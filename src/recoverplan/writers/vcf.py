"""People as vCards (RFC 2426), by way of vobject, which escapes.

It does not fold all that is too long (it counts letters, not octets): lines are folded here.
Version 3.0 in UTF-8 is what iPhones and Androids, Outlook and Google all take; 4.0 is not. What a
number is for is said in the few words that all of them know.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recoverplan.domain.address_book import BookEntry
from recoverplan.domain.text import clean, clean_note

LONGEST_LINE = 75  # octets
UNFOLDED = 1 << 30
BOTH, CALLS, TEXTS = ["CELL", "VOICE"], ["VOICE"], ["CELL", "MSG"]


def vcf(entries: Iterable[BookEntry]) -> bytes:
    """Return the file: one card a person."""
    return "".join(card(entry) for entry in entries).encode("utf-8")


def card(entry: BookEntry) -> str:
    """Return one card. The whole name is the given name: which part is which, nobody was asked."""
    import vobject

    name = clean(entry.name)
    made = vobject.vCard()
    made.add("n").value = vobject.vcard.Name(given=name)
    made.add("fn").value = name
    made.add("uid").value = entry.uid
    if entry.call:
        add_number(made, entry.call, BOTH if entry.call == entry.text else CALLS)
    if entry.text and entry.text != entry.call:
        add_number(made, entry.text, TEXTS)
    if entry.email:
        email = made.add("email")
        email.value, email.type_param = clean(entry.email), "INTERNET"
    if entry.note:
        made.add("note").value = clean_note(entry.note)
    lines = str(made.serialize(lineLength=UNFOLDED)).split("\r\n")
    return "\r\n".join(map(folded, lines))


def add_number(made: Any, number: str, types: list[str]) -> None:
    """Add a number to a card."""
    line = made.add("tel")
    line.value, line.type_param = clean(number), types


def folded(line: str) -> str:
    """Return a line folded between letters, so that none of its parts is longer than allowed."""
    parts = [""]
    room = LONGEST_LINE
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if octets > room:
            parts.append("")
            room = LONGEST_LINE - 1  # the space that it begins with
        parts[-1] += letter
        room -= octets
    return "\r\n ".join(parts)
