"""A noun's table: a column for each field of its class, kept as the field's type says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cached_property
from importlib import import_module
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from recoverplan.errors import NotFoundError
from recoverplan.store.opening import Store
from recoverplan.store.rows import Codec, codec_of


class Record(Protocol):
    """A value of a noun's class, with a short number of its own (0: not kept yet)."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """Return the number, unique among things of one noun."""


T = TypeVar("T", bound=Record)


class Column(NamedTuple):
    """One column: its name, its field, the place in it where that is a pair, and its codec."""

    name: str
    field: str
    place: int | None
    codec: Codec | None


class Table(Generic[T]):
    """Where the records of one class are kept.

    `kind` is the class, as "module.Class" of `domain`: it is loaded when the first record is.
    `word` is what a person calls one of them. `columns` says which fields are in columns of
    another name; a pair is in two. `order` is how records come, else as they were entered.
    """

    def __init__(
        self,
        kind: str,
        *,
        name: str,
        word: str,
        columns: Mapping[str, str | tuple[str, str]] | None = None,
        order: str = "id",
    ) -> None:
        self.path = kind
        self.name = name
        self.word = word
        self.others = columns or {}
        self.order = order

    @cached_property
    def kind(self) -> type[T]:
        """Return the class of the records."""
        module, _, name = self.path.partition(".")
        found: type[T] = getattr(import_module(f"recoverplan.domain.{module}"), name)
        return found

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns, in the order of the class's fields."""
        return tuple(self.each_column())

    def each_column(self) -> Iterator[Column]:
        """Yield the columns of each field. Raises KeyError for a type that has no codec."""
        for field in fields(self.kind):
            column = self.others.get(field.name, field.name)
            if isinstance(column, str):
                yield Column(column, field.name, None, codec_of(str(field.type)))
            else:
                for place, name in enumerate(column):
                    yield Column(name, field.name, place, None)

    @cached_property
    def insertion(self) -> str:
        """Return the statement that adds a record."""
        names = ", ".join(column.name for column in self.columns)
        values = ", ".join(f":{column.name}" for column in self.columns)
        return f"INSERT INTO {self.name} ({names}) VALUES ({values})"  # noqa: S608 - our own names

    def load_all(self, store: Store) -> tuple[T, ...]:
        """Return all records in their order."""
        names = ", ".join(column.name for column in self.columns)
        found = store.execute(f"SELECT {names} FROM {self.name} ORDER BY {self.order}")  # noqa: S608
        return tuple(map(self.from_values, found))

    def add(self, store: Store, record: T) -> T:
        """Keep a new record and return it with its id (its own, if it brings one)."""
        cursor = store.execute(self.insertion, self.row_of(record))
        return replace(record, id=cursor.lastrowid)

    def save(self, store: Store, record: T) -> None:
        """Replace the record that has this id. Raises NotFoundError."""
        given = ", ".join(f"{column.name} = :{column.name}" for column in self.columns)
        row = self.row_of(record)
        self.one_changed(
            store.execute(f"UPDATE {self.name} SET {given} WHERE id = :id", row),  # noqa: S608
            record.id,
        )

    def remove(self, store: Store, number: int) -> None:
        """Remove a record; what pointed at it is as the schema says. Raises NotFoundError."""
        self.one_changed(
            store.execute(f"DELETE FROM {self.name} WHERE id = ?", (number,)),  # noqa: S608
            number,
        )

    def one_changed(self, cursor: Any, number: int) -> None:
        """Raise NotFoundError unless the statement met one row."""
        if cursor.rowcount != 1:
            message = f"There is no {self.word} with the number {number} any more."
            raise NotFoundError(message)

    def row_of(self, record: T) -> dict[str, Any]:
        """Return the values of a record's columns, by their names."""
        row: dict[str, Any] = {}
        for column in self.columns:
            value = getattr(record, column.field)
            if column.place is not None:
                value = value[column.place]
            elif column.codec and value is not None:
                value = column.codec[0](value)
            row[column.name] = value
        return {**row, "id": record.id or None}

    def from_row(self, row: Mapping[str, Any]) -> T:
        """Return the record of a row that is read by names. Raises KeyError, ValueError."""
        return self.from_values([row[column.name] for column in self.columns])

    def from_values(self, values: Any) -> T:
        """Return the record of the values of its columns, in their order."""
        given: dict[str, Any] = {}
        for column, value in zip(self.columns, values, strict=True):
            if column.place:
                given[column.field] = (given[column.field], value)
            elif column.codec and value is not None:
                given[column.field] = column.codec[1](value)
            else:
                given[column.field] = value
        return self.kind(**given)
