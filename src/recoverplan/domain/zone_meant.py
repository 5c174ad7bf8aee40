"""From what a person types to a time zone: an IANA name of a place, a town, a country.

An offset (GMT+5) or a clock's letters or name (EST, Eastern) is no place: it has no summer time, or
not the one that was meant. It is refused with the places where it is that time now. A name that
several places bear is one of them only where that one is by far the best known (`best_known`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from recoverplan.data.places import EMPTY, PLACES, Row, load
from recoverplan.domain.saying import time_of_day
from recoverplan.domain.text import clean, without_marks
from recoverplan.domain.zone import REFUSED, known_zone
from recoverplan.errors import UsageError
from recoverplan.value import NamedTuple
from recoverplan.words import usage as words

UTC_NAMES = {"utc": "UTC", "etc/utc": "Etc/UTC"}
OFFSET = re.compile(
    r"(?P<etc>etc/)?(?P<name>gmt|utc?)?\s*(?P<sign>[+-])?\s*(?P<hours>\d{1,2})"
    r"(?::?(?P<minutes>\d\d)|\.(?P<tenths>5|25|75))?(?!\d)"
)
TENTHS = {"5": 30, "25": 15, "75": 45}
POSIX = re.compile(r"<?([a-z]{3,5}|[+-]\d\d)>?[+-]?\d{1,2}(?::\d\d)?(?:<?[a-z+-][a-z\d+-]+>?.*)?")
UTC_LIKE = re.compile(r"\(?(?:etc/)?(?:gmt|ut|z$|zulu|universal|coordinated|[+-])")
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
MOST, MOST_ZONES = 6, 8  # places offered at once, and zones of one country
TOWN_TIMES, LAND_TIMES = 10, 50  # how many times the people of all others
TOWN = 100  # thousands of people: a place that some will have meant
ON_EARTH = range(-12 * 60, 14 * 60 + 1)  # minutes that some clock may be ahead of UTC
YEAR = 27  # fortnights over which two clocks are compared


class Place(NamedTuple):
    """A place that a name may mean: its zone, its people in thousands, whether it is a country."""

    zone: str
    people: int
    land: bool


def zone_meant(typed: str, now: datetime, *, clock24: bool) -> ZoneInfo:
    """Return the zone that a person means by an IANA name, a town or a country.

    `now` is aware; a refusal says what time it is where, in the person's clock style. Raises
    UsageError with places to choose from for an offset, an abbreviation and a name of several
    places, with the nearest names for what is no place.
    """
    said = clean(typed)
    key = said.casefold()
    if key in UTC_NAMES:
        return ZoneInfo(UTC_NAMES[key])
    if "/" in said and not key.startswith("etc/") and (zone := iana(said)):
        return zone
    if (places := no_place(said, now)) is not None:
        message = words.NO_PLACE.format(typed=said)
        raise UsageError(message, which(places, now, clock24=clock24, utc=UTC_LIKE.match(key)))
    found = best_known(*places_called(said), now)
    if len(found) == 1:
        return ZoneInfo(found[0].zone)
    if found:
        only_lands = all(place.land for place in found)
        several = words.SEVERAL_ZONES if only_lands else words.SEVERAL_PLACES
        zones = [place.zone for place in found]
        raise UsageError(several.format(typed=said), which(zones, now, clock24=clock24))
    if zone := iana(said):
        return zone
    raise UsageError(words.NOT_KNOWN.format(typed=said), nearest(said))


def is_place(name: str) -> bool:
    """Tell whether an IANA name is that of a place, or UTC: EST and Etc/GMT+5 are none."""
    key = name.casefold()
    etc = key.startswith("etc/")
    return key in UTC_NAMES or ("/" in key and not etc) or no_place(name, None) is None


def which_place(name: str, now: datetime, *, clock24: bool) -> str:
    """Return the question which place a zone that is none stands for, with places to choose."""
    return which(no_place(name, now) or (), now, clock24=clock24)


def no_place(said: str, now: datetime | None) -> list[str] | None:
    """Return the places that may be meant by an offset or a clock's name, None for other words.

    Without `now` an offset has no places.
    """
    key = said.casefold().replace("−", "-").replace("±", "+").removeprefix("(")
    key = key.replace(" plus ", "+").replace(" minus ", "-")
    offset = OFFSET.match(key)
    if offset and (offset["name"] or (offset["sign"] and offset.end() == len(key))):
        return [] if now is None else at_offset(offset, now)
    plain = folded_place(re.sub(r"\(.*?\)", "", key.removeprefix("etc/")))
    kept = [word for word in plain.split() if word not in EMPTY]
    for names in ([plain], [" ".join(kept)], kept):
        if names and all(name in PLACES and not rows_named(name) for name in names):
            return list(dict.fromkeys(place for name in names for place in PLACES[name]))
    posix = POSIX.fullmatch(key.removeprefix("etc/"))
    return list(PLACES.get(posix[1], ())) if posix else None


def at_offset(found: re.Match[str], now: datetime) -> list[str]:
    """Return where it is that many hours ahead of UTC now, the most populous places first.

    Etc/GMT+5 is five hours behind by its own rule, and ahead to most who type it: both are given,
    and so they are without a sign.
    """
    ahead = int(found["hours"]) * 60 + int(found["minutes"] or TENTHS.get(found["tenths"], 0))
    if found["sign"] == "-":
        ahead = -ahead
    zones: list[str] = []
    wanted = dict.fromkeys((-ahead, ahead) if found["etc"] or not found["sign"] else (ahead,))
    for minutes in wanted:
        there = [zone for zone in populous() if minutes_ahead(zone, now) == minutes]
        if not there and minutes in ON_EARTH:  # where few live
            there = [zone for zone in named_places() if minutes_ahead(zone, now) == minutes]
        zones += there[: MOST // len(wanted)]
    return zones


def populous() -> list[str]:
    """Return a zone for each clock of each country, the most populous first."""
    weights = [pair for row in load() if row.kind == "land" for pair in row.weights()
               if "-" not in row.where]  # fmt: skip
    return list(dict.fromkeys(zone for zone, _ in sorted(weights, key=lambda pair: -pair[1])))


def named_places() -> list[str]:
    """Return every IANA name of a place: also of those where nearly nobody lives."""
    zones = sorted(available_timezones())
    return [zone for zone in zones if "/" in zone and not zone.startswith("Etc/")]


def minutes_ahead(zone: str, now: datetime) -> int:
    """Return how many minutes a zone's clocks are ahead of UTC."""
    return round((now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()).total_seconds() / 60)


