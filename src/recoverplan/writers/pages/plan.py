"""The plan as one page: the next hard hours in full, every other window in one line to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from recoverplan.domain.card import Card
from recoverplan.domain.outlook import days_of, first_and_last
from recoverplan.domain.region import Region
from recoverplan.domain.saying import long_day, time_of_day, time_range
from recoverplan.domain.sheet import WEEK, PlanSheet
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.week import Line
from recoverplan.words import asking, invitations, moment
from recoverplan.words import paper as card_words
from recoverplan.words import plan as plan_words
from recoverplan.words import publish as words
from recoverplan.writers import sheet, times, weekmap, wording
from recoverplan.writers.pages import render
from recoverplan.writers.pages.card import (
    emergency_values,
    line_values,
    month_said,
    person_said,
    steps_said,
)
from recoverplan.writers.viewer import Viewer


def plan_page(made: PlanSheet, viewer: Viewer, region: Region, now: datetime) -> str:
    """Return the whole page; `now` is when it is made, in the person's zone."""
    plan = made.plan
    return render(
        "plan",
        title=sheet.title_of(made),
        heading=wording.title(days_of(plan), viewer.name),
        dates=times.day_range(plan),
        reason=plan_words.WHY.format(reason=clean(viewer.reason)) if viewer.reason else "",
        signs=sheet.signs(viewer),
        zone=" ".join(wording.zone_notes(plan, viewer)),
        head=made.head and sheet.window_text(made.head, plan, viewer),
        quiet="" if made.head or made.rest else wording.quiet_or_empty(plan, viewer),
        part=sheet.part_of(plan),
        rest=[sheet.window_text(each, plan, viewer) for each in made.rest],
        meant=sheet.meant(plan, viewer),
        notes=list(notes(made, viewer)),
        **map_values(made, viewer),
        people=[sheet.person_text(each, plan.zone, viewer) for each in made.people],
        groups=[sheet.group_text(each, plan, viewer) for each in plan.tries],
        open=sheet.open_texts(made, viewer),
        **help_values(made, region),
        made=sheet.made_words(now, clock24=viewer.clock24),
        words=card_words,
        plan_words=plan_words,
        when_hard=asking.WHEN_HARD,
        pick_one=invitations.PICK_ONE,
    )


def notes(made: PlanSheet, viewer: Viewer) -> Iterator[str]:
    """Yield what there is to say about check-ins: nobody to ask yet, or somebody who is not."""
    from recoverplan.writers.why import missing_words, unasked_words

    yield from wording.hours_not_asked(made.plan, viewer)
    if viewer.unasked is not None:
        yield unasked_words(viewer.unasked, made.plan)
    if viewer.missing is not None:
        yield missing_words(viewer.missing, made.plan)
    if viewer.alone:
        yield asking.NOBODY_YET


def map_values(made: PlanSheet, viewer: Viewer) -> dict[str, object]:
    """Return the map of each week, the hours above it, and what its bars mean."""
    plan = made.plan
    _, last = first_and_last(plan)
    months = days_of(plan) > WEEK
    return {
        "maps": [
            list(weekmap.days_of(each, last, clock24=viewer.clock24, months=months))
            for each in made.maps
        ],
        "months": months,
        "hours": weekmap.hours_named(clock24=viewer.clock24),
        "legend": (plan_words.FILLED, plan_words.HOLLOW, plan_words.HIGHER),
    }


def help_values(made: PlanSheet, region: Region) -> dict[str, object]:
    """Return the lines, how one is reached, the emergency number, their month."""
    known = bool(made.lines or region.emergency)
    return {
        "line_of": line_values,
        "lines": [line_values(line, region.code) for line in made.lines],
        **emergency_values(region.emergency, region.code, check_locally=region.check_locally),
        "month": moment.MONTH.format(month=region.month) if known else "",
    }


def week_page(days: Mapping[date, Iterable[Line]], card: Card, *, full: bool, clock24: bool) -> str:
    """Return the whole page. Only a `full` one has opening words, steps, reasons and help lines,
    which tell what it is for.
    """
    people = card.people if full else [one._replace(say=None) for one in card.people]
    return render(
        "week",
        title=words.FULL_CALENDAR if full else words.CALENDAR,
        days=[
            (long_day(day), [line_said(line, clock24=clock24) for line in lines])
            for day, lines in days.items()
        ],
        people=[person_said(person, card) for person in people],
        steps=steps_said(card) if full else [],
        reasons=card.reasons if full else (),
        lines=[line_values(line, card.region) for line in card.lines] if full else [],
        full=full,
        month=month_said(card) if full else "",
        **emergency_values(card.emergency, card.region, check_locally=card.check_locally),
    )


def line_said(line: Line, *, clock24: bool) -> tuple[str, str, list[str]]:
    """Return when, what, and the lines of its note."""
    return (
        time_said(line, clock24=clock24),
        clean(line.title),
        clean_note(line.note).split("\n") if line.note else [],
    )


def time_said(line: Line, *, clock24: bool) -> str:
    """Return when: "9 pm to midnight", or for a call "8:30 pm"."""
    if line.end is None:
        return time_of_day(line.start, clock24=clock24)
    return time_range(line.start, line.end, clock24=clock24)


def shown(
    days: Mapping[date, Iterable[Line]], card: Card, *, full: bool, clock24: bool
) -> Iterator[str]:
    """Yield what stands on the page, a line each, as it is shown before somebody agrees to it."""
    for lines in days.values():
        for line in lines:
            when, what, notes = line_said(line, clock24=clock24)
            yield f"{when}: {', '.join([what, *notes])}"
    for person in card.people:
        say = f', "{clean(person.say)}"' if full and person.say else ""
        yield f"{clean(person.name)}: {clean(person.value)}, {clean(person.hours)}{say}"
    if full:
        yield from map(clean, (*card.steps, *card.reasons))
