"""Asking for the one piece that a time phrase, or when something was, lacks.

What was understood stays; with the answer in it the whole is read again, as if it had been typed
so. Without a terminal nothing is asked, and the refusal stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from recoverplan.cli.asking import ask, choose, confirm, yes_or_no
from recoverplan.cli.output import can_ask, tell
from recoverplan.errors import UsageError
from recoverplan.words import questions

if TYPE_CHECKING:
    from recoverplan.domain.phrase.refusal import Missing

T = TypeVar("T")
Read = Callable[[str], T]
MOST = 6  # questions about one phrase
HALVES = {"am": True, "a": True, "pm": False, "p": False}
BEFORE_NOON, AFTER_NOON = {"morning", "midnight"}, {"afternoon", "evening", "noon"}


def settled(typed: str, read: Read[T], said: Callable[[T], str] | None = None) -> T:
    """Return what `read` makes of what was typed, asking on a terminal for what it lacks.

    `said` says what it was taken as, once something was asked. Raises what `read` raises where
    nothing is asked, or nothing helped.
    """
    for asked in range(MOST):
        try:
            found = read(typed)
        except UsageError as error:
            again = mended(error, read) if can_ask() and asked < MOST - 1 else None
            if again is None:
                raise
            typed = again
            continue
        if asked and said is not None:
            tell(questions.TAKEN_AS.format(said=said(found)))
        return found
    raise AssertionError(typed)  # the last turn returns or raises


def mended(error: UsageError, read: Read[T]) -> str | None:
    """Ask for what a refused phrase lacks; return it with that, None where nothing can be asked."""
    from recoverplan.domain.phrase.refusal import GENERAL

    missing: Missing | None = getattr(error, "missing", None)
    if missing is not None and (not missing.choices or helps(missing, read)):
        return QUESTIONS[missing.what](missing, read)
    readings: tuple[str, ...] = getattr(error, "readings", ())
    if not readings or set(readings) <= {*GENERAL}:
        return None
    tell(error.message)
    if len(readings) > 1:
        return choose(questions.WHICH, readings)
    return (
        readings[0] if confirm(questions.ONE_WAY.format(phrase=readings[0]), default=True) else None
    )


def helps(missing: Missing, read: Read[T]) -> bool:
    """Tell whether the likeliest answer mends the phrase, or leads to another question."""
    try:
        read(missing.choices[0].phrase)
    except UsageError as error:
        return getattr(error, "missing", None) is not None
    return True


def ask_half(missing: Missing, _: Read[T]) -> str | None:
    """Ask which half of the day is meant: "7 in the evening, or in the morning? [evening]"."""
    first, second = missing.choices
    am = first if first.words in BEFORE_NOON or second.words in AFTER_NOON else second
    said = [questions.PARTS[each.words] for each in missing.choices]
    question = questions.HALF.format(said=missing.said, first=said[0], second=said[1])

    def which(typed: str) -> str:
        key = typed.casefold().removeprefix(missing.said).replace(".", "").strip()
        if key in HALVES:
            return next(each.phrase for each in missing.choices if (each is am) == HALVES[key])
        for number, each in enumerate(missing.choices, 1):
            if key == str(number) or (key and each.words.startswith(key.split()[-1])):
                return each.phrase
        message = questions.NOT_ONE.format(
            typed=typed, which=questions.ONE_OF_TWO.format(first=first.words, second=second.words)
        )
        raise UsageError(message)

    return ask(question, default=first.words, check=which)


def ask_end(missing: Missing, _: Read[T]) -> str | None:
    """Ask for the half of an end: "4 am? [yes]"; no is the other half."""
    first, second = missing.choices

    def which(typed: str) -> str:
        key = typed.casefold().replace(" ", "")
        for each in missing.choices:
            if key in {each.words, each.words[-2:]}:
                return each.phrase
        return (first if yes_or_no(typed) else second).phrase

    return ask(questions.END.format(end=spaced(first.words)), default="yes", check=which)


def ask_time(missing: Missing, read: Read[T]) -> str | None:
    """Ask until when, from when, or about what time; the likeliest is offered."""
    question = {"until": questions.UNTIL, "from": questions.FROM, "about": questions.ABOUT}[
        missing.what
    ]
    default = spaced(missing.choices[0].words) if missing.choices else None
    return ask(question, default=default, check=lambda typed: filled(typed, missing, read))


def ask_since(missing: Missing, read: Read[T]) -> str | None:
    """Ask for the first day that counts; the next two are offered by number."""
    from datetime import date

    from recoverplan.domain.saying import medium_day

    days = [medium_day(date.fromisoformat(each.words)) for each in missing.choices[:2]]
    if len(days) < 2:
        return None
    question = questions.SINCE.format(first=days[0], second=days[1])

    def which(typed: str) -> str:
        if typed in {"1", "2"}:
            return missing.choices[int(typed) - 1].phrase
        return filled(typed, missing, read, questions.LIKE_A_DAY)

    return ask(question, default="1", check=which)


def filled(typed: str, missing: Missing, read: Read[T], hint: str = questions.LIKE_A_TIME) -> str:
    """Return the phrase with an answer in its place. Raises UsageError for one that will not do."""
    assert missing.around is not None  # noqa: S101  what is typed has a place to go
    head, tail = missing.around
    answer = typed.strip().removeprefix("until ").removeprefix("till ")
    ways = [f"{head}{answer}{tail}"]
    if missing.what == "until":
        ways.append(f"{head.removesuffix('-')} for {answer.removeprefix('for ')}{tail}")
    lacking = None
    for way in ways:
        try:
            read(way)
        except UsageError as error:
            piece = getattr(error, "missing", None)
            if lacking is None and piece is not None and piece.what != missing.what:
                lacking = way
        else:
            return way
    if lacking is None:
        raise UsageError(questions.NO_TIME.format(typed=typed), hint)
    return lacking


def spaced(time: str) -> str:
    """Return a time as it is said: "9 pm"."""
    return f"{time[:-2]} {time[-2:]}" if time[-2:] in {"am", "pm"} else time


QUESTIONS = {
    "half": ask_half,
    "end": ask_end,
    "until": ask_time,
    "from": ask_time,
    "about": ask_time,
    "since": ask_since,
}
