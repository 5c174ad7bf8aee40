"""The workbook for pen and paper: pages in order, and what of the store fills their lines.

A field without a value is a line to write on. The pages ask what `setup --from-workbook` asks, in
the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date
from typing import NamedTuple, TypeVar

from recoverplan.domain.attendance import place_of
from recoverplan.domain.card import hours_of
from recoverplan.domain.contact import Contact, listed
from recoverplan.domain.family import looks_like
from recoverplan.domain.group import Group
from recoverplan.domain.inventory import Support
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.phrase.wording import short_words
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.safety import named_here, person_item
from recoverplan.domain.saying import short_date
from recoverplan.domain.schedule import together
from recoverplan.domain.step import Step
from recoverplan.domain.text import clean
from recoverplan.domain.trial import tries_of
from recoverplan.domain.zone import known_zone
from recoverplan.words import workbook as words

TRIES = 5  # columns of a group's table
MOST_SUPPORT = 8  # lines of what support looks like
T = TypeVar("T")


class Known(NamedTuple):
    """What fills the pages; nothing of it for blank ones."""

    risks: tuple[RiskWindow, ...] = ()
    contacts: tuple[Contact, ...] = ()
    groups: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    steps: tuple[Step, ...] = ()
    supports: tuple[Support, ...] = ()


class Room(NamedTuple):
    """How many of each there is room for on their page."""

    risks: int
    signs: int
    contacts: int
    groups: int
    steps: int  # of each kind
    if_thens: int
    days: int


class Field(NamedTuple):
    """A label and what stands behind it, "" for a line to write on."""

    label: str
    value: str = ""


class Choice(NamedTuple):
    """A question with its answers to tick; `ticked` is one of them, "" for none."""

    label: str
    answers: tuple[str, ...]
    ticked: str = ""


Box = tuple[Field | Choice, ...]


class TriedGroup(NamedTuple):
    """A group with its tries: a date each, and the answers to five questions, "" for none."""

    fields: tuple[Field, ...]
    dates: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]  # a row for each question


class Workbook(NamedTuple):
    """What stands on the pages. `more`: of what there is more than the pages have room for."""

    risks: tuple[Box, ...]
    signs: tuple[str, ...]
    people: tuple[Box, ...]
    groups: tuple[TriedGroup, ...]
    steps: Mapping[str, tuple[str, ...]]
    if_thens: tuple[tuple[str, str], ...]
    days: tuple[Box, ...]
    first: tuple[Field, ...]
    support: tuple[str, ...]
    more: Mapping[str, int]


def make_workbook(known: Known, room: Room, most: Room, today: date, *, clock24: bool) -> Workbook:
    """Return the pages' contents; where there is nothing, lines to write on.

    `room` is for writing by hand, `most` for what is printed, which takes less.
    """
    weekly = [risk for risk in known.risks if is_weekly(risk)]
    others = [risk for risk in known.risks if not is_weekly(risk)]
    people = [
        one for one in listed(known.contacts) if one.role != "line" and named_here(one, today)
    ]
    names = {one.id: clean(one.name) for one in people}
    groups = [group for group in known.groups if group.attended]
    by_kind = {
        kind: [clean(step.text) for step in known.steps if step.kind == kind]
        for kind in ("sign", *words.STEP_KINDS)
    }
    pairs = [pair for risk in known.risks for pair in risk.if_thens]
    signs = by_kind.pop("sign")
    more = {
        "risks": left(weekly, most.risks) + left(others, most.days),
        "contacts": left(people, most.contacts),
        "groups": left(groups, most.groups),
        "steps": sum(left(texts, most.steps) for texts in by_kind.values())
        + left(signs, most.signs)
        + left(pairs, most.if_thens),
    }
    return Workbook(
        risks=filled(
            [risk_box(one, clock24=clock24) for one in weekly[: most.risks]],
            room.risks,
            risk_box(None),
        ),
        signs=filled(signs[: most.signs], room.signs, ""),
        people=filled(
            [person_box(one, clock24=clock24) for one in people[: most.contacts]],
            room.contacts,
            person_box(None),
        ),
        groups=tuple(
            tried(group, known.meetings, clock24=clock24)
            for group in filled(groups[: most.groups], room.groups, None)
        ),
        steps={
            kind: filled(by_kind[kind][: most.steps], room.steps, "") for kind in words.STEP_KINDS
        },
        if_thens=filled(
            [(clean(one.condition), clean(one.action)) for one in pairs[: most.if_thens]],
            room.if_thens,
            ("", ""),
        ),
        days=filled(
            [day_box(one, names, clock24=clock24) for one in others[: most.days]],
            room.days,
            day_box(None),
        ),
        first=tuple(map(Field, words.FIRST_FIELDS)),
        support=tuple(looks_like(known.supports)[:MOST_SUPPORT]),
        more={what: count for what, count in more.items() if count},
    )


def left(listed: Collection[object], room: int) -> int:
    """Return how many there are more than there is room for."""
    return max(len(listed) - room, 0)


def filled(given: Sequence[T], room: int, blank: T) -> tuple[T, ...]:
    """Return what is given, and blanks for as much as there is room for."""
    return (*given, *[blank] * max(room - len(given), 0))


def is_weekly(risk: RiskWindow) -> bool:
    """Tell whether hard hours come every week: others are hard days, to prepare for."""
    return all(
        part.rule is not None
        and ("WEEKLY" in part.rule or "DAILY" in part.rule)
        and "INTERVAL" not in part.rule
        for part in risk.hours.schedule.parts
    )


def risk_box(risk: RiskWindow | None, *, clock24: bool = False) -> Box:
    """Return what is asked of hard hours, with the answers that are known."""
    label, when, level, triggers = words.HARD_FIELDS
    if risk is None:
        return Field(label), Field(when), Choice(level, words.LEVELS), Field(triggers)
    hours = short_words(risk.hours.schedule, clock24=clock24)
    before = before_said(risk)
    return (
        Field(label, clean(risk.label)),
        Field(when, hours),
        Choice(level, words.LEVELS, risk.level),
        Field(triggers, because_said(risk)),
        *([Field(words.DAY_FIELDS[2], before)] if before else []),
        *then_field(risk),
    )


def day_box(
    risk: RiskWindow | None, names: Mapping[int, str] | None = None, *, clock24: bool = False
) -> Box:
    """Return what is asked of a hard day, with what is known of it; `names` are those of people."""
    day, when, before, who = words.DAY_FIELDS
    if risk is None:
        return Field(day), Field(when), Field(before), Field(who)
    hours = short_words(risk.hours.schedule, clock24=clock24)
    because = because_said(risk)
    return (
        Field(day, clean(risk.label)),
        Field(when, hours),
        *([Field(words.HARD_FIELDS[3], because)] if because else []),
        Field(before, before_said(risk)),
        Field(who, (names or {}).get(risk.check_in or 0, "")),
        *then_field(risk),
    )


def because_said(risk: RiskWindow) -> str:
    """Return what makes hours hard."""
    return ", ".join(map(clean, risk.triggers))


def before_said(risk: RiskWindow) -> str:
    """Return what to do before hard hours: "1 day before: card to Dana"."""
    return "; ".join(
        words.TOLD_BEFORE.format(ahead=ahead, text=clean(text)) for ahead, text in risk.prepare
    )


def then_field(risk: RiskWindow) -> list[Field]:
    """Return the own steps of hard hours, which have no line on blank pages."""
    return [Field(words.DO_THEN, "; ".join(map(clean, risk.steps)))] if risk.steps else []


def person_box(contact: Contact | None, *, clock24: bool = False) -> Box:
    """Return what is asked of a person, with the answers that are known."""
    name, number, when, often = words.PEOPLE_FIELDS
    if contact is None:
        fields = tuple(map(Field, words.PEOPLE_FIELDS))
        return (*fields, Choice(words.SAFE, words.SAFE_ANSWERS))
    ways = person_item(contact).text.removeprefix(f"{clean(contact.name)}, ")
    count = contact.per_week
    return (
        Field(name, clean(contact.name)),
        Field(number, ways),
        Field(when, hours_of(contact, clock24=clock24) if contact.hours else ""),
        Field(often, "" if count is None else words.PER_WEEK.format(count=count)),
        Choice(words.SAFE, words.SAFE_ANSWERS, words.SAFE_ANSWERS[0]),
    )


def tried(group: Group | None, meetings: Iterable[Meeting], *, clock24: bool) -> TriedGroup:
    """Return a group with its tries so far, a blank one for None."""
    name, when, where = words.GROUP_FIELDS
    if group is None:
        blank = ("",) * TRIES
        return TriedGroup(tuple(map(Field, words.GROUP_FIELDS)), blank, (blank,) * 5)
    hours = short_words(together(group.hours), clock24=clock24)
    found = tries_of(group.id, meetings)[-TRIES:]
    days = [each.at.astimezone(known_zone(each.zone) or UTC).date() for each in found]
    dates = [short_date(day) for day in days]
    fits = [dict(each.fit) for each in found]
    answers = [
        [words.ANSWERS.get(fit.get(quality, ""), "") for fit in fits] for quality in words.QUESTIONS
    ]
    return TriedGroup(
        (
            Field(name, clean(group.name)),
            Field(when, hours),
            Field(where, clean(group.where or group.link or place_of(group) or "")),
        ),
        filled(dates, TRIES, ""),
        tuple(filled(row, TRIES, "") for row in answers),
    )
