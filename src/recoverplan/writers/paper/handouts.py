"""What is handed out, on paper: the page for the family, a page of some days, the safety plan. One
page in the largest letters that fit, else several.
"""

from __future__ import annotations

from recoverplan.domain.family import FamilyPage
from recoverplan.domain.looking_back import Report
from recoverplan.domain.safety import SafetyPlan
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.text import clean
from recoverplan.words import review as words
from recoverplan.writers.family import said
from recoverplan.writers.paper.compiling import Paper, compile_page, in_largest
from recoverplan.writers.paper.weekmap import hours
from recoverplan.writers.report import grid_heard, sections
from recoverplan.writers.safety import notes
from recoverplan.writers.safety import sections as safety_sections


def family_pdf(page: FamilyPage, prefer: str | None, paper: str, *, clock24: bool) -> Paper:
    """Return the page as a PDF on a4 or letter."""
    sections = [
        [section.heading, [said(line, prefer, clock24=clock24) for line in section.lines]]
        for section in page.sections
    ]
    return compile_page(
        "family", {"title": clean(page.title), "paper": paper, "sections": sections}
    )


REPORT_SIZES = (12.0, 11.0, 10.0, 9.0, 8.5)  # points, the largest that gives one page is taken
REPORT_READABLE = 10.0


def report_pdf(report: Report, paper: str, *, clock24: bool) -> Paper:
    """Return the page as a PDF on a4 or letter."""
    data = {
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
    return in_largest("report", data, REPORT_SIZES, REPORT_READABLE)


SIZES = (13.0, 12.0, 11.0, 10.0, 9.5, 9.0)  # points, the largest that gives one page is taken
READABLE = 11.0  # where it takes several pages anyway
LARGE = 18.0  # points of large print, on as many pages as it takes


def safety_pdf(plan: SafetyPlan, title: str, paper: str, *, large: bool) -> Paper:
    """Return the plan as a PDF on a4 or letter."""
    data = {
        "title": clean(title),
        "paper": paper,
        "sections": [[each.heading, list(each.lines), each.asks] for each in safety_sections(plan)],
        "notes": list(notes(plan)) if plan.region else [],
    }
    return in_largest("safety", data, () if large else SIZES, LARGE if large else READABLE)
