"""Values and named tuples are what dataclasses and typing would have made."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan import value

NOTHING = object()


class Thing(value.Value):
    """A thing with a name."""

    id: int = 0
    name: str
    tags: tuple[str, ...] = ()

    @property
    def loud(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Like:
    """The same, made by dataclasses."""

    id: int = 0
    name: str
    tags: tuple[str, ...] = ()


class Pair(value.NamedTuple):
    """Two that go together."""

    first: int
    second: str | None = None

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class Two(typing.NamedTuple):
    first: int
    second: str | None = None


GIVEN = st.fixed_dictionaries(
    {},
    optional={"id": st.integers(), "name": st.text(), "tags": st.just(("a",)), "odd": st.none()},
)


def made(kind: typing.Callable[..., object], given: dict[str, object]) -> object:
    """Return what is made, or NOTHING where it is refused."""
    try:
        return kind(**given)
    except TypeError:
        return NOTHING


@given(GIVEN, GIVEN)
def test_a_value_is_what_a_dataclass_would_be(
    one: dict[str, object], other: dict[str, object]
) -> None:
    ours, theirs = made(Thing, one), made(Like, one)
    assert (ours is NOTHING) is (theirs is NOTHING)
    if not isinstance(ours, Thing) or not isinstance(theirs, Like):
        return
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Like(", "Thing(")
    second, likewise = made(Thing, other), made(Like, other)
    assert (ours == second) is (theirs == likewise)
    if ours == second:
        assert hash(ours) == hash(second)
    changed = made(lambda **more: value.replace(ours, **more), other)
    asked = made(lambda **more: dataclasses.replace(theirs, **more), other)
    if changed is NOTHING or asked is NOTHING:
        assert changed is asked
        return
    assert dataclasses.asdict(changed) == dataclasses.asdict(asked)  # type: ignore[call-overload]
    assert changed == dataclasses.replace(ours, **other)  # type: ignore[arg-type]


def test_dataclasses_knows_a_value() -> None:
    assert dataclasses.is_dataclass(Thing)
    shape = [(each.name, each.type, each.default) for each in dataclasses.fields(Thing)]
    assert shape == [(each.name, each.type, each.default) for each in dataclasses.fields(Like)]
    assert typing.get_type_hints(Thing)["tags"] == tuple[str, ...]


def test_a_value_cannot_change_and_can_be_copied() -> None:
    thing = Thing(name="a")
    with pytest.raises(AttributeError):
        thing.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del thing.name
    with pytest.raises(AttributeError):
        object.__setattr__(thing, "more", 1)  # it has slots
    assert copy.deepcopy(thing) == thing == pickle.loads(pickle.dumps(thing))
    assert thing != Like(name="a")
    assert thing.loud == "A"


def test_a_named_tuple_is_that_of_typing() -> None:
    assert Pair._fields == Two._fields
    assert Pair._field_defaults == Two._field_defaults
    assert tuple(Pair(1)) == tuple(Two(1)) == (1, None)
    assert Pair(1, "x").both == "1x"
    assert Pair(2)._replace(second="y")._asdict() == {"first": 2, "second": "y"}
    assert repr(Pair(3)) == "Pair(first=3, second=None)"
    assert Pair.__doc__ == "Two that go together."
    assert typing.get_type_hints(Pair) == typing.get_type_hints(Two)
    assert pickle.loads(pickle.dumps(Pair(4))) == Pair(4)
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]


if TYPE_CHECKING:  # a type checker knows both

    def known(thing: Thing, pair: Pair) -> tuple[str, int]:
        """Return fields of the types that were said."""
        return thing.name, pair.first
