"""Raw RRULE text in: the rules of RFC 5545 that are daily or slower, with DTSTART and EXDATE.

"RRULE:FREQ=MONTHLY;BYDAY=1FR 18:00 for 5h": the rule gives the days, what stands beside it the
hours, as everywhere. DTSTART gives the date to count from (and the hour, where no other is given);
EXDATE leaves days out; COUNT is kept as the UNTIL that it comes to.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from recoverplan.domain.phrase.building import Builder, first_of
from recoverplan.domain.phrase.clauses import read_clauses
from recoverplan.domain.phrase.draft import Reader
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.time_of_day import Occasion
from recoverplan.domain.phrase.times import Hours
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.schedule import Part
from recoverplan.domain.schedule_rule import WEEKDAYS, Rule, fault, rule_days
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

PROPERTY = re.compile(
    r"(?:(?P<name>rrule|exdate|dtstart)(?:;[a-z-]+=[\w/+-]+)*:|(?=freq=))"
    r"(?P<value>(?:[^\s;]|;(?=[a-z]))*)",
    re.IGNORECASE,
)
MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?", re.IGNORECASE | re.ASCII)
MOST_COUNT = 1000
APART = {"WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}  # days after which another turn begins
NAMES = {
    "FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST",
}  # fmt: skip


class Raw(NamedTuple):
    """One property as typed: its name, its value, and where it stands in the phrase."""

    name: str
    value: str
    start: int
    end: int
    phrase: str

    def refusal(self, sentence: str, *instead: str) -> Refusal:
        """Return what refuses this property."""
        return Refusal(sentence, self.start, self.end, instead)


def read_rfc(text: str, start: int, end: int, occasion: Occasion) -> tuple[list[Part], list[str]]:
    """Return the parts of raw RRULE text and the notes to it. Raises Refusal."""
    found = [
        Raw((match["name"] or "rrule").lower(), match["value"].upper(), *match.span(), text)
        for match in PROPERTY.finditer(text, start, end)
        if match["value"]
    ]
    rules = [raw for raw in found if raw.name == "rrule"]
    if len(rules) != 1:
        raise Refusal(words.ONE_RRULE, start, end)
    blanked = text
    for raw in found:
        blanked = blanked[: raw.start] + " " * (raw.end - raw.start) + blanked[raw.end :]
    try:
        return beside(Cursor(blanked, start, end), found, rules[0], occasion)
    except Refusal as refusal:
        refusal.instead = tuple(put_back(other, blanked, found) for other in refusal.instead)
        raise


def put_back(other: str, blanked: str, found: list[Raw]) -> str:
    """Return a phrase that may do, with the properties that were blanked out of it."""
    for raw in found:
        at = raw.start
        if other[: raw.end] != blanked[: raw.end]:  # what was changed stands before it
            at += len(other) - len(blanked)
        end = at + raw.end - raw.start
        if other[at:end].isspace():
            other = f"{other[:at]}{raw.phrase[raw.start : raw.end]}{other[end:]}"
    return other


def beside(
    cursor: Cursor, found: list[Raw], raw: Raw, occasion: Occasion
) -> tuple[list[Part], list[str]]:
    """Return the parts of a rule with what stands beside it, and the notes to it."""
    draft = read_clauses(Reader(cursor, occasion))
    builder = Builder(draft, cursor, occasion.now)
    if draft.weekdays or draft.counted or draft.dates or draft.frequency or draft.stretch:
        raise raw.refusal(words.BESIDE)
    zone_start = begun(found, occasion.now)
    hours = draft.hours
    if not hours and not draft.parts and zone_start and zone_start[1] is not None:
        if not occasion.open_end:
            raise raw.refusal(words.HOURS_WITHOUT_END)
        hours = [Hours(zone_start[1], minutes=60, assumed=True)]
    draft.hours = hours
    return parts_of(builder, raw, found, zone_start[0] if zone_start else None), builder.notes


def begun(found: list[Raw], now: datetime) -> tuple[date, int | None] | None:
    """Return the day and the minutes of DTSTART, if there is one."""
    for raw in found:
        if raw.name == "dtstart":
            return moment(raw, raw.value, now)
    return None


def moment(raw: Raw, value: str, now: datetime) -> tuple[date, int | None]:
    """Read 20261127, 20261127T170000 or one with Z (brought to the person's zone)."""
    match = MOMENT.fullmatch(value)
    if match is None:
        raise raw.refusal(words.DATE_LIKE.format(said=value[:20]))
    year, month, day, hour, minute, utc = match.groups()
    try:
        local = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))  # noqa: DTZ001  wall time
    except ValueError:
        raise raw.refusal(words.DATE_LIKE.format(said=value[:20])) from None
    if not 2000 <= local.year <= 2100:
        raise raw.refusal(words.YEARS)
    if utc:
        local = local.replace(tzinfo=UTC).astimezone(now.tzinfo)
    return local.date(), local.hour * 60 + local.minute if hour else None


