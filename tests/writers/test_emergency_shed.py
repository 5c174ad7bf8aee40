"""A card that would be too large leaves something out, and `now` believes it whatever is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Run
from moment_examples import ALEX, EVENING, LIFELINE, SAM, card_of, contact, hours, with_contacts
from recoverplan.domain.emergency import Kept
from recoverplan.domain.step import Step
from recoverplan.home import EMERGENCY_CARD
from recoverplan.now.card import LIMIT, Card, parse, read
from recoverplan.now.plain import plain
from recoverplan.now.view import View
from recoverplan.services.keeping import writing
from recoverplan.settings import Settings
from recoverplan.store import profile
from recoverplan.store.tables import contacts
from recoverplan.writers.emergency import MOST, emergency_card
from rounds import rounds

WHOLE = card_of()
DAY = timedelta(days=1)


def believed(kept: Kept, most: int) -> Card:
    """Return what `now` reads of a card that may take `most` bytes."""
    content = emergency_card(card_of(kept), most)
    assert len(content) <= most
    card = parse(content)
    assert card is not None
    return card


def names(card: Card) -> list[str | None]:
    return [person.get("name") for person in card.people]


def told(view: View) -> list[str]:
    """Return what is said of people; the next meeting may be beyond the days that are known."""
    return [
        line for line in plain(view, ()) if any(name in line for name in ("Sam", "Priya", "Dana"))
    ]


def many(number: int, **fields: object) -> Kept:
    """Return Alex with so many people, reached every evening."""
    return with_contacts(*(replace(SAM, name=f"Person {each}", **fields) for each in range(number)))  # type: ignore[arg-type]


@given(st.integers(4_000, 30_000))
@settings(max_examples=rounds(60), deadline=None)
def test_whatever_the_room_what_matters_most_stays(most: int) -> None:
    card = believed(ALEX, most)
    assert card.fact("region") == "United States"
    assert card.emergency.get("call") == "911"
    lines = [line.get("name") for line in card.lines]
    assert lines == [each.line.name for each in WHOLE.lines]
    assert names(card) == ["Sam", "Priya", "Dana"][: len(card.people)]


@given(st.integers(6_000, 18_000), st.integers(0, 100))
@settings(max_examples=rounds(60), deadline=None)
def test_as_far_as_its_times_reach_it_says_what_the_whole_card_says(most: int, ahead: int) -> None:
    card, whole = believed(ALEX, most), parse(emergency_card(WHOLE))
    assert whole is not None
    at = int((EVENING + ahead * timedelta(hours=7)).timestamp())
    if card.known[0] <= at < card.known[1] - DAY.total_seconds():
        shown, right = View(card, at), View(whole, at)
        assert told(shown) == told(right)
    elif not card.knows(at):
        assert View(card, at).in_words  # nobody is said not to be free


def test_times_go_before_people_and_the_furthest_first() -> None:
    room = len(emergency_card(card_of(many(40))))
    for share in (0.9, 0.5, 0.2):
        card = believed(many(40), int(room * share))
        assert len(card.people) == 40
        assert card.knows(int(EVENING.timestamp()))
    assert card.known[1] < int((EVENING + 60 * DAY).timestamp())


def test_people_go_from_the_end_of_the_list() -> None:
    card = believed(many(400), 20_000)
    assert 50 < len(card.people) < 400
    assert names(card) == [f"Person {each}" for each in range(len(card.people))]
    assert card.steps
    assert card.groups
    assert View(card, int(EVENING.timestamp())).in_words


def test_steps_without_end_cost_no_person() -> None:
    steps = tuple(
        Step(id=n, text=f"step {n} " * 20, kind="alone", created=EVENING) for n in range(999)
    )
    groups = tuple(replace(LIFELINE, id=n, name=f"Group {n} " * 10) for n in range(500))
    card = believed(ALEX._replace(steps=steps, groups=groups), 20_000)
    assert names(card) == ["Sam", "Priya", "Dana"]
    assert card.steps[0].startswith("step 0")
    assert str(card.groups[0].get("name")).startswith("Group 0")


def test_lines_of_the_persons_own_go_when_nothing_else_is_left() -> None:
    own = [contact(f"Line {n} " * 20, role="line", call="555-0114") for n in range(400)]
    card = believed(with_contacts(SAM, *own), 20_000)
    told = [line.get("name") for line in card.lines]
    shipped = len(WHOLE.lines)
    assert told[:shipped] == [each.line.name for each in WHOLE.lines]
    assert [str(name).partition(" L")[0] for name in told[shipped:]] == [
        f"Line {n}" for n in range(len(told) - shipped)
    ]
    assert shipped < len(told) < 400


def test_an_import_of_any_size_leaves_people_and_numbers_to_now(home: Path, run: Run) -> None:
    minutes = [(hour, minute) for hour in range(10, 22) for minute in range(0, 56, 3)]
    short = hours(*(f"daily {hour}:{minute:02}-{hour}:{minute + 2:02}" for hour, minute in minutes))
    with writing(home, EVENING) as store:
        profile.save(store, Settings(timezone="America/New_York", region="US"))
        for number in range(5):
            contacts.add(store, replace(SAM, id=0, name=f"Person {number}", hours=short))
    card, _ = read(str(home))
    assert card
    assert len(card.people) == 5
    assert (home / EMERGENCY_CARD).stat().st_size <= MOST < LIMIT
    said = run("now")
    assert "911" in said.out
    assert "988" in said.out
    assert "Person 0" in said.out


def test_doctor_looks_with_the_eyes_of_now(home: Path, run: Run) -> None:
    assert run("setup", "--region", "US").code == 0
    assert run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114").code == 0
    path = home / EMERGENCY_CARD
    for spoilt in (path.read_bytes() + b"x\n", path.read_bytes()[:-4], b"y" * (LIMIT + 1)):
        path.write_bytes(spoilt)
        assert run("doctor").code == 1
        assert "Sam" not in run("now").out
        assert run("doctor", "--fix").code == 0
        assert "Sam" in run("now").out


def test_doctor_says_when_the_card_has_no_room_for_everybody(home: Path, run: Run) -> None:
    with writing(home, EVENING) as store:
        for number in range(1200):
            say = f"{number} " + "could you talk for a while " * 60
            contacts.add(store, replace(SAM, id=0, name=f"Person {number}", say=say, hours=()))
    said = run("doctor").out
    assert "of your 1200 people" in said.replace("\n", " ")
