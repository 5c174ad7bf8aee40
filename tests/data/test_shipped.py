"""What ships as data: every country, its clock, and numbers nobody made up."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import resources
from pathlib import Path
from zoneinfo import available_timezones

import pycountry
import pytest
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from recoverplan.data import helplines, regions, zones

# In the table of emergency numbers and in no edition of ISO 3166-1.
NOT_ISO = {"AC", "XK"}
EXAMPLE = re.compile(r"555[ -]?01\d\d|^0{4,}$|^1234|XXX", re.IGNORECASE)


def twelve_hours(code: str) -> bool:
    """Return whether CLDR writes the time of day with am and pm in this country's main language."""
    try:
        pattern = Locale.parse(f"und_{code.partition('-')[0]}").time_formats["short"].pattern
    except UnknownLocaleError:
        return False
    return bool(set(re.sub("'[^']*'", "", pattern)) & set("hK"))


def said(name: str) -> str:
    """Return a name of CLDR's list in letters of every keyboard, without what only sorts lists."""
    name = name.removesuffix(" SAR China").replace(" & ", " and ").replace("’", "'")
    return re.sub(r" - (.*)", r" (\1)", name)


def test_every_country_is_there_under_the_name_that_people_say() -> None:
    known = {code: named.name for code, named in regions.load().items() if "-" not in code}
    english = Locale("en").territories
    codes = {one.alpha_2 for one in pycountry.countries} | NOT_ISO
    assert known == {code: said(english[code]) for code in codes}


def test_a_part_of_a_country_is_there_exactly_where_a_line_names_it() -> None:
    parts = {code: named.name for code, named in regions.load().items() if "-" in code}
    assert set(parts) == {row["c"] for row in helplines.load().lines if "-" in row["c"]}
    known = {part.code: part.name for part in pycountry.subdivisions}
    for code, name in parts.items():
        assert known[code].startswith(name)


def test_the_clock_style_is_the_one_of_cldr() -> None:
    for code, named in regions.load().items():
        assert named.clock24 is not twelve_hours(code), code


def test_where_english_is_spoken_is_what_cldr_says() -> None:
    for code, named in regions.load().items():
        spoken = get_official_languages(code.partition("-")[0], de_facto=True)
        assert named.english is ("en" in spoken), code


def test_every_number_has_its_grade_and_its_source() -> None:
    shipped = helplines.load()
    assert shipped.checked == "2026-11-28"
    assert len(shipped.emergency) == 246
    assert len(shipped.lines) == 135
    for row in (*shipped.emergency, *shipped.lines):
        assert row["grade"] in {"A", "B", "C"}
        assert row["src"]


def test_no_hours_are_promised_that_the_sources_do_not_state() -> None:
    for row in helplines.load().lines:
        unsure = re.search("not (stated|seen|certain|24/7)", f"{row['hours']}; {row.get('note')}")
        about_hours = unsure and ("not 24/7" in unsure.group() or unsure.group() in row["hours"])
        assert row["when"] is None or not about_hours, row["name"]


def test_no_number_is_a_placeholder() -> None:
    shipped = helplines.load()
    for row in (*shipped.emergency, *shipped.lines):
        for way in ("call", "sms", "text", "tty"):
            number = row.get(way)
            assert number is None or (re.search(r"\d", number) and not EXAMPLE.search(number)), row


def test_every_emergency_number_belongs_to_a_country_or_to_the_union() -> None:
    known = regions.load()
    assert {row["c"] for row in helplines.load().emergency} - set(known) == {"EU"}


def test_one_country_is_read_as_it_is_in_the_whole() -> None:
    whole = helplines.load()
    for country in {row["c"].partition("-")[0] for row in whole.emergency} | {"AQ", ""}:
        part = helplines.load_country(country)
        assert part.checked == whole.checked
        for rows, of_all in ((part.emergency, whole.emergency), (part.lines, whole.lines)):
            assert list(rows) == [row for row in of_all if row["c"].partition("-")[0] == country]


def zone_rows(name: str) -> list[list[str]]:
    """Return the rows of a table that comes with the zones."""
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if not row.startswith("#")]


def table_of_zones() -> dict[str, list[str]]:
    """Return the countries of each zone, as the shipped table has them."""
    rows = (row.split("\t") for row in zones.TABLE.read_text(encoding="utf-8").splitlines())
    return {zone: codes.split(" ") for zone, codes in rows}


def test_every_row_of_the_table_is_found() -> None:
    for zone, codes in table_of_zones().items():
        assert zones.countries_of(zone) == codes
        assert zones.country_of(zone) == codes[0]
    for zone in ("", "UTC", "Europe", "Lisbon", "Europe/Lisbo", "urope/Lisbon", "PT", "\n"):
        assert zones.countries_of(zone) == []


def test_a_zone_is_of_the_countries_that_the_zones_own_tables_give_it() -> None:
    countries = table_of_zones()
    for codes, _, zone, *_ in zone_rows("zone.tab"):
        assert countries[zone][0] == codes
    for codes, _, zone, *_ in zone_rows("zone1970.tab"):
        assert set(codes.split(",")) <= set(countries[zone])
    own = {(zone, code) for codes, _, zone, *_ in zone_rows("zone.tab") for code in [codes]}
    own |= {
        (zone, code)
        for codes, _, zone, *_ in zone_rows("zone1970.tab")
        for code in codes.split(",")
    }
    parts = {(zone, code) for zone, codes in countries.items() for code in codes} - own
    names = {zone for zone, _ in own}
    # What goes beyond: the country that a territory is a part of too.
    assert {code for zone, code in parts if zone in names} == {"US", "FR", "FI", "NO"}


def test_other_names_of_a_zone_are_of_its_countries_and_utc_of_none() -> None:
    countries = table_of_zones()
    for other, zone in (
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("GB", "Europe/London"),
        ("Brazil/East", "America/Sao_Paulo"),
    ):
        assert countries[other] == countries[zone]
    without = available_timezones() - set(countries)
    of_none = re.compile(
        r"Etc/|UTC|UCT|GMT|Zulu|Universal|Greenwich|[CEMPW][ESAU]?T(\d.*)?$|localtime"
    )
    assert {zone for zone in without if not of_none.match(zone)} <= {"Factory", "HST"}


def test_the_table_of_zones_is_as_the_tool_makes_it() -> None:
    root = Path(__file__).parents[2]
    made = subprocess.run(
        [sys.executable, "-c", "import zones; print(zones.table(), end='')"],
        cwd=root / "tools", check=True, capture_output=True, text=True, encoding="utf-8",
    ).stdout  # fmt: skip
    shipped = root / "src" / "recoverplan" / "data" / "zone_countries.tsv"
    assert made == shipped.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("United States", "the United States"),
        ("Brazil", "Brazil"),
        ("Netherlands", "the Netherlands"),
        ("South Korea", "South Korea"),
        ("Congo (Kinshasa)", "Congo (Kinshasa)"),
        ("U.S. Virgin Islands", "the U.S. Virgin Islands"),
        ("Cocos (Keeling) Islands", "the Cocos (Keeling) Islands"),
        ("South Georgia and South Sandwich Islands",) * 2,
        ("Palestinian Territories", "the Palestinian Territories"),
        ("Myanmar (Burma)",) * 2,
        ("Scotland", "Scotland"),
    ],
)
def test_a_country_stands_in_a_sentence_as_it_is_said(name: str, said: str) -> None:
    assert regions.country_said(name) == said
