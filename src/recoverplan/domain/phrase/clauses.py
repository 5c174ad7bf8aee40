"""The clauses of one schedule, read in any order: which days, which hours, from, until, except.

Each clause is tried at the cursor; the first that can read something does. What none can read is
refused where it stands. What the clauses say is gathered in a Draft; `building.py` makes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from recoverplan.domain.phrase import days, times
from recoverplan.domain.phrase.dates import (
    MONTH_NAMES,
    SUFFIXES,
    WEEKDAY_NAMES,
    Date,
    checked,
    read_date,
    read_day_number,
    read_year,
)
from recoverplan.domain.phrase.refusal import closest
from recoverplan.domain.phrase.tokens import NUMBERS, Cursor

FILLERS = (
    ",",
    "on",
    "at",
    "the",
    "during",
    "payday",
    "paydays",
    "paid",
    "my",
    ":",
    "@",
    ".",
    "for",
)
PARTS = {name: part for part in times.DAY_PARTS for name in (part, f"{part}s")}
ADVERBS = {
    "daily": ("DAILY", 1),
    "everyday": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
UNITS = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
TWO_WAYS = {
    "biweekly": "every 2 weeks, or twice a week",
    "bimonthly": "every 2 months, or twice a month",
    "biannually": "every 2 years, or twice a year",
}
ANY_TIME = (
    ("any", "time"),
    ("anytime",),
    ("any", "hour"),
    ("always",),
    ("24/7",),
    ("round", "the", "clock"),
    ("around", "the", "clock"),
    ("all", "the", "time"),
    ("day", "and", "night"),
    ("24", "hours", "a", "day"),
)
FROM = {"from", "starting", "beginning", "since"}
UNTIL = {"until", "to", "ending", "-"}
EXCEPT = {"except", "excluding", "without", "but"}
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
        times.UNITS,
        ("every", "each", "other", "last", "working", "until", "from", "except", "starting"),
        ("today", "tonight", "tomorrow", "next", "noon", "midnight", "weeknights", "always"),
        ("hours", "minutes", "weeks", "months", "years", "any", "time", "all", "and", "to", "for"),
    )
    for word in words
    if len(word) > 2
)


@dataclass
class Draft:
    """What the clauses of one schedule have said so far."""

    frequency: str | None = None
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    weekend: bool = False  # nothing but "weekend(s)" was said
    counted: list[days.Counted] = field(default_factory=list)
    months: tuple[int, ...] = ()
    monthly: bool = False  # "of the month" was said
    dates: list[Date] = field(default_factory=list)
    last: Date | None = None  # the last day of a stretch of dates
    stretch: tuple[int, int] | None = None  # weekdays of a stretch within the week
    edges: tuple[int, int] | None = None  # and its times, or those of a stretch of dates
    hours: list[times.Hours] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    since: Date | None = None
    until: Date | None = None
    excepted: list[Date] = field(default_factory=list)
    off: tuple[int, ...] = ()  # weekdays excepted
    shift: str | None = None
    any_time: bool = False
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # first and last token of each


class Reader:
    """Reads one schedule: holds the cursor, the moment, and the draft that grows."""

    def __init__(self, cursor: Cursor, now: datetime, *, open_end: bool) -> None:
        self.cursor = cursor
        self.now = now
        self.open_end = open_end
        self.draft = Draft()

    def read(self) -> Draft:
        """Read every clause. Raises Refusal where a word stands that none of them can read."""
        clauses: tuple[Callable[[], bool], ...] = (
            self.any_time,
            self.exceptions,
            self.weekend_rule,
            self.bounds,
            self.every,
            self.weekday_stretch,
            self.date_list,
            self.date,
            self.of_month,
            self.counted,
            self.weekdays,
            self.day_part,
            self.hours,
        )
        while not self.cursor.done:
            begin = self.cursor.at
            for clause in clauses:
                if clause():
                    self.draft.marks.setdefault(clause.__name__, (begin, self.cursor.at))
                    break
                self.cursor.at = begin
            else:
                if not self.cursor.take_any(FILLERS):
                    self.unknown()
        return self.draft

    def unknown(self) -> None:
        """Refuse the word that no clause can read, with the word that is most like it."""
        cursor = self.cursor
        begin = cursor.at
        cursor.at += 1
        word = cursor.tokens[begin].text
        known = word in KNOWN or not word.isalpha()
        if word in TWO_WAYS:
            cursor.refuse(f'"{word}" reads two ways: {TWO_WAYS[word]}.', begin)
        if word in FROM | UNTIL | EXCEPT and not cursor.done:
            cursor.at = len(cursor.tokens)
            cursor.refuse(f'I can\'t read what follows "{word}" here.', begin)
        instead = None if known else closest(word, KNOWN)
        cursor.refuse(
            f'I don\'t understand "{cursor.said(begin)}" here.',
            begin,
            *([cursor.replaced(begin, instead)] if instead else []),
        )

    def once(self, name: str, begin: int, taken: object) -> None:
        """Refuse a clause of a kind that was read before."""
        if taken:
            self.cursor.refuse(
                f"There are two {name} here; put a semicolon between two times.", begin
            )

    def any_time(self) -> bool:
        """Read "any time", "24/7", "always"."""
        for words in ANY_TIME:
            if self.cursor.take(*words):
                self.draft.any_time = True
                self.draft.hours.append(times.Hours(0, times.DAY, all_day=True))
                return True
        return False

    def exceptions(self) -> bool:
        """Read "except 25 dec, 1 jan" or "except sundays"."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take_any(EXCEPT) is None and not cursor.take("not", "on"):
            return False
        if cursor.word(-1) == "but" and not cursor.take("not"):
            return False
        cursor.take_any({"on", "for"})
        found = False
        while True:
            before = cursor.at
            if found and cursor.take_any(days.AND) is None:
                break
            cursor.take("and")
            cursor.take("on")
            date = read_date(cursor, self.now)
            weekdays = None if date else days.read_weekdays(cursor)
            if date:
                self.draft.excepted.append(date)
            elif weekdays:
                self.draft.off += weekdays[0]
            else:
                cursor.at = before
                break
            found = True
        if not found:
            cursor.at = len(cursor.tokens)
            cursor.refuse("I can't read which days are left out.", begin)
        return True

    def weekend_rule(self) -> bool:
        """Read "if it falls on a weekend, the friday before" or "the monday after"."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take("or") and not cursor.take("if"):
            rule = self.moving()
        elif cursor.tokens[begin].text == "if" or cursor.word(-1) == "if":
            cursor.take("if")
            skipped = {
                "it",
                "that",
                "this",
                "day",
                "the",
                "falls",
                "fall",
                "lands",
                "is",
                "on",
                "a",
            }
            while cursor.take_any(skipped):
                pass
            weekend = cursor.take_any({"weekend", "weekends"})
            if not weekend:
                cursor.at = len(cursor.tokens)
                cursor.refuse(
                    'After "if" I can read a weekend: if it falls on a weekend, the friday before.',
                    begin,
                    cursor.replaced(begin, "if it falls on a weekend, the friday before"),
                )
            while cursor.take_any(
                {",", ":", "then", "on", "paid", "pay", "it", "is", "moves", "to"}
            ):
                pass
            rule = self.moving()
        else:
            return False
        if rule is None:
            cursor.at = len(cursor.tokens)
            cursor.refuse(
                "I can't read where it moves to: the friday before, or the monday after.",
                begin,
                cursor.replaced(begin, "if it falls on a weekend, the friday before"),
            )
        self.draft.shift = rule
        return True

    def moving(self) -> str | None:
        """Read "the friday before", "the next working day" as before or after."""
        cursor = self.cursor
        cursor.take("the")
        side = cursor.take_any({"previous", "preceding", "prior", "next", "following", "last"})
        if cursor.word() in days.WORKING:
            cursor.at += 1
            named = cursor.take("day")
        else:
            named = cursor.take_any({"friday", "fri", "monday", "mon", "weekday", "workday"})
        if not named:
            return None
        day = cursor.word(-1)
        side = side or cursor.take_any({"before", "after", "afterwards", "earlier", "later"})
        before = side in {"previous", "preceding", "prior", "last", "before", "earlier"}
        wrong_day = day.startswith("mon") if before else day.startswith("fri")
        return None if side is None or wrong_day else "before" if before else "after"

    def bounds(self) -> bool:
        """Read "from DATE", "until DATE"."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take_any(FROM):
            cursor.take_any({"on", "from"})
            since = read_date(cursor, self.now)
            if since is None or since.part:
                return False
            # "from 24 dec 18:00 to 26 dec 12:00" is a stretch of dates.
            after = cursor.at
            cursor.at = begin + 1
            draft = self.draft
            days_said = draft.frequency or draft.weekdays or draft.counted or draft.parts
            if not (days_said or draft.hours or draft.stretch) and self.date_stretch():
                return True
            cursor.at = after
            self.once("starts", begin, self.draft.since)
            self.draft.since = since
            return True
        dashed = cursor.word()
        if cursor.take_any(UNTIL):
            cursor.take("on")
            until = read_date(cursor, self.now)
            if until is None or until.part or (dashed in {"-", "to"} and not self.draft.since):
                return False
            self.once("ends", begin, self.draft.until)
            self.draft.until = until
            return True
        return False

    def every(self) -> bool:
        """Read "every", "every other", "every 3 weeks", "monthly": how often."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take("nightly"):
            self.draft.parts.append("night")
            return self.often("DAILY", 1, begin)
        if cursor.word() in ADVERBS:
            cursor.at += 1
            return self.often(*ADVERBS[cursor.word(-1)], begin)
        if cursor.take_any({"every", "each", "all", "alternate", "any"}) is None:
            return False
        other = (
            cursor.word(-1) == "alternate" or cursor.take_any({"other", "alternate"}) is not None
        )
        if not other and cursor.word(-1) in {"all", "any"}:
            days_said = {"days"} if cursor.word(-1) == "all" else {"day"}
            return cursor.take_any(days_said) is not None and self.often("DAILY", 1, begin)
        every = 2 if other else 1
        if not other and (number := cursor.number()) is not None and cursor.word(1) in PLURALS:
            cursor.at += 1
            every = number
            if not 1 <= every <= 999:
                cursor.refuse("That is too far apart: 1 to 999 will do.", begin)
        elif not other and cursor.word() == "second" and cursor.word(1) in UNITS:
            cursor.at += 1
            every = 2
        unit = PLURALS.get(cursor.word())
        if unit:
            cursor.at += 1
            return self.often(unit[0], unit[1] * every, begin)
        if cursor.word() in {"hour", "minute", "second"} and cursor.word(1) not in WEEKDAY_NAMES:
            cursor.at += 1
            cursor.refuse("More often than once a day is no schedule here.", begin)
        if every > 1 and cursor.word() in PARTS:
            return self.often("DAILY", every, begin)
        if every > 1 and (cursor.word() in WEEKDAY_NAMES or cursor.word() in days.SETS):
            return self.often("WEEKLY", every, begin)
        return every == 1 and self.every_what(begin)

    def every_what(self, begin: int) -> bool:
        """Read what follows a bare "every": the clause after it, or a date or number of its own."""
        cursor = self.cursor
        after = cursor.at
        date = read_date(cursor, self.now)
        if date and date.year is None:
            self.draft.dates.append(date)
            return self.often("YEARLY", 1, begin)
        cursor.at = after
        counted = days.read_counted(cursor)
        plain = counted and len(counted) == 1 and counted[0].kind == "weekday"
        if counted and plain and cursor.word() not in {"of", "in"} and counted[0].number > 1:
            self.every_nth(begin, counted[0])
            return True
        cursor.at = after
        word = cursor.word()
        return bool(
            counted
            or word in WEEKDAY_NAMES
            or word in PARTS
            or word in days.SETS
            or word in {"weeknight", "weeknights", *days.WORKING}
        )

    def every_nth(self, begin: int, counted: days.Counted) -> None:
        """Take "every second friday" as every other one; refuse a third one, which reads two ways."""
        cursor = self.cursor
        if counted.number == 2:
            self.draft.weekdays = counted.weekdays
            self.often("WEEKLY", 2, begin)
            return
        place = cursor.said(begin).split(" ", 1)[1]
        day = place.split(" ")[-1]
        cursor.refuse(
            f'"{cursor.said(begin)}" reads two ways.',
            begin,
            cursor.replaced(begin, f"{place} of the month"),
            cursor.replaced(
                begin, f"every {counted.number} weeks on {day} from {self.now:%Y-%m-%d}"
            ),
        )

    def often(self, frequency: str, interval: int, begin: int) -> bool:
        """Note how often."""
        if self.draft.frequency not in {None, frequency} or self.draft.interval > 1:
            self.once("ways of how often", begin, taken=True)
        self.draft.frequency = frequency
        self.draft.interval = interval
        self.draft.marks["often"] = (begin, self.cursor.at)
        return True

    def weekday_stretch(self) -> bool:
        """Read "fri 17:00 - sun 23:00"."""
        cursor = self.cursor
        first = WEEKDAY_NAMES.get(cursor.word())
        if first is None:
            return False
        cursor.at += 1
        cursor.take("at")
        begin = cursor.at
        start = times.read_time(cursor)
        after = cursor.at
        if start is None or cursor.take_any(times.TO) is None:
            return False
        cursor.take("on")
        last = WEEKDAY_NAMES.get(cursor.word())
        if last is None:
            return False
        cursor.at += 1
        cursor.take("at")
        self.draft.stretch = (first, last)
        self.draft.edges = self.edges(start, begin, after)
        return True

    def edges(self, start: times.Time, begin: int, after: int) -> tuple[int, int]:
        """Read the time at the end of a stretch of days; return both as minutes after midnight.

        `begin` and `after` are the tokens at which the start's time begins and ends.
        """
        cursor = self.cursor
        begin_end = cursor.at
        end = times.read_time(cursor)
        if end is None:
            cursor.refuse(
                "The last day needs a time as well.",
                begin,
                cursor.replaced(begin, f"{cursor.said(begin)} 24:00"),
            )
        last = times.DAY if end.named and end.fixed == 0 else self.edge(end, begin_end)
        back = cursor.at
        cursor.at = after
        first = self.edge(start, begin)
        cursor.at = back
        return first % times.DAY, last

    def edge(self, time: times.Time, begin: int) -> int:
        """Return a time that stands alone as minutes after midnight; refuse one without am or pm."""
        if time.fixed is not None or time.colon:
            return time.twentyfour if time.fixed is None else time.fixed
        cursor = self.cursor
        cursor.refuse(
            f'"{cursor.said(begin)}" reads two ways: am or pm.',
            begin,
            *(cursor.replaced(begin, time.said(half)) for half in ("am", "pm")),
        )

    def date_stretch(self) -> bool:
        """Read "24 dec 18:00 - 26 dec 12:00", "24 dec to 26 dec"."""
        cursor = self.cursor
        first = read_date(cursor, self.now)
        if first is None:
            return False
        before = cursor.at
        cursor.take_any({"at", ","})
        begin = cursor.at
        start = times.read_time(cursor)
        if start is None:
            cursor.at = before
        after = cursor.at
        if cursor.take_any(times.TO) is None:
            return False
        last = read_date(cursor, self.now) or self.weekday_after()
        if last is None:
            return False
        if start is not None:
            cursor.take_any({"at", ","})
            self.draft.edges = self.edges(start, begin, after)
        self.draft.dates.append(first)
        self.draft.last = last
        return True

    def weekday_after(self) -> Date | None:
        """Read a weekday that ends a stretch of dates: the first one after its start."""
        weekday = WEEKDAY_NAMES.get(self.cursor.word())
        if weekday is None:
            return None
        self.cursor.at += 1
        return Date(None, 0, 0, relative=True, weekday=weekday)

    def date_list(self) -> bool:
        """Read "24, 25 and 26 dec", "24-26 dec", "dec 24-26"."""
        cursor = self.cursor
        cursor.take("the")
        month = MONTH_NAMES.get(cursor.word())
        if month is not None:
            cursor.at += 1
        numbers = []
        ranged = False
        while (number := read_day_number(cursor)) is not None:
            numbers.append(number)
            before = cursor.at
            if month is not None and cursor.word() == "-" and not self.date_follows():
                break
            if len(numbers) == 1 and cursor.take_any({"-", "to"}):
                ranged = True
            elif ranged or month is not None or cursor.take_any(days.AND) is None:
                break
            else:
                cursor.take("and")
                cursor.take("the")
        if len(numbers) < 2 or (ranged and len(numbers) != 2):
            return False
        del before
        if month is None:
            cursor.take("of")
            month = MONTH_NAMES.get(cursor.word())
            if month is None:
                return False
            cursor.at += 1
        year = read_year(cursor)
        begin = cursor.at - 1
        dates = [checked(cursor, begin, year, month, number) for number in numbers]
        if ranged:
            self.draft.dates.append(dates[0])
            self.draft.last = dates[1]
        else:
            self.draft.dates += dates
        return True

    def date_follows(self) -> bool:
        """Tell whether after "dec 24" a dash begins "-26" (a day) and not "-9pm" or "-26 dec"."""
        cursor = self.cursor
        after = 3 if cursor.word(2) in SUFFIXES else 2
        return cursor.token(1).kind == "number" and cursor.word(after) not in {
            "am",
            "pm",
            *MONTH_NAMES,
        }

    def date(self) -> bool:
        """Read a stretch of dates, or dates one after the other."""
        cursor = self.cursor
        begin = cursor.at
        if self.date_stretch():
            return True
        cursor.at = begin
        date = read_date(cursor, self.now)
        if date is None:
            return False
        self.draft.dates.append(date)
        if date.part:
            self.draft.parts.append(date.part)
        while True:
            before = cursor.at
            if cursor.take_any(days.AND) is None:
                break
            cursor.take("and")
            more = read_date(cursor, self.now)
            if more is None:
                cursor.at = before
                break
            self.draft.dates.append(more)
        return True

    def of_month(self) -> bool:
        """Read "of the month", "of every other month", "of november"."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take_any({"of", "in"}) is None:
            return False
        months = days.read_months(cursor)
        if months:
            self.draft.months = months
            return True
        article = cursor.take_any({"the", "each", "every", "a", "any"})
        every = 2 if cursor.take("other") else 1
        if every == 1 and (number := cursor.number()) is not None and cursor.word(1) == "months":
            cursor.at += 1
            every = number
        if article is None or cursor.take_any({"month", "months"}) is None:
            return False
        self.draft.monthly = True
        return every == 1 or self.often("MONTHLY", every, begin)

    def counted(self) -> bool:
        """Read "15th and last day", "first monday"."""
        counted = days.read_counted(self.cursor)
        self.draft.counted += counted or []
        return bool(counted)

    def weekdays(self) -> bool:
        """Read "mon-thu and sat", "weekends", "weeknights"."""
        cursor = self.cursor
        begin = cursor.at
        if cursor.take_any({"weeknight", "weeknights"}):
            self.draft.parts.append("night")
            found: tuple[int, ...] = (0, 1, 2, 3, 4)
            weekend = None
        else:
            read = days.read_weekdays(cursor)
            if read is None:
                return False
            found, weekend = read
        self.once("lists of days", begin, self.draft.weekdays)
        self.draft.weekdays = found
        self.draft.weekend = weekend is not None
        return True

    def day_part(self) -> bool:
        """Read "mornings", "in the evening", "mornings and evenings"."""
        cursor = self.cursor
        begin = cursor.at
        cursor.take_any({"in", "at", "and", ",", "this"})
        cursor.take("and")
        cursor.take("the")
        part = PARTS.get(cursor.word())
        joined = cursor.tokens[begin].text in days.AND and not self.draft.parts
        if part is None or joined:
            return False
        cursor.at += 1
        if part not in self.draft.parts:
            self.draft.parts.append(part)
        return True

    def hours(self) -> bool:
        """Read hours; more of them may follow after "and"."""
        cursor = self.cursor
        if self.draft.hours and cursor.take_any(("and", ",")):
            cursor.take("and")
            begin = cursor.at
            if cursor.word() in FROM or read_date(cursor, self.now):
                return False
            cursor.at = begin
        cursor.take("at")
        part = self.draft.parts[0] if len(self.draft.parts) == 1 else None
        part = part or self.part_ahead()
        hours = times.read_hours(cursor, part, open_end=self.open_end)
        if hours is None:
            return False
        self.draft.hours.append(hours)
        return True

    def part_ahead(self) -> str | None:
        """Return the day part said after the hours: "6-8 in the evening"."""
        ahead = {
            PARTS[token.text]
            for token in self.cursor.tokens[self.cursor.at :]
            if token.text in PARTS
        }
        return ahead.pop() if len(ahead) == 1 else None


PLURALS = UNITS | {f"{unit}s": kind for unit, kind in UNITS.items()}