def iana(said: str) -> ZoneInfo | None:
    """Return the zone of an IANA name in any case, spaces for its low lines; None without one."""
    wanted = said.replace(" ", "_").casefold()
    name = next((one for one in available_timezones() if one.casefold() == wanted), said)
    return None if wanted in REFUSED else known_zone(name)


def places_called(said: str) -> tuple[list[Place], str]:
    """Return the places that a name may mean, and the name without what says where it is.

    "Dallas", "Portland, Oregon", "London Ontario", "Berlin time".
    """
    name, *within = [folded_place(part) for part in said.split(",")]
    typed = name.split()
    for last in range(4):
        name, ending = " ".join(typed[: len(typed) - last]), " ".join(typed[len(typed) - last :])
        around = [part for part in (ending, *within) if not EMPTY.issuperset(part.split())]
        found = [place for row in rows_named(name, around) for place in of_row(row, name)]
        if not around:
            found += by_iana(name, found)
        if found:
            return found, name
    return [], ""


def rows_named(name: str, within: Sequence[str] = ()) -> list[Row]:
    """Return the rows that have a name, and lie within all that is said after it."""
    if not name:
        return []
    rows = [row for row in load() if row.thousands(name) is not None]
    for said in within:
        codes = {row.where for row in load() if row.kind == "land" and lies(row, said)}
        rows = [row for row in rows if row.kind == "town" and {row.where, row.where[:2]} & codes]
    return rows


def lies(row: Row, said: str) -> bool:
    """Tell whether a land is called so, or has this code: "texas", "tx", "uk"."""
    return f"|{said}|" in row.names or said.upper() in {row.where, row.where[3:]}


def of_row(row: Row, name: str) -> list[Place]:
    """Return the places of a row: a town, a country's one zone, or its zones where they differ."""
    if row.kind == "town":
        return [Place(row.zones, row.thousands(name) or TOWN, land=False)]
    weights = row.weights()
    (_, most), rest = weights[0], sum(people for _, people in weights[1:])
    few = weights[:1] if most > rest * LAND_TIMES else weights[:MOST_ZONES]
    return [Place(zone, people, land=True) for zone, people in few]


