"""The made-up person of the example screens, with hours, for the tests of the emergency card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.emergency import EmergencyCard, Kept, make_card
from recoverplan.domain.group import Group
from recoverplan.domain.phrase import understand
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import Step
from recoverplan.home import EMERGENCY_CARD
from recoverplan.now.card import Card, parse
from recoverplan.now.view import View
from recoverplan.services.emergency import region_named
from recoverplan.writers.emergency import emergency_card

NEW_YORK = "America/New_York"
ZONE = ZoneInfo(NEW_YORK)
MADE = datetime(2026, 11, 1, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 21, 40, tzinfo=ZONE)  # a Monday


def hours(*phrases: str) -> tuple[Hours, ...]:
    """Return hours as somebody gives them."""
    return tuple(Hours(phrase, understand(phrase, EVENING).schedule) for phrase in phrases)


def contact(name: str, *phrases: str, **fields: Any) -> Contact:
    """Return somebody to reach; a peer in New York unless said."""
    given: dict[str, Any] = {"role": "peer", "zone": NEW_YORK, "created": MADE} | fields
    return Contact(name=name, hours=hours(*phrases), **given)


SAM = contact(
    "Sam",
    "daily 6pm-11pm",
    id=1,
    order=1,
    call="555-0114",
    per_week=3,
    say="Rough evening. Got ten minutes?",
)
PRIYA = contact("Priya", "mon-thu 8pm-10pm", id=2, order=2, text="555-0127", per_week=2)
DANA = contact("Dana", "fri-sun 10am-8pm", id=3, order=3, call="555-0136", per_week=2)
LIFELINE = Group(
    id=1,
    name="Tuesday Lifeline",
    hours=hours("tue 7pm-8pm"),
    zone=NEW_YORK,
    where="St Luke's hall",
    created=MADE,
)
SMART = Group(
    id=2,
    name="SMART Friday",
    hours=hours("fri 7pm-8:30pm"),
    zone=NEW_YORK,
    format="online",
    created=MADE,
)
NIGHTS = RiskWindow(
    id=1,
    label="Nights alone",
    hours=hours("daily 9pm-midnight")[0],
    level="high",
    steps=("shower", "tea and the radio"),
    if_thens=(IfThen(condition="I pace", action="I put on shoes"),),
    created=MADE,
)
SHOES = Step(id=1, text="Shoes on, once round the block", kind="alone", created=MADE)
PHONE = Step(id=2, text="Phone charges in the kitchen", kind="safer", created=MADE)
TEA = Step(id=3, text="Tea and the radio", kind="alone", created=MADE)
ALEX = Kept(
    zone=ZONE,
    about=("alcohol", "drugs"),
    prefer="call",
    contacts=(SAM, PRIYA, DANA),
    steps=(SHOES, PHONE, TEA),
    groups=(LIFELINE, SMART),
)


def with_contacts(*contacts: Contact) -> Kept:
    """Return Alex with other contacts, numbered and in this order."""
    numbered = (replace(one, id=place, order=place) for place, one in enumerate(contacts, 1))
    return ALEX._replace(contacts=tuple(numbered))


def card_of(kept: Kept = ALEX, region: str | None = "US", now: datetime = EVENING) -> EmergencyCard:
    """Return the card made at `now`."""
    return make_card(kept, region_named(region), now)


def written(kept: Kept = ALEX, region: str | None = "US", now: datetime = EVENING) -> bytes:
    """Return the card as it stands in the file."""
    return emergency_card(card_of(kept, region, now))


def read_back(kept: Kept = ALEX, region: str | None = "US", now: datetime = EVENING) -> Card:
    """Return the card as `now` reads it."""
    card = parse(written(kept, region, now))
    assert card is not None
    return card


def view_at(moment: datetime = EVENING, kept: Kept = ALEX, region: str | None = "US") -> View:
    """Return what `now` shows at `moment`, from a card that was made on Monday evening."""
    return View(read_back(kept, region), int(moment.timestamp()))


def lay(folder: Path, content: bytes) -> Path:
    """Put a card into a folder and return its path."""
    folder.mkdir(exist_ok=True)
    path = folder / EMERGENCY_CARD
    path.write_bytes(content)
    return path
