"""A page of some days on paper: one page in the largest letters that fit, else several."""

from __future__ import annotations

from typing import Any

from recoverplan.domain.looking_back import Report
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.words import review as words
from recoverplan.writers.paper.compiling import Paper, compile_page, measured
from recoverplan.writers.paper.weekmap import hours
from recoverplan.writers.report import grid_heard, sections

SIZES = (12.0, 11.0, 10.0, 9.0, 8.5)  # points, the largest that gives one page is taken
READABLE = 10.0


def report_pdf(report: Report, paper: str, *, clock24: bool) -> Paper:
    """Return the page as a PDF on a4 or letter."""
    data: dict[str, Any] = {
        "title": report.title,
        "paper": paper,
        "sections": [[heading, lines] for heading, lines in sections(report)],
        "chart": words.PARTS["chart"],
        "grid": [list(day) for day in report.grid],
        "days": [name[:3] for name in WEEKDAYS],
        "hours": hours(range(0, 25, 3), clock24=clock24),
        "heard": ". ".join(grid_heard(report.grid, clock24=clock24)),
        "legend": words.LEGEND,
    }
    fits = (size for size in SIZES if measured("report", data | {"size": size}) == 1)
    return compile_page("report", data | {"size": next(fits, READABLE)})
