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


def new_in(template: Template, store: Store | None) -> Template:
    """Return what of a template is not in the store already, each once."""
    labels = {folded(risk.label) for risk in risks.load_all(store)} if store else set()
    there = {folded(step.text) for step in steps.load_all(store)} if store else set()
    hours: dict[str, TemplateHours] = {}
    for each in template.hard_hours:
        hours.setdefault(folded(each.label), each)
    own: dict[str, TemplateStep] = {}
    for step in template.steps:
        own.setdefault(folded(step.text), step)
    return Template(
        tuple(each for label, each in hours.items() if label not in labels),
        tuple(step for text, step in own.items() if text not in there),
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
