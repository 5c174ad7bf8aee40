"""The parts of sentences about support that screens, plain lines and answers share."""

from __future__ import annotations

from recoverplan.data.picklists import ask_for
from recoverplan.domain.inventory import Held, Suggestion
from recoverplan.domain.text import clean
from recoverplan.words import support as words


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
