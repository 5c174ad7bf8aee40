"""What is said before stopping suddenly, and of gambling: by setup, after a lapse, by `care`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoverplan.domain.help_lines import (
    GAMBLING,
    crisis_line,
    drugs_fit,
    gambles,
    gambling_alone,
    of_kind,
)
from recoverplan.domain.region import Line, Region
from recoverplan.domain.text import clean
from recoverplan.words import lines as line_words
from recoverplan.words import setup as words
from recoverplan.writers.help_lines import emergency_number, line_sentence


def withdrawal(region: Region) -> list[str]:
    """Say what may happen when somebody stops suddenly."""
    return [words.WITHDRAWAL.format(number=emergency_number(region))]


def before_stopping(region: Region, about: Iterable[str]) -> list[str]:
    """Say it together with what a break does, for drugs; nothing for gambling alone."""
    if gambling_alone(about):
        return []
    after = [words.AFTER_A_BREAK] if drugs_fit(about) else []
    return [" ".join([*withdrawal(region), *after])]


def money(region: Region, lines: Sequence[Line], about: Iterable[str]) -> list[str]:
    """Say what losing money may bring and who to call; nothing where gambling was not named."""
    if not gambles(about):
        return []
    return [
        words.MONEY.format(do=call_for_a_crisis(region, lines)),
        *map(line_sentence, of_kind(lines, GAMBLING)[:1]),
    ]


def at_the_end_of_setup(region: Region, lines: Sequence[Line], about: Sequence[str]) -> list[str]:
    """Say what fits what was named, once, at the end of setup."""
    more = [words.GAMBLING_HELP] if gambles(about) else []
    return [*before_stopping(region, about), *money(region, lines, about), *more]


def call_for_a_crisis(region: Region, lines: Sequence[Line]) -> str:
    """Return whom to call in a crisis: "call 988", "call Samaritans on 116 123"."""
    line = crisis_line(lines)
    if line is None or not (line.call or line.text):
        return line_words.CALL.format(number=emergency_number(region))
    if line.call and line.name.startswith(f"{line.call} "):
        return line_words.CALL.format(number=clean(line.call))
    named = line_words.CALL_NAMED if line.call else line_words.TEXT_NAMED
    return named.format(name=clean(line.name), number=clean(line.call or line.text or ""))
