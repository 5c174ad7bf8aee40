"""Which countries a time zone is of, after the tables that come with the zones themselves.

`zone_countries.tsv` has a row for each zone, and for each of its other names: its name, then ISO
3166-1 codes, the main country first. tools/zones.py makes it. Zones of no country (UTC, EST) are
not in it.
"""

from __future__ import annotations

from pathlib import Path

TABLE = Path(__file__).with_name("zone_countries.tsv")


def countries_of(zone: str) -> list[str]:
    """Return the codes of the countries that `zone` (an IANA name) is of, the main one first."""
    return row_of(zone, TABLE.read_text(encoding="utf-8"))


def country_of(zone: str) -> str | None:
    """Return the code of the main country that `zone` (an IANA name) is of, if it is of one."""
    return next(iter(countries_of(zone)), None)


def elsewhere(country: str, zone: str) -> str | None:
    """Return the code of a zone's main country, where the zone is not one of `country`.

    None too where nothing is known: of a zone that is of no country, of a country that has none.
    """
    text = TABLE.read_text(encoding="utf-8")
    codes = row_of(zone, text)
    if not codes or country in codes or country not in text.split():
        return None
    return codes[0]


def row_of(zone: str, text: str) -> list[str]:
    """Return the codes in a zone's row of the table; parsing all of it costs thirty times that."""
    return f"\n{text}".partition(f"\n{zone}\t")[2].partition("\n")[0].split()
