"""The workbook as a PDF: eight to twelve pages, one idea a page, black on white."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from recoverplan.domain.card import Card
from recoverplan.domain.region import Region
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.text import clean
from recoverplan.domain.weekmap import WeekMap
from recoverplan.domain.workbook import Choice, Room, Workbook
from recoverplan.words import family
from recoverplan.words import plan as map_words
from recoverplan.words import workbook as words
from recoverplan.writers.paper.card import back_panels, front_parts, pairs, panels
from recoverplan.writers.paper.compiling import Paper, compile_page, measured
from recoverplan.writers.paper.fitting import Panel
from recoverplan.writers.paper.weekmap import hours
from recoverplan.writers.plain.rows import ended
from recoverplan.writers.wording import capital

SIZE, LARGE = 13.0, 18.0  # points
# What fits on a page, in the usual print and in large print: to write by hand, and printed.
ROOM = Room(risks=3, signs=3, contacts=3, groups=2, steps=3, if_thens=3, days=3)
MOST = Room(risks=4, signs=4, contacts=5, groups=2, steps=4, if_thens=4, days=4)
LARGE_ROOM = Room(risks=2, signs=2, contacts=2, groups=2, steps=2, if_thens=2, days=3)
LARGE_MOST = Room(risks=3, signs=3, contacts=3, groups=2, steps=3, if_thens=3, days=3)
# What there may be less of on a page that would be longer than one, by the page's place.
ON_PAGE = {
    1: ("risks", "signs"),
    2: ("contacts",),
    3: ("groups",),
    4: ("steps", "if_thens"),
    5: ("days",),
}
BLANK_PARTS = 3  # lines of each side of an empty card
Blocks = list[dict[str, Any]]


def fewer(room: Room, place: int) -> Room:
    """Return less room for what stands on one of the pages, at least one of each."""
    here = ON_PAGE.get(place, ())
    return Room(**{name: max(count - (name in here), 1) for name, count in room._asdict().items()})


def workbook_pdf(
    make: Callable[[Room, Room], Workbook],
    found: WeekMap | None,
    card: Card | None,
    region: Region,
    paper: str,
    title: str,
    *,
    large: bool,
    clock24: bool,
) -> tuple[Paper, Mapping[str, int]]:
    """Return the workbook, and of what there is more than its pages have room for; without a map
    and a card these are empty ones.

    Each idea has one page: where what is printed is too long for it, there is less of it.
    """
    data: dict[str, Any] = {
        "title": title,
        "paper": paper,
        "notes": words.NOTES,
        "size": LARGE if large else SIZE,
    }
    room, most = (LARGE_ROOM, LARGE_MOST) if large else (ROOM, MOST)
    cards, notes = card_blocks(card)
    while True:
        made = make(Room(*map(min, room, most)), most)
        data["pages"] = list(pages(made, found, cards, region, clock24=clock24))
        begins = measured("workbook", data)
        less = most
        for place, (first, following) in enumerate(pairwise(begins)):
            less = fewer(less, place) if following > first + 1 else less
        if less == most:
            break
        most = less
    done = compile_page("workbook", data)
    return done._replace(pages=begins[-1], notes=tuple(notes)), made.more


def pages(
    made: Workbook, found: WeekMap | None, cards: Blocks, region: Region, *, clock24: bool
) -> Iterator[dict[str, Any]]:
    """Yield the pages between the cover and the last one, in the order in which setup asks."""
    yield page(words.WEEK, says(words.WEEK_SAYS), [week(found, clock24=clock24)])
    hard = says((words.HARD_SAYS,))
    yield page(words.HARD, hard, [*map(box, made.risks), *lines(words.SIGNS, made.signs)])
    helped = [*map(box, made.people), *help_blocks(region)]
    yield page(words.PEOPLE, says((words.PEOPLE_SAYS,)), helped)
    groups = says((words.GROUPS_SAYS, words.QUESTIONS_SAY))
    yield page(words.GROUPS, groups, [group(each) for each in made.groups])
    steps = [
        block
        for kind, texts in made.steps.items()
        for block in lines(words.STEP_KINDS[kind], texts)
    ]
    pairs = [pair(*each) for each in made.if_thens]
    yield page(words.STEPS, says((words.STEPS_SAYS,)), [*steps, heading(words.IF_THENS), *pairs])
    yield page(words.DAYS, says((words.DAYS_SAYS,)), list(map(box, made.days)))
    first = [{"kind": "field", "label": each.label, "value": each.value} for each in made.first]
    yield page(words.FIRST, says(words.FIRST_SAYS), first)
    yield page(words.FAMILY, says((words.FAMILY_SAYS,)), list(family_blocks(made.support)))
    yield page(words.CARD, says((words.CARD_SAYS,)), cards)


def page(title: str, says: Blocks, blocks: Blocks) -> dict[str, Any]:
    """Return a page as the template takes it: its heading, then blocks in order."""
    return {"heading": title, "blocks": [*says, *blocks]}


def says(sentences: Sequence[str]) -> Blocks:
    """Return sentences, one below the other."""
    return [{"kind": "says", "text": said} for said in sentences]


def heading(text: str) -> dict[str, Any]:
    """Return a heading within a page."""
    return {"kind": "heading", "text": text}


def lines(title: str, texts: Sequence[str]) -> Blocks:
    """Return texts under a heading, and lines to write on where there are none."""
    return [heading(title), *({"kind": "line", "text": text} for text in texts)]


def pair(condition: str, action: str) -> dict[str, Any]:
    """Return an if-then, filled or to be written."""
    return {
        "kind": "pair", "if": words.IF, "then": words.THEN, "condition": condition,
        "action": action,
    }  # fmt: skip


def box(fields: Sequence[Any]) -> dict[str, Any]:
    """Return what is asked of one thing, in a frame."""
    return {"kind": "box", "fields": [field(each) for each in fields]}


def field(each: Any) -> dict[str, Any]:
    """Return a line with its label, or a question with answers to tick."""
    if isinstance(each, Choice):
        ticks = [{"said": said, "ticked": said == each.ticked} for said in each.answers]
        return {"kind": "choice", "label": each.label, "answers": ticks}
    return {"kind": "field", "label": each.label, "value": each.value}


def group(each: Any) -> dict[str, Any]:
    """Return a group with the table of its tries."""
    questions = words.QUESTIONS.values()
    rows = [[words.DATE, *each.dates]]
    rows += [[said, *row] for said, row in zip(questions, each.answers, strict=True)]
    return {
        "kind": "group",
        "fields": [field(one) for one in each.fields],
        "head": ["", *(words.TRY.format(number=number) for number in range(1, 6))],
        "rows": rows,
    }


def week(found: WeekMap | None, *, clock24: bool) -> dict[str, Any]:
    """Return the week by the hour, with a letter for each hard hour; empty without a map."""
    days: list[dict[str, Any]] = []
    for number, name in enumerate(WEEKDAYS):
        cells = found.days[number] if found else ()
        letters = [map_words.LEVELS[cell.level] if cell.level else "" for cell in cells]
        days.append({"day": name[:3], "cells": letters or [""] * 24})
    return {"kind": "week", "days": days, "hours": hours(range(0, 25, 6), clock24=clock24)}


def help_blocks(region: Region) -> Iterator[dict[str, Any]]:
    """Yield the emergency number, and lines for help lines."""
    if region.emergency:
        yield {"kind": "says", "text": words.EMERGENCY.format(number=region.emergency)}
    else:
        yield {"kind": "field", "label": words.EMERGENCY_BLANK, "value": ""}
    yield {"kind": "field", "label": words.MORE_LINES, "value": ""}


def family_blocks(support: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the page for the family, each line with a box to tick."""
    for title, texts in (
        (family.LOOKS_LIKE, [ended(capital(clean(text))) for text in support]),
        (family.HELPS, family.HELPING),
        (family.HELPS_NOT, family.NOT_HELPING),
    ):
        yield heading(title)
        yield from ({"kind": "tick", "text": text} for text in texts)


def card_blocks(card: Card | None) -> tuple[Blocks, list[str]]:
    """Return as many cards as it takes, and what was cut; an empty one has lines to write on."""
    if card is None:
        blank = Panel(11.0, [{"part": "blank", "before": 2.2} for _ in range(BLANK_PARTS)])
        folded, notes = [(blank, blank)], []
    else:
        front, first = panels(front_parts(card, codes=False))
        back, second = back_panels(card, codes=False)
        folded, notes = list(pairs(front, back)), [*first, *second]
    return [
        {"kind": "card", "panels": [panel._asdict() for panel in sides]} for sides in folded
    ], notes
