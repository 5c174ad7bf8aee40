"""Finding things by number, name, or how a name begins."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.naming import pick
from recoverplan.errors import NotFoundError


class Thing(NamedTuple):
    id: int
    name: str


THINGS = (Thing(1, "Nights alone"), Thing(2, "Payday"), Thing(3, "Nights out"), Thing(7, "1"))


def found(wanted: str) -> int:
    """Return the id of what is picked."""
    return pick(THINGS, wanted, noun="thing", name=lambda thing: thing.name).id


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ("2", 2),
        ("#2", 2),
        (" payday ", 2),
        ("PAY", 2),
        ("nights o", 3),
        ("#1", 1),
        ("#7", 7),
        ("pay\u202eday", 2),
    ],
)
def test_a_number_a_name_or_its_beginning_will_do(wanted: str, number: int) -> None:
    assert found(wanted) == number


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("nights", "Nights alone (#1) or Nights out (#3)"),
        ("1", "Nights alone (#1) or 1 (#7)"),
        ("pyaday", "Did you mean Payday (#2)?"),
        ("out", "Did you mean Nights out (#3)?"),
        ("zzz", "Nights alone (#1), Payday (#2)"),
        ("", "You have"),
        ("#9", "You have"),
    ],
)
def test_what_is_not_plain_lists_what_could_be_meant(wanted: str, said: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        found(wanted)
    assert said in f"{caught.value.message} {caught.value.hint}"


def test_of_nothing_nothing_is_found() -> None:
    with pytest.raises(NotFoundError):
        pick((), "x", noun="thing", name=str)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8), st.data())
def test_a_number_with_its_sign_always_finds_its_thing(
    names: list[str], data: st.DataObject
) -> None:
    things = [Thing(number, name) for number, name in enumerate(names, start=1)]
    one = data.draw(st.sampled_from(things))
    assert pick(things, f"#{one.id}", noun="thing", name=lambda thing: thing.name) is one


@given(st.text())
def test_whatever_is_typed_is_found_or_not_found(wanted: str) -> None:
    with suppress(NotFoundError):
        assert found(wanted) in {1, 2, 3, 7}


@pytest.mark.parametrize("wanted", ["9" * 5000, "#" + "9" * 5000])
def test_a_number_longer_than_any_names_nothing(wanted: str) -> None:
    with pytest.raises(NotFoundError):
        found(wanted)
