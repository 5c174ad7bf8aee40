"""What is offered for what set it off and what was done: own words first, one key each."""

from __future__ import annotations

from datetime import timedelta

import kept_examples as examples
from kept_examples import NOW
from recoverplan.data.picklists import STEPS, TRIGGERS
from recoverplan.domain.step import Step
from recoverplan.domain.urge import ONE_KEY, Lapse, Urge, answers_offered, by_use, triggers_offered


def urge(day: int, *triggers: str, did: str | None = None) -> Urge:
    at = NOW + timedelta(days=day)
    return Urge(at=at, zone="UTC", triggers=triggers, did=did, created=NOW)


def test_own_tags_come_first_by_how_often_then_the_newest() -> None:
    logged: list[Urge | Lapse] = [
        urge(3, "payday", "Tired"),
        urge(1, "tired", "alone"),
        urge(2, "rain"),
        Lapse(at=NOW, zone="UTC", triggers=("TIRED ",), created=NOW),
    ]
    offered = triggers_offered(logged, [])
    assert offered[:4] == ("Tired", "payday", "rain", "alone")
    assert offered[4:] == TRIGGERS[: ONE_KEY - 4]


def test_what_makes_hard_hours_hard_comes_before_the_pick_list() -> None:
    risk = examples.risk(triggers=("quiet apartment", "Bored", "", "alone at home"))
    offered = triggers_offered([urge(1, "tired")], [risk])
    assert offered[:4] == ("tired", "quiet apartment", "Bored", "alone at home")
    assert len(offered) == ONE_KEY
    assert "bored" not in offered


def test_what_was_done_is_offered_from_earlier_answers_then_from_steps() -> None:
    steps = [
        Step(id=1, text="Tea", kind="alone", created=NOW),
        Step(id=2, text="I stop answering", kind="sign", created=NOW),
        Step(id=3, text="call Sam", kind="people", created=NOW),
    ]
    urges = [urge(1, did="walked"), urge(2, did="Call Sam"), urge(3, did="walked"), urge(4)]
    assert answers_offered(urges, steps) == ("walked", "Call Sam", "Tea")
    alone = tuple(idea.text for idea in STEPS if idea.kind == "alone")
    assert answers_offered([urge(1)], []) == alone[:ONE_KEY]


def test_one_text_is_offered_once_as_it_was_written_last() -> None:
    assert by_use(["a", "B", "A", "b", "ａ", "c"]) == ["ａ", "b", "c"]
    assert by_use([]) == []
