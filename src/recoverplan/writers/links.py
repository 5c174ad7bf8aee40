"""Links that a phone acts on: a number to call, a message begun, an address. Never a web link."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from recoverplan.domain.card import CardLine
from recoverplan.domain.text import clean

KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


class Link(NamedTuple):
    """What is said, and what tapping on it does; `target` None: nothing that could be dialled."""

    said: str
    target: str | None


def link(way: str, value: str, body: str = "") -> Link:
    """Return one way to reach somebody as "call 555-0114" and its link.

    A text begins with `body`, the person's opening words. What is neither number nor address
    ("Signal", a web address) stays as it was typed.
    """
    given = clean(value)
    if way == "call":
        return Link(f"call {given}", tel(given))
    if way == "text":
        return Link(f"text {given}", sms(given, clean(body)))
    if way == "email":
        return Link(f"email {given}", mailto(given))
    return Link(given, None)


def mailto(address: str) -> str | None:
    """Return a link that begins an email, None where there is no address."""
    if address.count("@") != 1 or " " in address:
        return None
    return f"mailto:{quote(address, safe='@.+-_')}"


def dialled(number: str) -> str | None:
    """Return what a phone dials for a number as written: "+44 (0)20 …" loses its (0).

    Anything after the number ("then press 1", "ext 12") is left to the person. None where there is
    no number.
    """
    plus = "+" if number.strip().startswith("+") else ""
    start = number.replace("(0)", "") if plus else number
    kept = ""
    for character in start.partition("EXT")[0]:
        if character in "0123456789":
            kept += character
        elif character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" and kept:
            kept += character.translate(KEYS)
        elif character.isalpha() or character in ",;#*":
            break  # "ext 12", "then press 1"
    return plus + kept if len(kept) >= 2 else None


def tel(number: str) -> str | None:
    """Return a link that calls a number."""
    digits = dialled(number)
    return digits and f"tel:{digits}"


def sms(number: str, body: str = "") -> str | None:
    """Return a link that begins a text message; "HOME to 741741" is a word and a number."""
    word, _, rest = number.partition(" to ")
    if rest:
        number = rest.split()[0]
        # What is no single word of capitals tells what to write: "your ZIP code to 435748".
        body = word if word.isupper() and word.isalpha() else body
    digits = dialled(number)
    if digits is None:
        return None
    return f"sms:{digits}" + (f"?body={quote(body, safe='')}" if body else "")


def help_links(line: CardLine) -> list[Link]:
    """Return how to reach a help line, in pieces to say with spaces between: "call", "or", "text".

    Its number is left out where the label is the number.
    """
    label, call, text = clean(line.label), clean(line.call or ""), clean(line.text or "")
    if call and call == text:
        shown = [] if call == label else [Link(call, None)]
        return [Link("call", tel(call)), Link("or", None), Link("text", sms(text)), *shown]
    pieces = []
    if call:
        pieces.append(Link("call" if call == label else f"call {call}", tel(call)))
    if text:
        pieces += [Link("or", None)] if call else []
        pieces.append(Link(f"text {text}", sms(text)))
    return pieces or [Link(clean(line.other or ""), None)]
