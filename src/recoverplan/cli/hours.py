"""From a typed time phrase to hours, and the echo: what it was taken to mean, and when it is next.

On a terminal what a phrase lacks is asked for (`repairing.py`); without one it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask
from recoverplan.cli.fields import name_of, times_in
from recoverplan.cli.nouns import Noun
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.session import Session
from recoverplan.domain.extent import few
from recoverplan.domain.phrase import Occasion, PhraseError, Understood, schedule_words, understand
from recoverplan.domain.phrase import typed_again as typed_again_of_hours
from recoverplan.domain.schedule import Hours, following
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import lived, questions
from recoverplan.words.question import Question
from recoverplan.words.questions import WHEN


def read_hours(
    typed: str, session: Session, zone: ZoneInfo | None = None, *, open_end: bool = False
) -> Understood:
    """Return what a phrase means in `zone` (the person's own if None). Raises PhraseError."""
    now = session.now if zone is None else session.now.astimezone(zone)
    return understand(
        clean(typed),
        now,
        clock24=session.clock24,
        open_end=open_end,
        asks_half=session.asks_half,
    )


def heard(
    typed: str, session: Session, zone: ZoneInfo | None = None, *, open_end: bool = False
) -> Understood:
    """Return what a phrase means; on a terminal what it lacks is asked for. Raises PhraseError."""

    def read(text: str) -> Understood:
        return read_hours(text, session, zone, open_end=open_end)

    from recoverplan.cli.repairing import settled

    return settled(clean(typed), read)


def settle_hours(
    typed: str, session: Session, zone: ZoneInfo | None = None, *, open_end: bool = False
) -> Understood:
    """Return what a phrase means; on a terminal it is asked for again. Raises PhraseError."""

    def read(text: str) -> Understood:
        return heard(text, session, zone, open_end=open_end)

    try:
        return read(typed)
    except PhraseError as error:
        if not can_ask():
            raise
        tell(error.message)
        if error.hint:
            tell(error.hint)
        again = ask(WHEN, check=read)
        if again is None:
            raise
        return again


def kept(understood: Understood) -> Hours:
    """Return the hours to keep with a record."""
    return Hours(understood.phrase, understood.schedule)


def retyped(
    all_kept: tuple[Hours, ...], session: Session, *, open_end: bool = False
) -> tuple[Hours, ...]:
    """Return kept hours with phrases that this person can type again."""
    occasion = Occasion(session.now, open_end, session.asks_half)
    return tuple(Hours(typed_again_of_hours(one, occasion), one.schedule) for one in all_kept)


def echo(
    all_understood: Iterable[Understood],
    session: Session,
    zone: ZoneInfo,
    *,
    zone_typed: bool = False,
) -> Iterator[str]:
    """Say hours back: the words of each, the next three times of all of them, and the notes.

    `zone` is the zone of the hours, `zone_typed` whether it was said just now; the next times are
    in the person's own.
    """
    from recoverplan.writers.when import said_plainly

    known = tuple(all_understood)
    for understood in known:
        said = said_plainly(understood.words)
        yield f"{said[:1].upper()}{said[1:]}."
    if known:
        yield next_times(known, session, zone)
    elsewhere = bool(known) and zone.key != session.zone.key
    if elsewhere or zone_typed:
        yield from times_in(zone, session, elsewhere=elsewhere)
    yield from dict.fromkeys(note for understood in known for note in understood.notes)


def next_times(known: Iterable[Understood], session: Session, zone: ZoneInfo) -> str:
    """Say the next three times that hours in `zone` give, in the person's own zone."""
    from recoverplan.writers.when import next_line

    spans = {span for one in known for span in following(one.schedule, zone, session.now, 3)}
    return next_line(sorted(spans)[:3], session.now, clock24=session.clock24)


def read_day(typed: str, session: Session) -> date:
    """Return the day that is meant, today or later: "30 nov", "friday", "tomorrow".

    Raises UsageError for what is no day, or one that is over.
    """
    from recoverplan.domain.moment import understand_day

    hint = questions.DAY_LIKE
    try:
        understood = read_hours(typed, session)
    except PhraseError:
        day = understand_day(typed, session.now)  # raises what there is to say about no day
        far = day >= session.now.date()
        message = f'"{clean(typed)}" is {"too far away" if far else "over"}.'
        raise UsageError(message, hint) from None
    part = understood.schedule.parts[0]
    spans = following(understood.schedule, session.zone, session.now, 1)
    if not spans or part.start or part.minutes is not None or part.end:
        message = questions.DAY_OVER.format(typed=clean(typed))
        raise UsageError(message, hint)
    return spans[0].start.astimezone(session.zone).date()


def read_pause(until: str | None, session: Session, *, end: bool) -> dict[str, date | None]:
    """Return the fields of a pause from today, through a day if one was typed; empty at its `end`.

    Raises UsageError.
    """
    if end and until is not None:
        raise UsageError(lived.NOT_BOTH.format(one="--until", other="--end"))
    last = None if until is None else read_day(until, session)
    return {"paused_from": None if end else session.now.date(), "paused_until": last}


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
    return "; ".join(schedule_words(each.schedule, clock24=clock24) for each in hours)


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
