"""The conversation of `urge log` on a terminal: short, every question skipped with Enter.

Each answer is kept before the next question comes, so that a terminal that is closed in the middle
takes nothing along; all of them are one step of the history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import typer

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.conversation import pick_one_or_own, pick_or_own
from recoverplan.cli.fields import note_of
from recoverplan.cli.options import asked
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.cli.urge_keep import Options, going_on, keep
from recoverplan.domain.urge import Urge, answers_offered, triggers_offered
from recoverplan.services.keeping import answers as so_far
from recoverplan.services.keeping import reading
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.words.trial import YOURS

INTERRUPTED = 130


def talk(urge: Urge, session: Session) -> Urge:
    """Ask about an urge, keep it, and return it as it is then."""
    triggers, answers = offered(session)
    questions: Sequence[tuple[str, Callable[[], Any]]] = (
        ("strength", lambda: ask_strength(words.STRENGTH)),
        ("triggers", lambda: pick_or_own(words.TRIGGERS, triggers, commas=True)),
        ("did", lambda: pick_one_or_own(words.DID, answers)),
        ("after", lambda: ask_strength(words.AFTER)),
        ("note", lambda: ask(words.NOTE, check=note_of)),
    )
    step = None
    explain(YOURS, words.OPENING)
    try:
        for name, question in questions:
            answer = question()
            if answer not in (None, (), "") or step is None:
                urge, step = keep(replace(urge, **{name: answer}), session, step)
            if name == "strength" and going_on(urge, session):
                explain(words.HARD)
    except (KeyboardInterrupt, EOFError):
        tell()
        if urge.id:
            explain(words.STOPPED.format(id=urge.id))
        so_far.told = True
        raise typer.Exit(INTERRUPTED) from None
    return urge


def ask_strength(question: str) -> int | None:
    """Ask how strong it is or was, from 0 to 10."""
    found: int | None = asked(Options, "strength", question, "Strength")
    return found


def offered(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what to offer for what set it off, and for what was done."""
    from recoverplan.store.tables import lapses, risks, steps, urges

    with reading(session.home) as store:
        if store is None:
            return triggers_offered((), ()), answers_offered((), ())
        logged = urges.load_all(store)
        return (
            triggers_offered((*logged, *lapses.load_all(store)), risks.load_all(store)),
            answers_offered(logged, steps.load_all(store)),
        )
