"""Time zones as people type them: towns, countries, and what is no place."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoverplan.domain.zone_meant import folded_place, is_place, kept_zone, which_place, zone_meant
from recoverplan.errors import UsageError

NOW = datetime(2026, 11, 23, 8, 26, tzinfo=ZoneInfo("America/New_York"))  # 13:26 in UTC
SUMMER = datetime(2026, 7, 6, 8, 26, tzinfo=ZoneInfo("America/New_York"))  # 12:26 in UTC
NAMED = re.compile(r"\b[A-Z][A-Za-z]+/[A-Za-z_/-]+[A-Za-z]\b")

MEANT = {
    # IANA names of places, in any case
    "America/New_York": "America/New_York",
    "europe/london": "Europe/London",
    "America/new york": "America/New_York",
    "America/Argentina/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "australia/lord_howe": "Australia/Lord_Howe",
    "US/Eastern": "US/Eastern",
    "UTC": "UTC",
    "utc": "UTC",
    "Etc/UTC": "Etc/UTC",
    # towns of 100,000 and more, also by other names and without their marks
    "LA": "America/Los_Angeles",
    "SF": "America/Los_Angeles",
    "DC": "America/New_York",
    "HK": "Asia/Hong_Kong",
    "CDMX": "America/Mexico_City",
    "New Orleans LA": "America/Chicago",
    "Republic of the Congo": "Africa/Brazzaville",
    "NZ": "Pacific/Auckland",
    "Dallas": "America/Chicago",
    "dallas": "America/Chicago",
    "Munich": "Europe/Berlin",
    "München": "Europe/Berlin",
    "Muenchen": "Europe/Berlin",
    "Köln": "Europe/Berlin",
    "Cologne": "Europe/Berlin",
    "Frankfurt": "Europe/Berlin",
    "Nürnberg": "Europe/Berlin",
    "Kansas City": "America/Chicago",
    "kansas  city": "America/Chicago",
    "Houston": "America/Chicago",
    "San Antonio": "America/Chicago",
    "El Paso": "America/Denver",
    "Phoenix": "America/Phoenix",
    "Detroit": "America/Detroit",
    "Indianapolis": "America/Indiana/Indianapolis",
    "Louisville": "America/Kentucky/Louisville",
    "Boston": "America/New_York",
    "Philadelphia": "America/New_York",
    "Atlanta": "America/New_York",
    "Miami": "America/New_York",
    "Columbus": "America/New_York",
    "New York": "America/New_York",
    "New York City": "America/New_York",
    "Seattle": "America/Los_Angeles",
    "San Francisco": "America/Los_Angeles",
    "San Diego": "America/Los_Angeles",
    "Las Vegas": "America/Los_Angeles",
    "Salt Lake City": "America/Denver",
    "Anchorage": "America/Anchorage",
    "Honolulu": "Pacific/Honolulu",
    "Toronto": "America/Toronto",
    "Montréal": "America/Toronto",
    "Calgary": "America/Edmonton",
    "Winnipeg": "America/Winnipeg",
    "Mexico City": "America/Mexico_City",
    "São Paulo": "America/Sao_Paulo",
    "Bogotá": "America/Bogota",
    "Lima": "America/Lima",
    "London": "Europe/London",
    "Glasgow": "Europe/London",
    "Belfast": "Europe/London",
    "Dublin": "Europe/Dublin",
    "Paris": "Europe/Paris",
    "Zürich": "Europe/Zurich",
    "Geneva": "Europe/Zurich",
    "Vienna": "Europe/Vienna",
    "Wien": "Europe/Vienna",
    "Warszawa": "Europe/Warsaw",
    "Praha": "Europe/Prague",
    "Kyiv": "Europe/Kyiv",
    "Kiev": "Europe/Kyiv",
    "Istanbul": "Europe/Istanbul",
    "Moscow": "Europe/Moscow",
    "Lisbon": "Europe/Lisbon",
    "Rome": "Europe/Rome",
    "The Hague": "Europe/Amsterdam",
    "Hague": "Europe/Amsterdam",
    "The Bronx": "America/New_York",
    "Frankfurt am Main": "Europe/Berlin",
    "Antwerp": "Europe/Brussels",
    "Reykjavik": "Atlantic/Reykjavik",
    "Cairo": "Africa/Cairo",
    "Lagos": "Africa/Lagos",
    "Nairobi": "Africa/Nairobi",
    "Johannesburg": "Africa/Johannesburg",
    "Tel Aviv": "Asia/Jerusalem",
    "Dubai": "Asia/Dubai",
    "Karachi": "Asia/Karachi",
    "Mumbai": "Asia/Kolkata",
    "Bombay": "Asia/Kolkata",
    "Peking": "Asia/Shanghai",
    "NYC": "America/New_York",
    "nyc, ny": "America/New_York",
    "Philly": "America/New_York",
    "Vegas": "America/Los_Angeles",
    "Moskau": "Europe/Moscow",
    "Prag": "Europe/Prague",
    "Rom": "Europe/Rome",
    "Calcutta": "Asia/Kolkata",
    "Kathmandu": "Asia/Kathmandu",
    "Bangkok": "Asia/Bangkok",
    "Saigon": "Asia/Ho_Chi_Minh",
    "Beijing": "Asia/Shanghai",
    "Xi'an": "Asia/Shanghai",
    "Hong Kong": "Asia/Hong_Kong",
    "Singapore": "Asia/Singapore",
    "tokyo": "Asia/Tokyo",
    "Seoul": "Asia/Seoul",
    "Manila": "Asia/Manila",
    "Sydney": "Australia/Sydney",
    "Melbourne": "Australia/Melbourne",
    "Brisbane": "Australia/Brisbane",
    "Perth": "Australia/Perth",
    "Adelaide": "Australia/Adelaide",
    "Auckland": "Pacific/Auckland",
    # places that only a zone is named for
    "Lord Howe": "Australia/Lord_Howe",
    "Nuuk": "America/Nuuk",
    "Pitcairn": "Pacific/Pitcairn",
    # with what tells a town from another
    "Portland, Oregon": "America/Los_Angeles",
    "Portland, OR": "America/Los_Angeles",
    "Portland OR": "America/Los_Angeles",
    "Portland, Maine": "America/New_York",
    "portland me": "America/New_York",
    "Birmingham, UK": "Europe/London",
    "Birmingham, England": "Europe/London",
    "Birmingham, Alabama": "America/Chicago",
    "Birmingham AL": "America/Chicago",
    "London, Ontario": "America/Toronto",
    "London, Canada": "America/Toronto",
    "London, UK": "Europe/London",
    "Dallas, TX": "America/Chicago",
    "Dallas, Texas, USA": "America/Chicago",
    "Paris, France": "Europe/Paris",
    "Kansas City, MO": "America/Chicago",
    "Alexandria, Virginia": "America/New_York",
    "Alexandria, Egypt": "Africa/Cairo",
    "Washington, DC": "America/New_York",
    "Washington DC": "America/New_York",
    "New York, NY": "America/New_York",
    "St. Louis, Missouri": "America/Chicago",
    "Saint Louis, MO": "America/Chicago",
    "London time": "Europe/London",
    "Berlin time": "Europe/Berlin",
    "India Standard Time": "Asia/Kolkata",
    "Pakistan Standard Time": "Asia/Karachi",
    # countries with one clock, in English and in their own language, and parts of some
    "Germany": "Europe/Berlin",
    "Deutschland": "Europe/Berlin",
    "Österreich": "Europe/Vienna",
    "UK": "Europe/London",
    "uk": "Europe/London",
    "United Kingdom": "Europe/London",
    "Great Britain": "Europe/London",
    "England": "Europe/London",
    "Scotland": "Europe/London",
    "Northern Ireland": "Europe/London",
    "Ireland": "Europe/Dublin",
    "France": "Europe/Paris",
    "Italia": "Europe/Rome",
    "Netherlands": "Europe/Amsterdam",
    "Holland": "Europe/Amsterdam",
    "Schweiz": "Europe/Zurich",
    "Poland": "Europe/Warsaw",
    "Sweden": "Europe/Stockholm",
    "Turkey": "Europe/Istanbul",
    "Ukraine": "Europe/Kyiv",
    "Portugal": "Europe/Lisbon",  # but for two in a hundred
    "Israel": "Asia/Jerusalem",
    "India": "Asia/Kolkata",
    "China": "Asia/Shanghai",
    "Japan": "Asia/Tokyo",
    "South Korea": "Asia/Seoul",
    "Philippines": "Asia/Manila",
    "Kenya": "Africa/Nairobi",
    "South Africa": "Africa/Johannesburg",
    "Nigeria": "Africa/Lagos",
    "Egypt": "Africa/Cairo",
    "Argentina": "America/Argentina/Buenos_Aires",
    "New Zealand": "Pacific/Auckland",
    "Puerto Rico": "America/Puerto_Rico",
    "California": "America/Los_Angeles",
    "Ohio": "America/New_York",
    "Arizona": "America/Phoenix",
    "Hawaii": "Pacific/Honolulu",
    "Quebec": "America/Toronto",
    "Queensland": "Australia/Brisbane",
    "Kosovo": "Europe/Belgrade",
    "Chile": "America/Santiago",
}

REFUSED = {
    # offsets: the places where it is that time now, in the way people mean them
    "GMT+5": "Where it is 6:26 pm now: Asia/Karachi, Asia/Yekaterinburg, Asia/Almaty",
    "gmt +5": "Where it is 6:26 pm now: Asia/Karachi",
    "UTC+5": "Where it is 6:26 pm now: Asia/Karachi",
    "UTC-5": "Where it is 8:26 am now: America/New_York, America/Bogota",
    "UTC −5": "Where it is 8:26 am now: America/New_York",
    "-05:00": "Where it is 8:26 am now: America/New_York",
    "-8": "Where it is 5:26 am now: America/Los_Angeles",
    "+05:30": "Where it is 6:56 pm now: Asia/Kolkata, Asia/Colombo.",
    "+0530": "Where it is 6:56 pm now: Asia/Kolkata",
    "UTC+5:30": "Where it is 6:56 pm now: Asia/Kolkata",
    "UTC+5.5": "Where it is 6:56 pm now: Asia/Kolkata",
    "UTC+5:45": "Where it is 7:11 pm now: Asia/Kathmandu.",
    "GMT-3:30": "Where it is 9:56 am now: America/St_Johns.",
    "UTC+1": "Where it is 2:26 pm now: ",
    "UTC+0": "Where it is 1:26 pm now: Europe/London",
    "(UTC-05:00) Eastern Time (US & Canada)": "Where it is 8:26 am now: America/New_York",
    # a sign that is read both ways, or none: both
    "Etc/GMT+5": "Where it is 8:26 am now: America/New_York, America/Bogota, America/Toronto. Where"
    " it is 6:26 pm now: Asia/Karachi",
    "Etc/GMT-5": "Where it is 6:26 pm now: Asia/Karachi, Asia/Yekaterinburg, Asia/Almaty. Where it"
    " is 8:26 am now: America/New_York",
    "GMT 5": "Where it is 8:26 am now: America/New_York",
    "UTC5": "Where it is 6:26 pm now: Asia/Karachi",
    # letters and names of clocks
    "EST": "Where it is 8:26 am now: America/New_York, America/Toronto",
    "edt": "Where it is 8:26 am now: America/New_York",
    "ET": "Where it is 8:26 am now: America/New_York",
    "EST5EDT": "Where it is 8:26 am now: America/New_York",
    "EST5EDT,M3.2.0,M11.1.0": "Where it is 8:26 am now: America/New_York",
    "EST/EDT": "Where it is 8:26 am now: America/New_York",
    "Eastern": "Where it is 8:26 am now: America/New_York",
    "Eastern Time": "Where it is 8:26 am now: America/New_York",
    "eastern standard time": "Where it is 8:26 am now: America/New_York",
    "US Eastern": "Where it is 8:26 am now: America/New_York",
    "CST": "Where it is 7:26 am now: America/Chicago",
    "Central Time": "Where it is 7:26 am now: America/Chicago",
    "CST6CDT": "Where it is 7:26 am now: America/Chicago",
    "MST": "Where it is 6:26 am now: America/Denver, America/Phoenix.",
    "MST7MDT": "Where it is 6:26 am now: America/Denver",
    "Mountain Time": "Where it is 6:26 am now: America/Denver",
    "PST": "Where it is 5:26 am now: America/Los_Angeles",
    "PST8PDT": "Where it is 5:26 am now: America/Los_Angeles",
    "Pacific": "Where it is 5:26 am now: America/Los_Angeles",
    "HST": "Where it is 3:26 am now: Pacific/Honolulu",
    "GMT": "Where it is 1:26 pm now: Europe/London",
    "GMT0": "Where it is 1:26 pm now: Europe/London",
    "Etc/GMT": "Where it is 1:26 pm now: Europe/London",
    "Greenwich Mean Time": "Where it is 1:26 pm now: Europe/London",
    "BST": "Where it is 1:26 pm now: Europe/London. Where it is 7:26 pm now: Asia/Dhaka.",
    "British Summer Time": "Where it is 1:26 pm now: Europe/London.",
    "IST": "Where it is 6:56 pm now: Asia/Kolkata. Where it is 1:26 pm now: Europe/Dublin. Where it"
    " is 3:26 pm now: Asia/Jerusalem",
    "WET": "Where it is 1:26 pm now: Europe/Lisbon",
    "CET": "Where it is 2:26 pm now: Europe/Berlin, Europe/Paris",
    "CEST": "Where it is 2:26 pm now: Europe/Berlin",
    "MET": "Where it is 2:26 pm now: Europe/Berlin",
    "Central European Time": "Where it is 2:26 pm now: Europe/Berlin",
    "EET": "Where it is 3:26 pm now: Europe/Athens",
    "MSK": "Where it is 4:26 pm now: Europe/Moscow.",
    "JST": "Where it is 10:26 pm now: Asia/Tokyo.",
    "AEST": "Where it is 12:26 am now: Australia/Sydney",
    "NZST": "Where it is 2:26 am now: Pacific/Auckland.",
    "Z": "For UTC itself, type UTC.",
    "Zulu": "For UTC itself, type UTC.",
    "UTC0": "For UTC itself, type UTC.",
    "Universal": "For UTC itself, type UTC.",
    # names of several places, none of which is by far the best known
    "Portland": "5:26 am now: America/Los_Angeles. Where it is 8:26 am now: America/New_York",
    "Birmingham": "1:26 pm now: Europe/London. Where it is 7:26 am now: America/Chicago",
    "Alexandria": "3:26 pm now: Africa/Cairo. Where it is 8:26 am now: America/New_York",
    "Springfield": "America/Chicago. Where it is 8:26 am now: America/New_York",
    "Richmond": "America/New_York",
    "Hyderabad": "Asia/Kolkata. Where it is 6:26 pm now: Asia/Karachi",
    "Manchester": "Europe/London",
    "Athens": "Europe/Athens. Where it is 8:26 am now: America/New_York",
    "Kingston": "America/Jamaica, America/Toronto",
    "San Jose": "America/Los_Angeles. Where it is 7:26 am now: America/Costa_Rica",
    "Georgia": "America/New_York. Where it is 5:26 pm now: Asia/Tbilisi",
    "Washington": "America/Los_Angeles. Where it is 8:26 am now: America/New_York",
    # lands with several clocks
    "USA": "America/New_York. Where it is 7:26 am now: America/Chicago",
    "Spain": "Europe/Madrid. Where it is 1:26 pm now: Atlantic/Canary",
    "Canada": "America/Toronto",
    "Australia": "Australia/Sydney. Where it is 11:26 pm now: Australia/Brisbane",
    "Texas": "America/Chicago. Where it is 6:26 am now: America/Denver",
    "Brazil": "America/Sao_Paulo",
    "Antarctica": "Antarctica/Casey",
    "Kiribati": "Pacific/Tarawa. Where it is 2:26 am now: Pacific/Kanton. Where it is 3:26 am now:"
    " Pacific/Kiritimati",
    "Micronesia": "Pacific/Pohnpei. Where it is 11:26 pm now: Pacific/Chuuk",
    "French Polynesia": "Pacific/Tahiti",
    # offsets that few live at
    "UTC+14": "Where it is 3:26 am now: Pacific/Kiritimati.",
    "+13:45": "Where it is 3:11 am now: Pacific/Chatham.",
    "UTC-9:30": "Where it is 3:56 am now: Pacific/Marquesas.",
    "+10:30": "Where it is 11:56 pm now: Australia/Adelaide.",
    "UTC+8:45": "Where it is 10:11 pm now: Australia/Eucla.",
    "UTC+2:15": "No town has that time now",
    "UTC plus 5": "Where it is 6:26 pm now: Asia/Karachi",
    "GMT minus 5": "Where it is 8:26 am now: America/New_York",
    # a town under a wrong part of the world
    "Europe/Munich": "Did you mean Europe/Berlin?",
    "America/Dallas": "Did you mean America/Chicago?",
    "Asia/Bombay": "Did you mean Asia/Kolkata?",
    "US/New York": "Did you mean America/New_York?",
    # what is no place at all
    "Londn": "Did you mean Europe/London?",
    "Dalas": "Did you mean Dallas",
    "Munch": "Did you mean Munich",
    "Nowhere/Land": "Type a town or a country",
    "Mars/Base": "Type a town or a country",
    "UTC+25": "No town has that time now",
    "5": "Type a town or a country",
    "": "Type a town or a country",
    "Москва": "Type a town or a country",
    "Factory": "Type a town or a country",
    "localtime": "Type a town or a country",
    "right/UTC": "Type a town or a country",
    "../UTC": "",
    "Portland, Japan": "Type a town or a country",
}


def refused(typed: str, now: datetime = NOW, *, clock24: bool = False) -> UsageError:
    with pytest.raises(UsageError) as caught:
        zone_meant(typed, now, clock24=clock24)
    return caught.value


@pytest.mark.parametrize(("typed", "key"), MEANT.items())
def test_a_place_is_its_zone(typed: str, key: str) -> None:
    assert zone_meant(typed, NOW, clock24=False).key == key


@pytest.mark.parametrize(("typed", "offered"), REFUSED.items())
def test_what_is_no_one_place_is_refused_with_places_that_work(typed: str, offered: str) -> None:
    hint = str(refused(typed).hint)
    assert offered in hint
    for name in NAMED.findall(hint):
        assert zone_meant(name, NOW, clock24=False).key == name


def test_the_refusal_says_why_and_what_time_it_is_there_in_the_persons_clock() -> None:
    error = refused("GMT+5", clock24=True)
    assert error.message == '"GMT+5" does not say when the clocks change. A place does.'
    assert str(error.hint).startswith("Which place is it? Where it is 18:26 now: Asia/Karachi, ")
    assert refused("Portland").message == 'More than one place is called "Portland".'
    assert refused("Spain").message == '"Spain" has more than one time zone.'
    assert refused("Nowhere").message == 'There is no time zone "Nowhere".'


def test_where_it_is_that_time_follows_the_season() -> None:
    assert "America/New_York" in str(refused("UTC-4", SUMMER).hint)
    assert "America/New_York" not in str(refused("UTC-5", SUMMER).hint)
    summer = str(refused("EST", SUMMER).hint)
    assert "Where it is 8:26 am now: America/New_York, America/Toronto." in summer
    assert "Where it is 7:26 am now: America/Jamaica, America/Panama." in summer


def test_a_zone_is_said_back_with_its_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert kept_zone(berlin, NOW, clock24=False) == "Europe/Berlin, where it is 2:26 pm now"
    assert kept_zone(berlin, NOW, clock24=True) == "Europe/Berlin, where it is 14:26 now"


@pytest.mark.parametrize("name", ["EST", "Etc/GMT+5", "GMT", "CET", "EST5EDT", "Etc/Zulu", "MST"])
def test_a_stored_zone_that_is_no_place_is_asked_about(name: str) -> None:
    assert not is_place(name)
    assert which_place(name, NOW, clock24=False).startswith("Which place is it? Where it is ")


def test_every_zone_that_is_named_for_a_place_is_taken_by_its_name() -> None:
    for name in available_timezones():
        if "/" in name and not name.startswith("Etc/"):
            assert is_place(name), name
            assert zone_meant(name, NOW, clock24=False).key == name
    # What else there is: UTC, clocks, and old names of countries.
    plain = {name for name in available_timezones() if "/" not in name and not is_place(name)}
    assert {"EST", "MST", "HST", "GMT", "CET", "EET", "MET", "WET", "EST5EDT", "PST8PDT"} <= plain
    assert not plain & {"UTC", "Japan", "Singapore", "Cuba", "Iran", "Portugal", "GB", "NZ"}


@settings(deadline=None)  # the first look at every zone is slow
@given(st.text(max_size=40))
@example("GMT+99:99")
@example("UTC+2:15")
@example("Etc/GMT+")
@example("(((")
@example(", , ,")
@example("’'‘")
def test_any_text_gives_a_zone_or_a_refusal_with_what_to_type(typed: str) -> None:
    found: ZoneInfo | str | None
    try:
        found = zone_meant(typed, NOW, clock24=False)
    except UsageError as error:
        found = error.hint
    assert found


@given(st.sampled_from(sorted(MEANT)), st.data())
def test_case_spaces_and_marks_make_no_difference(typed: str, data: st.DataObject) -> None:
    letters = data.draw(st.lists(st.booleans(), min_size=len(typed), max_size=len(typed)))
    mixed = "".join(
        each.upper() if up and each != "ß" else each.lower()
        for each, up in zip(typed, letters, strict=True)
    )
    assert zone_meant(f"  {mixed} ", NOW, clock24=False).key == MEANT[typed]


def test_names_are_compared_in_plain_letters() -> None:
    assert folded_place("São Paulo") == "sao paulo"
    assert folded_place("Saint-Étienne") == "st etienne"
    assert folded_place("Łódź") == "lodz"
    assert folded_place("Washington D.C.") == "washington dc"
    assert folded_place("Xi’an") == "xian"
    assert folded_place("北京") == ""
