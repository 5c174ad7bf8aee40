"""The recurrence rules that the days of a phrase give, and what such a rule skips."""

from __future__ import annotations

from datetime import date, timedelta

from recoverplan.domain.phrase.draft import Draft, Drafted
from recoverplan.domain.phrase.time_of_day import DAY, DAY_PARTS
from recoverplan.domain.phrase.times import Hours
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.schedule_rule import WORKING_DAYS, Rule, rule_days
from recoverplan.words import phrase as words

NIGHT = "night"
DAY_LATER = timedelta(days=1)
WHICH_DAY = {  # of a rule that names none, and one that would do
    "WEEKLY": (words.WHICH_OF_WEEK, " on friday"),
    "MONTHLY": (words.WHICH_OF_MONTH, " on the 15th"),
}


def rules(drafted: Drafted) -> list[Rule]:
    """Return the rules that the days give, without their bounds."""
    draft = drafted.draft
    every = draft.interval
    if draft.dates:
        return yearly_dates(drafted)
    if draft.counted:
        return counted_rules(drafted)
    if draft.weekdays:
        return [weekly(drafted)]
    if draft.frequency in {None, "DAILY"}:
        if draft.frequency is None and not draft.any_time and not draft.parts:
            drafted.notes.append(words.EVERY_DAY)
        if draft.off:
            left = tuple((day, 0) for day in range(7) if day not in draft.off)
            if every > 1 or not left:
                raise drafted.refusal(words.NOTHING_LEFT, "exceptions")
            return [Rule("WEEKLY", weekdays=left)]
        return [Rule("DAILY", every)]
    if draft.off:
        raise drafted.refusal(words.ONLY_OF_A_WEEK, "exceptions")
    return [from_its_start(drafted, every)]


def from_its_start(drafted: Drafted, every: int) -> Rule:
    """Return a weekly, monthly or yearly rule whose day is that of its start."""
    draft = drafted.draft
    day = drafted.since()
    if day is None:
        which, insert = WHICH_DAY.get(draft.frequency or "", (words.WHICH_OF_YEAR, " on 3 jun"))
        text, end = drafted.cursor.text, drafted.cursor.end
        at = drafted.cursor.tokens[draft.marks["often"][1] - 1].end
        instead = [text[:at] + insert + text[at:]]
        if every > 1:
            instead = [f"{text[:at]}{insert}{text[at:end]} from {drafted.today}{text[end:]}"]
        raise drafted.refusal(which, "often", *instead)
    if draft.frequency == "WEEKLY":
        return Rule("WEEKLY", every, weekdays=((day.weekday(), 0),))
    if draft.frequency == "MONTHLY":
        return Rule("MONTHLY", every, month_days=(day.day,))
    return Rule("YEARLY", every, months=(day.month,), month_days=(day.day,))


def yearly_dates(drafted: Drafted) -> list[Rule]:
    """Return a yearly rule for each date."""
    draft = drafted.draft
    for wanted in draft.dates:
        if wanted.year or wanted.weekday is not None or wanted.relative:
            raise drafted.refusal(words.DAY_AND_MONTH_ALONE, "dates")
    return [
        Rule("YEARLY", draft.interval, (wanted.month,), (wanted.day,)) for wanted in draft.dates
    ]


def weekly(drafted: Drafted) -> Rule:
    """Return the rule of weekdays, less those that are left out."""
    draft = drafted.draft
    weekdays = set(draft.weekdays)
    if draft.frequency in {"MONTHLY", "YEARLY"} or (
        draft.frequency == "DAILY" and draft.interval > 1
    ):
        first = WEEKDAYS[min(weekdays)].lower()
        raise drafted.refusal(
            words.WHICH_OF_THEM,
            "weekday_list",
            drafted.replaced("weekday_list", f"last {first}"),
            drafted.replaced("weekday_list", f"first {first}"),
        )
    if draft.weekend and draft.parts == ["night"]:
        weekdays = {4, 5}
    left = sorted(weekdays - set(draft.off))
    if len(left) == 7 and draft.interval == 1:
        return Rule("DAILY")
    if draft.off and (not left or not set(draft.off) <= weekdays):
        raise drafted.refusal(words.NOT_AMONG, "exceptions")
    return Rule("WEEKLY", draft.interval, weekdays=tuple((day, 0) for day in left))


