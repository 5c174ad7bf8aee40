"""A small strict reader of vCard 3.0, written from RFC 2425/2426's grammar; it shares no code.

It refuses whatever the grammar does not allow: a line that is too long or ends otherwise, a letter
broken by folding, an escape that is none, a property that is none.
"""

from __future__ import annotations

import re

NAME = r"[A-Za-z0-9-]+"
SAFE = r"[^\x00-\x1f\x7f\";:,]*"
QUOTED = r"\"[^\x00-\x1f\x7f\"]*\""
PARAMETER = rf";{NAME}=(?:{QUOTED}|{SAFE})(?:,(?:{QUOTED}|{SAFE}))*"
LINE = re.compile(rf"(?:{NAME}\.)?({NAME})((?:{PARAMETER})*):([^\x00-\x08\x0a-\x1f\x7f]*)")
TYPES = re.compile(rf";TYPE=({SAFE}(?:,{SAFE})*)", re.IGNORECASE)

Card = dict[str, list[tuple[frozenset[str], str]]]


def read(content: bytes) -> list[Card]:
    """Return the cards: for each property its types and its value, unescaped. Raises ValueError."""
    cards: list[Card] = []
    card: Card | None = None
    for text in unfolded(content):
        found = LINE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        name, parameters, value = found.groups()
        if (name, value) == ("BEGIN", "VCARD"):
            if card is not None:
                raise ValueError("a card within a card")
            card = {}
        elif card is None:
            raise ValueError(text)
        elif (name, value) == ("END", "VCARD"):
            if not {"VERSION", "FN", "N"} <= set(card):
                raise ValueError("what every card must have")
            cards.append(card)
            card = None
        else:
            types = frozenset(",".join(TYPES.findall(parameters)).split(",")) - {""}
            card.setdefault(name, []).append((types, value))
    if card is not None:
        raise ValueError("no end")
    return cards


def unfolded(content: bytes) -> list[str]:
    """Return the lines, unfolded. Raises ValueError."""
    lines = content.split(b"\r\n")
    if lines.pop() != b"" or any(len(line) > 75 for line in lines):
        raise ValueError("lines")
    found: list[str] = []
    for line in lines:
        text = line.decode("utf-8")
        if text.startswith((" ", "\t")):
            found[-1] += text[1:]
        else:
            found.append(text)
    return found


def text(value: str) -> str:
    """Return a text value without its escapes. Raises ValueError for one that is none."""
    if re.search(r"(?<!\\)(?:\\\\)*[,;]", value) or not re.fullmatch(
        r"(?:[^\\]|\\[\\,;nN])*", value
    ):
        raise ValueError(value)
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)


def parts(value: str) -> list[str]:
    """Return the parts of a structured value."""
    found, kept, escaped = [], "", False
    for letter in value:
        if letter == ";" and not escaped:
            found.append(kept)
            kept = ""
            continue
        kept += letter
        escaped = letter == "\\" and not escaped
    return [text(each) for each in (*found, kept)]
