"""A template: steps, if-thens and hard hours to hand out, without any person, number or place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from recoverplan.data.plan_words import COMMON_IN_NAMES
from recoverplan.domain.naming import folded
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import Step
from recoverplan.domain.text import digits_of, without_marks
from recoverplan.value import NamedTuple, Value, replace

SHORT = 4  # letters: names up to here may be a part of another word, as Sam is of same
LEAST = 5  # digits of a number that somebody may be called at
PART = 4  # letters of a part of a place that is looked for by itself
# Fields of records that name somebody, or say where or how they are reached.
NAMES = ("name", "card_name", "place", "with", "who")
WHERE = (
    "where", "where_notes", "link", "link_notes", "phone", "phone_notes", "call", "text", "email",
    "other", "address", "near", "town",
)  # fmt: skip

NUMBER = re.compile(r"\+?\(?\d[\d\s()./–‑-]*\d")
ADDRESS = re.compile(r"\S+@\S+\.\S+|(?i:https?://|www\.)\S+")
WAY = (
    r"street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|way|court|ct|place|pl|boulevard|blvd|"
    r"close|square|sq|terrace|gardens|hill|row|crescent|highway|hwy|parkway|pkwy|route|alley|"
    r"grove|mews|walk|quay|wharf|park|estate|loop|trail|circle|cir|straße|strasse|weg|platz|allee"
)
ABROAD = (
    r"rue|via|calle|avenida|rua|laan|straat|ulica|platz|allee|street|avenue|road"  # number last
)
COUNTED = r"(?:more )?(?:min\w*|hours?|times?|laps?|days?|weeks?|miles?|km|steps?|breaths?|things?)"
STREET = re.compile(
    rf"(?i)\b\d{{1,5}}[a-z]?,?\s+(?!(?:{COUNTED})\b)(?:[\w'’.-]+\s+){{0,4}}(?:{WAY})\b"
    rf"|\b(?:{ABROAD})\s+(?:[\w'’.-]+\s+){{0,3}}\d{{1,5}}\b"
    r"|\w{3,}(?:straße|strasse|straat|weg|gasse|platz|laan)\s+\d{1,4}\b"
    r"|\b(?:flat|apt|apartment|unit|suite|room|rm|p\.?o\.? box)\.?\s*#?\d+[a-z]?\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
)


class Kept(NamedTuple):
    """What is looked for, folded: names (and their words), places, and digits of numbers."""

    names: frozenset[str]
    places: frozenset[str]
    digits: frozenset[str]


def plain(text: str) -> str:
    """Return a text as it is compared: folded, without accents."""
    return without_marks(folded(text)).replace("’", "'")


def kept_private(names: Iterable[str], places: Iterable[str]) -> Kept:
    """Return what must not stand in a template, of names and of places, numbers and addresses."""
    whole = {plain(name) for name in names if plain(name)}
    words = {word for name in whole for word in re.findall(r"[^\W_]{2,}", name)} - set(
        COMMON_IN_NAMES
    )
    texts = {plain(text) for text in places if plain(text)}
    parts = {
        part.strip()
        for text in texts
        for part in re.split(r"[,;/()]", text)
        if len(part.strip()) >= PART
    }
    numbers = {digits_of(text) for text in texts if len(digits_of(text)) >= 3}
    return Kept(frozenset(whole | words), frozenset(texts | parts), frozenset(numbers))


def private(text: str, kept: Kept) -> str | None:
    """Return what a text gives away: name, number or place; None for nothing."""
    if names_somebody(text, kept):
        return "name"
    said = plain(text)
    found = [digits_of(match[0]) for match in NUMBER.finditer(text)]
    every = digits_of(text)
    if any(len(digits) >= LEAST for digits in found) or any(one in every for one in kept.digits):
        return "number"
    if ADDRESS.search(text) or any(holds(said, place) for place in kept.places):
        return "place"
    return "place" if STREET.search(text) else None


def names_somebody(text: str, kept: Kept) -> bool:
    """Tell whether a text has the name, or a part of the name, of somebody or of a group."""
    said = plain(text)
    return any(holds(said, name) for name in kept.names)


def holds(said: str, name: str) -> bool:
    """Tell whether a name stands in a text: a short one as a word of its own."""
    if len(name) > SHORT or not name.isalpha():
        return name in said
    return re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", said) is not None


SCHEMA = "recoverplan/template/1"
SEVERAL = ("triggers", "steps", "if_thens")  # what hard hours have several of, in order
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
    """A text that was left out, and what it gives away."""

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


def line_of(place: int, field: str, what: str | IfThen) -> TemplateLine:
    """Return the line of something that is in a field of hard hours."""
    return TemplateLine(place, field, what if isinstance(what, str) else what.said)


def lines(template: Template) -> Iterator[TemplateLine]:
    """Yield everything that is in a template, line by line."""
    for place, hours in enumerate(template.hard_hours):
        yield TemplateLine(place, "hours", hours.label)
        for field in SEVERAL:
            yield from (line_of(place, field, what) for what in getattr(hours, field))
    yield from (TemplateLine(None, step.kind, step.text) for step in template.steps)


def chosen(template: Template, wanted: Callable[[TemplateLine], bool]) -> Template:
    """Return the template with the lines alone that are wanted, each asked in its order.

    Of hard hours that are not wanted nothing else is asked.
    """
    hard_hours = []
    for place, hours in enumerate(template.hard_hours):
        if wanted(TemplateLine(place, "hours", hours.label)):
            kept = {
                field: tuple(
                    what for what in getattr(hours, field) if wanted(line_of(place, field, what))
                )
                for field in SEVERAL
            }
            hard_hours.append(replace(hours, **kept))
    steps = [step for step in template.steps if wanted(TemplateLine(None, step.kind, step.text))]
    return Template(tuple(hard_hours), tuple(steps))
