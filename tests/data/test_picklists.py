"""Pick-lists: plain things people do, in the order of a safety plan, without words that shame."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import pytest

from recoverplan.data import picklists, regions, zones
from recoverplan.domain.phrase import understand
from recoverplan.domain.step import KINDS

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
NEVER = re.compile(
    r"\b(clean|dirty|addict\w*|alcoholic|junkie|fail\w*|streak|relapse|abuse)\b|!", re.IGNORECASE
)
ALL = [
    *(idea.text for idea in picklists.STEPS),
    *picklists.TRIGGERS,
    *(text for pair in picklists.IF_THENS for text in (pair.condition, pair.action)),
]


def test_steps_follow_the_order_of_a_safety_plan_and_leave_no_kind_out() -> None:
    kinds = [idea.kind for idea in picklists.STEPS]
    assert list(dict.fromkeys(kinds)) == list(KINDS)
    assert kinds == sorted(kinds, key=list(KINDS).index)


def test_nothing_is_listed_twice_and_nothing_shames() -> None:
    texts = [idea.text for idea in picklists.STEPS]
    assert len(set(texts)) == len(texts)
    for text in ALL:
        assert not NEVER.search(text), text
        assert len(text) <= 65


@pytest.mark.parametrize(
    ("about", "offered"),
    [
        ((), True),
        (("alcohol",), False),
        (("gambling",), False),
        (("alcohol", "gambling"), False),
        (("drugs",), True),
        (("alcohol", "drugs"), True),
        (("other",), True),
    ],
)
def test_naloxone_is_not_spoken_of_where_only_alcohol_or_gambling_was_named(
    about: tuple[str, ...], offered: bool
) -> None:
    said = any("aloxone" in idea.text for idea in picklists.steps_for(about))
    assert said is offered


def test_every_phrase_in_the_lists_can_be_taken() -> None:
    for phrase in (*picklists.LABEL_HOURS.values(), *picklists.PAYDAY_EXAMPLES):
        assert understand(phrase, NOW).words


def test_a_zone_gives_its_country() -> None:
    assert zones.country_of("America/New_York") == "US"
    assert zones.country_of("Europe/London") == "GB"
    assert zones.country_of("UTC") is None
    known = regions.load()
    for name in sorted(available_timezones())[::25]:
        country = zones.country_of(name)
        assert country is None or country in known, name


def test_an_if_then_answers_what_makes_it_hard() -> None:
    for trigger in picklists.TRIGGERS:
        first, *others = picklists.if_thens_for((trigger,))
        assert first.triggers == (trigger,)
        assert all(not pair.triggers for pair in others)
    offered = picklists.if_thens_for(("in pain", "bored"))
    assert {trigger for pair in offered for trigger in pair.triggers} == {"in pain", "bored"}


@pytest.mark.parametrize("triggers", [(), ("my own words",), picklists.TRIGGERS])
def test_if_thens_are_never_more_than_can_be_read_at_a_glance(triggers: tuple[str, ...]) -> None:
    assert len(picklists.if_thens_for(triggers)) == picklists.OFFERED


def test_a_payday_is_offered_what_keeps_the_pay_out_of_reach() -> None:
    assert "can't spend it tonight" in picklists.first_steps_for("Payday", ())[0]
    assert picklists.first_steps_for("pay", ("money in my account",))
    assert picklists.first_steps_for("nights", ("bored",)) == ()


@pytest.mark.parametrize(
    ("country", "register"),
    [
        ("US", "Self-exclude: my state's list"),
        ("GB", "Self-exclude: GAMSTOP"),
        ("DE", "Self-exclude: OASIS"),
        ("IN", picklists.EXCLUDE),
        ("BR", picklists.EXCLUDE),
        ("JP", picklists.EXCLUDE),
        ("", picklists.EXCLUDE),
    ],
)
def test_gambling_has_steps_of_its_own_with_the_country_s_register(
    country: str, register: str
) -> None:
    texts = [idea.text for idea in picklists.steps_for(("gambling",), country)]
    assert register in texts
    assert {"Bank gambling block on", "Get free debt advice"} <= set(texts)
    assert "Blocking software on my phone and computer" in texts
    assert not any("Naloxone" in text or "pills" in text for text in texts)
    other = [idea.text for idea in picklists.steps_for(("alcohol",), country)]
    assert not any("exclude" in text or "gambling" in text for text in other)


def test_who_holds_something_is_chosen_and_can_be_changed_any_time() -> None:
    held = [idea.text for idea in picklists.STEPS if "keeps my" in idea.text]
    assert len(held) == 2
    assert all(text.endswith("any time") for text in held)


def test_safer_surroundings_are_offered() -> None:
    texts = [idea.text for idea in picklists.steps_for(("drugs",))]
    assert "Weapons out of the house" in texts
    assert "Someone I chose keeps my pills; I can change that any time" in texts
    assert "Naloxone where others can reach it" in texts
    assert "Methadone and buprenorphine locked away from children" in texts


def test_every_register_has_its_source() -> None:
    from recoverplan.data.regions import REGISTERS

    known = regions.load()
    for code, register in REGISTERS.items():
        assert code in known
        assert urlsplit(register.source).hostname
        assert date.fromisoformat(register.date) <= date(2026, 11, 28)