def by_iana(name: str, found: Sequence[Place]) -> list[Place]:
    """Return the zones that are named for a place of this name and were not found otherwise."""
    named = [one for one in named_places() if folded_place(one.rpartition("/")[2]) == name]
    if not name or {place.zone for place in found} & {*named}:
        return []
    return [Place(zone, TOWN, land=False) for zone in named]


def best_known(places: Iterable[Place], name: str, now: datetime) -> list[Place]:
    """Return the place that is meant by a name, or all that may be, the most populous first.

    One is meant where its clock is that of all others, or where it has ten times the people of each
    other: London and Dublin, not Birmingham or Portland. Where another has 100,000 as well, it is
    meant only if its zone is named for it: so not Alexandria, which is in Egypt and in Virginia.
    """
    ordered = sorted(places, key=lambda place: -place.people)
    differing: list[Place] = []
    for place in ordered:
        if not any(same_clock(place.zone, other.zone, now) for other in differing):
            differing.append(place)
    if len(differing) < 2 or any(place.land for place in differing):
        return differing
    first, second = differing[:2]
    known = second.people < TOWN or folded_place(first.zone.rpartition("/")[2]) == name
    return differing[:1] if known and first.people >= second.people * TOWN_TIMES else differing


def same_clock(one: str, other: str, now: datetime) -> bool:
    """Tell whether the clocks of two zones agree from now on for a year."""
    moments = [now + timedelta(days=14 * ahead) for ahead in range(YEAR)]
    return one == other or all(minutes_ahead(one, at) == minutes_ahead(other, at) for at in moments)


def which(zones: Sequence[str], now: datetime, *, clock24: bool, utc: object = None) -> str:
    """Return the question which place it is: the zones by what time it is there now.

    `utc`: UTC itself may have been meant.
    """
    by_time: dict[int, list[str]] = {}
    for zone in filter(known_zone, zones):
        by_time.setdefault(minutes_ahead(zone, now), []).append(zone)
    if not by_time and not utc:
        return words.EXAMPLE
    said = [
        words.WHERE.format(
            time=time_of_day(now.astimezone(ZoneInfo(same[0])), clock24=clock24),
            places=", ".join(same),
        )
        for same in by_time.values()
    ]
    if utc and (not by_time or 0 in by_time):
        said.append(words.UTC_ITSELF)
    return " ".join([words.WHICH, *said] if by_time else [words.NONE_THERE, *said])


def nearest(said: str) -> str:
    """Return a hint that names the towns and zones nearest to what was typed."""
    from difflib import get_close_matches

    region, _, town = said.rpartition("/")
    if region and (there := places_called(town)[0]):  # Europe/Munich
        return words.NEAREST.format(names=max(there, key=lambda place: place.people).zone)
    names: dict[str, str] = {}
    for row in load():
        for entry in row.names.strip("|").split("|"):
            name = entry.partition("=")[0]
            names[name] = name.title()
    for zone in named_places():
        names[folded_place(zone)] = names[folded_place(zone.rpartition("/")[2])] = zone
    near = get_close_matches(folded_place(said), names, n=2, cutoff=0.8)
    found = dict.fromkeys(names[each] for each in near)
    return words.NEAREST.format(names=" or ".join(found)) if found else words.EXAMPLE


def folded_place(name: str) -> str:
    """Return a name in plain small letters and single spaces, as the table has it.

    "" for one that has no Latin letters.
    """
    plain = without_marks(name.casefold().translate(LETTERS))
    if not plain.isascii():
        plain = plain.replace("’", "'").replace("‘", "'").replace("–", "-")
    if not plain.isascii():
        return ""
    kept = " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace(".", "")).split())
    return re.sub(r"^saint ", "st ", kept.removeprefix("the "))


def kept_zone(zone: ZoneInfo, now: datetime, *, clock24: bool) -> str:
    """Say a zone back with the local time: "Europe/Berlin, where it is 4:26 pm now"."""
    time = time_of_day(now.astimezone(zone), clock24=clock24)
    return words.KEPT.format(zone=zone.key, time=time)
