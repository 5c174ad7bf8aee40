"""Which country a time zone is of, after the table that comes with the zones themselves."""

from __future__ import annotations

from importlib import resources


def country_of(zone: str) -> str | None:
    """Return the ISO 3166-1 code of the country that `zone` (an IANA name) is of, if one is."""
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, _, name, *_ = line.split("\t")
            if name == zone:
                return code
    return None
