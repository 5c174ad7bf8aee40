"""What is said about urges in lists, alone, and right after one was noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from recoverplan.domain.saying import WEEKDAYS, clock, once
from recoverplan.domain.text import clean, counted
from recoverplan.domain.urge import Urge
from recoverplan.domain.urge_chart import Did, Trigger, UrgeChart
from recoverplan.domain.zone import known_zone
from recoverplan.words import urge as words
from recoverplan.writers.plain.rows import ended, sentence
from recoverplan.writers.plain.trial import day_said, moment_said
from recoverplan.writers.rows import Fact, Row, facts_of


def when_of(urge: Urge, zone: ZoneInfo, today: date, *, clock24: bool) -> str:
    """Say when an urge was, by the clocks where it was; elsewhere than `zone`, with the zone."""
    there = known_zone(urge.zone) or zone
    said = moment_said(urge.at, urge.rough, there, today, clock24=clock24)
    if there is zone:
        return said
    same = urge.at.astimezone(there).utcoffset() == urge.at.astimezone(zone).utcoffset()
    return said if same else f"{said}, {there.key}"


@cache
def how_strong(before: int | None, after: int | None) -> str:
    """Say how strong an urge was, and how strong afterwards, as far as that was said."""
    said = ((words.STRENGTH_SAID, before), (words.AFTER_SAID, after))
    return ", ".join(text.format(number=number) for text, number in said if number is not None)


def parts_of(urge: Urge) -> tuple[str, ...]:
    """Return all but the note: how strong it was, what set it off, what was done."""
    parts = (how_strong(urge.strength, urge.after), ", ".join(urge.triggers), urge.did)
    return tuple([part for part in parts if part])  # a generator takes twice as long here


def said_in_short(urge: Urge) -> str:
    """Return all but the note as sentences, each with a space before it."""
    return "".join(f" {sentence(clean(part))}" for part in parts_of(urge))


def urge_row(urge: Urge, when: str) -> Row:
    """Return the list's row; `when` is its time in the person's style."""
    parts = (*parts_of(urge), urge.note) if urge.note else parts_of(urge)
    return Row(urge.id, when, parts or (words.NOTHING_SAID,))


def urge_facts(urge: Urge) -> Iterator[Fact]:
    """Give everything that is known of one urge."""
    yield from facts_of(urge, words.LABELS, {"id", "at", "rough", "zone", "created"})
    yield Fact("Number", str(urge.id))


def chart_lines(
    chart: UrgeChart, today: date, *, clock24: bool, first_day: int = 0
) -> Iterator[str]:
    """Yield the chart: when, what set them off, what was done."""
    yield f"{words.CHART}, {days_said(chart, today)}."
    yield f"{how_many(chart)}."
    for hour in sorted(chart.hours, key=lambda hour: (hour.weekday - first_day) % 7):
        when = hour_said(hour.hour, clock24=clock24)
        yield f"{WEEKDAYS[hour.weekday]}, {when}: {counted(hour.urges, 'urge')}."
    for part in chart.parts:
        yield f"{WEEKDAYS[part.weekday]} {part.part}, about then: {counted(part.urges, 'urge')}."
    for trigger in chart.triggers:
        yield f"{words.SET_OFF}: {ended(trigger_said(trigger))}"
    for done in chart.done:
        yield f"{words.DONE}: {ended(done_said(done))}"
    if any(done.before is not None for done in chart.done):
        yield words.AVERAGES
    if chart.earlier:
        yield earlier_said(chart)


def hour_said(hour: int, *, clock24: bool, count: int = 1) -> str:
    """Say an hour of the day, or as many as follow one: "9 to 10 pm", "11 pm to midnight"."""
    first, last = (clock(each * 60, clock24=clock24) for each in (hour, hour + count))
    return f"{once(first, last, timedelta(hours=count))} to {last}"


def days_said(chart: UrgeChart, today: date) -> str:
    """Say which days: "Wednesday 26 August to Monday 23 November"."""
    first, last = (day_said(day, today.year) for day in (chart.first, chart.last))
    return f"{first} to {last}"


def how_many(chart: UrgeChart) -> str:
    """Say how many urges on how many days: "23 urges on 14 days"."""
    return f"{counted(chart.urges, 'urge')} on {counted(chart.days, 'day')}"


def trigger_said(trigger: Trigger) -> str:
    """Say one trigger: "can't sleep, 9 urges, strength 6.4 on average"."""
    said = [clean(trigger.text) if trigger.text else words.UNTAGGED]
    said.append(counted(trigger.urges, "urge"))
    if mean := mean_said(trigger.strength):
        said.append(f"{mean} on average")
    return ", ".join(said)


def mean_said(mean: float | None) -> str:
    """Say how strong urges were on average, "" where nothing was said of it."""
    return "" if mean is None else f"{words.STRENGTH_HEADING} {mean:.1f}"


def done_said(done: Did) -> str:
    """Say one thing done: "tea, 6 times, strength 7.2 before and 4.1 after, in 5 of them"."""
    times = counted(done.times, "time")
    if done.before is None or done.after is None:
        return f"{clean(done.text)}, {times}, {words.FEW}"
    mean = words.MEAN.format(before=done.before, after=done.after)
    part = "" if done.both == done.times else words.IN_SO_MANY.format(count=done.both)
    return f"{clean(done.text)}, {times}, {mean} on average{part}"


def earlier_said(chart: UrgeChart) -> str:
    """Say that there are urges from before these days, and how to see them all."""
    since = chart.since or chart.first
    return words.EARLIER.format(count=chart.earlier, date=since.isoformat())
