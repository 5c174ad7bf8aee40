"""The inventory: derived, in order, one suggestion at most, and none that was declined."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_examples import A_SUPPORT
from kept_examples import NOW, contact, group
from recoverplan.domain.contact import ROLES, Contact
from recoverplan.domain.inventory import KIND_OF_ROLE, KINDS, QUIET, Support, make_inventory
from recoverplan.domain.step import of_the_day
from rounds import rounds

PEOPLE = st.lists(st.sampled_from(ROLES), max_size=5).map(
    lambda roles: [
        replace(contact(f"{role} {number}"), role=role, id=number, order=number)
        for number, role in enumerate(roles, start=1)
    ]
)
SUPPORTS = st.lists(A_SUPPORT, max_size=6).map(
    lambda found: [
        replace(each, id=number, created=NOW - timedelta(days=3 * number))
        for number, each in enumerate(found, start=1)
    ]
)


@given(SUPPORTS, PEOPLE, st.integers(0, 400))
@settings(max_examples=rounds(150), deadline=None)
def test_it_holds_everything_once_and_suggests_only_what_nobody_answered(
    supports: list[Support], people: list[Contact], days: int
) -> None:
    now = NOW + timedelta(days=days)
    made = make_inventory(supports, people, [replace(group(), id=1, status="kept")], now)
    for standing, entries in zip(
        ("have", "need", "no"), (made.have, made.need, made.declined), strict=True
    ):
        entered = [each.id for each in entries if each.id is not None]
        assert sorted(entered) == [each.id for each in supports if each.standing == standing]
        places = [KINDS.index(each.kind) for each in entries]
        assert places == sorted(places)
    named = {each.contact for each in made.have}
    assert {one.id for one in people if one.role in KIND_OF_ROLE} <= named | {None}
    if made.suggestion is None:
        return
    assert all(not timedelta() <= now - each.created < QUIET for each in supports)
    if made.suggestion.noted:
        assert made.suggestion.id in {each.id for each in made.need}
    else:
        kind = made.suggestion.kind
        assert kind not in {each.kind for each in (*made.have, *made.need, *made.declined)}


def test_reasons_come_in_turn() -> None:
    days = [NOW.date() + timedelta(days=number) for number in range(3)]
    assert sorted(str(of_the_day(("a", "b", "c"), day)) for day in days) == ["a", "b", "c"]
    assert of_the_day((), days[0]) is None
