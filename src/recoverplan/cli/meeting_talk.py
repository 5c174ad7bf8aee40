"""The conversation of `meeting log` on a terminal: every question can be skipped."""

from __future__ import annotations

from typing import Any

from recoverplan.cli.asking import ask, choose, yes_or_no
from recoverplan.cli.fields import choice, whole
from recoverplan.cli.logs import when_fields
from recoverplan.cli.meeting_options import Said
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.domain.bounds import LINE, NOTE, bounded
from recoverplan.domain.meeting import ANSWERS
from recoverplan.words import trial as words

NOTHING = {"n", "no", "nope", "none", "nothing", "nobody", "no one"}
SHORT_ANSWERS = {"y": "yes", "n": "no", "u": "unsure", "?": "unsure", "not sure": "unsure"}


def ask_when(usual: str, session: Session) -> dict[str, Any]:
    """Ask when it was; {} where Enter takes the usual moment, which `usual` says in words."""
    question = f"{words.WHEN} [{usual}]"
    return ask(question, check=lambda typed: when_fields(typed, session)) or {}


def talk() -> Said:
    """Ask about the meeting; what is skipped is not said."""
    fields: dict[str, Any] = {}
    fit: dict[str, str | None] = {}
    contact: str | None = None

    def keep(name: str, answer: object) -> None:
        if answer is not None and answer != "":
            fields[name] = answer

    went_in = ask(words.WENT_IN + " (y/n)", check=yes_or_no)
    at_the_door = went_in is False
    keep("door", None if went_in is None else at_the_door)
    if not at_the_door:
        keep("early", ask(words.EARLY + " (y/n)", check=yes_or_no))
        keep("stayed", ask(words.STAYED + " (y/n)", check=yes_or_no))
        keep("said", choose(words.SAID_QUESTION, words.SAID_WORDS))
        contact = ask(words.CONTACT, check=anything)
        fit = ask_fit()
    keep("mood_before", ask(words.MOOD_BEFORE, check=ten))
    keep("mood_after", ask(words.MOOD_AFTER, check=ten))
    if not at_the_door:
        keep("idea", ask(words.IDEA, check=anything))
    keep("unsafe", ask(words.UNSAFE_QUESTION, check=a_note))
    keep("note", ask(words.NOTE, check=a_note))
    return Said(fields, fit, contact)


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
        answer = ask(f"{question} (yes/no/unsure)", check=fit_answer)
        if answer is not None:
            answers[quality] = answer
    return answers


def fit_answer(typed: str) -> str:
    """Read yes, no or unsure, or its first letter. Raises UsageError."""
    word = typed.casefold()
    return choice("An answer", SHORT_ANSWERS.get(word, word), ANSWERS)


def ask_ways(name: str) -> dict[str, str]:
    """Ask how somebody can be reached; {} when that can wait."""
    given = ask(words.REACH.format(name=name))
    if not given or not anything(given):
        return {}
    if "@" in given:
        return {"email": given}
    if sum(letter.isdecimal() for letter in given) < 2:
        return {"other": given}
    way = choose(words.REACH_WAY, {"call": "calls", "text": "texts", "both": "both"})
    return {"call": given, "text": given} if way == "both" else {way or "call": given}
