"""The next level of care: which answers lead on, and which of a region's lines they lead to.

There is no total and no level here: each answer stands for itself, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoverplan.domain.about import gambling_alone
from recoverplan.domain.help_lines import HOME, crisis_line, few_of_kind
from recoverplan.domain.region import OWN, Line

QUESTIONS = ("stopping", "going-back", "mood", "home")
ANSWERS = ("yes", "no", "unsure")

Answers = Mapping[str, str]  # of QUESTIONS to ANSWERS; what was skipped is not in it


class Routes(NamedTuple):
    """The lines that answers lead to: for crises, for care, and for a home that is unsafe."""

    crisis: tuple[Line, ...]
    care: tuple[Line, ...]
    home: tuple[Line, ...]


def leads_on(answers: Answers) -> bool:
    """Tell whether where to go next is shown: for any yes, or unsure about stopping suddenly."""
    return "yes" in answers.values() or answers.get("stopping") == "unsure"


def crisis_at_once(answers: Answers) -> bool:
    """Tell whether the crisis line is shown at once: for yes and unsure about suicide."""
    return answers.get("mood") in {"yes", "unsure"}


def home_unsafe(answers: Answers) -> bool:
    """Tell whether lines for an unsafe home are shown: for yes and unsure."""
    return answers.get("home") in {"yes", "unsure"}


def withdrawal_fits(answers: Answers, about: Iterable[str]) -> bool:
    """Tell whether the words about withdrawal are said: always, but where only gambling was named
    and nothing else was answered.
    """
    return not gambling_alone(about) or answers.get("stopping") in {"yes", "unsure"}


def routes(lines: Sequence[Line], about: Iterable[str]) -> Routes:
    """Return a region's lines for care, in their order; of crisis lines the first few."""
    named = set(about)
    kinds = {"referral"}
    if not gambling_alone(named):
        kinds.add("drug-alcohol")
    if not named or named & {"gambling", "other"}:
        kinds.add("gambling")
    first = crisis_line(lines)
    own = [line for line in lines if line.kind == OWN]
    return Routes(
        crisis=(*filter(None, [first]), *own),
        care=tuple(line for line in lines if line.kind in kinds),
        home=tuple(few_of_kind(lines, HOME)),
    )
