"""The card on the screen, as lines or as JSON; without Typer."""

from __future__ import annotations

import sys

from recoverplan.words import card as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.session import Session
    from recoverplan.domain.card import Card
    from recoverplan.domain.contact import Contact
    from recoverplan.store.opening import Store

NARROWEST, WIDEST = 30, 120


def card_of(session: Session, store: Store | None, title: str | None) -> Card:
    """Read people, steps and reasons and make the card of today."""
    from recoverplan.domain.card import make_card
    from recoverplan.domain.text import clean

    people: tuple[Contact, ...] = ()
    steps: list[str] = []
    why: tuple[str, ...] = ()
    if store is not None:
        from recoverplan.domain.step import to_carry
        from recoverplan.store import contacts, reasons, risks
        from recoverplan.store import steps as kept_steps

        people = contacts.load_all(store)
        steps = to_carry(kept_steps.load_all(store), risks.load_all(store))
        why = reasons.shown_on(store, "card")
    return make_card(
        people,
        steps,
        session.region,
        session.now.date(),
        prefer=session.settings.prefer,
        zone=session.zone.key,
        title=clean(title or "") or None,
        reasons=why,
    )


def show(made: Card, session: Session, width: int | None, *, as_json: bool) -> None:
    """Print the card: framed on a terminal and wherever a width is given, else plain lines."""
    from recoverplan.cli.output import emit, tell
    from recoverplan.writers.plain.card import card_lines
    from recoverplan.writers.records.card import card_record
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
