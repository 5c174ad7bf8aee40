"""The card in a frame, 46 columns unless asked otherwise."""

from __future__ import annotations

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.text import cells, clean
from recoverplan.words import paper as words
from recoverplan.writers.card import emergency_is, help_ways, how, name_of
from recoverplan.writers.columns import kept_together, pad, wrap
from recoverplan.writers.terminal.style import Row, Screen
from recoverplan.writers.wording import capital

WIDTH = 46
NAME = 14  # a longer name stands on a line of its own


def card_screen(card: Card, width: int) -> Screen:
    """Return the card for a terminal, `width` columns wide."""
    rows: list[Row] = [[line] for line in card_frame(card, width)]
    return Screen(rows)


def card_frame(card: Card, width: int) -> list[str]:
    """Return the framed card's lines, each exactly `width` cells."""
    room = width - 4
    lines: list[str] = []
    for block in blocks(card, room):
        lines += [""] if lines and block else []
        lines += block
    edge = "─" * (width - 2)
    body = (f"│ {pad(line, room)} │" for line in lines)
    return [f"┌{edge}┐", *body, f"└{edge}┘"]


def blocks(card: Card, room: int) -> list[list[str]]:
    """Return the card's parts as lines of at most `room` cells: title, people, steps, why, help."""
    title = wrap(clean(card.title), room) if card.title else []
    people = people_lines(card, room) if card.people else [blank(room)] * words.BLANKS
    steps = [line for place, text in enumerate(card.steps, 1) for line in step(place, text, room)]
    why = [line for reason in card.reasons for line in wrap(clean(reason), room)]
    return [title, people, steps, why, help_lines(card, room)]


def blank(room: int) -> str:
    """Return a line to write a name and a number on."""
    name = room // 3
    return f"{'_' * name}  {'_' * (room - name - 2)}"


def people_lines(card: Card, room: int) -> list[str]:
    """Return everybody: name, way and number, hours, and below them the opening words."""
    names = [name_of(person, card) for person in card.people]
    most = min(NAME, room // 3)
    column = max([cells(name) for name in names if cells(name) <= most] or [4]) + 2
    lines: list[str] = []
    for name, person in zip(names, card.people, strict=True):
        details = details_of(person, room - column)
        if cells(name) > most:
            lines += wrap(name, room)
            name = ""  # noqa: PLW2901 - the name stands above, the details below it
        first, *more = details
        lines.append(pad(name, column) + first)
        lines += [" " * column + line for line in more]
    return lines


def details_of(person: CardPerson, room: int) -> list[str]:
    """Return how and when, in one line where it fits, then the opening words."""
    way, hours = how(person), clean(person.hours)
    together = f"{way}  {hours}"
    lines = [together] if cells(together) <= room else [*wrap(way, room), *wrap_hours(hours, room)]
    return lines + (wrap(f'"{clean(person.say)}"', room) if person.say else [])


def wrap_hours(hours: str, room: int) -> list[str]:
    """Return hours wrapped, am and pm never apart from their hour."""
    return [line.replace("\xa0", " ") for line in wrap(kept_together(hours), room)]


def step(place: int, text: str, room: int) -> list[str]:
    """Return a numbered step, wrapped below itself."""
    lines = wrap(capital(clean(text)), room - 3)
    return [(f"{place}  " if not number else "   ") + line for number, line in enumerate(lines)]


def help_lines(card: Card, room: int) -> list[str]:
    """Return the lines and the emergency number, with the month the numbers are of."""
    lines = [text for line in card.lines for text in help_line(line, room)]
    number = clean(card.emergency) if card.emergency else "_____"
    said = f"{number}  {emergency_is(card.check_locally)}"
    month = words.NUMBERS_OF.format(month=card.month) if card.month else ""
    if cells(said) + cells(month) + 2 <= room:
        return [*lines, pad(said, room - cells(month)) + month]
    return [*lines, *wrap(said, room), month]


def help_line(line: CardLine, room: int) -> list[str]:
    """Return a help line: "988  call or text, any hour"."""
    said = f"{help_ways(line)}, {clean(line.hours)}"
    label = clean(line.label)
    if cells(label) + 2 + cells(said) <= room:
        return [f"{label}  {said}"]
    return [*wrap(label, room), *("  " + text for text in wrap(said, room - 2))]
