"""`recoverplan risk suggest`: hours in which the log gathers; `--add` makes them hard."""

from __future__ import annotations

from datetime import UTC

from recoverplan.cli.fields import choice, name_of, whole
from recoverplan.cli.hours import kept, settle_hours
from recoverplan.cli.output import emit_document
from recoverplan.cli.risk_keep import NOUN, RISK, keep_new
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.domain.suggest import FEWEST_LOGGED, MOST, Suggestion
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.keeping import reading
from recoverplan.services.reviewing import Gathered, gathered
from recoverplan.words import urge as words
from recoverplan.writers.plain.suggest import hours_words, suggestion_lines


def look(session: Session) -> Gathered:
    """Look through the log."""
    with reading(session.home) as store:
        return gathered(store, session.zone, session.now)


def show(session: Session, *, as_json: bool) -> None:
    """Print what stands out, or that nothing does."""
    seen = look(session)
    if as_json:
        from recoverplan.writers.records.plan_closely import suggestions_record

        emit_document(suggestions_record(seen.suggestions, seen.logged, seen.rough))
        return
    said = suggestion_lines(
        seen.suggestions,
        seen.urges,
        seen.lapses,
        seen.part,
        rough=seen.rough,
        fewest=FEWEST_LOGGED,
        clock24=session.clock24,
    )
    say_lines(said, session)


def add(session: Session, typed: str, label: str | None, level: str | None, *, json: bool) -> None:
    """Make hard hours of the suggestion of this number."""
    number = whole("--add", typed, 1, MOST)
    chosen = "medium" if level is None else choice("--level", level, LEVELS)
    found = look(session).suggestions
    if number > len(found):
        raise NotFoundError(words.NO_SUCH.format(number=number), words.SEE)
    one: Suggestion = found[number - 1]
    called = hours_words(one, clock24=session.clock24) if label is None else name_of(label, NOUN)
    called = RISK.free(called, RISK.load(session))
    understood = settle_hours(one.phrase, session)
    risk = RiskWindow(
        label=called,
        hours=kept(understood),
        level=chosen,
        created=session.now.astimezone(UTC),
    )
    keep_new(risk, understood, session, json=json)


def refuse_alone(label: str | None, level: str | None) -> None:
    """Refuse --label and --level without --add. Raises UsageError."""
    if label is not None or level is not None:
        raise UsageError(words.ADD_NEEDS, words.ADD_LIKE)
