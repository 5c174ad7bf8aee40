"""Which countries a time zone is of, after the tables that come with the zones themselves.

`zone_countries.tsv` has a row for each zone, and for each of its other names; tools/zones.py makes
it. Zones of no country (UTC, EST) are not in it.
"""

from __future__ import annotations

from pathlib import Path


def load() -> dict[str, tuple[str, ...]]:
    """Read the table: ISO 3166-1 codes by the IANA name of a zone, the main country first."""
    text = Path(__file__).with_name("zone_countries.tsv").read_text(encoding="utf-8")
    rows = (row.partition("\t") for row in text.splitlines())
    return {zone: tuple(codes.split()) for zone, _, codes in rows}


def country_of(zone: str) -> str | None:
    """Return the code of the main country that `zone` (an IANA name) is of, if it is of one."""
    return next(iter(load().get(zone, ())), None)
