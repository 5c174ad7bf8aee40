"""How people say a moment, spelt out: "half an hour ago", "yest 630", "9ish", "quarter to 7".

What is left is read by `moment.py`. A time said with "around" is rough.
"""

from __future__ import annotations

import re

from recoverplan.domain.saying import NUMBERS

WORD = "|".join(NUMBERS)
HOUR = rf"([0-9]{{1,2}}|{WORD})"
UNITS = r"(?:h|hours?|hrs?|m|min|mins|minutes?|days?|weeks?)"
WEEKDAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
BEFORE_FIGURES = rf"(?:^|\bat |\byesterday |\btoday |\btonight |\bnight |ing |noon |\b{WEEKDAYS} )"
ROUGH = re.compile(
    r"\b(?:around|about|roughly|approximately|approx|circa|some ?time|or so)\b\.?|~|-?ish\b"
)
COUPLE = re.compile(rf"\b(?:a )?couple (?:of )?(?=(?:{UNITS}|nights) ago)")
LUNCH = re.compile(r"\b(?:at )?lunch ?(?:time)?\b")
SPELT = (
    (r"\b(?:yest|yday|ystrday|yesturday)\b\.?", "yesterday"),
    (r"\btonite\b", "tonight"),
    (r"\b(?:late|early) (?=last|this|yesterday|on|mon|tue|wed|thu|fri|sat|sun)", ""),
    (r"^(?:a few hours|a while|some time) ago$", "earlier"),
    (r"\bnite\b", "night"),
    (r"\barvo\b", "afternoon"),
    (r"\b(?:the )?night before last\b", "2 nights ago"),
    (r"\blast midnight\b", "midnight"),
    (r"\blast evening\b", "yesterday evening"),
    (r"\blast (morning|afternoon)\b", r"yesterday \1"),
    (r"\bthis night\b", "tonight"),
    (r"\b(?:an?|one) hour and a half ago\b", "90 min ago"),
    (r"\bhalf an? hour ago\b|\bhalf hour ago\b", "30 min ago"),
    (r"\b(?:a )?quarter of an hour ago\b", "15 min ago"),
    (r"\ba (?:moment|second|sec) ago\b", "now"),
    (r"\b(?:a|one) day ago\b", "1 days ago"),
    (r"\b(?:a|one) week ago\b", "7 days ago"),
    (r"\bo['’]?clock\b", ""),
)


def spelt_out(text: str) -> tuple[str, bool]:
    """Return a text in small letters as `moment.py` reads it, and whether it says "around"."""
    found, rough = ROUGH.subn(" ", text)
    found, couples = COUPLE.subn("2 ", found)
    found, lunches = LUNCH.subn("noon", found)
    for said, instead in SPELT:
        found = re.sub(said, instead, found)
    found = re.sub(
        rf"\b({WORD}) (?=(?:{UNITS}|nights) ago)", lambda word: f"{figure(word[1])} ", found
    )
    found = re.sub(r"\b([0-9]{1,3}) nights ago\b", r"\1 days ago night", found)
    found = re.sub(r"\b([0-9]{1,3}) weeks ago\b", lambda one: f"{int(one[1]) * 7} days ago", found)
    found = re.sub(rf"\bhalf(?: past|-past)? {HOUR}\b", lambda one: by_clock(one[1], 30), found)
    found = re.sub(rf"\b(?:a )?quarter past {HOUR}\b", lambda one: by_clock(one[1], 15), found)
    found = re.sub(rf"\b(?:a )?quarter (?:to|before|of) {HOUR}\b", quarter_to, found)
    found = re.sub(
        rf"\b({WORD})(?= ?(?:am|pm)\b|$)|(?<=at )({WORD})\b",
        lambda one: str(figure(one[1] or one[2])),
        found,
    )
    found = re.sub(r"\b([0-9]{1,2})([0-5][0-9])(?= ?(?:am|pm)\b)", r"\1:\2", found)
    found = re.sub(rf"({BEFORE_FIGURES})([0-9]{{1,2}})([0-5][0-9])\b(?![-/:.])", r"\1\2:\3", found)
    return " ".join(found.split()), bool(rough or couples or lunches)


def figure(word: str) -> int:
    """Return the number of a word, or of figures."""
    return int(word) if word.isdecimal() else NUMBERS.index(word) + 1


def by_clock(hour: str, minute: int) -> str:
    """Return an hour and its minutes with a colon: half of the day is still open."""
    return f"{figure(hour)}:{minute}"


def quarter_to(match: re.Match[str]) -> str:
    """Return a quarter of an hour before an hour."""
    hour = figure(match[1])
    return f"{(hour - 2) % 12 + 1 if hour <= 12 else hour - 1}:45"
