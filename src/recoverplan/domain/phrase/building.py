"""From what the clauses of a phrase said to the parts of a schedule, and the notes to show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.phrase import times
from recoverplan.domain.phrase.clauses import Draft
from recoverplan.domain.phrase.dates import Date, candidates, first_from
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.saying import MONTHS, WEEKDAYS
from recoverplan.domain.schedule import Part, stretch
from recoverplan.domain.schedule_rule import Rule, fault, rule_days

WORKING_DAYS = tuple((weekday, 0) for weekday in range(5))
LONGEST_DAYS = 366


class Builder:
    """Builds the parts of one schedule from its draft, at the moment at which it was read."""

    def __init__(self, draft: Draft, cursor: Cursor, now: datetime) -> None:
        self.draft = draft
        self.cursor = cursor
        self.now = now
        self.today = now.date()
        self.notes: list[str] = []
        self.hangs_on_today = False

    def build(self) -> list[Part]:
        """Return the parts. Raises Refusal where the clauses do not go together."""
        draft = self.draft
        days_said = draft.frequency or draft.weekdays or draft.counted
        if draft.last and draft.last.month and draft.edges is None and days_said:
            # "from 1 dec to 15 jan, fridays": bounds, not a stretch.
            draft.since, draft.until = draft.dates.pop(), draft.last
            draft.last = None
        self.no_clashes()
        if draft.stretch or draft.edges or draft.last:
            return self.stretches()
        hours = self.hours()
        if draft.dates and draft.frequency != "YEARLY":
            return self.single_dates(hours)
        parts = [part for rule in self.rules() for part in self.recurring(rule, hours)]
        return list(dict.fromkeys(parts))

    def refuse(self, sentence: str, mark: str, *instead: str) -> None:
        """Refuse the clause of that name."""
        first, last = self.draft.marks.get(mark, (0, len(self.cursor.tokens)))
        tokens = self.cursor.tokens
        raise Refusal(sentence, tokens[first].start, tokens[max(first, last - 1)].end, instead)

    def no_clashes(self) -> None:
        """Refuse clauses that contradict each other."""
        draft = self.draft
        kinds = (bool(draft.dates), bool(draft.counted), bool(draft.weekdays or draft.stretch))
        if sum(kinds) > 1:
            self.refuse(
                "These days don't go together; put a semicolon between two times.", "everything"
            )
        if draft.any_time and (len(draft.hours) > 1 or draft.parts):
            self.refuse("Any time, or these hours: both is too much.", "any_time")
        if draft.parts and len(draft.parts) > 1 and draft.hours:
            self.refuse("Name the hours, or several parts of the day, but not both.", "day_part")
        if draft.months and not draft.counted:
            self.refuse(
                "A month needs days that are counted in it, such as the last friday of november.",
                "of_month",
            )
        if draft.monthly and not draft.counted and draft.frequency != "MONTHLY":
            self.refuse("Which day of the month?", "of_month")
        single = (draft.dates and draft.frequency != "YEARLY") or draft.last
        if single and (
            draft.frequency or draft.shift or draft.since or draft.until or draft.excepted
        ):
            self.refuse("A single date can't repeat or be moved.", "date")
        if draft.shift and not (draft.counted or draft.frequency in {"MONTHLY", "YEARLY"}):
            self.refuse("Only days of the month can fall on a weekend.", "weekend_rule")

    # Hours

    def hours(self) -> list[times.Hours]:
        """Return the hours: as said, else those of the day parts, else all day."""
        draft = self.draft
        if draft.hours:
            self.parts_agree()
            if any(hours.assumed for hours in draft.hours):
                self.notes.append("No end was given: one hour.")
            return draft.hours
        if draft.parts:
            return [times.Hours(*times.DAY_PARTS[part][:2]) for part in draft.parts]
        if not draft.weekend:
            self.notes.append("No hours were given: all day.")
        return [times.Hours(0, times.DAY, all_day=True)]

    def parts_agree(self) -> None:
        """Refuse hours that are not in the part of the day that was said with them."""
        draft = self.draft
        daily = not (draft.weekdays or draft.counted or draft.dates)
        for part in draft.parts:
            for hours in draft.hours:
                fits = times.DAY_PARTS[part][2]
                after = hours.start + times.DAY in fits and hours.start not in fits
                late = any(day.late for day in draft.dates) or daily
                if hours.all_day or (hours.start not in fits and not (after and late)):
                    self.refuse(f"These hours are not in the {part}.", "hours")

    # Single dates

    def single_dates(self, hours: list[times.Hours]) -> list[Part]:
        """Return a part for each date and each of its hours."""
        parts = []
        for wanted in self.draft.dates:
            for each in hours:
                length, days = self.length(each)
                shift = wanted.late and each.start < 6 * 60 and bool(self.draft.hours)
                if wanted.weekend and each.all_day and not self.draft.hours:
                    length, days = {"end": 0}, 2
                template = Part(None, None, each.start % times.DAY, end_days=days, **length)
                day = self.next_date(wanted, template)
                parts.append(with_first(template, day + timedelta(days=shift)))
        return list(dict.fromkeys(parts))

    def next_date(self, wanted: Date, template: Part) -> date:
        """Return the date meant: as said, else the next on which the part has not ended."""
        self.hangs_on_today |= wanted.hangs_on_today
        zone = self.now.tzinfo
        assert isinstance(zone, ZoneInfo)  # noqa: S101  by understand's contract
        now = self.now.astimezone(UTC)
        for day in candidates(wanted, self.today):
            span = stretch(with_first(template, day), day, zone)
            if wanted.year or (span is not None and span.end > now):
                if wanted.weekday is not None and day.weekday() != wanted.weekday:
                    self.wrong_weekday(day)
                return day
        self.refuse("This date does not come in the next years.", "date")
        raise AssertionError

    def wrong_weekday(self, day: date) -> None:
        """Refuse a weekday that its date is not."""
        said = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
        self.refuse(f"{said} is a {WEEKDAYS[day.weekday()]}.", "date", said.lower())

    def length(self, hours: times.Hours) -> tuple[dict[str, int | None], int]:
        """Return end or minutes, and how many days later the end is."""
        if hours.end is None:
            return {"minutes": hours.minutes}, 0
        return {"end": hours.end % times.DAY}, hours.end // times.DAY - hours.start // times.DAY

    # Stretches

    def stretches(self) -> list[Part]:
        """Return the part of a stretch of several days, of the week or of the calendar."""
        draft = self.draft
        if draft.hours or draft.parts:
            if draft.last and draft.edges is None:
                return self.each_day_between()
            self.refuse("A stretch of days has its own hours; say them once.", "everything")
        start, end = draft.edges or (0, times.DAY)
        if draft.stretch:
            return self.weekly_stretch(start, end)
        wanted, last = draft.dates[0], draft.last
        assert last is not None  # noqa: S101  only a stretch of dates comes here
        if not draft.edges:
            self.notes.append("No hours were given: all day.")
        return [self.dates_from_to(wanted, last, start, end)]

    def dates_from_to(self, wanted: Date, last: Date, start: int, end: int) -> Part:
        """Return the one stretch from a date to another; without a year, the next not ended."""
        self.hangs_on_today |= wanted.hangs_on_today or last.hangs_on_today
        zone = self.now.tzinfo
        assert isinstance(zone, ZoneInfo)  # noqa: S101  by understand's contract
        for day in candidates(wanted, self.today):
            end_day = self.last_day(last, day, later=end <= start)
            if end_day is None:
                continue
            days = (end_day - day).days + end // times.DAY
            if days * times.DAY + end % times.DAY <= start or days > LONGEST_DAYS:
                self.refuse("This stretch must end after it starts, within a year.", "date")
            part = Part(None, day, start, end % times.DAY, days)
            span = stretch(part, day, zone)
            if wanted.year or (span is not None and span.end > self.now.astimezone(UTC)):
                return part
        self.refuse("This date does not come in the next years.", "date")
        raise AssertionError

    def last_day(self, last: Date, first: date, *, later: bool) -> date | None:
        """Return the last day of a stretch: the first such date after its start."""
        if last.month == 0 and last.weekday is not None:
            ahead = (last.weekday - first.weekday()) % 7
            return first + timedelta(days=ahead or 7 * later)
        return first_from(last, first + timedelta(days=later), self.today)

    def weekly_stretch(self, start: int, end: int) -> list[Part]:
        """Return the parts of a stretch such as Friday 17:00 to Sunday 23:00."""
        draft = self.draft
        assert draft.stretch  # noqa: S101  only such a stretch comes here
        first, last = draft.stretch
        days = (last - first) % 7 + end // times.DAY
        if days == 0 and end <= start:
            if end == start:
                self.refuse("It starts and ends at the same time.", "weekday_stretch")
            days = 7
        if draft.frequency not in {None, "WEEKLY"}:
            self.refuse("A stretch of weekdays comes every week, or every few weeks.", "often")
        hours = times.Hours(start, days * times.DAY + end % times.DAY)
        return self.recurring(Rule("WEEKLY", draft.interval, weekdays=((first, 0),)), [hours])

    def each_day_between(self) -> list[Part]:
        """Return the same hours on each day from a date to another."""
        draft = self.draft
        last = draft.last
        assert last is not None  # noqa: S101  only a stretch of dates comes here
        whole = self.dates_from_to(draft.dates[0], last, 0, times.DAY)
        assert whole.first is not None  # noqa: S101  it is a date
        until = whole.first + timedelta(days=whole.end_days - 1)
        rule = Rule("DAILY", until=until)
        return [self.part(rule, whole.first, each, ()) for each in self.hours()]

    # Rules

    def rules(self) -> list[Rule]:
        """Return the rules that the days give, without their bounds."""
        draft = self.draft
        every = draft.interval
        if draft.dates:
            return self.yearly_dates()
        if draft.counted:
            return self.counted_rules()
        if draft.weekdays:
            return [self.weekly()]
        if draft.frequency in {None, "DAILY"}:
            if draft.frequency is None and not draft.any_time and not draft.parts:
                self.notes.append("No day was given: every day.")
            if draft.off:
                left = tuple((day, 0) for day in range(7) if day not in draft.off)
                if every > 1 or not left:
                    self.refuse("Nothing can be left out of these days.", "exceptions")
                return [Rule("WEEKLY", weekdays=left)]
            return [Rule("DAILY", every)]
        if draft.off:
            self.refuse("Weekdays can only be left out of days of the week.", "exceptions")
        return [self.from_its_start(every)]

    def from_its_start(self, every: int) -> Rule:
        """Return a weekly, monthly or yearly rule whose day is that of its start."""
        draft = self.draft
        if draft.since is None:
            which = {"WEEKLY": "Which day of the week?", "MONTHLY": "Which day of the month?"}
            text, end = self.cursor.text, self.cursor.end
            insert = {"WEEKLY": " on friday", "MONTHLY": " on the 15th"}.get(
                draft.frequency or "", " on 3 jun"
            )
            at = self.cursor.tokens[draft.marks["often"][1] - 1].end
            instead = [text[:at] + insert + text[at:]]
            if every > 1:
                instead = [f"{text[:at]}{insert}{text[at:end]} from {self.today}{text[end:]}"]
            self.refuse(
                which.get(draft.frequency or "", "Which day of the year?"), "often", *instead
            )
            raise AssertionError
        day = self.since()
        assert day is not None  # noqa: S101  just asked
        if draft.frequency == "WEEKLY":
            return Rule("WEEKLY", every, weekdays=((day.weekday(), 0),))
        if draft.frequency == "MONTHLY":
            return Rule("MONTHLY", every, month_days=(day.day,))
        return Rule("YEARLY", every, months=(day.month,), month_days=(day.day,))

    def yearly_dates(self) -> list[Rule]:
        """Return a yearly rule for each date."""
        draft = self.draft
        for wanted in draft.dates:
            if wanted.year or wanted.weekday is not None or wanted.relative:
                self.refuse("Every year needs a day and a month alone.", "date")
        return [
            Rule("YEARLY", draft.interval, (wanted.month,), (wanted.day,)) for wanted in draft.dates
        ]

    def weekly(self) -> Rule:
        """Return the rule of weekdays, less those that are left out."""
        draft = self.draft
        weekdays = set(draft.weekdays)
        if draft.frequency in {"MONTHLY", "YEARLY"} or (
            draft.frequency == "DAILY" and draft.interval > 1
        ):
            first = WEEKDAYS[min(weekdays)].lower()
            self.refuse(
                "Which of them? Say which one of the month.",
                "weekdays",
                f"last {first} of the month 17:00-23:00",
                f"first {first} of the month 17:00-23:00",
            )
        if draft.weekend and draft.parts == ["night"]:
            weekdays = {4, 5}
        left = sorted(weekdays - set(draft.off))
        if len(left) == 7 and draft.interval == 1:
            return Rule("DAILY")
        if draft.off and (not left or not set(draft.off) <= weekdays):
            self.refuse("These days are not among the others.", "exceptions")
        return Rule("WEEKLY", draft.interval, weekdays=tuple((day, 0) for day in left))

    def counted_rules(self) -> list[Rule]:
        """Return the rules of days counted within the month, or within months named."""
        draft = self.draft
        if draft.frequency in {"DAILY", "WEEKLY"}:
            self.refuse("Days of the month come monthly.", "often")
        if draft.off:
            self.refuse("Weekdays can only be left out of days of the week.", "exceptions")
        kinds = {each.kind for each in draft.counted}
        said = draft.monthly or draft.months or draft.frequency == "MONTHLY"
        if "weekday" in kinds and not said:
            at = self.cursor.tokens[draft.marks["counted"][1] - 1].end
            text = self.cursor.text
            self.refuse(
                "Of the month? Then say so.", "counted", f"{text[:at]} of the month{text[at:]}"
            )
        if draft.frequency == "YEARLY" and not draft.months:
            self.refuse("Which month of the year?", "counted")
        yearly = len(draft.months) == 1
        base = Rule("YEARLY" if yearly else "MONTHLY", draft.interval, draft.months)
        if draft.interval > 1 and draft.months and not yearly:
            self.refuse("Named months come every year.", "often")
        return self.kinds(base)

    def kinds(self, base: Rule) -> list[Rule]:
        """Return one rule for each kind of day that was counted, in the order said."""
        by_kind: dict[str, list[tuple[int, tuple[int, ...]]]] = {}
        for each in self.draft.counted:
            by_kind.setdefault(each.kind, []).append((each.number, each.weekdays))
        rules = []
        for kind, counted in by_kind.items():
            numbers = tuple(sorted({number for number, _ in counted}, key=front_to_end))
            if kind == "day":
                rules.append(base._replace(month_days=numbers))
            elif kind == "working":
                rules.append(base._replace(weekdays=WORKING_DAYS, position=numbers))
                self.notes.append(
                    "A working day is Monday to Friday; public holidays are not known."
                )
            else:
                pairs = {(day, number) for number, weekdays in counted for day in weekdays}
                ordered = tuple(sorted(pairs, key=lambda pair: (front_to_end(pair[1]), pair[0])))
                rules.append(base._replace(weekdays=ordered))
        return rules

    # Bounds

    def since(self) -> date | None:
        """Return the first day that counts; without a year the next one that is not over."""
        wanted = self.draft.since
        if wanted is None:
            return None
        self.hangs_on_today |= wanted.hangs_on_today
        day = first_from(wanted, self.today, self.today)
        if day is None:
            self.refuse("This date does not come in the next years.", "bounds")
            raise AssertionError
        if wanted.weekday is not None and day.weekday() != wanted.weekday:
            self.wrong_weekday(day)
        return day

    def bound(self, wanted: Date | None, low: date | None, mark: str) -> date | None:
        """Return the last day that counts, or one left out; the first not before `low`."""
        if wanted is None:
            return None
        self.hangs_on_today |= wanted.hangs_on_today
        day = first_from(wanted, max(low or self.today, self.today), self.today)
        if day is None or (low is not None and day < low and mark == "bounds"):
            self.refuse("It ends before it starts.", mark)
        return day

    def recurring(self, rule: Rule, hours: list[times.Hours]) -> list[Part]:
        """Return the parts of a rule with its bounds, one for each of its hours."""
        draft = self.draft
        since = self.since()
        first = since
        if rule.interval > 1:
            if since is None:
                self.no_anchor(rule)
            first = self.first_day(rule, since)
        until = self.bound(draft.until, since, "bounds")
        rule = rule._replace(until=until)
        if problem := fault(rule, first):
            self.refuse(f"This {problem}.", "everything")
        excluded = {self.bound(day, since, "exceptions") for day in draft.excepted}
        days = tuple(sorted(day for day in excluded if day is not None))
        self.notes += skips(rule)
        return [self.part(rule, first, each, days) for each in hours]

    def first_day(self, rule: Rule, since: date | None) -> date:
        """Return the first day on or after `since` that the rule can give: there it starts."""
        assert since is not None  # noqa: S101  asked before
        single = rule._replace(interval=1)
        problem = fault(single, since)
        found = (
            None
            if problem
            else next(rule_days(single, since, since, since + timedelta(days=45 * 366)), None)
        )
        if found is None:
            self.refuse(f"This {problem or 'names a day that never comes'}.", "everything")
            raise AssertionError
        return found

    def no_anchor(self, rule: Rule) -> None:
        """Refuse "every other friday" without a date, offering its two nearest starts."""
        text, end = self.cursor.text, self.cursor.end
        single = rule._replace(interval=1)
        starts = []
        if not fault(single, self.today):
            coming = rule_days(single, self.today, self.today, self.today + timedelta(days=800))
            starts = [day for day, _ in zip(coming, range(2), strict=False)]
        self.refuse(
            "From which date does this count?",
            "often" if "often" in self.draft.marks else "of_month",
            *(f"{text[:end].rstrip()} from {day}{text[end:]}" for day in starts),
        )

    def part(
        self, rule: Rule, first: date | None, hours: times.Hours, excluded: tuple[date, ...]
    ) -> Part:
        """Return one part."""
        length, days = self.length(hours)
        if self.draft.weekend and hours.all_day and not self.draft.hours:
            # Bare "weekends": one stretch, Saturday 00:00 to Monday 00:00.
            rule, length, days = rule._replace(weekdays=((5, 0),)), {"end": 0}, 2
            self.notes.append("A weekend is Saturday 00:00 to Monday 00:00.")
        shift = self.draft.shift
        return Part(
            str(rule), first, hours.start % times.DAY, end_days=days, excluded=excluded,
            weekend=shift, **length,
        )  # fmt: skip


def with_first(part: Part, day: date) -> Part:
    """Return a part on another date."""
    return Part(part.rule, day, part.start, part.end, part.end_days, part.minutes)


def front_to_end(number: int) -> tuple[bool, int]:
    """Sort places in a month as they come: from the front, then from the end."""
    return number < 0, number


def skips(rule: Rule) -> list[str]:
    """Return what a rule skips, as sentences: months without a 31st, years without a 29th."""
    if rule.frequency not in {"MONTHLY", "YEARLY"}:
        return []
    notes = []
    only = rule.months or tuple(range(1, 13))
    for day in sorted({abs(day) for day in rule.month_days if abs(day) > 28}):
        if day == 29 and 2 in only:
            notes.append(
                "29 February comes in leap years only; other years are skipped."
                if only == (2,)
                else "February is skipped, but for leap years (no 29th)."
            )
        elif day == 30 and 2 in only:
            notes.append("February is skipped (no 30th).")
        elif day == 31 and set(only) & {2, 4, 6, 9, 11}:
            notes.append("Months without a 31st are skipped.")
    if any(abs(nth) == 5 for _, nth in rule.weekdays):
        fifth = sorted({day for day, nth in rule.weekdays if abs(nth) == 5})
        names = " or ".join(WEEKDAYS[day] for day in fifth)
        notes.append(f"Months without a fifth {names} are skipped.")
    return notes
