"""Registers in which a person can have themselves shut out of gambling, by country.

Each was looked up on the day that stands with it, in a stored copy of the page named and not live.
Where a country is not here, the general words are said.
"""

from __future__ import annotations

from typing import NamedTuple


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
