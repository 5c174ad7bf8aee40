"""A week looked back at: read, shown, and its answers kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.options import TEXT, Reads, TypedOptions, one_of_or_none
from recoverplan.cli.output import emit
from recoverplan.cli.session import Session
from recoverplan.domain.looking_back import (
    ALONE,
    HOW,
    Back,
    Hard,
    Known,
    look_back,
    meant,
    repeats_despite_support,
    week_to_review,
)
from recoverplan.domain.moment import understand_day
from recoverplan.domain.plan import tries
from recoverplan.domain.schedule import midnight
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services import reviewing
from recoverplan.services.keeping import reading, writing
from recoverplan.words import review as words
from recoverplan.writers import looking_back as told
from recoverplan.writers.looking_back import Told, back_lines, weekday_short

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen

# Words for the third answer that a person may type.
ALSO_USED = ("used", "drank", "gambled")


def read_yes(option: str, typed: str) -> bool | None:
    """Return a yes or a no, None for an empty text. Raises UsageError."""
    word = clean(typed).casefold()
    if word in {"yes", "y", "no", "n", ""}:
        return word.startswith("y") if word else None
    message = words.YES_OR_NO.format(option=option, typed=clean(typed))
    raise UsageError(message)


class Options(TypedOptions):
    """What is said of a week, as typed; None and False: not given, "": an answer taken back."""

    went: Annotated[
        list[str] | None,
        Option(metavar="HOURS=HOW", help="How hard hours went: easier, hard or used."),
    ] = None
    helped: Annotated[str | None, Option(metavar="TEXT", help="What helped."), TEXT] = None
    idea: Annotated[str | None, Option(metavar="TEXT", help="An idea worth keeping."), TEXT] = None
    as_step: Annotated[bool, Option("--as-step", help="The idea becomes one of your steps.")] = (
        False
    )
    helped_someone: Annotated[
        str | None,
        Option(metavar="yes|no", help="Did you help someone?"),
        Reads(read_yes),
    ] = None
    less_alone: Annotated[
        str | None,
        Option(metavar="yes|no|same|skip", help="Less alone than a month ago?"),
        one_of_or_none(ALONE),
    ] = None
    question: Annotated[
        str | None, Option(metavar="TEXT", help="One question for next week."), TEXT
    ] = None


def read_week(typed: str | None, usual: date, now: Any) -> date:
    """Return the Monday of the week that a day is in. Raises UsageError for one to come."""
    if typed is None:
        return usual
    monday = monday_before(understand_day(typed, now))
    if monday > now.date():
        message = words.WEEK_TO_COME.format(typed=clean(typed))
        raise UsageError(message, words.WEEK_LIKE)
    return monday


def read_went(typed: Sequence[str], back: Back) -> list[tuple[Hard, str | None]]:
    """Return hard hours with how they went; None takes an answer back.

    Raises UsageError for what is no answer, NotFoundError for hours that this week does not have.
    """
    said: dict[tuple[str, Any], tuple[Hard, str | None]] = {}
    for text in typed:
        which, equals, answer = (part.strip() for part in clean(text).rpartition("="))
        if not equals or not which:
            message = words.WENT_NEEDS.format(typed=clean(text))
            raise UsageError(message, words.WENT_HINT)
        word = answer.casefold()
        how = HOW[-1] if word in ALSO_USED else word
        if how and how not in HOW:
            message = words.HOW_NEEDS.format(answer=answer)
            raise UsageError(message, words.WENT_HINT)
        found = meant(back.hours, which, back.zone)
        if not found:
            message = words.NO_SUCH_HOURS.format(typed=which)
            raise NotFoundError(message, there_are(back))
        said |= {(hard.label, hard.start): (hard, how or None) for hard in found}
    return list(said.values())


def there_are(back: Back) -> str:
    """Say which hard hours the week has, or that it has none."""
    if not back.hours:
        return words.NO_HOURS
    named = [
        f"{hard.label} {weekday_short(hard.start.astimezone(back.zone).date())}"
        for hard in back.hours
    ]
    return f"There are {', '.join(dict.fromkeys(named))}."


def load(session: Session, first: date, days: int = 7) -> Known:
    """Read everything that a look back at so many days from `first` on needs."""
    frame = Span(
        midnight(first, session.zone), midnight(first + timedelta(days=days), session.zone)
    )
    with reading(session.home) as store:
        return reviewing.known(store, session.settings, session.zone, frame, session.now)


def week_of(known: Known, monday: date, session: Session) -> Back:
    """Return the week that begins on this Monday."""
    return look_back(known, monday, 7, session.now)


def told_of(known: Known, back: Back, session: Session) -> Told:
    """Return how to tell this person, with the tries that each group had by the end."""
    end = midnight(back.last + timedelta(days=1), back.zone)
    facts = known.facts
    if end <= session.now:
        until = tuple(meeting for meeting in facts.meetings if meeting.at < end)
        facts = facts._replace(meetings=until, tried={})
    return Told(
        clock24=session.clock24,
        about=session.settings.about,
        groups={group.id: group.name for group in known.facts.groups},
        tries=tries(facts, session.now),
        today=session.now.date(),
    )


def emit_week(
    known: Known, back: Back, session: Session, *, json: bool = False, asks: bool = False
) -> None:
    """Print a week; `asks`: questions follow, so that how to answer need not be said."""
    told_to = told_of(known, back, session)
    title = told.title(back, session.settings.name, session.now.date(), month=False)
    notes = notes_of(known, back, session, asks=asks)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.looking_back import back_screen

        return back_screen(title, told.week_sections(back, told_to), notes, width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.looking_back import week_record

        return week_record(back, told_to.groups)

    emit(
        plain=lambda: [*back_lines(title, told.week_sections(back, told_to, full=True)), *notes],
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_month(known: Known, back: Back, session: Session, *, json: bool) -> None:
    """Print the look back at a month, or its JSON."""
    told_to = told_of(known, back, session)
    title = told.title(back, session.settings.name, session.now.date(), month=True)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.looking_back import back_screen

        return back_screen(title, told.month_sections(back, told_to), [], width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.looking_back import month_record

        return month_record(back, told_to.groups)

    emit(
        plain=lambda: back_lines(title, told.month_sections(back, told_to, full=True)),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def notes_of(known: Known, back: Back, session: Session, *, asks: bool) -> list[str]:
    """Return what stands below a week: how to answer, and gently where there is more support.

    Of weeks long past neither is said.
    """
    if (session.now.date() - back.last).days > 7 or asks:
        return []
    notes = []
    if back.review is None or any(hard.outcome is None for hard in back.hours):
        notes.append(words.TO_ANSWER.format(command=command(back, session)))
    return [*notes, *more_care(known, session)]


def more_care(known: Known, session: Session) -> list[str]:
    """Return the sentence that names `care`, where lapses repeat although there is support."""
    return [words.MORE_CARE] if repeats_despite_support(known, session.now) else []


def command(back: Back, session: Session) -> str:
    """Return the command that shows this week again."""
    usual = back.first == week_to_review(session.now)
    return "recoverplan review" + ("" if usual else f" --week {back.first.isoformat()}")


def keep(
    session: Session,
    week: date,
    fields: dict[str, Any],
    went: Sequence[tuple[Hard, str | None]] = (),
    *,
    as_step: str = "",
) -> list[str]:
    """Keep answers about a week as one step of the history, with the idea that becomes a step.

    Returns what there is to say of that.
    """
    with writing(session.home, session.now) as store:
        for hard, how in went:
            reviewing.keep_outcome(store, hard, how, session.now)
        if fields:
            reviewing.keep_review(store, week, fields, session.now)
        made = reviewing.idea_to_step(store, as_step, session.now) if as_step else None
        store.did(words.DID_LOOK_BACK if fields or went else f"added step {as_step}")
    if not as_step:
        return []
    return [words.STEP_THERE if made is None else words.MADE_STEP.format(text=made.text)]