def parts_of(builder: Builder, raw: Raw, found: list[Raw], dtstart: date | None) -> list[Part]:
    """Return the parts that a rule, its bounds and the hours beside it make."""
    draft = builder.draft
    hours = builder.hours()
    anchor = builder.since() or dtstart
    named = pieces(raw)
    if anchor is None and named.get("INTERVAL", "1").strip("0") not in {"", "1"}:
        turns = (0, APART.get(named.get("FREQ", ""), 1))
        days_begun = (builder.today + timedelta(days=ahead) for ahead in turns)
        dated = (f"{raw.phrase.rstrip()} from {day}" for day in days_begun)
        raise raw.refusal(words.COUNTS_FROM, *dated)
    until = None
    if "UNTIL" in named:
        until, minutes = moment(raw, named["UNTIL"], builder.now)
        # UNTIL counts to the minute: of a day whose hours begin after it nothing is left.
        if minutes is not None and minutes < hours[0].start:
            until -= timedelta(days=1)
    until = builder.bound(draft.until, anchor, "bounds") or until
    excluded = builder.left_out(anchor) | {
        moment(other, value, builder.now)[0]
        for other in found
        if other.name == "exdate"
        for value in other.value.split(",")
    }
    days = tuple(sorted(excluded))
    parts = []
    for rule, first in canonical(raw, named, anchor):
        last = counted_until(raw, rule, first, named["COUNT"]) if "COUNT" in named else until
        bounded = rule._replace(until=last)
        if problem := fault(bounded, first):
            raise raw.refusal(words.THIS_RRULE.format(fault=words.FAULTS[problem]))
        for each in hours:
            parts += builder.parts(bounded, first, each, days)
    return parts


def pieces(raw: Raw) -> dict[str, str]:
    """Take a rule apart into its names and values."""
    named: dict[str, str] = {}
    for piece in raw.value.strip(";,.").split(";"):
        name, equals, value = piece.partition("=")
        if not equals or not value or name in named:
            raise raw.refusal(words.NOT_IN_RRULE.format(said=piece[:30]))
        if name not in NAMES:
            raise raw.refusal(words.NOT_TAKEN.format(said=name[:20]))
        named[name] = value
    if named.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"}:
        before, after = raw.phrase[: raw.start], raw.phrase[raw.end :]
        daily = [f"{before}RRULE:FREQ=DAILY{after}"] if len(named) == 1 else []
        raise raw.refusal(words.OFTENER_THAN_DAILY, *daily)
    if "UNTIL" in named and "COUNT" in named:
        raise raw.refusal(words.UNTIL_OR_COUNT)
    return named


def whole(raw: Raw, text: str | None) -> tuple[int, ...]:
    """Read a list of whole numbers."""
    try:
        return tuple(dict.fromkeys(int(number[:8]) for number in text.split(","))) if text else ()
    except ValueError:
        raise raw.refusal(words.NOT_IN_RRULE.format(said=(text or "")[:30])) from None


def canonical(
    raw: Raw, named: dict[str, str], anchor: date | None
) -> list[tuple[Rule, date | None]]:
    """Return the rule in the form that is kept, with what its anchor implied spelt out."""
    weekdays = []
    for day in named.get("BYDAY", "").split(",") if "BYDAY" in named else ():
        if day[-2:] not in WEEKDAYS or len(day) > 5:
            raise raw.refusal(words.NOT_IN_RRULE.format(said=day[:20]))
        place = whole(raw, day[:-2]) or (0,)
        weekdays.append((WEEKDAYS.index(day[-2:]), place[0]))
    interval = whole(raw, named.get("INTERVAL", "1"))
    rule = Rule(
        named.get("FREQ", ""),
        interval[0],
        tuple(sorted(whole(raw, named.get("BYMONTH")))),
        tuple(sorted(whole(raw, named.get("BYMONTHDAY")), key=lambda day: (day < 0, day))),
        tuple(sorted(set(weekdays), key=lambda pair: (pair[1] < 0, pair[1], pair[0]))),
        tuple(sorted(whole(raw, named.get("BYSETPOS")), key=lambda place: (place < 0, place))),
    )
    if len(interval) != 1 or not 1 <= rule.interval <= 999:
        raise raw.refusal(words.INTERVAL)
    rule = spelt_out(raw, rule, anchor)
    if problem := fault(rule, anchor):
        raise raw.refusal(words.THIS_RRULE.format(fault=words.FAULTS[problem]))
    return with_anchor(raw, split(rule), anchor, named.get("WKST", "MO"))


