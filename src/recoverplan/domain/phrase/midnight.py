"""Which midnight: "friday midnight" begins Friday or ends it, and is refused with both.

Read only where hours begin at midnight in words, or as 12 am.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from recoverplan.domain.phrase.dates import WEEKDAY_NAMES, first_from
from recoverplan.domain.phrase.draft import Drafted, Reader
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.rules import NIGHT
from recoverplan.domain.phrase.time_of_day import DAY
from recoverplan.domain.phrase.times import Hours
from recoverplan.domain.phrase.wording import nth
from recoverplan.domain.saying import WEEKDAYS, typed_day, typed_weekday
from recoverplan.domain.text import listed
from recoverplan.words import phrase as words

ONE = timedelta(days=1)
NOON = 720


def one_midnight(drafted: Drafted, hours: Hours) -> None:
    """Refuse hours that begin at one of two midnights, with both.

    Plain are a night word, a stretch that ends after noon, and days that were not named: daily.
    24:00 is none: it begins the day after, and is refused with that.
    """
    draft, text = drafted.draft, drafted.cursor.text
    length = (hours.end - hours.start) if hours.end is not None else hours.minutes or 0
    named = (
        draft.weekdays or draft.counted or draft.dates or draft.off or draft.interval > 1
    ) or draft.frequency not in {None, "DAILY"}
    at_end = hours.start == DAY
    plain = length > NOON or NIGHT in draft.parts or not named
    if hours.midnight is None or (plain and not at_end):
        return
    begin, end, stop = hours.midnight
    night = f"at night {text[begin:end].replace('24:00', '00:00')}"
    later = replaced(text, ((begin, end), night))
    bounded = draft.since or draft.until or draft.excepted or draft.off or draft.interval > 1
    mark = day_after(drafted)
    if mark and not bounded:
        first, last = drafted.draft.marks[mark[0]]
        tokens = drafted.cursor.tokens
        days = tokens[first].start, tokens[last - 1].end
        if len(draft.hours) > 1:
            later = f"{without_hours(text, begin, stop)}; {mark[1]} 00:00{text[end:stop]}"
        else:
            later = replaced(text, (days, mark[1]), ((begin, end), "00:00"))
    same = replaced(text, ((begin, end), "00:00"))
    if at_end:
        reading = later if named and NIGHT not in draft.parts else same
        raise Refusal(words.ONLY_AN_END, begin, end, (reading,), sure=True)
    readings = same, later
    raise Refusal(words.TWO_MIDNIGHTS.format(said=text[begin:end]), begin, end, readings, sure=True)


def open_midnight(
    reader: Reader, days: tuple[int, int], at: tuple[int, int], last: int | None
) -> None:
    """Refuse a stretch of days whose first one begins at one of two midnights, with both.

    `days` and `at` are the tokens of that day and of its time, `last` that of the last day where
    it is the same one, which then is moved as well.
    """
    cursor = reader.cursor
    places = [(cursor.tokens[a].start, cursor.tokens[b - 1].end) for a, b in (days, at)]
    begin, end = places[1]
    typed = [token.text for token in cursor.tokens[days[0] : days[1]]]
    if typed[0] in WEEKDAY_NAMES and len(typed) == 1:
        after = weekdays_after((WEEKDAY_NAMES[typed[0]],), typed)
    else:
        wanted = reader.draft.dates[-1]
        day = first_from(wanted, reader.now.date(), reader.now.date())
        after = typed_day((day or reader.now.date()) + ONE)
    changes = [(places[0], after), (places[1], "00:00")]
    if last is not None:
        changes.append(((cursor.tokens[last].start, cursor.tokens[last].end), after))
    later = replaced(cursor.text, *changes)
    if cursor.text[begin:end].startswith("24"):
        raise Refusal(words.ONLY_AN_END, begin, end, (later,), sure=True)
    readings = replaced(cursor.text, changes[1]), later
    sentence = words.TWO_MIDNIGHTS.format(said=cursor.text[begin:end])
    raise Refusal(sentence, begin, end, readings, sure=True)


def without_hours(text: str, begin: int, stop: int) -> str:
    """Return a phrase without some of its several hours, and without what joined them."""
    before = re.sub(r"(?:\s|,|&|\band\b)+$", "", text[:begin], flags=re.IGNORECASE)
    after = re.sub(r"^(?:\s|,|&|\band\b)+", "", text[stop:], flags=re.IGNORECASE)
    return f"{before} {after}".strip()


def replaced(text: str, *changes: tuple[tuple[int, int], str]) -> str:
    """Return a text with other words in some places."""
    for (begin, end), new in sorted(changes, reverse=True):
        text = f"{text[:begin]}{new}{text[end:]}"
    return text


def day_after(drafted: Drafted) -> tuple[str, str] | None:
    """Return the clause of the days and words for the days after them, None if there are none."""
    draft, marks = drafted.draft, drafted.draft.marks
    if draft.weekdays and "weekday_list" in marks:
        first, last = marks["weekday_list"]
        typed = [token.text for token in drafted.cursor.tokens[first:last]]
        return "weekday_list", weekdays_after(draft.weekdays, typed)
    if len(draft.dates) == 1 and not (draft.last or draft.frequency) and "dates" in marks:
        wanted = draft.dates[0]
        day = None if wanted.weekend else first_from(wanted, drafted.today, drafted.today)
        return None if day is None else ("dates", typed_day(day + ONE))
    days = [each.number for each in draft.counted if each.kind == "day"]
    simple = len(days) == len(draft.counted) and all(0 < number < 28 for number in days)
    if days and simple and "counted_days" in marks:
        return "counted_days", " and ".join(nth(number + 1) for number in days)
    return None


def weekdays_after(weekdays: tuple[int, ...], typed: list[str]) -> str:
    """Return the days after these, in the way in which they were typed: "saturdays", "tue-sat"."""
    after = [(day + 1) % 7 for day in weekdays]
    if len(typed) == 1 and typed[0] in WEEKDAY_NAMES:
        full = WEEKDAYS[after[0]].lower()
        ending = "s" if typed[0].endswith("s") and len(typed[0]) > 4 else ""
        return full + ending if len(typed[0]) > 5 else typed_weekday(after[0])
    ranged = len(after) > 2 and (len(typed) == 1 or not {",", "and", "/"} & {*typed})
    names = [typed_weekday(day) for day in after]
    if ranged and all((day + 1) % 7 == nxt for day, nxt in pairwise(after)):
        return f"{names[0]}-{names[-1]}"
    return listed(names)
