"""A template: steps, if-thens and hard hours to hand out, without any person, number or place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from recoverplan.domain.private import Kept, names_somebody, private
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import Step
from recoverplan.value import Value, replace

SCHEMA = "recoverplan/template/1"
MOST = 500  # records of one kind
Reword = Callable[[str, str], str | None]  # a text and what it gives away, to other words or None


class TemplateHours(Value):
    """Hard hours without who is asked then: the fields are those of a risk window."""

    label: str
    hours: Hours
    level: str = "medium"
    triggers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    if_thens: tuple[IfThen, ...] = ()


class TemplateStep(Value):
    """A step of one kind."""

    text: str
    kind: str


class Template(NamedTuple):
    """What a file of a template holds."""

    hard_hours: tuple[TemplateHours, ...] = ()
    steps: tuple[TemplateStep, ...] = ()


class Left(NamedTuple):
    """A text that was left out, and what it gives away (domain/private.py)."""

    text: str
    why: str


def make_template(
    risks: Iterable[RiskWindow], steps: Iterable[Step], kept: Kept, reword: Reword
) -> tuple[Template, tuple[Left, ...]]:
    """Return the template of all hard hours and steps, and what was left out of it.

    `reword` gives other words for a text that gives something away, or None to leave it out; what
    it gives is looked at again.
    """
    left: list[Left] = []

    def safe(text: str) -> str | None:
        why = private(text, kept)
        if why is None:
            return text
        other = reword(text, why)
        if other is not None and private(other, kept) is None:
            return other
        left.append(Left(text, why))
        return None

    hours = tuple(
        each
        for risk in risks
        if (each := hours_of(risk, safe, named=names_somebody(risk.hours.phrase, kept)))
    )
    own = ((safe(step.text), step.kind) for step in steps)
    return (
        Template(hours, tuple(TemplateStep(text=text, kind=kind) for text, kind in own if text)),
        tuple(left),
    )


def hours_of(
    risk: RiskWindow, safe: Callable[[str], str | None], *, named: bool
) -> TemplateHours | None:
    """Return hard hours with what of them is safe; None where their name is not.

    `named`: the words for their time are somebody's name, such as May; a time has no other words.
    """
    label = None if named else safe(risk.label)
    if label is None:
        return None
    return TemplateHours(
        label=label,
        hours=risk.hours,
        level=risk.level,
        triggers=tuple(filter(None, map(safe, risk.triggers))),
        steps=tuple(filter(None, map(safe, risk.steps))),
        if_thens=tuple(
            pair for each in risk.if_thens if (pair := if_then_of(each, safe)) is not None
        ),
    )


def if_then_of(pair: IfThen, safe: Callable[[str], str | None]) -> IfThen | None:
    """Return an if-then where both of its halves are safe."""
    condition = safe(pair.condition)
    action = safe(pair.action) if condition else None
    return IfThen(condition=condition, action=action) if condition and action else None


class TemplateLine(NamedTuple):
    """One thing that is taken or left: of which hard hours (their place), or a step (None).

    `field`: "hours", "triggers", "steps", "if_thens", or the kind of a step.
    """

    hours: int | None
    field: str
    text: str


def lines(template: Template) -> Iterator[TemplateLine]:
    """Yield everything that is in a template, line by line."""
    for place, hours in enumerate(template.hard_hours):
        yield TemplateLine(place, "hours", hours.label)
        yield from (TemplateLine(place, "triggers", text) for text in hours.triggers)
        yield from (TemplateLine(place, "steps", text) for text in hours.steps)
        yield from (TemplateLine(place, "if_thens", pair.said) for pair in hours.if_thens)
    yield from (TemplateLine(None, step.kind, step.text) for step in template.steps)


def chosen(template: Template, wanted: Callable[[TemplateLine], bool]) -> Template:
    """Return the template with the lines alone that are wanted, each asked in its order.

    Of hard hours that are not wanted nothing else is asked.
    """
    hard_hours = []
    for place, hours in enumerate(template.hard_hours):
        if not wanted(TemplateLine(place, "hours", hours.label)):
            continue
        hard_hours.append(
            replace(
                hours,
                triggers=tuple(
                    text for text in hours.triggers if wanted(TemplateLine(place, "triggers", text))
                ),
                steps=tuple(
                    text for text in hours.steps if wanted(TemplateLine(place, "steps", text))
                ),
                if_thens=tuple(
                    pair
                    for pair in hours.if_thens
                    if wanted(TemplateLine(place, "if_thens", pair.said))
                ),
            )
        )
    steps = [step for step in template.steps if wanted(TemplateLine(None, step.kind, step.text))]
    return Template(tuple(hard_hours), tuple(steps))