def counted_rules(drafted: Drafted) -> list[Rule]:
    """Return the rules of days counted within the month, or within months named."""
    draft = drafted.draft
    if draft.frequency in {"DAILY", "WEEKLY"}:
        raise drafted.refusal(words.MONTHLY, "often")
    if draft.off:
        raise drafted.refusal(words.ONLY_OF_A_WEEK, "exceptions")
    kinds = {each.kind for each in draft.counted}
    said = draft.monthly or draft.months or draft.frequency == "MONTHLY"
    if "weekday" in kinds and not said:
        at = drafted.cursor.tokens[draft.marks["counted_days"][1] - 1].end
        text = drafted.cursor.text
        raise drafted.refusal(
            words.OF_THE_MONTH, "counted_days", f"{text[:at]} of the month{text[at:]}"
        )
    if draft.frequency == "YEARLY" and not draft.months:
        raise drafted.refusal(words.WHICH_MONTH, "counted_days")
    yearly = len(draft.months) == 1
    base = Rule("YEARLY" if yearly else "MONTHLY", draft.interval, draft.months)
    if draft.interval > 1 and draft.months and not (yearly and draft.frequency == "YEARLY"):
        raise drafted.refusal(words.EVERY_YEAR, "often")
    return by_kind(drafted, base)


def by_kind(drafted: Drafted, base: Rule) -> list[Rule]:
    """Return one rule for each kind of day that was counted, in the order said."""
    groups: dict[str, list[tuple[int, tuple[int, ...]]]] = {}
    for each in drafted.draft.counted:
        groups.setdefault(each.kind, []).append((each.number, each.weekdays))
    rules = []
    for kind, counted in groups.items():
        numbers = tuple(sorted({number for number, _ in counted}, key=front_to_end))
        if kind == "day":
            # Dates of the year are kept one by one, as "every year on 3 jun" is.
            dates = base.frequency == "YEARLY" and numbers[-1] > 0
            rules += [
                base._replace(month_days=days)
                for days in ([(number,) for number in numbers] if dates else [numbers])
            ]
        elif kind == "working":
            rules.append(base._replace(weekdays=WORKING_DAYS, position=numbers))
            drafted.notes.append(words.WORKING_DAY)
        else:
            pairs = {(day, number) for number, weekdays in counted for day in weekdays}
            ordered = tuple(sorted(pairs, key=lambda pair: (front_to_end(pair[1]), pair[0])))
            rules.append(base._replace(weekdays=ordered))
    return rules


def past_midnight(draft: Draft, hours: Hours) -> bool:
    """Tell whether hours beside a night word are those after its midnight."""
    fits = DAY_PARTS[NIGHT][2]
    said = bool(draft.hours) and NIGHT in draft.parts and not hours.all_day
    return said and hours.start not in fits and hours.start + DAY in fits


def next_days(
    rule: Rule, first: date | None, excluded: tuple[date, ...]
) -> list[tuple[Rule, date | None, tuple[date, ...]]] | None:
    """Return daily or weekly rules for the days after those of a rule, with their bounds.

    None for days of the month and of the year, for which RFC 5545 has no words.
    """
    if rule.frequency not in {"DAILY", "WEEKLY"}:
        return None
    found = [(rule, first)]
    if rule.interval > 1 and first is not None and len(rule.weekdays) > 1:
        # The day after a Sunday is in the next week, of which an interval leaves out some.
        turn = first + timedelta(weeks=2 * rule.interval)
        ahead = rule_days(rule._replace(until=None), first, first, turn)
        firsts = {day.weekday(): day for day in sorted(ahead, reverse=True)}
        found = [(rule._replace(weekdays=(pair,)), firsts[pair[0]]) for pair in rule.weekdays]
    return [
        (
            each._replace(
                weekdays=tuple(sorted(((day + 1) % 7, nth) for day, nth in each.weekdays)),
                until=each.until and each.until + DAY_LATER,
            ),
            begins and begins + DAY_LATER,
            tuple(day + DAY_LATER for day in excluded),
        )
        for each, begins in found
    ]


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
            notes.append(words.ONLY_LEAP_YEARS if only == (2,) else words.NO_29TH)
        elif day == 30 and 2 in only:
            notes.append(words.NO_30TH)
        elif day == 31 and set(only) & {2, 4, 6, 9, 11}:
            notes.append(words.NO_31ST)
    if any(abs(nth) == 5 for _, nth in rule.weekdays):
        fifth = sorted({day for day, nth in rule.weekdays if abs(nth) == 5})
        names = " or ".join(WEEKDAYS[day] for day in fifth)
        notes.append(words.NO_FIFTH.format(names=names))
    return notes
