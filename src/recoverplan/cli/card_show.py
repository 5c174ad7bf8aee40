"""The card on the screen, as lines or as JSON; without Typer."""

from __future__ import annotations

import sys

from recoverplan.words import paper as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.session import Session
    from recoverplan.domain.card import Card
    from recoverplan.store.opened import Store

NARROWEST, WIDEST = 30, 120


def card_of(session: Session, store: Store | None, title: str | None) -> Card:
    """Make the card of today."""
    from recoverplan.domain.text import clean
    from recoverplan.services import planning

    titled = clean(title or "") or None
    today = session.now.date()
    return planning.card(store, session.settings, session.region, session.zone, today, titled)


def show(made: Card, session: Session, width: int | None, *, as_json: bool) -> None:
    """Print the card: framed on a terminal and wherever a width is given, else plain lines."""
    from recoverplan.cli.output import emit, tell
    from recoverplan.writers.card import card_lines, card_record
    from recoverplan.writers.terminal.card import WIDTH, card_frame, card_screen

    framed = width is not None and not sys.stdout.isatty() and not session.plain
    emit(
        plain=lambda: card_frame(made, width or WIDTH) if framed else card_lines(made),
        plainly=session.plain,
        screen=lambda columns: card_screen(made, max(NARROWEST, min(width or WIDTH, columns))),
        document=(lambda: card_record(made)) if as_json else None,
    )
    if not made.people and not as_json and sys.stdout.isatty() and not session.plain:
        tell(words.NOBODY)
