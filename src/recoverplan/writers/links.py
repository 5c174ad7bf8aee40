"""Links that a phone acts on: a number to call, a message begun, an address. Never a web link."""

from __future__ import annotations

from urllib.parse import quote

from recoverplan.domain.card import CardLine
from recoverplan.domain.dialing import dialed, keyword_in
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple


class Link(NamedTuple):
    """What is said, and what tapping on it does; `target` None: nothing that could be dialed."""

    said: str
    target: str | None


def link(way: str, value: str, region: str, body: str = "") -> Link:
    """Return one way to reach somebody as "call 555-0114" and its link.

    Numbers are dialed in `region`, the person's, "" for none. A text begins with `body`, their
    opening words. What is neither number nor address ("Signal", a web address) stays as it was
    typed.
    """
    given = clean(value)
    if way == "call":
        return Link(f"call {given}", tel(given, region))
    if way == "text":
        return Link(f"text {given}", sms(given, region, clean(body)))
    if way == "email":
        return Link(f"email {given}", mailto(given))
    return Link(given, None)


def mailto(address: str) -> str | None:
    """Return a link that begins an email, None where there is no address."""
    if address.count("@") != 1 or " " in address:
        return None
    return f"mailto:{quote(address, safe='@.+-_')}"


def tel(number: str, region: str) -> str | None:
    """Return a link that calls a number (RFC 3966)."""
    found = dialed(number, region)
    return found and f"tel:{found.link}"


def sms(number: str, region: str, body: str = "") -> str | None:
    """Return a link that begins a text message; "HOME to 741741" is a word and a number.

    None for an extension, which no text reaches.
    """
    word, number = keyword_in(number)
    # What is no single word of capitals tells what to write: "your ZIP code to 435748".
    body = word if word.isupper() and word.isalpha() else body
    found = dialed(number, region)
    if found is None or found.extension:
        return None
    return f"sms:{found.number}" + (f"?body={quote(body, safe='')}" if body else "")


def square(way: str, number: str, region: str) -> str | None:
    """Return what a printed square holds: phones that read one know no ";ext=", but a pause."""
    if way == "text":
        return sms(number, region)
    found = dialed(number, region) if way == "call" else None
    return found and f"tel:{found.paused}"


def help_links(line: CardLine, region: str) -> list[Link]:
    """Return how to reach a help line, in pieces to say with spaces between: "call", "or", "text".

    Its number is left out where the label is the number.
    """
    label, call, text = clean(line.label), clean(line.call or ""), clean(line.text or "")
    if call and call == text:
        shown = [] if call == label else [Link(call, None)]
        links = [Link("call", tel(call, region)), Link("or", None), Link("text", sms(text, region))]
        return links + shown
    pieces = []
    if call:
        pieces.append(Link("call" if call == label else f"call {call}", tel(call, region)))
    if text:
        pieces += [Link("or", None)] if call else []
        pieces.append(Link(f"text {text}", sms(text, region)))
    return pieces or [Link(clean(line.other or ""), None)]
