"""The day that somebody names for a moment: "yesterday", "fri", "last night", "the 20th", "20/11".

Seen from now: a weekday is the last one whose time has come, a night's small hours are of the day
after. What reads two ways is refused with both readings.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from recoverplan.domain.saying import MONTHS, WEEKDAYS, short_date, typed_month
from recoverplan.errors import UsageError
from recoverplan.words import usage

PARTS = frozenset(["morning", "afternoon", "evening", "night"])
# A date without a year is the last one, unless it comes within this many days: then it is meant.
SOON = timedelta(days=31)
WEEK = timedelta(days=7)
NIGHT_BEGINS, NIGHT_ENDS, NIGHT_STILL_RUNS_UNTIL = 17, 6, 2  # hours
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
TWO_NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?\.?")
DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?: ([0-9]{4}))?")
MONTH_DAY = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}))?")
OF_THE_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")
LAST = re.compile(r"last ([a-z]+)|([a-z]+) before last")
OF_LAST_WEEK = re.compile(r"last week ([a-z]+)|([a-z]+) (?:of )?last week")
DAYS_AGO = re.compile(r"([0-9]{1,4}) days? ago")
NEAR_DAYS = {"": 0, "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2}


def day_words(text: str) -> str:
    """Return the words that name a day, without those that only join them."""
    joining = {"at", "on", "the", "in", "earlier"}
    words = [word for word in text.split() if word not in joining]
    return "today" if not words and "earlier" in text else " ".join(words)


def fits(at: time, part: str) -> bool:
    """Tell whether a time is in a part of the day."""
    from recoverplan.domain.phrase.time_of_day import DAY_PARTS

    minutes, within = at.hour * 60 + at.minute, DAY_PARTS[part][2]
    return minutes in within or minutes + 1440 in within


def instant(wall: datetime, now: datetime) -> datetime:
    """Return the wall time as an instant in the zone of `now`, by way of UTC (RFC 5545)."""
    return wall.replace(tzinfo=now.tzinfo, fold=0).astimezone(UTC).astimezone(now.tzinfo)


def the_day(words: str, at: time, now: datetime) -> date | None:
    """Return the day that `words` name, seen from `now`; None for words that name none."""
    today = now.date()
    if words in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[words])
    if words in {"tonight", "last night", "yesterday evening", "yesterday night"}:
        return night_day(words, at, now)
    if ago := DAYS_AGO.fullmatch(words):
        return today - timedelta(days=int(ago[1]))
    head, _, part = words.rpartition(" ")
    if part in PARTS:
        return part_day(head, part, at, now)
    return weekday_day(words, at, now)


def part_day(head: str, part: str, at: time, now: datetime) -> date | None:
    """Return the day of "friday night": its night's hours past midnight are the next day's.

    None for a time that is not in this part of the day.
    """
    if not fits(at, part):
        return None
    late = timedelta(days=part == "night" and at.hour < NIGHT_ENDS)
    day = the_day("" if head == "this" else head, at, now - late)
    return None if day is None else day + late


def weekday_day(words: str, at: time, now: datetime) -> date | None:
    """Return the day of "fri", "last fri", "fri 20 nov" or "20 nov"; None for other words.

    A weekday alone is the last one whose time has come.
    """
    today = now.date()
    first, _, rest = words.partition(" ")
    counted, weekday = counted_back(words, today), weekday_of(first)
    if counted is not None or weekday is None:
        return counted or the_date(words, today)
    if not rest:
        day = today - timedelta(days=(today.weekday() - weekday) % 7)
        ahead = instant(datetime.combine(day, at), now).astimezone(UTC) > now.astimezone(UTC)
        return day - WEEK if ahead else day
    dated = counted_back(rest, today) or the_date(rest, today)
    if dated is not None and dated.weekday() != weekday:
        message = usage.ANOTHER_WEEKDAY.format(
            date=short_date(dated), is_a=WEEKDAYS[dated.weekday()], not_a=WEEKDAYS[weekday]
        )
        raise UsageError(message, usage.MOMENT_LIKE)
    return dated


def counted_back(words: str, today: date) -> date | None:
    """Return the day of "20th", "last fri", "fri before last" or "last week fri", up to today."""
    if found := OF_THE_MONTH.fullmatch(words):
        return of_the_month(int(found[1]), today)
    for pattern in (LAST, OF_LAST_WEEK):
        found = pattern.fullmatch(words)
        weekday = weekday_of(found[1] or found[2]) if found else None
        if found is None or weekday is None:
            continue
        if pattern is OF_LAST_WEEK:
            return of_last_week(words, weekday, today)
        day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        return day - WEEK if found[2] else day
    return None


def of_the_month(day: int, today: date) -> date:
    """Return the last such day of a month, today too. Raises ValueError for none."""
    if not 1 <= day <= 31:
        raise ValueError
    while today.day != day:
        today -= timedelta(days=1)
    return today


def of_last_week(words: str, weekday: int, today: date) -> date:
    """Return a weekday of the week before this one; refuse what hangs on how a week begins."""
    since = today.weekday(), (today.weekday() + 1) % 7  # days since Monday, since Sunday
    ahead = weekday, (weekday + 1) % 7
    first, other = sorted(
        today - WEEK + timedelta(days=after - gone)
        for gone, after in zip(since, ahead, strict=True)
    )
    if first == other:
        return first
    one, two = short_date(first), short_date(other)
    raise two_days(words, f"{one} or {two}", one, two)


def two_days(words: str, readings: str, first: str, second: str) -> UsageError:
    """Return what refuses a day that reads two ways, and names both."""
    message, hint = usage.TWO_DAYS
    said = message.format(typed=words, readings=readings)
    return UsageError(said, hint.format(first=first, second=second))


def night_day(words: str, at: time, now: datetime) -> date | None:
    """Return the day of a time within tonight or last night; None for a time that is in neither.

    Before 2 in the morning tonight is the night that is still running.
    """
    evening = now.date()
    if words != "tonight" or now.hour < NIGHT_STILL_RUNS_UNTIL:
        evening -= timedelta(days=1)
    if at.hour >= NIGHT_BEGINS:
        return evening
    night = words in {"tonight", "last night"} and at.hour < NIGHT_ENDS
    return evening + timedelta(days=1) if night else None


def the_date(words: str, today: date) -> date | None:
    """Return the date that `words` name; None for words that are no date. Raises ValueError."""
    if found := ISO_DAY.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := TWO_NUMBERS.fullmatch(words):
        return two_numbers(words, int(found[1]), int(found[2]), found[3], today)
    if (found := DAY_MONTH.fullmatch(words)) and (month := month_of(found[2])):
        return in_year(int(found[1]), month, found[3], today)
    if (found := MONTH_DAY.fullmatch(words)) and (month := month_of(found[1])):
        return in_year(int(found[2]), month, found[3], today)
    return None


def two_numbers(words: str, one: int, two: int, year: str | None, today: date) -> date:
    """Return the date of "20/11"; "03/04" reads two ways and is refused with both."""
    if one <= 12 and two <= 12 and one != two:
        readings = f"{one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}"
        after = f" {year}" if year else ""
        first, second = (
            f"{day} {typed_month(month)}{after}" for day, month in ((one, two), (two, one))
        )
        raise two_days(words, readings, first, second)
    return in_year(one, two, year, today) if two <= 12 else in_year(two, one, year, today)


def in_year(day: int, month: int, year: str | None, today: date) -> date:
    """Return the date in its year; without one, the last such date, or one that comes SOON."""
    if year:
        return date(int(year), month, day)
    for guess in range(today.year + 1, today.year - 9, -1):
        try:
            dated = date(guess, month, day)
        except ValueError:
            continue
        if dated <= today + SOON:
            return dated
    raise ValueError


def weekday_of(word: str) -> int | None:
    """Return 0 (Monday) to 6 for a weekday's name or its beginning, None for another word."""
    return begins(word, ("weds", 2), WEEKDAYS)


def month_of(word: str) -> int | None:
    """Return 1 to 12 for a month's name or its beginning, None for another word."""
    number = begins(word, ("sept", 8), MONTHS)
    return None if number is None else number + 1


def begins(word: str, also: tuple[str, int], names: tuple[str, ...]) -> int | None:
    """Return the place of the name that `word` (three letters or more) begins."""
    if word == also[0]:
        return also[1]
    if len(word) < 3:
        return None
    return next((n for n, name in enumerate(names) if name.casefold().startswith(word)), None)
