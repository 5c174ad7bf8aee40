"""No template holds a person, a group, a number, an address, a place or a street."""

from __future__ import annotations

from datetime import UTC, datetime
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoverplan.domain.phrase import understand
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import KINDS, Step
from recoverplan.domain.template import (
    Kept,
    TemplateLine,
    chosen,
    kept_private,
    lines,
    make_template,
    private,
)
from recoverplan.writers.template import template_text

MADE = datetime(2026, 11, 23, 10, tzinfo=UTC)
NIGHTS = understand("mon-thu 9pm-midnight", MADE)
NAMES = ["Sam", "Zoë Ørsted", "Big Mike", "José", "Tuesday Lifeline", "St Luke's circle", "李明"]
PLACES = ["St Luke's hall, 12 Elm Street", "Room 4", "https://example.org/x", "Kirchweg 7"]
NUMBERS = ["555-0114", "+44 20 7946 0018", "(202) 555-0143", "lee@example.org"]
PLAIN = ["tea", "walk", "the", "radio", "with", "call", "now", "same", "at", "sit", "then"]


def varied(name: str) -> st.SearchStrategy[str]:
    """Return a name as people write it: in any case, decomposed, in the middle of other words."""
    return st.sampled_from(
        [name, name.upper(), name.lower(), normalize("NFD", name), f"{name}'s", f"({name})"]
    )


def texts(secrets: list[str]) -> st.SearchStrategy[str]:
    """Return texts of plain words, some with a secret in them."""
    words = st.one_of(st.sampled_from(PLAIN), *map(varied, secrets)) if secrets else (
        st.sampled_from(PLAIN)
    )  # fmt: skip
    return st.lists(words, min_size=1, max_size=6).map(" ".join)


@st.composite
def stores(draw: st.DrawFn) -> tuple[list[RiskWindow], list[Step], list[str], list[str]]:
    """Return hard hours and steps, and the names and places that are kept beside them."""
    names = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    places = draw(st.lists(st.sampled_from(PLACES + NUMBERS), max_size=4, unique=True))
    text = texts([*names, *places])
    pairs = st.lists(st.builds(IfThen, condition=text, action=text), max_size=2).map(tuple)
    several = st.lists(text, max_size=2).map(tuple)
    risks = st.builds(
        RiskWindow, label=text, hours=st.just(Hours(NIGHTS.phrase, NIGHTS.schedule)),
        triggers=several, steps=several, if_thens=pairs, created=st.just(MADE),
    )  # fmt: skip
    steps = st.builds(Step, text=text, kind=st.sampled_from(list(KINDS)), created=st.just(MADE))
    return (
        draw(st.lists(risks, max_size=3)), draw(st.lists(steps, max_size=5)), names, places,
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(stores(), st.sampled_from([None, "tea", "ask Sam", "12 Elm Street"]))
def test_nothing_private_is_in_it_whatever_is_typed_instead(
    store: tuple[list[RiskWindow], list[Step], list[str], list[str]], instead: str | None
) -> None:
    risks, steps, names, places = store
    kept = kept_private(names, places)
    made, left = make_template(risks, steps, kept, lambda text, why: instead)
    content = normalize("NFC", template_text(made)).casefold()
    for secret in (*names, *places):
        if len(secret) > 3 or not secret.isalpha():
            assert normalize("NFC", secret).casefold() not in content
    said = [line.text for line in lines(made)]
    assert not [text for text in said if private(text, kept)]
    texts_there = [step.text for step in steps]
    assert {each.text for each in left} >= {
        text for text in texts_there if private(text, kept) and instead is None
    }
    if instead is None:
        assert [step.text for step in made.steps] == [
            text for text in texts_there if private(text, kept) is None
        ]


@pytest.mark.parametrize(
    "text",
    [
        "go to 12 Elm Street", "221b Baker St", "5 Mill Lane, back door", "Hauptstraße 12",
        "rue Victor Hugo 8", "flat 3", "Apt 4B", "1600 Pennsylvania Ave NW", "SW1A 1AA",
        "ring 555-0199", "+44 7700 900123", "07700 900 123", "mail me@example.org",
        "www.example.org", "on (202) 555 0143",
    ],
)  # fmt: skip
def test_numbers_addresses_and_streets_of_nobody_known(text: str) -> None:
    assert private(text, kept_private((), ())) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Tea and the radio", "Walk for 15 minutes", "20 minutes in the park", "Count from 100",
        "same as always",
        "Call 988",
        "Leave by 10:30", "Write 3 lines", "A samosa from the corner", "Put 5 in the jar",
        "Breathe 4-7-8", "On the 15th, cook", "5-4-3-2 with my senses",
    ],
)  # fmt: skip
def test_what_gives_nothing_away_stays(text: str) -> None:
    assert private(text, kept_private(["Sam", "Al"], ["12"])) is None


def test_parts_of_names_and_of_places_count() -> None:
    kept = kept_private(["Big Mike", "Tuesday Lifeline"], ["St Luke's hall, 12 Elm Street"])
    for text in ("call mike", "the lifeline people", "wait at st luke’s hall"):
        assert private(text, kept) is not None
    assert private("a quiet tuesday", kept) is None


def test_of_hours_that_are_left_nothing_else_is_asked() -> None:
    risk = RiskWindow(
        label="Nights",
        hours=Hours(NIGHTS.phrase, NIGHTS.schedule),
        triggers=("dark",),
        created=MADE,
    )
    made, _ = make_template(
        [risk], [], Kept(frozenset(), frozenset(), frozenset()), lambda text, why: None
    )
    asked: list[str] = []

    def wanted(line: TemplateLine) -> bool:
        asked.append(line.field)
        return False

    chosen(made, wanted)
    assert asked == ["hours"]
