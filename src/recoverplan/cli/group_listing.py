"""`recoverplan group show N` of a meeting that is only in a list: all that its list says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from recoverplan.cli.group_try import hours_of, offered
from recoverplan.cli.output import emit
from recoverplan.cli.session import Session
from recoverplan.data.type_codes import codes_of, names
from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import Kept
from recoverplan.domain.phrase import words as say_hours
from recoverplan.domain.saying import MONTHS
from recoverplan.domain.text import clean
from recoverplan.words import lists as words
from recoverplan.writers.listing import Fact
from recoverplan.writers.ways import besides, ways
from recoverplan.writers.wording import capital

if TYPE_CHECKING:
    from rich.console import RenderableType


def emit_listing(kept: Kept, session: Session, *, json: bool) -> None:
    """Print one meeting of a list in full."""
    said = [*facts(kept, session)]

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.listing import fact_screen

        return fact_screen(kept.listing.name, said, width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.listing import listing_record

        return listing_record(kept)

    from recoverplan.writers.plain.listing import fact_lines

    emit(
        plain=lambda: fact_lines(kept.listing.name, said),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def facts(kept: Kept, session: Session) -> Iterator[Fact]:
    """Yield what is known of a meeting: when, how to attend, whose, what its list says of it."""
    listing, source = kept.listing, kept.source
    understood = hours_of(kept, session)
    when = words.BY_APPOINTMENT
    if understood is not None:
        when = say_hours(understood.schedule, clock24=session.clock24)
        if listing.zone and listing.zone != session.zone.key:
            when += f" ({listing.zone} time)"
    yield Fact("When", capital(when))
    yield Fact("Format", listing.format.replace("-", " "))
    yield from (Fact(label, text) for label, text in ways(listing))
    if not has_way(listing):
        yield Fact("To attend", words.NO_WAY)
    kinds = names(listing.types, codes_of(source.programme, source.kind, source.codes))
    for label, text in (("Kinds", ", ".join(kinds)), ("Program", source.programme)):
        if text:
            yield Fact(label, clean(text))
    yield from (Fact(label, text) for label, text in besides(listing))
    if listing.region:
        yield Fact("Region", clean(listing.region))
    if listing.caution:
        yield Fact("Caution", f"{clean(listing.caution)}. {words.ASK_THEM}")
        seems = offered(kept, session)
        if seems is not None:
            yield Fact("Perhaps", capital(say_hours(seems.schedule, clock24=session.clock24)))
    if listing.updated:
        yield Fact("Updated", day_said(listing.updated))
    dated = f" ({words.LIST_OF.format(date=day_said(source.dated))})" if source.dated else ""
    yield Fact("List", f"{clean(source.name)}{dated}")
    yield Fact(words.TO_TRY_IT, words.TRY_IT.format(id=kept.id))


def day_said(day: str) -> str:
    """Return a day in words: "3 March 2026"."""
    when = date.fromisoformat(day)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
