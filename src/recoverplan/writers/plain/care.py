"""Where to go next, in sentences: lines of the region with their source, and what to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoverplan.data.regions import FINDERS, country_said
from recoverplan.domain.care import QUESTIONS, Routes
from recoverplan.domain.help_lines import (
    CARE,
    GAMBLING,
    HOME,
    REFERRAL,
    crisis_line,
    drugs_fit,
    gambles,
    gambling_alone,
    of_kind,
)
from recoverplan.domain.region import Line, Region
from recoverplan.domain.text import clean
from recoverplan.words import care as words
from recoverplan.words import lines as line_words
from recoverplan.words import setup as setup_words
from recoverplan.words.moment import MONTH
from recoverplan.words.question import Question
from recoverplan.writers.help_lines import (
    in_parts,
    line_sentence,
    text_instead,
    with_emergency,
    with_police,
)

Block = list[str]  # sentences that stand together


def questions() -> list[Question]:
    """Return the five questions."""
    return [words.QUESTIONS[name] for name in QUESTIONS]


def crisis_block(region: Region, routes: Routes) -> Block:
    """Say what to do at once, as shortly as can be: the emergency number, the crisis lines."""
    return [with_emergency(words.IN_DANGER, region), *map(line_sentence, routes.crisis)]


def month_block(region: Region) -> Block:
    """Say when the numbers were looked up."""
    return [MONTH.format(month=region.month)]


def home_block(region: Region, routes: Routes) -> Block:
    """Say where to turn when home is unsafe: the police, then who takes whom."""
    danger = with_police(words.HOME_DANGER, region)
    more = in_parts(region, routes.home, HOME)
    return [" ".join([danger, *text_instead(region), *more]), *map(line_sentence, routes.home)]


def where_block(region: Region, routes: Routes, about: Sequence[str]) -> Block:
    """Say where to go next: the doctor, lines, the directory, what to ask for, the right mix."""
    title = words.WHERE_IN.format(region=country_said(region.name)) if region.name else words.WHERE
    said = [f"{title} {words.DOCTOR} {words.AROUND}"]
    if routes.care:
        said += map(line_sentence, routes.care)
    elif not region.code:
        said.append(words.NO_REGION)
    elif not region.lines:
        said.append(line_words.NONE.format(region=country_said(region.name)))
    else:
        of_parts = (in_parts(region, (), kind) for kind in (REFERRAL, CARE))
        said += next(filter(None, of_parts), [])
    finder = FINDERS.get(region.code.partition("-")[0])
    if finder is not None and not gambling_alone(about):
        said.append(words.FINDER.format(name=finder.name, what=finder.what))
    medicine = [] if gambling_alone(about) else [words.MEDICINE]
    return [*said, " ".join([*medicine, words.MIX])]


def withdrawal(region: Region) -> list[str]:
    """Say what may happen when somebody stops suddenly."""
    return [with_emergency(setup_words.WITHDRAWAL, region)]


def before_stopping(region: Region, about: Iterable[str]) -> list[str]:
    """Say it together with what a break does, for drugs; nothing for gambling alone."""
    if gambling_alone(about):
        return []
    after = [setup_words.AFTER_A_BREAK] if drugs_fit(about) else []
    return [" ".join([*withdrawal(region), *after])]


def money(region: Region, lines: Sequence[Line], about: Iterable[str]) -> list[str]:
    """Say what losing money may bring and who to call; nothing where gambling was not named."""
    if not gambles(about):
        return []
    return [
        in_a_crisis(setup_words.MONEY, region, lines),
        *map(line_sentence, of_kind(lines, GAMBLING)[:1]),
    ]


def at_the_end_of_setup(region: Region, lines: Sequence[Line], about: Sequence[str]) -> list[str]:
    """Say what fits what was named, once, at the end of setup."""
    more = [setup_words.GAMBLING_HELP] if gambles(about) else []
    return [*before_stopping(region, about), *money(region, lines, about), *more]


def in_a_crisis(sentence: str, region: Region, lines: Sequence[Line]) -> str:
    """Fill in whom to call for {do}: "call 988", "call Samaritans on 116 123"."""
    line = crisis_line(lines)
    if line is None or not (line.call or line.text):
        return with_emergency(sentence.format(do=line_words.CALL), region)
    if line.call and line.name.startswith(f"{line.call} "):
        return sentence.format(do=line_words.CALL.format(number=clean(line.call)))
    named = line_words.CALL_NAMED if line.call else line_words.TEXT_NAMED
    said = named.format(name=clean(line.name), number=clean(line.call or line.text or ""))
    return sentence.format(do=said)
