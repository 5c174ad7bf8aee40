"""The page for the family in words: what each line says, the page as text, the numbered preview."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoverplan.domain.card import hours_of
from recoverplan.domain.family import FamilyPage, PageLine
from recoverplan.domain.text import clean
from recoverplan.writers.help_lines import line_sentence
from recoverplan.writers.plain.rows import ended
from recoverplan.writers.wording import capital, how


def said(line: PageLine, prefer: str | None, *, clock24: bool) -> str:
    """Return a line as it stands on the page; `prefer` is the person's usual way."""
    if line.contact is not None:
        name, way = clean(line.contact.name), how(line.contact, prefer)
        hours = clean(hours_of(line.contact, clock24=clock24))
        return ended(f"{name}: {way}, {hours}")
    if line.help is not None:
        return line_sentence(line.help)
    return ended(capital(clean(line.text)))


def page_text(page: FamilyPage, prefer: str | None, *, clock24: bool) -> str:
    """Return the page as text: a title, headings, a dash before each line."""
    rows = [clean(page.title)]
    for section in page.sections:
        rows += ["", section.heading]
        rows += [f"- {said(line, prefer, clock24=clock24)}" for line in section.lines]
    return "\n".join(rows) + "\n"


def preview_lines(page: FamilyPage, prefer: str | None, *, clock24: bool) -> Iterator[str]:
    """Yield every line that could stand on the page, with its number."""
    for section in page.sections:
        if section.lines:
            yield section.heading
        for line in section.lines:
            yield f"{line.number:>3}  {said(line, prefer, clock24=clock24)}"


def page_record(page: FamilyPage, prefer: str | None, *, clock24: bool) -> dict[str, Any]:
    """Return the page as "recoverplan/family/1"."""
    return {
        "schema": "recoverplan/family/1",
        "title": page.title,
        "sections": [
            {
                "heading": section.heading,
                "lines": [
                    {"number": line.number, "text": said(line, prefer, clock24=clock24)}
                    for line in section.lines
                ],
            }
            for section in page.sections
        ],
    }
