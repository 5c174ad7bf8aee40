"""The moment as plain lines: one sentence a line, each of which makes sense when heard alone."""

from __future__ import annotations

from recoverplan.now import sentences as say
from recoverplan.now.screen import NARROWEST, paragraphs
from recoverplan.now.view import View, way_of
from recoverplan.words import moment as words


def plain(view: View | None, notice: tuple[str, ...]) -> list[str]:
    """Return the lines; `notice` stands where people and steps would, if they cannot be shown."""
    return [*first(view), *middle(view, notice), *say.last(view), *say.month(view)]


def plain_rows(view: View | None, notice: tuple[str, ...], width: int, height: int) -> list[str]:
    """Return the lines broken at spaces for a terminal, so that the first row stays in sight.

    Where they are too many, whole sentences are left out: dates of numbers, help lines that
    neither lead nor are the person's own, then the next meeting, steps, people, from the end.
    """
    between = middle(view, notice)
    month = say.month(view)
    few = False
    while True:
        said = [*first(view, few=few), *between, *say.last(view), *month]
        rows = paragraphs(said, max(width, NARROWEST))
        if len(rows) < height or not (month or between):
            return rows
        if month or few:
            (month or between).pop()
        if not month and not few:
            few, between = True, middle(view, notice, few=True)


def first(view: View | None, *, few: bool = False) -> list[str]:
    """Return what to do first, and the help lines to call; `few`: only those that must be there."""
    lines = map(spoken, say.few_lines(view) if few else say.lines(view)) if view else ()
    cases = (sentence(case[:1].upper() + case[1:]) for case in say.cases(view))
    return [say.call_if(view), *cases, *say.emergency(view, few=few), *say.naloxone(view), *lines]


def middle(view: View | None, notice: tuple[str, ...], *, few: bool = False) -> list[str]:
    """Return the people, the steps and the next meeting, or why there are none to show."""
    if view is None:
        return list(notice)
    return [*people(view, few=few), *steps(view), *say.hours_end(view), *notice]


def people(view: View, *, few: bool = False) -> list[str]:
    """Return the people, each with how, until when, and what to say."""
    if not view.people and not view.others:
        return [say.nobody(view, few=few)]
    if view.in_words:
        said = [f"{words.PEOPLE}, {words.HOURS_IN_WORDS}."]
        return said + [
            sentence(f"{say.reached(person)}, {spoken(person.entry.get('hours') or '')}")
            for person in view.others
        ]
    said = [f"{words.PEOPLE}, {view.wall.moment(view.at)}."]
    for person in view.people[: say.PEOPLE_SHOWN]:
        line = f"{person.entry.get('name')}: {way_of(person.entry)}"
        line = sentence(f"{line}, {say.until_words(view, person)}")
        opening = say.opening(view, person)
        said.append(f'{line} {words.YOU_COULD_SAY} "{opening}"' if opening else line)
    if not view.people:
        said.append(words.NOBODY_NOW)
    outside = words.OUTSIDE_HOURS if view.people else words.STILL_TRY
    for title, more in ((words.ALSO, say.also(view)), (outside, say.outside(view))):
        said += [sentence(f"{title} {person}") for person in more]
    return said


def steps(view: View) -> list[str]:
    """Return the steps, the reasons and the next meeting."""
    said = [
        sentence(f"{words.STEP.format(number=number)}: {step}")
        for number, step in enumerate(say.steps(view), 1)
    ]
    said += [
        sentence(f"{words.REASON}: {reason}") for reason in view.card.reasons[: say.REASONS_SHOWN]
    ]
    said += [sentence(f"{words.CHAT}: {chat}") for chat in say.chats(view)]
    meeting = say.meeting(view)
    return [*said, sentence(f"{words.NEXT_MEETING}: {meeting}")] if meeting else said


def spoken(hours: str) -> str:
    """Return hours as they are heard: a screen reader stumbles on the dash of "6–11 pm"."""
    return hours.replace("–", " to ") or words.HOURS_NOT_KNOWN


def sentence(text: str) -> str:
    """Return `text` with a full stop, unless it ends as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
