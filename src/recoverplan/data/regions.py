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
