"""Files to print: which paper, and what has to be said about what is on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from recoverplan.cli.output import tell
from recoverplan.errors import UsageError
from recoverplan.words import usage as texts

if TYPE_CHECKING:
    from recoverplan.cli.session import Session
    from recoverplan.writers.paper.letters import Lacking

SHOWN = 40  # cells of a text in a sentence about it
EVERY_LACK = 6  # sentences about letters; more help nobody


def paper_size(given: str, session: Session) -> str:
    """Return the paper that was asked for, else that of the person's region. Raises UsageError."""
    from recoverplan.data.regions import PAPERS, paper_of

    if not given:
        return paper_of(session.region.code)
    if given.casefold() not in PAPERS:
        message = texts.PAPER_IS_A_OR_LETTER.format(given=given)
        raise UsageError(message, texts.FOR_INSTANCE_PAPER_LETTER)
    return given.casefold()


def tell_lacking(found: Iterable[Lacking], names: Collection[str] = ()) -> None:
    """Say what is not printed letter for letter; `names` are those that `--card-name` changes."""
    from recoverplan.words import paper as words
    from recoverplan.writers.columns import fit

    shortest: dict[tuple[str, str], Lacking] = {}
    for each in sorted(found, key=lambda one: len(one.text)):
        shortest.setdefault(each[1:], each)
    for each in list(shortest.values())[:EVERY_LACK]:
        text = fit(each.text, SHOWN)
        if each.pictures:
            tell(words.PICTURES.format(pictures=each.pictures, text=f'"{text}"'))
        if each.letters:
            said = words.STROKES_OF if each.script else words.STROKES
            tell(said.format(script=each.script, text=text))
            hint = words.CARD_NAME_HINT if each.text in names else words.FONT_HINT
            tell(hint)
