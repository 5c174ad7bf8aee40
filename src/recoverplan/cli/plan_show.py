"""The plan of a stretch of days on the screen, as lines or as JSON; without Typer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from recoverplan.cli.plan_reading import facts_of, plan_of, viewer_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.cli.session import Session
    from recoverplan.domain.plan import Facts
    from recoverplan.writers.terminal.style import Screen

WEEK = 7


def show(session: Session) -> None:
    """Print the plan of the week from today."""
    show_plan(session, facts_of(session), days=WEEK, first=None, as_json=False)


def show_plan(
    session: Session, known: Facts, *, days: int, first: date | None, as_json: bool
) -> None:
    """Print the plan of `days` days from today, or from `first`, where past hours are kept."""
    from recoverplan.cli.output import emit

    made = plan_of(session, known, days, first)
    viewer = viewer_of(session, known, made, missing=not as_json)

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.plan import plan_document

        return plan_document(made)

    document = record if as_json else None
    if not (known.risks or known.contacts or known.groups):
        # A first look, before anything is written down.
        welcome(session, document)
        return

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan import plan_screen

        return plan_screen(made, viewer, width)

    def lines() -> Iterator[str]:
        from recoverplan.writers.plain.plan import plan_lines

        return plan_lines(made, viewer)

    emit(plain=lines, plainly=session.plain, screen=screen, document=document)


def welcome(session: Session, document: Callable[[], dict[str, Any]] | None = None) -> None:
    """Invite somebody to begin; with something kept already, say what a plan still needs."""
    from recoverplan.cli.output import emit
    from recoverplan.store.opening import exists
    from recoverplan.words import plan as words
    from recoverplan.writers.plain.plan import welcome_lines

    said, pairs = words.WELCOME, [words.BEGIN, words.HARD_NOW]
    if exists(session.home):
        name = session.settings.name
        said = f"{words.STARTED_AS.format(name=name) if name else words.STARTED} {words.NEEDED}"
        pairs = [words.ADD_HARD_HOURS, words.ADD_SOMEBODY, words.HARD_NOW]

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan import welcome_screen

        return welcome_screen(said, pairs, width)

    emit(
        plain=lambda: welcome_lines(said, pairs),
        plainly=session.plain,
        screen=screen,
        document=document,
    )
