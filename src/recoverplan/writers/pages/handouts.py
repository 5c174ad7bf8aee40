"""What is handed out, in a browser: a page of some days, the safety plan, the page for the family.
Numbers to tap on, and each prints well.
"""

from __future__ import annotations

from recoverplan.domain.card import card_line
from recoverplan.domain.family import FamilyPage, PageLine
from recoverplan.domain.looking_back import Report
from recoverplan.domain.safety import Item, SafetyPlan
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.text import clean
from recoverplan.words import review as words
from recoverplan.writers.family import said
from recoverplan.writers.links import Link, help_links, link, tel
from recoverplan.writers.pages import render
from recoverplan.writers.report import grid_heard, sections
from recoverplan.writers.safety import notes
from recoverplan.writers.safety import sections as safety_sections


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


def safety_page(plan: SafetyPlan, title: str, *, large: bool) -> str:
    """Return the whole page; `large`: in large letters."""
    ways = {item.text: item_links(item, plan.region) for part in plan.parts for item in part.items}
    return render(
        "safety",
        title=title,
        large=large,
        sections=[
            (each.heading, [(line, ways.get(line, [])) for line in each.lines], each.asks)
            for each in safety_sections(plan)
        ],
        notes=list(notes(plan)) if plan.region else [],
    )


def item_links(item: Item, region: str) -> list[Link]:
    """Return what can be tapped on beside a line."""
    return [found for way, value in item.ways if (found := link(way, value, region)).target]


TAPPED = ("call", "text", "email")


def family_page(page: FamilyPage, prefer: str | None, *, clock24: bool) -> str:
    """Return the whole page."""
    return render(
        "family",
        title=page.title,
        sections=[
            (
                section.heading,
                [
                    (said(line, prefer, clock24=clock24), line_links(line, page.region))
                    for line in section.lines
                ],
            )
            for section in page.sections
        ],
    )


def line_links(line: PageLine, region: str) -> list[Link]:
    """Return what can be tapped on beside a line."""
    found: list[Link] = []
    if line.contact is not None:
        given = [(way, getattr(line.contact, way)) for way in TAPPED]
        found = [link(way, value, region) for way, value in given if value]
    elif line.help is not None:
        found = help_links(card_line(line.help), region)
        if line.help.call:
            number = clean(line.help.call)
            found = [
                each._replace(said=f"{each.said} {number}") if each.said in TAPPED else each
                for each in found
            ]
    elif line.call is not None:
        found = [Link(f"call {clean(line.call)}", tel(line.call, region))]
    return [each for each in found if each.target]
