"""What the clauses of a phrase say, gathered while they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from recoverplan.domain.phrase import days
from recoverplan.domain.phrase.dates import Date, first_from
from recoverplan.domain.phrase.refusal import Choice, Missing, Refusal
from recoverplan.domain.phrase.time_of_day import DAY_PARTS, Occasion
from recoverplan.domain.phrase.times import Hours
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.saying import MONTHS, WEEKDAYS, short_date, typed_day
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

# For "payday" alone, and whatever else says no time.
PAYDAYS = ("last working day of the month", "15th and last day of the month", "fridays")
FROM = {"from", "starting", "beginning", "since"}
PARTS = {name: part for part in DAY_PARTS for name in (part, f"{part}s")}


class Turn(NamedTuple):
    """Days in a row of a pattern of shifts: on, with hours of their own or those of all, or off."""

    days: int
    on: bool
    hours: Hours | None = None


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
    hours: list[Hours] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    since: Date | None = None
    until: Date | None = None
    excepted: list[Date] = field(default_factory=list)
    off: tuple[int, ...] = ()  # weekdays excepted
    shift: str | None = None
    any_time: bool = False
    payday: bool = False
    length_moved: bool = False  # a length stood before its start
    turns: list[Turn] = field(default_factory=list)  # of a pattern of shifts
    after: int = 0  # minutes after each shift, which are meant in its place
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # first and last token of each


class Reader:
    """Reads one schedule: holds the cursor, the occasion, and the draft that grows."""

    def __init__(self, cursor: Cursor, occasion: Occasion) -> None:
        self.cursor = cursor
        self.occasion = occasion
        self.now = occasion.now
        self.draft = Draft()

    def once(self, name: str, begin: int, taken: object) -> None:
        """Refuse a clause of a kind that was read before."""
        if taken:
            raise self.cursor.refusal(words.TWO_OF_THEM.format(name=name), begin)

    def either(self, begin: int) -> Refusal:
        """Return what refuses "or" between two days or times, with both of them.

        `begin` is the token "or". Of "31st or last day" the last day is likelier: every month has
        one.
        """
        cursor, draft = self.cursor, self.draft
        cursor.at = begin + 1
        readings = [cursor.replaced(begin, "and")]
        late = [each.number for each in draft.counted if each.kind == "day" and each.number > 27]
        cursor.take("the")
        if late and cursor.take("last", "day"):
            after = cursor.word() in {"of", "in"}
            whole = draft.marks["counted_days"][0]
            readings.insert(0, cursor.replaced(whole, "last day" + " of the month" * (not after)))
        cursor.at = begin + 1
        refusal = cursor.refusal(words.EITHER, begin, *readings)
        refusal.sure = True
        return refusal

    def often(self, frequency: str, interval: int, begin: int) -> bool:
        """Note how often."""
        if self.draft.frequency not in {None, frequency} or self.draft.interval > 1:
            self.once(words.WAYS_OF_OFTEN, begin, taken=True)
        self.draft.frequency = frequency
        self.draft.interval = interval
        self.draft.marks["often"] = (begin, self.cursor.at)
        return True


FAR_DAYS = 200  # a date without a year may have meant the one just past


class Drafted:
    """What was read, and what is found out on the way: notes, and whether it hangs on today."""

    def __init__(self, draft: Draft, cursor: Cursor, now: datetime) -> None:
        self.draft = draft
        self.cursor = cursor
        self.now = now
        self.today = now.date()
        self.notes: list[str] = []
        self.hangs_on_today = False

    def refusal(self, sentence: str, mark: str, *instead: str) -> Refusal:
        """Return what refuses the clause of that name."""
        first, last = self.draft.marks.get(mark, (0, len(self.cursor.tokens)))
        tokens = self.cursor.tokens
        return Refusal(sentence, tokens[first].start, tokens[max(first, last - 1)].end, instead)

    def says(self, mark: str, words: set[str]) -> bool:
        """Tell whether one of these words stands in the clause of that name."""
        first, last = self.draft.marks.get(mark, (0, 0))
        return any(token.text in words for token in self.cursor.tokens[first:last])

    def replaced(self, mark: str, words: str) -> str:
        """Return the whole phrase with other words for the clause of that name, "" without it."""
        if mark not in self.draft.marks:
            return ""
        first, last = self.draft.marks[mark]
        tokens, text = self.cursor.tokens, self.cursor.text
        return f"{text[: tokens[first].start]}{words}{text[tokens[last - 1].end :]}"

    def since(self) -> date | None:
        """Return the first day that counts; without a year the next one that is not over."""
        wanted = self.draft.since
        if wanted is None:
            return None
        self.hangs_on_today |= wanted.hangs_on_today
        day = first_from(wanted, self.today, self.today)
        if day is None:
            raise self.refusal(words.DATE_TOO_FAR, "bounds")
        if wanted.weekday is not None and day.weekday() != wanted.weekday:
            raise self.wrong_weekday(day, "bounds")
        if wanted.year is None and (day - self.today).days > FAR_DAYS:
            said = f"{day.day} {MONTHS[day.month - 1]}"
            self.notes.append(words.NEXT_YEAR.format(said=said, year=day.year))
        return day

    def bound(self, wanted: Date | None, low: date | None, mark: str) -> date | None:
        """Return the last day that counts, or one left out; the first not before `low`."""
        if wanted is None:
            return None
        self.hangs_on_today |= wanted.hangs_on_today
        day = first_from(wanted, max(low or self.today, self.today), self.today)
        if day is None or (low is not None and day < low and mark == "bounds"):
            raise self.refusal(words.ENDS_BEFORE, mark)
        return day

    def wrong_weekday(self, day: date, mark: str) -> Refusal:
        """Return what refuses a weekday that its date is not."""
        said = f"{short_date(day)} {day.year}"
        typed = f"from {typed_day(day)}" if mark == "bounds" else typed_day(day)
        sentence = f"{said} is a {WEEKDAYS[day.weekday()]}."
        return self.refusal(sentence, mark, self.replaced(mark, typed))

    def left_out(self, low: date | None) -> set[date]:
        """Return the dates that are left out, each the first not before `low`."""
        found = (self.bound(each, low, "exceptions") for each in self.draft.excepted)
        return {day for day in found if day is not None}

    def needs_start(self, sentence: str, mark: str, starts: Iterable[date]) -> Refusal:
        """Return what refuses a clause without a date to count from, with dates that would do."""
        text, end = self.cursor.text, self.cursor.end
        around = f"{text[:end].rstrip()} from ", text[end:]
        choices = tuple(Choice(str(day), str(day).join(around)) for day in starts)
        refusal = self.refusal(sentence, mark, *(each.phrase for each in choices))
        refusal.missing = Missing("since", text[:end], choices, around)
        return refusal
