"""Records with text as anyone may type it, for the tests of the store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from recoverplan.domain.contact import HOWS, ROLES, WAYS, Contact
from recoverplan.domain.everything import Nouns
from recoverplan.domain.group import FORMATS, STATUSES, Group
from recoverplan.domain.inventory import KINDS as SUPPORTS
from recoverplan.domain.inventory import STANDINGS, Support
from recoverplan.domain.looking_back import ALONE, HOW, Outcome, Review
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.step import KINDS, SHOWN, Reason, Step
from recoverplan.domain.talk import Agreement, Going, Talk
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.treatment import KINDS as TREATMENTS
from recoverplan.domain.treatment import Give, Treatment
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import Lapse, Urge
from recoverplan.services.keeping import writing
from recoverplan.services.moving import take_all
from recoverplan.settings import Settings
from recoverplan.store import opening
from recoverplan.store.opening import Store
from recoverplan.store.tables import steps
from recoverplan.writers.records.export import export_pieces

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
EVENINGS = Schedule((Part("FREQ=DAILY", None, 21 * 60, end=2 * 60, end_days=1),))
ONCE = Schedule((Part(None, date(2026, 11, 26), 14 * 60, minutes=90),))

ROUGH = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x1b\x07\x9b\u202e\u2066\u200d\u200c[]/'\"`;%{}<>\\=+-@\t\r\n"),
    ),
    max_size=40,
)
LINE = ROUGH.map(clean)
NOTE = ROUGH.map(clean_note)
NAME = LINE.filter(bool)
INSTANT = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DAY = st.dates(date(1970, 1, 1), date(2200, 1, 1))
MOOD = st.none() | st.integers(0, 10)
LINES = st.lists(LINE, max_size=3).map(tuple)
ONE_OF_HOURS = st.builds(Hours, NAME, st.sampled_from([EVENINGS, ONCE]))
HOURS = st.lists(ONE_OF_HOURS, max_size=3).map(tuple)

A_CONTACT = st.builds(
    Contact,
    name=NAME,
    role=st.sampled_from(ROLES),
    call=st.none() | LINE,
    text=st.none() | LINE,
    email=st.none() | LINE,
    other=st.none() | LINE,
    prefer=st.none() | st.sampled_from(WAYS),
    order=st.integers(-(2**31), 2**31),
    hours=HOURS,
    zone=NAME,
    per_week=st.none() | st.integers(0, 99),
    say=st.none() | LINE,
    card_name=st.none() | LINE,
    on_card=st.booleans(),
    on_now=st.booleans(),
    paused_from=st.none() | DAY,
    paused_until=st.none() | DAY,
    created=INSTANT,
)
A_RISK = st.builds(
    RiskWindow,
    label=NAME,
    hours=ONE_OF_HOURS,
    level=st.sampled_from(LEVELS),
    triggers=LINES,
    steps=LINES,
    if_thens=st.lists(st.builds(IfThen, condition=LINE, action=LINE), max_size=2).map(tuple),
    no_check_in=st.booleans(),
    prepare=st.lists(st.tuples(st.sampled_from(["1 day", "2 hours"]), LINE), max_size=2).map(tuple),
    prepared=st.lists(st.tuples(LINE, LINE), max_size=2).map(tuple),
    created=INSTANT,
)
A_STEP = st.builds(Step, text=NAME, kind=st.sampled_from(sorted(KINDS)), created=INSTANT)
A_GROUP = st.builds(
    Group,
    name=NAME,
    programme=st.none() | LINE,
    format=st.none() | st.sampled_from(FORMATS),
    hours=HOURS,
    zone=NAME,
    where=st.none() | LINE,
    where_notes=st.none() | LINE,
    link=st.none() | LINE,
    link_notes=st.none() | LINE,
    phone=st.none() | LINE,
    phone_notes=st.none() | LINE,
    types=LINES,
    status=st.sampled_from(STATUSES),
    tries_goal=st.tuples(st.integers(3, 5), st.integers(3, 5)),
    why=st.none() | LINE,
    unsafe=st.booleans(),
    listed=LINES,
    caution=st.none() | LINE,
    created=INSTANT,
)
A_MEETING = st.builds(
    Meeting,
    group=st.just(1),
    at=INSTANT,
    zone=NAME,
    occurrence=st.none() | INSTANT,
    door=st.booleans(),
    early=st.booleans(),
    stayed=st.booleans(),
    said=st.none() | st.sampled_from(SAID),
    fit=st.lists(st.tuples(st.sampled_from(FIT), st.sampled_from(ANSWERS)), max_size=5).map(tuple),
    mood_before=MOOD,
    mood_after=MOOD,
    idea=st.none() | LINE,
    unsafe=st.none() | NOTE,
    note=st.none() | NOTE,
    created=INSTANT,
)
AN_URGE = st.builds(
    Urge,
    at=INSTANT,
    zone=NAME,
    strength=MOOD,
    triggers=LINES,
    did=st.none() | LINE,
    after=MOOD,
    note=st.none() | NOTE,
    created=INSTANT,
)
A_LAPSE = st.builds(
    Lapse, at=INSTANT, zone=NAME, triggers=LINES, note=st.none() | NOTE, created=INSTANT
)
A_SUPPORT = st.builds(
    Support,
    kind=st.sampled_from(SUPPORTS),
    what=NAME,
    standing=st.sampled_from(STANDINGS),
    group=st.none() | st.just(1),
    created=INSTANT,
)
A_REASON = st.builds(
    Reason,
    text=NAME,
    shown=st.lists(st.sampled_from(SHOWN), unique=True).map(tuple),
    created=INSTANT,
)
A_REVIEW = st.builds(
    Review,
    week=DAY.map(lambda day: day - timedelta(days=day.weekday())),
    helped=st.none() | LINE,
    idea=st.none() | LINE,
    helped_someone=st.none() | st.booleans(),
    question=st.none() | LINE,
    alone=st.none() | st.sampled_from(ALONE),
    created=INSTANT,
)
AN_OUTCOME = st.builds(
    Outcome,
    risk=st.none(),
    label=NAME,
    start=INSTANT,
    how=st.sampled_from(HOW),
    created=INSTANT,
)

A_GOING = st.builds(
    Going,
    group=st.just(1),
    start=INSTANT,
    end=INSTANT,
    zone=NAME,
    goal=st.none() | LINE,
    leave=st.none() | INSTANT,
    early=st.integers(0, 720),
    late=st.integers(0, 720),
    note=st.none() | NOTE,
    created=INSTANT,
)
A_TALK = st.builds(
    Talk,
    contact=st.just(1),
    at=INSTANT,
    zone=NAME,
    how=st.none() | st.sampled_from(HOWS),
    answered=st.booleans(),
    they_called=st.booleans(),
    note=st.none() | NOTE,
    created=INSTANT,
    rough=st.booleans(),
)
AN_AGREEMENT = st.builds(
    Agreement,
    contact=st.just(1),
    condition=NAME,
    action=NAME,
    on_family=st.booleans(),
    created=INSTANT,
)
A_GIVE = st.builds(
    Give,
    text=NAME,
    group=st.none() | st.just(1),
    contact=st.none() | st.just(1),
    hours=HOURS,
    zone=NAME,
    created=INSTANT,
)
A_TREATMENT = st.builds(
    Treatment,
    label=NAME,
    kind=st.sampled_from(TREATMENTS),
    hours=HOURS,
    zone=NAME,
    where=st.none() | LINE,
    call=st.none() | LINE,
    paused_from=st.none() | DAY,
    paused_until=st.none() | DAY,
    created=INSTANT,
)
A_TRIP = st.builds(
    Trip,
    place=NAME,
    first=DAY,
    until=DAY,
    timezone=NAME,
    region=st.none() | NAME,
    created=INSTANT,
)


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
