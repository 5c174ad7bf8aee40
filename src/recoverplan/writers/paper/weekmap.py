"""The map of the week on paper, and an empty one to fill in by hand; a landscape sheet each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.weekmap import WeekMap
from recoverplan.words import plan as words
from recoverplan.writers import weekmap
from recoverplan.writers.paper.compiling import Paper, compile_page
from recoverplan.writers.weekmap import hour_named, weekdays_from
from recoverplan.writers.wording import not_asked

HOUR = 60


def map_pdf(found: WeekMap, paper: str, *, clock24: bool) -> Paper:
    """Return the map of a week as a PDF."""
    legend = [words.FILLED, words.HOLLOW, words.HIGHER] if found.stretches else [words.NOTHING]
    legend += not_asked(found.not_asked)
    data = {
        "title": words.MAP_TITLE,
        "paper": paper,
        "dates": weekmap.dates_said(found),
        "days": days(found, clock24=clock24),
        "hours": hours(range(0, 25, 3), clock24=clock24),
        "legend": [said[:1].upper() + said[1:].removesuffix(".") + "." for said in legend],
    }
    return compile_page("map", data)


def blank_pdf(paper: str, *, clock24: bool, first_day: int = 0) -> Paper:
    """Return an empty map as a PDF."""
    data = {
        "title": words.BLANK_TITLE,
        "paper": paper,
        "days": [WEEKDAYS[day][:3] for day in weekdays_from(first_day)],
        "hours": hours(range(0, 25, 3), clock24=clock24),
        "legend": list(words.BLANK_LEGEND),
    }
    return compile_page("map_blank", data)


def days(found: WeekMap, *, clock24: bool, months: bool = False, count: int = 7) -> list[Any]:
    """Return the first days of a map as the template takes them."""
    last = found.first + timedelta(days=count - 1)
    return [
        {"day": day.day, "said": day.said, "bars": [bar._asdict() for bar in day.bars]}
        for day in weekmap.days_of(found, last, clock24=clock24, months=months)
    ]


def hours(named: Sequence[int], *, clock24: bool) -> list[dict[str, Any]]:
    """Return the names of hours and where they stand, in minutes of the day."""
    return [
        {"at": hour * HOUR, "said": hour_named(hour, clock24=clock24).replace(" ", "\xa0")}
        for hour in named
    ]
