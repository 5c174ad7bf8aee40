"""Where to go next, in sentences: lines of the region with their source, and what to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recoverplan.data.finders import FINDERS
from recoverplan.domain.about import gambling_alone
from recoverplan.domain.care import QUESTIONS, Routes
from recoverplan.domain.region import Line, Region
from recoverplan.words import care as words
from recoverplan.writers.help_lines import (
    emergency_number,
    host,
    line_sentence,
    police_number,
    text_instead,
)

Block = list[str]  # sentences that stand together


def questions(about: Iterable[str]) -> list[str]:
    """Return the four questions, with what stands beside the last."""
    said = {**words.QUESTIONS}
    if gambling_alone(about):
        said["going-back"] = words.GOING_BACK_GAMBLING
    return [said[name] for name in QUESTIONS]


def crisis_block(region: Region, routes: Routes) -> Block:
    """Say what to do at once, as shortly as can be: the emergency number, the crisis lines."""
    return [in_danger(region), *map(line_sentence, routes.crisis)]


def month_block(region: Region) -> Block:
    """Say when the numbers were looked up."""
    return [words.MONTH.format(month=region.month)]


def in_danger(region: Region) -> str:
    """Return the sentence with the emergency number of the region."""
    return words.IN_DANGER.format(number=emergency_number(region))


def home_block(region: Region, routes: Routes) -> Block:
    """Say where to turn when home is unsafe."""
    danger = words.HOME_DANGER.format(number=police_number(region))
    return [words.OTHER_PHONE, danger, *text_instead(region), *map(line_sentence, routes.home)]


def where_blocks(region: Region, routes: Routes, about: Sequence[str]) -> Iterator[Block]:
    """Say where to go next: the doctor, lines, the directory, what to ask for, the right mix."""
    title = words.WHERE_IN.format(region=region.name) if region.name else words.WHERE
    yield [f"{title}.", words.DOCTOR, words.AROUND]
    if routes.care:
        yield with_sources(routes.care)
    elif region.code:
        yield [words.NO_LINES.format(region=region.name)]
    else:
        yield [words.NO_REGION]
    finder = FINDERS.get(region.code.partition("-")[0])
    if finder is not None:
        said = words.FINDER.format(name=finder.name, what=finder.what)
        yield [said, words.SOURCE.format(source=host(finder.source))]
    if not gambling_alone(about):
        yield [words.MEDICINE]
    yield [words.MIX]


def with_sources(lines: Iterable[Line]) -> Block:
    """Say lines, each with where its number was looked up."""
    said = []
    for line in lines:
        said.append(line_sentence(line))
        if line.source:
            said.append(words.SOURCE.format(source=host(line.source)))
    return said
