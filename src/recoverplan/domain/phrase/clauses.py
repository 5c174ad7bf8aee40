"""The clauses of one schedule, read in any order: which days, which hours, from, until, except.

Each clause is tried at the cursor; the first that can read something does. What none can read is
refused where it stands. What the clauses say is gathered in a Draft; `building.py` makes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from recoverplan.domain.phrase import days, lengths
from recoverplan.domain.phrase.bounds import EXCEPT, UNTIL, bounds, exceptions, weekend_rule
from recoverplan.domain.phrase.dates import (
    DAYS_IN,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    first_from,
    read_date,
)
from recoverplan.domain.phrase.draft import FROM, PARTS, PAYDAYS, Draft, Reader
from recoverplan.domain.phrase.often import ADVERBS, UNITS, biweekly, day_of_the_year, how_often
from recoverplan.domain.phrase.one_time import starts_time
from recoverplan.domain.phrase.refusal import Refusal, closest
from recoverplan.domain.phrase.spread import date_list, dates, weekday_stretch
from recoverplan.domain.phrase.time_of_day import DAY
from recoverplan.domain.phrase.times import Hours, read_hours
from recoverplan.domain.phrase.tokens import NUMBERS, Cursor
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.words import phrase as words
from recoverplan.words.usage import HOLIDAY

LEADING = frozenset(["on", "at", "the", "during", "my", "@", "around", "about", "paid"])
FILLERS = LEADING | {",", ":", ".", "?", "!", '"', "only"}
TWO_WAYS = {  # every two of these, or twice in one; and how far apart the turns would be
    "biweekly": ("week", 7),
    "bimonthly": ("month", 31),
    "biannually": ("year", 366),
}
ANY_TIME = (
    ("any", "time"), ("anytime",), ("any", "hour"), ("always",), ("24/7",),
    ("round", "the", "clock"), ("around", "the", "clock"), ("all", "the", "time"),
    ("day", "and", "night"), ("24", "hours", "a", "day"),
)  # fmt: skip
KNOWN = frozenset(
    word
    for words in (
        WEEKDAY_NAMES,
        MONTH_NAMES,
        days.SETS,
        days.ORDINALS,
        PARTS,
        ADVERBS,
        UNITS,
        NUMBERS,
        lengths.UNITS,
        ("every", "each", "other", "last", "working", "until", "from", "except", "starting"),
        ("today", "tonight", "tomorrow", "next", "noon", "midnight", "weeknights", "always"),
        ("hours", "minutes", "weeks", "months", "years", "any", "time", "all", "and", "to", "for"),
    )
    for word in words
    if len(word) > 2
)


def read_clauses(reader: Reader) -> Draft:
    """Read every clause. Raises Refusal where a word stands that none of them can read."""
    while not reader.cursor.done:
        begin = reader.cursor.at
        for clause in CLAUSES:
            if clause(reader):
                reader.draft.marks.setdefault(clause.__name__, (begin, reader.cursor.at))
                break
            reader.cursor.at = begin
        else:
            filler = reader.cursor.take_any(FILLERS)
            if filler is None:
                unknown(reader)
            elif filler in LEADING and reader.cursor.token().kind == "end" and reader.draft.marks:
                sentence = f'Nothing follows "{filler}".'
                raise reader.cursor.refusal(sentence, begin)
    return reader.draft


def read_segment(reader: Reader) -> Draft:
    """Read every clause of a schedule that has no raw rule; something must say when."""
    draft = read_clauses(reader)
    if not draft.marks.keys() - {"payday"}:
        reader.cursor.at = len(reader.cursor.tokens)
        instead = [f"{days} 17:00-23:00" for days in PAYDAYS if draft.payday]
        raise reader.cursor.refusal(words.NOT_WHEN, 0, *instead)
    return draft


def unknown(reader: Reader) -> None:
    """Refuse the word that no clause can read, with the word that is most like it."""
    from recoverplan.domain.phrase.everyday import NARROWING, is_holiday

    cursor = reader.cursor
    begin = cursor.at
    cursor.at += 1
    word = cursor.tokens[begin].text
    if word == "or":
        raise reader.either(begin)
    if is_holiday(cursor.text, cursor.tokens[begin].start):
        raise cursor.refusal(HOLIDAY, begin)
    # Of a word that is known the place is wrong and not its letters: no other word is offered.
    known = word in KNOWN or word in {"never", "no", "or", "this"} or not word.isalpha()
    if word == "for":
        raise cursor.refusal(words.LENGTH_NEEDS_START, begin, *for_weeks(reader, begin))
    if word in FROM | {"until"} and cursor.word() in WEEKDAY_NAMES:
        bound_by_weekday(reader, begin)
    if word == "after" and cursor.word() not in WEEKDAY_NAMES and read_date(cursor, reader.now):
        raise not_after(reader, begin)
    if word in TWO_WAYS:
        unit, apart = TWO_WAYS[word]
        every = cursor.replaced(begin, f"every 2 {unit}s")
        today = reader.now.date()
        dated = [f"{every} from {today + timedelta(days=days)}" for days in (0, apart)]
        readings = [every] if cursor.says(FROM) else dated
        raise cursor.refusal(words.TWO_WAYS_OF.format(said=word, unit=unit), begin, *readings)
    if word in FROM | UNTIL | EXCEPT and not cursor.done:
        cursor.at = len(cursor.tokens)
        raise cursor.refusal(words.WHAT_FOLLOWS.format(word=word), begin)
    instead = None if known or NARROWING.fullmatch(word) else closest(word, KNOWN)
    sentence = words.NOT_UNDERSTOOD.format(said=cursor.said(begin))
    raise cursor.offering(sentence, begin, [instead] if instead else [])


def not_after(reader: Reader, begin: int) -> Refusal:
    """Return what refuses "after 24 nov", which leaves out that day, with the day after it."""
    cursor = reader.cursor
    cursor.at = begin + 1
    after = read_date(cursor, reader.now)
    day = after and first_from(after, reader.now.date(), reader.now.date())
    dated = [cursor.replaced(begin, f"from {day + timedelta(days=1)}")] if day else []
    return cursor.refusal(words.NOT_AFTER, begin, *dated)


def for_weeks(reader: Reader, begin: int) -> list[str]:
    """Return the phrase with "until DATE" in place of "for 8 weeks"."""
    cursor = reader.cursor
    cursor.take("the")
    cursor.take("next")
    number = cursor.number()
    days = DAYS_IN.get(cursor.word(1))
    since = reader.draft.since
    begun = cursor.says(FROM)  # it may still be ahead
    if number is None or days is None or number * days > 3660 or (begun and since is None):
        cursor.at = begin + 1
        return []
    cursor.at += 2
    until = reader.now.date() + timedelta(number * days)
    if since is not None and (first := first_from(since, reader.now.date(), reader.now.date())):
        until = first + timedelta(number * days - 1)
    return [cursor.replaced(begin, f"until {until}")]


def bound_by_weekday(reader: Reader, begin: int) -> None:
    """Refuse "from monday" and "until friday", which name no date, with what they may mean."""
    cursor = reader.cursor
    word = cursor.word(-1)
    weekday = WEEKDAY_NAMES[cursor.word()]
    cursor.at += 1
    day = reader.now.date() + timedelta(days=(weekday - reader.now.weekday()) % 7 or 7)
    readings = [cursor.replaced(begin, f"{word} {day}")]
    others = [*cursor.tokens[:begin], *cursor.tokens[cursor.at :]]
    days_said = any(each.text in {*WEEKDAY_NAMES, *days.SETS, *UNITS, *ADVERBS} for each in others)
    if word != "until" and not days_said:
        readings.insert(0, cursor.replaced(begin, f"{WEEKDAYS[weekday].lower()}s"))
    raise cursor.refusal(words.NEEDS_DATE.format(said=cursor.said(begin)), begin, *readings)


def payday(reader: Reader) -> bool:
    """Read "payday": it may stand beside its days, and says none itself."""
    cursor = reader.cursor
    cursor.take_any({"every", "each"})
    if cursor.take_any({"payday", "paydays"}) is None:
        return False
    reader.draft.payday = True
    return True


def any_time(reader: Reader) -> bool:
    """Read "any time", "24/7", "always"."""
    for typed in ANY_TIME:
        if reader.cursor.take(*typed):
            if hours_follow(reader):
                return True
            reader.draft.any_time = True
            reader.draft.hours.append(Hours(0, DAY, all_day=True))
            return True
    return False


def hours_follow(reader: Reader) -> bool:
    """Tell whether "any time" is only said with hours: "any time after 8pm"."""
    cursor = reader.cursor
    begin = cursor.at
    joined = cursor.take_any({"from", "after", "past", "before", "until", "between"})
    follow = joined and not read_date(cursor, reader.now) and starts_time(cursor.token())
    cursor.at = begin
    return bool(follow)


def shifts(reader: Reader) -> bool:
    """Read a pattern of shifts: "4 on 4 off", "3 hours after: 2 nights on 2 off"."""
    cursor = reader.cursor
    if reader.draft.turns or not (cursor.says({"off", "rest", "after"}) or dashed(cursor)):
        return False
    from recoverplan.domain.phrase.shifts import pattern

    return pattern(reader)


def dashed(cursor: Cursor) -> bool:
    """Tell whether three numbers with dashes come next: 2-2-3."""
    figures = [cursor.token(ahead) for ahead in (0, 2, 4)]
    short = all(figure.kind == "number" and len(figure.text) < 3 for figure in figures)
    return short and cursor.word(1) == cursor.word(3) == "-"


def of_month(reader: Reader) -> bool:
    """Read "of the month", "of every other month", "of november"."""
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take_any({"of", "in"}) is None:
        return False
    months = days.read_months(cursor)
    if months:
        reader.draft.months = months
        return True
    article = cursor.take_any({"the", "each", "every", "a", "any"})
    every = 2 if cursor.take("other") else 1
    if every == 1 and (number := cursor.number()) is not None and cursor.word(1) == "months":
        cursor.at += 1
        every = number
    if cursor.take_any({"month", "months"}) is None or (article is None and every > 1):
        return False
    reader.draft.monthly = True
    return every == 1 or reader.often("MONTHLY", every, begin)


def counted_days(reader: Reader) -> bool:
    """Read "15th and last day", "first monday"."""
    begin = reader.cursor.at
    counted = days.read_counted(reader.cursor)
    if counted:
        reader.once(words.LISTS_OF_DAYS, begin, reader.draft.counted)
    reader.draft.counted += counted or []
    return bool(counted)


def weekday_list(reader: Reader) -> bool:
    """Read "mon-thu and sat", "weekends", "weeknights"."""
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take_any({"weeknight", "weeknights"}):
        reader.draft.parts.append("night")
        found, weekend = days.SETS["weekdays"], False
    else:
        if cursor.word() in {"all", "whole"} and several_days(cursor):
            cursor.at += 1
            cursor.take("the")
        read = days.read_weekdays(cursor)
        if read is None:
            return False
        found, weekend = read
    reader.once(words.LISTS_OF_DAYS, begin, reader.draft.weekdays)
    reader.draft.weekdays = found
    reader.draft.weekend = weekend
    return True


def several_days(cursor: Cursor) -> bool:
    """Tell whether "all" stands before a set of days, or a weekday in the plural."""
    name = cursor.word(2) if cursor.word(1) == "the" else cursor.word(1)
    return name in days.SETS or (name in WEEKDAY_NAMES and name.endswith("days"))


def day_part(reader: Reader) -> bool:
    """Read "mornings", "in the evening", "mornings and evenings"."""
    cursor = reader.cursor
    begin = cursor.at
    cursor.take_any({"in", "at", "and", ",", "this"})
    cursor.take("and")
    cursor.take("the")
    part = PARTS.get(cursor.word())
    joined = cursor.tokens[begin].text in days.AND and not reader.draft.parts
    if part is None or joined:
        return False
    cursor.at += 1
    if part not in reader.draft.parts:
        reader.draft.parts.append(part)
    return True


def hours(reader: Reader) -> bool:
    """Read hours; more of them may follow after "and"."""
    cursor = reader.cursor
    begin = cursor.at
    if length_first(reader):
        return True
    several = bool(reader.draft.hours)
    if several and cursor.take_any(("and", ",")):
        cursor.take("and")
        several = False
        after = cursor.at
        if cursor.word() in FROM | UNTIL or read_date(cursor, reader.now):
            return False
        cursor.at = after
    cursor.take("at")
    part = reader.draft.parts[0] if len(reader.draft.parts) == 1 else None
    part = part or part_ahead(reader)
    hours = read_hours(cursor, part, reader.occasion)
    if hours is None:
        return False
    if reader.draft.any_time:
        first, last = reader.draft.marks["any_time"]
        places = cursor.tokens[first].start, cursor.tokens[last - 1].end
        rest = f"{cursor.text[: places[0]]}{cursor.text[places[1] :]}".strip()
        raise cursor.refusal(words.ANY_TIME_OR_HOURS, begin, rest)
    reader.once("hours", begin, several)
    reader.draft.hours.append(hours)
    return True


def length_first(reader: Reader) -> bool:
    """Move a length that stands before its start behind it: "90 minutes from 7pm"."""
    cursor, draft = reader.cursor, reader.draft
    by_clock = cursor.word(1) == "h" and cursor.token(1).start == cursor.token().end  # 19h
    if draft.hours or draft.length_moved or cursor.done or by_clock:
        return False
    found = lengths.length_at(cursor, cursor.at)
    if found is None:
        return False
    begin, end, _ = found
    if not any(starts_time(token) for token in cursor.tokens[end:]):
        return False
    cursor.tokens = cursor.tokens[:begin] + cursor.tokens[end:] + cursor.tokens[begin:end]
    draft.length_moved = True
    return True


def part_ahead(reader: Reader) -> str | None:
    """Return the day part said after the hours: "6-8 in the evening"."""
    ahead = {
        PARTS[token.text]
        for token in reader.cursor.tokens[reader.cursor.at :]
        if token.text in PARTS
    }
    return ahead.pop() if len(ahead) == 1 else None


CLAUSES: tuple[Callable[[Reader], bool], ...] = (
    any_time,
    shifts,
    payday,
    exceptions,
    weekend_rule,
    bounds,
    day_of_the_year,
    biweekly,
    how_often,
    weekday_stretch,
    date_list,
    dates,
    of_month,
    counted_days,
    weekday_list,
    day_part,
    hours,
)
