"""The made-up person of the example screens, as values: Alex, Monday 23 November 2026, New York."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.card import Card, CardLine, CardPerson
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import Cover
from recoverplan.domain.group import Group
from recoverplan.domain.plan import CheckIn, Plan, Planned, Tries
from recoverplan.domain.region import Line
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import Hours, Schedule
from recoverplan.domain.span import Span
from recoverplan.writers.viewer import Viewer

ZONE = ZoneInfo("America/New_York")
MADE = datetime(2026, 11, 1, tzinfo=UTC)
HOURS = Hours("any time", Schedule(()))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant in UTC from New York's wall time.

    Days are counted on from 1 November 2026 and hours from the day's start: hour 24 is midnight.
    """
    midnight = datetime(2026, 11, 1, tzinfo=ZONE) + timedelta(days=day - 1)
    return (midnight + timedelta(hours=hour, minutes=minute)).astimezone(UTC)


def span(day: int, start: int, end: int, end_minute: int = 0) -> Span:
    """Return whole hours of one day."""
    return Span(at(day, start), at(day, end, end_minute))


NIGHTS = RiskWindow(
    id=1,
    label="Nights alone",
    hours=HOURS,
    level="high",
    triggers=("quiet apartment", "can't sleep"),
    steps=("shower", "tea and the radio", "phone charges in the kitchen"),
    if_thens=(IfThen(condition="I pace", action="shoes on, and once round the block"),),
    created=MADE,
)
THANKSGIVING = RiskWindow(id=2, label="Thanksgiving", hours=HOURS, created=MADE)
PAYDAY = RiskWindow(id=3, label="Payday", hours=HOURS, level="high", created=MADE)
SUNDAYS = RiskWindow(id=4, label="Sundays", hours=HOURS, created=MADE)

NEW_YORK = "America/New_York"
SAM = Contact(
    id=1,
    name="Sam",
    role="peer",
    call="555-0114",
    hours=(HOURS,),
    per_week=3,
    say="Rough evening. Got ten minutes?",
    zone=NEW_YORK,
    created=MADE,
)
PRIYA = Contact(
    id=2, name="Priya", role="peer", text="555-0127", hours=(HOURS,), per_week=2, zone=NEW_YORK,
    created=MADE,
)  # fmt: skip
DANA = Contact(
    id=3, name="Dana", role="family", call="555-0136", hours=(HOURS,), per_week=2, zone=NEW_YORK,
    created=MADE,
)  # fmt: skip
LIFELINE = Group(id=1, name="Tuesday Lifeline", where="St Luke's hall", zone=NEW_YORK, created=MADE)
SMART = Group(id=2, name="SMART Friday", format="online", zone=NEW_YORK, created=MADE)
LINE_988 = Line(
    name="988 Suicide & Crisis Lifeline",
    purpose="suicide, mental health or substance use crises",
    kind="crisis",
    call="988",
    text="988",
    chat=None,
    hours="any hour",
    schedule=None,
    zone=None,
    hours_known=True,
)


def with_contact(contact: Contact, day: int, start: int, end: int) -> Cover:
    """Return a contact's stretch."""
    return Cover("contact", contact.id, contact.name, span(day, start, end))


def night(day: int, who: Contact, hour: int = 20) -> Planned:
    """Return one of the nights from nine to midnight: Sam until 11, Priya until 10."""
    return Planned(
        NIGHTS,
        span(day, 21, 24),
        CheckIn(who, at(day, hour, 30)),
        (with_contact(SAM, day, 21, 23), with_contact(PRIYA, day, 21, 22)),
        (span(day, 23, 24),),
    )


PLAN = Plan(
    zone=ZONE,
    now=at(23, 10),
    start=at(23, 0),
    end=at(30, 0),
    occurrences=(
        night(23, SAM),
        night(24, SAM),
        night(25, PRIYA),
        Planned(
            THANKSGIVING,
            span(26, 14, 20),
            CheckIn(SAM, at(26, 18)),
            (with_contact(SAM, 26, 18, 20),),
            (span(26, 14, 18),),
        ),
        night(26, PRIYA),
        Planned(
            PAYDAY,
            span(27, 17, 23),
            CheckIn(DANA, at(27, 16, 30)),
            (
                with_contact(SAM, 27, 18, 23),
                with_contact(DANA, 27, 17, 20),
                Cover("meeting", SMART.id, SMART.name, span(27, 19, 20, 30)),
            ),
            (),
        ),
        Planned(
            SUNDAYS,
            span(29, 12, 17),
            CheckIn(DANA, at(29, 11, 30)),
            (with_contact(DANA, 29, 12, 17),),
            (),
        ),
    ),
    tries=(Tries(LIFELINE, 2, span(24, 19, 20)), Tries(SMART, 1, span(27, 19, 20, 30))),
)
ALEX = Viewer(
    name="Alex",
    clock24=False,
    prefer="call",
    contacts=(SAM, PRIYA, DANA),
    line=LINE_988,
    region="US",
)

CARD = Card(
    title=None,
    people=(
        CardPerson(
            "Sam",
            "peer",
            "call",
            "555-0114",
            "every day 6–11 pm",
            "Rough evening. Got ten minutes?",
        ),
        CardPerson("Priya", "peer", "text", "555-0127", "Mon–Thu 8–10 pm", None),
        CardPerson("Dana", "family", "call", "555-0136", "Fri–Sun 10 am–8 pm", None),
    ),
    steps=("shoes on, once round the block", "tea and the radio"),
    lines=(CardLine("988", "988", "988", None, "any hour"),),
    emergency="911",
    check_locally=False,
    month="Nov 2026",
    region="US",
)
