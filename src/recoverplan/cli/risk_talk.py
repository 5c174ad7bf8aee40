"""The questions about one stretch of hard hours, for setup and for `risk add`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, chosen, explain
from recoverplan.cli.conversation import ask_hours_of, ask_if_then, nothing, offered, pick_or_own
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import kept
from recoverplan.cli.output import tell
from recoverplan.cli.risk_keep import NOUN, RISK
from recoverplan.cli.session import Session
from recoverplan.data import picklists, synonyms
from recoverplan.domain.naming import folded
from recoverplan.domain.phrase import Understood
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.value import replace
from recoverplan.words import setup as words
from recoverplan.words.question import Question
from recoverplan.writers.when import said_plainly


def ask_risk(
    session: Session, *, brief: bool = False, begun: Callable[[], None] = nothing
) -> tuple[RiskWindow, Understood] | None:
    """Ask about one stretch of hard hours; None when it is skipped.

    It is kept from its hours on, and again with each answer after them; `begun` is called when it
    is there. `brief`: one step is all that is asked besides.
    """
    asked = ask_hard_time(session, words.RISK_LABEL)
    if asked is None:
        return None
    risk, understood = asked
    begun()
    if brief:
        steps = pick_or_own(words.RISK_STEPS, steps_offered(risk, session))
        return RISK.keep(replace(risk, steps=steps), session), understood
    tell(words.RISK_MORE)
    return ask_more(risk, session), understood


def ask_hard_time(session: Session, question: Question) -> tuple[RiskWindow, Understood] | None:
    """Ask what hard hours are called and when they are, and keep them; None when either is
    skipped. A name alone is not kept, and that is said.
    """
    risks = RISK.load(session)
    label = ask(question, check=lambda typed: RISK.free(name_of(typed, NOUN), risks))
    if label is None:
        return None
    try:
        understood = ask_hours_of(label, session)
    except (KeyboardInterrupt, EOFError):
        tell()
        explain(words.NO_TIME_YET.format(label=label))
        raise
    if understood is None:
        explain(words.NO_TIME_YET.format(label=label))
        return None
    tell(words.taken_as(said_plainly(understood.words), understood.notes))
    created = session.now.astimezone(UTC)
    risk = RiskWindow(label=label, hours=kept(understood), created=created)
    return RISK.keep(risk, session), understood


def ask_more(risk: RiskWindow, session: Session) -> RiskWindow:
    """Ask what else there is to know about hard hours, and keep each answer."""

    def triggers(_: RiskWindow) -> dict[str, Any]:
        return {"triggers": pick_or_own(words.RISK_TRIGGERS, picklists.TRIGGERS, commas=True)}

    def steps(now: RiskWindow) -> dict[str, Any]:
        if now.steps:
            return {}
        return {"steps": pick_or_own(words.RISK_STEPS, steps_offered(now, session))}

    def if_then(now: RiskWindow) -> dict[str, Any]:
        return {"if_thens": ask_if_then(now.triggers)}

    return RISK.ask(risk, session, ask_level, triggers, steps, if_then)


def ask_level(risk: RiskWindow) -> dict[str, Any]:
    """Ask how hard it is then."""
    levels = {level: level for level in LEVELS}
    level = ask(
        words.RISK_LEVEL,
        default=risk.level,
        check=lambda typed: chosen(typed, levels, synonyms.LEVELS),
    )
    return {"level": level} if level else {}


def steps_offered(risk: RiskWindow, session: Session) -> tuple[str, ...]:
    """Return the steps to offer for hard hours, those of money first where it is about that."""
    first = picklists.first_steps_for(folded(risk.label), risk.triggers)
    return (*first, *offered(session, "alone"))
