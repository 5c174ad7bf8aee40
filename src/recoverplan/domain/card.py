"""What is on the card to carry: people, first steps, lines. A value; writers lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from recoverplan.domain.contact import Contact, listed
from recoverplan.domain.phrase.wording import short_words
from recoverplan.domain.region import CRISIS, Line, Region, lines_of
from recoverplan.domain.schedule import together
from recoverplan.domain.zone import city
from recoverplan.value import NamedTuple
from recoverplan.words.paper import THEIR_CLOCK

STEPS, MOST_STEPS = 2, 5


class CardPerson(NamedTuple):
    """Someone on the card under the name the person chose; `way` is one of WAYS."""

    name: str
    role: str
    way: str
    value: str  # as dialled, or an address
    hours: str
    say: str | None


class CardLine(NamedTuple):
    """A help line; `label` is its number alone where that is part of its name (988)."""

    label: str
    call: str | None
    text: str | None
    other: str | None
    hours: str


class Card(NamedTuple):
    """Everything on one card.

    `title` None: a discreet card, without title and roles. `month` is when the numbers of lines
    were looked up ("Nov 2026"), "" where there are none of these. `reasons`: those that the person
    wants to carry, in their own words and without a heading. `more_steps` are the ones after
    `steps`, for where there is room: on paper and in a picture. `region` is where numbers are
    dialed, "" for none.
    """

    title: str | None
    people: tuple[CardPerson, ...]
    steps: tuple[str, ...]
    lines: tuple[CardLine, ...]
    emergency: str | None
    check_locally: bool
    month: str
    reasons: tuple[str, ...] = ()
    more_steps: tuple[str, ...] = ()
    region: str = ""

    def fuller(self) -> Iterator[Card]:
        """Yield the card with more of its steps, from all of them down to what stands on it."""
        for count in range(len(self.more_steps), -1, -1):
            yield self._replace(steps=self.steps + self.more_steps[:count])


def make_card(
    contacts: Sequence[Contact],
    steps: Sequence[str],
    region: Region,
    today: date,
    *,
    prefer: str | None = None,
    zone: str | None = None,
    title: str | None = None,
    reasons: Sequence[str] = (),
) -> Card:
    """Make the card of the day `today`; `prefer` is the person's usual way, `zone` their own.

    `steps` are all that could stand on it, the first thing first.
    """
    first, _, year = region.month.partition(" ")
    first_steps = tuple(steps[:MOST_STEPS])
    lines = tuple(map(card_line, lines_for(region, contacts, today)))
    return Card(
        title=title,
        people=tuple(people(contacts, today, prefer, zone, clock24=region.clock24)),
        steps=first_steps[:STEPS],
        more_steps=first_steps[STEPS:],
        lines=lines,
        emergency=region.emergency,
        check_locally=region.check_locally,
        month=f"{first[:3]} {year}" if lines or region.emergency else "",
        region=region.code,
        reasons=tuple(reasons),
    )


def people(
    contacts: Iterable[Contact],
    today: date,
    prefer: str | None,
    zone: str | None,
    *,
    clock24: bool,
) -> Iterable[CardPerson]:
    """Yield who is on the card, in the person's order."""
    for contact in carried(contacts, today):
        way = contact.way(prefer) or ""
        yield CardPerson(
            name=contact.card_name or contact.name,
            role=contact.role,
            way=way,
            value=str(getattr(contact, way)),
            hours=hours_said(contact, zone, clock24=clock24),
            say=contact.say,
        )


def carried(contacts: Iterable[Contact], today: date) -> Iterable[Contact]:
    """Yield the contacts who are on the card, in the person's order.

    A card is carried for weeks: someone away until a known day stays on it, someone paused
    without an end does not.
    """
    for contact in listed(contacts):
        named = contact.on_card and contact.on_now and contact.role != "line"
        if contact.way() is not None and not contact.away_for_good(today) and named:
            yield contact


def hours_of(contact: Contact, *, clock24: bool) -> str:
    """Return when somebody may be reached, in few words: "every day 6–11 pm"."""
    if not contact.hours:
        from recoverplan.words.asking import NOT_ASKED_YET

        return NOT_ASKED_YET
    return short_words(together(contact.hours), clock24=clock24)


def hours_said(contact: Contact, zone: str | None, *, clock24: bool) -> str:
    """Return when somebody may be reached, and whose clock that is where it is not the person's.

    `zone` is the person's own, None where that is no question.
    """
    said = hours_of(contact, clock24=clock24)
    if not contact.hours or zone is None or contact.zone == zone:
        return said
    return THEIR_CLOCK.format(hours=said, city=city(contact.zone))


def lines_for(region: Region, contacts: Sequence[Contact], today: date) -> list[Line]:
    """Return the lines for the card: those the person entered, and the first crisis line."""
    own = {contact.name.casefold() for contact in contacts if contact.role == "line"}
    lines = lines_of(region, contacts, today)
    shipped = [line for line in lines if line.name.casefold() not in own]
    leading = next((line for line in shipped if line.kind == CRISIS), None)
    lead = leading or (shipped[0] if shipped else None)
    return [line for line in lines if line.name.casefold() in own or line is lead]


def card_line(line: Line) -> CardLine:
    """Return a help line as the card has it."""
    label = line.call if line.call and line.call in line.name.split() else line.name
    return CardLine(label, line.call, line.text, line.chat, line.hours)
