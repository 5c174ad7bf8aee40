"""What must not leave with a template: people, groups, numbers, addresses, places, streets.

A text is looked at as it would be read: in any case, with or without accents. It is better to ask
about one too many than to hand somebody's name to strangers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import combining, normalize

from recoverplan.data.plan_words import COMMON_IN_NAMES
from recoverplan.domain.naming import folded

SHORT = 4  # letters: names up to here may be a part of another word, as Sam is of same
LEAST = 5  # digits of a number that somebody may be called at
PART = 4  # letters of a part of a place that is looked for by itself
# Fields of records that name somebody, or say where or how they are reached.
NAMES = ("name", "card_name", "place", "with", "who")
WHERE = (
    "where", "where_notes", "link", "link_notes", "phone", "phone_notes", "call", "text", "email",
    "other", "address", "near", "town",
)  # fmt: skip

NUMBER = re.compile(r"\+?\(?\d[\d\s()./–‑-]*\d")
ADDRESS = re.compile(r"\S+@\S+\.\S+|(?i:https?://|www\.)\S+")
WAY = (
    r"street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|way|court|ct|place|pl|boulevard|blvd|"
    r"close|square|sq|terrace|gardens|hill|row|crescent|highway|hwy|parkway|pkwy|route|alley|"
    r"grove|mews|walk|quay|wharf|park|estate|loop|trail|circle|cir|straße|strasse|weg|platz|allee"
)
ABROAD = (
    r"rue|via|calle|avenida|rua|laan|straat|ulica|platz|allee|street|avenue|road"  # number last
)
COUNTED = r"(?:more )?(?:min\w*|hours?|times?|laps?|days?|weeks?|miles?|km|steps?|breaths?|things?)"
STREET = re.compile(
    rf"(?i)\b\d{{1,5}}[a-z]?,?\s+(?!(?:{COUNTED})\b)(?:[\w'’.-]+\s+){{0,4}}(?:{WAY})\b"
    rf"|\b(?:{ABROAD})\s+(?:[\w'’.-]+\s+){{0,3}}\d{{1,5}}\b"
    r"|\w{3,}(?:straße|strasse|straat|weg|gasse|platz|laan)\s+\d{1,4}\b"
    r"|\b(?:flat|apt|apartment|unit|suite|room|rm|p\.?o\.? box)\.?\s*#?\d+[a-z]?\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
)


class Kept(NamedTuple):
    """What is looked for, folded: names (and their words), places, and digits of numbers."""

    names: frozenset[str]
    places: frozenset[str]
    digits: frozenset[str]


def plain(text: str) -> str:
    """Return a text as it is compared: folded, without accents."""
    bare = normalize("NFKD", folded(text)).replace("’", "'")
    return "".join(letter for letter in bare if not combining(letter))


def kept_private(names: Iterable[str], places: Iterable[str]) -> Kept:
    """Return what must not stand in a template, of names and of places, numbers and addresses."""
    whole = {plain(name) for name in names if plain(name)}
    words = {word for name in whole for word in re.findall(r"[^\W_]{2,}", name)} - set(
        COMMON_IN_NAMES
    )
    texts = {plain(text) for text in places if plain(text)}
    parts = {
        part.strip()
        for text in texts
        for part in re.split(r"[,;/()]", text)
        if len(part.strip()) >= PART
    }
    numbers = {digits_of(text) for text in texts if len(digits_of(text)) >= 3}
    return Kept(frozenset(whole | words), frozenset(texts | parts), frozenset(numbers))


def digits_of(text: str) -> str:
    """Return the digits of a text."""
    return "".join(letter for letter in text if letter.isdecimal())


def private(text: str, kept: Kept) -> str | None:
    """Return what a text gives away: name, number or place; None for nothing."""
    if names_somebody(text, kept):
        return "name"
    said = plain(text)
    found = [digits_of(match[0]) for match in NUMBER.finditer(text)]
    every = digits_of(text)
    if any(len(digits) >= LEAST for digits in found) or any(one in every for one in kept.digits):
        return "number"
    if ADDRESS.search(text) or any(holds(said, place) for place in kept.places):
        return "place"
    return "place" if STREET.search(text) else None


def names_somebody(text: str, kept: Kept) -> bool:
    """Tell whether a text has the name, or a part of the name, of somebody or of a group."""
    said = plain(text)
    return any(holds(said, name) for name in kept.names)


def holds(said: str, name: str) -> bool:
    """Tell whether a name stands in a text: a short one as a word of its own."""
    if len(name) > SHORT or not name.isalpha():
        return name in said
    return re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", said) is not None
