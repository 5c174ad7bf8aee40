"""Which help lines belong where: their kinds, for whom each is, what a person's plan is about and
which words for hard topics fit it, and the few lines that a screen names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.region import CRISIS, OWN, Line
from recoverplan.domain.schedule import occurrences
from recoverplan.domain.zone import known_zone

NO_NALOXONE = frozenset({"alcohol", "gambling"})  # nothing else was named: it is not spoken of


def drugs_fit(about: Iterable[str]) -> bool:
    """Tell whether drugs may be part of it: what is said of amounts and overdoses fits."""
    named = set(about)
    return not named or not named <= NO_NALOXONE


naloxone_fits = drugs_fit  # spoken of where drugs may be part of it


def gambles(about: Iterable[str]) -> bool:
    """Tell whether gambling was named."""
    return "gambling" in set(about)


def gambling_alone(about: Iterable[str]) -> bool:
    """Tell whether only gambling was named: amounts, doses and withdrawal are then no topic."""
    return set(about) == {"gambling"}


USING_ALONE, ASSAULT, HOME = "using-alone", "sexual-assault", "domestic-violence"
GAMBLING, CARE, FAMILY, REFERRAL = "gambling", "drug-alcohol", "family", "referral"
FEW = 3
YOUTH = "youth"
TEXT = "text"  # no kind of the data: every line that takes messages
# In the order in which `recoverplan lines` lists them; what `--kind` takes, with "text" and "own".
KINDS = (
    CRISIS, USING_ALONE, CARE, GAMBLING, ASSAULT, HOME, FAMILY, YOUTH, REFERRAL,
)  # fmt: skip


def takes_anyone(line: Line) -> bool:
    """Tell whether a line is for everybody, and not for some people alone."""
    return line.who is None or line.who.startswith("anyone")


def takes_messages(line: Line) -> bool:
    """Tell whether a line can be reached without speaking."""
    return bool(line.text or line.chat)


def of_kind(lines: Iterable[Line], kind: str) -> list[Line]:
    """Return the lines of a kind; "text" are those that take messages."""
    if kind == TEXT:
        return [line for line in lines if takes_messages(line)]
    return [line for line in lines if line.kind == kind]


def few_of_kind(lines: Iterable[Line], kind: str) -> list[Line]:
    """Return the first line of a kind and, where that is for some people alone, one for all.

    Where none is for all, the first few.
    """
    found = of_kind(lines, kind)
    if not found or takes_anyone(found[0]):
        return found[:1]
    for_all = [line for line in found if takes_anyone(line)][:1]
    return [found[0], *for_all] if for_all else found[:FEW]


def crisis_line(lines: Iterable[Line]) -> Line | None:
    """Return the crisis line to name first: one for everybody before one for some."""
    found = of_kind(lines, CRISIS)
    return next((line for line in found if takes_anyone(line)), found[0] if found else None)


def for_what_was_named(lines: Sequence[Line], about: Iterable[str]) -> list[Line]:
    """Return one line for each of gambling, drugs and alcohol that was named.

    For drugs a line that stays on the phone, where there is one. Nothing named counts as alcohol
    and drugs.
    """
    named = set(about) or {"alcohol", "drugs"}
    found: list[Line] = []
    if "gambling" in named:
        found += of_kind(lines, GAMBLING)[:1]
    if "drugs" in named:
        found += (of_kind(lines, USING_ALONE) or of_kind(lines, CARE))[:1]
    if "alcohol" in named and not gambling_alone(named):
        found += of_kind(lines, CARE)[:1]
    return list(dict.fromkeys(found))


def for_the_moment(lines: Sequence[Line], about: Iterable[str]) -> list[Line]:
    """Return the lines that may be named in a hard moment: crisis lines for everybody, a line for
    what was named, the person's own; where a region has no crisis line, all there are.
    """
    crisis = [line for line in of_kind(lines, CRISIS) if takes_anyone(line)]
    if not crisis:
        return list(lines)
    return [*crisis, *for_what_was_named(lines, about), *of_kind(lines, OWN)]


def is_open(line: Line, now: datetime, zone: ZoneInfo) -> bool | None:
    """Tell whether a line is open at `now` (aware); None where its hours are not known.

    `zone` is the person's, for a line whose hours are in no other.
    """
    if not line.hours_known:
        return None
    if line.schedule is None:
        return True
    there = known_zone(line.zone or "") or zone
    return bool(occurrences(line.schedule, there, now, now + timedelta(seconds=1)))
