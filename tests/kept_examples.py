"""Records for the tests of the store: one of each, and how they are kept and read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from recoverplan.domain.contact import Contact
from recoverplan.domain.everything import Nouns
from recoverplan.domain.group import Group
from recoverplan.domain.inventory import Support
from recoverplan.domain.looking_back import Outcome, Review
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.step import Reason, Step
from recoverplan.domain.talk import Agreement, Going, Talk
from recoverplan.domain.treatment import Give, Treatment
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import Lapse, Urge
from recoverplan.services.keeping import writing
from recoverplan.services.moving import take_all
from recoverplan.settings import Settings
from recoverplan.store import opening
from recoverplan.store.opened import Store
from recoverplan.store.tables import steps
from recoverplan.writers.export import export_pieces

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
EVENINGS = Schedule((Part("FREQ=DAILY", None, 21 * 60, end=2 * 60, end_days=1),))
ONCE = Schedule((Part(None, date(2026, 11, 26), 14 * 60, minutes=90),))


def step(text: str = "tea") -> Step:
    """Return something to do."""
    return Step(text=text, kind="alone", created=NOW)


def contact(name: str = "Sam", **more: object) -> Contact:
    """Return somebody who can be called."""
    return Contact(name=name, role="peer", call="555-0114", zone="UTC", created=NOW, **more)  # type: ignore[arg-type]


def group(name: str = "Tuesday Lifeline") -> Group:
    """Return a place to try."""
    return Group(name=name, zone="UTC", created=NOW, hours=(Hours("daily 9pm-2am", EVENINGS),))


def meeting(group: int = 1, **more: object) -> Meeting:
    """Return a meeting attended."""
    at = NOW - timedelta(days=1)
    return Meeting(group=group, at=at, zone="UTC", created=NOW, **more)  # type: ignore[arg-type]


def risk(label: str = "Nights", **more: object) -> RiskWindow:
    """Return hard hours."""
    hours = Hours("daily 9pm-2am", EVENINGS)
    return RiskWindow(label=label, hours=hours, created=NOW, **more)  # type: ignore[arg-type]


def urge(**more: object) -> Urge:
    """Return an urge that was ridden out."""
    given = {"strength": 7, "triggers": ("payday",), "did": "walked", "after": 3, **more}
    return Urge(at=NOW, zone="UTC", created=NOW, **given)  # type: ignore[arg-type]


def lapse(**more: object) -> Lapse:
    """Return a lapse."""
    return Lapse(at=NOW, zone="UTC", created=NOW, **more)  # type: ignore[arg-type]


def support(**more: object) -> Support:
    """Return something that is needed next."""
    given = {"kind": "practical", "what": "rides", "standing": "need", **more}
    return Support(created=NOW, **given)  # type: ignore[arg-type]


def reason(text: str = "My daughter") -> Reason:
    """Return a reason, shown on the card."""
    return Reason(text=text, shown=("card",), created=NOW)


def review(**more: object) -> Review:
    """Return the review of the week of NOW."""
    return Review(week=NOW.date(), created=NOW, **more)  # type: ignore[arg-type]


def outcome(**more: object) -> Outcome:
    """Return how an evening went."""
    given = {"risk": None, "label": "Nights", "how": "easier", **more}
    return Outcome(start=NOW, created=NOW, **given)  # type: ignore[arg-type]


def going(group: int = 1) -> Going:
    """Return a meeting that is meant to be attended."""
    start = NOW + timedelta(days=1)
    return Going(group=group, start=start, end=start + timedelta(hours=1), zone="UTC", created=NOW)


def talk(contact: int = 1) -> Talk:
    """Return a call that was answered."""
    return Talk(contact=contact, at=NOW, zone="UTC", how="call", created=NOW)


def agreement(contact: int = 1) -> Agreement:
    """Return what somebody does if nothing is heard."""
    given = {"condition": "I miss two Tuesdays", "action": "ask me how I am"}
    return Agreement(contact=contact, created=NOW, **given)  # type: ignore[arg-type]


def give() -> Give:
    """Return a commitment."""
    hours = (Hours("daily 9pm-2am", EVENINGS),)
    return Give(text="Make the coffee", hours=hours, zone="UTC", created=NOW)


def treatment() -> Treatment:
    """Return an appointment that comes again."""
    hours = (Hours("daily 9pm-2am", EVENINGS),)
    return Treatment(label="Clinic", hours=hours, zone="UTC", created=NOW)


def trip() -> Trip:
    """Return days in Tokyo."""
    days = {"first": date(2026, 12, 1), "until": date(2026, 12, 5)}
    return Trip(place="Tokyo", timezone="Asia/Tokyo", created=NOW, **days)  # type: ignore[arg-type]


def add_step(home: Path, text: str = "tea") -> None:
    """Keep a step, as one change."""
    with writing(home, NOW) as store:
        steps.add(store, step(text))
        store.did(f"added step {text}")


def step_texts(home: Path) -> list[str]:
    """Return the texts of all steps."""
    with opening.open_to_read(home) as store:
        return [kept.text for kept in steps.load_all(store)]


def export_text(settings: Settings, nouns: Nouns) -> str:
    """Return a whole export as text: the same for the same contents, ids included."""
    return "".join(export_pieces(settings, nouns._asdict().items()))


def everything(store: Store) -> dict[str, object]:
    """Return all that is kept, but for the history."""
    return {
        **take_all(store)[1]._asdict(),
        "settings": [tuple(row) for row in store.execute("SELECT * FROM setting ORDER BY id")],
    }
