"""The bounds of a schedule, in a phrase: from, until, except, and what leaves its weekend."""

from __future__ import annotations

from recoverplan.domain.phrase import days
from recoverplan.domain.phrase.dates import read_date
from recoverplan.domain.phrase.draft import FROM, PARTS, Reader
from recoverplan.domain.phrase.one_time import starts_time
from recoverplan.domain.phrase.spread import date_stretch, weekday_stretch
from recoverplan.domain.phrase.time_of_day import DAY, DAY_PARTS
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.words import phrase as words

UNTIL = {"until", "to", "ending", "-"}
WEEKEND_RULE = "if it falls on a weekend, the friday before"
FALLING = frozenset(["it", "that", "this", "day", "the", "falls", "fall", "lands", "is", "on", "a"])
MOVING = frozenset([",", ":", "then", "on", "paid", "pay", "it", "is", "moves", "to"])
EXCEPT = {"except", "excluding", "without", "but", "not"}


def bounds(reader: Reader) -> bool:
    """Read "from DATE", "until DATE"."""
    begin = reader.cursor.at
    if reader.cursor.take_any(FROM):
        return read_from(reader, begin)
    return read_until(reader, begin)


def read_from(reader: Reader, begin: int) -> bool:
    """Read what follows "from": a date, or a stretch of days ("from friday 5pm to sunday 11pm")."""
    cursor, draft = reader.cursor, reader.draft
    cursor.take_any({"on", "from"})
    after = cursor.at
    if weekday_stretch(reader):
        return True
    cursor.at = after
    if days.ranged(cursor):
        reader.once(words.LISTS_OF_DAYS, begin, draft.weekdays)
        draft.weekdays = tuple(sorted(days.read_weekday_item(cursor) or ()))
        draft.marks["weekday_list"] = (after, cursor.at)
        return True
    days_said = draft.frequency or draft.weekdays or draft.counted or draft.parts
    if not (days_said or draft.hours or draft.stretch) and date_stretch(reader):
        return True
    cursor.at = after
    since = read_date(cursor, reader.now)
    if since is None or since.part:
        return False
    reader.once("starts", begin, draft.since)
    draft.since = since
    return True


def read_until(reader: Reader, begin: int) -> bool:
    """Read "until DATE"; after a start also "to DATE"."""
    cursor = reader.cursor
    word = cursor.take_any(UNTIL)
    if word is None or (word in {"-", "to"} and not reader.draft.since):
        return False
    cursor.take("on")
    until = read_date(cursor, reader.now)
    if until is None or until.part:
        return False
    reader.once("ends", begin, reader.draft.until)
    reader.draft.until = until
    return True


def exceptions(reader: Reader) -> bool:
    """Read "except 25 dec, 1 jan" or "except sundays"."""
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take_any(EXCEPT) is None:
        return False
    if cursor.word(-1) == "but":
        cursor.take("not")
    cursor.take_any({"on", "for"})
    found = False
    while True:
        before = cursor.at
        if found and cursor.take_any(days.AND) is None:
            break
        cursor.take("and")
        cursor.take("on")
        date = read_date(cursor, reader.now)
        weekdays = None if date else days.read_weekdays(cursor)
        if date:
            reader.draft.excepted.append(date)
        elif weekdays:
            reader.draft.off += weekdays[0]
        else:
            cursor.at = before
            break
        found = True
    if not found:
        instead = rest_of_day(reader, begin)
        cursor.at = len(cursor.tokens)
        raise cursor.refusal(words.WHICH_LEFT_OUT, begin, *instead)
    return True


def rest_of_day(reader: Reader, begin: int) -> list[str]:
    """Return phrases with the hours that are left where a part of the day is left out."""
    cursor = reader.cursor
    cursor.take_any({"at", "in"})
    cursor.take("the")
    part = PARTS.get(cursor.word())
    if part is None:
        return []
    cursor.at += 1
    start, end, _ = DAY_PARTS[part]
    hours = f"{end % DAY // 60:02}:00-{start // 60:02}:00"
    return [cursor.replaced(begin, hours)]


def weekend_rule(reader: Reader) -> bool:
    """Read "if it falls on a weekend, the friday before", "or the monday after".

    After a bare "or" nothing but such a move is read: "31st or last day" are two days.
    """
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take("or") and cursor.word(1) == "if":
        cursor.take(",")
    condition = cursor.take("if")
    if condition:
        on_a_weekend(cursor, begin)
    elif cursor.at == begin:
        return False
    shift = moving(reader, alone=not condition)
    if shift is None and condition:
        to_the_hours(cursor)
        raise cursor.offering(words.MOVES_WHERE, begin, [WEEKEND_RULE])
    if shift and not condition and cursor.take("if"):  # "or the friday before if it is a weekend"
        on_a_weekend(cursor, begin)
    reader.draft.shift = shift or reader.draft.shift
    return shift is not None


def to_the_hours(cursor: Cursor) -> None:
    """Move past what cannot be read, up to a number or another clause."""
    while not cursor.done and cursor.token().kind in {"word", "sign"}:
        if cursor.word() in {"from", "until", *EXCEPT} or starts_time(cursor.token()):
            break
        cursor.at += 1
    while cursor.at and cursor.word(-1) in {",", "at"}:
        cursor.at -= 1


def on_a_weekend(cursor: Cursor, begin: int) -> None:
    """Read "it falls on a weekend, then" after "if"; anything else is refused."""
    while cursor.take_any(FALLING):
        pass
    if cursor.take_any({"weekend", "weekends"}) is None:
        to_the_hours(cursor)
        sentence = words.IF_A_WEEKEND.format(rule=WEEKEND_RULE)
        raise cursor.offering(sentence, begin, [WEEKEND_RULE])
    while cursor.take_any(MOVING):
        pass


def moving(reader: Reader, *, alone: bool) -> str | None:
    """Read "the friday before", "the next working day" as before or after.

    `alone`, after "or": "the last day" is a day of the month there, and "the day before" a Saturday
    where the day is a Sunday.
    """
    cursor = reader.cursor
    cursor.take("the")
    sides = {"previous", "preceding", "prior", "next", "following"}
    side = cursor.take_any(sides if alone else sides | {"last"})
    working = cursor.word() in days.WORKING and cursor.word(1) == "day"
    cursor.at += working
    day = cursor.take_any({"day", "friday", "fri", "monday", "mon", "weekday", "workday"})
    if day is None or (alone and day == "day" and not working):
        return None
    side = side or cursor.take_any({"before", "after", "afterwards", "earlier", "later"})
    before = side in {"previous", "preceding", "prior", "last", "before", "earlier"}
    wrong_day = day.startswith("mon") if before else day.startswith("fri")
    return None if side is None or wrong_day else "before" if before else "after"
