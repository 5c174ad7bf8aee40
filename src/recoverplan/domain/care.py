"""The next level of care: which answers lead on, and which of a region's lines they lead to.

There is no total and no level here: each answer stands for itself, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoverplan.domain.help_lines import (
    CARE,
    GAMBLING,
    HOME,
    REFERRAL,
    USING_ALONE,
    crisis_line,
    few_of_kind,
    for_what_was_named,
    gambling_alone,
)
from recoverplan.domain.region import OWN, Line
from recoverplan.value import NamedTuple

QUESTIONS = ("stopping", "going-back", "thoughts", "mood", "home")
UNSURE_LEADS = ("stopping", "thoughts", "home")
MOST_CARE_LINES = 2  # a choice, not a list to study
ANSWERS = ("yes", "no", "unsure")

Answers = Mapping[str, str]  # of QUESTIONS to ANSWERS; what was skipped is not in it


class Routes(NamedTuple):
    """The lines that answers lead to: for crises, for care, and for a home that is unsafe."""

    crisis: tuple[Line, ...]
    care: tuple[Line, ...]
    home: tuple[Line, ...]


def leads_on(answers: Answers) -> bool:
    """Tell whether where to go next is shown: for any yes, and unsure about what may be at stake
    at once: stopping suddenly, thoughts of suicide, an unsafe home.
    """
    unsure = any(answers.get(name) == "unsure" for name in UNSURE_LEADS)
    return "yes" in answers.values() or unsure


def crisis_at_once(answers: Answers) -> bool:
    """Tell whether the crisis line is shown at once: for yes and unsure about suicide."""
    return answers.get("thoughts") in {"yes", "unsure"}


def home_unsafe(answers: Answers) -> bool:
    """Tell whether lines for an unsafe home are shown: for yes and unsure."""
    return answers.get("home") in {"yes", "unsure"}


def routes(lines: Sequence[Line], about: Iterable[str]) -> Routes:
    """Return a region's lines for care, in their order; of crisis lines the first few."""
    first = crisis_line(lines)
    own = [line for line in lines if line.kind == OWN]
    return Routes(
        crisis=(*filter(None, [first]), *own),
        care=tuple(for_care(lines, about)[:MOST_CARE_LINES]),
        home=tuple(few_of_kind(lines, HOME)),
    )


def for_care(lines: Sequence[Line], about: Iterable[str]) -> list[Line]:
    """Return the lines that lead to care, those for what was named first."""
    named = set(about)
    first = [line for line in for_what_was_named(lines, named) if line.kind != USING_ALONE]
    kinds = {REFERRAL}
    if not gambling_alone(named):
        kinds.add(CARE)
    if not named or named & {"gambling", "other"}:
        kinds.add(GAMBLING)
    return list(dict.fromkeys([*first, *(line for line in lines if line.kind in kinds)]))
