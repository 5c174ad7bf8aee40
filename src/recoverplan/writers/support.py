"""The inventory of support in words: the parts that screens share, plain lines, and its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recoverplan.data.picklists import ask_for
from recoverplan.domain.inventory import KINDS, Held, Inventory, Suggestion, Support
from recoverplan.domain.text import clean
from recoverplan.words import support as words
from recoverplan.writers.plain.rows import sentence
from recoverplan.writers.rows import Fact, Row


def held_words(each: Held) -> str:
    """Return one piece of support: "Sam", "Dana, family", "rides, Dana", "rides"."""
    parts = (each.who, each.what) if each.id is None else (each.what, each.who)
    return ", ".join(clean(part) for part in parts if part)


def need_words(each: Held) -> str:
    """Return what is needed, and who to ask where that is known: "rides (ask Dana)"."""
    what = clean(each.what or "")
    return f"{what} (ask {clean(each.who)})" if each.who else what


def suggestion_lines(suggestion: Suggestion) -> list[str]:
    """Return a suggestion in sentences, and how to turn it down where it is a new one."""
    what = clean(suggestion.what)
    if suggestion.noted:
        return [first_step(suggestion.kind, what)]
    return [
        words.SUGGEST.format(what=what),
        words.NOTE_IT.format(what=what),
        words.NOT_FOR_ME.format(what=what),
    ]


def first_step(kind: str, what: str) -> str:
    """Return how something that is needed could begin."""
    return words.FIRST_STEP[kind].format(what=clean(what), ask=clean(ask_for(what)))


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
