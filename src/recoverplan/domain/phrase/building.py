"""From what the clauses of a phrase said to the parts of a schedule, and the notes to show."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from recoverplan.domain.phrase.dates import Date, candidates, exactly, first_from
from recoverplan.domain.phrase.draft import PAYDAYS, Drafted
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.rules import NIGHT, next_days, past_midnight, rules, skips
from recoverplan.domain.phrase.time_of_day import DAY, DAY_PARTS, PM, said_time
from recoverplan.domain.phrase.times import Hours
from recoverplan.domain.saying import WEEKDAYS, typed_day, typed_month
from recoverplan.domain.schedule import Part, stretch
from recoverplan.domain.schedule_rule import Rule, fault, rule_days
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

LONGEST_DAYS = 366


class Length(NamedTuple):
    """How long a part is: until `end` on the day `end_days` later, or `minutes`."""

    end: int | None = None
    end_days: int = 0
    minutes: int | None = None


WEEKEND = Length(0, 2)


class Builder(Drafted):
    """Builds the parts of one schedule from its draft, at the moment at which it was read."""

    @property
    def zone(self) -> ZoneInfo:
        """Return the person's zone."""
        zone = self.now.tzinfo
        assert isinstance(zone, ZoneInfo)  # noqa: S101  by understand's contract
        return zone

    def build(self) -> list[Part]:
        """Return the parts. Raises Refusal where the clauses do not go together."""
        draft = self.draft
        days_said = draft.frequency or draft.weekdays or draft.counted or draft.turns
        if draft.last and draft.last.month and draft.edges is None and days_said:
            # "from 1 dec to 15 jan, fridays": bounds, not a stretch.
            draft.since, draft.until = draft.dates.pop(), draft.last
            draft.last = None
        self.no_clashes()
        if draft.turns:
            return self.shifts()
        if draft.stretch or draft.edges or draft.last:
            return self.stretches()
        hours = self.hours()
        if draft.dates and draft.frequency != "YEARLY":
            return self.single_dates(hours)
        parts = [part for rule in rules(self) for part in self.recurring(rule, hours)]
        return list(dict.fromkeys(parts))

    def no_clashes(self) -> None:
        """Refuse clauses that contradict each other."""
        draft = self.draft
        kinds = (
            bool(draft.dates),
            bool(draft.counted),
            bool(draft.weekdays or draft.stretch),
            bool(draft.turns),
        )
        if sum(kinds) > 1:
            raise self.refusal(words.NOT_TOGETHER, "everything", *self.dated_weekday())
        days_said = any(kinds) or draft.frequency not in {None, "DAILY"}
        if draft.payday and (draft.weekend or not days_said):
            raise self.refusal(
                words.WHICH_PAYDAY,
                "payday",
                *(
                    f"{days} 5pm-11pm" if draft.weekend else self.replaced("payday", days)
                    for days in PAYDAYS
                ),
            )
        if draft.any_time and (len(draft.hours) > 1 or draft.parts):
            raise self.refusal(words.ANY_TIME_OR_HOURS, "any_time")
        if draft.parts and len(draft.parts) > 1 and draft.hours:
            raise self.refusal(words.HOURS_OR_PARTS, "day_part")
        if draft.months and not draft.counted:
            month = draft.months[0]
            last = monthrange(self.today.year + (month < self.today.month), month)[1]
            name = typed_month(month)
            raise self.refusal(
                words.MONTH_NEEDS_DAYS,
                "of_month",
                self.replaced("of_month", f"from 1 {name} until {last} {name}"),
            )
        if draft.monthly and not draft.counted and draft.frequency != "MONTHLY":
            day = WEEKDAYS[draft.weekdays[0]].lower() if len(draft.weekdays) == 1 else ""
            which = [f"{nth} {day}" for nth in ("last", "first") if day]
            readings = (self.replaced("weekday_list", each) for each in which)
            raise self.refusal(words.WHICH_OF_MONTH, "of_month", *readings)
        # What comes once has nothing to repeat, to move or to leave out.
        single = (draft.dates and draft.frequency != "YEARLY") or draft.last
        if single and (
            draft.frequency or draft.shift or draft.since or draft.until or draft.excepted
        ):
            raise self.refusal(words.SINGLE_DATE, "dates")
        if draft.shift and not (draft.counted or draft.frequency in {"MONTHLY", "YEARLY"}):
            raise self.refusal(words.ONLY_DAYS_OF_MONTH, "weekend_rule")

    def shifts(self) -> list[Part]:
        """Return a part for each day on of a pattern, or for what comes after its shift."""
        from recoverplan.domain.phrase.shifts import afterwards, rotation

        draft, found = self.draft, []
        own = all(turn.hours for turn in draft.turns if turn.on)
        usual = [] if own else self.hours()
        turns = list(rotation(self))
        until = self.bound(draft.until, turns[0][1], "bounds")
        left_out = sorted(self.left_out(turns[0][1]))
        for rule, day, hours in turns:
            for each in [hours] if hours else usual:
                late, lasts = afterwards(each, draft.after) if draft.after else (0, each)
                moved = timedelta(days=late)
                days = tuple(one + moved for one in left_out)
                bounded = rule._replace(until=until and until + moved)
                if until is None or day <= until:
                    found += self.parts(bounded, day + moved, lasts, days)
        return found

    def dated_weekday(self) -> list[str]:
        """Return what "thursday the 26th" may mean: the next such date."""
        draft = self.draft
        single = len(draft.weekdays) == 1 and len(draft.counted) == 1 and not draft.dates
        if not single or draft.counted[0].kind != "day" or draft.counted[0].number < 0:
            return []
        wanted = (draft.weekdays[0], draft.counted[0].number)
        coming = (self.today + timedelta(days=ahead) for ahead in range(800))  # they meet sooner
        day = next((day for day in coming if (day.weekday(), day.day) == wanted), None)
        return [self.replaced("counted_days", typed_day(day))] if day else []

    def hours(self) -> list[Hours]:
        """Return the hours: as said, else those of the day parts, else all day."""
        draft = self.draft
        if draft.hours:
            self.parts_agree()
            for each in draft.hours:
                if each.midnight is not None:
                    from recoverplan.domain.phrase.midnight import one_midnight

                    one_midnight(self, each)
            if any(hours.assumed for hours in draft.hours):
                self.notes.append(words.ONE_HOUR)
            return draft.hours
        if draft.parts:
            return [Hours(*DAY_PARTS[part][:2]) for part in draft.parts]
        if not draft.weekend:
            self.notes.append(words.ALL_DAY)
        return [Hours(0, DAY, all_day=True)]

    def parts_agree(self) -> None:
        """Refuse hours that are not in the part of the day that was said with them."""
        draft = self.draft
        for part in draft.parts:
            for hours in draft.hours:
                fits = hours.start in DAY_PARTS[part][2]
                if hours.all_day or not (fits or past_midnight(draft, hours)):
                    raise self.out_of_part(part, hours)

    def out_of_part(self, part: str, hours: Hours) -> Refusal:
        """Return what refuses hours that are not in the part of the day beside them.

        Offered are small hours alone where they were said to be in the morning, else the same with
        pm where am was not said.
        """
        half, end = DAY // 2, hours.end or hours.start
        early = max(hours.start, end) <= half
        readings = []
        if part == "morning" and early and "day_part" in self.draft.marks:
            without = self.replaced("day_part", "")
            readings.append(re.sub(r"\bthis(?=\s{2})", "today", without, flags=re.IGNORECASE))
        elif part != "morning" and early and hours.end and not self.says("hours", {"am", "a"}):
            later = (said_time(edge + half, PM) for edge in (hours.start, end))
            readings.append(self.replaced("hours", "-".join(later)))
        refusal = self.refusal(words.NOT_IN_PART.format(part=part), "hours", *readings)
        refusal.sure = True
        return refusal

    def single_dates(self, hours: list[Hours]) -> list[Part]:
        """Return a part for each date and each of its hours."""
        parts = []
        for wanted in self.each_date():
            for each in hours:
                lasts = length(each)
                if wanted.weekend and each.all_day and not self.draft.hours:
                    lasts = WEEKEND
                template = Part(None, None, each.start % DAY, *lasts)
                late = timedelta(days=past_midnight(self.draft, each))
                day = self.next_date(wanted, template, late)
                parts.append(with_first(template, day + late))
                self.notes += [words.NEXT_DAY] if late else []
        return list(dict.fromkeys(parts))

    def each_date(self) -> Iterator[Date]:
        """Yield the dates; a weekend with hours of its own is two days, or two nights."""
        draft = self.draft
        for wanted in draft.dates:
            if not wanted.weekend or not (draft.hours or draft.parts):
                yield wanted
                continue
            [saturday] = candidates(wanted, self.today)
            night = draft.parts == ["night"]
            for day in (saturday - timedelta(days=night), saturday + timedelta(days=not night)):
                yield exactly(day)

    def next_date(self, wanted: Date, template: Part, late: timedelta) -> date:
        """Return the date meant: as said, else the next of which the part has not ended.

        The part is on the day itself, or `late` after it.
        """
        self.hangs_on_today |= wanted.hangs_on_today
        now = self.now.astimezone(UTC)
        for day in candidates(wanted, self.today):
            span = stretch(with_first(template, day), day + late, self.zone)
            if wanted.year or (span is not None and span.end > now):
                if wanted.weekday is not None and day.weekday() != wanted.weekday:
                    raise self.wrong_weekday(day, "dates")
                return day
        raise self.refusal(words.DATE_TOO_FAR, "dates")

    def stretches(self) -> list[Part]:
        """Return the part of a stretch of several days, of the week or of the calendar."""
        draft = self.draft
        if draft.hours or draft.parts:
            if draft.last and draft.edges is None:
                return self.each_day_between(draft.last)
            raise self.refusal(words.STRETCH_HAS_HOURS, "everything")
        start, end = draft.edges or (0, DAY)
        if draft.stretch:
            return self.weekly_stretch(*draft.stretch, start, end)
        assert draft.last is not None  # noqa: S101  only a stretch of dates is left
        if not draft.edges:
            self.notes.append(words.ALL_DAY)
        return [self.dates_from_to(draft.dates[0], draft.last, start, end)]

    def dates_from_to(self, wanted: Date, last: Date, start: int, end: int) -> Part:
        """Return the one stretch from a date to another; without a year, the next not ended."""
        self.hangs_on_today |= wanted.hangs_on_today or last.hangs_on_today
        same = last[1:3] == wanted[1:3] and last.year in {None, wanted.year}
        if end <= start and last.month and same:
            wrong = words.SAME_TIME if end == start else words.ENDS_BEFORE
            day = first_from(wanted, self.today, self.today)
            hours = f"{start // 60:02}:{start % 60:02} for 24 hours"
            readings = [f"{typed_day(day)} {hours}"] if day else []
            raise self.refusal(wrong, "everything", *readings)
        wrong = words.DATE_TOO_FAR
        for day in candidates(wanted, self.today):
            end_day = self.last_day(last, day, later=end <= start)
            if end_day is None:
                continue
            days = (end_day - day).days + end // DAY
            if days * DAY + end % DAY <= start or days > LONGEST_DAYS:
                wrong = words.STRETCH_TOO_LONG
                continue  # the same dates of another year may do: a 29 February
            part = Part(None, day, start, end % DAY, days)
            span = stretch(part, day, self.zone)
            if wanted.year or (span is not None and span.end > self.now.astimezone(UTC)):
                return part
        raise self.refusal(wrong, "dates")

    def last_day(self, last: Date, first: date, *, later: bool) -> date | None:
        """Return the last day of a stretch: the first such date after its start."""
        if last.month == 0 and last.weekday is not None:
            ahead = (last.weekday - first.weekday()) % 7
            return first + timedelta(days=ahead or 7 * later)
        return first_from(last, first, self.today)

    def weekly_stretch(self, first: int, last: int, start: int, end: int) -> list[Part]:
        """Return the parts of a stretch such as Friday 17:00 to Sunday 23:00."""
        draft = self.draft
        days = (last - first) % 7 + end // DAY
        if days == 0 and end <= start:
            if end == start:
                raise self.refusal(words.SAME_TIME, "weekday_stretch")
            days = 7
        if draft.frequency not in {None, "WEEKLY"}:
            raise self.refusal(words.STRETCH_WEEKLY, "often")
        hours = Hours(start, days * DAY + end % DAY)
        return self.recurring(Rule("WEEKLY", draft.interval, weekdays=((first, 0),)), [hours])

    def each_day_between(self, last: Date) -> list[Part]:
        """Return the same hours on each day from a date to another."""
        whole = self.dates_from_to(self.draft.dates[0], last, 0, DAY)
        assert whole.first is not None  # noqa: S101  it is a date
        until = whole.first + timedelta(days=whole.end_days - 1)
        rule = Rule("DAILY", until=until)
        return [one for each in self.hours() for one in self.parts(rule, whole.first, each, ())]

    def recurring(self, rule: Rule, hours: list[Hours]) -> list[Part]:
        """Return the parts of a rule with its bounds, one for each of its hours."""
        draft = self.draft
        since = self.since()
        first = since
        if rule.interval > 1:
            if since is None:
                raise self.no_anchor(rule)
            first = self.first_day(rule, since)
        until = self.bound(draft.until, since, "bounds")
        rule = rule._replace(until=until)
        if problem := fault(rule, first):
            raise self.refusal(words.THIS.format(fault=words.FAULTS[problem]), "everything")
        days = tuple(sorted(self.left_out(since)))
        self.notes += skips(rule)
        return [part for each in hours for part in self.parts(rule, first, each, days)]

    def first_day(self, rule: Rule, since: date) -> date:
        """Return the first day on or after `since` that the rule can give: there it starts."""
        single = rule._replace(interval=1)
        problem = fault(single, since)
        found = None if problem else first_of(single, since)
        if found is None:
            sentence = words.THIS.format(fault=words.FAULTS[problem or "never"])
            raise self.refusal(sentence, "everything")
        return found

    def no_anchor(self, rule: Rule) -> Refusal:
        """Return what refuses "every other friday" without a date, with its two nearest starts."""
        single = rule._replace(interval=1)
        starts: list[date] = []
        if not fault(single, self.today):
            coming = rule_days(single, self.today, self.today, self.today + timedelta(days=800))
            starts = list(islice(coming, 2))
        return self.needs_start(words.COUNT_FROM, "often", starts)

    def parts(
        self, rule: Rule, first: date | None, hours: Hours, excluded: tuple[date, ...]
    ) -> list[Part]:
        """Return the part of a rule; a night's hours past its midnight are those of the next day.

        Several where the days after are those of several rules.
        """
        if not past_midnight(self.draft, hours):
            return [self.part(rule, first, hours, excluded)]
        self.notes.append(words.NEXT_DAY)
        moved = next_days(rule, first, excluded)
        if moved is not None:
            return [self.part(rule, first, hours, days) for rule, first, days in moved]
        if self.draft.shift:
            raise self.refusal(words.NIGHT_STAYS, "weekend_rule")
        days = tuple(day + timedelta(days=1) for day in excluded)
        return [self.part(rule, first, hours, days)._replace(weekend=NIGHT)]

    def part(
        self, rule: Rule, first: date | None, hours: Hours, excluded: tuple[date, ...]
    ) -> Part:
        """Return the part of one rule and one stretch of hours, without the days left out."""
        lasts = length(hours)
        if self.draft.weekend and hours.all_day and not self.draft.hours:
            # Bare "weekends": one stretch, Saturday 00:00 to Monday 00:00.
            rule, lasts = rule._replace(weekdays=((5, 0),)), WEEKEND
            self.notes.append(words.WEEKEND)
        start = hours.start % DAY
        return Part(str(rule), first, start, *lasts, excluded, self.draft.shift)


def first_of(rule: Rule, since: date) -> date | None:
    """Return the first day that a rule gives from its first day on, None for none in 45 years."""
    return next(rule_days(rule, since, since, since + timedelta(days=45 * 366)), None)


def length(hours: Hours) -> Length:
    """Return the end and how many days later it is, or the minutes."""
    if hours.end is None:
        return Length(minutes=hours.minutes)
    return Length(hours.end % DAY, hours.end // DAY - hours.start // DAY)


def with_first(part: Part, day: date) -> Part:
    """Return a part on another date."""
    return Part(part.rule, day, part.start, part.end, part.end_days, part.minutes)
