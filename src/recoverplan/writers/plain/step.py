"""What is said about steps in lists and alone: in the order of a safety plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoverplan.data.picklists import Idea
from recoverplan.domain.step import KINDS, Reason, Step
from recoverplan.domain.text import listed
from recoverplan.words import safety as words
from recoverplan.writers.rows import Fact, Row


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


def reason_row(reason: Reason) -> Row:
    """Return the list's row: the reason and where it is shown."""
    return Row(reason.id, reason.text, (where(reason),))


def reason_facts(reason: Reason) -> Iterator[Fact]:
    """Give everything that is known of one reason."""
    yield Fact("Shown", where(reason))


def where(reason: Reason) -> str:
    """Return where a reason is shown, in few words: "on now and card", "kept to yourself"."""
    if not reason.shown:
        return words.SHOWN_NOWHERE
    return f"on {listed(reason.shown)}"


def where_said(reason: Reason) -> str:
    """Return where a reason is shown, as a sentence."""
    if not reason.shown:
        return words.KEPT_TO_YOURSELF
    return words.SHOWN_ON.format(screens=listed(reason.shown))
