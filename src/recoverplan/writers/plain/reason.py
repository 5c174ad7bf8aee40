"""What is said about reasons, in lists and alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.domain.step import Reason
from recoverplan.words import safety as words
from recoverplan.writers.listing import Fact, Row


def reason_row(reason: Reason) -> Row:
    """Return the list's row: the reason and where it is shown."""
    return Row(reason.id, reason.text, (where(reason),))


def reason_facts(reason: Reason) -> Iterator[Fact]:
    """Give everything that is known of one reason."""
    yield Fact("Shown", where(reason))


def where(reason: Reason) -> str:
    """Return where a reason is shown, in few words: "on now and card", "kept to yourself"."""
    if not reason.shown:
        return "kept to yourself"
    return f"on {and_last(reason.shown)}"


def where_said(reason: Reason) -> str:
    """Return where a reason is shown, as a sentence."""
    if not reason.shown:
        return words.KEPT_TO_YOURSELF
    return words.SHOWN_ON.format(screens=and_last(reason.shown))


def and_last(names: Sequence[str]) -> str:
    """Join names: "now, card and plan"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
