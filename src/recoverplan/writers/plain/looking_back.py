"""A week or a month looked back at, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoverplan.writers.looking_back import Section
from recoverplan.writers.plain.sentences import ended


def back_lines(title: tuple[str, str], sections: Iterable[Section]) -> Iterator[str]:
    """Give the title, then each entry as a sentence that makes sense when heard alone."""
    whose, days = title
    yield f"{whose}: {days}."
    for section in sections:
        for entry in section.entries:
            said = ended("; ".join(entry.said).replace("?; ", "? ").replace(".; ", ". "))
            label = entry.label
            if section.title and label:
                label = f"{section.title}, {label}"
            yield f"{label}: {said}" if label else said
