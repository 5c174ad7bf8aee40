"""Towns, countries and parts of these with their time zones: places.tsv, of tools/places.py.

Read only where a person types a place in a zone's stead. One row each: "land" or "town", where it
is (US, US-TX), its zones, the names in plain letters between bars. A land's zones carry their
people in thousands, the most first; a town's name does where towns of several zones share it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """A row of the table. `where` is a country's code, or with a part's: "US-TX"."""

    kind: str
    where: str
    zones: str
    names: str

    def thousands(self, name: str) -> int | None:
        """Return the people of the town with this name, 0 where it is alone; None without it."""
        if f"|{name}|" in self.names:
            return 0
        _, found, after = self.names.partition(f"|{name}=")
        return int(after.partition("|")[0]) if found else None

    def weights(self) -> list[tuple[str, int]]:
        """Return the zones of a land with their people in thousands."""
        pairs = (each.partition("=") for each in self.zones.split(" "))
        return [(zone, int(people)) for zone, _, people in pairs]


@lru_cache(maxsize=1)
def load() -> tuple[Row, ...]:
    """Read the table."""
    text = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8")
    return tuple(Row(*line.split("\t")) for line in text.splitlines() if line[:1] != "#")
