"""Time zones by their IANA names, as they are stored; zone_meant.py reads what a person types."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from recoverplan.errors import UsageError

# They are in the data, and mean: with leap seconds, the same again, unset, whatever is here.
REFUSED_FOLDERS = ("right/", "posix/")
REFUSED = frozenset({"factory", "localtime", "posixrules"})


def zone_named(name: str) -> ZoneInfo:
    """Return the zone with the IANA name `name`, whatever its case.

    Raises UsageError with the nearest names for anything else.
    """
    zone = known_zone(name)
    if zone is not None:
        return zone
    wanted = name.strip().replace(" ", "_").casefold()
    names = sorted(one for one in available_timezones() if one.casefold() not in REFUSED)
    same = [one for one in names if one.casefold() == wanted]
    if same:
        return ZoneInfo(same[0])
    from recoverplan.words import usage as words

    raise UsageError(words.NOT_KNOWN.format(typed=name.strip()), nearest_hint(wanted, names))


@lru_cache(maxsize=64)  # asked for each of a hundred thousand logs
def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone with exactly this IANA name, or None if there is none to rely on."""
    if name.startswith(REFUSED_FOLDERS) or name.casefold() in REFUSED:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


def city(name: str) -> str:
    """Return the city of a zone's name: "New York" of "America/New_York"."""
    return name.rpartition("/")[2].replace("_", " ")


def nearest_hint(wanted: str, names: list[str]) -> str:
    """Return a hint that names the zones nearest to `wanted`, or how zones are written."""
    from difflib import get_close_matches

    from recoverplan.words import usage as words

    towns: dict[str, list[str]] = {}
    for one in names:
        towns.setdefault(one.rpartition("/")[2].casefold(), []).append(one)
    whole = {one.casefold(): [one] for one in names}
    near = get_close_matches(wanted, [*towns, *whole], n=2, cutoff=0.75)
    found = list(dict.fromkeys(one for key in near for one in towns.get(key) or whole[key]))
    return words.NEAREST.format(names=" or ".join(found[:3])) if found else words.WRITE_ZONE
