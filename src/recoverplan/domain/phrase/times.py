"""Times of day in a phrase: 9pm-1am, 17:00–23:00, 8-12pm, 17:30 for 90 minutes, all day.

Hours are never guessed. am or pm said once, at the end, gives the start the half of the day that
makes the stretch shorter; a part of the day gives its half; with a colon and none of these it is
the 24-hour clock, but for those who would say am or pm (`Occasion`); anything else that reads two
ways is refused with both readings.
"""

from __future__ import annotations

from recoverplan.domain.phrase.lengths import coming_length, cut_length, read_length
from recoverplan.domain.phrase.one_time import read_time, starts_time
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.time_of_day import (
    DAY,
    Occasion,
    Time,
    alone,
    both_ways,
    by_part,
    said_time,
    shorter,
)
from recoverplan.domain.phrase.tokens import TO, Cursor
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

NO_END = {"late", "?"}


class Hours(NamedTuple):
    """Hours of a day: from `start` to `end` (minutes after midnight, past 1440 the next day).

    Or `minutes` real minutes long. `all_day` where no hours were needed; `assumed` where the end
    was not said. `midnight`: where in the text it begins at midnight in words, as 12 am, or as
    24:00 (`start` is then 1440), and where these hours end there; refused on a day that was named.
    """

    start: int
    end: int | None = None
    minutes: int | None = None
    all_day: bool = False
    assumed: bool = False
    midnight: tuple[int, int, int] | None = None


def read_hours(cursor: Cursor, part: str | None, occasion: Occasion) -> Hours | None:
    """Read hours: a range, a start and a length, or a start alone (for `open_end`)."""
    begin = cursor.at
    if cursor.take("all", "day") or cursor.take("whole", "day"):
        cursor.take("long")
        return Hours(0, DAY, all_day=True)
    if cursor.take_any({"before", "until"}):
        end = read_time(cursor)
        if end is not None:
            from recoverplan.domain.phrase.lacking import no_start

            raise no_start(cursor, begin, end, part, occasion)
        cursor.at = begin
        return None
    cursor.take_any({"from", "between", "after", "past"})
    timed = cursor.at
    start = read_time(cursor)
    if start is None:
        cursor.at = begin
        return None
    after = cursor.at
    place = cursor.tokens[timed].start, cursor.tokens[after - 1].end
    spoken = cursor.said(timed)
    if open_ended(cursor):
        from recoverplan.domain.phrase.lacking import no_end

        late = evening(start, part, occasion)
        raise no_end(cursor, (begin, timed), start, late, part, spoken)
    if cursor.take_any((*TO, "and")):
        end = read_time(cursor)
        if start.half and cursor.word(-1) == "h":  # "7pm - 1h": until one, or an hour long
            raise hour_or_length(cursor, timed, after)
        if end is not None and (cursor.word(after - cursor.at) != "and" or between(cursor, begin)):
            hours = span_of(cursor, timed, start, end, part, occasion)
            return at_midnight(hours, start, place, cursor)
        cursor.at = after
    end = cut_end(cursor) if start.fixed is not None else None
    if end is not None:
        hours = span_of(cursor, timed, start, end, part, occasion)
        return at_midnight(hours, start, place, cursor)
    hours = lasting(cursor, (begin, timed), start, part, occasion)
    return at_midnight(hours, start, place, cursor)


def cut_end(cursor: Cursor) -> Time | None:
    """Return the end that comes behind the days, and take it out: "9pm fridays to 3am".

    None where another time stands before it, or where its half is open.
    """
    back = cursor.at
    for place in range(back, len(cursor.tokens)):
        token = cursor.tokens[place]
        if token.text in TO and starts_time(cursor.tokens[min(place + 1, len(cursor.tokens) - 1)]):
            cursor.at = place + 1
            end = read_time(cursor)
            last, cursor.at = cursor.at, back
            if end is None or end.fixed is None or place == back:
                return None
            del cursor.tokens[place:last]
            return end
        if token.kind != "word" or token.text in {"or", "and"} or starts_time(token):
            return None
    return None


def open_ended(cursor: Cursor) -> bool:
    """Move past "till late", "onwards" and "- ?", which name no end."""
    begin = cursor.at
    if cursor.take_any({"onwards", "onward"}) or (cursor.take_any(TO) and cursor.take_any(NO_END)):
        return True
    if cursor.take("on") and cursor.done:
        return True
    cursor.at = begin
    return False


def evening(start: Time, part: str | None, occasion: Occasion) -> int:
    """Return a start in minutes; where its half is open it is that in which it gets late."""
    known = alone(start, part, occasion)
    return start.with_half("pm") if known is None else known


def at_midnight(hours: Hours, start: Time, place: tuple[int, int], cursor: Cursor) -> Hours:
    """Return the hours, marked where they begin at midnight in words, as 12 am or as 24:00."""
    plain = hours.start % DAY or (start.by_figures and hours.start == 0)
    stop = cursor.tokens[cursor.at - 1].end
    return hours if plain else hours._replace(midnight=(*place, stop))