def spelt_out(raw: Raw, rule: Rule, anchor: date | None) -> Rule:
    """Return the rule with the days that its anchor implies, and in the plainest form."""
    plain = bool(rule.weekdays) and not any(place for _, place in rule.weekdays)
    # BYDAY without a number is every such weekday (RFC 5545, 3.3.10): said as a weekly rule it is
    # the same that words give, and reads back from them.
    if rule.frequency == "DAILY" and rule.interval == 1 and plain and not rule.position:
        rule = rule._replace(frequency="WEEKLY")
    if rule.frequency == "MONTHLY" and plain and not (rule.position or rule.month_days):
        if rule.interval == 1 and not rule.months:
            rule = rule._replace(frequency="WEEKLY")
        else:
            # Within months named weekdays are counted: all five places are every one of them.
            every = tuple((day, place) for place in (1, 2, 3, 4, 5) for day, _ in rule.weekdays)
            rule = rule._replace(weekdays=every) if rule.months else rule
    if rule.frequency == "WEEKLY" and rule.interval == 1 and len(rule.weekdays) == 7:
        return rule._replace(frequency="DAILY", weekdays=())
    if rule.frequency not in {"WEEKLY", "MONTHLY", "YEARLY"} or rule.weekdays:
        return rule
    if anchor is None and not rule.month_days:
        raise raw.refusal(words.NO_DAYS)
    if anchor is not None and rule.frequency == "WEEKLY":
        return rule._replace(weekdays=((anchor.weekday(), 0),))
    if anchor is not None and rule.frequency == "YEARLY" and not rule.months:
        rule = rule._replace(months=(anchor.month,))
    if anchor is not None and not rule.month_days:
        rule = rule._replace(month_days=(anchor.day,))
    return rule


def split(rule: Rule) -> list[Rule]:
    """Return a rule for each date of a yearly rule, which is how dates of the year are kept."""
    if rule.frequency != "YEARLY" or rule.weekdays or not all(day > 0 for day in rule.month_days):
        return [rule]
    return [rule._replace(month_days=(day,)) for day in rule.month_days]


def with_anchor(
    raw: Raw, rules: list[Rule], anchor: date | None, week_start: str
) -> list[tuple[Rule, date | None]]:
    """Return each rule with the first day that it gives, from which its interval counts.

    Weeks that start on another day than Monday change which weeks an interval of several weekdays
    takes: there each weekday becomes a rule of its own.
    """
    if week_start not in WEEKDAYS:
        raise raw.refusal(words.WEEK_START)
    anchored: list[tuple[Rule, date | None]] = []
    for rule in rules:
        if rule.interval == 1 or anchor is None:
            anchored.append((rule, anchor))
        elif rule.frequency == "WEEKLY" and len(rule.weekdays) > 1 and week_start != "MO":
            for pair in rule.weekdays:
                single = rule._replace(weekdays=(pair,))
                anchored.append((single, first_in(raw, single, anchor, week_start)))
        else:
            anchored.append((rule, first_in(raw, rule, anchor, week_start)))
    return anchored


def first_in(raw: Raw, rule: Rule, anchor: date, week_start: str) -> date:
    """Return the first day of a rule that counts its turns from the anchor's week or month."""
    if rule.frequency == "WEEKLY":
        into_week = (anchor.weekday() - WEEKDAYS.index(week_start)) % 7
        week = anchor - timedelta(days=into_week)
        for turn in (0, rule.interval * 7):
            for ahead in range(7):
                day = week + timedelta(days=turn + ahead)
                if day >= anchor and (day.weekday(), 0) in rule.weekdays:
                    return day
    found = first_of(rule, anchor)
    if found is None:
        raise raw.refusal(words.NEVER)
    return found


def counted_until(raw: Raw, rule: Rule, first: date | None, text: str) -> date:
    """Return the last day of a rule that comes `text` times, counted from its first day."""
    count = whole(raw, text)
    if len(count) != 1 or not 1 <= count[0] <= MOST_COUNT:
        raise raw.refusal(words.COUNT.format(most=MOST_COUNT))
    if first is None:
        raise raw.refusal(words.COUNT_NEEDS_START)
    last = None
    coming = rule_days(rule, first, first, date(2200, 1, 1))
    for day, _ in zip(coming, range(count[0]), strict=False):
        last = day
    if last is None:
        raise raw.refusal(words.NEVER)
    return last
