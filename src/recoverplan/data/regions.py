"""Every country of ISO 3166-1 and the few parts that the help lines name.

`regions.tsv` has one row each: code, clock style (12 or 24, after CLDR), "en" where English is an
official language (after CLDR), the name that people say, in English (after CLDR). Tests hold it
equal to pycountry and Babel, which are too heavy to ship for this.
"""

from __future__ import annotations

from pathlib import Path

from recoverplan.value import NamedTuple

# Names of countries that take an article inside a sentence, by how they begin or end.
WITH_THE = (
    "United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Isle of",
    "Dominican Republic", "Central African", "Caribbean ",
)  # fmt: skip
WITH_THE_AT_END = (" Islands", " Territory", " Territories")


class Named(NamedTuple):
    """A country or a part of one: its code, its name in English, its clock style.

    `english`: English is an official language there.
    """

    code: str
    name: str
    clock24: bool
    english: bool


def parts_of(code: str) -> list[Named]:
    """Return the parts of a country that help lines name; none of a part."""
    return [named for one, named in load().items() if one.startswith(f"{code}-")]


def load() -> dict[str, Named]:
    """Read the table, by code."""
    text = Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines())
    return {
        code: Named(code, name, clock == "24", language == "en")
        for code, clock, language, name in rows
    }


def country_said(name: str) -> str:
    """Return a country's name as it is in a sentence: "the United States", "Brazil"."""
    plain = name.startswith(("South Georgia", "Heard", "Pitcairn"))
    if name.startswith(WITH_THE) or (name.endswith(WITH_THE_AT_END) and not plain):
        return f"the {name}"
    return name


NAMES = {
    "am": "Amharic", "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish",
    "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ha": "Hausa", "he": "Hebrew", "id": "Indonesian", "ig": "Igbo",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pa": "Punjabi", "pcm": "Nigerian Pidgin", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "sd": "Sindhi", "skr": "Saraiki",
    "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "yo": "Yoruba", "zh": "Chinese",
}  # fmt: skip


A4, LETTER = "a4", "letter"
PAPERS = (A4, LETTER)
ON_LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def paper_of(region: str) -> str:
    """Return the paper of a region's code, or of a part of one; "" (no region): A4."""
    return LETTER if region.partition("-")[0] in ON_LETTER else A4


class Finder(NamedTuple):
    """A directory: its address, what it lists, and where that was looked up (November 2026)."""

    name: str
    what: str
    source: str


FINDERS = {
    "US": Finder(
        "findtreatment.gov",
        "the national directory of treatment, searched by ZIP code or town",
        (
            "https://www.einpresswire.com/article/500690467/hhs-secretary-azar-samhsa-assistant"
            "-secretary-mccance-katz-statements-on-launch-of-findtreatment-gov (copy of the"
            " department's statement of 30 October 2019)"
        ),
    ),
}


# Registers in which a person can have themselves shut out of gambling, by country.
#
# Each was looked up on the day that stands with it, in a stored copy of the page named and not
# live. Where a country is not here, the general words are said.


class Register(NamedTuple):
    """A register: where it is, what it is called, where that was looked up and on which day."""

    place: str
    name: str
    source: str
    date: str


REGISTERS = {
    "AU": Register("Australia", "BetStop",
        "https://www.acma.gov.au/betstop-national-self-exclusion-registertm", "2026-11-28"),
    "DE": Register("Germany", "OASIS",
        "https://rp-darmstadt.hessen.de/presse/spielersperrsystem-oasis-neues-digitales"
        "-antragsformular-freigeschaltet", "2026-11-28"),
    "DK": Register("Denmark", "ROFUS", "https://skat.dk/data.aspx?oid=2298642", "2026-11-28"),
    "FR": Register("France", "interdiction volontaire de jeux (ANJ)",
        "https://comarquage.net15.fr/service-public/particuliers/vosdroits/F15814", "2026-11-28"),
    "GB": Register("Great Britain", "GAMSTOP",
        "https://www.gamblingcommission.gov.uk/public-and-players/page/self-exclusion",
        "2026-11-28"),
    "NL": Register("the Netherlands", "Cruks",
        "https://kansspelautoriteit.nl/veilig-spelen/gokproblemen/inschrijven-in-cruks/",
        "2026-11-28"),
    "SE": Register("Sweden", "Spelpaus",
        "https://gfx2.aftonbladet-cdn.se/sportbladet/speltips/a/nQmpJB/sa-har-stanger-du-av-dig"
        "-sjalv-fran-spelbolag", "2026-11-28"),
    # Most states, not all: the page lists those without one.
    "US": Register("the United States", "my state's list",
        "https://gamblingresearch.ecu.edu/voluntary-self-exclusion-based-on-legality",
        "2026-11-28"),
}  # fmt: skip
