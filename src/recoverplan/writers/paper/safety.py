"""The safety plan on paper: one page in the largest letters that fit, else several."""

from __future__ import annotations

from typing import Any, NamedTuple

from recoverplan.domain.safety import SafetyPlan
from recoverplan.domain.text import clean
from recoverplan.writers.paper.compiling import compile_page, measured
from recoverplan.writers.paper.letters import Lacking
from recoverplan.writers.safety import notes, sections

SIZES = (13.0, 12.0, 11.0, 10.0, 9.5, 9.0)  # points, the largest that gives one page is taken
READABLE = 11.0  # where it takes several pages anyway
LARGE = 18.0  # points of large print, on as many pages as it takes


class SafetyPaper(NamedTuple):
    """A finished PDF, how many pages it has, and what is not printed letter for letter."""

    content: bytes
    pages: int
    lacking: tuple[Lacking, ...]


def safety_pdf(plan: SafetyPlan, title: str, paper: str, *, large: bool) -> SafetyPaper:
    """Return the plan as a PDF on a4 or letter."""
    data: dict[str, Any] = {
        "title": clean(title),
        "paper": paper,
        "sections": [[each.heading, list(each.lines), each.asks] for each in sections(plan)],
        "notes": list(notes(plan)) if plan.region else [],
    }
    fits = (size for size in SIZES if pages(data, size) == 1)
    size = LARGE if large else next(fits, READABLE)
    made = compile_page("safety", data | {"size": size})
    return SafetyPaper(made.content, pages(data, size), made.lacking)


def pages(data: dict[str, Any], size: float) -> int:
    """Return how many pages the plan takes in letters of a size."""
    return int(measured("safety", data | {"size": size}))
