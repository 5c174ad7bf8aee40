"""The page for the family on paper."""

from __future__ import annotations

from recoverplan.domain.family import FamilyPage
from recoverplan.domain.text import clean
from recoverplan.writers.family import said
from recoverplan.writers.paper.compiling import Paper, compile_page


def family_pdf(page: FamilyPage, prefer: str | None, paper: str, *, clock24: bool) -> Paper:
    """Return the page as a PDF on a4 or letter."""
    sections = [
        [section.heading, [said(line, prefer, clock24=clock24) for line in section.lines]]
        for section in page.sections
    ]
    return compile_page(
        "family", {"title": clean(page.title), "paper": paper, "sections": sections}
    )
