"""What stands on a page of some days, in words: its lines by part, and the chart as it is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from recoverplan.domain.looking_back import NOTES, Back, Known, Report, notes_of
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.words import review as words
from recoverplan.writers.looking_back import Told, month_sections
from recoverplan.writers.plain.urge import hour_said

# The part of each label of the look back; what has none stands under a title, or on no page.
PART_OF = {
    words.HELPED: "helped",
    words.BEFORE: "triggers",
    words.IDEAS: "ideas",
    words.REASONS: "reasons",
    words.QUESTIONS: "questions",
}
TITLED = {words.HOURS: "hours", words.MEETINGS: "meetings"}


def month_texts(known: Known, back: Back, told: Told) -> Iterator[tuple[str, str]]:
    """Yield pairs of a part and a line: each window's hours, each group, each thing said.

    How many tries there were is left out: it is a total. So is the answer whether somebody is less
    alone, which is of no part.
    """
    for section in month_sections(back, told._replace(tries=()), full=True):
        for entry in section.entries:
            if section.title and entry.label:
                yield TITLED[section.title], f"{entry.label}: {'; '.join(entry.said)}"
            elif entry.label in PART_OF:
                yield from ((PART_OF[entry.label], text) for text in entry.said)
    yield from ((NOTES, text) for text in notes_of(known, back.first, back.last))


def sections(report: Report) -> list[tuple[str, list[str]]]:
    """Return the headings in order, each with its lines; the chart has none."""
    return [
        (heading, [line.text for line in report.lines if line.part == part and part != "chart"])
        for part, heading in words.PARTS.items()
        if any(line.part == part for line in report.lines)
    ]


def grid_heard(grid: Sequence[Sequence[int]], *, clock24: bool) -> list[str]:
    """Return the chart as it is heard, a day a line: "Monday: 9 to 11 pm most often".

    Hours that follow each other and are alike are said together.
    """
    heard = []
    for name, heights in zip(WEEKDAYS, grid, strict=False):
        alike = [[*run] for _, run in groupby(range(len(heights)), key=heights.__getitem__)]
        hours = [
            f"{hours_said(run, clock24=clock24)} {words.LEVELS[heights[run[0]]]}"
            for run in alike
            if heights[run[0]]
        ]
        if hours:
            heard.append(words.HEARD.format(day=name, hours=", ".join(hours)))
    return heard


def hours_said(run: Sequence[int], *, clock24: bool) -> str:
    """Say hours that follow each other: "9 to 11 pm"; "all day" for the whole of it."""
    if len(run) == 24:
        return words.ALL_DAY
    return hour_said(run[0], clock24=clock24, count=len(run))
