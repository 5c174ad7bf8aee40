"""From what was said about an urge to the log that is kept, and how it leaves the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.ending import said_when_left
from recoverplan.cli.fields import note_of
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import TEXT, TEXTS, At, Note, TypedOptions, asked, fields_of, number
from recoverplan.cli.session import Session
from recoverplan.domain.urge import STRONGEST, Urge, answers_offered, triggers_offered
from recoverplan.services.keeping import reading
from recoverplan.store.tables import lapses, risks, steps, urges
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.words.question import Question
from recoverplan.words.questions import NOTE, SKIP
from recoverplan.words.trial import YOURS
from recoverplan.writers.plain.urge import said_in_short, when_of

HOW_STRONG = "strength"  # the field that is asked about first
STRONG = 7  # from here on, `now` is named, in one quiet line
STILL = timedelta(hours=3)  # an urge that began longer ago is not taken to be going on


URGE = Noun(
    table=urges,
    word="urge",
    name=lambda urge: str(urge.id),
    refuse=lambda _, __: None,
    did=lambda _: words.DID_LOG,
)


class Options(TypedOptions):
    """The options as typed; None: not given, "": an answer to be taken back."""

    strength: Annotated[
        str | None,
        Option(metavar="0-10", help="How strong it was."),
        number(0, STRONGEST),
    ] = None
    trigger: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="What set it off; may be repeated."),
        TEXTS,
    ] = None
    did: Annotated[str | None, Option(metavar="TEXT", help="What you did about it."), TEXT] = None
    after: Annotated[
        str | None,
        Option(metavar="0-10", help="How strong afterwards."),
        number(0, STRONGEST),
    ] = None
    at: At = None
    note: Note = None


def read_options(options: Options, session: Session) -> dict[str, Any]:
    """Return the fields of Urge that were typed. Raises UsageError."""
    given = fields_of(options)
    if options.at is None:
        return given
    from recoverplan.cli.moments import when_fields

    return given | when_fields(options.at, session)


def load(session: Session) -> tuple[Urge, ...]:
    """Load all urges, oldest first."""
    return tuple(sorted(URGE.load(session), key=attrgetter("at")))


def going_on(urge: Urge, session: Session) -> bool:
    """Tell whether an urge is strong, and may still be there."""
    latest = urge.strength if urge.after is None else urge.after
    return latest is not None and latest >= STRONG and session.now - urge.at < STILL


def when_said(urge: Urge, session: Session) -> str:
    """Say when an urge was, in the person's clock style."""
    return when_of(urge, session.zone, session.now.date(), clock24=session.clock24)


def emit_logged(urge: Urge, session: Session, *, json: bool, asked: bool) -> None:
    """Print what was noted; `asked`: in a conversation, in which `now` was named already."""
    lines = [words.NOTED.format(when=when_said(urge, session)) + said_in_short(urge)]
    if going_on(urge, session) and not asked:
        lines.append(words.HARD)
    if urge.after is None:
        lines.append(words.LATER)
    URGE.emit(urge, lines, session, json=json)


def emit_changed(urge: Urge, first: str, session: Session, *, json: bool) -> None:
    """Print what an urge is now, after `first`."""
    said = first.format(when=when_said(urge, session)) + said_in_short(urge)
    URGE.emit(urge, [said], session, json=json)


def changed(urge: Urge, fields: dict[str, Any], session: Session) -> Urge:
    """Return the urge with these fields; one that was at another time was so in today's zone."""
    zone = session.zone.key if "at" in fields else urge.zone
    return replace(urge, zone=zone, **fields)


# The conversation of `urge log` on a terminal: short, every question skipped with Enter.
#
# Each answer is kept before the next question comes, so that a terminal that is closed in the
# middle takes nothing along; all of them are one step of the history.


def talk(urge: Urge, session: Session) -> Urge:
    """Ask about an urge, keep it, and return it as it is then."""
    from recoverplan.cli.conversation import pick_one_or_own, pick_or_own

    triggers, answers = offered(session)
    questions: Sequence[tuple[str, Callable[[], Any]]] = (
        (HOW_STRONG, lambda: ask_scale(HOW_STRONG, words.STRENGTH)),
        ("triggers", lambda: pick_or_own(words.TRIGGERS, triggers, commas=True)),
        ("did", lambda: pick_one_or_own(words.DID, answers)),
        ("after", lambda: ask_scale("after", words.AFTER)),
        ("note", lambda: ask(NOTE, check=note_of)),
    )
    explain(YOURS, SKIP)
    with said_when_left(lambda: words.STOPPED.format(id=urge.id) if urge.id else ""):
        for name, question in questions:
            answer = question()
            if answer not in (None, (), "") or not urge.id:
                urge = URGE.keep(replace(urge, **{name: answer}), session)
            if name == HOW_STRONG and going_on(urge, session):
                explain(words.HARD)
    return urge


def ask_scale(name: str, question: Question) -> int | None:
    """Ask how strong it is or was, from 0 to 10."""
    found: int | None = asked(Options, name, question, "Strength")
    return found


def offered(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what to offer for what set it off, and for what was done."""
    with reading(session.home) as store:
        if store is None:
            return triggers_offered((), ()), answers_offered((), ())
        logged = urges.load_all(store)
        return (
            triggers_offered((*logged, *lapses.load_all(store)), risks.load_all(store)),
            answers_offered(logged, steps.load_all(store)),
        )
