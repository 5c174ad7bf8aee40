"""Public directories of treatment, by country: pages to open oneself. Nothing here is opened."""

from __future__ import annotations

from typing import NamedTuple


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
