"""Moments as a person types them: "yesterday 7pm", "fri 19:00" (the last one), "now".

A moment is one instant; a stretch or a recurrence is a phrase (`phrase.py`). What reads two ways is
refused with both readings. A moment may lie in the future: whoever logs something refuses that.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from recoverplan.domain.saying import MONTHS, WEEKDAYS
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError

HINT = 'Type it like "yesterday 7pm", "fri 19:00", "2026-11-20 19:00" or "now".'
PARTS = frozenset(["morning", "afternoon", "evening", "night"])
LONGEST = 80  # characters; no moment needs more
EARLIEST = 1900  # a year before is a slip of the finger
# A date without a year is the last one, unless it comes within this many days: then it is meant.
SOON = timedelta(days=31)
NIGHT_BEGINS, NIGHT_ENDS, NIGHT_STILL_RUNS_UNTIL = 17, 6, 2  # hours

ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ tT][0-9]{2}:[0-9]{2}(:[0-9]{2})? ?([zZ]|[+-][0-9]{2}:?[0-9]{2})?"
)
AGO = re.compile(r"(an?|[0-9]{1,4}) ?(h|hours?|hrs?|m|min|mins|minutes?) ago")
CLOCK = re.compile(
    r"(?<![0-9.:/-])"
    r"(?:([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)|([0-9]{1,2}):([0-9]{2})"
    r"|(?<![a-z])(noon|midnight))"  # not that of "afternoon"
    r"(?![0-9:.a-z/-])"
)
BARE = re.compile(r"(?:(.*?) )?(?:at )?([0-9]{1,2})(?: ?o'?clock)?")
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
TWO_NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}))?\.?")
DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?: ([0-9]{4}))?")
MONTH_DAY = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}))?")
DAYS_AGO = re.compile(r"([0-9]{1,4}) days? ago")
NEAR_DAYS = {"": 0, "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2}


def understand_moment(text: str, now: datetime, *, asks_half: bool = False) -> datetime:
    """Return the instant that `text` means, in the zone of `now`.

    `now` is aware, in the person's zone. A wall time that does not exist takes the offset before
    the change, one that occurs twice is the first. `asks_half`: a time with a colon and neither am
    nor pm reads two ways to this person, but not beside a date in figures. Raises UsageError for
    anything else than one moment; the hint says what to type.
    """
    typed = clean(text)
    folded = typed.casefold().replace("a.m.", "am").replace("p.m.", "pm").replace(",", " ")
    folded = " ".join(folded.split())
    if not folded or len(folded) > LONGEST:
        raise unreadable(typed)
    try:
        found = moment(typed, folded, now, asks_half=asks_half)
        if found.year >= EARLIEST:
            return found
    except (ValueError, OverflowError):
        pass
    message = f'"{typed}": there is no such day or time.'
    raise UsageError(message, HINT)


def understand_day(text: str, now: datetime) -> date:
    """Return the day that `text` means: "2026-11-01", "1 nov" (the last one), "fri", "yesterday".

    Raises UsageError for anything else than one day.
    """
    typed = clean(text)
    folded = " ".join(typed.casefold().replace(",", " ").split())
    try:
        day = the_day(folded, time(0), now) if 0 < len(folded) <= LONGEST else None
    except (ValueError, OverflowError):
        day = None
    if day is None or day.year < EARLIEST:
        shown = typed if len(typed) <= 40 else f"{typed[:39]}…"
        message = f'"{shown}" could not be read as a day.'
        raise UsageError(message, 'Type it like "2026-11-20", "20 nov" or "yesterday".')
    return day


def moment(typed: str, folded: str, now: datetime, *, asks_half: bool) -> datetime:
    """Read the forms one after the other. Raises UsageError, ValueError, OverflowError."""
    if folded in {"now", "just now", "right now"}:
        return now
    if ISO.fullmatch(folded):
        wall = datetime.fromisoformat(folded.upper().replace(" ", "T", 1).replace(" ", ""))
        return instant(wall, now) if wall.tzinfo is None else wall.astimezone(now.tzinfo)
    if ago := AGO.fullmatch(folded):
        number = 1 if ago[1].startswith("a") else int(ago[1])
        length = timedelta(hours=number) if ago[2][0] == "h" else timedelta(minutes=number)
        return (now.astimezone(UTC) - length).astimezone(now.tzinfo)
    found = CLOCK.search(folded)
    if found is None:
        raise without_time(typed, folded, now)
    rest = f"{folded[: found.start()]} {folded[found.end() :]}"
    words = [word for word in rest.split() if word not in {"at", "on", "the"}]
    day = " ".join(words)
    at = in_half(typed, found, day, asks_half=asks_half)
    begins_day = at == time(0) and (found[3] or found[6])
    if begins_day and day not in {"tonight", "last night"} and (day or found[6]):
        raise which_midnight(typed, day)
    wanted = the_day(day, at, now)
    if wanted is None:
        raise unreadable(typed)
    return instant(datetime.combine(wanted, at), now)


def instant(wall: datetime, now: datetime) -> datetime:
    """Return the wall time as an instant in the zone of `now`, by way of UTC (RFC 5545)."""
    return wall.replace(tzinfo=now.tzinfo, fold=0).astimezone(UTC).astimezone(now.tzinfo)


def in_half(typed: str, found: re.Match[str], day: str, *, asks_half: bool) -> time:
    """Return the time of day, in the half that a part of the day beside it says.

    Raises UsageError with both readings where a colon leaves it open.
    """
    at = clock_time(found)
    if not found[4] or found[4].startswith("0") or not 1 <= at.hour <= 12:
        return at
    part = "night" if day == "tonight" else day.rpartition(" ")[2]
    if part in PARTS:
        from recoverplan.domain.phrase.times import DAY_PARTS

        both = (at.replace(hour=at.hour % 12), at.replace(hour=at.hour % 12 + 12))
        fits = DAY_PARTS[part][2]
        minutes = [(each, each.hour * 60 + each.minute) for each in both]
        return next((each for each, m in minutes if m in fits or m + 1440 in fits), at)
    if asks_half and not ISO_DAY.search(day):
        from recoverplan.words.zones import HOW_TO_SETTLE

        said = found[0].strip()
        before, after = typed.split(said, 1) if said in typed else (f"{day} ", "")
        message = f'"{typed}" reads two ways: {said} am or {said} pm.'
        hint = f'Type "{before}{said}am{after}" or "{before}{said}pm{after}".'
        error = UsageError(message, f"{hint}\n{HOW_TO_SETTLE}")
        error.several_lines = True
        raise error
    return at


def clock_time(found: re.Match[str]) -> time:
    """Return the time of day that CLOCK found; with a colon and neither am nor pm, 24 hours."""
    if found[6]:
        return time(0) if found[6] == "midnight" else time(12)
    if found[4]:
        if found[4] == "24":
            message = f'"{found[0].strip()}" is the end of a day.'
            raise UsageError(message, "Type 00:00 with the day after.")
        return time(int(found[4]), int(found[5]))
    hour = int(found[1])
    if not 1 <= hour <= 12:
        message = f'"{found[0].strip()}" is no time: with am or pm, the hours go from 1 to 12.'
        raise UsageError(message, HINT)
    return time(hour % 12 + (12 if found[3] == "pm" else 0), int(found[2] or 0))


def the_day(words: str, at: time, now: datetime) -> date | None:
    """Return the day that `words` name, seen from `now`; None for words that name none."""
    today = now.date()
    if words in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[words])
    if words in {"this morning", "this afternoon", "this evening"}:
        return today
    if words in {"tonight", "last night", "yesterday evening", "yesterday night"}:
        return night_day(words, at, now)
    if ago := DAYS_AGO.fullmatch(words):
        return today - timedelta(days=int(ago[1]))
    return weekday_day(words, at, now)


def weekday_day(words: str, at: time, now: datetime) -> date | None:
    """Return the day of "fri", "last fri", "fri 20 nov" or "20 nov"; None for other words.

    A weekday alone is the last one whose time has come.
    """
    today = now.date()
    first, _, rest = words.partition(" ")
    if first == "last" and (weekday := weekday_of(rest)) is not None:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    weekday = weekday_of(first)
    if weekday is None:
        return the_date(words, today)
    if not rest:
        day = today - timedelta(days=(today.weekday() - weekday) % 7)
        ahead = instant(datetime.combine(day, at), now).astimezone(UTC) > now.astimezone(UTC)
        return day - timedelta(days=7) if ahead else day
    dated = the_date(rest, today)
    if dated is not None and dated.weekday() != weekday:
        message = f"{rest.title()} is a {WEEKDAYS[dated.weekday()]}, not a {WEEKDAYS[weekday]}."
        raise UsageError(message, HINT)
    return dated


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
        message = f'"{words}" reads two ways: {readings}.'
        after = f" {year}" if year else ""
        first, second = (
            f"{day} {MONTHS[month - 1][:3].lower()}{after}"
            for day, month in ((one, two), (two, one))
        )
        raise UsageError(message, f'Type "{first}" or "{second}" in its place.')
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


def without_time(typed: str, folded: str, now: datetime) -> UsageError:
    """Return what to say about a moment in which no time of day was found."""
    known = {word for word in folded.split() if word not in {"at", "on", "the"}}
    try:
        day_alone = bool(known) and the_day(
            " ".join(word for word in folded.split() if word in known), time(12), now
        )
    except (UsageError, ValueError, OverflowError):
        day_alone = False
    if day_alone:
        return UsageError(f'"{typed}" is a day without a time.', f'Type "{typed} 7pm".')
    bare = BARE.fullmatch(folded)
    if bare is None or int(bare[2]) > 23:
        return unreadable(typed)
    before = f"{bare[1]} " if bare[1] else ""
    hour = int(bare[2])
    if 1 <= hour <= 12:
        message = f'"{typed}" reads two ways: {hour} am or {hour} pm.'
        return UsageError(message, f'Type "{before}{hour}am" or "{before}{hour}pm".')
    return UsageError(f'"{typed}" is not clear yet.', f'Type "{before}{hour:02}:00".')


def which_midnight(typed: str, day: str) -> UsageError:
    """Return the refusal of "fri midnight", which may begin the day or end it."""
    start = f"{day} 00:00".strip()
    message = f'"{typed}" reads two ways: the start of that day, or its end.'
    return UsageError(message, f'Type "{start}", or 00:00 with the day after.')


def unreadable(typed: str) -> UsageError:
    """Return the refusal of words that name no moment."""
    shown = typed if len(typed) <= 40 else f"{typed[:39]}…"
    return UsageError(f'"{shown}" could not be read as a day and a time.', HINT)
