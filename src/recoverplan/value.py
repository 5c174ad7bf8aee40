"""Classes of named values that take next to no time to define: `Value` and `NamedTuple`.

A Value is what `@dataclass(frozen=True, slots=True, kw_only=True)` makes. But importing
`dataclasses` takes twice as long as Python takes to start (it brings inspect, ast and tokenize),
and it compiles every class anew in every process; here nothing is compiled. Where time does not
count, `dataclasses.fields`, `replace` and `asdict` take a Value as they take their own.

NamedTuple is that of `typing`, which compiles each annotation; here they stay text.
"""

from __future__ import annotations

from collections import deque, namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import Field
    from typing import Any, ClassVar, Protocol, TypeVar, dataclass_transform
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - given on

    class Fields(Protocol):
        """What a Value says of its class."""

        names_: ClassVar[tuple[str, ...]]

    Some = TypeVar("Some", bound="Value")
    Like = TypeVar("Like", bound=Fields)
else:

    def dataclass_transform(**_):
        """Return a decorator that is there for type checkers alone."""
        return lambda made: made

    class NamedTupleType(type):
        """Makes a named tuple of a class body, as typing's own does."""

        def __new__(mcs, name, bases, body):
            """Return the named tuple, with what else the body holds."""
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))
            for key, value in body.items():
                if key != "__classcell__":
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=NamedTupleType):
        """The base of a class whose annotations are the fields of a tuple."""


class AsDataclass:
    """What `dataclasses` looks for in a class of its own, made when it first looks."""

    def __init__(self) -> None:
        self.made: dict[type[Value], dict[str, Field[Any]]] = {}

    def __get__(self, value: Value | None, kind: type[Value]) -> dict[str, Field[Any]]:
        """Return the fields of a class as a dataclass of the same shape has them."""
        if kind not in self.made:  # it looks at every record of a long list
            self.made[kind] = self.fields_of(kind)
        return self.made[kind]

    def fields_of(self, kind: type[Value]) -> dict[str, Field[Any]]:
        """Make the fields of a class."""
        from dataclasses import field, fields, make_dataclass

        shape = [
            (name, said, field(default=kind.defaults_[name]) if name in kind.defaults_ else field())
            for name, said in kind.__annotations__.items()
        ]
        made = make_dataclass(kind.__name__, shape, kw_only=True)
        return {each.name: each for each in fields(made)}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class ValueType(type):
    """Makes a class of values: its annotations are its slots, what they are set to the defaults."""

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> ValueType:
        """Return the class; `names_` are its fields in order."""
        names = tuple(body.get("__annotations__", ())) if bases else ()
        defaults = {field: body.pop(field) for field in names if field in body}
        slots = {"__slots__": names, "names_": names, "defaults_": defaults}
        return super().__new__(mcs, name, bases, body | slots)


class Value(metaclass=ValueType):
    """The base of a class of frozen values, each given by its name or left to its default."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
        names_: ClassVar[tuple[str, ...]]
        defaults_: ClassVar[dict[str, Any]]
    else:
        __dataclass_fields__ = AsDataclass()

    def __init__(self, **given: Any) -> None:
        """Set what is given, and the defaults of the rest. Raises TypeError for other names."""
        values = self.defaults_ | given
        if len(values) != len(self.names_) or not values.keys() <= set(self.names_):
            odd = ", ".join(sorted(set(self.names_) ^ values.keys()))
            message = f"{type(self).__name__} is given too much or too little: {odd}"
            raise TypeError(message)
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: values are frozen."""
        message = f"cannot set {name}: {type(self).__name__} is frozen"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: values are frozen."""
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is of the same class, with equal values."""
        if type(other) is not type(self):
            return NotImplemented
        return values_of(self) == values_of(other)

    def __hash__(self) -> int:
        """Return the same for equal ones."""
        return hash(values_of(self))

    def __repr__(self) -> str:
        """Return it as it would be made."""
        said = (f"{name}={getattr(self, name)!r}" for name in self.names_)
        return f"{type(self).__name__}({', '.join(said)})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Have a copy made by its values."""
        return made_again, (type(self), values_of(self))


def values_of(value: Fields) -> tuple[Any, ...]:
    """Return the values of the fields, in order."""
    return tuple([getattr(value, name) for name in value.names_])


def made_again(kind: type[Some], values: tuple[Any, ...]) -> Some:
    """Return the value that `values_of` told."""
    return kind(**dict(zip(kind.names_, values, strict=True)))


def made_of_columns(kind: type[Like], columns: Sequence[Sequence[Any]]) -> list[Like]:
    """Return values of a class, given a column for each of its fields, in their order, at least
    one: what `made_again` does for each, in a fraction of the time.
    """
    made = [object.__new__(kind) for _ in columns[0]]
    for name, column in zip(kind.names_, columns, strict=True):
        deque(map(kind.__dict__[name].__set__, made, column), maxlen=0)  # runs it to its end
    return made


def replace(value: Like, **changes: Any) -> Like:
    """Return a value with some of its fields changed."""
    kind: Any = type(value)
    made: Like = kind(**dict(zip(value.names_, values_of(value), strict=True)) | changes)
    return made
