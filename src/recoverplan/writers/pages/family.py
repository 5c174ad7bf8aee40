"""The page for the family in a browser: numbers to tap on, and it prints well."""

from __future__ import annotations

from recoverplan.domain.card import card_line
from recoverplan.domain.family import FamilyPage, PageLine
from recoverplan.domain.text import clean
from recoverplan.writers.family import said
from recoverplan.writers.links import Link, help_links, link, tel
from recoverplan.writers.pages import render

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
                    (said(line, prefer, clock24=clock24), links(line, page.region))
                    for line in section.lines
                ],
            )
            for section in page.sections
        ],
    )


def links(line: PageLine, region: str) -> list[Link]:
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
