"""A list of a JSON document whose entries are made one by one, as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Lazily(list[Any]):
    """What `make` returns for each of `source`: a list, for whoever writes JSON, that holds none of
    it. Tens of thousands of records would else be in memory twice.
    """

    def __init__(self, make: Callable[[T], object], source: Sequence[T]) -> None:
        super().__init__()
        self.made: Callable[[], Iterator[object]] = lambda: map(make, source)
        self.length = len(source)

    def __iter__(self) -> Iterator[Any]:
        return self.made()

    def __len__(self) -> int:
        return self.length
