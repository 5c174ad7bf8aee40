"""What is said about hard hours in lists, alone, and after they were entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recoverplan.domain.phrase import schedule_words
from recoverplan.domain.risk import RiskWindow
from recoverplan.words import plan as words
from recoverplan.writers.rows import Fact, Row
from recoverplan.writers.when import said_plainly


def risk_row(risk: RiskWindow, *, clock24: bool) -> Row:
    """Return the list's row: when, the level, why it is hard."""
    facts = [said_plainly(schedule_words(risk.hours.schedule, clock24=clock24)), risk.level]
    if risk.triggers:
        facts.append(f"hard because {', '.join(risk.triggers)}")
    return Row(risk.id, risk.label, facts)


def risk_facts(risk: RiskWindow, contacts: Mapping[int, str], *, clock24: bool) -> Iterator[Fact]:
    """Give everything that is known of one risk window; `contacts` maps ids to names."""
    yield Fact("When", said_plainly(schedule_words(risk.hours.schedule, clock24=clock24)))
    yield Fact("Typed as", risk.hours.phrase)
    yield Fact("Level", risk.level)
    if risk.triggers:
        yield Fact("Hard because", ", ".join(risk.triggers))
    for step in risk.steps:
        yield Fact("Step", step)
    for pair in risk.if_thens:
        yield Fact(f"If {pair.condition}", f"then {pair.action}")
    for ahead, text in risk.prepare:
        yield Fact(f"{ahead} before", text)
    if risk.no_check_in:
        yield Fact("Check-in", words.NOBODY_ASKED)
    elif risk.check_in is not None and risk.check_in in contacts:
        yield Fact("Check-in", contacts[risk.check_in])
