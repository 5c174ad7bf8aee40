"""A noun's table: a column for each field of its class, kept as the field's type says; and how
values stand in columns: instants, days, lists, hours.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from importlib import import_module

from recoverplan.domain import schedule
from recoverplan.domain.schedule import Hours
from recoverplan.errors import NotFoundError
from recoverplan.store.opened import Store
from recoverplan.store.trouble import damaged
from recoverplan.value import made_of_columns, replace
from recoverplan.words import files as words

TYPE_CHECKING = False  # typing takes its time, and every start reads tables
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, ClassVar, Generic, Protocol, TypeVar

    class Record(Protocol):
        """A value of a noun's class, with a short number of its own (0: not kept yet)."""

        __dataclass_fields__: ClassVar[dict[str, Any]]
        names_: ClassVar[tuple[str, ...]]

        @property
        def id(self) -> int:
            """Return the number, unique among things of one noun."""

    from recoverplan.domain.risk import IfThen

    T = TypeVar("T", bound=Record)
    Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
else:
    Generic, T = {None: object}, None


class Table(Generic[T]):
    """Where the records of one class are kept.

    `kind` is the class, as "module.Class" of `domain`: it is loaded when the first record is.
    `word` is what a person calls one of them. `columns` says which fields are in columns of
    another name; a pair is in two. `order` is how records come, else as they were entered. `fixed`
    names for a field the list of its module that has all its values.
    """

    def __init__(
        self,
        kind: str,
        *,
        name: str,
        word: str,
        columns: Mapping[str, str | tuple[str, str]] | None = None,
        order: str = "id",
        fixed: Mapping[str, str] | None = None,
    ) -> None:
        self.path = kind
        self.name = name
        self.word = word
        self.others = columns or {}
        self.order = order
        self.fixed = fixed or {}

    @cached_property
    def kind(self) -> type[T]:
        """Return the class of the records."""
        module, _, name = self.path.partition(".")
        found: type[T] = getattr(import_module(f"recoverplan.domain.{module}"), name)
        return found

    @cached_property
    def columns(self) -> dict[str, str]:
        """Return the field of each column, in the order of the class's fields."""
        return dict(self.each_column())

    def each_column(self) -> Iterator[tuple[str, str]]:
        """Yield each column with its field; a pair has two."""
        for field in self.kind.names_:
            column = self.others.get(field, field)
            for name in (column,) if isinstance(column, str) else column:
                yield name, field

    @cached_property
    def pairs(self) -> dict[str, tuple[str, str]]:
        """Return the fields that are in two columns."""
        return {field: both for field, both in self.others.items() if not isinstance(both, str)}

    @cached_property
    def codecs(self) -> dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]]:
        """Return how fields that are not kept as they are go out, and come in.

        Raises KeyError for a type that no column can hold.
        """
        kinds = self.kind.__annotations__.items()
        found = {field: codec_of(kind) for field, kind in kinds if field not in self.pairs}
        return {field: codec for field, codec in found.items() if codec}

    def load_all(self, store: Store) -> tuple[T, ...]:
        """Return all records in their order."""
        return self.load_those(store, "TRUE", {})

    def load_those(self, store: Store, condition: str, values: Mapping[str, Any]) -> tuple[T, ...]:
        """Return the records that a condition of SQL holds for, in their order.

        Raises DamagedError for a value that is none of ours.
        """
        names = ", ".join(self.columns)
        query = f"SELECT {names} FROM {self.name} WHERE {condition} ORDER BY {self.order}"  # noqa: S608 - our own words
        # Of what comes in nothing is garbage, and looking for it takes a sixth of the time.
        with nothing_collected(), values_of_ours(self.word):
            found = store.columns(query, values)
            self.refuse_unknown(found)
            return tuple(self.from_columns(found))

    def refuse_unknown(self, columns: Sequence[Sequence[Any]]) -> None:
        """Raise ValueError where a column holds what is not of its field's fixed list."""
        for place, allowed in self.allowed if columns else ():
            if not allowed.issuperset(columns[place]):
                raise ValueError

    @cached_property
    def allowed(self) -> list[tuple[int, frozenset[Any]]]:
        """Return the values of fields with a fixed list, by the places of their columns."""
        module, names = import_module(self.kind.__module__), list(self.columns)
        return [
            (names.index(field), frozenset([*getattr(module, listed), None]))
            for field, listed in self.fixed.items()
        ]

    def add(self, store: Store, record: T) -> T:
        """Keep a new record and return it with its id (its own, if it brings one)."""
        names, values = ", ".join(self.columns), ", ".join(f":{name}" for name in self.columns)
        cursor = store.execute(
            f"INSERT INTO {self.name} ({names}) VALUES ({values})",  # noqa: S608
            self.row_of(record),
        )
        return replace(record, id=cursor.lastrowid)

    def save(self, store: Store, record: T) -> None:
        """Replace the record that has this id. Raises NotFoundError."""
        # An id that is set, even to itself, has all that point at it looked for.
        given = ", ".join(f"{name} = :{name}" for name in self.columns if name != "id")
        cursor = store.execute(
            f"UPDATE {self.name} SET {given} WHERE id = :id",  # noqa: S608
            self.row_of(record),
        )
        self.one_changed(cursor, record.id)

    def remove(self, store: Store, number: int) -> None:
        """Remove a record; what pointed at it is as the schema says. Raises NotFoundError."""
        cursor = store.execute(f"DELETE FROM {self.name} WHERE id = ?", (number,))  # noqa: S608
        self.one_changed(cursor, number)

    def one_changed(self, cursor: Any, number: int) -> None:
        """Raise NotFoundError unless the statement met one row."""
        if cursor.rowcount != 1:
            raise NotFoundError(words.NO_NUMBER_ANY_MORE.format(what=self.word, number=number))

    def row_of(self, record: T) -> dict[str, Any]:
        """Return the values of a record's columns, by their names."""
        row = {name: getattr(record, field) for name, field in self.columns.items()}
        for name, field in self.columns.items():
            if field in self.codecs and row[name] is not None:
                row[name] = self.codecs[field][0](row[name])
        for field, both in self.pairs.items():
            row.update(zip(both, getattr(record, field), strict=True))
        return {**row, "id": record.id or None}

    def from_row(self, row: Mapping[str, Any]) -> T:
        """Return the record of a row that is read by names. Raises KeyError, ValueError."""
        return self.from_columns([[row[name]] for name in self.columns])[0]

    def from_columns(self, columns: Sequence[Sequence[Any]]) -> list[T]:
        """Return the records that rows hold, given as columns: for very many rows that is by far
        the quickest. Raises ValueError.
        """
        if not columns:
            return []
        given = list(columns)
        for place in self.places_of_pairs:
            given[place : place + 2] = (list(zip(*given[place : place + 2], strict=True)),)
        for place, into in self.read_with:
            given[place] = [None if value is None else into(value) for value in given[place]]
        return made_of_columns(self.kind, given)

    @cached_property
    def places_of_pairs(self) -> list[int]:
        """Return where among the fields those are that two columns hold, the first one first."""
        return [place for place, field in enumerate(self.kind.names_) if field in self.pairs]

    @cached_property
    def read_with(self) -> list[tuple[int, Callable[[Any], Any]]]:
        """Return how fields that are not kept as they are come in, by their places."""
        places = {field: place for place, field in enumerate(self.kind.names_)}
        return [(places[field], into) for field, (_, into) in self.codecs.items()]


