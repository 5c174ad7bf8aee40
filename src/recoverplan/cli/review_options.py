"""The options of `review`, read and checked before anything is written."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from recoverplan.cli.options import (
    TEXT,
    Reads,
    one_of_or_none,
)
from recoverplan.cli.options import (
    Options as TypedOptions,
)
from recoverplan.domain.looking_back import ALONE, HOW, Back, Hard, meant, monday_before
from recoverplan.domain.moment import understand_day
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.writers.looking_back import weekday_short

WENT_HINT = 'Type it like --went "Nights alone=easier", or with its day: --went "Payday fri=hard".'
# Words for the third answer that a person may type.
ALSO_USED = ("used", "drank", "gambled")


def read_yes(option: str, typed: str) -> bool | None:
    """Return a yes or a no, None for an empty text. Raises UsageError."""
    word = clean(typed).casefold()
    if word in {"yes", "y", "no", "n", ""}:
        return word.startswith("y") if word else None
    message = f'{option} is yes or no, not "{clean(typed)}".'
    raise UsageError(message)


class Options(TypedOptions):
    """What is said of a week, as typed; None and False: not given, "": an answer taken back."""

    went: Annotated[
        list[str] | None,
        typer.Option(metavar="HOURS=HOW", help="How hard hours went: easier, hard or used."),
    ] = None
    helped: Annotated[str | None, typer.Option(metavar="TEXT", help="What helped."), TEXT] = None
    idea: Annotated[
        str | None, typer.Option(metavar="TEXT", help="An idea worth keeping."), TEXT
    ] = None
    as_step: Annotated[
        bool, typer.Option("--as-step", help="The idea becomes one of your steps.")
    ] = False
    helped_someone: Annotated[
        str | None,
        typer.Option(metavar="yes|no", help="Did you help someone?"),
        Reads(read_yes),
    ] = None
    less_alone: Annotated[
        str | None,
        typer.Option(metavar="yes|no|same|skip", help="Less alone than a month ago?"),
        one_of_or_none(ALONE),
    ] = None
    question: Annotated[
        str | None, typer.Option(metavar="TEXT", help="One question for next week."), TEXT
    ] = None


def read_week(typed: str | None, usual: date, now: Any) -> date:
    """Return the Monday of the week that a day is in. Raises UsageError for one to come."""
    if typed is None:
        return usual
    monday = monday_before(understand_day(typed, now))
    if monday > now.date():
        message = f'The week of "{clean(typed)}" is still to come.'
        raise UsageError(
            message, 'Type a day in it, like --week "last sunday" or --week 2026-11-16'
        )
    return monday


def read_went(typed: Sequence[str], back: Back) -> list[tuple[Hard, str | None]]:
    """Return hard hours with how they went; None takes an answer back.

    Raises UsageError for what is no answer, NotFoundError for hours that this week does not have.
    """
    said: dict[tuple[str, Any], tuple[Hard, str | None]] = {}
    for text in typed:
        which, equals, answer = (part.strip() for part in clean(text).rpartition("="))
        if not equals or not which:
            message = f'--went takes hard hours and how they went, not "{clean(text)}".'
            raise UsageError(message, WENT_HINT)
        word = answer.casefold()
        how = HOW[-1] if word in ALSO_USED else word
        if how and how not in HOW:
            message = f'How it went is easier, hard or used, not "{answer}".'
            raise UsageError(message, WENT_HINT)
        found = meant(back.hours, which, back.zone)
        if not found:
            message = f'No hard hours of this week that are over are called "{which}".'
            raise NotFoundError(message, there_are(back))
        said |= {(hard.label, hard.start): (hard, how or None) for hard in found}
    return list(said.values())


def there_are(back: Back) -> str:
    """Say which hard hours the week has, or that it has none."""
    if not back.hours:
        return "It has none yet. See: recoverplan review"
    named = [
        f"{hard.label} {weekday_short(hard.start.astimezone(back.zone).date())}"
        for hard in back.hours
    ]
    return f"There are {', '.join(dict.fromkeys(named))}."
