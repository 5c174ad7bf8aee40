"""Found meetings in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import Found, FoundAll
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.words import lists as words
from recoverplan.writers.finding import facts_of, nothing_found, stretch_of, to_join, when_of
from recoverplan.writers.ways import as_sentence
from recoverplan.writers.wording import capital


def found_lines(
    result: FoundAll,
    span: Span | None,
    zone: ZoneInfo,
    now: datetime,
    *,
    clock24: bool,
    miles: bool = False,
) -> Iterator[str]:
    """Say how many there are, then each in a line, then how to try one."""
    yield f"{title(result, span, zone, clock24=clock24)}."
    if not result.meetings:
        yield nothing_found(result)
        return
    for each in result.meetings:
        yield line(each, zone, now, clock24=clock24, miles=miles)
    yield words.TO_TRY.format(id=result.meetings[0].kept.id)


def title(result: FoundAll, span: Span | None, zone: ZoneInfo, *, clock24: bool) -> str:
    """Say how many were found, for when, and how many are shown."""
    total = f"{result.total:,}"
    if span is None:
        said = words.FOUND.format(total=total)
    else:
        when = stretch_of(span, zone, clock24=clock24)
        said = words.FOUND_AT.format(total=total, when=when)
    if len(result.meetings) < result.total:
        said += f"; {words.SHOWN.format(shown=len(result.meetings), total=total)}"
    return said


def line(each: Found, zone: ZoneInfo, now: datetime, *, clock24: bool, miles: bool = False) -> str:
    """Say one meeting: number, name, when, what and where; what the list says against it."""
    listing = each.kept.listing
    sentences = [
        f"{each.kept.id}: {clean(listing.name)}.",
        f"{capital(when_of(each, zone, now, clock24=clock24))}.",
        *map(as_sentence, facts_of(each, miles=miles)),
    ]
    sentences += map(as_sentence, to_join(each))
    if not has_way(listing):
        sentences.append(f"{capital(words.NO_WAY)}.")
    if listing.caution:
        sentences.append(f"{words.THE_LIST_SAYS.format(caution=clean(listing.caution))}.")
        sentences.append(words.ASK_THEM)
    return " ".join(sentences)
