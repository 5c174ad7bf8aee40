"""Make data/zone_countries.tsv: which countries the time zones are of (`python tools/zones.py`).

From zone.tab, zone1970.tab and tzdata.zi of the tzdata package, all in the public domain. A zone is
of the countries that either table gives it: zone.tab has one for each, zone1970.tab all that have
had its clocks since 1970. Another name of a zone (US/Eastern) is of that zone's countries.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src" / "recoverplan" / "data" / "zone_countries.tsv"
# ISO 3166-2 lists these as parts of a country too, and its emergency number is theirs. (It does so
# with Hong Kong, Macao and the islands of the Netherlands as well, where another number holds.)
PARTS = {
    "US": "AS GU MP PR UM VI",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "FI": "AX",
    "NO": "SJ",
}


def table() -> str:
    """Return the table: a row a zone, its name and its countries, the main one first."""
    whole_of = {part: country for country, parts in PARTS.items() for part in parts.split()}
    found: dict[str, list[str]] = {}
    for name in ("zone.tab", "zone1970.tab"):
        for row in rows(name):
            countries, _, zone, *_ = row.split("\t")
            found.setdefault(zone, []).extend(countries.split(","))
    for row in rows("tzdata.zi"):
        if row.startswith("L "):
            _, zone, other = row.split()
            found.setdefault(other, found.get(zone, []))
    for codes in found.values():
        codes.extend(whole_of[code] for code in tuple(codes) if code in whole_of)
    lines = (f"{zone}\t{' '.join(dict.fromkeys(codes))}\n" for zone, codes in sorted(found.items()))
    return "".join(line for line in lines if not line.endswith("\t\n"))


def rows(name: str) -> list[str]:
    """Return the rows of a file of the zone data, without its comments."""
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
