"""Records with text as anyone may type it, to draw examples from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from kept_examples import EVENINGS, ONCE
from recoverplan.domain.contact import HOWS, ROLES, WAYS, Contact
from recoverplan.domain.group import FORMATS, STATUSES, Group
from recoverplan.domain.inventory import KINDS as SUPPORTS
from recoverplan.domain.inventory import STANDINGS, Support
from recoverplan.domain.looking_back import ALONE, HOW, Outcome, Review
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import KINDS, SHOWN, Reason, Step
from recoverplan.domain.talk import Agreement, Going, Talk
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.treatment import KINDS as TREATMENTS
from recoverplan.domain.treatment import Give, Treatment
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import Lapse, Urge

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
