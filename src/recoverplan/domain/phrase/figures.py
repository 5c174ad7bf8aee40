"""What puts a phrase on the 24-hour clock: a leading zero, an hour above 12, a date by its year.

Read only for people to whom "7:30" would be a morning or an evening.
"""

from __future__ import annotations

from recoverplan.domain.phrase.dates import MONTH_NAMES, SUFFIXES
from recoverplan.domain.phrase.lengths import UNITS
from recoverplan.domain.phrase.one_time import four_figures
from recoverplan.domain.phrase.time_of_day import Occasion
from recoverplan.domain.phrase.tokens import TO, Token, neighbours, scan

HALVES = frozenset(["am", "pm", "a", "p"])
RAW = frozenset(["rrule", "freq", "dtstart", "exdate", "uhr"])


def occasion_of(text: str, occasion: Occasion) -> Occasion:
    """Return the occasion for this phrase: one on the 24-hour clock asks nothing."""
    asks_half = occasion.asks_half and not on_24_hours(text)
    return occasion._replace(asks_half=asks_half)


def on_24_hours(text: str) -> bool:
    """Tell whether something in a phrase puts the whole of it on the 24-hour clock."""
    tokens = scan(text, 0, len(text))
    raw = any(token.text in RAW for token in tokens)
    return raw or any(by_figures(tokens, place) for place in range(len(tokens)))


def by_figures(tokens: list[Token], place: int) -> bool:
    """Tell whether a number or date puts the phrase on the 24-hour clock."""
    token = tokens[place]
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if token.kind == "iso" or (token.kind == "slashed" and token.text[:4].isdigit()):
        return True
    if after in HALVES:
        return False
    if token.kind == "clock":
        hour = token.text.replace(".", ":").partition(":")[0]
        lasts = "." in token.text and after in UNITS  # 1.25 hours
        return beyond_twelve(hour) and not lasts
    return token.kind == "number" and number_by_figures(tokens, place, after)


def number_by_figures(tokens: list[Token], place: int, after: str) -> bool:
    """Tell whether a number is an hour of the 24-hour clock: 19h, 1930-2100, 9-17."""
    text = tokens[place].text
    if len(text) == 4:
        return four_figures(tokens, place)
    if after == "h" and tokens[place + 1].start == tokens[place].end:
        length = place > 0 and tokens[place - 1].text == "for"
        return beyond_twelve(text) and not length
    return 12 < int(text[:3]) <= 24 and in_range_of_hours(tokens, place)


def beyond_twelve(hour: str) -> bool:
    """Tell whether an hour is none of the 12-hour clock: above 12, or with a nought before it."""
    return hour[0] == "0" or 12 < int(hour[:3]) <= 24


def in_range_of_hours(tokens: list[Token], place: int) -> bool:
    """Tell whether 17 is an hour of a range (9-17), and not a day of a month (17-20 dec)."""
    around = {tokens[at].text for at in range(max(0, place - 3), min(len(tokens), place + 5))}
    if around & {*MONTH_NAMES, *SUFFIXES, "of"}:
        return False
    return any(
        sign.text in TO and other.kind in {"number", "clock"} and len(other.text) < 6
        for sign, other in neighbours(tokens, place)
    )