@contextmanager
def values_of_ours(what: str) -> Iterator[None]:
    """Raise DamagedError, naming `what` it is in, for a value that is none of ours."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise damaged(words.VALUE_NOT_READ.format(what=what)) from error


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def instant_out(instant: datetime) -> str:
    """Return an aware datetime as text in UTC."""
    return instant.astimezone(UTC).isoformat()


instant_in = datetime.fromisoformat  # the aware datetime, in UTC, of what `instant_out` wrote


def list_out(values: Iterable[Any]) -> str:
    """Return a list of texts, or of lists of texts, as JSON."""
    return json.dumps(list(values), ensure_ascii=False)


@lru_cache(maxsize=256)
def texts_in(text: str) -> tuple[str, ...]:
    """Return the texts of a JSON list."""
    return tuple(json.loads(text))


def pairs_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a JSON list of pairs."""
    return tuple((first, second) for first, second in json.loads(text))


def hours_out(hours: Iterable[Hours]) -> str:
    """Return hours as a JSON list of [phrase, schedule]."""
    return list_out([each.phrase, schedule.dump(each.schedule)] for each in hours)


def hours_in(text: str) -> tuple[Hours, ...]:
    """Return the hours of what `hours_out` wrote."""
    try:
        return tuple(Hours(phrase, schedule.load(dumped)) for phrase, dumped in pairs_in(text))
    except ValueError as error:
        raise damaged(words.NO_SUCH_TIME) from error


def one_hours_out(hours: Hours) -> str:
    """Return hours of one schedule as `hours_out` writes them."""
    return hours_out([hours])


def one_hours_in(text: str) -> Hours:
    """Return the hours of what `one_hours_out` wrote."""
    return hours_in(text)[0]


def if_thens_out(pairs: Iterable[IfThen]) -> str:
    """Return if-thens as a JSON list of [if, then]."""
    return list_out([each.condition, each.action] for each in pairs)


def if_thens_in(text: str) -> tuple[IfThen, ...]:
    """Return the if-thens of what `if_thens_out` wrote."""
    from recoverplan.domain.risk import IfThen

    return tuple(IfThen(condition=one, action=two) for one, two in pairs_in(text))


# How a value goes into its column and comes out of it, by its field's type as that is written:
# what that is in Python need not be found out, which a start would feel. None is NULL.
AS_IT_IS = {"int", "str"}
CODECS: dict[str, Codec] = {
    "bool": (int, bool),
    "date": (date.isoformat, date.fromisoformat),
    "datetime": (instant_out, instant_in),
    "Hours": (one_hours_out, one_hours_in),
    "tuple[Hours, ...]": (hours_out, hours_in),
    "tuple[IfThen, ...]": (if_thens_out, if_thens_in),
    "tuple[str, ...]": (list_out, texts_in),
    "tuple[tuple[str, str], ...]": (list_out, pairs_in),
}


def codec_of(written: str) -> Codec | None:
    """Return the codec of a field's type, None where a value is kept as it is."""
    kind = written.removesuffix(" | None")
    return None if kind in AS_IT_IS else CODECS[kind]
