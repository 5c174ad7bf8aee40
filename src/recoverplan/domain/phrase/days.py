"""Days in a phrase: mon-thu and sat, 15th and last day, last friday, 2nd last working day."""

from __future__ import annotations

from recoverplan.domain import saying
from recoverplan.domain.phrase.dates import MONTH_NAMES, SUFFIXES, WEEKDAY_NAMES
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

AND = (",", "and", "/")
ORDINALS = {word: number for number, word in enumerate(saying.ORDINALS, 1)}
SETS = {
    "weekday": (0, 1, 2, 3, 4),
    "weekdays": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "weekends": (5, 6),
}
LETTERS = {"m": 0, "w": 2, "f": 4}  # in a list or range: m-f, m/w/f
RUNS = {
    "mw": (0, 2),
    "wf": (2, 4),
    "mwf": (0, 2, 4),
    "tth": (1, 3),
    "tuth": (1, 3),
    "mtw": (0, 1, 2),
    "mtwth": (0, 1, 2, 3),
    "mtwtf": (0, 1, 2, 3, 4),
    "mtwthf": (0, 1, 2, 3, 4),
}
WORKING = ("working", "work", "business")


class Counted(NamedTuple):
    """Days counted within a month, from its front or its end (negative).

    `kind` is "day", "working" or "weekday"; `weekdays` are then those counted.
    """

    kind: str
    number: int
    weekdays: tuple[int, ...] = ()


def read_weekdays(cursor: Cursor) -> tuple[tuple[int, ...], bool] | None:
    """Read weekdays, ranges and lists of them: them sorted, and whether it is just "weekend".

    Leaves the cursor where it is if no weekday comes next.
    """
    found: list[int] = []
    weekend = False
    begin = cursor.at
    while True:
        before = cursor.at
        if found and cursor.take_any(AND):
            cursor.take("and")
            cursor.take_any({"on", "every", "each"})
        days = read_weekday_item(cursor)
        if days is None:
            cursor.at = before
            break
        weekend = not found and cursor.word(-1) in {"weekend", "weekends"}
        found += days
    if not found:
        cursor.at = begin
        return None
    return tuple(sorted(set(found))), weekend


def read_weekday_item(cursor: Cursor) -> list[int] | None:
    """Read one weekday, one range of them (it may wrap), or a set such as weekdays."""
    begin = cursor.at
    if cursor.word() in SETS:
        cursor.at += 1
        return list(SETS[cursor.word(-1)])
    if cursor.word() in WORKING and cursor.word(1) in {"day", "days"}:
        cursor.at += 2
        return list(SETS["weekdays"])
    if cursor.word() in RUNS:
        cursor.at += 1
        return list(RUNS[cursor.word(-1)])
    first = read_name(cursor)
    if first is None:
        return None
    after = cursor.at
    if cursor.take_any({"-", "to", "until"}):
        last = read_name(cursor)
        if last is not None:
            if last == first:
                raise cursor.refusal(words.SAME_DAY, begin)
            return [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]
        cursor.at = after
    return [first]


def read_name(cursor: Cursor) -> int | None:
    """Read a weekday by its name, or by its letter beside another one: m-f, m/w/f, t/th."""
    word = cursor.word()
    weekday = WEEKDAY_NAMES.get(word, LETTERS.get(word))
    if word not in WEEKDAY_NAMES and (
        word not in {*LETTERS, "t"} or not (beside(cursor, 1, 2) or beside(cursor, -1, -2))
    ):
        return None
    if word == "t":
        weekday = 1 if any(WEEKDAY_NAMES.get(token.text) == 3 for token in cursor.tokens) else None
    cursor.at += 1
    if weekday is None:
        raise cursor.offering(words.T_TWO_WAYS, cursor.at - 1, ("tue", "thu"))
    return weekday


def beside(cursor: Cursor, sign: int, other: int) -> bool:
    """Tell whether a sign and another day stand on one side of a letter."""
    known = cursor.word(other) in WEEKDAY_NAMES or cursor.word(other) in {*LETTERS, "t"}
    return known and cursor.word(sign) in {*AND, "-", "to", "until"}


def ranged(cursor: Cursor) -> bool:
    """Tell whether a range of weekdays comes next."""
    return (
        cursor.word() in WEEKDAY_NAMES
        and cursor.word(1) in {"-", "to", "until"}
        and cursor.word(2) in WEEKDAY_NAMES
    )


def read_ordinal(cursor: Cursor) -> int | None:
    """Read 15th, first, last, 2nd last, second to last: the place from the front or the end."""
    begin = cursor.at
    if cursor.take("last"):
        return -1
    if cursor.take("penultimate"):
        return -2
    number = ORDINALS.get(cursor.word())
    token = cursor.token()
    if number is not None:
        cursor.at += 1
    elif token.kind == "number" and len(token.text) <= 2 and cursor.word(1) in SUFFIXES:
        number = int(token.text)
        cursor.at += 2
    if number is None:
        cursor.at = begin
        return None
    after = cursor.at
    cursor.take("-")
    if cursor.take("to"):
        cursor.take("-")
    if cursor.take("last"):
        return -number
    cursor.at = after
    return number


