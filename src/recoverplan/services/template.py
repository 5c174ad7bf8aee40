"""Templates: made from the store without what is private, and taken into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from recoverplan.domain.naming import folded
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.step import Step
from recoverplan.domain.template import (
    NAMES,
    WHERE,
    Kept,
    Template,
    TemplateHours,
    TemplateStep,
    kept_private,
)
from recoverplan.settings import Settings
from recoverplan.store.opened import Store
from recoverplan.store.tables import TABLES, risks, steps
from recoverplan.value import NamedTuple
from recoverplan.words import template as words

OWN = ("steps", "risks")  # the nouns that a template is made of


def private_here(store: Store, settings: Settings) -> Kept:
    """Return every name and place that is kept, of whatever noun."""
    names = [settings.name] if settings.name else []
    return kept_private([*names, *texts(store, NAMES)], texts(store, WHERE))


def texts(store: Store, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the fields of these names of every record but steps and hard hours."""
    for noun, table in TABLES.items():
        named = [field for field in fields if field in table.kind.names_]
        if noun not in OWN and named:
            for record in table.load_all(store):
                found = (getattr(record, field) for field in named)
                yield from (text for text in found if isinstance(text, str) and text)


class Known(NamedTuple):
    """What is there already, by its text as names are compared."""

    labels: frozenset[str]
    steps: frozenset[str]

    def has(self, one: TemplateHours | TemplateStep) -> bool:
        """Tell whether there are hard hours of this name, or there is a step of this text."""
        if isinstance(one, TemplateHours):
            return folded(one.label) in self.labels
        return folded(one.text) in self.steps


def known(store: Store | None) -> Known:
    """Return the hard hours and steps that are there."""
    if store is None:
        return Known(frozenset(), frozenset())
    return Known(
        frozenset(folded(risk.label) for risk in risks.load_all(store)),
        frozenset(folded(step.text) for step in steps.load_all(store)),
    )


def new_in(template: Template, there: Known) -> Template:
    """Return what of a template is not there already, each once."""
    hours = {folded(each.label): each for each in reversed(template.hard_hours)}
    own = {folded(each.text): each for each in reversed(template.steps)}
    return Template(
        tuple(
            each
            for each in template.hard_hours
            if hours[folded(each.label)] is each and not there.has(each)
        ),
        tuple(
            each
            for each in template.steps
            if own[folded(each.text)] is each and not there.has(each)
        ),
    )


def apply(store: Store, template: Template, now: datetime) -> None:
    """Keep what is in a template, in the transaction that is open."""
    created = now.astimezone(UTC)
    for each in template.hard_hours:
        risks.add(
            store,
            RiskWindow(
                label=each.label,
                hours=each.hours,
                level=each.level,
                triggers=each.triggers,
                steps=each.steps,
                if_thens=each.if_thens,
                created=created,
            ),
        )
    for step in template.steps:
        steps.add(store, Step(text=step.text, kind=step.kind, created=created))
    store.did(words.DID)
