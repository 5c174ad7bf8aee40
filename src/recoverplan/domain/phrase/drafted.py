"""A draft with the moment at which it was read: refusing a clause of it, and dating its bounds."""

from __future__ import annotations

from datetime import date, datetime

from recoverplan.domain.phrase.dates import Date, first_from
from recoverplan.domain.phrase.draft import Draft
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.saying import MONTHS, WEEKDAYS

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
            raise self.refusal("This date does not come in the next years.", "bounds")
        if wanted.weekday is not None and day.weekday() != wanted.weekday:
            raise self.wrong_weekday(day, "bounds")
        if wanted.year is None and (day - self.today).days > FAR_DAYS:
            said = f"{day.day} {MONTHS[day.month - 1]}"
            self.notes.append(f"{said} is taken as that of {day.year}; add the year for another.")
        return day

    def bound(self, wanted: Date | None, low: date | None, mark: str) -> date | None:
        """Return the last day that counts, or one left out; the first not before `low`."""
        if wanted is None:
            return None
        self.hangs_on_today |= wanted.hangs_on_today
        day = first_from(wanted, max(low or self.today, self.today), self.today)
        if day is None or (low is not None and day < low and mark == "bounds"):
            raise self.refusal("It ends before it starts.", mark)
        return day

    def wrong_weekday(self, day: date, mark: str) -> Refusal:
        """Return what refuses a weekday that its date is not."""
        said = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
        words = f"from {said}" if mark == "bounds" else said
        sentence = f"{said} is a {WEEKDAYS[day.weekday()]}."
        return self.refusal(sentence, mark, self.replaced(mark, words.lower()))