def read_counted(cursor: Cursor) -> list[Counted] | None:
    """Read days counted within a month, or leave the cursor where it is.

    A number without a noun takes the noun of the number after it: "1st and 3rd friday".
    """
    begin = cursor.at
    pending: list[int] = []
    found: list[Counted] = []
    while True:
        before = cursor.at
        if pending or found:
            if cursor.take_any(AND) is None:
                break
            cursor.take("and")
            cursor.take("on")
            cursor.take_any({"every", "each"})
        apart = cursor.take("the")
        numbers = read_place(cursor)
        if numbers is None:
            cursor.at = before
            break
        pending += numbers
        noun = read_noun(cursor, numbers)
        if noun is not None:
            kind, weekdays, turned = noun
            # No month is asked for its 15th working day: the number may well be a date. In "1st and
            # the last working day" it may be, too.
            earlier = pending[: -len(numbers)]
            dated = any(number > 9 for number in earlier) or (apart and earlier)
            if kind == "working" and dated:
                raise two_ways(cursor, begin)
            for number in pending:
                place = -abs(number) if turned and kind == "day" else number
                found.append(counted(cursor, begin, kind, place, weekdays))
            pending = []
    if pending:
        if any(number < 0 for number in pending):
            raise cursor.refusal(words.LAST_WHAT, begin)
        found += [counted(cursor, begin, "day", number, ()) for number in pending]
    return found or None


def two_ways(cursor: Cursor, begin: int) -> Refusal:
    """Return what refuses "15th and last working day": the 15th, or the 15th working day?"""
    said = cursor.said(begin)
    bare = said[len("the ") :] if said.lower().startswith("the ") else said
    number, _, rest = bare.partition(" ")
    readings = (f"{number} {noun} {rest}" for noun in ("day", "working day"))
    return cursor.offering(words.TWO_WAYS.format(said=said), begin, readings)


def read_place(cursor: Cursor) -> list[int] | None:
    """Read an ordinal, a range of them (1st-5th), or a bare number in a list of days."""
    begin = cursor.at
    number = read_ordinal(cursor)
    if number is None:
        if cursor.take("day") and (figure := cursor.number()) is not None:
            cursor.at += 1
            return [figure]
        cursor.at = begin
        return bare_number(cursor)
    after = cursor.at
    if number > 0 and cursor.take_any({"-", "to"}):
        cursor.take("the")
        last = read_ordinal(cursor)
        if last is not None and 0 < number < last:
            return list(range(number, last + 1))
    cursor.at = after
    return [number]


def bare_number(cursor: Cursor) -> list[int] | None:
    """Read a number without an ending where the rest of the list says that it is a day."""
    token = cursor.token()
    if token.kind != "number" or len(token.text) > 2:
        return None
    ahead = 1
    while cursor.word(ahead) in {*AND, *SUFFIXES, "the"} or (
        cursor.token(ahead).kind == "number" and cursor.word(ahead - 1) in {*AND, "the"}
    ):
        ahead += 1
    listed = ahead > 1 and cursor.word(ahead) == "last"
    if not listed and not (cursor.word(ahead) == "of" and cursor.word(ahead + 2) == "month"):
        return None
    cursor.at += 1
    return [int(token.text)]


def read_noun(cursor: Cursor, numbers: list[int]) -> tuple[str, tuple[int, ...], bool] | None:
    """Read what is counted: kind, weekdays, and whether it is counted from the end."""
    if cursor.word() in WORKING and cursor.word(1) in {"day", "days"}:
        cursor.at += 2
        return "working", (), False
    if cursor.take_any({"workday", "workdays", "weekday", "weekdays"}):
        return "working", (), False
    if cursor.take_any({"day", "days"}):
        return "day", (), cursor.take("from", "the", "end")
    weekday = WEEKDAY_NAMES.get(cursor.word())
    if weekday is None:
        return None
    if not all(abs(number) <= 5 for number in numbers):
        begin = cursor.at
        cursor.at += 1
        raise cursor.refusal(words.NO_SUCH_WEEKDAY.format(weekday=WEEKDAYS[weekday]), begin - 1)
    days = read_weekdays(cursor)
    return None if days is None else ("weekday", days[0], False)


def counted(
    cursor: Cursor, begin: int, kind: str, number: int, weekdays: tuple[int, ...]
) -> Counted:
    """Return days counted, or refuse a number that no month reaches."""
    if kind == "weekday" and abs(number) > 5:
        kind, weekdays = "day", ()  # "15th and last friday"
    most = {"day": 31, "working": 20, "weekday": 5}[kind]
    if not 1 <= abs(number) <= most:
        raise cursor.refusal(words.NO_SUCH_DAY.format(most=most), begin)
    return Counted(kind, number, weekdays)


def read_months(cursor: Cursor) -> tuple[int, ...] | None:
    """Read "november", "march and june" as month numbers, or leave the cursor where it is."""
    found: list[int] = []
    begin = cursor.at
    while True:
        before = cursor.at
        if found and cursor.take_any(AND):
            cursor.take("and")
        elif found:
            break
        month = MONTH_NAMES.get(cursor.word())
        if month is None:
            cursor.at = before
            break
        cursor.at += 1
        found.append(month)
    if not found:
        cursor.at = begin
        return None
    return tuple(sorted(set(found)))
