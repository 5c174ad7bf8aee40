"""The inventory of support in plain lines, and its entries in lists and alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recoverplan.domain.inventory import KINDS, Inventory, Support
from recoverplan.words import support as words
from recoverplan.writers.listing import Fact, Row
from recoverplan.writers.plain.sentences import sentence
from recoverplan.writers.support import held_words, need_words, suggestion_lines

Names = Mapping[int, str]


def inventory_lines(made: Inventory) -> Iterator[str]:
    """Yield each piece of support as one sentence, then the suggestion."""
    if not made.have and not made.need:
        yield from words.EMPTY
    for kind in KINDS:
        for each in made.have:
            if each.kind == kind:
                yield sentence(f"{words.HAVE}, {kind}: {held_words(each)}")
    for each in made.need:
        yield sentence(f"{words.NEED}, {each.kind}: {need_words(each)}")
    if made.suggestion is not None:
        yield from suggestion_lines(made.suggestion)


def support_row(support: Support, contacts: Names, groups: Names) -> Row:
    """Return the list's row: what, its kind, how it stands, who gives it."""
    who = giver(support, contacts, groups)
    facts = (support.kind, words.STANDINGS[support.standing], *([who] if who else []))
    return Row(support.id, support.what, facts)


def support_facts(support: Support, contacts: Names, groups: Names) -> Iterator[Fact]:
    """Give everything that is known of one entry."""
    yield Fact("Kind", words.KINDS[support.kind])
    yield Fact("Standing", words.STANDINGS[support.standing])
    who = giver(support, contacts, groups)
    if who:
        yield Fact("Ask" if support.standing == "need" else "From", who)


def giver(support: Support, contacts: Names, groups: Names) -> str | None:
    """Return the name of who or what gives it."""
    if support.contact is not None:
        return contacts.get(support.contact)
    return None if support.group is None else groups.get(support.group)
