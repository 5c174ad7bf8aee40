"""American holidays: never taken for a date, since not everybody means them; a refusal offers it.

The days are those of 5 U.S.C. 6103, and those that people name as they do these. Where another
country has a holiday of the name (Thanksgiving of Canada, Labor Day of most), only a person knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from recoverplan.domain.saying import MONTHS

MON, THU, SUN = 0, 3, 6
# The month and the day in it; or the weekday, which of them (0: the last), and how many days later.
FIXED = ((r"juneteenth", 6, 19), (r"independence day|fourth of july", 7, 4), (r"veterans", 11, 11))
COUNTED = (
    (r"mlk|martin luther king(?: jr)?", 1, MON, 3, 0),
    (r"presidents|washingtons birthday", 2, MON, 3, 0),
    (r"mothers", 5, SUN, 2, 0),
    (r"memorial", 5, MON, 0, 0),
    (r"fathers", 6, SUN, 3, 0),
    (r"labou?r", 9, MON, 1, 0),
    (r"columbus|indigenous peoples", 10, MON, 2, 0),
    (r"black friday", 11, THU, 4, 1),
    (r"thanksgiving", 11, THU, 4, 0),
)
NAMED = "|".join(name for name, *_ in (*FIXED, *COUNTED))
HOLIDAY = re.compile(rf"(?:{NAMED})\b", re.IGNORECASE)


def is_holiday(text: str, start: int) -> bool:
    """Tell whether the name of an American holiday begins at a place in a text."""
    return bool(HOLIDAY.match(re.sub("['’.](?=s|$)|(?<=s)['’]", "", text[start:])))


def holidays(today: date) -> Iterator[tuple[str, str]]:
    """Yield how each holiday is said, as a pattern, and its next date as it may be typed."""
    for name, month, day in FIXED:
        years = (date(year, month, day) for year in (today.year, today.year + 1))
        yield said(name), typed(next(each for each in years if each >= today))
    for name, month, weekday, nth, later in COUNTED:
        days = (
            counted(year, month, weekday, nth) + timedelta(days=later)
            for year in (today.year, today.year + 1)
        )
        yield said(name), typed(next(each for each in days if each >= today))


def said(name: str) -> str:
    """Return the pattern of a name, with the apostrophes that people leave out or put in."""
    spelt = re.sub(r"(?<=[a-z])s(?=[| ]|$)", "['’]?s['’]?", name)
    return rf"(?:{spelt})(?: day)?\b"


def counted(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, the last one where `nth` is 0."""
    first = date(year, month + (nth == 0), 1)
    ahead = timedelta(days=(weekday - first.weekday()) % 7)
    return first + ahead + timedelta(weeks=nth - 1)


def typed(day: date) -> str:
    """Return a date as it may be typed: "26 nov 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3].lower()} {day.year}"
