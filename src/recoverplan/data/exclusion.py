"""Registers in which a person can have themselves shut out of gambling, by country.

Looked up in November 2026 against copies of the pages named, not live. Where a country is not here,
the general words are said.
"""

from __future__ import annotations

from typing import NamedTuple


class Register(NamedTuple):
    """A register: where it is, what it is called, and where that was looked up."""

    place: str
    name: str
    source: str


REGISTERS = {
    "AU": Register("Australia", "BetStop", "https://www.acma.gov.au/betstop-national-self-exclusion-registertm"),
    "DE": Register("Germany", "OASIS", "https://automatenspieler.net/online-casino-sperren/"),
    "DK": Register("Denmark", "ROFUS", "https://insic.de/rofus-system-daenemark"),
    "GB": Register("Great Britain", "GAMSTOP", "https://primarycaregamblingservice.co.uk/self-exclusion"),
    "NL": Register("the Netherlands",
        "Cruks", "https://lotterydaily.com/2022/08/04/csr/ksa-confirms-20000-cruks-usership"
        "-as-safeguarding-register-proves-popular/",
    ),
    "SE": Register("Sweden", "Spelpaus", "https://kanongaming.com/faq/"),
    "US": Register("the United States", "my state's list", "https://changingchoices.com/blog/gambling-self-exclusion"),
}  # fmt: skip
