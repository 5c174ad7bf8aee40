"""Where to go next, in sentences: lines of the region with their source, and what to ask for."""

from __future__ import annotations

from collections.abc import Sequence

from recoverplan.data.regions import FINDERS, country_said
from recoverplan.domain.care import QUESTIONS, Routes
from recoverplan.domain.help_lines import CARE, HOME, REFERRAL, gambling_alone
from recoverplan.domain.region import Region
from recoverplan.words import care as words
from recoverplan.writers.help_lines import (
    emergency_number,
    in_parts,
    line_sentence,
    police_number,
    text_instead,
)

Block = list[str]  # sentences that stand together


def questions() -> list[str]:
    """Return the five questions."""
    return [words.QUESTIONS[name] for name in QUESTIONS]


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
    """Say where to turn when home is unsafe: the police, then who takes whom."""
    danger = words.HOME_DANGER.format(number=police_number(region))
    more = in_parts(region, routes.home, HOME)
    return [" ".join([danger, *text_instead(region), *more]), *map(line_sentence, routes.home)]


def where_block(region: Region, routes: Routes, about: Sequence[str]) -> Block:
    """Say where to go next: the doctor, lines, the directory, what to ask for, the right mix."""
    title = words.WHERE_IN.format(region=region.name) if region.name else words.WHERE
    said = [f"{title} {words.DOCTOR} {words.AROUND}"]
    if routes.care:
        said += map(line_sentence, routes.care)
    elif not region.code:
        said.append(words.NO_REGION)
    elif not region.lines:
        said.append(words.NO_LINES.format(region=country_said(region.name)))
    else:
        of_parts = (in_parts(region, (), kind) for kind in (REFERRAL, CARE))
        said += next(filter(None, of_parts), [])
    finder = FINDERS.get(region.code.partition("-")[0])
    if finder is not None and not gambling_alone(about):
        said.append(words.FINDER.format(name=finder.name, what=finder.what))
    medicine = [] if gambling_alone(about) else [words.MEDICINE]
    return [*said, " ".join([*medicine, words.MIX])]
