"""The week and the card as one page, for a folder that is synced to a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from recoverplan.domain.card import Card
from recoverplan.domain.saying import long_day, time_of_day, time_range
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.week import Line
from recoverplan.words import paper as card_words
from recoverplan.words import publish as words
from recoverplan.writers.links import help_links
from recoverplan.writers.pages import render
from recoverplan.writers.pages.card import emergency_link, person_said
from recoverplan.writers.wording import capital


def week_page(days: Mapping[date, Iterable[Line]], card: Card, *, full: bool, clock24: bool) -> str:
    """Return the whole page. Only a `full` one has steps, reasons and help lines, which tell what
    it is for.
    """
    month = capital(card_words.NUMBERS_OF.format(month=card.month)) if card.month else ""
    return render(
        "week",
        title=words.FULL_CALENDAR if full else words.CALENDAR,
        days=[
            (long_day(day), [line_said(line, clock24=clock24) for line in lines])
            for day, lines in days.items()
        ],
        people=[person_said(person, card) for person in card.people],
        steps=[capital(clean(step)) for step in card.steps] if full else [],
        reasons=card.reasons if full else (),
        lines=[(line.label, help_links(line, card.region), line.hours) for line in card.lines]
        if full
        else [],
        emergency=emergency_link(card),
        emergency_is=card_words.CHECK_LOCALLY if card.check_locally else card_words.EMERGENCY,
        not_known=capital(card_words.NUMBER_NOT_KNOWN),
        full=full,
        month=month if full else "",
    )


def line_said(line: Line, *, clock24: bool) -> tuple[str, str, list[str]]:
    """Return when, what, and the lines of its note."""
    return (
        time_said(line, clock24=clock24),
        clean(line.title),
        clean_note(line.note).split("\n") if line.note else [],
    )


def time_said(line: Line, *, clock24: bool) -> str:
    """Return when: "9 pm to midnight", or for a call "8:30 pm"."""
    if line.end is None:
        return time_of_day(line.start, clock24=clock24)
    return time_range(line.start, line.end, clock24=clock24)


def shown(
    days: Mapping[date, Iterable[Line]], card: Card, *, full: bool, clock24: bool
) -> Iterator[str]:
    """Yield what stands on the page, a line each, as it is shown before somebody agrees to it."""
    for lines in days.values():
        for line in lines:
            when, what, notes = line_said(line, clock24=clock24)
            yield f"{when}: {', '.join([what, *notes])}"
    for person in card.people:
        say = f', "{clean(person.say)}"' if full and person.say else ""
        yield f"{clean(person.name)}: {clean(person.value)}{say}"
    if full:
        yield from map(clean, (*card.steps, *card.reasons))
