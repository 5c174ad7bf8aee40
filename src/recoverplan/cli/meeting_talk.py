"""The conversation of `meeting log` on a terminal: every question can be skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from recoverplan.cli.asking import ask, choose, confirm, sure_or_not, yes_or_no
from recoverplan.cli.fields import whole
from recoverplan.cli.meeting_options import Said
from recoverplan.cli.moments import when_fields
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.data import synonyms
from recoverplan.domain.extent import LINE, NOTE, bounded
from recoverplan.words import questions
from recoverplan.words import trial as words

NOTHING = {*questions.NO, "none", "nothing", "nobody", "no one", "all good", "fine"}


def ask_when(usual: str, session: Session) -> dict[str, Any]:
    """Ask when it was; {} where Enter takes the usual moment, which `usual` says in words."""
    return ask(words.WHEN + f" [{usual}]", check=lambda typed: when_fields(typed, session)) or {}


def talk(so_far: Callable[[Said], object]) -> Said:
    """Ask about the meeting: three questions, then the rest where more is wanted.

    What is skipped is not said; `so_far` is called with each answer, to keep it.
    """
    fields: dict[str, Any] = {}
    fit: dict[str, str | None] = {}

    def keep(name: str, answer: object) -> None:
        if answer is not None and answer != "":
            fields[name] = answer
            so_far(Said(dict(fields), dict(fit)))

    went_in = ask(words.WENT_IN + " (y/n)", check=yes_or_no)
    at_the_door = went_in is False
    keep("door", None if went_in is None else at_the_door)
    if not at_the_door:
        keep("said", choose(words.SAID_QUESTION, words.SAID_WORDS, also=synonyms.SAID))
    keep("unsafe", ask(words.UNSAFE_QUESTION, check=a_note))
    if not confirm(words.MORE):
        return Said(fields, fit)
    contact = None if at_the_door else ask_inside(keep, fit)
    keep("mood_before", ask(words.MOOD_BEFORE, check=ten))
    keep("mood_after", ask(words.MOOD_AFTER, check=ten))
    if not at_the_door:
        keep("idea", ask(words.IDEA, check=anything))
    keep("note", ask(questions.NOTE, check=a_note))
    return Said(fields, fit, contact)


def ask_inside(keep: Callable[[str, object], None], fit: dict[str, str | None]) -> str | None:
    """Ask what only somebody who went in can say; return whom they met."""
    keep("early", ask(words.EARLY + " (y/n)", check=yes_or_no))
    keep("stayed", ask(words.STAYED + " (y/n)", check=yes_or_no))
    contact = ask(words.CONTACT, check=anything)
    fit |= ask_fit()
    return contact


def anything(typed: str, most: int = LINE) -> str:
    """Return the answer to a question for words; "" where the words only say no."""
    return "" if typed.casefold().rstrip(".!") in NOTHING else bounded(typed, most)


def a_note(typed: str) -> str:
    """Return the answer to a question for a note, as `anything` does."""
    return anything(typed, NOTE)


def ten(typed: str) -> int:
    """Read a number from 0 to 10. Raises UsageError."""
    return whole("Mood", typed, 0, 10)


def ask_fit() -> dict[str, str | None]:
    """Ask the five questions of fit and return the answers given, by quality."""
    tell(words.FIT_OPENING)
    answers: dict[str, str | None] = {}
    for quality, question in words.FIT_QUESTIONS.items():
        answer = ask(question + " (yes/no/unsure)", check=sure_or_not)
        if answer is not None:
            answers[quality] = answer
    return answers


def ask_ways(name: str) -> Iterator[dict[str, str | None]]:
    """Ask how somebody can be reached, and yield what is known after each answer."""
    given = ask(words.REACH.format(name=name))
    if not given or not anything(given):
        return
    if "@" in given:
        yield {"email": given}
    elif sum(letter.isdecimal() for letter in given) < 2:
        yield {"other": given}
    else:
        yield {"call": given}
        way = choose(words.REACH_WAY, {"call": "calls", "text": "texts", "both": "both"})
        if way in {"text", "both"}:
            yield {"call": given if way == "both" else None, "text": given}
