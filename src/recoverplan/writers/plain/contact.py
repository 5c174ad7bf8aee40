"""What is said about contacts in lists, alone, and after they were entered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recoverplan.domain.contact import WAYS, Contact
from recoverplan.domain.phrase import schedule_words
from recoverplan.domain.saying import medium_day
from recoverplan.words import asking as words
from recoverplan.writers.rows import Fact, Row, facts_of
from recoverplan.writers.when import said_plainly

# Fields that have a line of their own, or none.
SAID = {
    "id", "name", "role", *WAYS, "prefer", "order", "hours", "zone", "per_week", "say", "card_name",
    "on_card", "on_now", "paused_from", "paused_until", "met_at", "created",
}  # fmt: skip


def contact_row(
    contact: Contact, usual: str | None, today: date, *, clock24: bool, listed: bool
) -> Row:
    """Return the list's row: role, preferred way, hours, agreed number, a pause.

    `usual` is the way the person prefers in general; `today` decides whether a pause still runs;
    `listed` tells that a help line of the country has this name.
    """
    if stands_for_listed(contact, listed):
        facts = ["help line", words.AS_LISTED]
    else:
        role = "help line" if contact.role == "line" else contact.role
        facts = [role, reach(contact, usual), hours_said(contact, clock24=clock24)]
    if contact.per_week is not None:
        facts.append(agreed(contact.per_week))
    if not contact.on_now:
        facts.append(words.OFF_EVERYWHERE)
    paused = pause_said(contact, today)
    return Row(contact.id, contact.name, facts + ([paused] if paused else []))


def contact_facts(
    contact: Contact, usual: str | None, today: date, zone: str, *, clock24: bool, listed: bool
) -> Iterator[Fact]:
    """Give everything that is known of one contact; `zone` is the name of the person's own."""
    yield Fact("Role", "help line" if contact.role == "line" else contact.role)
    yield Fact(
        "Reach", words.AS_LISTED if stands_for_listed(contact, listed) else reach(contact, usual)
    )
    chosen = contact.way(usual)
    for way in WAYS:
        value = getattr(contact, way)
        if value and way != chosen:
            yield Fact("Also", f"{way} {value}")
    if not stands_for_listed(contact, listed):
        yield Fact("When", hours_said(contact, clock24=clock24))
    if contact.hours and contact.zone != zone:
        yield Fact("Their zone", contact.zone)
    if contact.per_week is not None:
        yield Fact("Agreed to", agreed(contact.per_week))
    if contact.say:
        yield Fact("Opening words", f'"{contact.say}"')
    if contact.role != "line":
        card = contact.card_name or contact.name
        carried = contact.on_card and contact.on_now
        yield Fact(words.ON_THE_CARD, f"as {card}" if carried else "no")
    if not contact.on_now:
        yield Fact(words.ON_NOW_AND_PLAN, "no")
    paused = pause_said(contact, today)
    if paused:
        yield Fact("Away", paused)
    yield from facts_of(contact, {}, SAID)


def reach(contact: Contact, usual: str | None) -> str:
    """Say the preferred way: "call 555-0114", "reach by Signal", or that there is none."""
    way = contact.way(usual)
    if way is None:
        return words.NO_WAY
    return f"{'reach by' if way == 'other' else way} {getattr(contact, way)}"


def stands_for_listed(contact: Contact, listed: bool) -> bool:
    """Tell whether this only stands for a shipped help line of its name, no more."""
    return listed and contact.role == "line" and contact.way() is None


def hours_said(contact: Contact, *, clock24: bool) -> str:
    """Say when they may be reached."""
    said = [
        said_plainly(schedule_words(hours.schedule, clock24=clock24)) for hours in contact.hours
    ]
    return "; ".join(said) or ("any time" if contact.role == "line" else words.NOT_ASKED_YET)


def agreed(per_week: int) -> str:
    """Say how many check-ins a week they agreed to."""
    return words.NO_CHECK_INS if per_week == 0 else words.UP_TO.format(count=per_week)


def pause_said(contact: Contact, today: date) -> str | None:
    """Say a pause that runs or is still to come; None if there is none."""
    if contact.paused_from is None:
        return None
    said = "hidden" if contact.role == "line" else "paused"
    if contact.paused_until is None:
        return said
    if contact.paused_until < today:
        return None
    return f"{said} through {medium_day(contact.paused_until)}"