def hour_or_length(cursor: Cursor, timed: int, after: int) -> Refusal:
    """Return what refuses "7pm - 1h", which reads two ways."""
    hour = cursor.word(-2)
    back, cursor.at = cursor.at, after
    start = cursor.said(timed)
    cursor.at = back
    until = hour if 1 <= int(hour) <= 12 else f"{int(hour) % 24}:00"
    readings = [f"{start} for {hour}h", f"{start}-{until}"]
    return cursor.offering(words.TWO_WAYS.format(said=cursor.said(timed)), timed, readings)


def between(cursor: Cursor, begin: int) -> bool:
    """Tell whether the hours began with "between"."""
    return cursor.tokens[begin].text == "between"


def lasting(
    cursor: Cursor, begins: tuple[int, int], start: Time, part: str | None, occasion: Occasion
) -> Hours:
    """Read "for 90 minutes" after a start; without one, an hour is assumed or it is refused.

    `begins` are the tokens at which the clause begins ("from") and at which its time does.
    """
    begin, timed = begins
    first = alone(start, part, occasion)
    if cursor.word() == "or" and starts_time(cursor.token(1)):
        cursor.at += 1
        refusal = cursor.offering(words.EITHER, cursor.at - 1, ["and"] * (first is not None))
        refusal.sure = True
        raise refusal
    if first is None:
        end_known = cursor.word() == "for" or occasion.open_end or coming_length(cursor)
        base = begin if cursor.tokens[begin].text in {"after", "past"} else timed
        readings = [
            said
            if end_known
            else f"{said}-{said_time((at + 120) % DAY, start._replace(half=half))}"
            for half in ("am", "pm")
            for said, at in [(start.said(half), start.with_half(half))]
        ]
        from recoverplan.domain.phrase.lacking import half_of

        sentence = words.AM_OR_PM.format(said=cursor.said(timed))
        refusal = cursor.offering(sentence, timed, readings, base)
        refusal.missing = half_of(cursor, timed, start)
        raise refusal
    minutes = read_length(cursor) or cut_length(cursor)
    if minutes:
        return Hours(first, minutes=minutes)
    if occasion.open_end and cursor.tokens[begin].text not in {"after", "past"}:
        return Hours(first, minutes=60, assumed=True)
    from recoverplan.domain.phrase.lacking import no_end

    raise no_end(cursor, begins, start, first, part)


def span_of(
    cursor: Cursor, begin: int, start: Time, end: Time, part: str | None, occasion: Occasion
) -> Hours:
    """Return the hours from start to end, or refuse them with their readings."""
    first, last = both_known(cursor, begin, start, end, part, occasion)
    if end.named and not last:
        last = DAY
    if last % DAY == first and last - first != DAY:
        said = said_time(first, start)
        raise cursor.offering(words.SAME_TIME, begin, [f"{said} for 24 hours"])
    return Hours(first, last if last > first else last + DAY)


def both_known(
    cursor: Cursor, begin: int, start: Time, end: Time, part: str | None, occasion: Occasion
) -> tuple[int, int]:
    """Return both as minutes after midnight: each as said, or as the other makes it certain."""
    first, last = start.fixed, end.fixed
    if first is not None and last is not None:
        return first, last
    if first is not None and start.spoken and end.zero and (end.twentyfour - first) % DAY < 720:
        return first, end.twentyfour  # "10pm - 02:00": by the clock it is the next one, too
    spoken = start.spoken or end.spoken
    if (start.by_figures or end.by_figures) and not spoken:
        return start.twentyfour, end.twentyfour
    known = [first] if first is not None else by_part(start, part)
    if len(known) == 1 and last is None and part and not (start.half or start.named):
        # "evenings 6-8": the end is the next time that the clock says so.
        return known[0], known[0] + (end.with_half("am") - known[0]) % 720
    other_half = part and len(known) == 1 and known[0] != start.twentyfour
    if on_24_hours(start, end, occasion) and not spoken and not other_half:
        return start.twentyfour, end.twentyfour
    if first is None and last is not None and end.half:
        return shorter(start, last), last
    from recoverplan.domain.phrase.lacking import half_of_both

    sentence = words.AM_OR_PM.format(said=cursor.said(begin))
    refusal = cursor.offering(sentence, begin, both_ways(start, end, first))
    refusal.missing = half_of_both(cursor, begin, start, end, first)
    raise refusal


def on_24_hours(start: Time, end: Time, occasion: Occasion) -> bool:
    """Tell whether a colon puts both on the 24-hour clock, also beside noon or midnight."""
    figures = [time for time in (start, end) if not time.named]
    return not occasion.asks_half and all(time.colon for time in figures)
