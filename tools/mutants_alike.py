"""Mistakes that no test could notice, each with its reason: see mutants.py.

A part of the line, the change, and why it changes nothing that anybody could see.
"""

from __future__ import annotations

WHOLE = "hours begin at whole minutes, and a log is of a whole second"
CLIPPED = "what does not overlap the frame is taken out by clip()"
EDGE = "where the calendar ends is nobody's hour"
TOUCHING = "what only touches the frame is there at no instant of it"
WIDER = "looks at more days than it must; what is outside is left out below"
STAGES = "looks again, further ahead, and finds the same first ones"
LOWEST = "with a minus, the lowest bit is as long"
ASKS = "asks more often than it must, and finds the same"
SAVES = "what it begins with saves work alone"
EVERYTHING = "no clause has that name: the whole phrase is meant, as with any other such name"
SHORT = "a short way: the long one finds nobody more"
MEET = "every weekday is every day of a month within so many days"
TYPES = "imports a name that only types need"
BOTH_FOUND = "hour and minute are both found, or neither is"
BOTH_HALVES = "in_half() tries both halves, whichever it is given"
SAME_PART = "both are in the same part of the day"
ALIKE: dict[str, dict[tuple[str, str], str]] = {
    "schedule": {
        ("first, last = max(start, EARLY", "EARLY + wide -> (EARLY - wide)"): EDGE,
        ("return instant(min(max(day, EARLIEST)", "LATEST + DAY -> (LATEST - DAY)"): EDGE,
        ("high = min(last.toordinal() + 1", "1 -> 2"): WIDER,
        (
            "low = max(low, part.first)",
            "max(low, part.first) -> min(low, part.first)",
        ): "a rule has no day before its first",
        (
            "part.end_days * 1440 + part.end > part.start",
            "1440 -> 1441",
        ): "an end on a later day is after any start",
        ("FURTHEST =", "1 -> 2"): EDGE,
        ("EARLY =", "1 -> 2"): EDGE,
        ("EARLY =", "3 -> 4"): EDGE,
        ("EARLIEST, LATEST =", "1 -> 2"): EDGE,
        ("EARLIEST, LATEST =", "2 -> 3"): EDGE,
        ("EARLIEST, LATEST =", "9990 -> 9991"): EDGE,
        ("FURTHEST =", "9980 -> 9981"): EDGE,
        ("moving = 2", "2 if part.weekend else 0 -> (2)"): WIDER,
        ("moving = 2", "2 -> 3"): WIDER,
        ("moving = 2", "0 -> 1"): WIDER,
        ("for day in start_days(part, first, last", "1 -> 2"): WIDER,
        ("return self.end_days if self.minutes", "2 -> 3"): WIDER,
        ("wide = timedelta(days=2 + max(", "2 -> 3"): WIDER,
        ("wide = timedelta(days=2 + max(", "0 -> 1"): WIDER,
        ("for days in (10,", "10 -> 11"): STAGES,
        ("for days in (10,", "100 -> 101"): STAGES,
        ("for days in (10,", "1000 -> 1001"): STAGES,
        ("for days in (10,", "45 -> 46"): STAGES,
        ("for days in (10,", "366 -> 367"): STAGES,
        ("if len(found) >= count:", "len(found) >= count -> (len(found) > count)"): STAGES,
        ("first, last = max(start, EARLY", "FURTHEST - wide -> (FURTHEST + wide)"): EDGE,
        ("if low >= high:", "low >= high -> (low > high)"): "nothing is in what has no length",
        ("if high < low:", "high < low -> (high <= low)"): EDGE,
        (
            "if part.first is not None and low",
            (
                "part.first is not None and low <= part.first <= high"
                " -> (part.first is not None or low <= part.first <= high)"
            ),
        ): "a part without a rule has its day; the question is for the types",
    },
    "emergency": {
        ("OFFSETS =", "3 -> 4"): "the clock is right for longer than the hours are known anyway",
        (
            "OFFSETS =",
            "366 -> 367",
        ): "the clock is right for longer than the hours are known anyway",
        ("TYPE_CHECKING = False", "False -> True"): TYPES,
        ("MOST_STRETCHES =", "40_000 -> 40001"): "one more of tens of thousands",
        ("BETWEEN_CHANGES =", "7 -> 8"): "no zone sets its clocks twice in that either",
        ("locked_away: bool = False", "False -> True"): "make_card() says it every time",
        (
            "return 0 if ahead is None",
            "0 if ahead is None else int(ahead.total_seconds()) -> (int(ahead.total_seconds()))",
        ): "a zone has an offset at every instant; the question is for the types",
        ("return 0 if ahead is None", "0 -> 1"): "a zone has an offset at every instant",
    },
    "checkins": {
        ("if moving & ~there == 0:", "moving & ~there -> (moving | ~there)"): SHORT,
        ("if entered > frame.start:", "entered > frame.start -> (entered >= frame.start)"): (
            "who was there from the frame's start on has the same hours in it"
        ),
        (
            "Span(max(span.start, entered), span.end) for span",
            "span.end > entered -> (span.end >= entered)",
        ): "a stretch without length comes and goes at one instant",
        (
            "choices = None if known is None",
            "None if known is None else known.get(stretches) -> (None)",
        ): "what was worked out before is worked out again, to the same",
        ("tuple(row._replace(choice=choice)", "True -> False"): "there are as many of both",
        ("calls = tuple(zip(", "True -> False"): "there are as many of both",
    },
    "moment": {
        ("LATEST =", "9990 -> 9991"): EDGE,
        ("rough: bool = False", "False -> True"): "it is said of every moment that is read",
        ("TYPE_CHECKING = False", "False -> True"): TYPES,
        ("open_half = found[4] and", "4 -> 5"): BOTH_FOUND,
        ("if found[4]:", "4 -> 5"): BOTH_FOUND,
        ("at = self.in_half(time(hour % 12)", "12 -> 13"): BOTH_HALVES,
        (
            "both = (at.replace(",
            "12 -> 13",
        ): "it is of twelve alone, and no part of the day has both midnight and noon",
        ("part_of(hour * 60 + at)", "60 -> 61"): SAME_PART,
        ("part_of(hour * 60 + at)", "0 -> 1"): SAME_PART,
        ("part_of(hour * 60 + at)", "720 -> 721"): SAME_PART,
        ("part_of(hour * 60 + at)", "True -> False"): "there are as many of both",
        ("for hour in (8, 15, 18, 21)", "8 -> 9"): SAME_PART,
        ("for hour in (8, 15, 18, 21)", "15 -> 16"): SAME_PART,
        ("for hour in (8, 15, 18, 21)", "18 -> 19"): SAME_PART,
        ("for hour in (8, 15, 18, 21)", "21 -> 22"): SAME_PART,
        ("'pm' if hour > 12 else 'am'", "hour > 12 -> (hour >= 12)"): "noon has a word of its own",
        ("day = the_day(folded, time(0), now) if 0 < len", "0 -> 1"): "one letter is no day",
        ("if bare else 99", "99 -> 100"): "both are no hour of a day",
    },
    "trial": {
        ("HORIZONS =", "8 -> 9"): "the last horizon decides; those before it save work",
        ("HORIZONS =", "63 -> 64"): "the last horizon decides; those before it save work",
        (
            "near = takewhile(",
            "meeting.at - earlier.at < NEAR -> (meeting.at - earlier.at <= NEAR)",
        ): "same_meeting() says no to what is a whole hour apart",
        ("near = spans(", "1 -> 2"): WHOLE,
        ("for span in spans(group, moment - LAST_START_WITHIN", "1 -> 2"): WHOLE,
        (
            "for span in spans(group, moment - LAST_START_WITHIN",
            "moment + timedelta(microseconds=1) -> (moment - timedelta(microseconds=1))",
        ): "a start at this very moment is what is said without one too",
    },
    "coverage": {
        (
            "if first == len(self.spans)",
            "self.spans[first].start >= frame.end -> (self.spans[first].start > frame.end)",
        ): CLIPPED,
        (
            "self.spans[first].end >= frame.end",
            "self.spans[first].end >= frame.end -> (self.spans[first].end > frame.end)",
        ): "the same frame, cut to itself",
        (
            "last = bisect_left(self.bounds, end, first)",
            "bisect_left(self.bounds, end, first) -> bisect_right(self.bounds, end, first)",
        ): ASKS,
        (
            "if len(reaches) <= most",
            "len(reaches) <= most -> (len(reaches) < most)",
        ): "the same people, chosen one by one",
        ("IN_A_WEEK =", "400_000 -> 400001"): "one more of hundreds of thousands",
        ("IN_A_PLAN =", "2_000_000 -> 2000001"): "one more of millions",
        (
            "if self.spans[first].start <= frame.start",
            "self.spans[first].start <= frame.start -> (self.spans[first].start < frame.start)",
        ): "the same frame, cut to itself",
        (
            "flips[start] = flips.get(start, 0) ^ bit",
            "flips.get(start, 0) ^ bit -> (flips.get(start, 0) | bit)",
        ): "stretches of one person are apart: none begins as another ends",
        (
            "flips[end] = flips.get(end, 0) ^ bit",
            "flips.get(end, 0) ^ bit -> (flips.get(end, 0) | bit)",
        ): "stretches of one person are apart: none begins as another ends",
        (
            "first = bisect_right(spans, frame.start",
            (
                "bisect_right(spans, frame.start, key=lambda span: span.end)"
                " -> bisect_left(spans, frame.start, key=lambda span: span.end)"
            ),
        ): TOUCHING,
        (
            "last = bisect_left(spans, frame.end, first",
            (
                "bisect_left(spans, frame.end, first, key=lambda span: span.start)"
                " -> bisect_right(spans, frame.end, first, key=lambda span: span.start)"
            ),
        ): TOUCHING,
        (
            "return clip(subtract(hours, away)",
            "subtract(hours, away) if away else hours -> (subtract(hours, away))",
        ): "nothing taken away leaves the same hours",
        (
            "first = last = bisect_right(self.ends, frame.start)",
            "bisect_right(self.ends, frame.start) -> bisect_left(self.ends, frame.start)",
        ): CLIPPED,
        (
            "while last < len(self.spans) and self.spans[last].start < frame.end:",
            "self.spans[last].start < frame.end -> (self.spans[last].start <= frame.end)",
        ): CLIPPED,
        ("last += 1", "1 -> 2"): CLIPPED,
        (
            "first = bisect_left(self.starts, frame.start - self.longest)",
            (
                "bisect_left(self.starts, frame.start - self.longest)"
                " -> bisect_right(self.starts, frame.start - self.longest)"
            ),
        ): "the longest of them that began then has ended as the frame begins",
    },
    "assignment": {
        ("if contact is not None and board.holder", "contact is not None -> (contact is None)"): (
            SAVES
        ),
        ("enumerate(zip(self.load, limits", "True -> False"): "there are as many of both",
        (
            "if load > self.load[taker] + 1",
            "load > self.load[taker] + 1 -> (load >= self.load[taker] + 1)",
        ): "hands on once more where nobody has more: the two only change places",
        (
            "node = (waiting & -waiting).bit_length()",
            "waiting & -waiting -> (waiting | -waiting)",
        ): LOWEST,
        (
            "contact = (waiting & -waiting).bit_length()",
            "waiting & -waiting -> (waiting | -waiting)",
        ): LOWEST,
        ("taker = (cheapest & -cheapest)", "cheapest & -cheapest -> (cheapest | -cheapest)"): (
            LOWEST
        ),
        ("node = (reached & -reached)", "reached & -reached -> (reached | -reached)"): LOWEST,
        ("least = next(", "0 -> 1"): "nobody has room, and nobody gets it",
        ("earlier = wish.able if before is None", "1 -> 2"): "who has it already is no move away",
        ("if not nodes & wanted and nodes >> end", "nodes & wanted -> (nodes | wanted)"): SAVES,
        ("if not nodes & wanted and nodes >> end", "nodes >> end -> (nodes << end)"): SAVES,
        ("takes=takers >> node & 1", "takers >> node & 1 -> (takers >> node | 1)"): ASKS,
        ('if kind == "take":', 'kind == "take" -> (kind != "take")'): ASKS,
        ('if kind == "take":', '"take" -> "x-x"'): ASKS,
        (
            'return [("drop", fresh)] if fresh else []',
            '[("drop", fresh)] if fresh else [] -> ([("drop", fresh)])',
        ): "a move that begins nowhere is never made",
        ('moves.append(("load", fresh))', '"load" -> "x-x"'): "the one kind that hands nothing on",
        ("takers = 0", "0 -> 1"): ASKS,
        (
            "if not seen >> self._nobody(level) & 1:",
            "seen >> self._nobody(level) -> (seen << self._nobody(level))",
        ): ASKS,
    },
    "keys": {
        ("TYPE_CHECKING = False", "False -> True"): TYPES,
        ("MEMORY = 2**28", "28 -> 29"): "what it takes is below both",
        (
            "whole = len(letters) == CODE_GROUPS * CODE_GROUP and",
            "set(letters) <= set(CODE_LETTERS) -> (set(letters) < set(CODE_LETTERS))",
        ): "24 letters are never all 32 there are",
        ("best = Copy(slots, [e for n, e", "False -> True"): "it was asked before, of the copies",
    },
    "phrase": {
        (text, '"everything" -> "x-x"'): EVERYTHING
        for text in (
            "raise self.refusal(words.NOT_TOGETHER",
            "raise self.refusal(words.STRETCH_HAS_HOURS",
            "raise self.refusal(words.THIS.format",
            "raise self.refusal(sentence,",
        )
    }
    | {
        ("for ahead in range(800)", "800 -> 801"): MEET,
        (
            "typed_day(day))] if day else []",
            'typed_day(day))] if day else [] -> ([self.replaced("counted_days", typed_day(day))])',
        ): MEET,
        ("DAY_PARTS[part][:2]", "2 -> 3"): "the length of what has an end is not asked",
        ("self.dates_from_to(self.draft.dates[0], last, 0, DAY)", "0 -> 1"): "only days are taken",
        ("timedelta(days=45 * 366)", "45 -> 46"): WIDER,
        ("timedelta(days=45 * 366)", "366 -> 367"): WIDER,
        (
            "None if problem else first_of",
            "None if problem else first_of(single, since) -> (first_of(single, since))",
        ): "what cannot be has no first day",
        (
            "draft.counted[0].number < 0",
            "draft.counted[0].number < 0 -> (draft.counted[0].number <= 0)",
        ): "no day of a month has the number 0",
        ("draft.counted[0].number < 0", "0 -> 1"): "no day of a month has the number 0",
        ("timedelta(days=800)", "800 -> 801"): EDGE,
    },
}
