"""The plan on paper: the week in rows, by the hour, who to reach, what helps; one sheet if it can.

The letters are the largest in which it is one page; where it is none in the smallest that still
read well, it takes several.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from recoverplan.domain.outlook import days_of, first_and_last
from recoverplan.domain.region import Region
from recoverplan.domain.sheet import WEEK, PlanSheet
from recoverplan.domain.text import clean
from recoverplan.domain.zone import city
from recoverplan.words import asking, invitations, moment
from recoverplan.words import paper as card_words
from recoverplan.words import plan as plan_words
from recoverplan.writers import sheet, times, wording
from recoverplan.writers.card import help_ways
from recoverplan.writers.pages.plan import notes
from recoverplan.writers.paper import weekmap
from recoverplan.writers.paper.card import emergency_line
from recoverplan.writers.paper.compiling import Paper, in_largest
from recoverplan.writers.paper.letters import pictures_alone
from recoverplan.writers.viewer import Viewer

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # points, the largest that gives one page is taken
SHORT_DAY, LONG_DAY = 5.0, 7.5  # the room of a day's name beside the map: "Mon 23", "Mon 23 Nov"
WAYS = {"call", "text", "email"}
READABLE = 9.5  # points, where it takes several pages anyway


def plan_pdf(made: PlanSheet, viewer: Viewer, region: Region, now: datetime, paper: str) -> Paper:
    """Return the plan as a PDF; `now` is when it is made, in the person's zone."""
    data = plan_data(made, viewer, region, now) | {"paper": paper}
    return in_largest("plan", data, SIZES, READABLE)


def plan_data(made: PlanSheet, viewer: Viewer, region: Region, now: datetime) -> dict[str, Any]:
    """Return what the template takes."""
    plan = made.plan
    return {
        "title": sheet.title_of(made),
        "heading": wording.title(days_of(plan), viewer.name),
        "dates": times.day_range(plan),
        "zone": card_words.ZONE.format(zone=city(plan.zone.key)) if viewer.elsewhere else "",
        "reason": plan_words.WHY.format(reason=clean(viewer.reason)) if viewer.reason else "",
        "signs": sheet.signs(viewer),
        "quiet": "" if plan.occurrences else wording.quiet_or_empty(plan, viewer),
        "headings": card_words.COLUMNS,
        "windows": list(windows(made, viewer)),
        "notes": list(notes(made, viewer)),
        **map_data(made, viewer),
        "people": list(people(made, viewer)),
        "anyway": asking.WHEN_HARD,
        "helps": list(helps(made, viewer)),
        "groups": list(groups(made, viewer)),
        "open": [
            {
                "title": f"{one.when}: {one.label}",
                "lines": [named(said, made, viewer) for said in one.invitations],
            }
            for one in sheet.open_texts(made, viewer)
        ],
        "pick": invitations.PICK_ONE,
        **line_data(made, region),
        "names": {
            "map": card_words.MAP,
            "people": card_words.PEOPLE,
            "lines": card_words.HELP,
            "helps": card_words.WHAT_HELPS,
            "groups": card_words.GROUPS,
            "open": card_words.INVITATIONS,
        },
        "made": sheet.made_words(now, clock24=viewer.clock24),
        "limits": card_words.LIMITS,
    }


def windows(made: PlanSheet, viewer: Viewer) -> Iterator[dict[str, str]]:
    """Yield a row for each window and for what else is meant, in order of time.

    A day is named once.
    """
    plan = made.plan
    rows = [
        (each.at, {"day": each.day, "hours": each.time, "label": named(each.text, made, viewer)})
        for each in sheet.meant(plan, viewer)
    ]
    for planned in plan.occurrences:
        said = sheet.window_text(planned, plan, viewer)
        row = {"day": said.day, "hours": said.hours, "label": said.label, "level": said.level}
        row |= {"asked": named(said.asked, made, viewer), "also": said.also}
        rows.append((planned.span.start, row))
    shown = ""
    for _, row in sorted(rows, key=lambda each: each[0]):
        day = row["day"]
        yield {"level": "", "asked": "", "also": "", **row, "day": day if day != shown else ""}
        shown = day


def named(said: str, made: PlanSheet, viewer: Viewer) -> str:
    """Return a sentence in which whoever's name is pictures alone is called by their number."""
    for contact in made.people:
        if pictures_alone(contact.name):
            said = said.replace(clean(contact.name), wording.where_reached(contact, viewer.prefer))
    return said


def helps(made: PlanSheet, viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield what helps in each kind of hard hours, once for all their windows."""
    kinds = {planned.risk.id: planned for planned in reversed(made.plan.occurrences)}
    for planned in reversed(kinds.values()):
        said = sheet.window_text(planned, made.plan, viewer)
        if said.because or said.ifs or said.steps:
            why = ", ".join(map(clean, planned.risk.triggers))
            because = f"{plan_words.BECAUSE}: {why}" if why else ""
            yield {"label": said.label, "because": because, "ifs": said.ifs, "steps": said.steps}


def people(made: PlanSheet, viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield everybody with every way to reach them."""
    for contact in made.people:
        said = sheet.person_text(contact, made.plan.zone, viewer)
        ways = [way_data(way.said) for way in said.ways]
        yield {"name": said.name, "ways": ways, "hours": said.hours, "say": said.say}


def way_data(said: str) -> dict[str, str]:
    """Return "call" and "555-0114" apart; another way whole."""
    way, _, value = said.partition(" ")
    return {"way": way, "value": value} if way in WAYS else {"way": "", "value": said}


def groups(made: PlanSheet, viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield the groups with their next meetings."""
    for each in made.plan.tries:
        said = sheet.group_text(each, made.plan, viewer)
        yield {"title": said.name, "lines": [f"{said.status}, {said.next}", said.address]}


def map_data(made: PlanSheet, viewer: Viewer) -> dict[str, Any]:
    """Return the map of each week, the hours above it, and what its bars mean."""
    _, last = first_and_last(made.plan)
    long = days_of(made.plan) > WEEK
    maps = [
        weekmap.days(
            each,
            clock24=viewer.clock24,
            months=long,
            count=min(WEEK, (last - each.first).days + 1),
        )
        for each in made.maps
    ]
    legend = (plan_words.FILLED, plan_words.HOLLOW, plan_words.HIGHER)
    return {
        "maps": maps,
        "day_room": LONG_DAY if long else SHORT_DAY,
        "hours": weekmap.hours(range(0, 25, 3), clock24=viewer.clock24),
        "legend": " · ".join(map(wording.capital, legend)),
    }


def line_data(made: PlanSheet, region: Region) -> dict[str, Any]:
    """Return the lines, the emergency number, the month they are of."""
    lines = [
        {"label": clean(line.label), "said": f"{help_ways(line)}, {clean(line.hours)}"}
        for line in made.lines
    ]
    known = bool(lines or region.emergency)
    return {
        "lines": [*lines, emergency_line(region.emergency, check_locally=region.check_locally)],
        "month": moment.MONTH.format(month=region.month) if known else "",
    }
