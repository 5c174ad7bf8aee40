"""A page of some days in a browser; it prints well."""

from __future__ import annotations

from recoverplan.domain.looking_back import Report
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.words import review as words
from recoverplan.writers.pages import render
from recoverplan.writers.report import grid_heard, sections


def report_page(report: Report, *, clock24: bool) -> str:
    """Return the whole page."""
    return render(
        "report",
        title=report.title,
        sections=sections(report),
        chart=words.PARTS["chart"],
        days=list(zip([name[:3] for name in WEEKDAYS], report.grid, strict=False)),
        heard=grid_heard(report.grid, clock24=clock24),
        legend=words.LEGEND,
    )
