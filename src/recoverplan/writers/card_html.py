"""The card as one page: numbers to tap on a phone, and on paper panels of 85.6 × 54 mm to fold.

Everything is in the page itself; its policy lets it load and run nothing. On paper the panels stand
below each other in one frame: cut it out, fold along the dashed lines, and it is the size of a
bank card.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import cells, clean
from recoverplan.words import card as words
from recoverplan.writers.card_words import help_ways, how, name_of
from recoverplan.writers.wording import capital

PANEL_LINES = 10  # of the printed size, on one panel
LINE_CELLS = 42  # characters of the printed size in one line, rather too few than too many

STYLE = """
:root { color-scheme: light dark; --ink: #1d2529; --paper: #fff; --soft: #56636a;
  --line: #c9d2d6; --touch: #0b5c6b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eef0; --paper: #14191c; --soft: #a3b1b8; --line: #3a464c; --touch: #7fd3e3; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 27rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 1.15rem; margin: 0 0 .75rem; }
ul, ol { margin: 0; padding: 0; list-style: none; }
.panel + .panel { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.person { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .7em;
  padding: .3rem 0; }
a { color: var(--touch); font-weight: 600; display: inline-block; padding: .55rem .8rem;
  border: 1px solid var(--line); border-radius: .6rem; text-decoration: none; }
.hours { color: var(--soft); }
q { flex-basis: 100%; color: var(--soft); }
ol { counter-reset: step; }
ol li { counter-increment: step; padding: .2rem 0 .2rem 1.6em; text-indent: -1.6em; }
ol li::before { content: counter(step); display: inline-block; width: 1.6em; text-indent: 0;
  font-weight: 600; }
.lines { margin-top: 1rem; }
.lines li { padding: .25rem 0; }
.month { color: var(--soft); font-size: .85em; margin: .5rem 0 0; }
.blank { border-bottom: 1px solid var(--soft); height: 2.2em; }
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #000; --line: #888;
    --touch: #000; }
  body { padding: 0; font-size: 8.5pt; line-height: 1.28; }
  main { width: 85.6mm; max-width: none; margin: 0; outline: .2mm solid #000; }
  .panel { width: 100%; min-height: 54mm; padding: 3.5mm 4mm; break-inside: avoid; }
  .panel + .panel { margin: 0; padding-top: 3.5mm; border-top: .2mm dashed #888; }
  main, .panel { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h1 { font-size: 9pt; margin: 0 0 1mm; }
  .person { display: block; padding: 0 0 .8mm; }
  .person > * { margin-right: .5em; }
  ol li, .lines li { padding-top: 0; padding-bottom: 0; }
  a { display: inline; padding: 0; border: 0; }
  q { display: block; }
  .lines { margin-top: 2mm; }
  .month { margin: 1mm 0 0; }
  .blank { height: 6mm; }
}
"""


def card_page(card: Card) -> str:
    """Return the whole page."""
    title = clean(card.title) if card.title else words.PAGE
    policy = f"default-src 'none'; style-src 'sha256-{digest(STYLE)}'; base-uri 'none'"
    panels = "\n".join(panel_sections(card))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{panels}
</main>
</body>
</html>
"""


def digest(text: str) -> str:
    """Return the hash of an inline style, as a Content-Security-Policy names it."""
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def panel_sections(card: Card) -> Iterator[str]:
    """Yield the panels: people, on as many panels as they need, then steps and lines."""
    heading = f"<h1>{escape(clean(card.title))}</h1>\n" if card.title else ""
    for people in in_panels(card):
        items = "\n".join(person_item(person, card) for person in people)
        inside = f"<ul>\n{items}\n</ul>" if items else blanks()
        yield f'<section class="panel">\n{heading}{inside}\n</section>'
        heading = ""
    steps = "\n".join(f"<li>{escape(capital(clean(step)))}</li>" for step in card.steps)
    ordered = f"<ol>\n{steps}\n</ol>\n" if steps else ""
    lines = "\n".join([*map(line_item, card.lines), emergency_item(card)])
    said = words.NUMBERS_OF.format(month=card.month)
    month = f'\n<p class="month">{escape(capital(said))}</p>' if card.month else ""
    yield f'<section class="panel">\n{ordered}<ul class="lines">\n{lines}\n</ul>{month}\n</section>'


def in_panels(card: Card) -> list[list[CardPerson]]:
    """Share the people out over panels, so that each holds what is on it."""
    panels: list[list[CardPerson]] = [[]]
    left = PANEL_LINES - (2 if card.title else 0)
    for person in card.people:
        needed = lines_of(f"{name_of(person, card)} {how(person)} {clean(person.hours)}")
        needed += lines_of(clean(person.say)) if person.say else 0
        if needed > left and panels[-1]:
            panels.append([])
            left = PANEL_LINES
        panels[-1].append(person)
        left -= needed
    return panels


def lines_of(text: str) -> int:
    """Return about how many printed lines a text takes."""
    return 1 + cells(text) // LINE_CELLS


def blanks() -> str:
    """Return empty lines to write on."""
    return "\n".join(['<p class="blank"></p>'] * words.BLANKS)


def person_item(person: CardPerson, card: Card) -> str:
    """Return one person: name, link, hours, opening words."""
    reach = linked(how(person), link_of(person))
    say = f"<q>{escape(clean(person.say))}</q>" if person.say else ""
    # An hour and its am or pm stay together.
    said = clean(person.hours).replace(" am", "\xa0am").replace(" pm", "\xa0pm")
    hours = f'<span class="hours">{escape(said)}</span>'
    return f'<li class="person"><b>{escape(name_of(person, card))}</b> {reach} {hours}{say}</li>'


def line_item(line: CardLine) -> str:
    """Return one help line, its numbers as links."""
    label, call, text = clean(line.label), clean(line.call or ""), clean(line.text or "")
    hours = escape(clean(line.hours))
    said = escape(help_ways(line))
    if call and call == text:
        said = f"{linked('call', tel(call))} or {linked('text', sms(text))}"
        said += "" if call == label else f" {escape(call)}"
    elif call:
        said = linked("call" if call == label else f"call {call}", tel(call))
        said += f", or {linked(f'text {text}', sms(text))}" if text else ""
    elif text:
        said = linked(f"text {text}", sms(text))
    return f"<li><b>{escape(label)}</b> {said}, <span>{hours}</span></li>"


def emergency_item(card: Card) -> str:
    """Return the emergency number, or words for it where no region was chosen."""
    if card.emergency is None:
        return f"<li>{escape(capital(words.NUMBER_NOT_KNOWN))}: ________</li>"
    number = clean(card.emergency)
    called = words.CHECK_LOCALLY if card.check_locally else words.EMERGENCY
    return f"<li>{linked(number, tel(number))} {escape(called)}</li>"


def linked(text: str, target: str | None) -> str:
    """Return text as a link, or as it is where there is nothing that could be dialled."""
    if target is None:
        return f"<span>{escape(text)}</span>"
    return f'<a href="{escape(target, quote=True)}">{escape(text)}</a>'


def link_of(person: CardPerson) -> str | None:
    """Return the link of a person's preferred way; a text begins with the opening words."""
    value = clean(person.value)
    if person.way == "call":
        return tel(value)
    if person.way == "text":
        return sms(value, clean(person.say or ""))
    if person.way == "email" and value.count("@") == 1 and " " not in value:
        return f"mailto:{quote(value, safe='@.+-_')}"
    return None


KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


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
