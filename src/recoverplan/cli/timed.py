"""What commitments and treatment share: times from phrases, of one hour where no end was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import echo, heard, kept, retyped, settle_hours
from recoverplan.cli.nouns import Noun
from recoverplan.cli.session import Session
from recoverplan.domain.bounds import few
from recoverplan.domain.phrase import Understood
from recoverplan.domain.schedule import Hours
from recoverplan.value import replace
from recoverplan.words.question import Question


def read_times(phrases: Sequence[str] | None, session: Session) -> list[Understood]:
    """Return what phrases mean; one without an end lasts one hour, and its note says so."""
    wanted = few([text for text in phrases or () if text.strip()])
    return [settle_hours(text, session, open_end=True) for text in wanted]


def hours_of(understood: Iterable[Understood]) -> tuple[Hours, ...]:
    """Return the hours to keep."""
    return tuple(kept(one) for one in understood)


def said(understood: Sequence[Understood], session: Session) -> list[str]:
    """Return the echo of times that were just said."""
    return list(echo(understood, session, ZoneInfo(session.zone.key)))


def typed_again(one: Any, session: Session) -> Any:
    """Return a record whose phrases this person can type again."""
    return replace(one, hours=retyped(one.hours, session, open_end=True))


def hours_said(hours: Iterable[Hours], *, clock24: bool) -> str:
    """Return when, in words."""
    from recoverplan.domain.phrase import words

    return "; ".join(words(each.schedule, clock24=clock24) for each in hours)


def ask_name(question: Question, noun: Noun[Any], what: str, session: Session) -> str | None:
    """Ask what something new is called, by a name that is free; None when it is skipped."""
    known = noun.load(session)
    return ask(question, check=lambda typed: noun.free(name_of(typed, what), known))


def ask_times(question: Question, session: Session, said_back: list[Understood]) -> dict[str, Any]:
    """Ask when something is; what was understood is put into `said_back`, to be said at the end."""
    understood = ask(question, check=lambda typed: heard(typed, session, open_end=True))
    if understood is None:
        return {}
    said_back.append(understood)
    return {"hours": hours_of([understood])}
