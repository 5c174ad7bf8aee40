"""What is said about steps in lists and alone: in the order of a safety plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoverplan.data.picklists import Idea
from recoverplan.domain.step import KINDS, Step
from recoverplan.writers.listing import Fact, Row


def step_row(step: Step) -> Row:
    """Return the list's row: the step and what kind it is."""
    return Row(step.id, step.text, (KINDS[step.kind],))


def step_facts(step: Step) -> Iterator[Fact]:
    """Give everything that is known of one step."""
    yield Fact("Kind", KINDS[step.kind])
    if step.meeting is not None:
        yield Fact("Heard at", f"meeting {step.meeting}")


def idea_lines(ideas: Iterable[Idea]) -> Iterator[str]:
    """Give the pick-list, a heading with the option's value before each kind."""
    kind = None
    for idea in ideas:
        if idea.kind != kind:
            kind = idea.kind
            yield f"{KINDS[kind].capitalize()} (--kind {kind})"
        yield f"  {idea.text}"
